"""edities/<kwartaal>.yaml: one published monitor."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from waw_site.model.cijfer import Bron, CijferVeld, MetFeiten
from waw_site.model.publicatie import Contact
from waw_site.model.types import (
    DatumVeld,
    Heel,
    Model,
    Oordeel,
    Proza,
    Regel,
    Slug,
    Tekst,
)
from waw_site.model.woord import Editienaam, Indicatornaam, Projecten


class Rubriek(Model):
    """A category of the edition, with its projects in the order of the page."""

    rubriek: Slug
    """De korte naam van de rubriek. Bijvoorbeeld: scholing"""
    naam: Regel
    """De naam op de pagina. Bijvoorbeeld: Scholings- en leerwerkprojecten"""
    projecten: Projecten = ()
    """De projecten, op volgorde van de pagina. Bijvoorbeeld: [zorg-plus, motopp]"""


class Oordeling(Model):
    """
    The judgement of the programme on one of its goals.

    It is shown as the programme's own where nothing can be computed. Where it contradicts the
    computed status, `reden` must say why, and both are shown.
    """

    oordeel: Annotated[Oordeel, Field(strict=False)]
    """Hoe het programma het zelf ziet. Bijvoorbeeld: op koers"""
    woorden: Regel | None = None
    """Hoe de bron dat zegt. Bijvoorbeeld: ligt goed op schema"""
    reden: Proza | None = None
    """Waarom u anders oordeelt dan de monitor uitrekent."""
    bron: Bron | None = None
    """Het document waar het oordeel in staat."""


class Colofon(Model):
    """The end of the monitor."""

    contact: Contact | None = None
    """Wie men kan vragen."""
    frequentie: Proza | None = None
    """Hoe vaak de monitor verschijnt. Bijvoorbeeld: in het voorjaar en in het najaar"""
    uitgevers: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """Wie de monitor uitgeeft. Bijvoorbeeld: [Regio Voorbeeld]"""


class Erratum(Model):
    """
    What was put right after the edition was sealed: figures by name, texts by file.

    What a figure was, the seal says. `gevolg` is the effect on earlier conclusions.
    """

    datum: DatumVeld
    """De dag waarop u het herstelde. Bijvoorbeeld: 2024-11-02"""
    cijfers: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """De namen van de cijfers die u verbeterde. Bijvoorbeeld: [zorg-plus.bemiddeld]"""
    teksten: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """De bestanden met een tekst die u verbeterde. Bijvoorbeeld: [content/inleiding.md]"""
    reden: Proza
    """Waarom. Bijvoorbeeld: De cijfers van juni waren niet geteld."""
    gevolg: Proza | None = None
    """Wat het doet met eerdere conclusies; bij cijfers is dat verplicht."""


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
    """De naam op het titelblad. Bijvoorbeeld: Samen aan de slag"""
    nummer: Heel | None = None
    """Het hoeveelste deel in de reeks, als dat bekend is. Bijvoorbeeld: 8"""
    verschenen: DatumVeld | None = None
    """Wanneer de editie verscheen: een dag, een maand of een jaar. Bijvoorbeeld: 2024-09"""
    status: Annotated[Uitgave, Field(strict=False)] = Uitgave.DEFINITIEF
    """Nog een concept, definitief, of vervangen door een andere editie. Bijvoorbeeld: concept"""
    vervangen_door: Editienaam | None = None
    """Bij vervangen: welke editie er nu geldt."""
    rubrieken: Annotated[tuple[Rubriek, ...], Field(strict=False)]
    """De rubrieken met hun projecten, op volgorde van de pagina."""
    gepubliceerd: dict[Indicatornaam, CijferVeld] = Field(default_factory=dict)
    """
    Per indicator het totaal dat de editie noemt.

    Bijvoorbeeld: {bemiddeld: {waarde: 450, kwalificatie: iets meer dan}}
    """
    oordelen: dict[Indicatornaam, Oordeling] = Field(default_factory=dict)
    """
    Per indicator hoe het programma het zelf ziet.

    Bijvoorbeeld: {bemiddeld: {oordeel: op koers}}
    """
    colofon: Colofon = Colofon()
    """Wie de monitor maakt, en hoe vaak."""
    gewijzigd: Annotated[tuple[Proza, ...], Field(strict=False)] = ()
    """Wat een eerdere versie in woorden anders zei, voor de pagina Wat is er gewijzigd."""
    errata: Annotated[tuple[Erratum, ...], Field(strict=False)] = ()
    """Wat is hersteld nadat de editie verscheen."""
    toelichting: Proza | None = None
    """Een zin voor onder het colofon."""
    redacteur: Tekst | None = None
    """Wie invult wat geen ander invult: een rol, geen naam. Bijvoorbeeld: redactie"""
    bron: Bron
    """Het document van deze editie."""

    @property
    def concept(self) -> bool:
        """Whether it is not published yet."""
        return self.status is Uitgave.CONCEPT

    @property
    def listed(self) -> tuple[str, ...]:
        """The projects named in its categories, in order, each once."""
        return tuple(dict.fromkeys(p for r in self.rubrieken for p in r.projecten))
