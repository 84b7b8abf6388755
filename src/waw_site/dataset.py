"""All that was read: models by name and quarter, texts by path, and the place of each value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from waw_site.catalogus import _
from waw_site.cel import Cel, Deel
from waw_site.expressie import Plek
from waw_site.kwartaal import Kwartaal
from waw_site.model import (
    Afkorting,
    Begroting,
    Brief,
    Bron,
    Document,
    Editie,
    Feit,
    Model,
    Programma,
    Project,
    Stand,
    Tegenspraak,
    Terugblik,
    Verhaal,
    Voorstel,
    Zegel,
)
from waw_site.places import Places
from waw_site.problem import Place, Problem
from waw_site.text import Tekst
from waw_site.toestemming import Kanaal, Weggelaten, belet
from waw_site.waarde import Waarde

PROGRAMMA = "data/programma.yaml"
BRONNEN = "data/bronnen.yaml"
TEGENSPRAKEN = "data/tegenspraken.yaml"
AFKORTINGEN = "data/afkortingen.yaml"

# A model with its file, and the key that leads to it in that file.
Located = tuple[str, tuple[str, ...], Model]


def stuk_path(soort: str, slug: str) -> str:
    """The file of a document; *soort* is its folder: brieven, voorstellen and so on."""
    return f"data/{soort}/{slug}.yaml"


def verhaal_path(slug: str) -> str:
    """The file of a story."""
    return f"content/verhalen/{slug}.md"


def project_path(slug: str) -> str:
    """The file of a project's identity."""
    return f"data/projecten/{slug}/project.yaml"


def stand_path(slug: str, kwartaal: Kwartaal) -> str:
    """The file of a project's position in a quarter."""
    return f"data/projecten/{slug}/{kwartaal}.yaml"


def editie_path(kwartaal: Kwartaal) -> str:
    """The file of an edition."""
    return f"data/edities/{kwartaal}.yaml"


def zegel_path(kwartaal: Kwartaal) -> str:
    """The file of the seal of an edition."""
    return f"data/zegels/{kwartaal}.yaml"


@dataclass(frozen=True, slots=True)
class Proza:
    """A text in a YAML file, in which figures can be bound: its file, its location, and itself."""

    plek: Plek
    loc: tuple[str | int, ...]
    tekst: str
    cijfers: bool  # whether figures can be bound in it


@dataclass(frozen=True)
class Dataset:
    """
    What `load` made of data/ and content/; every mapping is in a fixed order.

    `mappen` holds every project folder and `documenten` every name of bronnen.yaml, also those that
    could not be read, so that a fault is one problem and not one wherever the name is used.
    """

    programma: Programma
    bronnen: Mapping[str, Document]
    projecten: Mapping[str, Project]
    standen: Mapping[str, Mapping[Kwartaal, Stand]]
    edities: Mapping[Kwartaal, Editie]
    mappen: frozenset[str]
    documenten: frozenset[str] | None  # None: bronnen.yaml could not be read at all
    unreadable: frozenset[str] = frozenset()  # files of projects that are there but said nothing
    teksten: Mapping[str, Tekst] = field(default_factory=dict)
    feiten: Mapping[str, Mapping[str, Feit]] = field(default_factory=dict)  # by file and name
    proza: tuple[Proza, ...] = ()
    places: Mapping[str, Places] = field(default_factory=dict)
    brieven: Mapping[str, Brief] = field(default_factory=dict)
    voorstellen: Mapping[str, Voorstel] = field(default_factory=dict)
    begrotingen: Mapping[str, Begroting] = field(default_factory=dict)
    terugblikken: Mapping[str, Terugblik] = field(default_factory=dict)
    verhalen: Mapping[str, Verhaal] = field(default_factory=dict)
    weggelaten: Mapping[str, Weggelaten] = field(default_factory=dict)
    dag: date = date.max  # that consent is held against
    kanaal: Kanaal = "web"  # where the stories are told
    beelden: Mapping[str, bytes] = field(default_factory=dict)
    afkortingen: Mapping[str, Afkorting] = field(default_factory=dict)
    tegenspraken: Mapping[str, Tegenspraak] = field(default_factory=dict)
    zegels: Mapping[Kwartaal, Zegel] = field(default_factory=dict)
    cellen: Mapping[str, Cel] = field(default_factory=dict)  # what figures are broken down into
    verborgen: frozenset[str] = frozenset()  # names of figures and parts that are not shown
    erbij: frozenset[str] = frozenset()  # those of them that are hidden for the sake of others
    # What was read of these standen, each figure once; who replaces standen begins it anew.
    figures: dict[tuple[str, Kwartaal, str], Waarde] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def delen_van(self) -> Mapping[tuple[str, Kwartaal], tuple[Deel, ...]]:
        """The parts of each figure that is broken down, by its name and quarter."""
        found: dict[tuple[str, Kwartaal], list[Deel]] = {}
        for cel in self.cellen.values():
            if cel.delen:
                found.setdefault((cel.basis, cel.kwartaal), []).append(cel.delen)
        return {key: tuple(sorted(parts, key=len)) for key, parts in found.items()}

    @cached_property
    def delen(self) -> frozenset[str]:
        """The names of all parts of figures."""
        return frozenset(naam for naam, cel in self.cellen.items() if cel.delen)

    def value(self, path: str, *loc: str | int) -> Place:
        """Where the value at *loc* in *path* stands."""
        return self.places[path].value(*loc) if path in self.places else Place(path)

    def key(self, path: str, *loc: str | int) -> Place:
        """Where the key at *loc* in *path* stands."""
        return self.places[path].key(*loc) if path in self.places else Place(path)

    def stand(self, slug: str, kwartaal: Kwartaal) -> Stand | None:
        """The position that a project reported in *kwartaal*."""
        return self.standen.get(slug, {}).get(kwartaal)

    def knows_all(self, editie: Editie) -> bool:
        """Whether every project that *editie* names exists; else one may be missed for another."""
        return self.mappen.issuperset(editie.listed)

    def modellen(self) -> Iterator[Located]:
        """Everything that was read."""
        yield from self.van_data()
        yield from self.van_verhalen()

    def van_verhalen(self) -> Iterator[Located]:
        """What stands above the stories."""
        for slug, verhaal in self.verhalen.items():
            yield verhaal_path(slug), (), verhaal

    def van_data(self) -> Iterator[Located]:
        """Everything that was read of data/."""
        yield PROGRAMMA, (), self.programma
        for naam, document in self.bronnen.items():
            yield BRONNEN, (naam,), document
        for slug, project in self.projecten.items():
            yield project_path(slug), (), project
        for slug, standen in self.standen.items():
            for kwartaal, stand in standen.items():
                yield stand_path(slug, kwartaal), (), stand
        for kwartaal, editie in self.edities.items():
            yield editie_path(kwartaal), (), editie
        for soort, stukken in self.stukken().items():
            for slug, stuk in stukken.items():
                yield stuk_path(soort, slug), (), stuk
        for naam, geval in self.tegenspraken.items():
            yield TEGENSPRAKEN, (naam,), geval

    def stukken(self) -> dict[str, Mapping[str, Brief | Voorstel | Begroting | Terugblik]]:
        """The documents beside the monitor, by the folder they stand in and their name."""
        return {
            "brieven": self.brieven,
            "voorstellen": self.voorstellen,
            "begrotingen": self.begrotingen,
            "terugblikken": self.terugblikken,
        }

    def namen(self) -> Iterator[str]:
        """Names that may hold a number or capitals: those of projects, partners and documents."""
        yield from self.programma.vaste_namen
        for project in self.projecten.values():
            yield project.naam
            yield from (n.naam for n in project.namen)
            yield from project.partners
        for dimensie in self.programma.dimensies:
            yield from self.programma.delen(dimensie).values()
        yield from (document.titel for document in self.bronnen.values())

    def mag(self, slug: str) -> bool:
        """Whether the story may be told here, on the day."""
        return belet(self.verhalen[slug].toestemming, self.dag, self.kanaal) is None

    def bron(self, bron: Bron) -> str:
        """The title of the document, and the heading in it."""
        document = self.bronnen.get(bron.document)
        title = document.titel if document else bron.document
        return _("{titel}, onder “{kop}”").format(titel=title, kop=bron.kop) if bron.kop else title

    def feitplaats(self, path: str, naam: str) -> Place:
        """Where a fact of the file at *path* stands."""
        return self.value(path, "feiten", naam, "waarde")

    def tekst(self, path: str) -> Tekst | None:
        """The text content/*path*.md, if it was written."""
        return self.teksten.get(f"content/{path}.md")


@dataclass(frozen=True)
class Loaded:
    """The dataset, or None where too little could be read to go on, and all problems so far."""

    dataset: Dataset | None
    problems: tuple[Problem, ...]
