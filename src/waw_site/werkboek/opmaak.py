"""How a sheet looks: letters, colours, room, paper."""

from math import ceil
from typing import Any

from openpyxl.styles import Border, Font, PatternFill, Side

from waw_site.gegevens.tekst import veilig
from waw_site.werkboek.vorm import Kolom

_A4, _A3 = 9, 8
_A3_BREDER = 1.4  # times A4
_RAND = Side("thin", color="999999")
LIJN = Border(left=_RAND, right=_RAND, top=_RAND, bottom=_RAND)
KOP_VUL = PatternFill("solid", fgColor="1F3A5F")
VAST_VUL = PatternFill("solid", fgColor="EDEFF2")
NIET_VUL = PatternFill("solid", fgColor="C9CED6")
OPEN_VUL = PatternFill("solid", fgColor="FFF8DC")
GETAL, TEKST = "#,##0", "@"
_PAGINA = 230  # characters that can be read beside each other on one page
REGEL = 15  # points, the height of a line


def lettertype(**how: Any) -> Font:
    """The one letter of a workbook, in a size or weight of its own."""
    return Font(name="Calibri", **{"size": 11, **how})


def tekst(cell: Any, text: str) -> None:
    """Put *text* in *cell* as text, also when it looks like a formula or an error."""
    cell.number_format = TEKST
    if not text:
        return
    cell.value = text
    cell.data_type = "s"
    if text.startswith("'") or veilig(text) != text:
        cell.quotePrefix = True


def papier(sheet: Any, *, landscape: bool = True, breedte: int = 0) -> None:
    """One page wide, or as many as keep it legible; the number of each page stands below."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = _A3 if breedte > _PAGINA else _A4
    sheet.page_setup.fitToWidth = max(1, ceil(breedte / _PAGINA / _A3_BREDER))
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = 0.5
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "&P van &N"


def breed(kolom: Kolom) -> int:
    """How wide a column is, in characters: no word of its head is broken."""
    return max(kolom.breedte, *(len(word) + 2 for word in kolom.kop.split()))
