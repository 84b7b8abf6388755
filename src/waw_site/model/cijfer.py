"""A figure, a goal, and the source that either comes from."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

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
from waw_site.model.vorm import GETAL, HEEL, Kort
from waw_site.model.woord import Documentnaam, Indicatornaam

KwalificatieVeld = Annotated[Kwalificatie, Field(strict=False)]


class Bron(Model):
    """Where a figure or fact was published: a document of bronnen.yaml, and the heading in it."""

    document: Documentnaam
    """Het document, een van die in bronnen.yaml. Bijvoorbeeld: monitor-2024-q2"""
    kop: Tekst | None = None
    """De kop in dat document waar het staat. Bijvoorbeeld: Scholingsprojecten"""


class Herziening(Model):
    """What a figure or goal was in an earlier version, and why it changed."""

    was: Getal
    """Wat het eerder was: een getal, n.v.t. of leeg. Bijvoorbeeld: 8"""
    kwalificatie: KwalificatieVeld | None = None
    """Het woord dat bij het eerdere getal stond, als de bron afrondde."""
    versie: Tekst = "eerdere versie"
    """Hoe de eerdere versie heet. Bijvoorbeeld: concept"""
    datum: DatumVeld | None = None
    """Wanneer het veranderde."""
    reden: Proza | None = None
    """Waarom het veranderde. Bijvoorbeeld: De aanmeldingen van maart ontbraken."""
    gevolg: Proza | None = None
    """Wat het doet met wat er eerder werd gezegd. Bijvoorbeeld: Het totaal ging mee omhoog."""
    bron: Bron | None = None
    """Waar de eerdere versie staat."""


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

    model_config = ConfigDict(
        json_schema_extra={
            "if": {
                "required": ["kwalificatie"],
                "properties": {"kwalificatie": {"type": "string"}},
            },
            "then": {"properties": {"waarde": {"type": "integer"}}},
        }
    )

    waarde: Getal
    """
    Het getal zonder punten; leeg is niet gemeld, n.v.t. is niet van toepassing.

    Bijvoorbeeld: 450
    """
    kwalificatie: KwalificatieVeld | None = None
    """
    Als de bron afrondt: hoe het getal zich tot het echte verhoudt.

    Bijvoorbeeld: iets meer dan
    """
    noot: Proza | None = None
    """Een voetnoot bij het cijfer. Bijvoorbeeld: elders in de monitor staat ruim 450"""
    toelichting: Proza | None = None
    """Uitleg voor de lezer; nodig als het cijfer lager is dan de vorige keer."""
    herzieningen: Herzieningen = ()
    """Wat een eerdere versie zei, en waarom het veranderde."""
    bron: Bron | None = None
    """Als dit ene cijfer uit een ander document komt."""

    @model_validator(mode="after")
    def _qualifies_a_number(self) -> Self:
        if self.kwalificatie and not isinstance(self.waarde, int):
            raise _wrong(f"“{self.kwalificatie}” staat bij een cijfer zonder getal.")
        return self


CijferVeld = Annotated[Cijfer, BeforeValidator(_cijfer), Kort(GETAL)]


class Feit(Model):
    """
    A number of a text that is no figure of the programme, with the document it stands in.

    With `som` it is the sum of figures, by their names, and is held against them; an empty one says
    that it counts no participants.
    """

    waarde: Heel
    """Het getal. Bijvoorbeeld: 24"""
    som: Annotated[tuple[Tekst, ...] | None, Field(strict=False)] = None
    """
    Uit welke cijfers het is opgeteld, bij hun naam; leeg ([]) als het geen deelnemers telt.

    Bijvoorbeeld: [zorg-plus.gestart]
    """
    kwalificatie: KwalificatieVeld | None = None
    """Als de bron afrondt: hoe het getal zich tot het echte verhoudt."""
    soort: Literal["aantal", "procent", "euro", "maanden"] = "aantal"
    """Wat het getal telt. Bijvoorbeeld: maanden"""
    naam: Tekst | None = None
    """Hoe het feit heet bij de herkomst. Bijvoorbeeld: Monitors per jaar"""
    bron: Bron | None = None
    """Het document waar het getal in staat."""


def _feit(value: Any) -> Any:
    """Let an editor write `plekken: 24` for `plekken: {waarde: 24}`."""
    return value if isinstance(value, dict | Feit) else {"waarde": value}


FeitVeld = Annotated[Feit, BeforeValidator(_feit), Kort(HEEL)]


class MetFeiten(Model):
    """A file whose texts may use facts: numbers that are no figures of the programme."""

    feiten: dict[Slug, FeitVeld] = Field(default_factory=dict)
    """
    Getallen voor in een tekst die geen cijfers van het programma zijn, elk met een naam.

    Bijvoorbeeld: {plekken: 24}
    """


class Voorwerk(MetFeiten):
    """What may stand above a text, between two lines of `---`: its facts and their document."""

    bron: Bron | None = None
    """Het document waar de feiten in staan."""


class Doel(Model):
    """A goal for one indicator, of the programme or of a project."""

    indicator: Indicatornaam
    """Waarvoor het doel geldt. Bijvoorbeeld: bemiddeld"""
    totaal: Getal
    """Hoeveel het er moeten worden: een getal, n.v.t. of leeg. Bijvoorbeeld: 70"""
    tussendoelen: dict[KwartaalVeld, Heel] = Field(default_factory=dict)
    """Hoe ver het op een moment moest zijn. Bijvoorbeeld: {2023-Q2: 70}"""
    vanaf: KwartaalVeld | None = None
    """Vanaf wanneer het doel geldt."""
    tot_en_met: KwartaalVeld | None = None
    """Tot en met wanneer het doel geldt."""
    noot: Proza | None = None
    """Een voetnoot bij het doel. Bijvoorbeeld: diploma, werk of allebei"""
    toelichting: Proza | None = None
    """Uitleg voor de lezer. Bijvoorbeeld: Het doel geldt voor wie de opleiding begint."""
    herzieningen: Herzieningen = ()
    """Wat een eerdere versie zei, en waarom het veranderde."""
    bron: Bron | None = None
    """Als het doel uit een ander document komt."""

    def in_force(self, kwartaal: Kwartaal) -> bool:
        """Whether this goal held in *kwartaal*."""
        return (self.vanaf is None or self.vanaf <= kwartaal) and (
            self.tot_en_met is None or kwartaal <= self.tot_en_met
        )
