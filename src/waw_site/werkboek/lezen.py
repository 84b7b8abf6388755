"""The bytes of an Excel workbook → tables, with a message for all that cannot be trusted."""

import io
import re
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from waw_site.problem import Ernst
from waw_site.werkboek import vorm
from waw_site.werkboek.keuze import gelijk
from waw_site.werkboek.tabel import (
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    Bezwaar,
    Cel,
    Gemaakt,
    Inzending,
    OnleesbaarError,
    Plaats,
    Tabel,
)

GROOTSTE = 5_000_000  # bytes of a file; ten times that of a real programme
_UITGEPAKT = 30_000_000  # bytes of what it holds
_DELEN = 500  # files within it
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_OPSLAAN = "Kies in Excel: Opslaan als, en dan Excel-werkmap (.xlsx)."


def lees(data: bytes) -> Inzending:
    """Every sheet with figures. Raises OnleesbaarError."""
    _kijk(data)
    try:
        with warnings.catch_warnings():  # of what it does not keep, in English
            warnings.simplefilter("ignore")
            shown = load_workbook(io.BytesIO(data), data_only=True)
            typed = load_workbook(io.BytesIO(data))
    except Exception as error:  # openpyxl raises whatever it stumbles over
        raise OnleesbaarError(
            "Dit werkboek is beschadigd; het kan niet worden gelezen.",
            f"Open het in Excel en bewaar het opnieuw. {_OPSLAAN}",
        ) from error
    bezwaren: list[Bezwaar] = []
    tables = []
    for n, sheet in enumerate(shown.worksheets, start=1):
        if sheet.title in (vorm.TOELICHTING, vorm.KEUZES):
            continue
        lezer = _Lezer(n, sheet, typed[sheet.title])
        tables.append(lezer.tabel())
        bezwaren += lezer.bezwaren
    return Inzending(tables, bezwaren, _gemaakt(shown))


def _kijk(data: bytes) -> None:
    """Refuse by its bytes what is no workbook of ours, or too large to open."""
    if len(data) > GROOTSTE:
        raise OnleesbaarError(f"Dit bestand is groter dan {GROOTSTE // 10**6} MB.", _GOEDE)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise OnleesbaarError(
                "Dit werkboek is beveiligd met een wachtwoord.",
                "Haal het wachtwoord eraf: Bestand, Info, Werkmap beveiligen.",
            )
        raise OnleesbaarError("Dit is een Excel-bestand van de oude soort (.xls).", _OPSLAAN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _kijk_in(archive)
    except (*_STUK, zipfile.BadZipFile) as error:
        raise OnleesbaarError(
            "Dit is geen Excel-werkboek, of het is beschadigd.",
            f"{_OPSLAAN} Is het CSV? Noem het dan .csv.",
        ) from error


_STUK = (zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, KeyError)
_GOEDE = "Is het wel het goede bestand?"


def _kijk_in(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    infos = archive.infolist()
    if len(infos) > _DELEN or sum(info.file_size for info in infos) > _UITGEPAKT:
        raise OnleesbaarError(
            f"Dit bestand is uitgepakt groter dan {_UITGEPAKT // 10**6} MB; het is niet geopend.",
            _GOEDE,
        )
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise OnleesbaarError(
            "Dit is een werkboek van LibreOffice (.ods).",
            "Kies in LibreOffice: Opslaan als, en dan Excel 2007-365 (.xlsx).",
        )
    if "xl/workbook.bin" in names:
        raise OnleesbaarError("Dit is een binair Excel-bestand (.xlsb).", _OPSLAAN)
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise OnleesbaarError("Dit is geen Excel-werkboek.", _OPSLAAN)
    if "xl/workbook.xml" in names and _STRIKT in archive.read("xl/workbook.xml"):
        raise OnleesbaarError("Dit werkboek is bewaard als Strict Open XML.", _OPSLAAN)
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        raise OnleesbaarError("Dit werkboek bevat macro's (.xlsm).", _OPSLAAN)
    for info in infos:
        if info.filename.endswith((".xml", ".rels")) and _heeft_dtd(archive.read(info)):
            raise OnleesbaarError("Dit werkboek is niet van Excel; het is niet geopend.", _OPSLAAN)


def _heeft_dtd(xml: bytes) -> bool:
    """Whether it declares entities, which no workbook does: they may unfold without end."""
    return any(f"<!{word}".encode(code) in xml for word in ("DOCTYPE", "ENTITY") for code in _CODES)


_STRIKT = b"http://purl.oclc.org/ooxml/"
_CODES = ("ascii", "utf-16-le", "utf-16-be")


def _gemaakt(book: Any) -> dict[str, Gemaakt]:
    """What each sheet was made with, from the sheet with the words to choose."""
    if vorm.KEUZES not in book.sheetnames:
        return {}
    names: dict[int, list[str]] = {}
    for (row, column), cell in sorted(book[vorm.KEUZES]._cells.items()):  # only those there are
        if cell.value is not None and row <= MEESTE_RIJEN and column <= MEESTE_KOLOMMEN:
            names.setdefault(column, []).append(str(cell.value))
    lists = {head: tuple(words) for head, *words in names.values()}
    sheets = [head.removeprefix(vorm.REGELS) for head in lists if head.startswith(vorm.REGELS)]
    return {
        name: Gemaakt(lists.get(f"{vorm.KOLOMMEN}{name}", ()), lists[f"{vorm.REGELS}{name}"])
        for name in sheets
    }


_VERBORGEN = {gelijk(kolom.kop) for kolom in vorm.VERBORGEN}
# Excel puts an explanation of its own before a remark with answers.
_DRAAD = re.compile(r"^\[.*?\b(?:Comment|Opmerking):\s", re.DOTALL)
_KOPPEN = ("sleutel", "project")  # the first heads of a sheet


class _Lezer:
    """Reads one sheet: *shown* has the outcome of formulas, *typed* the formulas themselves."""

    def __init__(self, nummer: int, shown: Worksheet, typed: Worksheet) -> None:
        self.nummer = nummer
        self.shown, self.typed = shown, typed
        self.bezwaren: list[Bezwaar] = []

    def plaats(self, row: int = 0, column: int = 0) -> Plaats:
        return Plaats(self.nummer, row, column, self.shown.title)

    def tabel(self) -> Tabel:
        cells = {at: cell for at, cell in self._cells() if self._gevuld(at, cell)}
        if any(r > MEESTE_RIJEN or c > MEESTE_KOLOMMEN for r, c in cells):
            message = (
                f"Dit blad heeft meer dan {MEESTE_RIJEN} regels of {MEESTE_KOLOMMEN} kolommen."
            )
            self._bezwaar(self.plaats(), message, _GOEDE)
            return Tabel(self.plaats(), ())
        width = Counter(r for r, _ in cells)
        heads = {r for (r, _), c in cells.items() if gelijk(str(c.value)) in _KOPPEN}
        kop = max(sorted(heads), key=width.__getitem__, default=0)
        self._samengevoegd(kop)
        self._verborgen(cells, kop)
        self._opmerkingen()
        rows: dict[int, list[Cel]] = {}
        for (row, column), cell in sorted(cells.items()):
            rows.setdefault(row, []).append(self._cel(row, column, cell))
        return Tabel(self.plaats(), [cels for _, cels in sorted(rows.items())])

    def _cells(self) -> Iterator[tuple[tuple[int, int], Any]]:
        yield from self.shown._cells.items()  # only those there are

    def _gevuld(self, at: tuple[int, int], cell: Any) -> bool:
        if isinstance(cell.value, str) and not cell.value.strip():
            return False
        return cell.value is not None or self._formule(at)

    def _formule(self, at: tuple[int, int]) -> bool:
        cell = self.typed._cells.get(at)
        return cell is not None and cell.data_type == "f"

    def _cel(self, row: int, column: int, cell: Any) -> Cel:
        plaats = self.plaats(row, column)
        value: object = cell.value
        if cell.data_type == "e":
            self._bezwaar(
                plaats,
                f"Hier staat een fout van Excel ({value}).",
                "Herstel de formule, of typ het getal zelf.",
            )
            value = None
        elif self._formule((row, column)) and value is None:
            self._bezwaar(
                plaats,
                "Hier staat een formule zonder uitkomst.",
                "Open het werkboek in Excel, bewaar het, en probeer het opnieuw. Of typ het getal.",
            )
        return Cel(plaats, value, str(cell.number_format or ""))

    def _opmerkingen(self) -> None:
        """What people say beside a cell, also where it is empty: that is why."""
        for (row, column), cell in sorted(self._cells(), key=_plek):
            said = _DRAAD.sub("", cell.comment.text) if cell.comment else ""
            if said.strip():
                message = f"Bij deze cel staat een opmerking: “{' '.join(said.split())}”."
                hint = "Zij wordt niet overgenomen; zet wat een lezer moet weten in de toelichting."
                self._bezwaar(self.plaats(row, column), message, hint, Ernst.OPMERKING)

    def _samengevoegd(self, kop: int) -> None:
        for merged in self.shown.merged_cells.ranges:
            if kop and merged.max_row >= kop:
                self._bezwaar(
                    self.plaats(merged.min_row, merged.min_col),
                    f"De cellen {merged.coord} zijn samengevoegd; van wie het getal is, is niet te "
                    "zien.",
                    "Splits ze: Start, Samenvoegen ongedaan maken. Vul elke cel in.",
                )

    def _verborgen(self, cells: dict[tuple[int, int], Any], kop: int) -> None:
        """What nobody sees is not read in silence; but for the column with our keys."""
        below = [at for at in cells if at[0] >= kop]
        if self.shown.sheet_state != "visible" and below:
            self._bezwaar(
                self.plaats(),
                "Dit blad is verborgen, en er staan cijfers op.",
                "Maak het zichtbaar (rechtsklik op een tab, Zichtbaar maken), of haal het weg.",
            )
        rows = {r for r, _ in below if r > kop and self.shown.row_dimensions[r].hidden}
        for first, last in _reeksen(sorted(rows)):
            which = f"Regel {first} is" if first == last else f"De regels {first} t/m {last} zijn"
            message = f"{which} verborgen, en er staan gegevens in."
            self._bezwaar(
                self.plaats(first, 1), message, "Zet het filter uit, of maak ze zichtbaar."
            )
        for column in sorted({c for _, c in below} & self._verborgen_kolommen()):
            head = cells.get((kop, column))
            if head is None or gelijk(str(head.value)) not in _VERBORGEN:
                self._bezwaar(
                    self.plaats(kop or 1, column),
                    f"Kolom {get_column_letter(column)} is verborgen, en er staan gegevens in.",
                    "Maak haar zichtbaar, of haal haar weg.",
                )

    def _verborgen_kolommen(self) -> set[int]:
        found: set[int] = set()
        for dimension in self.shown.column_dimensions.values():
            if dimension.hidden:
                first = dimension.min or _nummer(dimension.index)
                found |= set(range(first, min(dimension.max or first, MEESTE_KOLOMMEN) + 1))
        return found

    def _bezwaar(self, plaats: Plaats, melding: str, hint: str, ernst: Ernst = Ernst.FOUT) -> None:
        self.bezwaren.append(Bezwaar(plaats, melding, hint, ernst))


def _plek(item: tuple[tuple[int, int], Any]) -> tuple[int, int]:
    return item[0]


def _reeksen(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow each other, as the first and the last of them."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def _nummer(letters: str) -> int:
    n = 0
    for one in re.sub("[^A-Z]", "", letters):
        n = n * 26 + ord(one) - 64
    return n
