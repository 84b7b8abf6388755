"""
Rows → an Excel workbook, the same bytes for the same rows.

A library makes the workbook once, with its looks, its head and its sheets of explanation; the rows
are put into it as XML, so that a changed figure does not need the library again.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from waw_site.gegevens.rijen import Rij
from waw_site.gegevens.tekst import ja_nee

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Blad = tuple[str, Sequence[str], Sequence[Sequence[str]]]  # its name, its head, its rows

_DAY = datetime(2000, 1, 1)
_ROWS = "xl/worksheets/sheet1.xml"
_PROPERTIES = "docProps/core.xml"
_END = b"</sheetData>"
_SIZE = re.compile(rb"<dimension [^>]*/>")  # of the head alone
_STAMP = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_WIDE = {"projectnaam": 32, "bron": 48, "bestand": 40, "berekening": 48, "cijfer": 48}
_WIDEST = 90


def sjabloon(titel: str, naam: str, uitleg: Sequence[Blad]) -> bytes:
    """A workbook called *titel* with the head of the sheet *naam*, and sheets of explanation."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = titel
    book.properties.creator = titel
    book.properties.created = _DAY
    sheet = book.worksheets[0]
    _fill(sheet, (naam, Rij._fields, ()))
    sheet.freeze_panes = "A2"
    for blad in uitleg:
        _fill(book.create_sheet(), blad)
    out = io.BytesIO()
    book.save(out)
    return vul(out.getvalue(), b"")  # without a trace of when it was made, as it is kept


def _fill(sheet: "Worksheet", blad: Blad) -> None:
    """Write *blad*: a bold head, texts that are only texts, and columns of a fitting width."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.title, head, rows = blad
    for n, rij in enumerate((head, *rows), start=1):
        for m, tekst in enumerate(rij, start=1):
            cell = sheet.cell(n, m, tekst)
            cell.data_type = "s"  # never a formula
            cell.font = Font(bold=n == 1)
            if rows:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for m, naam in enumerate(head, start=1):
        longest = max((len(rij[m - 1]) for rij in rows), default=_WIDE.get(naam, 0))
        sheet.column_dimensions[get_column_letter(m)].width = min(
            max(longest, len(naam)) + 2, _WIDEST
        )


def xml_van(rijen: Iterable[Rij]) -> bytes:
    """Rows of a sheet; where they stand follows from their order."""
    return "".join(f"<row>{''.join(map(_cel, rij))}</row>" for rij in rijen).encode()


def vul(leeg: bytes, rows: bytes) -> bytes:
    """The workbook *leeg* with *rows* under its head, without a trace of when it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(leeg)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = old.read(name)
            if name == _ROWS:
                content = _SIZE.sub(b"", content).replace(_END, rows + _END)
            if name == _PROPERTIES:
                content = _STAMP.sub(rb"\g<1>" + f"{_DAY.isoformat()}Z".encode(), content)
            info = zipfile.ZipInfo(name, _DAY.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, content)
    return out.getvalue()


def _cel(cel: str | int | bool | None) -> str:
    if cel is None:
        return "<c/>"
    if isinstance(cel, int) and not isinstance(cel, bool):
        return f"<c><v>{cel}</v></c>"
    text = cel if isinstance(cel, str) else ja_nee(cel)
    return f'<c t="inlineStr"><is><t>{escape(text, quote=False)}</t></is></c>'
