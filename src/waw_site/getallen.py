"""Numbers in a text: in digits and in words, and which of them are no figures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waw_site import nederlands
from waw_site.catalogus import NEDERLANDS, taal
from waw_site.spraak import Spraak

WOORDEN = nederlands.WOORDEN


def _spraak() -> Spraak:
    """How numbers are written in the language that is spoken."""
    if taal() == NEDERLANDS:
        return nederlands.SPRAAK
    from waw_site import engels

    return engels.SPRAAK


@dataclass(frozen=True, slots=True)
class Getal:
    """A number in a text: where it stands, as it stands there, and how much it is."""

    start: int
    tekst: str
    waarde: int | None  # None: no whole number

    @property
    def cent(self) -> int | None:
        """An amount of euros in cents: 50.455,25 → 5045525."""
        spraak = _spraak()
        euro, _, cents = self.tekst.replace(spraak.duizend, "").partition(spraak.komma)
        if len(cents) == 2 and euro.isdecimal() and cents.isdecimal():
            return int(euro) * 100 + int(cents)
        return None if self.waarde is None else self.waarde * 100

    @property
    def eind(self) -> int:
        """Where it ends."""
        return self.start + len(self.tekst)


def patroon(namen: Iterable[str]) -> re.Pattern[str] | None:
    """What matches any of *namen*, the longest first; None without any."""
    words = "|".join(re.escape(naam) for naam in sorted(set(namen), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None


def kale_getallen(text: str, namen: re.Pattern[str] | None = None) -> Iterator[Getal]:
    """
    The numbers of *text* that look like figures.

    Not those in dates, quarters, years, links, quotations, and what *namen* matches: names that
    hold a number.
    """
    if not getallen(text):
        return
    for getal in getallen(_without(text, namen)):
        if getal.tekst.lower() not in _spraak().niet_gemeld:
            yield getal


def getallen(text: str) -> list[Getal]:
    """All numbers of a text, in digits, in words, and halves."""
    found = []
    spraak = _spraak()
    for match in spraak.getal.finditer(text):
        word = match[0].lower()
        known = word in spraak.woorden or word in spraak.halven or word in "½¼¾"
        if known or word[0].isdigit() or spraak.samengesteld(word) is not None:
            found.append(Getal(match.start(), match[0], _value(word, spraak)))
    return found


def _value(word: str, spraak: Spraak) -> int | None:
    if word in spraak.woorden:
        return spraak.woorden[word]
    if (large := spraak.samengesteld(word)) is not None:
        return large
    digits = word.replace(spraak.duizend, "")
    return int(digits) if digits.isdecimal() else None


def _without(text: str, namen: re.Pattern[str] | None) -> str:
    """*text* with everything that is no figure blanked out, so that places stay."""
    if namen:
        text = namen.sub(lambda m: " " * len(m[0]), text)
    return _spraak().geen_cijfers.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def maanden(text: str) -> int | None:
    """A time in words as a number of months: twee en een half jaar → 30; None for other words."""
    return _spraak().maanden(text.strip())
