"""What a file holds, whatever kind it is: tables of cells, each with its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from waw_site.problem import Ernst, Place, Problem

MEESTE_RIJEN, MEESTE_KOLOMMEN = 5000, 300  # of one sheet; a hundred times those of a real one


@dataclass(frozen=True, slots=True, order=True)
class Plaats:
    """A cell: the sheet by its number and name (none in a CSV file), its row and column from 1."""

    nummer: int
    rij: int
    kolom: int
    blad: str = ""

    def __str__(self) -> str:
        if not self.blad and not self.rij:
            return "het bestand"
        if not self.blad:
            return f"regel {self.rij}" + (f", kolom {self.kolom}" if self.kolom else "")
        if not self.rij:
            return f"blad {self.blad}"
        return f"blad {self.blad}, cel {get_column_letter(max(self.kolom, 1))}{self.rij}"


@dataclass(frozen=True, slots=True)
class Cel:
    """A value as the file holds it, and the format in which Excel shows it."""

    plaats: Plaats
    waarde: object
    opmaak: str = ""

    @property
    def leeg(self) -> bool:
        """Whether nothing can be seen in it."""
        return self.waarde is None or (isinstance(self.waarde, str) and not self.waarde.strip())

    @property
    def tekst(self) -> str:
        """What it says, as words."""
        return " ".join(str(self.waarde).split()) if self.waarde is not None else ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """One sheet, or a whole CSV file: rows of cells, empty ones left out."""

    plaats: Plaats
    rijen: Sequence[Sequence[Cel]]
    csv: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Bezwaar:
    """What is wrong with one cell, in a sentence, and what to do about it."""

    plaats: Plaats
    melding: str
    hint: str = ""
    ernst: Ernst = Ernst.FOUT

    def problem(self, bestand: str) -> Problem:
        """As a problem in the file."""
        where = str(self.plaats)
        message = f"{where[:1].upper()}{where[1:]}: {self.melding[:1].lower()}{self.melding[1:]}"
        place = Place(bestand, max(self.plaats.rij, 1), max(self.plaats.kolom, 1))
        return Problem(place, message, self.hint, self.ernst)


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What a sheet was made with: the heads of its columns in order, and the keys of its rows."""

    kolommen: tuple[str, ...] = ()
    regels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inzending:
    """The tables of a file, what is wrong with them, and what its sheets were made with."""

    tabellen: Sequence[Tabel]
    bezwaren: Sequence[Bezwaar] = ()
    gemaakt: Mapping[str, Gemaakt] = field(default_factory=dict)  # by sheet; none: not known


class OnleesbaarError(Exception):
    """A file as a whole cannot be used: why, and what to do."""

    def __init__(self, melding: str, hint: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.hint = hint
