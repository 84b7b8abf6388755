"""Progress towards one goal, as a rod from nothing to the goal on a scale of ten blocks."""

from collections.abc import Callable

from waw_site.chart.spec import Lat
from waw_site.chart.style import Blad, room, ticks
from waw_site.notation import getal

_ROD = 34


def draw(lat: Lat, breedte: int) -> Blad:
    """Draw *lat*; the goal stands at the right end, or where it was passed."""
    top = 26 if lat.tussendoel is not None else 4
    blad = Blad(breedte, top + _ROD + 34)
    left, right = 1, breedte - 1
    reached = lat.bereikt.getal or 0
    end = max(lat.doel or 0, reached, lat.tussendoel or 0, 1)

    def x(number: float) -> float:
        return left + (right - left) * number / end

    blad.vlak(left, top, right - left, _ROD, "vlak-leeg")
    until = x(lat.tussendoel) if lat.tussendoel is not None else None
    _bar(blad, lat, x(reached), top, until)
    if until is not None:
        _goal_to_date(blad, until, top, lat.tussendoel_label)
    for n in range(10):
        width = (right - left) / 10
        blad.vlak(
            left + n * width, top + _ROD, width, 6, "vlak-inkt" if n % 2 == 0 else "vlak-open"
        )
    _scale(blad, lat, x, top + _ROD + 26)
    return blad


def _bar(blad: Blad, lat: Lat, end: float, top: int, until: float | None) -> None:
    if lat.bereikt.getal is None:
        corners = [(7, top + 6), (blad.breedte - 7, top + 6)]
        corners += [(x, top + _ROD - 6) for x, _ in reversed(corners)]
        blad.lijn([*corners, corners[0]], "ontbreekt", streep=(3, 3))
        blad.tekst(16, top + _ROD / 2 + 6, lat.label)
        return
    if lat.bereikt.getal > 0:
        blad.vlak(1, top, end - 1, _ROD, "vlak-vol")
    stripes = _stripes(lat, end)
    for x, thick in stripes:
        if x < blad.breedte - 3:
            blad.lijn([(x, top + 1), (x, top + _ROD - 1)], "ruim", dik=thick)
    x, klasse, anker = _label_place(lat.label, end, stripes[-1][0] if stripes else end, until)
    blad.tekst(x, top + _ROD / 2 + 6, lat.label, klasse, anker)


def _label_place(
    label: str, end: float, after: float, until: float | None
) -> tuple[float, str, str]:
    """Inside the bar where there is room beside the goal to date, else to the right of both."""
    width = room(label)

    def crossed(left: float) -> bool:
        return until is not None and left - 5 < until < left + width + 5

    for right in (end - 10, (until or 0) - 10):
        if right - width > 4 and right < end and not crossed(right - width):
            return right, "tekst-wit", "end"
    left = after + 9
    if crossed(left) and until is not None:
        left = until + 9
    return left, "tekst-sterk", "start"


def _stripes(lat: Lat, end: float) -> list[tuple[float, float]]:
    """Three fading stripes after the bar: the real number lies higher."""
    return [(end + 3.5, 3), (end + 8, 2), (end + 12, 1)] if lat.bereikt.above else []


def _goal_to_date(blad: Blad, x: float, top: int, label: str) -> None:
    x = min(max(x, 8), blad.breedte - 8)
    blad.lijn([(x, top - 2), (x, top + _ROD)], "as", dik=2.5)
    blad.veelhoek([(x - 7, top - 13), (x + 7, top - 13), (x, top - 1)], "vlak-inkt")
    if x + 12 + room(label) < blad.breedte:
        blad.tekst(x + 12, top - 4, label)
    else:
        blad.tekst(x - 12, top - 4, label, anker="end")


def _scale(blad: Blad, lat: Lat, x: Callable[[float], float], y: float) -> None:
    goal = f"doel {getal(lat.doel)}" if lat.doel is not None else ""
    at = x(lat.doel) if lat.doel is not None else 0.0
    beyond = lat.doel is not None and at < blad.breedte - 1
    if goal and beyond:
        blad.lijn([(at, y - 60), (at, y - 18)], "as", dik=2.5)
        anker = "end" if at > room(goal) else "start"
        blad.tekst(at, y, goal, "tekst-sterk", anker)
    elif goal:
        blad.tekst(blad.breedte - 1, y, goal, "tekst-sterk", "end")
    free = (at if goal else blad.breedte) - room(goal) - 12
    for number in ticks(lat.doel or lat.bereikt.getal or 0, most=6 if blad.breedte > 500 else 3):
        text = getal(number)
        half = room(text) / 2
        if number == 0 and free > half:
            blad.tekst(1, y, text)
        elif x(number) + half < free:
            blad.tekst(x(number), y, text, anker="middle")
