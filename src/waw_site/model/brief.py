"""brieven/: the letters to the council."""

from typing import Annotated

from pydantic import Field

from waw_site.model.cijfer import Bron
from waw_site.model.stuk import Bijlage, Stuk, Teksten
from waw_site.model.types import DatumVeld, Heel, JaNee, Model, Proza, Regel, Tekst


class Ondertekenaar(Model):
    """Who signs a letter: an office, and a name if it was published."""

    ambt: Regel
    """Het ambt van wie ondertekent. Bijvoorbeeld: wethouder Sociaal Domein"""
    naam: Tekst | None = None
    """De naam, als die is gepubliceerd."""


class Arbeidsmarktcijfer(Model):
    """A figure of the labour market, with its year and who counted it."""

    naam: Regel
    """Wat er geteld is. Bijvoorbeeld: Onbenut arbeidspotentieel"""
    waarde: Heel
    """Het getal. Bijvoorbeeld: 21000"""
    eenheid: Regel
    """Wat er geteld wordt. Bijvoorbeeld: personen"""
    over: Regel
    """
    Over welk jaar het gaat, tussen aanhalingstekens.

    Bijvoorbeeld: "2021"
    """
    volgens: Regel | None = None
    """Wie het telde. Bijvoorbeeld: UWV"""
    bron: Bron | None = None
    """Het document waar het in staat."""


class Brief(Stuk):
    """A letter to the council; its body is the text of the same name in content/brieven/."""

    onderwerp: Regel
    """Waar de brief over gaat. Bijvoorbeeld: Voortgang Samen aan de slag"""
    afzender: Regel
    """Van wie de brief is. Bijvoorbeeld: Regio Voorbeeld"""
    aan: Regel
    """Aan wie. Bijvoorbeeld: de raadsleden"""
    datum: DatumVeld | None = None
    """De datum; zonder datum staat er dat de brief er geen heeft. Bijvoorbeeld: 2023-10"""
    kwartaal_afgeleid: JaNee = False
    """Of het kwartaal is afgeleid, en niet in de brief staat."""
    eerdere_brief: Proza | None = None
    """Welke brief eraan voorafging. Bijvoorbeeld: De vorige brief was van 16 maart 2022."""
    aanhef: Regel | None = None
    """De aanhef. Bijvoorbeeld: Geachte raadsleden,"""
    groet: Regel | None = None
    """De groet. Bijvoorbeeld: Hoogachtend,"""
    kerncijfers: Teksten = ()
    """
    Zinnen met de belangrijkste cijfers.

    Bijvoorbeeld: ["{{ bemiddeld }} inwoners vonden werk."]
    """
    dashboard: JaNee = False
    """Of de doelen van de editie er als plaatje bij staan."""
    bijschrift: Proza | None = None
    """De tekst bij dat plaatje. Bijvoorbeeld: Uit de monitor."""
    arbeidsmarkt: Annotated[tuple[Arbeidsmarktcijfer, ...], Field(strict=False)] = ()
    """Cijfers over de arbeidsmarkt."""
    bijlagen: Annotated[tuple[Bijlage, ...], Field(strict=False)] = ()
    """Wat er bij de brief zit."""
    ondertekenaars: Annotated[tuple[Ondertekenaar, ...], Field(strict=False)] = ()
    """Wie ondertekenen: geen, een of meer."""
    disclaimer: Proza | None = None
    """Kleine letters onderaan."""
