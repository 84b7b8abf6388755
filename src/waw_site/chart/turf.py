"""Counting by strokes: rows of dashes, one dash for one or for ten, a hundred, a thousand."""

from dataclasses import dataclass
from math import ceil

from waw_site.chart.spec import Turf
from waw_site.chart.style import Blad
from waw_site.waarde import Waarde

RIJ = 100  # strokes to a row
_FEW, _SAMPLE = 30, 3  # strokes of a small sheet, and of one that shows what a stroke looks like
_THIN = ("0", "rest")


@dataclass(frozen=True, slots=True)
class _Maat:
    """The size of strokes, in pixels; whole, so that each is sharp."""

    steek: int  # from one stroke to the next
    dik: int
    dun: int
    tien: int  # extra room after ten
    hoog: int
    rij: int  # from one row to the next

    def x(self, n: int) -> int:
        """Where the stroke at place *n* of a row begins."""
        return n * self.steek + n // 10 * self.tien

    def breed(self, n: int) -> int:
        """How wide *n* strokes are."""
        return self.x(n - 1) + self.dik


_KLEIN = _Maat(steek=3, dik=2, dun=1, tien=2, hoog=10, rij=14)
_GROOT = _Maat(steek=11, dik=8, dun=2, tien=6, hoog=30, rij=41)


def draw(turf: Turf) -> Blad:
    """
    Draw *turf*, with never more strokes than were counted.

    What is left over after the last whole stroke is a short one, and so is the last stroke of a
    figure that may be lower. After a last figure that may be higher come three dots.
    """
    maat = _GROOT if turf.groot else _KLEIN
    known = [(look, w) for look, w in turf.delen if w.getal]
    if not known:
        blad = Blad(maat.breed(RIJ if turf.groot else _FEW), maat.hoog)
        _nothing(blad, [w for _, w in turf.delen if not w.nvt], maat)
        return blad
    ends = _ends([w for _, w in known], turf.stuk)
    dots = known[-1][1].above
    goal = turf.doel // turf.stuk if turf.doel is not None else None
    places = ceil(ends[-1]) + dots
    last = max(places, goal + 1 if goal is not None else 0)
    blad = Blad(maat.breed(_wide(last, turf)), (-(-last // RIJ) - 1) * maat.rij + maat.hoog)
    for (look, _), start, end in zip(known, (0, *ends), ends, strict=False):
        first = ceil(start)
        _strokes(blad, maat, look, range(first, max(int(end), first)))
        if end > max(int(end), first):
            _short_stroke(blad, maat, look, max(int(end), first))
    if dots:
        _dots(blad, maat, known[-1][0], ceil(ends[-1]))
    if goal is not None:
        _goal(blad, maat, goal)
    return blad


def _ends(figures: list[Waarde], stuk: int) -> list[float]:
    """
    Where each figure ends, in strokes from the first.

    A part of a stroke stays open for the next figure: the sum is never more than was counted. A
    figure that may be lower ends just before its last stroke is whole.
    """
    found: list[float] = []
    total = 0.0
    for w in figures:
        total += (w.getal or 0) / stuk
        found.append(total - 1 / (2 * stuk) if w.below else total)
    return found


def _wide(last: int, turf: Turf) -> int:
    """How many strokes wide the sheet is: a row, a third of it, or a sample."""
    if turf.groot or last > _FEW:
        return RIJ
    return _FEW if last > _SAMPLE else last


def _goal(blad: Blad, maat: _Maat, place: int) -> None:
    """A line before the first stroke beyond the goal."""
    row, column = divmod(place, RIJ)
    x = max(maat.x(column) - (maat.steek - maat.dik + maat.tien * (column % 10 == 0)) / 2, 1)
    blad.lijn([(x, row * maat.rij), (x, row * maat.rij + maat.hoog)], "as", dik=3)


def _strokes(blad: Blad, maat: _Maat, look: str, places: range) -> None:
    """Whole strokes at *places*, as dashed lines."""
    thick, inset = _thick(maat, look)
    dashes = (*(thick, maat.steek - thick) * 9, thick, maat.steek + maat.tien - thick)
    lines = []
    place = places.start
    while place < places.stop:
        row, column = divmod(place, RIJ)
        # a dash pattern begins with ten, so a line begins where ten begin, or ends there
        room = RIJ - column if column % 10 == 0 else 10 - column % 10
        n = min(places.stop - place, room)
        x, y = maat.x(column) + inset, row * maat.rij + maat.hoog / 2
        lines.append([(x, y), (maat.x(column + n - 1) + inset + thick, y)])
        place += n
    if lines:
        blad.lijnen(lines, f"turf-{look}", dik=maat.hoog, streep=dashes)


def _short_stroke(blad: Blad, maat: _Maat, look: str, place: int) -> None:
    thick, inset = _thick(maat, look)
    row, column = divmod(place, RIJ)
    x, y = maat.x(column) + inset, row * maat.rij + maat.hoog * 3 / 4
    blad.lijn([(x, y), (x + thick, y)], f"turf-{look}", dik=maat.hoog / 2)


def _thick(maat: _Maat, look: str) -> tuple[int, int]:
    """How thick a stroke is, and how far it stands from the left of its place."""
    if look not in _THIN:
        return maat.dik, 0
    return maat.dun, (maat.dik - maat.dun) // 2


def _dots(blad: Blad, maat: _Maat, look: str, place: int) -> None:
    """Three dots on the baseline: and some more, but how many is not known."""
    row, column = divmod(place, RIJ)
    dot = max(maat.steek // 3, 1)
    x, y = maat.x(column), row * maat.rij + maat.hoog - dot / 2
    blad.lijn([(x, y), (x + dot * 5, y)], f"turf-{look}", dik=dot, streep=(dot, dot))


def _nothing(blad: Blad, figures: list[Waarde], maat: _Maat) -> None:
    """A baseline for zero, a dashed box for what was not reported, a hatched one for hidden."""
    if any(w.getal == 0 for w in figures):
        blad.lijn([(0, maat.hoog - 0.5), (maat.breed(10), maat.hoog - 0.5)], "nul")
        return
    if not figures:
        return
    wide, high = blad.breedte - 1, maat.hoog - 1
    blad.kader(0.5, 0.5, wide, high, "ontbreekt")
    if any(w.verborgen for w in figures):
        starts = range(1, wide - high, high)
        blad.lijnen([[(x, high), (x + high, 1)] for x in starts], "verborgen")
