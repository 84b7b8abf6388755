"""tegenspraken.yaml: where the documents do not agree."""

from typing import Annotated

from pydantic import Field

from waw_site.model.cijfer import Bron, KwalificatieVeld
from waw_site.model.types import Heel, Model, Proza, Regel, Tekst


class Uitspraak(Model):
    """What one document says: a figure of the data by name, a number, or words."""

    cijfer: Tekst | None = None
    """Een cijfer uit de data, bij zijn naam. Bijvoorbeeld: zorg-plus.bemiddeld"""
    waarde: Heel | None = None
    """Een getal dat niet in de data staat. Bijvoorbeeld: 215"""
    kwalificatie: KwalificatieVeld | None = None
    """Het woord dat bij het getal staat. Bijvoorbeeld: meer dan"""
    woorden: Proza | None = None
    """Wat de bron zegt, of waar het over gaat. Bijvoorbeeld: in de zorg"""
    bron: Bron
    """Het document dat het zegt."""


class Tegenspraak(Model):
    """Statements about the same thing that do not agree."""

    onderwerp: Regel
    """Waar de uitspraken over gaan. Bijvoorbeeld: Nieuwe medewerkers in de zorg"""
    uitspraken: Annotated[tuple[Uitspraak, ...], Field(strict=False, min_length=2)]
    """Wat de bronnen zeggen, ten minste twee."""
    toelichting: Proza | None = None
    """Waarom zij verschillen, als dat bekend is. Bijvoorbeeld: De monitors tellen anders."""
