"""edities/<kwartaal>.yaml: one published monitor."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from waw_site.model.cijfer import Bron, CijferVeld, MetFeiten
from waw_site.model.publicatie import Contact
from waw_site.model.types import (
    DatumVeld,
    Heel,
    KwartaalVeld,
    Lijst,
    Model,
    Oordeel,
    Proza,
    Regel,
    Slug,
    Tekst,
)


class Rubriek(Model):
    """A category of the edition, with its projects in the order of the page."""

    rubriek: Slug
    naam: Regel
    projecten: Lijst = ()


class Oordeling(Model):
    """
    The judgement of the programme on one of its goals.

    It is shown as the programme's own where nothing can be computed. Where it contradicts the
    computed status, `reden` must say why, and both are shown.
    """

    oordeel: Annotated[Oordeel, Field(strict=False)]
    woorden: Regel | None = None
    reden: Proza | None = None
    bron: Bron | None = None


class Colofon(Model):
    """The end of the monitor."""

    contact: Contact | None = None
    frequentie: Proza | None = None
    uitgevers: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()


class Erratum(Model):
    """
    What was put right after the edition was sealed: figures by name, texts by file.

    What a figure was, the seal says. `gevolg` is the effect on earlier conclusions.
    """

    datum: DatumVeld
    cijfers: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    teksten: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    reden: Proza
    gevolg: Proza | None = None


class Uitgave(StrEnum):
    """Whether an edition can still change, stands, or was followed by another in its place."""

    CONCEPT = "concept"
    DEFINITIEF = "definitief"
    VERVANGEN = "vervangen"


class Editie(MetFeiten):
    """
    One published monitor, judged by the plan in force in its quarter (its file's name).

    `redacteur` is the role that fills in what no other has to; no page shows it.
    """

    titel: Regel
    nummer: Heel | None = None
    verschenen: DatumVeld | None = None
    status: Annotated[Uitgave, Field(strict=False)] = Uitgave.DEFINITIEF
    vervangen_door: KwartaalVeld | None = None
    rubrieken: Annotated[tuple[Rubriek, ...], Field(strict=False)]
    gepubliceerd: dict[Slug, CijferVeld] = Field(default_factory=dict)
    oordelen: dict[Slug, Oordeling] = Field(default_factory=dict)
    colofon: Colofon = Colofon()
    gewijzigd: Annotated[tuple[Proza, ...], Field(strict=False)] = ()
    errata: Annotated[tuple[Erratum, ...], Field(strict=False)] = ()
    toelichting: Proza | None = None
    redacteur: Tekst | None = None
    bron: Bron

    @property
    def concept(self) -> bool:
        """Whether it is not published yet."""
        return self.status is Uitgave.CONCEPT

    @property
    def listed(self) -> tuple[str, ...]:
        """The projects named in its categories, in order, each once."""
        return tuple(dict.fromkeys(p for r in self.rubrieken for p in r.projecten))
