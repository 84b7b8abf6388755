"""All that was read: models by name and quarter, texts by path, and the place of each value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from waw_site.expressie import Plek
from waw_site.kwartaal import Kwartaal
from waw_site.model import Bron, Document, Editie, Feit, Programma, Project, Stand
from waw_site.places import Places
from waw_site.problem import Place, Problem
from waw_site.text import Tekst

PROGRAMMA = "data/programma.yaml"
BRONNEN = "data/bronnen.yaml"


def project_path(slug: str) -> str:
    """The file of a project's identity."""
    return f"data/projecten/{slug}/project.yaml"


def stand_path(slug: str, kwartaal: Kwartaal) -> str:
    """The file of a project's position in a quarter."""
    return f"data/projecten/{slug}/{kwartaal}.yaml"


def editie_path(kwartaal: Kwartaal) -> str:
    """The file of an edition."""
    return f"data/edities/{kwartaal}.yaml"


@dataclass(frozen=True, slots=True)
class Proza:
    """A text in a YAML file, in which figures can be bound: its file, its location, and itself."""

    plek: Plek
    loc: tuple[str | int, ...]
    tekst: str


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

    def bron(self, bron: Bron) -> str:
        """The title of the document, and the heading in it."""
        document = self.bronnen.get(bron.document)
        title = document.titel if document else bron.document
        return f"{title}, onder “{bron.kop}”" if bron.kop else title

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
