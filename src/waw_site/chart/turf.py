"""Counting by strokes: rows of dashes, one dash for one or for ten, a hundred, a thousand."""

from dataclasses import dataclass

from waw_site.chart.spec import Turf
from waw_site.chart.style import Blad
from waw_site.waarde import Waarde

RIJ = 100  # strokes to a row
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

    What is left over after the last whole stroke is a short one. After a figure that may be higher
    come three dots; of one that may be lower the last stroke is short.
    """
    maat = _GROOT if turf.groot else _KLEIN
    known = [(look, w) for look, w in turf.delen if w.getal]
    dots = bool(known) and known[-1][1].above
    places = sum(_whole(w, turf.stuk) + _short(w, turf.stuk) for _, w in known) + dots
    goal = turf.doel // turf.stuk if turf.doel is not None else None
    last = max(places, goal + 1 if goal is not None else 0)
    rows = max(1, -(-last // RIJ))
    wide = RIJ if turf.groot or last > 30 else 30 if last > 3 or not known else last
    blad = Blad(maat.breed(wide), (rows - 1) * maat.rij + maat.hoog)
    if not known:
        _nothing(blad, [w for _, w in turf.delen if not w.nvt], maat)
    place = 0
    for look, w in known:
        whole, short = _whole(w, turf.stuk), _short(w, turf.stuk)
        _strokes(blad, maat, look, range(place, place + whole))
        if short:
            _short_stroke(blad, maat, look, place + whole)
        place += whole + short
    if dots:
        _dots(blad, maat, known[-1][0], place)
    if goal is not None:
        _goal(blad, maat, goal)
    return blad


def _goal(blad: Blad, maat: _Maat, place: int) -> None:
    """A line before the first stroke beyond the goal."""
    row, column = divmod(place, RIJ)
    x = max(maat.x(column) - (maat.steek - maat.dik + maat.tien * (column % 10 == 0)) / 2, 1)
    blad.lijn([(x, row * maat.rij), (x, row * maat.rij + maat.hoog)], "as", dik=3)


def _whole(w: Waarde, stuk: int) -> int:
    """The whole strokes of a figure: one fewer where it may be lower."""
    return max((w.getal or 0) - (1 if w.below else 0), 0) // stuk


def _short(w: Waarde, stuk: int) -> int:
    return 1 if (w.getal or 0) > _whole(w, stuk) * stuk else 0


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
    wide, high = blad.breedte - 1 if maat is _GROOT else maat.breed(30) - 1, maat.hoog - 1
    blad.kader(0.5, 0.5, wide, high, "ontbreekt")
    if any(w.verborgen for w in figures):
        starts = range(1, wide - high, high)
        blad.lijnen([[(x, high), (x + high, 1)] for x in starts], "verborgen")
