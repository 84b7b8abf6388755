"""What a chart shows, as values: made without matplotlib, equal when the picture is equal."""

from dataclasses import dataclass

from waw_site.kwartaal import Kwartaal
from waw_site.waarde import Waarde


@dataclass(frozen=True, slots=True)
class Lat:
    """Progress towards one goal: a rod from 0 to the goal, in the indicator's eenheid."""

    bereikt: Waarde
    label: str  # the figure as text
    doel: int | None
    tussendoel: int | None = None
    tussendoel_label: str = ""
    smal: bool = False  # for a column beside others: fewer numbers on its scale


@dataclass(frozen=True, slots=True)
class Staaf:
    """One bar: an indicator (which gives its look), its figure, and the words beside it."""

    soort: int  # rank of the indicator: 0 is the thinnest line, 2 the thickest
    waarde: Waarde
    label: str


@dataclass(frozen=True, slots=True)
class Staven:
    """Projects compared: per name one bar an indicator, all on one scale from 0."""

    groepen: tuple[tuple[str, tuple[Staaf, ...]], ...]


@dataclass(frozen=True, slots=True)
class Punt:
    """
    A reading at the end of a quarter; one without a number is a gap in the line.

    A reading that is `los` is shown, and not joined to the others: it lacks reports.
    """

    kwartaal: Kwartaal
    waarde: Waarde
    label: str
    los: bool = False


@dataclass(frozen=True, slots=True)
class Reeks:
    """One line through time."""

    soort: int
    naam: str
    punten: tuple[Punt, ...]


@dataclass(frozen=True, slots=True)
class Vlag:
    """A goal: how much, by the end of which quarter, and whether it still holds."""

    kwartaal: Kwartaal
    getal: int
    naam: str
    geldt: bool


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """Figures through time, from the first to the last quarter of the axis."""

    van: Kwartaal
    tot_en_met: Kwartaal
    reeksen: tuple[Reeks, ...]
    vlaggen: tuple[Vlag, ...] = ()


@dataclass(frozen=True, slots=True)
class Turf:
    """
    Counting by strokes: one stroke for `stuk` of what is counted, ten to a group, 100 to a row.

    `delen` follow on each other, each with its look and its figure. `doel` is the place of a goal
    that was passed. The strokes hold no text: the figures stand beside them.
    """

    delen: tuple[tuple[str, Waarde], ...]
    stuk: int = 1
    groot: bool = False
    doel: int | None = None


@dataclass(frozen=True, slots=True)
class Looptijd:
    """The time of a programme: how many periods, how many have passed, and how many to a block."""

    kwartalen: int
    voorbij: int
    per_blok: int = 2


@dataclass(frozen=True, slots=True)
class Stap:
    """One line of a comparison: the rank of its indicator, its word, the figure then and now."""

    soort: int
    naam: str
    toen: Waarde
    toen_label: str
    nu: Waarde
    nu_label: str


@dataclass(frozen=True, slots=True)
class Helling:
    """Two moments compared, each with its name: a line per indicator, all on one scale from 0."""

    toen: str
    nu: str
    stappen: tuple[Stap, ...]


Tekening = Lat | Staven | Tijdlijn | Turf | Looptijd | Helling


@dataclass(frozen=True, slots=True)
class Plaat:
    """
    A chart as a picture of its own: between its title and finding, and where it comes from.

    `kleuren` are those of the house style that differ from ours: what ours is, and theirs.
    """

    tekening: Tekening
    titel: str
    bevinding: str
    bron: str
    letters: str = ""  # a list of fonts, as CSS has it
    kleuren: tuple[tuple[str, str], ...] = ()

    @property
    def vormen(self) -> tuple[str, ...]:
        """Its files; an edition may compare every project, and pixels are dear: those are SVG."""
        return ("svg",) if isinstance(self.tekening, Helling) else ("svg", "png")


@dataclass(frozen=True, slots=True)
class Deelregel:
    """
    One goal in the picture for sharing, all in words but for what part of it was reached.

    `woord` is the qualifier before the number, or what is said where there is no number.
    """

    naam: str
    woord: str
    getal: str
    doel: str
    stand: str
    wie: str  # who says so, where it was not computed
    deel: float | None


@dataclass(frozen=True, slots=True)
class Deel:
    """What others see of an edition that is shared: who, which, and the main figures in words."""

    naam: str
    regio: str
    titel: str
    peil: str
    regels: tuple[Deelregel, ...]
    kleuren: tuple[tuple[str, str], ...] = ()
