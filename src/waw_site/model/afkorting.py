"""afkortingen.yaml: the abbreviations and the words of the trade."""

from typing import Annotated

from pydantic import Field

from waw_site.model.types import Model, Proza, Regel, Tekst


class Afkorting(Model):
    """An abbreviation or a word of the trade."""

    voluit: Regel | None = None
    """De afkorting voluit. Bijvoorbeeld: Regionaal Mobiliteitsteam"""
    uitleg: Proza | None = None
    """Wat het is, in een zin. Bijvoorbeeld: Een plek om tijdelijk werkervaring op te doen."""
    ook: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """Andere vormen van het woord. Bijvoorbeeld: [doorstroombanen]"""
