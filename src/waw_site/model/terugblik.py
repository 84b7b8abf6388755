"""terugblikken/: the reviews of a project that is over."""

from typing import Annotated

from pydantic import Field

from waw_site.model.stuk import Stuk, Teksten
from waw_site.model.types import Model, Proza, Regel, Slug, Tekst, Webadres
from waw_site.model.woord import Projectnaam


class Pijler(Model):
    """One of the pillars of a project."""

    naam: Regel
    """Hoe de pijler heet. Bijvoorbeeld: Toeleiden"""
    tekst: Proza
    """Wat hij inhoudt. Bijvoorbeeld: Op weg naar werk."""


class Stap(Model):
    """One step of the route through a project, with the stories told at it."""

    naam: Regel
    """Hoe de stap heet. Bijvoorbeeld: Aanmelden"""
    tekst: Proza
    """Wat er gebeurt. Bijvoorbeeld: Een inwoner meldt zich aan."""
    onderdelen: Teksten = ()
    """Waar de stap uit bestaat. Bijvoorbeeld: [een gesprek]"""
    verhalen: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    """De verhalen die hier staan. Bijvoorbeeld: [zorina]"""


class Partner(Model):
    """An organisation that takes part, and its address."""

    naam: Tekst
    """De naam van de partner. Bijvoorbeeld: Zorghuis"""
    url: Webadres | None = None
    """Zijn adres. Bijvoorbeeld: https://www.amaris.nl"""


class Terugblik(Stuk):
    """The review of one project: goals against results, who took part, the route, stories."""

    project: Projectnaam
    """Op welk project. Bijvoorbeeld: zorg-plus"""
    doel: Proza | None = None
    """Waar het project voor was. Bijvoorbeeld: De overstap naar de zorg makkelijker maken."""
    pijlers: Annotated[tuple[Pijler, ...], Field(strict=False)] = ()
    """De pijlers van het project."""
    ambities: Teksten = ()
    """Wat het project wilde. Bijvoorbeeld: [Meer kans op werk.]"""
    voor_wie: Teksten = ()
    """Voor wie het was. Bijvoorbeeld: [mensen die werk zoeken]"""
    trechter: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """
    Cijfers uit de data, van veel naar weinig.

    Bijvoorbeeld: [zorg-plus.voorlichting, zorg-plus.leerroute]
    """
    stappen: Annotated[tuple[Stap, ...], Field(strict=False)] = ()
    """De stappen die een deelnemer doorloopt."""
    partners: Annotated[tuple[Partner, ...], Field(strict=False)] = ()
    """Wie meededen."""
