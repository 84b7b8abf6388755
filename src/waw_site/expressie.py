"""
The notation that binds words of a text to figures.

`{{ zorgstart.afgerond }}` shows a figure. `{{ ruim 460 = zorgstart.afgerond }}` shows the words
left of the sign, which must be true of the figure right of it. Two numbers rest on two figures,
joined by `van`, `en` or `tot`, or in English by `of`, `and` or `to`. `in 2023-Q2` after a name
takes the figure of another quarter. There is nothing else: no sums, no functions, no way to reach
anything but figures.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

from waw_site.kwartaal import PERIODE, Kwartaal

EXPRESSIE = re.compile(r"\{\{([^{}]*)\}\}")
LANGST = 400  # characters of one expression
MEESTE = 6  # figures in one expression
BIJ = 400  # characters beside an expression that may change what it says
_PAD = re.compile(rf"(?P<naam>[\w-]+(?:\.[\w-]+)*)(?:\s+in\s+(?P<kwartaal>{PERIODE}))?")
_BEGIN = re.compile(r"(?:\A|[.!?]\s|\n\n|\n- )\s*\Z")
_JOIN = re.compile(r"\s+(?:van|en|tot|of|and|to)\s+|\s*,\s*")


@dataclass(frozen=True, slots=True)
class Pad:
    """The name of a figure, and the quarter it is of (None: that of the text)."""

    naam: str
    kwartaal: Kwartaal | None

    def __str__(self) -> str:
        return f"{self.naam} in {self.kwartaal}" if self.kwartaal else self.naam


@dataclass(frozen=True, slots=True)
class Expressie:
    """What stands between double braces: the words to show (None: the figure itself)."""

    woorden: str | None
    paden: tuple[Pad, ...]
    vooraan: bool = False  # at the beginning of a sentence

    def __str__(self) -> str:
        paths = ", ".join(str(pad) for pad in self.paden)
        if self.woorden:
            return f"{{{{ {self.woorden} = {paths} }}}}"
        return f"{{{{ {paths} }}}}{'^' if self.vooraan else ''}"


@dataclass(frozen=True, slots=True)
class Plek:
    """The text that an expression stands in: its file, its quarter if it has one, its facts."""

    path: str
    kwartaal: Kwartaal | None = None
    feiten: frozenset[str] = frozenset()


class WrongExpressionError(Exception):
    """What stands between the braces cannot be read; the message says why, in Dutch."""


def ontleed(text: str) -> Expressie:
    """Read what stands between `{{` and `}}`. Raises WrongExpressionError."""
    if len(text) > LANGST:
        raise WrongExpressionError(f"Dit is langer dan {LANGST} tekens.")
    words, sign, names = text.rpartition("=")
    words = " ".join(words.split())
    if sign and not words:
        raise WrongExpressionError("Links van het = staan geen woorden.")
    if not names.strip():
        raise WrongExpressionError("Hier staat geen cijfer.")
    parts = _JOIN.split(names.strip())
    if len(parts) > MEESTE:
        raise WrongExpressionError(f"Hier staan meer dan {MEESTE} cijfers.")
    return Expressie(words or None, tuple(_pad(part) for part in parts))


def _pad(text: str) -> Pad:
    match = _PAD.fullmatch(text.strip())
    if not match:
        raise WrongExpressionError(f"“{text.strip()}” is geen naam van een cijfer.")
    quarter = match["kwartaal"]
    return Pad(match["naam"], Kwartaal.parse(quarter) if quarter else None)


def volledig(text: str, plek: Plek, before: str) -> Expressie:
    """
    What stands between the braces, with the quarter and the facts of its text filled in.

    *before* is the text up to the braces: whether they begin a sentence.

    Raises WrongExpressionError.
    """
    read = ontleed(text)
    paths = tuple(_filled(pad, plek) for pad in read.paden)
    return Expressie(read.woorden, paths, _BEGIN.search(before) is not None)


def _filled(pad: Pad, plek: Plek) -> Pad:
    if pad.naam in plek.feiten and pad.kwartaal is None:
        return Pad(f"{plek.path}#{pad.naam}", None)
    return Pad(pad.naam, pad.kwartaal or plek.kwartaal)


def ervoor(text: str, match: re.Match[str]) -> str:
    """What stands right before an expression of *text*."""
    return text[max(0, match.start() - BIJ) : match.start()]


TEKEN = re.compile("\ue000([0-9a-f]{16})\ue001")


def sleutel(expressie: Expressie) -> str:
    """A short name for an expression that says all of it, wherever it stands."""
    return blake2b(str(expressie).encode(), digest_size=8).hexdigest()


def vervang(text: str, plek: Plek) -> str:
    """*text* with a mark (see TEKEN) for each expression; one that cannot be read stays."""

    def mark(match: re.Match[str]) -> str:
        try:
            return f"\ue000{sleutel(volledig(match[1], plek, ervoor(text, match)))}\ue001"
        except WrongExpressionError:
            return match[0]

    return EXPRESSIE.sub(mark, text)


def vastgezet(text: str, plek: Plek) -> str:
    """*text* with the quarter of *plek* written at each name that has none: it stays as true."""

    def fixed(match: re.Match[str]) -> str:
        words, sign, names = match[1].rpartition("=")
        parts = re.split(f"({_JOIN.pattern})", names.strip())
        try:
            paths = [str(_filled(pad, plek)).partition("#") for pad in map(_pad, parts[::2])]
        except WrongExpressionError:
            return match[0]
        parts[::2] = [fact or name for name, _, fact in paths]
        made = f"{{{{{words}{sign} {''.join(parts)} }}}}"
        return made if len(made) <= LANGST else match[0]

    return EXPRESSIE.sub(fixed, text)
