"""The sheet with words to choose from, and what may be typed in a cell."""

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.datavalidation import DataValidation

from waw_site.werkboek import opmaak, vorm
from waw_site.werkboek.keuze import Keuzes


class Lijsten:
    """The sheet with the words that may be chosen, a column for each list."""

    def __init__(self, sheet: Any, lijsten: Mapping[str, Keuzes]) -> None:
        self.sheet = sheet
        self.lijsten = lijsten
        self.bereik: dict[str, str] = {}

    def zet(self, kop: str, words: Sequence[str]) -> str:
        """Where *words* stand; they are written once."""
        if kop not in self.bereik and words:
            column = len(self.bereik) + 1
            head = self.sheet.cell(1, column)
            opmaak.tekst(head, kop)
            head.font = opmaak.lettertype(bold=True)
            for n, word in enumerate(words, start=2):
                opmaak.tekst(self.sheet.cell(n, column), word)
            self.sheet.column_dimensions[letter(column)].width = max(12, *(len(w) for w in words))
            at = letter(column)
            self.bereik[kop] = f"{vorm.KEUZES}!${at}$2:${at}${len(words) + 1}"
        return self.bereik.get(kop, "")

    def lijst(self, kop: str, name: str) -> str:
        """Where the list *name* stands, under *kop*."""
        return self.zet(kop, list(self.lijsten[name].woorden.values()))

    def noteer(self, kop: str, words: Sequence[str]) -> None:
        """Write down, out of sight, what is asked for when the workbook comes back."""
        self.zet(kop, words)
        self.sheet.column_dimensions[letter(len(self.bereik))].hidden = True

    def sluit(self) -> None:
        """Lock the sheet, when every list stands."""
        self.sheet.freeze_panes = "A2"
        self.sheet.protection.sheet = True
        opmaak.papier(self.sheet)


def heel(most: int, *, strict: bool) -> DataValidation:
    """A whole number; in a row of a project also words, after a question."""
    said = f"Typ een heel getal van 0 tot en met {most}, zonder punt of komma."
    if not strict:
        said += " Ook goed: n.v.t., of een woord dat afrondt met een getal, zoals ruim 450."
    return DataValidation(
        type="whole",
        operator="between",
        formula1="0",
        formula2=str(most),
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if strict else "warning",
        errorTitle="Geen heel getal",
        error=said,
    )


def keuze(bereik: str, *, strict: bool = True) -> DataValidation:
    """One of the words at *bereik*; when not *strict* another too, after a question."""
    return DataValidation(
        type="list",
        formula1=bereik,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if strict else "warning",
        errorTitle="Niet in de lijst",
        error="Kies een woord uit de lijst; zij staat op het blad Keuzes.",
    )
