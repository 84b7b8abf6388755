"""Figures → SVG text, drawn with matplotlib; `spec.py` says what can be shown."""

from dataclasses import dataclass

from waw_site.chart.spec import Lat, Staven, Tekening


@dataclass(frozen=True, slots=True)
class Beeld:
    """A drawn chart for one width: its size in pixels and its marks as SVG elements."""

    breedte: int
    hoogte: int
    svg: str


def draw(tekening: Tekening) -> tuple[Beeld, ...]:
    """Draw *tekening* for a wide and for a narrow page; imports matplotlib."""
    from waw_site.chart import lat, staven, style, tijdlijn

    def on_paper(width: int) -> style.Blad:
        match tekening:
            case Lat():
                return lat.draw(tekening, width)
            case Staven():
                return staven.draw(tekening, width)
            case _:
                return tijdlijn.draw(tekening, width)

    sheets = [on_paper(width) for width in (style.BREED, style.KRAP)]
    return tuple(Beeld(sheet.breedte, sheet.hoogte, sheet.svg()) for sheet in sheets)
