"""A chart as a picture of its own, read at once wherever it is put: as SVG and as PNG."""

import re
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from waw_site.catalogus import taal
from waw_site.chart import lat, raster, staven, tijdlijn
from waw_site.chart.helling import draw as slope
from waw_site.chart.spec import Helling, Lat, Plaat, Staven, Tijdlijn
from waw_site.chart.style import BREED, VET, Blad, room
from waw_site.chart.svg import svg

_EDGE = 24  # paper around everything
_SCALE = 2  # pixels of the PNG to one of the page
_TITLE, _LINE = 32, 21  # how high a line of the title is, and of other text
_SLOPE = 480  # a comparison of two moments is not wider, or its lines would all lie flat


def teken(plaat: Plaat) -> dict[str, bytes]:
    """The files of the picture, by kind."""
    blad = leg(plaat)
    halo = not isinstance(plaat.tekening, Lat)
    files = {"svg": _svg(plaat, blad, halo=halo)}
    if "png" in plaat.vormen:
        files["png"] = raster.png(blad, _SCALE, dict(plaat.kleuren), halo=halo)
    return files


def leg(plaat: Plaat) -> Blad:
    """The whole picture on a sheet: title, finding, chart, source."""
    chart = _chart(plaat)
    title = _lines(plaat.titel, 24)
    finding, source = _lines(plaat.bevinding), _lines(plaat.bron)
    above = _EDGE + _TITLE * len(title) + _LINE * len(finding) + 16
    below = above + chart.hoogte + 20
    blad = Blad(BREED + 2 * _EDGE, below + _LINE * len(source) + _EDGE)
    for n, line in enumerate(title, start=1):
        blad.tekst(_EDGE, _EDGE + _TITLE * n - 8, line, "tekst-titel")
    for n, line in enumerate(finding, start=1):
        blad.tekst(_EDGE, above - 16 - _LINE * (len(finding) - n), line)
    blad.plak(chart, _EDGE, above)
    blad.lijn([(_EDGE, below), (blad.breedte - _EDGE, below)], "raster")
    for n, line in enumerate(source, start=1):
        blad.tekst(_EDGE, below + 4 + _LINE * n, line)
    return blad


def _chart(plaat: Plaat) -> Blad:
    match plaat.tekening:
        case Lat() as rod:
            return lat.draw(rod, BREED)
        case Staven() as bars:
            return staven.draw(bars, BREED)
        case Tijdlijn() as line:
            return tijdlijn.draw(line, BREED)
        case Helling() as steps:
            return slope(steps, _SLOPE)
        case other:
            raise ValueError(f"holds no text: {other}")


def _lines(text: str, letter: int = 16) -> list[str]:
    """*text* in lines that fit in any sans-serif."""
    most = int(BREED / room("x" * 10, letter) * 10)
    return [line for part in text.splitlines() for line in wrap(part, most)]


def _svg(plaat: Plaat, blad: Blad, *, halo: bool) -> bytes:
    """A document that needs no stylesheet and no font: what a class would say is an attribute."""
    marks = re.sub(r'<text class="waw-([\w-]+)"', lambda m: _text(m[1], halo=halo), svg(blad))
    for ours, theirs in plaat.kleuren:
        marks = marks.replace(f'"{ours}"', f'"{theirs}"')
    size = f'width="{blad.breedte}" height="{blad.hoogte}"'
    language = quoteattr(taal())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {blad.breedte} {blad.hoogte}"'
        f' lang={language} xml:lang={language} role="img" aria-labelledby="titel tekst"'
        f' font-family={quoteattr(plaat.letters)} font-stretch="condensed">'
        f'<title id="titel">{escape(plaat.titel)}</title>'
        f'<desc id="tekst">{escape(f"{plaat.bevinding} {plaat.bron}")}</desc>'
        f'<rect {size} fill="{raster.PAPIER}"/>{marks}</svg>\n'
    ).encode()


def _text(klasse: str, *, halo: bool) -> str:
    weight = ' font-weight="700"' if klasse in VET else ""
    edge = ""
    if halo and klasse in raster.OVER:
        edge = f' stroke="{raster.PAPIER}" stroke-width="{raster.HALO}" stroke-linejoin="round"'
        edge += ' paint-order="stroke"'
    return f'<text class="waw-{klasse}"{weight}{edge}'
