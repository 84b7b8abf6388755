"""The picture of an edition for who shares it, 1200 by 630, as the networks ask."""

from waw_site.chart import raster
from waw_site.chart.letters import breedte
from waw_site.chart.spec import Deel, Deelregel
from waw_site.chart.style import VET, Blad, grootte

_WIDE, _HIGH, _EDGE, _GAP = 1200, 630, 60, 48
_ROD, _BLOCKS = 26, 7


def teken(deel: Deel) -> bytes:
    """The picture as PNG."""
    return raster.png(leg(deel), 1, dict(deel.kleuren), halo=False)


def leg(deel: Deel) -> Blad:
    """Who and which above, and under it a column for each goal."""
    blad = Blad(_WIDE, _HIGH)
    inside = _WIDE - 2 * _EDGE
    blad.vlak(0, 0, _WIDE, 14, "vlak-inkt")
    blad.tekst(_EDGE, 78, _fit(deel.naam, "deel-naam", inside), "deel-naam")
    blad.tekst(_EDGE, 148, _fit(deel.titel, "deel-kop", inside), "deel-kop")
    said = ", ".join(filter(None, (deel.peil, deel.regio)))
    blad.tekst(_EDGE, 196, _fit(said, "deel-tekst", inside), "deel-tekst")
    count = max(len(deel.regels), 1)
    column = (inside - _GAP * (count - 1)) / count
    for n, regel in enumerate(deel.regels):
        _kolom(blad, regel, _EDGE + n * (column + _GAP), column)
    return blad


def _kolom(blad: Blad, regel: Deelregel, x: float, wide: float) -> None:
    def tekst(y: float, text: str, klasse: str) -> None:
        blad.tekst(x, y, _fit(text, klasse, wide), klasse)

    blad.vlak(x, 232, wide, 4, "vlak-inkt")
    tekst(274, regel.naam, "deel-sterk")
    tekst(314, regel.woord, "deel-tekst")
    number = "deel-cijfer" if len(regel.getal) < 7 else "deel-kop"
    tekst(414, regel.getal, number)
    tekst(460, regel.doel, "deel-tekst")
    if regel.deel is not None:
        blad.vlak(x, 482, wide, _ROD, "vlak-leeg")
        blad.vlak(x, 482, wide * regel.deel, _ROD, "vlak-vol")
        for n in range(10):
            look = "vlak-inkt" if n % 2 == 0 else "vlak-open"
            blad.vlak(x + n * wide / 10, 482 + _ROD, wide / 10, _BLOCKS, look)
    tekst(556, regel.stand, "deel-sterk")
    tekst(592, regel.wie, "deel-tekst")


def _fit(text: str, klasse: str, wide: float) -> str:
    """*text*, shortened so that it fits."""

    def fits(part: str) -> bool:
        return breedte(part, grootte(klasse), vet=klasse in VET) <= wide

    if fits(text):
        return text
    return next(
        (f"{text[:n].rstrip()}…" for n in range(len(text), 0, -1) if fits(f"{text[:n]}…")), ""
    )
