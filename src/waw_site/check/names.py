"""Rules on names: whatever a file names exists."""

from collections.abc import Iterable, Iterator

from waw_site import dataset as ds
from waw_site.dataset import Dataset, Located
from waw_site.model import Bron
from waw_site.model.walk import Loc, walk
from waw_site.problem import Place, Problem, nearest


def indicators_exist(dataset: Dataset) -> Iterator[Problem]:
    """Every indicator that a file names is one of programma.yaml."""
    known = dataset.programma.indicatoren
    for place, name in _indicators(dataset):
        if name not in known:
            yield Problem(
                place, f"De indicator “{name}” staat niet in {ds.PROGRAMMA}.", nearest(name, known)
            )


def _indicators(dataset: Dataset) -> Iterator[tuple[Place, str]]:
    path = ds.PROGRAMMA
    for slug, indicator in dataset.programma.indicatoren.items():
        for key in ("hoogstens", "zelden_meer_dan"):
            for n, name in enumerate(getattr(indicator, key)):
                yield dataset.value(path, "indicatoren", slug, key, n), name
    for n, plan in enumerate(dataset.programma.plannen):
        for m, doel in enumerate(plan.doelen):
            yield dataset.value(path, "plannen", n, "doelen", m, "indicator"), doel.indicator
    for slug, project in dataset.projecten.items():
        path = ds.project_path(slug)
        for n, doel in enumerate(project.doelen):
            yield dataset.value(path, "doelen", n, "indicator"), doel.indicator
        for n, name in enumerate(project.indicatoren or ()):
            yield dataset.value(path, "indicatoren", n), name
        for name in project.labels:
            yield dataset.key(path, "labels", name), name
    for slug, standen in dataset.standen.items():
        for kwartaal, stand in standen.items():
            for name in stand.cijfers:
                yield dataset.key(ds.stand_path(slug, kwartaal), "cijfers", name), name
    for kwartaal, editie in dataset.edities.items():
        for key in ("gepubliceerd", "oordelen"):
            for name in getattr(editie, key):
                yield dataset.key(ds.editie_path(kwartaal), key, name), name


def documents_exist(dataset: Dataset) -> Iterator[Problem]:
    """Every document that a file names as its bron is one of bronnen.yaml."""
    yield from _unknown(dataset, dataset.van_data())


def documents_of_stories_exist(dataset: Dataset) -> Iterator[Problem]:
    """Every document that a story names as its bron is one of bronnen.yaml."""
    yield from _unknown(dataset, dataset.van_verhalen())


def _unknown(dataset: Dataset, modellen: Iterable[Located]) -> Iterator[Problem]:
    if dataset.documenten is None:
        return
    for path, loc, bron in _sources(modellen):
        if bron.document not in dataset.documenten:
            yield Problem(
                dataset.value(path, *loc, "document"),
                f"Het document “{bron.document}” staat niet in {ds.BRONNEN}.",
                nearest(bron.document, dataset.documenten),
            )


def _sources(modellen: Iterable[Located]) -> Iterator[tuple[str, Loc, Bron]]:
    for path, before, model in modellen:
        for loc, value in walk(model):
            if isinstance(value, Bron):
                yield path, (*before, *loc), value


def projects_exist(dataset: Dataset) -> Iterator[Problem]:
    """Every project that a file names has a folder under data/projecten/."""
    for slug, project in dataset.projecten.items():
        if slug in project.opgevolgd_door:
            place = dataset.value(ds.project_path(slug), "opgevolgd_door")
            yield Problem(place, f"“{slug}” volgt zo zichzelf op.", "Noem het nieuwe project.")
    for place, name in _projects(dataset):
        if name not in dataset.mappen:
            yield Problem(
                place, f"Het project “{name}” bestaat niet.", nearest(name, dataset.mappen)
            )


def _projects(dataset: Dataset) -> Iterator[tuple[Place, str]]:
    for slug, project in dataset.projecten.items():
        for key in ("onderdelen", "opgevolgd_door"):
            for n, name in enumerate(getattr(project, key)):
                yield dataset.value(ds.project_path(slug), key, n), name
    for kwartaal, editie in dataset.edities.items():
        for n, rubriek in enumerate(editie.rubrieken):
            for m, name in enumerate(rubriek.projecten):
                yield dataset.value(ds.editie_path(kwartaal), "rubrieken", n, "projecten", m), name


def words_exist(dataset: Dataset) -> Iterator[Problem]:
    """The sector, soort and doelgroepen of a project are those of programma.yaml."""
    programma = dataset.programma
    for slug, project in dataset.projecten.items():
        path = ds.project_path(slug)
        named: list[tuple[Place, str, dict[str, str], str]] = []
        if project.sector:
            named.append(
                (dataset.value(path, "sector"), project.sector, programma.sectoren, "sectoren")
            )
        if project.soort:
            named.append(
                (dataset.value(path, "soort"), project.soort, programma.soorten, "soorten")
            )
        for n, name in enumerate(project.doelgroepen):
            place = dataset.value(path, "doelgroepen", n)
            named.append((place, name, programma.doelgroepen, "doelgroepen"))
        for place, name, known, key in named:
            if name not in known:
                message = f"“{name}” staat niet bij de {key} in {ds.PROGRAMMA}."
                yield Problem(place, message, nearest(name, known))
