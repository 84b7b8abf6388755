"""voorstellen/: the proposals, with what is decided on and along which meetings."""

from typing import Annotated, Literal

from pydantic import Field

from waw_site.model.stuk import Bijlage, Stuk, Teksten
from waw_site.model.types import BedragVeld, DatumVeld, Email, JaNee, Model, Proza, Regel, Tekst
from waw_site.model.woord import Begrotingnaam, Postnaam, Projecten, Projectnaam


class Kop(Model):
    """The header of a proposal."""

    onderwerp: Regel | None = None
    """Waar het stuk over gaat. Bijvoorbeeld: Arbeidsmarktprogramma"""
    kenmerk: Tekst | None = None
    """Het kenmerk. Bijvoorbeeld: DOC-1"""
    datum: DatumVeld | None = None
    """De datum. Bijvoorbeeld: 2023-11-16"""
    eenheid: Tekst | None = None
    """De afdeling. Bijvoorbeeld: Beleid"""
    contact: Tekst | None = None
    """Wie men kan vragen. Bijvoorbeeld: projectteam"""
    email: Email | None = None
    """Het e-mailadres. Bijvoorbeeld: info@voorbeeld.nl"""
    verspreiden: JaNee | None = None
    """Of het stuk verspreid mag worden."""


class Besluit(Model):
    """One numbered decision, and the projects it is about."""

    tekst: Proza
    """Wat er besloten wordt. Bijvoorbeeld: Zorg Plus verlengen tot en met december 2024."""
    projecten: Projecten = ()
    """Over welke projecten het gaat. Bijvoorbeeld: [zorg-plus]"""


class Behandeling(Model):
    """One meeting on the route of a proposal; its conclusion may still be open."""

    datum: DatumVeld
    """De dag van het overleg. Bijvoorbeeld: 2021-03-18"""
    overleg: Regel
    """Welk overleg. Bijvoorbeeld: Beleidsoverleg"""
    doel: Regel
    """Waarvoor het daar ligt. Bijvoorbeeld: bespreken"""
    conclusie: Proza | None = None
    """Wat er uitkwam; leeg als dat niet is ingevuld. Bijvoorbeeld: Aangepast."""


class Projectstand(Model):
    """What a proposal says of one project."""

    project: Projectnaam
    """Welk project. Bijvoorbeeld: zorg-plus"""
    naam: Regel | None = None
    """Hoe het stuk het project noemt. Bijvoorbeeld: Zorg Plus"""
    type: Regel | None = None
    """Wat voor project het stuk het noemt. Bijvoorbeeld: oriëntatie"""
    doel: Proza | None = None
    """
    Wat het doel is.

    Bijvoorbeeld: "{{ zorg-plus.trajecten_dit_jaar.doel }} trajecten"
    """
    resultaat: Proza | None = None
    """
    Wat er bereikt is.

    Bijvoorbeeld: "{{ zorg-plus.trajecten_dit_jaar }} trajecten"
    """
    tekst: Proza
    """Wat het stuk over het project zegt. Bijvoorbeeld: Het project gaat goed."""
    post: Postnaam | None = None
    """De post in de begroting. Bijvoorbeeld: zorg-plus"""
    bedrag: BedragVeld | None = None
    """Het bedrag dat de tekst noemt, gelijk aan de post. Bijvoorbeeld: 150000"""
    besluit_nodig: JaNee = True
    """Of er een besluit over nodig is."""


class Groep(Model):
    """A group of projects in a proposal, such as those that run and those that are new."""

    naam: Regel
    """Hoe de groep heet. Bijvoorbeeld: Lopende projecten"""
    inleiding: Proza | None = None
    """De tekst boven de groep. Bijvoorbeeld: Deze projecten lopen."""
    projecten: Annotated[tuple[Projectstand, ...], Field(strict=False)] = ()
    """De projecten van de groep."""


class Projectbijlage(Model):
    """The annex of one project: what is proposed, and what speaks for and against it."""

    project: Projectnaam
    """Welk project. Bijvoorbeeld: zorg-plus"""
    naam: Regel | None = None
    """Hoe het stuk het project noemt."""
    voorstel: Teksten
    """Wat er wordt voorgesteld. Bijvoorbeeld: [Verleng Zorg Plus.]"""
    samenvatting: Proza | None = None
    """Wat het project doet. Bijvoorbeeld: Inwoners kijken rond in de zorg."""
    voor: Teksten = ()
    """Wat ervoor spreekt. Bijvoorbeeld: [Iedereen kan meedoen.]"""
    tegen: Teksten = ()
    """Wat ertegen spreekt. Bijvoorbeeld: [Er komen minder aanmeldingen.]"""
    voorwaarde: Proza | None = None
    """Onder welke voorwaarde. Bijvoorbeeld: Er moeten genoeg aanmeldingen zijn."""


class Voorstel(Stuk):
    """A proposal with its decisions, or the cover sheet of another document."""

    soort: Literal["voorstel", "oplegger"] = "voorstel"
    """Een voorstel met besluiten, of een oplegger bij een ander stuk."""
    kop: Kop = Kop()
    """Het hoofd van het stuk."""
    besluiten: Annotated[tuple[Besluit, ...], Field(strict=False)]
    """De besluiten, op volgorde."""
    behandeling: Annotated[tuple[Behandeling, ...], Field(strict=False)] = ()
    """De overleggen waar het langs gaat."""
    kern: Proza | None = None
    """De kern. Bijvoorbeeld: Het programma duurt tot het einde van 2024."""
    werkwijze: Proza | None = None
    """Hoe er gewerkt wordt. Bijvoorbeeld: Elk project heeft een eigen planning."""
    groepen: Annotated[tuple[Groep, ...], Field(strict=False)] = ()
    """De projecten, in groepen."""
    financien: Proza | None = None
    """
    Wat het kost.

    Bijvoorbeeld: "Begroot is {{ begroting.2024.totaal }}."
    """
    uitvoering: Proza | None = None
    """Wie het uitvoert. Bijvoorbeeld: Het Regieteam stuurt het programma aan."""
    begroting: Begrotingnaam | None = None
    """
    Welke begroting erbij hoort, tussen aanhalingstekens.

    Bijvoorbeeld: "2024"
    """
    bijlagen: Annotated[tuple[Projectbijlage, ...], Field(strict=False)] = ()
    """Per project wat wordt voorgesteld, met voor en tegen."""
    bijlagenlijst: Annotated[tuple[Bijlage, ...], Field(strict=False)] = ()
    """Wat er bij het voorstel zit."""
