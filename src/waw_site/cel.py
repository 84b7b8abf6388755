"""A number in which someone could be found, and what everyone knows of such numbers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from waw_site.kwartaal import Kwartaal

NIET_VERDEELD = "niet-verdeeld"  # the part of a sum whose projects gave no breakdown

Deel = tuple[tuple[str, str], ...]  # a dimension and its part, once or twice


class Niveau(Enum):
    """How far up a number is added."""

    PROJECT = "project"
    RUBRIEK = "rubriek"
    PROGRAMMA = "programma"


@dataclass(frozen=True, slots=True)
class Cel:
    """
    A number by name: a whole figure, or one part of it.

    `basis` is the name of the whole, `samen` the names of what this is directly a part of: for a
    part by two dimensions its row and its column.
    """

    basis: str
    delen: Deel
    kwartaal: Kwartaal
    niveau: Niveau
    waarde: int
    titel: str  # what the whole is, in words
    samen: tuple[str, ...] = ()
    termen: tuple[str, ...] = ()  # what a sum adds
    vorige: str = ""  # the same one quarter before, where it can only have grown since

    @property
    def naam(self) -> str:
        """The name by which a text can call it."""
        return celnaam(self.basis, self.delen, self.kwartaal)


def celnaam(basis: str, delen: Deel, kwartaal: Kwartaal) -> str:
    """The name of a figure or of a part of it: `zorg.gestart.gemeente.laren in 2024-Q2`."""
    return f"{'.'.join((basis, *(word for pair in delen for word in pair)))} in {kwartaal}"


@dataclass(frozen=True, slots=True)
class Relatie:
    """What everyone knows: these cells, each with its factor, are nought or at most nought."""

    termen: tuple[tuple[int, str], ...]
    gelijk: bool = True


@dataclass
class Cellen:
    """All cells by name, in a fixed order, and what is known to hold between them."""

    cellen: dict[str, Cel] = field(default_factory=dict)
    relaties: list[Relatie] = field(default_factory=list)

    def add(self, cel: Cel) -> None:
        """Keep *cel*."""
        self.cellen[cel.naam] = cel

    def sum(self, whole: str, parts: Iterable[str]) -> None:
        """*parts* add up to *whole*."""
        terms = tuple((1, part) for part in parts)
        if terms and terms != ((1, whole),):
            self.relaties.append(Relatie((*terms, (-1, whole))))

    def most(self, part: str, limit: str) -> None:
        """*part* is not above *limit*."""
        self.relaties.append(Relatie(((1, part), (-1, limit)), gelijk=False))
