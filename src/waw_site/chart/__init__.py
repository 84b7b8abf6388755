"""Figures → SVG text, drawn with matplotlib; `spec.py` says what can be shown."""

from dataclasses import dataclass

from waw_site.chart.spec import Deel, Helling, Lat, Looptijd, Plaat, Staven, Tekening, Turf


@dataclass(frozen=True, slots=True)
class Beeld:
    """A drawn chart for one width: its size in pixels and its marks as SVG elements."""

    breedte: int
    hoogte: int
    svg: str


def draw(tekening: Tekening) -> tuple[Beeld, ...]:
    """
    Draw *tekening*; imports matplotlib.

    What holds text is drawn for a wide and for a narrow page, strokes and blocks once.
    """
    from waw_site.chart import helling, lat, looptijd, staven, style, svg, tijdlijn, turf

    wide, narrow = style.BREED, style.KRAP
    match tekening:
        case Turf():
            sheets = [turf.draw(tekening)]
        case Looptijd():
            sheets = [looptijd.draw(tekening)]
        case Lat():
            widths = (style.SMAL if tekening.smal else wide, narrow)
            sheets = [lat.draw(tekening, w) for w in widths]
        case Helling():
            sheets = [helling.draw(tekening, w) for w in (style.KOLOM, narrow)]
        case Staven():
            sheets = [staven.draw(tekening, w) for w in (wide, narrow)]
        case _:
            sheets = [tijdlijn.draw(tekening, w) for w in (wide, narrow)]
    return tuple(Beeld(sheet.breedte, sheet.hoogte, svg.svg(sheet)) for sheet in sheets)


def beeld(plaat: Plaat | Deel) -> dict[str, bytes]:
    """The files of a picture by kind (svg, png); imports matplotlib."""
    from waw_site.chart import deel
    from waw_site.chart import plaat as plaat_

    if isinstance(plaat, Deel):
        return {"png": deel.teken(plaat)}
    return plaat_.teken(plaat)
