"""The figures of a page as a CSV that opens in a Dutch Excel: `;`, a decimal comma, a BOM, CRLF."""

import csv
import io
from collections.abc import Iterable

from waw_site import notation
from waw_site.catalogus import _, later
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
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_(word) for word in KOP])
    for rij in rijen:
        h, w = rij.herkomst, rij.waarde
        place = f"{h.plaats.path}:{h.plaats.line}" if h.plaats else ""
        quarter = str(h.peil) if h.peil else ""
        provisional = _("ja") if h.voorlopig else _("nee")
        about = _(w.kwalificatie) if w.kwalificatie else ""
        said = (rij.nummer, h.naam, getal(w), about, _(w.soort), quarter, provisional)
        writer.writerow([*said, h.bron, place, h.regel])
    return out.getvalue().encode("utf-8-sig")


def getal(w: Waarde) -> str:
    """The bare number, as a sheet counts with it: 1146, 50455,25."""
    if w.getal is None:
        return notation.waarde(w)
    if w.soort is not Soort.EURO:
        return str(w.getal)
    whole, cents = divmod(abs(w.getal), 100)
    return f"{'-' if w.getal < 0 else ''}{whole},{cents:02d}"
