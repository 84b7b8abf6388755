"""begrotingen/: the budgets, row by row."""

from typing import Annotated

from pydantic import Field

from waw_site.model.cijfer import Bron, KwalificatieVeld, MetFeiten
from waw_site.model.types import BedragVeld, DatumVeld, Heel, Model, Proza, Regel, Slug
from waw_site.model.woord import Editienaam, Projectnaam


class Bedragherziening(Model):
    """What an amount was before, and why it changed."""

    was: BedragVeld
    """
    Het eerdere bedrag.

    Bijvoorbeeld: "46052,81"
    """
    datum: DatumVeld | None = None
    """Wanneer het veranderde. Bijvoorbeeld: 2023-11"""
    reden: Proza | None = None
    """Waarom het veranderde."""
    bron: Bron | None = None
    """Het document waar het eerdere bedrag in staat."""


class Post(Model):
    """One row of a budget. `exact` is the amount that `bedrag` was rounded from."""

    post: Slug
    """De korte naam van de post. Bijvoorbeeld: zorg-plus"""
    naam: Regel
    """De naam op de pagina. Bijvoorbeeld: Zorg Plus"""
    bedrag: BedragVeld
    """Het bedrag in hele euro's, of met centen tussen aanhalingstekens. Bijvoorbeeld: 150000"""
    exact: BedragVeld | None = None
    """
    Het precieze bedrag, als het bedrag is afgerond.

    Bijvoorbeeld: "50455,25"
    """
    project: Projectnaam | None = None
    """Het project waar de post voor is. Bijvoorbeeld: zorg-plus"""
    voorwaarde: Proza | None = None
    """Wanneer het bedrag vrijvalt. Bijvoorbeeld: Valt vrij als er geen groep begint."""
    toelichting: Proza | None = None
    """Uitleg voor de lezer. Bijvoorbeeld: De kosten dalen."""
    herzieningen: Annotated[tuple[Bedragherziening, ...], Field(strict=False)] = ()
    """Wat het bedrag eerder was, en waarom het veranderde."""


class Sectie(Model):
    """Rows of a budget under one heading."""

    naam: Regel
    """De kop boven deze posten. Bijvoorbeeld: Projecten"""
    posten: Annotated[tuple[Post, ...], Field(strict=False, min_length=1)]
    """De posten onder deze kop."""


class Bedrag(Model):
    """An amount as published, with its qualifier."""

    bedrag: BedragVeld
    """Het bedrag in hele euro's, of met centen tussen aanhalingstekens. Bijvoorbeeld: 1300000"""
    kwalificatie: KwalificatieVeld | None = None
    """Als de bron afrondt: hoe het bedrag zich tot het echte verhoudt. Bijvoorbeeld: ongeveer"""
    bron: Bron | None = None
    """Het document waar het bedrag in staat."""


class Financier(Model):
    """Where other money may come from."""

    naam: Proza
    """Waar ander geld vandaan kan komen. Bijvoorbeeld: Integraal Zorgakkoord"""
    toelichting: Proza | None = None
    """Uitleg voor de lezer. Bijvoorbeeld: Hier wordt geld gezocht."""


class Begroting(MetFeiten):
    """A budget: rows in sections, the total that was published, and what is available."""

    titel: Regel
    """De titel. Bijvoorbeeld: Begroting 2024"""
    jaar: Heel
    """Het jaar. Bijvoorbeeld: 2024"""
    editie: Editienaam
    """Bij welke monitor zij hoort. Bijvoorbeeld: 2024-Q2"""
    secties: Annotated[tuple[Sectie, ...], Field(strict=False, min_length=1)]
    """De posten, onder koppen."""
    totaal: BedragVeld | None = None
    """
    Het totaal dat het stuk noemt; het moet gelijk zijn aan de som van de posten.

    Bijvoorbeeld: 200455
    """
    beschikbaar: Bedrag | None = None
    """Hoeveel geld er is."""
    bijschrift: Regel | None = None
    """De tekst bij de tabel. Bijvoorbeeld: Begrote bedragen"""
    cofinanciering: Annotated[tuple[Financier, ...], Field(strict=False)] = ()
    """Waar ander geld vandaan kan komen."""
    toelichting: Proza | None = None
    """Uitleg voor de lezer."""
    bron: Bron
    """Het document waar de begroting in staat."""
