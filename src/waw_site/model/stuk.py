"""What the documents beside the monitor share."""

from typing import Annotated

from pydantic import Field

from waw_site.model.cijfer import Bron, MetFeiten
from waw_site.model.types import Heel, KwartaalVeld, Model, Proza, Regel, Webadres
from waw_site.model.woord import Editienaam, Stuknaam

Teksten = Annotated[tuple[Proza, ...], Field(strict=False)]


class Stuk(MetFeiten):
    """A document that belongs to an edition, and speaks of a quarter."""

    titel: Regel
    """De titel. Bijvoorbeeld: Raadsbrief bij de monitor"""
    editie: Editienaam
    """Bij welke monitor het hoort. Bijvoorbeeld: 2024-Q2"""
    kwartaal: KwartaalVeld
    """Over welk kwartaal de cijfers gaan. Bijvoorbeeld: 2024-Q2"""
    toelichting: Proza | None = None
    """Wat een lezer van de site moet weten. Bijvoorbeeld: Deze brief is niet verstuurd."""
    bron: Bron | None = None
    """Het document zelf, als het in bronnen.yaml staat."""


class Bijlage(Model):
    """An annex: the monitor of an edition, another document, or one that is elsewhere."""

    nummer: Heel | None = None
    """Het nummer van de bijlage. Bijvoorbeeld: 1"""
    naam: Regel
    """Hoe de bijlage heet. Bijvoorbeeld: Monitor"""
    editie: Editienaam | None = None
    """Is het een monitor: welke editie. Bijvoorbeeld: 2024-Q2"""
    stuk: Stuknaam | None = None
    """Is het een ander stuk: welk. Bijvoorbeeld: terugblikken/zorg-plus"""
    link: Webadres | None = None
    """Staat het ergens anders: op welk adres. Bijvoorbeeld: https://www.voorbeeld.nl"""
