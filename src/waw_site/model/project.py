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
    Model,
    Proza,
    Regel,
    Tekst,
)
from waw_site.model.woord import (
    Deelnaam,
    Dimensienaam,
    Doelgroepnaam,
    Indicatornaam,
    Projecten,
    Sectornaam,
    Soortnaam,
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
    """Hoe het met het project staat. Bijvoorbeeld: lopend"""
    vanaf: KwartaalVeld | None = None
    """Vanaf wanneer; alleen de eerste fase mag dit openlaten. Bijvoorbeeld: 2022-Q1"""
    reden: Proza | None = None
    """Waarom de fase begon. Bijvoorbeeld: Te weinig aanmeldingen."""
    toelichting: Proza | None = None
    """Uitleg voor de lezer."""
    bron: Bron | None = None
    """Het document waar het in staat."""


class Naam(Model):
    """A name that a project had up to and including a quarter."""

    naam: Tekst
    """De eerdere naam. Bijvoorbeeld: Energietransitie"""
    tot_en_met: KwartaalVeld
    """Tot en met wanneer het project zo heette. Bijvoorbeeld: 2021-Q4"""
    bron: Bron | None = None
    """Het document dat deze naam noemt."""


class Project(MetFeiten):
    """
    The identity of a project.

    With `onderdelen` it is a whole that spans other projects: what the whole reports is counted,
    its parts are then shown and not added. `indicatoren` are those it reports (None: those of the
    programme). `buiten_regionale_doelen` holds the reason why its figures do not add up.
    `redacteur` is the role that fills it in; no page shows it.
    """

    naam: Tekst
    """De naam van nu. Bijvoorbeeld: Zorg Plus"""
    namen: Annotated[tuple[Naam, ...], Field(strict=False)] = ()
    """Eerdere namen; een editie toont de naam van haar tijd."""
    noot: Proza | None = None
    """Een voetnoot bij de naam."""
    sector: Sectornaam | None = None
    """De sector, uit programma.yaml. Bijvoorbeeld: zorg"""
    soort: Soortnaam | None = None
    """Wat voor project het is, uit programma.yaml. Bijvoorbeeld: scholing"""
    doelgroepen: Annotated[tuple[Doelgroepnaam, ...], Field(strict=False)] = ()
    """Voor wie het is, uit programma.yaml. Bijvoorbeeld: [jongeren, statushouders]"""
    partners: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """Met wie het project wordt gedaan. Bijvoorbeeld: [MBO Voorbeeld, UWV]"""
    onderdelen: Projecten = ()
    """De projecten waaruit dit bestaat. Bijvoorbeeld: [orientatieprogramma]"""
    indicatoren: Annotated[tuple[Indicatornaam, ...] | None, Field(strict=False)] = None
    """
    Wat het project meldt; zonder deze sleutel is dat wat voor het hele programma telt.

    Bijvoorbeeld: [gestart, afgerond, bemiddeld]
    """
    labels: dict[Indicatornaam, Regel] = Field(default_factory=dict)
    """
    Een ander woord voor een indicator, alleen bij dit project.

    Bijvoorbeeld: {bemiddeld: betaalde baan}
    """
    doelen: Annotated[tuple[Doel, ...], Field(strict=False)] = ()
    """De doelen van het project."""
    status: Annotated[tuple[Status, ...], Field(strict=False)] = ()
    """De fasen van het project, op volgorde van tijd."""
    opgevolgd_door: Projecten = ()
    """De projecten die hieruit voortkwamen."""
    buiten_regionale_doelen: Proza | None = None
    """Waarom de cijfers wel getoond en niet opgeteld worden."""
    toelichting: Proza | None = None
    """Wat een lezer moet weten."""
    redacteur: Tekst | None = None
    """Wie het project invult: een rol, nooit een naam. Bijvoorbeeld: projectleider zorg"""
    bron: Bron
    """Het document dat het project noemt."""

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

    naar: Annotated[tuple[Dimensienaam, ...], Field(strict=False, min_length=1, max_length=2)]
    """Naar welke dimensies, één of twee. Bijvoorbeeld: [leeftijd]"""
    cijfers: Annotated[dict[Indicatornaam, dict[Deelnaam, DeelVeld]], Field(min_length=1)]
    """
    Per indicator het getal van elk deel; samen zijn zij precies het cijfer.

    Bijvoorbeeld: {gestart: {jong: 22, oud: 35, onbekend: 3}}
    """
    toelichting: Proza | None = None
    """Wat een lezer van deze verdeling moet weten."""

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

    cijfers: dict[Indicatornaam, CijferVeld]
    """
    Per indicator het cijfer tot en met deze periode; leeg is niet gemeld.

    Bijvoorbeeld: {gestart: 735, afgerond: 467}
    """
    verdelingen: Annotated[tuple[Verdeling, ...], Field(strict=False)] = ()
    """Wie deden mee: de cijfers verdeeld, bijvoorbeeld naar gemeente of leeftijd."""
    eindstand: JaNee = False
    """Of dit de laatste stand is van een project dat eindigde; die blijft meetellen."""
    voorlopig: JaNee = False
    """Of de cijfers nog kunnen veranderen."""
    toelichting: Proza | None = None
    """Wat een lezer moet weten, in een zin."""
    bron: Bron
    """Waar de cijfers staan."""

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
