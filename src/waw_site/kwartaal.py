"""Quarters (2024-Q2) and dates of unequal precision (2024-09), as values."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_KWARTAAL = re.compile(r"((?:19|20|21)[0-9]{2})-Q([1-4])")
_DATUM = re.compile(r"((?:19|20|21)[0-9]{2})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")
_DAGEN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Kwartaal:
    """A quarter of a year; ordered in time, written 2024-Q2."""

    jaar: int
    nummer: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024-Q2`. Raises ValueError for anything else."""
        match = _KWARTAAL.fullmatch(text)
        if not match:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def from_index(cls, index: int) -> Self:
        """The kwartaal that lies *index* quarters after the first of the year 0."""
        return cls(index // 4, index % 4 + 1)

    @property
    def index(self) -> int:
        """Quarters since the first of the year 0: differences are numbers of quarters."""
        return self.jaar * 4 + self.nummer - 1

    def __str__(self) -> str:
        return f"{self.jaar}-Q{self.nummer}"

    __repr__ = __str__

    def __add__(self, quarters: int) -> Self:
        return self.from_index(self.index + quarters)

    @property
    def laatste_dag(self) -> date:
        """The day on which this kwartaal ends."""
        return Datum(self.jaar, self.nummer * 3).laatste_dag

    @property
    def previous(self) -> Self:
        """The kwartaal before this one."""
        return self + -1

    @property
    def next(self) -> Self:
        """The kwartaal after this one."""
        return self + 1

    def until(self, last: "Kwartaal") -> tuple["Kwartaal", ...]:
        """All quarters from this one up to and including *last*; empty when *last* is earlier."""
        return tuple(Kwartaal.from_index(i) for i in range(self.index, last.index + 1))


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
