"""The files of data/ → Dataset, collecting every problem with its place."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from waw_site import dataset as ds
from waw_site.dataset import Dataset, Loaded, Proza
from waw_site.expressie import Plek, vervang
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.model import (
    Afkorting,
    Begroting,
    Brief,
    Document,
    Editie,
    Feit,
    MetFeiten,
    Model,
    Programma,
    Project,
    Stand,
    Tegenspraak,
    Terugblik,
    Voorstel,
    Zegel,
)
from waw_site.model.types import Verband
from waw_site.places import Places
from waw_site.problem import Place, Problem
from waw_site.progress import progress
from waw_site.proza import proza
from waw_site.read import Bestand, Files
from waw_site.teksten import with_source
from waw_site.tree import Parsed, parse
from waw_site.validate import validate, validate_each

ONE: dict[str, type[Model]] = {  # kinds of file that say one thing
    "programma": Programma,
    "project": Project,
    "stand": Stand,
    "editie": Editie,
    "zegel": Zegel,
    "brief": Brief,
    "voorstel": Voorstel,
    "begroting": Begroting,
    "terugblik": Terugblik,
}
MANY: dict[str, type[Model]] = {  # kinds of file that map names to things of one kind
    "bronnen": Document,
    "afkortingen": Afkorting,
    "tegenspraken": Tegenspraak,
}


def load_data(files: Files) -> Loaded:
    """Everything of data/ as models."""
    builder = _Builder(list(files.problems), files.ritme)
    data = [file for file in files.bestanden if file.path.startswith("data/")]
    for file in progress(data, len(data), "Bestanden"):
        builder.add(file)
    return builder.loaded()


class _Builder:
    def __init__(self, problems: list[Problem], ritme: Ritme) -> None:
        self.problems = problems
        self.ritme = ritme
        self.found: dict[str, dict[Any, Any]] = {kind: {} for kind in (*ONE, *MANY)}
        self.documenten: frozenset[str] | None = None
        self.places: dict[str, Places] = {}
        self.mappen: set[str] = set()
        self.unreadable: set[str] = set()
        self.kinds: set[str] = set()
        self.proza: list[Proza] = []
        self.feiten: dict[str, Mapping[str, Feit]] = {}

    def add(self, file: Bestand) -> None:
        """Parse and validate one file, and keep what it says."""
        parsed = parse(file.path, file.data)
        self.places[file.path] = parsed.places
        self.kinds.add(file.kind)
        if file.kind == "project":
            self.mappen.add(file.slug)
        if file.kind == "programma":
            self.problems += _overheard(parsed, self.ritme)
        plek = _plek(file, parsed)
        if file.kind in ONE:
            self._one(file, parsed, plek)
        else:
            self._many(file, parsed, plek)

    def _one(self, file: Bestand, parsed: Parsed, plek: Plek) -> None:
        thing, problems = validate(parsed, ONE[file.kind], self._verband(plek))
        self.problems.extend(problems)
        if thing is None:
            self.unreadable.add(file.path)
            return
        kwartaal = Kwartaal.parse(file.kwartaal) if file.kwartaal else None
        key = (file.slug, kwartaal) if file.kind == "stand" else kwartaal or file.slug
        self.found[file.kind][key] = thing
        if isinstance(thing, MetFeiten) and thing.feiten:
            self.feiten[file.path] = with_source(thing.feiten, getattr(thing, "bron", None))
        self.proza += proza(thing, parsed.value, plek)

    def _many(self, file: Bestand, parsed: Parsed, plek: Plek) -> None:
        written: Any = parsed.value
        things, problems = validate_each(parsed, MANY[file.kind], self._verband(plek))
        self.problems.extend(problems)
        self.found[file.kind] = things
        for name, thing in things.items():
            self.proza += proza(thing, written[name], plek, (name,))
        if file.kind == "bronnen" and parsed.complete and isinstance(written, dict):
            self.documenten = frozenset(written)

    def _verband(self, plek: Plek) -> Verband:
        return Verband(self.ritme, partial(vervang, plek=plek))

    def loaded(self) -> Loaded:
        """What was kept; files that every site needs are missed here."""
        for kind, path in (("programma", ds.PROGRAMMA), ("bronnen", ds.BRONNEN)):
            told = any(problem.place.path == path for problem in self.problems)
            if kind not in self.kinds and not told:
                hint = "Elke monitor heeft dit bestand; de handleiding toont een voorbeeld."
                self.problems.append(Problem(Place(path), "Dit bestand ontbreekt.", hint))
        standen: dict[str, dict[Kwartaal, Stand]] = {}
        for (slug, kwartaal), stand in self.found["stand"].items():
            standen.setdefault(slug, {})[kwartaal] = stand
        for slug in sorted(set(standen) - self.mappen):
            message = f"Het project “{slug}” heeft een stand, maar geen project.yaml."
            self.problems.append(Problem(Place(ds.project_path(slug)), message))
        programma = self.found["programma"].get("")
        if programma is None:
            return Loaded(None, tuple(self.problems))
        found = self.found
        return Loaded(
            Dataset(
                programma=programma,
                bronnen=found["bronnen"],
                projecten=found["project"],
                standen=standen,
                edities=dict(sorted(found["editie"].items())),
                mappen=frozenset(self.mappen),
                documenten=self.documenten,
                unreadable=frozenset(self.unreadable),
                places=self.places,
                proza=tuple(self.proza),
                feiten=self.feiten,
                brieven=found["brief"],
                voorstellen=found["voorstel"],
                begrotingen=found["begroting"],
                terugblikken=found["terugblik"],
                afkortingen=found["afkortingen"],
                tegenspraken=found["tegenspraken"],
                zegels=found["zegel"],
            ),
            tuple(self.problems),
        )


def _overheard(parsed: Parsed, ritme: Ritme) -> Iterator[Problem]:
    """The rhythm is looked up before the YAML is read: it must say the same."""
    said = parsed.value.get("ritme") if isinstance(parsed.value, dict) else None
    if said != ritme and said in list(Ritme):
        hint = f"Schrijf op een eigen regel, vooraan: ritme: {said}"
        yield Problem(parsed.places.value("ritme"), "Zo is het ritme niet te lezen.", hint)


def _plek(file: Bestand, parsed: Parsed) -> Plek:
    """What the texts of a file are about: its quarter, if it has or names one, and its facts."""
    value = parsed.value if isinstance(parsed.value, dict) else {}
    facts = value.get("feiten")
    names = frozenset(facts) if isinstance(facts, dict) else frozenset()
    try:
        kwartaal = Kwartaal.parse(file.kwartaal or str(value.get("kwartaal")))
    except ValueError:
        kwartaal = None
    return Plek(file.path, kwartaal, names)
