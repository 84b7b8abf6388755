"""Projects compared: bars on one scale, each with its figure and its word beside it."""

from waw_site.chart.spec import Staaf, Staven
from waw_site.chart.style import Blad, cut, room

_THICK = (4, 9, 14)  # by rank of the indicator: thin is started, thick is work
_ROW, _NAME, _AFTER = 21, 24, 14


def draw(staven: Staven, breedte: int) -> Blad:
    """Draw *staven*; the height follows from the number of bars."""
    rows = sum(_NAME + _ROW * len(bars) + _AFTER for _, bars in staven.groepen)
    blad = Blad(breedte, max(rows, 1))
    bars = [bar for _, group in staven.groepen for bar in group]
    highest = max((bar.waarde.getal or 0 for bar in bars), default=0) or 1
    widest = max((room(bar.label) for bar in bars), default=0)
    scale = max(breedte - widest - 28, 60) / highest
    y = 0.0
    for name, group in staven.groepen:
        blad.tekst(0, y + 17, cut(name, breedte), "tekst-sterk")
        y += _NAME
        for bar in group:
            _bar(blad, bar, scale, y + _ROW / 2)
            y += _ROW
        y += _AFTER
    return blad


def _bar(blad: Blad, bar: Staaf, scale: float, middle: float) -> None:
    thick = _THICK[min(bar.soort, 2)]
    if bar.waarde.getal is None:
        corners = [(1.0, middle - 5), (31.0, middle - 5), (31.0, middle + 5), (1.0, middle + 5)]
        blad.lijn([*corners, corners[0]], "ontbreekt", streep=(3, 3))
        end = 31.0
    elif bar.waarde.getal == 0:
        blad.lijn([(0, middle + 5), (31, middle + 5)], "as")
        end = 31.0
    else:
        end = max(bar.waarde.getal * scale, 1.5)
        blad.vlak(0, middle - thick / 2, end, thick, f"staaf-{min(bar.soort, 2)}")
        for extra, width in ((3.5, 3), (8, 2), (12, 1)) if bar.waarde.above else ():
            x = end + extra
            blad.lijn([(x, middle - thick / 2), (x, middle + thick / 2)], "ruim", dik=width)
        end += 14 if bar.waarde.above else 0
    blad.tekst(end + 8, middle + 6, bar.label)
