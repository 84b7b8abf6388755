"""The figures of a page as a CSV that opens in a Dutch Excel: `;`, a decimal comma, a BOM, CRLF."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from waw_site import notation
from waw_site.catalogus import _, later
from waw_site.gegevens.tekst import PUNTKOMMA, Cel, csv_van
from waw_site.render import Rij
from waw_site.waarde import Soort, Waarde

KOP = (
    later("nummer"),
    later("naam"),
    later("waarde"),
    later("kwalificatie"),
    later("eenheid"),
    later("stand tot en met"),
    later("voorlopig"),
    later("bron"),
    later("bestand en regel"),
    later("berekening"),
)
_UNITS = (later("aantal"), later("procent"), later("euro"), later("maanden"))  # each Soort


def cijferlijst(rijen: Iterable[Rij]) -> bytes:
    """One line for each figure, under the number that the page gives it."""
    rows: list[Sequence[Cel]] = [[_(word) for word in KOP]]
    for rij in rijen:
        h, w = rij.herkomst, rij.waarde
        place = f"{h.plaats.path}:{h.plaats.line}" if h.plaats else ""
        quarter = str(h.peil) if h.peil else ""
        provisional = _("ja") if h.voorlopig else _("nee")
        about = _(w.kwalificatie) if w.kwalificatie else ""
        said = (rij.nummer, h.naam, getal(w), about, _(w.soort), quarter, provisional)
        rows.append([*said, h.bron, place, h.regel])
    return csv_van(rows, PUNTKOMMA)


def getal(w: Waarde) -> str | int | Decimal:
    """The bare number, as a sheet counts with it: 1146, 50455.25; or why there is none."""
    if w.getal is None:
        return notation.waarde(w)
    return Decimal(w.getal).scaleb(-2) if w.soort is Soort.EURO else w.getal
