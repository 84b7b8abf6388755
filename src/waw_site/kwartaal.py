"""Reporting periods (2024-Q2, 2024-H1, 2024) and dates of unequal precision, as values."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

PERIODE = r"(?:19|20|21)[0-9]{2}(?:-(?:Q[1-4]|H[12]))?"  # of any rhythm, as it is written
_KWARTAAL = re.compile(r"((?:19|20|21)[0-9]{2})(?:-([QH])([1-4]))?")
_DATUM = re.compile(r"((?:19|20|21)[0-9]{2})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_DAGEN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Ritme(StrEnum):
    """How often a programme reports; the word for one of its periods."""

    KWARTAAL = "kwartaal"
    HALFJAAR = "halfjaar"
    JAAR = "jaar"

    @property
    def per_jaar(self) -> int:
        """Periods in a year."""
        return _PER_JAAR[self]

    @property
    def maanden(self) -> int:
        """Months in a period."""
        return 12 // _PER_JAAR[self]

    @property
    def per_blok(self) -> int:
        """Periods that time is drawn by: those of half a year, or a year where that is one."""
        return max(self.per_jaar // 2, 1)

    @property
    def patroon(self) -> str:
        """A regular expression for what a period of this rhythm is called."""
        letter = _LETTERS[self]
        return r"(?:19|20|21)[0-9]{2}" + (f"-{letter}[1-{self.per_jaar}]" if letter else "")

    def van(self, jaar: int, maand: int) -> "Kwartaal":
        """The period of this rhythm in which a month lies."""
        return Kwartaal(jaar, -(-maand // self.maanden), self)

    @property
    def voorbeeld(self) -> str:
        """A period of this rhythm, to show in messages how it is written."""
        return str(Kwartaal(2024, min(2, self.per_jaar), self))


_PER_JAAR = {Ritme.KWARTAAL: 4, Ritme.HALFJAAR: 2, Ritme.JAAR: 1}
_LETTERS = {Ritme.KWARTAAL: "Q", Ritme.HALFJAAR: "H", Ritme.JAAR: ""}
_RITMES = {letter: ritme for ritme, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Kwartaal:
    """
    A period that a programme reports on, which knows its rhythm; ordered in time.

    A quarter is written 2024-Q2, a half year 2024-H1, a year 2024. All periods of a programme are
    of one rhythm; those of two are not compared.
    """

    jaar: int
    nummer: int
    ritme: Ritme = field(default=Ritme.KWARTAAL, hash=False)

    @classmethod
    def parse(cls, text: str, ritme: Ritme | None = None) -> Self:
        """Read `2024-Q2`, `2024-H1` or `2024`, of *ritme*. Raises ValueError for anything else."""
        match = _KWARTAAL.fullmatch(text)
        if not match:
            raise ValueError(text)
        jaar, letter, nummer = match.groups()
        found = cls(int(jaar), int(nummer or 1), _RITMES[letter or ""])
        if found.nummer > found.ritme.per_jaar or ritme not in (None, found.ritme):
            raise ValueError(text)
        return found

    @property
    def index(self) -> int:
        """Periods since the first of the year 0: differences are numbers of periods."""
        return self.jaar * _PER_JAAR[self.ritme] + self.nummer - 1

    def __str__(self) -> str:
        letter = _LETTERS[self.ritme]
        return f"{self.jaar}-{letter}{self.nummer}" if letter else f"{self.jaar}"

    __repr__ = __str__

    def __add__(self, periods: int) -> Self:
        jaar, place = divmod(self.index + periods, _PER_JAAR[self.ritme])
        return type(self)(jaar, place + 1, self.ritme)

    @property
    def laatste_maand(self) -> int:
        """The month in which this period ends."""
        return self.nummer * self.ritme.maanden

    @property
    def eerste_dag(self) -> date:
        """The day on which this period begins."""
        return date(self.jaar, self.laatste_maand - self.ritme.maanden + 1, 1)

    @property
    def laatste_dag(self) -> date:
        """The day on which this period ends."""
        return Datum(self.jaar, self.laatste_maand).laatste_dag

    @property
    def previous(self) -> Self:
        """The period before this one."""
        return self + -1

    @property
    def next(self) -> Self:
        """The period after this one."""
        return self + 1

    @property
    def jaar_eerder(self) -> Self:
        """The same period of the year before."""
        return self + -_PER_JAAR[self.ritme]

    def until(self, last: "Kwartaal") -> tuple["Kwartaal", ...]:
        """All periods from this one up to and including *last*; empty when *last* is earlier."""
        return tuple(self + n for n in range(last.index - self.index + 1))


@dataclass(frozen=True, slots=True)
class Datum:
    """A date known to the day, the month or only the year."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2021-03-25`, `2024-09` or `2023`. Raises ValueError for anything else."""
        match = _DATUM.fullmatch(text)
        if not match:
            raise ValueError(text)
        jaar, maand, dag = (int(part or 0) for part in match.groups())
        if dag and dag > _days(jaar, maand):
            raise ValueError(text)
        return cls(jaar, maand or None, dag or None)

    @property
    def laatste_dag(self) -> date:
        """The last day that it can be."""
        maand = self.maand or 12
        return date(self.jaar, maand, self.dag or _days(self.jaar, maand))

    def __str__(self) -> str:
        parts = [f"{self.jaar}", *(f"{p:02d}" for p in (self.maand, self.dag) if p)]
        return "-".join(parts)


def maanden_later(dag: date, maanden: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    return date(jaar, maand + 1, min(dag.day, _days(jaar, maand + 1)))


def _days(jaar: int, maand: int) -> int:
    leap = jaar % 4 == 0 and (jaar % 100 != 0 or jaar % 400 == 0)
    return 28 if maand == 2 and not leap else _DAGEN[maand - 1]
