"""programma.yaml and bronnen.yaml: what all projects and editions share."""

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from waw_site.catalogus import _
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.model.cijfer import Bron, Doel
from waw_site.model.publicatie import Publicatie
from waw_site.model.redactie import Formulier
from waw_site.model.types import (
    DatumVeld,
    Heel,
    JaNee,
    KwartaalVeld,
    Model,
    Proza,
    Regel,
    Sjabloon,
    Slug,
    Tekst,
    VasteNaam,
    Webadres,
    _wrong,
)
from waw_site.model.woord import Indicatoren


class Indicator(Model):
    """
    What is counted, and how its figures may be read.

    `telling`: `oplopend` counts from the start and never falls; `per_jaar` starts anew each year;
    `moment` is a reading of that quarter. Only `telt_mee` indicators add up to the programme. `kop`
    are the words that follow its number at the top of a page.
    """

    label: Regel
    """De naam in een kop. Bijvoorbeeld: Deelnemers aan het werk"""
    kort: Regel
    """De naam bij een getal. Bijvoorbeeld: bemiddeld naar werk"""
    eenheid: Regel
    """Wat er geteld wordt. Bijvoorbeeld: inwoners"""
    kop: Regel | None = None
    """De woorden achter het grote getal boven een editie. Bijvoorbeeld: inwoners vonden werk"""
    definitie: Proza | None = None
    """Wanneer iets meetelt, in een zin. Bijvoorbeeld: Een inwoner vindt een betaalde baan."""
    soort: Literal["aantal", "percentage"] = "aantal"
    """Een aantal of een percentage; een percentage wordt nooit opgeteld."""
    telling: Literal["oplopend", "per_jaar", "moment"] = "oplopend"
    """
    Vanaf het begin (oplopend), elk jaar opnieuw (per_jaar) of de stand op dat moment (moment).
    """
    telt_mee: JaNee = False
    """Of de projecten opgeteld het programma geven."""
    hoogstens: Indicatoren = ()
    """Dit cijfer kan niet hoger zijn dan dat van deze indicatoren. Bijvoorbeeld: [gestart]"""
    zelden_meer_dan: Indicatoren = ()
    """Is het hoger dan deze indicatoren, dan komt er een opmerking. Bijvoorbeeld: [afgerond]"""


class Plan(Model):
    """One version of the programme's goals, in force from `vanaf` until the next one."""

    vanaf: KwartaalVeld
    """Vanaf wanneer dit plan geldt, tot het volgende begint. Bijvoorbeeld: 2020-Q1"""
    einde: KwartaalVeld
    """Wanneer de doelen gehaald moeten zijn. Bijvoorbeeld: 2023-Q4"""
    doelen: Annotated[tuple[Doel, ...], Field(strict=False)]
    """De doelen van het programma, één per indicator."""
    tussendoel: Literal["gepubliceerd", "lineair"] = "gepubliceerd"
    """Met lineair rekent de monitor tussendoelen uit; anders gelden alleen die u opschrijft."""
    reden: Proza | None = None
    """Waarom er een nieuw plan kwam. Bijvoorbeeld: Het eerste plan."""
    toelichting: Proza | None = None
    """Uitleg voor de lezer. Bijvoorbeeld: Het doel staat op de voorkant van de monitor."""
    bron: Bron
    """Het document waar het plan in staat."""


class Gemeente(Model):
    """A municipality, with the quarters in which it belonged to the region."""

    naam: Tekst
    """De naam van de gemeente. Bijvoorbeeld: Voorbeeldstad"""
    vanaf: KwartaalVeld | None = None
    """Vanaf wanneer zij bij de regio hoorde."""
    tot_en_met: KwartaalVeld | None = None
    """Tot en met wanneer zij bij de regio hoorde."""

    def hoort_bij(self, kwartaal: Kwartaal) -> bool:
        """Whether it belonged to the region in *kwartaal*."""
        return (self.vanaf is None or self.vanaf <= kwartaal) and (
            self.tot_en_met is None or kwartaal <= self.tot_en_met
        )


class Dimensie(Model):
    """What participants can be broken down by; without `delen` its parts are the municipalities."""

    naam: Regel
    """Waarnaar deelnemers worden verdeeld. Bijvoorbeeld: Leeftijd"""
    delen: dict[Slug, Tekst] | None = None
    """
    De delen, op volgorde van de pagina; zonder delen zijn het de gemeenten.

    Bijvoorbeeld: {jong: Tot 27 jaar, oud: 27 jaar en ouder}
    """
    gevoelig: JaNee = False
    """Zegt het iets over gezondheid of uitkering? Dan geldt een hogere grens."""


class Koersregel(Model):
    """
    When a goal is on course: from which share of what was planned to date, in per cent.

    Where less than `minst_gepland` was planned nothing is judged: there a share says more about
    chance than about the programme.
    """

    op_koers_vanaf: Heel = 95
    """Vanaf zoveel procent van het tussendoel is een doel op koers. Bijvoorbeeld: 95"""
    bijsturen_vanaf: Heel = 60
    """Vanaf zoveel procent vraagt een doel bijsturen; eronder loopt het achter. Bijvoorbeeld: 60"""
    minst_gepland: Heel = 10
    """Is er minder gepland dan dit, dan komt er geen oordeel. Bijvoorbeeld: 10"""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not 0 < self.bijsturen_vanaf < self.op_koers_vanaf <= 100:
            grenzen = f"{self.bijsturen_vanaf} en {self.op_koers_vanaf}"
            message = f"Bijsturen en op koers beginnen hier bij {grenzen} procent."
            raise _wrong(message, "Kies voor op koers hoogstens 100, en voor bijsturen minder.")
        return self


Keuze = Literal["tonen", "verbergen"]


class Bescherming(Model):
    """
    How the figures keep anyone from being found in them.

    `minst` is the smallest part of a breakdown that is shown, `minst_gevoelig` that of a sensitive
    dimension; of a hidden figure at least `breedte` + 1 values in a row stay possible. `project`
    and `rubriek` say whether small whole figures are shown at that level.
    """

    minst: Heel = 5
    """Het kleinste deel van een verdeling dat getoond wordt."""
    minst_gevoelig: Heel = 10
    """Het kleinste deel dat getoond wordt van een gevoelige dimensie."""
    breedte: Heel = 5
    """Hoeveel ruimte er ten minste blijft voor wie een afgeschermd getal wil uitrekenen."""
    nullen: Keuze = "verbergen"
    """Of een deel zonder deelnemers getoond wordt."""
    volle_groepen: Keuze = "verbergen"
    """Of een deel waar iedereen in zit getoond wordt."""
    groei: Keuze = "verbergen"
    """Of een deel dat maar weinig groeide getoond wordt."""
    project: Keuze = "tonen"
    """Of kleine hele cijfers van een project getoond worden."""
    rubriek: Keuze = "tonen"
    """Of kleine hele cijfers van een rubriek getoond worden."""
    toelichting: Proza | None = None
    """Waarom u deze grenzen koos."""

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
    """De naam van het programma. Bijvoorbeeld: Samen aan de slag"""
    regio: Tekst
    """Van wie het programma is. Bijvoorbeeld: Regio Voorbeeld"""
    taal: Literal["nl", "en"] = "nl"
    """De taal van de site: Nederlands (nl) of Engels (en)."""
    ritme: Annotated[Ritme, Field(strict=False)] = Ritme.KWARTAAL
    """Hoe vaak u verslag doet; kies het voor u begint."""
    begin: KwartaalVeld
    """Wanneer het programma begon. Bijvoorbeeld: 2020-Q1"""
    indicatoren: dict[Slug, Indicator]
    """Wat er geteld wordt; minstens één telt mee voor het programma."""
    plannen: Annotated[tuple[Plan, ...], Field(strict=False, min_length=1)]
    """De doelen van het programma; een nieuw plan komt onder het vorige."""
    sectoren: dict[Slug, Tekst] = Field(default_factory=dict)
    """
    De sectoren waar een project bij kan horen, elk met zijn naam op de pagina.

    Bijvoorbeeld: {zorg: Zorg}
    """
    soorten: dict[Slug, Tekst] = Field(default_factory=dict)
    """De soorten projecten, elk met de naam op de pagina. Bijvoorbeeld: {scholing: Scholing}"""
    doelgroepen: dict[Slug, Tekst] = Field(default_factory=dict)
    """
    Voor wie een project kan zijn, elk met de naam op de pagina.

    Bijvoorbeeld: {jongeren: jongeren}
    """
    vindplaats: Sjabloon | None = None
    """
    Waar in git een regel te vinden is, met {commit}, {pad} en {regel}.

    Bijvoorbeeld: "https://git.voorbeeld.nl/waw/blob/{commit}/{pad}#L{regel}"
    """
    toegankelijkheid: Webadres | None = None
    """
    Het adres van uw toegankelijkheidsverklaring.

    Bijvoorbeeld: https://www.voorbeeld.nl/toegankelijkheid
    """
    vaste_namen: Annotated[tuple[VasteNaam, ...], Field(strict=False)] = ()
    """Namen met een getal erin; zo'n getal is geen cijfer. Bijvoorbeeld: [mbo-niveau 1 of 2]"""
    gemeenten: dict[Slug, Gemeente] = Field(default_factory=dict)
    """
    De gemeenten van de regio, elk met een korte naam.

    Bijvoorbeeld: {voorbeeldstad: {naam: Voorbeeldstad}}
    """
    dimensies: dict[Slug, Dimensie] = Field(default_factory=dict)
    """Waarnaar deelnemers verdeeld kunnen worden. Bijvoorbeeld: {gemeente: {naam: Gemeente}}"""
    bescherming: Bescherming = Bescherming()
    """Hoe de monitor voorkomt dat iemand in de cijfers te vinden is."""
    koers: Koersregel = Koersregel()
    """Vanaf welk deel van het tussendoel een doel op koers is, of bijsturen vraagt."""
    publicatie: Publicatie | None = None
    """Waar de site staat, wie haar uitgeeft, en onder welke voorwaarden."""
    formulier: Formulier | None = None
    """In welke dienst voor git het formulier bewaart; zonder dit werkt het op één computer."""

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

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The indicators that add up to the programme, in the order of programma.yaml."""
        return tuple(slug for slug, indicator in self.indicatoren.items() if indicator.telt_mee)

    def plan_in(self, kwartaal: Kwartaal) -> Plan | None:
        """The plan in force in *kwartaal*: the last one that had begun."""
        begun = [plan for plan in self.plannen if plan.vanaf <= kwartaal]
        return max(begun, key=lambda plan: plan.vanaf) if begun else None

    def rang(self, indicator: str) -> int:
        """How a counted indicator looks: 2 for the last one, 1 and 0 for those before."""
        return rang(self.counted.index(indicator), len(self.counted))


class Document(Model):
    """A published document that figures come from."""

    titel: Tekst
    """De titel van het document. Bijvoorbeeld: Monitor Samen aan de slag, tweede kwartaal 2024"""
    uitgever: Tekst | None = None
    """Wie het uitgaf. Bijvoorbeeld: Regio Voorbeeld"""
    datum: DatumVeld | None = None
    """Wanneer het verscheen. Bijvoorbeeld: 2024-09"""
    toelichting: Proza | None = None
    """Wat een lezer van het document moet weten."""
