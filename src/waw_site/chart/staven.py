"""Projects compared: bars on one scale, each with its figure and its word beside it."""

from textwrap import wrap

from waw_site.chart.spec import Staaf, Staven
from waw_site.chart.style import Blad, room

_THICK = (4, 9, 14)  # by rank of the indicator: thin is started, thick is work
_ROW, _WORD, _NAME, _LINE, _AFTER = 21, 18, 24, 19, 14
_FADE = 14  # how long a bar fades that is not exact


def draw(staven: Staven, breedte: int) -> Blad:
    """Draw *staven*; on a narrow sheet the words stand above their bars."""
    bars = [bar for _, group in staven.groepen for bar in group]
    widest = max((room(bar.label) for bar in bars), default=0)
    above = widest + 28 > breedte / 2
    row = _ROW + (_WORD if above else 0)
    names = [wrap(name, width=int(breedte / room("x"))) or [""] for name, _ in staven.groepen]
    high = [_NAME + _LINE * (len(lines) - 1) for lines in names]
    rows = sum(high) + sum(row * len(group) + _AFTER for _, group in staven.groepen)
    blad = Blad(breedte, max(rows, 1))
    highest = max((bar.waarde.getal or 0 for bar in bars), default=0) or 1
    scale = (breedte - _FADE - (0 if above else widest + 14)) / highest
    y = 0.0
    for lines, (_, group), head in zip(names, staven.groepen, high, strict=True):
        for n, line in enumerate(lines):
            blad.tekst(0, y + 17 + _LINE * n, line, "tekst-sterk")
        y += head
        for bar in group:
            end = _bar(blad, bar, scale, y + row - _ROW / 2)
            if above:
                blad.tekst(0, y + 15, bar.label, "tekst-inkt")
            else:
                blad.tekst(end + 8, y + row - _ROW / 2 + 6, bar.label, "tekst-inkt")
            y += row
        y += _AFTER
    return blad


def _bar(blad: Blad, bar: Staaf, scale: float, middle: float) -> float:
    """Draw one bar; returns where it ends."""
    rank, w = min(bar.soort, 2), bar.waarde
    thick = _THICK[rank]
    top, bottom = middle - thick / 2, middle + thick / 2
    if w.getal is None:
        if not w.nvt:
            blad.kader(1, middle - 5, 30, 10, "verborgen" if w.verborgen else "ontbreekt")
        return 31.0
    if w.getal == 0:
        blad.lijn([(0, middle + 5), (31, middle + 5)], "nul")
        return 31.0
    fade = _FADE * w.below / (2 if w.above else 1)
    end = max(w.getal * scale - fade, 1.5)
    blad.vlak(0, top, end, thick, f"staaf-{rank}")
    if not (w.above or w.below):
        return end
    for extra, width in ((3.5, 3), (8, 2), (12, 1)):
        blad.lijn([(end + extra, top), (end + extra, bottom)], f"lijn-{rank}", dik=width)
    return end + _FADE
