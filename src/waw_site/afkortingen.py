"""Abbreviations: written out the first time that a page uses them, and missed when unknown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape

from waw_site.model import Afkorting

# Capitals that stand for words: RMT, O&O, NT2; not a capital alone, not a period (Q2, H1).
_CAPITALS = re.compile(r"\b(?!(?:Q[1-4]|H[12])\b)[A-Z][A-Z0-9]+\b|\b[A-Z]&[A-Z]\b")
_TAG = re.compile(r"(<[^>]*>)")
_NOT_IN = ("a", "code", "h1", "h2", "h3", "h4", "h5", "h6")


class Voluit:
    """
    Writes the abbreviations of one page out, each once, and links words of the trade.

    Not those within *namen*, such as a college that has one in its name. *begrippen* is the address
    of the glossary.
    """

    def __init__(
        self, known: Mapping[str, Afkorting], namen: Iterable[str] = (), begrippen: str = ""
    ) -> None:
        jargon = {
            form: name
            for name, a in known.items()
            if begrippen and a.voluit is None
            for form in (name, *a.ook)
        }
        forms = "|".join(re.escape(f) for f in sorted(jargon, key=len, reverse=True))
        self._jargon = jargon
        self._forms = re.compile(rf"\b({forms or '(?!)'})\b", re.IGNORECASE)
        self._begrippen = begrippen
        self._known = {name: a.voluit for name, a in known.items() if a.voluit}
        words = "|".join(re.escape(w) for w in sorted(self._known, key=len, reverse=True))
        inside = re.compile(rf"\b(?:{words})\b(?!-)")
        kept = sorted({n for n in namen if n not in self._known and inside.search(n)}, key=len)
        names = "".join(rf"{re.escape(name)}|" for name in reversed(kept))
        self._words = re.compile(rf"{names}\b({words})\b(-[\w-]+)?")
        self._seen: set[str] = set()

    def html(self, text: str) -> str:
        """HTML in which each abbreviation is written out where it is first used in a sentence."""
        inside: list[str] = []
        parts = _TAG.split(text)
        for n, part in enumerate(parts):
            if n % 2:
                _step(inside, part)
            elif not any(tag in _NOT_IN for tag in inside):
                parts[n] = self.gewone_tekst(unescape(part))
        return "".join(parts)

    def gewone_tekst(self, text: str) -> str:
        """Plain text as HTML, the same way."""
        made = []
        at = 0
        for match in self._words.finditer(text) if self._known else ():
            made += [
                self._linked(text[at : match.start()]),
                escape(self._first(match), quote=False),
            ]
            at = match.end()
        return "".join([*made, self._linked(text[at:])])

    def _linked(self, text: str) -> str:
        return self._forms.sub(self._link, escape(text, quote=False))

    def _link(self, match: re.Match[str]) -> str:
        name = self._jargon[match[0].lower()]
        if name in self._seen:
            return match[0]
        self._seen.add(name)
        return f'<a class="waw-begrip" href="{self._begrippen}#{anker(name)}">{match[0]}</a>'

    def tekst(self, text: str) -> str:
        """Plain text with its abbreviations written out, and no more than that."""
        return self._words.sub(self._first, text) if self._known else text

    def _first(self, match: re.Match[str]) -> str:
        name, rest = match[1], match[2] or ""
        if name is None:
            return match[0]
        before, after = match.string[: match.start()], match.string[match.end() :]
        if name in self._seen:
            return match[0]
        self._seen.add(name)
        full = self._known[name]
        if before.endswith("(") or after.startswith((")", ": ")):
            return match[0]  # the text itself has just written it out
        return f"{name}{rest} ({name}: {full})" if rest else f"{full} ({name})"


def anker(naam: str) -> str:
    """The id of a word in the glossary."""
    return re.sub(r"[^a-z0-9]+", "-", naam.lower()).strip("-")


def _step(inside: list[str], tag: str) -> None:
    name = tag.strip("</>").split()[0].lower() if tag.strip("</> ") else ""
    if tag.startswith("</"):
        if name in inside:
            inside.remove(name)
    elif not tag.endswith("/>"):
        inside.append(name)


def onbekend(text: str, known: Mapping[str, Afkorting]) -> Iterator[tuple[int, str]]:
    """Where *text* uses capitals that no one has explained."""
    for match in _CAPITALS.finditer(text):
        if match[0] not in known:
            yield match.start(), match[0]
