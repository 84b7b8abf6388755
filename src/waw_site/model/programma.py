"""programma.yaml and bronnen.yaml: what all projects and editions share."""

from typing import Annotated, Literal

from pydantic import Field

from waw_site.model.cijfer import Bron, Doel
from waw_site.model.types import (
    DatumVeld,
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


def rang(place: int, of: int) -> int:
    """How the figure at *place* of *of* looks: 2 for the last, then 1, and 0 for all before."""
    return max(3 - of + place, 0)


class Programma(Model):
    """The programme: its time, what it counts, its goals, and the words that projects may use."""

    naam: Tekst
    regio: Tekst
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
