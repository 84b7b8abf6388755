"""Words that round are promises: how far the true figure may lie from the number beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from waw_site import notation
from waw_site.catalogus import _
from waw_site.model import Kwalificatie
from waw_site.waarde import Soort, Waarde
from waw_site.woordkeus import woordkeus


@dataclass(frozen=True, slots=True)
class Belofte:
    """
    What a word promises of the true figure, measured against the number beside the word.

    `onder` and `boven` are how far below and above that number it may lie, in per cent, rounded
    down to whole numbers. `gelijk` says whether it may be the number itself. A word that is `open`
    sets a limit to one side only: what was published with it may be any figure beyond.
    """

    onder: int
    boven: int
    gelijk: bool
    open: bool = False


K = Kwalificatie

# The rule of each word; docs/handleiding/teksten.md has the same table, and woordkeus.py the words.
BELOFTEN: dict[Kwalificatie, Belofte] = {
    K.IETS_MEER_DAN: Belofte(0, 5, gelijk=False),
    K.RUIM: Belofte(0, 10, gelijk=False),
    K.MEER_DAN: Belofte(0, 25, gelijk=False, open=True),
    K.MINSTENS: Belofte(0, 25, gelijk=True, open=True),
    K.BIJNA: Belofte(10, 0, gelijk=False),
    K.MINDER_DAN: Belofte(25, 0, gelijk=False, open=True),
    K.TEN_HOOGSTE: Belofte(25, 0, gelijk=True, open=True),
    K.ONGEVEER: Belofte(10, 10, gelijk=True),
}


def woord_voor(text: str) -> tuple[Kwalificatie | None, int]:
    """The rounding word that *text* ends with, the longest that fits, and where it begins."""
    lowered = text.rstrip(" €").lower()
    found = [
        (len(word), kind)
        for kind, words in woordkeus().beloften.items()
        for word in (*words, kind)  # a seal says the word of the data
        if lowered == word or lowered.endswith(f" {word}")
    ]
    if not found:
        return None, len(text)
    length, kind = max(found)
    return kind, len(lowered) - length


def klopt(woord: Kwalificatie | None, getal: int, echt: Waarde) -> bool:
    """Whether "*woord* *getal*" is true of the figure *echt*, whatever that itself leaves open."""
    if echt.getal is None:
        return False
    if woord is echt.kwalificatie and getal == echt.getal:
        return True
    low, high = grenzen(echt)
    if woord is None:
        return low == high == getal
    promise = BELOFTEN[woord]
    least, most = beloofd(promise, getal)
    if promise.open:
        near = least <= echt.getal <= most
        return near and (low >= least if promise.boven else high <= most)
    return least <= low and high <= most


def overlappen(figures: Sequence[Waarde]) -> bool:
    """Whether one number can be what all *figures* say."""
    ranges = [grenzen(figure) for figure in figures]
    return max(low for low, _ in ranges) <= min(high for _, high in ranges)


def beloofd(promise: Belofte, getal: int) -> tuple[float, float]:
    """The lowest and the highest whole number that a promise allows."""
    low = getal - getal * promise.onder // 100
    high = getal + getal * promise.boven // 100
    if not promise.gelijk:
        low, high = (low, getal - 1) if promise.onder else (getal + 1, high)
    return low, high


def grenzen(echt: Waarde) -> tuple[float, float]:
    """The lowest and the highest number that the true figure can be, as far as its source tells."""
    number = echt.getal or 0
    if echt.kwalificatie is None:
        return number, number
    promise = BELOFTEN[echt.kwalificatie]
    low, high = beloofd(promise, number)
    if promise.open:
        return (low, inf) if promise.boven else (0, high)
    return low, high


def voorstel(woord: Kwalificatie | None, echt: Waarde) -> str:
    """Words that are true of *echt*: with the editor's own word where a round number fits it."""
    if echt.getal is None or woord is None or echt.soort is Soort.MAANDEN:
        return notation.waarde(echt)
    promise = BELOFTEN[woord]
    unit = 100 if echt.soort is Soort.EURO else 1
    for step in (1_000_000, 500_000, 100_000, 50_000, 10_000, 5000, 1000, 500, 100, 50, 10, 5, 1):
        number = echt.getal // (step * unit) * step * unit
        if promise.onder and not promise.boven:
            number = -(-(echt.getal + (not promise.gelijk)) // (step * unit)) * step * unit
        elif not promise.gelijk and number == echt.getal:
            number -= step * unit
        if number > 0 and klopt(woord, number, echt):
            return f"{_(woord)} {notation.hoeveel(number, echt.soort)}"
    return notation.waarde(echt)
