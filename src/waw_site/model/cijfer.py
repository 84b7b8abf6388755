"""A figure, a goal, and the source that either comes from."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from waw_site.kwartaal import Kwartaal
from waw_site.model.types import (
    DatumVeld,
    Getal,
    Heel,
    Kwalificatie,
    KwartaalVeld,
    Model,
    Proza,
    Slug,
    Tekst,
    _wrong,
)

KwalificatieVeld = Annotated[Kwalificatie, Field(strict=False)]


class Bron(Model):
    """Where a figure or fact was published: a document of bronnen.yaml, and the heading in it."""

    document: Slug
    kop: Tekst | None = None


class Herziening(Model):
    """What a figure or goal was in an earlier version, and why it changed."""

    was: Getal
    kwalificatie: KwalificatieVeld | None = None
    versie: Tekst = "eerdere versie"
    datum: DatumVeld | None = None
    reden: Proza | None = None
    gevolg: Proza | None = None
    bron: Bron | None = None


Herzieningen = Annotated[tuple[Herziening, ...], Field(strict=False)]


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
    noot: Proza | None = None
    toelichting: Proza | None = None
    herzieningen: Herzieningen = ()
    bron: Bron | None = None

    @model_validator(mode="after")
    def _qualifies_a_number(self) -> Self:
        if self.kwalificatie and not isinstance(self.waarde, int):
            raise _wrong(f"“{self.kwalificatie}” staat bij een cijfer zonder getal.")
        return self


CijferVeld = Annotated[Cijfer, BeforeValidator(_cijfer)]


class Feit(Model):
    """
    A number of a text that is no figure of the programme, with the document it stands in.

    With `som` it is the sum of figures, by their names, and is held against them; an empty one says
    that it counts no participants.
    """

    waarde: Heel
    som: Annotated[tuple[Tekst, ...] | None, Field(strict=False)] = None
    kwalificatie: KwalificatieVeld | None = None
    soort: Literal["aantal", "procent", "euro", "maanden"] = "aantal"
    naam: Tekst | None = None
    bron: Bron | None = None


def _feit(value: Any) -> Any:
    """Let an editor write `plekken: 24` for `plekken: {waarde: 24}`."""
    return value if isinstance(value, dict | Feit) else {"waarde": value}


FeitVeld = Annotated[Feit, BeforeValidator(_feit)]


class MetFeiten(Model):
    """A file whose texts may use facts: numbers that are no figures of the programme."""

    feiten: dict[Slug, FeitVeld] = Field(default_factory=dict)


class Voorwerk(MetFeiten):
    """What may stand above a text, between two lines of `---`: its facts and their document."""

    bron: Bron | None = None


class Doel(Model):
    """A goal for one indicator, of the programme or of a project."""

    indicator: Slug
    totaal: Getal
    tussendoelen: dict[KwartaalVeld, Heel] = Field(default_factory=dict)
    vanaf: KwartaalVeld | None = None
    tot_en_met: KwartaalVeld | None = None
    noot: Proza | None = None
    toelichting: Proza | None = None
    herzieningen: Herzieningen = ()
    bron: Bron | None = None

    def in_force(self, kwartaal: Kwartaal) -> bool:
        """Whether this goal held in *kwartaal*."""
        return (self.vanaf is None or self.vanaf <= kwartaal) and (
            self.tot_en_met is None or kwartaal <= self.tot_en_met
        )
