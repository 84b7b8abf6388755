"""The files of data/ → Dataset, collecting every problem with its place."""

from dataclasses import replace

from waw_site import dataset as ds
from waw_site.dataset import Dataset, Loaded, Proza
from waw_site.expressie import Plek
from waw_site.kwartaal import Kwartaal
from waw_site.model import Document, Editie, Feit, MetFeiten, Model, Programma, Project, Stand
from waw_site.places import Places
from waw_site.problem import Place, Problem
from waw_site.progress import progress
from waw_site.proza import gemerkt, proza
from waw_site.read import Bestand, Files
from waw_site.teksten import with_source
from waw_site.tree import Parsed, parse
from waw_site.validate import validate, validate_each


def load_data(files: Files) -> Loaded:
    """Everything of data/ as models."""
    builder = _Builder(list(files.problems))
    data = [file for file in files.bestanden if file.path.startswith("data/")]
    for file in progress(data, len(data), "Bestanden"):
        builder.add(file)
    return builder.loaded()


class _Builder:
    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.programma: Programma | None = None
        self.bronnen: dict[str, Document] = {}
        self.documenten: frozenset[str] | None = None
        self.projecten: dict[str, Project] = {}
        self.standen: dict[str, dict[Kwartaal, Stand]] = {}
        self.edities: dict[Kwartaal, Editie] = {}
        self.places: dict[str, Places] = {}
        self.mappen: set[str] = set()
        self.unreadable: set[str] = set()
        self.kinds: set[str] = set()
        self.proza: list[Proza] = []
        self.feiten: dict[str, dict[str, Feit]] = {}

    def add(self, file: Bestand) -> None:
        """Parse and validate one file, and keep what it says."""
        parsed = parse(file.path, file.data)
        self.places[file.path] = parsed.places
        self.kinds.add(file.kind)
        plek = _plek(file, parsed)
        written = parsed.value
        if b"{{" in file.data:
            parsed = replace(parsed, value=gemerkt(written, plek))
        problems: list[Problem] = []
        found: Model | None = None
        match file.kind:
            case "programma":
                self.programma, problems = validate(parsed, Programma)
                found = self.programma
            case "bronnen":
                self.bronnen, problems = validate_each(parsed, Document)
                for name, document in self.bronnen.items():
                    self.proza += proza(document, written[name], plek, (name,))  # type: ignore[index,call-overload]
                if parsed.complete and isinstance(parsed.value, dict):
                    self.documenten = frozenset(parsed.value)
            case "project":
                self.mappen.add(file.slug)
                project, problems = validate(parsed, Project)
                found = project
                if project:
                    self.projecten[file.slug] = project
                else:
                    self.unreadable.add(file.path)
            case "stand":
                stand, problems = validate(parsed, Stand)
                found = stand
                if stand:
                    standen = self.standen.setdefault(file.slug, {})
                    standen[Kwartaal.parse(file.kwartaal)] = stand
                else:
                    self.unreadable.add(file.path)
            case "editie":
                editie, problems = validate(parsed, Editie)
                found = editie
                if editie:
                    self.edities[Kwartaal.parse(file.kwartaal)] = editie
                else:
                    self.unreadable.add(file.path)
        if isinstance(found, MetFeiten) and found.feiten:
            self.feiten[file.path] = with_source(found.feiten, getattr(found, "bron", None))
        if found:
            self.proza += proza(found, written, plek)
        self.problems.extend(problems)

    def loaded(self) -> Loaded:
        """What was kept; files that every site needs are missed here."""
        for kind, path in (("programma", ds.PROGRAMMA), ("bronnen", ds.BRONNEN)):
            if kind not in self.kinds:
                hint = "Elke monitor heeft dit bestand; de handleiding toont een voorbeeld."
                self.problems.append(Problem(Place(path), "Dit bestand ontbreekt.", hint))
        for slug in sorted(set(self.standen) - self.mappen):
            message = f"Het project “{slug}” heeft een stand, maar geen project.yaml."
            self.problems.append(Problem(Place(ds.project_path(slug)), message))
        if not self.programma:
            return Loaded(None, tuple(self.problems))
        return Loaded(
            Dataset(
                programma=self.programma,
                bronnen=self.bronnen,
                projecten=self.projecten,
                standen=self.standen,
                edities=dict(sorted(self.edities.items())),
                mappen=frozenset(self.mappen),
                documenten=self.documenten,
                unreadable=frozenset(self.unreadable),
                places=self.places,
                proza=tuple(self.proza),
                feiten=self.feiten,
            ),
            tuple(self.problems),
        )


def _plek(file: Bestand, parsed: Parsed) -> Plek:
    """What the texts of a file are about: its quarter, if it has one."""
    value = parsed.value if isinstance(parsed.value, dict) else {}
    facts = value.get("feiten")
    names = frozenset(facts) if isinstance(facts, dict) else frozenset()
    return Plek(file.path, Kwartaal.parse(file.kwartaal) if file.kwartaal else None, names)
