"""A figure, a goal, and the source that either comes from."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from waw_site.kwartaal import Kwartaal
from waw_site.model.types import (
    Getal,
    Heel,
    Kwalificatie,
    KwartaalVeld,
    Model,
    Slug,
    Tekst,
    _wrong,
)

KwalificatieVeld = Annotated[Kwalificatie, Field(strict=False)]


class Bron(Model):
    """Where a figure or fact was published: a document of bronnen.yaml, and the heading in it."""

    document: Slug
    kop: Tekst | None = None


def _cijfer(value: Any) -> Any:
    """Let an editor write `gestart: 735` for `gestart: {waarde: 735}`."""
    return value if isinstance(value, dict | Cijfer) else {"waarde": value}


class Cijfer(Model):
    """
    A figure as reported: a number, `null` (not reported) or n.v.t. (does not apply).

    The number is a cumulative position in the indicator's eenheid, unless the indicator says
    otherwise. `kwalificatie` stands beside it when the source rounded.
    """

    waarde: Getal
    kwalificatie: KwalificatieVeld | None = None
    noot: Tekst | None = None
    toelichting: Tekst | None = None
    bron: Bron | None = None

    @model_validator(mode="after")
    def _qualifies_a_number(self) -> Self:
        if self.kwalificatie and not isinstance(self.waarde, int):
            raise _wrong(f"“{self.kwalificatie}” staat bij een cijfer zonder getal.")
        return self


CijferVeld = Annotated[Cijfer, BeforeValidator(_cijfer)]


class Doel(Model):
    """A goal for one indicator, of the programme or of a project."""

    indicator: Slug
    totaal: Getal
    tussendoelen: dict[KwartaalVeld, Heel] = Field(default_factory=dict)
    vanaf: KwartaalVeld | None = None
    tot_en_met: KwartaalVeld | None = None
    noot: Tekst | None = None
    toelichting: Tekst | None = None
    bron: Bron | None = None

    def in_force(self, kwartaal: Kwartaal) -> bool:
        """Whether this goal held in *kwartaal*."""
        return (self.vanaf is None or self.vanaf <= kwartaal) and (
            self.tot_en_met is None or kwartaal <= self.tot_en_met
        )
