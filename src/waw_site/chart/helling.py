"""Two moments compared: a line per indicator, with its figures at both ends."""

from textwrap import wrap

from waw_site.chart.spec import Helling
from waw_site.chart.style import LIJN, STREEP, Blad, cut, room

_TOP, _PLOT, _ROW = 34, 196, 19
_WORDS = 12  # letters to a line of the words beside a figure


def draw(helling: Helling, breedte: int) -> Blad:
    """Draw *helling*; figures that lie close are pushed apart."""
    steps = helling.stappen
    blad = Blad(breedte, _TOP + _PLOT + 12)
    words = [(s.nu_label, *wrap(s.naam, width=_WORDS)) for s in steps]
    before = max((room(s.toen_label) for s in steps), default=0)
    after = max((room(line) for lines in words for line in lines), default=0)
    left = max(before + 10, room(helling.toen) / 2)
    right = breedte - max(after + 10, room(helling.nu) / 2)
    right = max(right, left + room(helling.toen) + 8)
    highest = max((w.getal or 0 for s in steps for w in (s.toen, s.nu)), default=0) or 1

    def y(number: int | None) -> float:
        return _TOP + _PLOT - (_PLOT - 6) * (number or 0) / highest

    for x, name in ((left, helling.toen), (right, helling.nu)):
        blad.lijn([(x, 22), (x, blad.hoogte)], "raster")
        blad.tekst(x, 14, name, "as-tekst", "middle")
    for step in steps:
        rank = min(step.soort, 2)
        ends = [(left, y(step.toen.getal)), (right, y(step.nu.getal))]
        blad.lijn(ends, f"lijn-{rank}", dik=LIJN[rank], streep=STREEP[rank])
    then = _apart([y(s.toen.getal) for s in steps], [1] * len(steps))
    for step, at in zip(steps, then, strict=True):
        blad.tekst(left - 9, at + 5, step.toen_label, "tekst-inkt", "end")
    now = _apart([y(s.nu.getal) for s in steps], [len(lines) for lines in words])
    for lines, at in zip(words, now, strict=True):
        for n, line in enumerate(lines):
            look = "tekst-inkt" if n else "tekst-sterk"
            blad.tekst(right + 10, at + 5 + _ROW * n, cut(line, breedte - right - 10), look)
    return blad


def _apart(places: list[float], rows: list[int]) -> list[float]:
    """*places*, moved up from the lowest so that each has room for its rows of text."""
    found = list(places)
    floor = _TOP + _PLOT + _ROW / 2
    for n in sorted(range(len(places)), key=lambda n: -places[n]):
        found[n] = min(places[n], floor - _ROW * rows[n])
        floor = found[n]
    return found
