"""A piece of text → its sentences, as readers see them, each with its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from waw_site import zin
from waw_site.binding import Stuk
from waw_site.expressie import EXPRESSIE, WrongExpressionError, ervoor, sleutel, volledig
from waw_site.problem import Place

_CIJFER, _GRENS, _WEG = "\ue000", "\ue001", "\ue002"  # a figure; where a block ends; not shown

# Markdown that begins a block, and lines that are no sentence: headings and rules.
_BEGIN = re.compile(r"^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+|>[ \t]?)+", re.MULTILINE)
_KOP = re.compile(r"^ {0,3}(?:#{1,6}[ \t].*|[-=*_ ]{3,})$", re.MULTILINE)
# Markdown within a sentence: the address of a link, and what sets words apart.
_OPMAAK = re.compile(r"\]\([^)\n]*\)|[\[\]*`]|(?<!\w)_|_(?!\w)|<(?=https?:|\S+@)|(?<=\S)>")
_BLOK = re.compile(rf"\n[ \t]*\n|{_GRENS}+")

# A sentence ends before a capital, a number or a figure: `bijv. een` and `“Ja!” zegt zij` go on.
_EINDE = re.compile(
    rf"(?P<teken>[.!?…]+)[”’\"'){_WEG}]*"
    rf"(?=\s+[“‘\"'({_WEG}]*(?:[^\Wa-zà-ÿ_]|[{_CIJFER}€]))"
)
_AFKORTING = re.compile(
    r"(?:\b(?:[a-z]\.){2,}|\b[A-Z]\.|\b(?:afd|art|bijv|blz|bv|ca|dhr|dr|drs|evt|excl|incl|ing|ir|jl|"
    r"max|mevr|min|mr|mw|nr|pag|prof|resp|tel|vgl|zgn)\.)\Z",
)


@dataclass(frozen=True, slots=True)
class Volzin:
    """A sentence with its figures filled in, and where it begins."""

    tekst: str
    place: Place

    @property
    def woorden(self) -> list[str]:
        """What stands between spaces and holds a letter or a digit: `mbo 3` is two, `1.146` one."""
        return [woord for woord in self.tekst.split() if any(map(str.isalnum, woord))]


def volzinnen(stuk: Stuk, gebonden: Mapping[str, zin.Zin]) -> Iterator[Volzin]:
    """The sentences of *stuk*; without its headings, and a figure as the words that it becomes."""
    cijfers = {m.start(): _woorden(stuk, m, gebonden) for m in EXPRESSIE.finditer(stuk.tekst)}
    plain = _kaal(stuk)
    for start, end in _grenzen(plain):
        shown = "".join(cijfers.get(n, plain[n]) for n in range(start, end))
        text = " ".join(shown.replace(_WEG, "").split())
        if text:
            yield Volzin(text, stuk.place(start))


def _woorden(stuk: Stuk, match: re.Match[str], gebonden: Mapping[str, zin.Zin]) -> str:
    try:
        key = sleutel(volledig(match[1], stuk.plek, ervoor(stuk.tekst, match)))
        return zin.tekst(gebonden[key])
    except (KeyError, WrongExpressionError):
        return match[1].strip()  # it was reported where figures are bound


def _kaal(stuk: Stuk) -> str:
    """The text without its Markdown and with a mark for each figure, every character in place."""

    def fill(char: str, first: str = "") -> Callable[[re.Match[str]], str]:
        return lambda match: (first + char * len(match[0]))[: len(match[0])]

    text = EXPRESSIE.sub(fill(_WEG, _CIJFER), stuk.tekst)
    if stuk.vast:
        return text.replace("\n", _GRENS)
    for pattern, char in ((_KOP, _GRENS), (_BEGIN, _GRENS), (_OPMAAK, _WEG)):
        text = pattern.sub(fill(char), text)
    return text


def _grenzen(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    begin = 0
    for block in (*_BLOK.finditer(text), None):
        end = block.start() if block else len(text)
        start = begin
        for mark in _EINDE.finditer(text, begin, end):
            if mark["teken"] == "." and _AFKORTING.search(text, begin, mark.end("teken")):
                continue
            yield _zonder_wit(text, start, mark.end())
            start = mark.end()
        yield _zonder_wit(text, start, end)
        begin = block.end() if block else end


def _zonder_wit(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    return start, end
