"""project.yaml and <kwartaal>.yaml: who a project is, and how far it was when."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from waw_site.catalogus import later
from waw_site.kwartaal import Kwartaal
from waw_site.model.cijfer import Bron, CijferVeld, Doel, MetFeiten
from waw_site.model.types import (
    DeelVeld,
    JaNee,
    KwartaalVeld,
    Lijst,
    Model,
    Proza,
    Regel,
    Slug,
    Tekst,
)


class Fase(StrEnum):
    """Where a project is in its life."""

    IN_ONTWIKKELING = later("in ontwikkeling")
    NIEUW = later("nieuw")
    LOPEND = later("lopend")
    VERLENGD = later("verlengd")
    AFGEROND = later("afgerond")
    GESTOPT = later("gestopt")

    @property
    def runs(self) -> bool:
        """Whether participants can take part."""
        return self in (Fase.NIEUW, Fase.LOPEND, Fase.VERLENGD)

    @property
    def ended(self) -> bool:
        """Whether the project is over."""
        return self in (Fase.AFGEROND, Fase.GESTOPT)


class Status(Model):
    """A turn in the life of a project; the first may leave open when it began."""

    fase: Annotated[Fase, Field(strict=False)]
    vanaf: KwartaalVeld | None = None
    reden: Proza | None = None
    toelichting: Proza | None = None
    bron: Bron | None = None


class Naam(Model):
    """A name that a project had up to and including a quarter."""

    naam: Tekst
    tot_en_met: KwartaalVeld
    bron: Bron | None = None


class Project(MetFeiten):
    """
    The identity of a project.

    With `onderdelen` it is a whole that spans other projects: what the whole reports is counted,
    its parts are then shown and not added. `indicatoren` are those it reports (None: those of the
    programme). `buiten_regionale_doelen` holds the reason why its figures do not add up.
    `redacteur` is the role that fills it in; no page shows it.
    """

    naam: Tekst
    namen: Annotated[tuple[Naam, ...], Field(strict=False)] = ()
    noot: Proza | None = None
    sector: Slug | None = None
    soort: Slug | None = None
    doelgroepen: Lijst = ()
    partners: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    onderdelen: Lijst = ()
    indicatoren: Annotated[tuple[Slug, ...] | None, Field(strict=False)] = None
    labels: dict[Slug, Regel] = Field(default_factory=dict)
    doelen: Annotated[tuple[Doel, ...], Field(strict=False)] = ()
    status: Annotated[tuple[Status, ...], Field(strict=False)] = ()
    opgevolgd_door: Lijst = ()
    buiten_regionale_doelen: Proza | None = None
    toelichting: Proza | None = None
    redacteur: Tekst | None = None
    bron: Bron

    def name_in(self, kwartaal: Kwartaal) -> str:
        """The name it had in *kwartaal*."""
        if not self.namen:
            return self.naam
        earlier = [n for n in self.namen if kwartaal <= n.tot_en_met]
        return min(earlier, key=lambda n: n.tot_en_met).naam if earlier else self.naam

    def status_in(self, kwartaal: Kwartaal) -> Status | None:
        """Its status in *kwartaal*; None before it was heard of."""
        known = [s for s in self.status if s.vanaf is None or s.vanaf <= kwartaal]
        return known[-1] if known else None

    def goal_in(self, kwartaal: Kwartaal, indicator: str) -> Doel | None:
        """Its goal for *indicator* in *kwartaal*; the last one that held."""
        held = [d for d in self.doelen if d.indicator == indicator and d.in_force(kwartaal)]
        return held[-1] if held else None


class Verdeling(Model):
    """
    Figures of a position by one or two dimensions: per indicator the number of each part.

    By two dimensions each part of the first holds those of the second. The parts add up to the
    figure; `onbekend` is a part like any other.
    """

    naar: Annotated[tuple[Slug, ...], Field(strict=False, min_length=1, max_length=2)]
    cijfers: Annotated[dict[Slug, dict[Slug, DeelVeld]], Field(min_length=1)]
    toelichting: Proza | None = None

    def delen(self, indicator: str) -> dict[tuple[str, ...], int]:
        """The number of each part, or of each pair of parts."""
        found: dict[tuple[str, ...], int] = {}
        for one, inside in self.cijfers[indicator].items():
            if isinstance(inside, dict):
                found |= {(one, other): n for other, n in inside.items()}
            else:
                found[(one,)] = inside
        return found

    def marge(self, indicator: str, n: int) -> dict[tuple[str, ...], int]:
        """The number of each part by dimension *n* alone."""
        found: dict[tuple[str, ...], int] = {}
        for part, number in self.delen(indicator).items():
            found[(part[n],)] = found.get((part[n],), 0) + number
        return found


class Stand(MetFeiten):
    """The position of a project up to and including a quarter (which is its file's name)."""

    cijfers: dict[Slug, CijferVeld]
    verdelingen: Annotated[tuple[Verdeling, ...], Field(strict=False)] = ()
    eindstand: JaNee = False
    voorlopig: JaNee = False
    toelichting: Proza | None = None
    bron: Bron

    @property
    def open(self) -> tuple[str, ...]:
        """The figures that are empty without a word that says why."""
        if self.toelichting:
            return ()
        return tuple(
            indicator
            for indicator, cijfer in self.cijfers.items()
            if cijfer.waarde is None and not cijfer.noot and not cijfer.toelichting
        )
