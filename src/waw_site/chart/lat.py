"""Progress towards one goal, as a rod from nothing to the goal on a scale of ten blocks."""

from dataclasses import dataclass

from waw_site.catalogus import _
from waw_site.chart.spec import Lat
from waw_site.chart.style import SMAL, Blad, room, ticks
from waw_site.notation import getal

_ROD, _BLOCKS, _ROW = 34, 6, 22
_STRIPES = ((3.5, 3), (8, 2), (12, 1))  # where each begins after the bar, and how thick it is
_FADE = 14


@dataclass(frozen=True, slots=True)
class _Plek:
    """Where a text goes: its place, its look, and the side that it holds on to."""

    x: float
    klasse: str
    anker: str


def draw(lat: Lat, breedte: int) -> Blad:
    """Draw *lat*; the goal stands at the right end, or where it was passed."""
    left, right = 1, breedte - 1
    reached = lat.bereikt.getal or 0
    end = max(lat.doel or 0, reached, lat.tussendoel or 0, 1)

    def x(number: float) -> float:
        return left + (right - left) * number / end

    until = max(x(lat.tussendoel), 2) if lat.tussendoel is not None else None
    goal = x(lat.doel) if lat.doel is not None else None
    lines = [at for at in (until, goal) if at is not None and at < right - 1]
    inside = _inside(lat, x(reached), lines, breedte)
    marker = _beside(_head(until, breedte), lat.tussendoel_label, breedte) if until else None
    top = 4 + (_ROW if until is not None and marker else 0)
    top += _ROW if not inside else 0
    top += 2 * _ROW if until is not None and not marker else 0
    blad = Blad(breedte, top + _ROD + _BLOCKS + 28)
    blad.vlak(left, top, right - left, _ROD, "vlak-leeg")
    _bar(blad, lat, x(reached), top)
    if inside:
        blad.tekst(inside.x, top + _ROD / 2 + 6, lat.label, inside.klasse, inside.anker)
    else:
        blad.tekst(left, 16, lat.label, "tekst-sterk")
    if until is not None:
        _goal_to_date(blad, until, top, lat.tussendoel_label, marker)
    if goal is not None and goal < right - 1:
        _across(blad, goal, top)
    for n in range(10):
        block = (right - left) / 10
        look = "vlak-inkt" if n % 2 == 0 else "vlak-open"
        blad.vlak(left + n * block, top + _ROD, block, _BLOCKS, look)
    _scale(blad, lat, (right - left) / end, top + _ROD + 26)
    return blad


def _bar(blad: Blad, lat: Lat, end: float, top: int) -> None:
    """The bar; where the figure is not exact it fades, beyond its end if it may be higher."""
    w = lat.bereikt
    if w.nvt:
        return
    if w.getal is None:
        blad.kader(7, top + 6, blad.breedte - 14, _ROD - 12, "ontbreekt")
        if w.verborgen:
            starts = range(20 + round(room(lat.label)), blad.breedte - 34, 12)
            blad.lijnen([[(x, top + _ROD - 7), (x + 20, top + 7)] for x in starts], "verborgen")
        return
    solid = end - (_FADE / 2 if w.above else _FADE) * w.below
    if w.getal > 0:
        solid = max(solid, 2)
        blad.vlak(1, top, solid - 1, _ROD, "vlak-vol")
    for after, thick in _STRIPES if w.above or w.below else ():
        x = solid + after
        if x < blad.breedte - 3:
            blad.lijn([(x, top + 1), (x, top + _ROD - 1)], "ruim", dik=thick)


def _inside(lat: Lat, end: float, lines: list[float], breedte: int) -> _Plek | None:
    """Where the label goes within the rod, clear of *lines*; None where there is no room."""
    width = room(lat.label)

    def free(left: float) -> bool:
        return not any(left - 5 < at < left + width + 5 for at in lines)

    if lat.bereikt.getal is None:
        places = (16, *(at + 10 for at in lines))
        starts = [left for left in places if free(left) and left + width < breedte - 10]
        return _Plek(starts[0], "tekst", "start") if starts else None

    fade = _FADE if lat.bereikt.above or lat.bereikt.below else 0
    for right in (end - 10 - fade * lat.bereikt.below, *(at - 10 for at in lines if at < end)):
        if right - width > 4 and free(right - width):
            return _Plek(right, "tekst-wit", "end")
    for left in (end + 9 + fade * lat.bereikt.above, *(at + 9 for at in lines if at > end)):
        if left + width < breedte - 4 and free(left):
            return _Plek(left, "tekst-sterk", "start")
    return None


def _head(x: float, breedte: int) -> float:
    """Where the head of a mark at *x* stands, so that it stays on the sheet."""
    return min(max(x, 8), breedte - 8)


def _beside(x: float, label: str, breedte: int) -> _Plek | None:
    """Where the name of a mark at *x* goes: beside it, or None where it needs a row of its own."""
    if x + 12 + room(label) < breedte:
        return _Plek(x + 12, "tekst-inkt", "start")
    if x - 12 - room(label) > 0:
        return _Plek(x - 12, "tekst-inkt", "end")
    return None


def _across(blad: Blad, x: float, top: int) -> None:
    """A line through the rod, with a light edge so that it is seen on the bar."""
    blad.lijn([(x, top), (x, top + _ROD)], "halo", dik=9)
    blad.lijn([(x, top - 2), (x, top + _ROD)], "as", dik=2.5)


def _goal_to_date(blad: Blad, x: float, top: int, label: str, plek: _Plek | None) -> None:
    _across(blad, x, top)
    head = _head(x, blad.breedte)
    blad.veelhoek([(head - 7, top - 13), (head + 7, top - 13), (x, top - 1)], "vlak-inkt")
    if plek:
        blad.tekst(plek.x, top - 4, label, plek.klasse, plek.anker)
    else:
        blad.tekst(1, top - 4 - _ROW, label, "tekst-inkt")


def _scale(blad: Blad, lat: Lat, per: float, y: float) -> None:
    """Round numbers from 0, as many as there is room for before the goal."""
    goal = _("doel {getal}").format(getal=getal(lat.doel)) if lat.doel is not None else ""
    at = 1 + per * lat.doel if lat.doel is not None else 0.0
    start = max(at - room(goal), 0) if goal else blad.breedte
    if goal and at > room(goal):
        blad.tekst(at, y, goal, "tekst-sterk", "end")
    elif goal:
        blad.tekst(at, y, goal, "tekst-sterk")
    highest = lat.doel or lat.bereikt.getal or 0
    for number in ticks(highest, most=8 if blad.breedte > SMAL else 2) if not lat.smal else [0]:
        text = getal(number)
        x = max(1 + per * number, 1 + room(text) / 2)
        if x + room(text) / 2 + 14 < start:
            blad.tekst(x, y, text, "as-tekst", "middle")
