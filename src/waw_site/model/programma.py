"""programma.yaml and bronnen.yaml: what all projects and editions share."""

from typing import Annotated, Literal

from pydantic import Field

from waw_site.catalogus import _
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.model.cijfer import Bron, Doel
from waw_site.model.publicatie import Publicatie
from waw_site.model.types import (
    DatumVeld,
    Heel,
    JaNee,
    KwartaalVeld,
    Lijst,
    Model,
    Proza,
    Regel,
    Sjabloon,
    Slug,
    Tekst,
    VasteNaam,
    Webadres,
)


class Indicator(Model):
    """
    What is counted, and how its figures may be read.

    `telling`: `oplopend` counts from the start and never falls; `per_jaar` starts anew each year;
    `moment` is a reading of that quarter. Only `telt_mee` indicators add up to the programme. `kop`
    are the words that follow its number at the top of a page.
    """

    label: Regel
    kort: Regel
    eenheid: Regel
    kop: Regel | None = None
    definitie: Proza | None = None
    soort: Literal["aantal", "percentage"] = "aantal"
    telling: Literal["oplopend", "per_jaar", "moment"] = "oplopend"
    telt_mee: JaNee = False
    hoogstens: Lijst = ()
    zelden_meer_dan: Lijst = ()


class Plan(Model):
    """One version of the programme's goals, in force from `vanaf` until the next one."""

    vanaf: KwartaalVeld
    einde: KwartaalVeld
    doelen: Annotated[tuple[Doel, ...], Field(strict=False)]
    tussendoel: Literal["gepubliceerd", "lineair"] = "gepubliceerd"
    reden: Proza | None = None
    toelichting: Proza | None = None
    bron: Bron


class Gemeente(Model):
    """A municipality, with the quarters in which it belonged to the region."""

    naam: Tekst
    vanaf: KwartaalVeld | None = None
    tot_en_met: KwartaalVeld | None = None

    def hoort_bij(self, kwartaal: Kwartaal) -> bool:
        """Whether it belonged to the region in *kwartaal*."""
        return (self.vanaf is None or self.vanaf <= kwartaal) and (
            self.tot_en_met is None or kwartaal <= self.tot_en_met
        )


class Dimensie(Model):
    """What participants can be broken down by; without `delen` its parts are the municipalities."""

    naam: Regel
    delen: dict[Slug, Tekst] | None = None
    gevoelig: JaNee = False


Keuze = Literal["tonen", "verbergen"]


class Bescherming(Model):
    """
    How the figures keep anyone from being found in them.

    `minst` is the smallest part of a breakdown that is shown, `minst_gevoelig` that of a sensitive
    dimension; of a hidden figure at least `breedte` + 1 values in a row stay possible. `project`
    and `rubriek` say whether small whole figures are shown at that level.
    """

    minst: Heel = 5
    minst_gevoelig: Heel = 10
    breedte: Heel = 5
    nullen: Keuze = "verbergen"
    volle_groepen: Keuze = "verbergen"
    groei: Keuze = "verbergen"
    project: Keuze = "tonen"
    rubriek: Keuze = "tonen"
    toelichting: Proza | None = None

    @property
    def kleinste_geheel(self) -> int:
        """The smallest figure that is broken down: a smaller one leaves its parts no room."""
        return max(self.minst, self.breedte)


ONBEKEND = "onbekend"  # the part that every dimension may have


def rang(place: int, of: int) -> int:
    """How the figure at *place* of *of* looks: 2 for the last, then 1, and 0 for all before."""
    return max(3 - of + place, 0)


class Programma(Model):
    """The programme: its time, what it counts, its goals, and the words that projects may use."""

    naam: Tekst
    regio: Tekst
    taal: Literal["nl", "en"] = "nl"
    ritme: Annotated[Ritme, Field(strict=False)] = Ritme.KWARTAAL
    begin: KwartaalVeld
    indicatoren: dict[Slug, Indicator]
    plannen: Annotated[tuple[Plan, ...], Field(strict=False, min_length=1)]
    sectoren: dict[Slug, Tekst] = Field(default_factory=dict)
    soorten: dict[Slug, Tekst] = Field(default_factory=dict)
    doelgroepen: dict[Slug, Tekst] = Field(default_factory=dict)
    vindplaats: Sjabloon | None = None
    toegankelijkheid: Webadres | None = None
    vaste_namen: Annotated[tuple[VasteNaam, ...], Field(strict=False)] = ()
    gemeenten: dict[Slug, Gemeente] = Field(default_factory=dict)
    dimensies: dict[Slug, Dimensie] = Field(default_factory=dict)
    bescherming: Bescherming = Bescherming()
    publicatie: Publicatie | None = None

    def delen(self, dimensie: str) -> dict[str, str]:
        """The parts of a dimension with their names, in order; any may have `onbekend`."""
        own = self.dimensies[dimensie].delen
        named = {s: g.naam for s, g in self.gemeenten.items()} if own is None else dict(own)
        return named | {ONBEKEND: named.get(ONBEKEND, _("Onbekend"))}

    def verplicht(self, dimensie: str, kwartaal: Kwartaal) -> tuple[str, ...]:
        """The parts that a breakdown of *kwartaal* must have."""
        if self.dimensies[dimensie].delen is None:
            return tuple(s for s, g in self.gemeenten.items() if g.hoort_bij(kwartaal))
        return tuple(s for s in self.delen(dimensie) if s != ONBEKEND)

    @property
    def counted(self) -> tuple[str, ...]:
        """The indicators that add up to the programme, in the order of programma.yaml."""
        return tuple(slug for slug, indicator in self.indicatoren.items() if indicator.telt_mee)

    def rang(self, indicator: str) -> int:
        """How a counted indicator looks: 2 for the last one, 1 and 0 for those before."""
        return rang(self.counted.index(indicator), len(self.counted))


class Document(Model):
    """A published document that figures come from."""

    titel: Tekst
    uitgever: Tekst | None = None
    datum: DatumVeld | None = None
    toelichting: Proza | None = None
