"""What everybody knows without a single figure: how the programme counts and breaks down."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from waw_site.cel import NIET_VERDEELD
from waw_site.dataset import Dataset

Geldig = tuple[str, str]  # the first and the last quarter (2024-Q2) of a part; empty is open
ALTIJD: Geldig = ("", "")
_NOOIT: Geldig = ("~", "")  # may be there in any quarter, and must be in none


@dataclass(frozen=True, slots=True)
class Kennis:
    """
    The structure of the programme, which is no secret.

    `dimensies` holds per dimension its parts, and the quarters in which each must be there;
    `onbekend` is a part that may be there. `oplopend` are the indicators that never fall,
    `hoogstens` those that are not more than another, `geen_aantal` those that count nothing, such
    as percentages. `onderdelen` are the parts of a project that is a whole. `namen` are names that
    hold a number. A hidden figure must leave room for `breedte` more than its smallest value.
    """

    dimensies: Mapping[str, Mapping[str, Geldig]] = field(default_factory=dict)
    oplopend: tuple[str, ...] = ()
    hoogstens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    geen_aantal: tuple[str, ...] = ()
    onderdelen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    namen: tuple[str, ...] = ()
    breedte: int = 5

    def kent(self, dimensie: str, part: str) -> bool:
        """Whether there is such a part, at any time."""
        return dimensie in self.dimensies and part in (*self.dimensies[dimensie], "onbekend")

    def vereist(self, dimensie: str, kwartaal: str) -> frozenset[str]:
        """The parts that a complete breakdown by *dimensie* has in *kwartaal*."""
        return frozenset(
            part
            for part, (first, last) in self.dimensies[dimensie].items()
            if part != "onbekend" and first <= kwartaal and (not last or kwartaal <= last)
        )


def kennis(dataset: Dataset) -> Kennis:
    """What everybody knows of the programme of *dataset*."""
    programma = dataset.programma
    about = programma.indicatoren
    parts: dict[str, dict[str, Geldig]] = {}
    for dim, dimensie in programma.dimensies.items():
        parts[dim] = dict.fromkeys(programma.delen(dim), ALTIJD)
        for slug, g in programma.gemeenten.items() if dimensie.delen is None else ():
            parts[dim][slug] = (str(g.vanaf or ""), str(g.tot_en_met or ""))
        parts[dim][NIET_VERDEELD] = _NOOIT
    return Kennis(
        dimensies=parts,
        oplopend=tuple(i for i, a in about.items() if a.telling == "oplopend"),
        hoogstens={i: a.hoogstens for i, a in about.items() if a.hoogstens},
        geen_aantal=tuple(i for i, a in about.items() if a.soort != "aantal"),
        onderdelen={slug: p.onderdelen for slug, p in dataset.projecten.items() if p.onderdelen},
        namen=tuple(dataset.namen()),
        breedte=programma.bescherming.breedte,
    )


@dataclass(frozen=True, slots=True, order=True)
class Naam:
    """A name of a figure in its parts: what, which cell of a breakdown, and in which quarter."""

    basis: str
    cel: tuple[tuple[str, str], ...]  # pairs of dimension and part, in the order of the alphabet
    kwartaal: str

    @classmethod
    def lees(cls, cijfer: str, kennis: Kennis) -> "Naam":
        """`gestart.geslacht.vrouw in 2024-Q2`, the pairs in any order."""
        what, _, quarter = cijfer.partition(" in ")
        words = what.split(".")
        cell: list[tuple[str, str]] = []
        while len(words) > 2 and kennis.kent(words[-2], words[-1]) and len(cell) < 2:
            *words, dimensie, part = words
            cell.append((dimensie, part))
        return cls(".".join(words), tuple(sorted(cell)), quarter)

    def __str__(self) -> str:
        words = (self.basis, *(word for pair in self.cel for word in pair))
        return ".".join(words) + (f" in {self.kwartaal}" if self.kwartaal else "")

    def zonder(self, dimensie: str) -> "Naam":
        """The figure that this cell is a part of, by *dimensie*."""
        return Naam(self.basis, tuple(p for p in self.cel if p[0] != dimensie), self.kwartaal)

    def indicator(self, kennis: Kennis) -> str | None:
        """What it counts, where that is a position: of the programme, or of one project."""
        words = self.basis.removesuffix(".gepubliceerd").split(".")
        known = words[-1] in (*kennis.oplopend, *kennis.hoogstens)
        return words[-1] if known and len(words) <= 2 else None

    def van(self, indicator: str) -> "Naam":
        """The same of another indicator."""
        published = ".gepubliceerd" if self.basis.endswith(".gepubliceerd") else ""
        words = self.basis.removesuffix(".gepubliceerd").split(".")
        return Naam(".".join([*words[:-1], indicator]) + published, self.cel, self.kwartaal)
