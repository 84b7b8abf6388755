"""Sheets → a workbook, with the cells to fill open and all the rest locked."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from math import ceil
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Protection
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.datavalidation import DataValidation

from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.werkboek import opmaak, verstuurd, vorm
from waw_site.werkboek.blad import Blad
from waw_site.werkboek.lijsten import Lijsten, heel, keuze
from waw_site.werkboek.opgave import MEESTE, Opgave
from waw_site.werkboek.uitleg import alineas
from waw_site.werkboek.vorm import VERBORGEN, VERSTUURD, Kolom, Regel, Soort

KOP = 3  # the row with the heads of the columns
_TOEN = datetime(2000, 1, 1)  # same sheets, same bytes: a file knows no hour
EXTRA = 20  # empty rows below, for a breakdown that was not there


def schrijf(dataset: Dataset, bladen: Sequence[Blad]) -> bytes:
    """The workbook as bytes: the same for the same sheets."""
    book = Workbook()
    book.properties.creator = dataset.programma.regio
    book.properties.title = f"{dataset.programma.naam}: cijfers"
    uitleg: Any = book.active
    uitleg.title = vorm.TOELICHTING
    _toelichting(uitleg, alineas(dataset, bladen))
    lijsten = Lijsten(book.create_sheet(vorm.KEUZES), vorm.lijsten(dataset))
    lijsten.zet("Deel", _delen(dataset))
    for blad in bladen:
        sheet = book.create_sheet(str(blad.kwartaal), index=len(book.sheetnames) - 1)
        _Schrijver(sheet, dataset, blad, lijsten).schrijf()
    lijsten.sluit()
    if bladen:
        book.active = 1
    for sheet in book:  # two that are selected would both get what is typed in one
        sheet.sheet_view.tabSelected = sheet is book.active
    return _bytes(book)


def _delen(dataset: Dataset) -> list[str]:
    """The words for the parts of every dimension, each once."""
    words = (
        w
        for d in dataset.programma.dimensies
        for w in vorm.delen(dataset.programma, (d,)).woorden.values()
    )
    return list(dict.fromkeys(words))


def _toelichting(sheet: Any, rows: Iterable[tuple[str, str]]) -> None:
    """The sheet in words: a column of names and one of what they are; a name alone is a heading."""
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 90
    for n, (name, said) in enumerate(rows, start=1):
        one, other = sheet.cell(n, 1), sheet.cell(n, 2)
        opmaak.tekst(one, name)
        size = 16 if n == 1 else 11 if said else 13
        one.font = opmaak.lettertype(bold=True, size=size)
        sheet.row_dimensions[n].height = size * 1.6 if name and not said else None
        one.alignment = Alignment(vertical="top", wrap_text=bool(said))
        if said:
            lines = max(ceil(len(name) / 32), ceil(len(said) / 85))
            sheet.row_dimensions[n].height = opmaak.REGEL * lines + 3
            opmaak.tekst(other, said)
            other.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.protection.sheet = True
    opmaak.papier(sheet, landscape=False)


@dataclass
class _Schrijver:
    """Writes one sheet."""

    sheet: Any
    dataset: Dataset
    blad: Blad
    lijsten: Lijsten

    def schrijf(self) -> None:
        sheet, blad = self.sheet, self.blad
        rows = [*blad.regels, *[None] * (EXTRA if self._mag_erbij() else 0)]
        self._koppen()
        for n, regel in enumerate(rows, start=KOP + 1):
            for column, kolom in enumerate(blad.kolommen, start=1):
                cell = sheet.cell(n, column)
                if regel:
                    self._vul(cell, regel, kolom)
                self._maak_op(cell, kolom, open_=self._is_open(regel, kolom), regel=regel)
            self._hoogte(n)
        for column, kolom in enumerate(blad.kolommen, start=1):
            self._controle(column, kolom, rows)
        self.lijsten.zet(f"Projecten {blad.kwartaal}", self._projecten())
        self.lijsten.noteer(f"{vorm.KOLOMMEN}{blad.kwartaal}", [k.kop for k in blad.kolommen])
        self.lijsten.noteer(f"{vorm.REGELS}{blad.kwartaal}", [str(r) for r in blad.regels])
        sheet.freeze_panes = sheet.cell(KOP + 1, len(vorm.VAST) + 1)
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        sheet.print_title_rows, sheet.print_title_cols = f"{KOP}:{KOP}", "B:D"
        sheet.print_area = f"B1:{letter(len(blad.kolommen) - 1)}{KOP + len(blad.regels)}"
        wide = sum(self._breed(kolom) for kolom in blad.kolommen if kolom not in VERBORGEN)
        opmaak.papier(sheet, breedte=wide)

    def _mag_erbij(self) -> bool:
        return bool(self.dataset.programma.dimensies) and not self.blad.verzegeld

    def _projecten(self) -> list[str]:
        known = self.lijsten.lijsten["project"]
        return [known.woord(slug) for slug in dict.fromkeys(r.slug for r in self.blad.regels)]

    def _koppen(self) -> None:
        sheet, blad = self.sheet, self.blad
        opmaak.tekst(sheet.cell(1, 2), vorm.titel(self.dataset, blad.kwartaal))
        sheet.cell(1, 2).font = opmaak.lettertype(bold=True, size=14)
        said = (
            "Deze editie is verzegeld: haar cijfers veranderen alleen met een erratum."
            if blad.verzegeld
            else "Vul de gele cellen. Weet u een cijfer niet? Laat de cel leeg. Geen enkele? Typ 0."
        )
        opmaak.tekst(sheet.cell(2, 2), said)
        sheet.row_dimensions[KOP].height = 62
        for column, kolom in enumerate(blad.kolommen, start=1):
            cell = sheet.cell(KOP, column)
            opmaak.tekst(cell, kolom.kop)
            cell.font = opmaak.lettertype(bold=kolom.soort is not Soort.VORIG, color="FFFFFF")
            cell.fill, cell.border = opmaak.KOP_VUL, opmaak.LIJN
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            sheet.column_dimensions[letter(column)].width = self._breed(kolom)
            sheet.column_dimensions[letter(column)].hidden = kolom in VERBORGEN

    def _breed(self, kolom: Kolom) -> int:
        """How wide a column is, in characters: a figure of before does not wrap."""
        before = (v for (_, key), v in self.blad.vorige.items() if key == kolom.sleutel)
        return max(opmaak.breed(kolom), *(len(_vorig(*found)) + 2 for found in before), 0)

    def _hoogte(self, row: int) -> None:
        """Make room for the texts of a row, which wrap."""
        lines = 1
        for column, kolom in enumerate(self.blad.kolommen, start=1):
            value = self.sheet.cell(row, column).value
            shown = kolom.soort not in (Soort.CIJFER, Soort.VORIG) and kolom not in VERBORGEN
            if isinstance(value, str) and shown:
                parts = (wrap(line, opmaak.breed(kolom)) for line in value.split("\n"))
                lines = max(lines, sum(max(1, len(part)) for part in parts))
        self.sheet.row_dimensions[row].height = opmaak.REGEL * min(lines, 20) + 2

    def _is_open(self, regel: Regel | None, kolom: Kolom) -> bool:
        if regel is None:
            words = kolom.sleutel in ("toelichting", "kop")
            return kolom.soort not in (Soort.VORIG, Soort.KEUZE) and not (
                words or kolom in VERBORGEN
            )
        return not self.blad.verzegeld and self._hoort(regel, kolom)

    def _hoort(self, regel: Regel | None, kolom: Kolom) -> bool:
        """Whether a cell is asked of its row."""
        return (regel, kolom.sleutel) in self.blad.gevraagd

    def _vul(self, cell: Any, regel: Regel, kolom: Kolom) -> None:
        found = self.blad.vorige.get((regel, kolom.sleutel))
        value = self.blad.inhoud[regel].get(kolom.sleutel) if found is None else found[1]
        if kolom.soort is Soort.VAST:
            words = self.lijsten.lijsten
            text = vorm.naam(self.dataset.programma, words, regel, kolom.sleutel)
            opmaak.tekst(cell, verstuurd.schrijf(self.blad, regel) if kolom is VERSTUURD else text)
        elif isinstance(value, Opgave):
            if isinstance(value.waarde, int) and not value.kwalificatie:
                cell.value, cell.number_format = value.waarde, opmaak.GETAL
            elif value.waarde is not None:
                opmaak.tekst(cell, str(value))
            if found and isinstance(cell.value, int):
                cell.number_format = f'{opmaak.GETAL}" ({found[0]})"'
            elif found:
                opmaak.tekst(cell, _vorig(*found))
        elif value is not None:
            lijst = self.lijsten.lijsten.get(kolom.lijst)
            opmaak.tekst(cell, lijst.woord(value) if lijst else value)

    def _maak_op(self, cell: Any, kolom: Kolom, *, open_: bool, regel: Regel | None) -> None:
        cell.border = opmaak.LIJN
        cell.protection = Protection(locked=not open_)
        figure = kolom.soort in (Soort.CIJFER, Soort.VORIG)
        indent = 1 if regel and regel.naar and kolom.sleutel in ("project", "deel") else 0
        cell.alignment = Alignment(
            horizontal="right" if figure else "left",
            vertical="top",
            wrap_text=not figure,
            indent=indent,
        )
        if cell.value is None:
            cell.number_format = opmaak.GETAL if figure else opmaak.TEKST
        if open_:
            cell.fill = opmaak.OPEN_VUL
        elif kolom.soort is Soort.CIJFER and not self._hoort(regel, kolom):
            cell.fill = opmaak.NIET_VUL
        else:
            cell.fill = opmaak.VAST_VUL
        if kolom.sleutel == "project" and regel:
            cell.font = opmaak.lettertype(bold=not regel.naar)
        elif kolom.soort is Soort.VORIG:
            cell.font = opmaak.lettertype(italic=True)

    def _controle(self, column: int, kolom: Kolom, rows: Sequence[Regel | None]) -> None:
        """What may be typed in the open cells of a column."""
        whole = [
            n for n, r in enumerate(rows, KOP + 1) if r and not r.naar and self._is_open(r, kolom)
        ]
        parts = [
            n for n, r in enumerate(rows, KOP + 1) if (not r or r.naar) and self._is_open(r, kolom)
        ]
        if kolom.soort is Soort.CIJFER:
            percent = self.dataset.programma.indicatoren[kolom.indicator].soort == "percentage"
            self._zet(heel(100 if percent else MEESTE, strict=False), column, whole)
            self._zet(heel(100 if percent else MEESTE, strict=True), column, parts)
        elif kolom.soort is Soort.KEUZE:
            self._zet(keuze(self.lijsten.lijst(kolom.kop, kolom.lijst)), column, whole)
        elif kolom.sleutel == "verdeling":
            self._zet(keuze(self.lijsten.lijst(kolom.kop, kolom.sleutel)), column, parts)
        elif kolom.sleutel == "deel":
            self._zet(keuze(self.lijsten.bereik.get("Deel", ""), strict=False), column, parts)
        elif kolom.sleutel == "project":
            bereik = self.lijsten.zet(f"Projecten {self.blad.kwartaal}", self._projecten())
            self._zet(keuze(bereik), column, parts)

    def _zet(self, controle: DataValidation, column: int, rows: Sequence[int]) -> None:
        for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            numbers = [row for _, row in run]
            at = letter(column)
            controle.add(f"{at}{numbers[0]}:{at}{numbers[-1]}")
        if rows and controle.formula1:
            self.sheet.add_data_validation(controle)


def _vorig(kwartaal: Kwartaal, figure: Opgave) -> str:
    return f"{figure} ({kwartaal})"


def _bytes(book: Workbook) -> bytes:
    """The file of *book*, without the hour at which it was made."""
    made, fixed = io.BytesIO(), io.BytesIO()
    book.properties.created = _TOEN
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "docProps/core.xml":
                stamp = f"{book.properties.modified:%Y-%m-%dT%H:%M:%SZ}".encode()
                data = data.replace(stamp, f"{_TOEN:%Y-%m-%dT%H:%M:%SZ}".encode())
            plain = zipfile.ZipInfo(info.filename, (2000, 1, 1, 0, 0, 0))
            target.writestr(plain, data, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
