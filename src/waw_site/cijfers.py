"""What an edition counts, as values: sums, projects, categories, and the way to each goal."""

from collections.abc import Mapping
from dataclasses import dataclass

from waw_site.koers import Koers, Tussendoel
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Editie, Plan, Project, Stand, Status
from waw_site.problem import Place
from waw_site.waarde import Herkomst, Waarde, minstens


@dataclass(frozen=True, slots=True)
class Totaal:
    """A sum, and on how many projects it rests: those that reported, of those that had to."""

    opgeteld: Waarde
    gemeld: tuple[str, ...]
    ontbreekt: tuple[str, ...]

    @property
    def getoond(self) -> Waarde:
        """The sum to show; where reports lack it is at least that much."""
        return minstens(self.opgeteld) if self.ontbreekt else self.opgeteld

    @property
    def verwacht(self) -> int:
        """How many projects had to report."""
        return len(self.gemeld) + len(self.ontbreekt)


@dataclass(frozen=True, slots=True)
class Post:
    """
    One project in one edition.

    `stand_van` is the quarter of its figures: earlier than the edition for the final position of
    a project that has ended, None without figures. `meegeteld_in` names per indicator the whole
    that counts this project, so that it is shown and not added.
    """

    slug: str
    naam: str
    project: Project
    status: Status | None
    stand: Stand | None
    stand_van: Kwartaal | None
    cijfers: Mapping[str, Waarde]
    groei: Mapping[str, Waarde]
    doelen: Mapping[str, Waarde]
    tussendoelen: Mapping[str, Waarde]
    meegeteld_in: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RubriekCijfers:
    """A category: its projects and the sum of those that count in it."""

    rubriek: str
    naam: str
    posten: tuple[Post, ...]
    totalen: Mapping[str, Totaal]


@dataclass(frozen=True, slots=True)
class Voortgang:
    """
    How far the programme is towards one goal.

    `gepubliceerd` is what the edition published; `rest` what of it no project shows. `bereikt` is
    the figure to show: the published one, or else the sum. `groei` is known only where both
    editions have a figure that lacks no report.
    """

    indicator: str
    totaal: Totaal
    gepubliceerd: Waarde
    rest: Waarde
    doel: Waarde | None
    tussendoel: Tussendoel | None
    koers: Koers
    groei: Waarde

    @property
    def bereikt(self) -> Waarde:
        """The figure to show; a sum that lacks reports is at least that much."""
        if not self.is_opgeteld:
            return self.gepubliceerd
        return self.totaal.getoond

    @property
    def is_opgeteld(self) -> bool:
        """Whether the figure to show is a sum, because none was published."""
        return self.gepubliceerd.getal is None and self.totaal.opgeteld.getal is not None

    @property
    def volledig(self) -> bool:
        """Whether the figure to show lacks no report, so that it may be compared with others."""
        return self.gepubliceerd.getal is not None or not self.totaal.ontbreekt


@dataclass(frozen=True, slots=True)
class Herstel:
    """
    A figure that was put right after its edition was sealed: what it was and is, and when.

    `waarde` is the figure as it is shown now; None for a status, or where there is none any more.
    """

    naam: str
    was: str
    nu: str
    waarde: Waarde | None
    datum: Datum

    @property
    def waar(self) -> Place | Herkomst | None:
        """Where the figure stands, or else how it is made: what tells it from all others."""
        made = self.waarde.herkomst if self.waarde else None
        return made.plaats or made if made else None


@dataclass(frozen=True, slots=True)
class EditieCijfers:
    """
    Everything that an edition counts. The categories and `eerder` add up to the programme.

    `hersteld` are the figures that differ from its seal, with an erratum that says why.
    """

    kwartaal: Kwartaal
    editie: Editie
    vorige: Kwartaal | None
    plan: Plan | None
    voortgang: Mapping[str, Voortgang]
    rubrieken: tuple[RubriekCijfers, ...]
    eerder: RubriekCijfers
    sectoren: Mapping[str, Mapping[str, Totaal]]
    hersteld: tuple[Herstel, ...] = ()

    @property
    def posten(self) -> dict[str, Post]:
        """Every project that the edition counts, by name."""
        return {p.slug: p for r in (*self.rubrieken, self.eerder) for p in r.posten}
