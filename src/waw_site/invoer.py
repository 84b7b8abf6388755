"""What stands in data/ and content/: read, checked and counted. Load → check → aggregate."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from waw_site import folders, stijl
from waw_site.binding import Stuk, bind, stukken
from waw_site.breuk import Vergeleken, houd
from waw_site.cache import Cache, digest
from waw_site.catalogus import NEDERLANDS, catalogue, spreek
from waw_site.check import Checked, can_be_named, check_data, check_texts
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Ernst, Problem
from waw_site.read import Bestand, Files, read
from waw_site.teksten import load_texts
from waw_site.toestemming import dag_van
from waw_site.vindplaats import vindplaats
from waw_site.zin import Zin


@dataclass(frozen=True, slots=True)
class Input:
    """What was read and counted, and all that is wrong with it, sorted."""

    dataset: Dataset | None
    editions: dict[Kwartaal, EditieCijfers]
    gebonden: Mapping[str, Zin]  # what each mark in a text says
    vindplaats: Mapping[str, str]  # where lines of the input can be read by all
    huisstijl: bytes  # tokens over ours
    problems: tuple[Problem, ...]
    stukken: tuple[Stuk, ...] = ()  # every piece of text, as it was written
    zegels: tuple[Vergeleken, ...] = ()  # sealed editions against their seals
    gelezen: Dataset | None = None  # with the texts as they were written
    verteld: str = ""  # a name for the stories that are told

    def grave(self, *, strict: bool) -> tuple[Problem, ...]:
        """The problems that stand in the way of a site."""
        levels = {Ernst.FOUT, Ernst.WAARSCHUWING} if strict else {Ernst.FOUT}
        return tuple(p for p in self.problems if p.ernst in levels)

    def usable(self, *, strict: bool) -> Dataset | None:
        """The dataset, unless a problem stands in the way."""
        return None if self.grave(strict=strict) else self.dataset


def inspect(data: Path, content: Path, cache: Cache, on: date | None = None) -> Input:
    """Load → check → aggregate, and hold seals; *on* is the day that consent is held against."""
    files = read(data, content)
    data_files = [file for file in files.bestanden if file.path.startswith("data/")]
    parts = [part for file in data_files for part in (file.path, file.data)]
    key = digest(*parts, repr(files.problems))
    checked = cache.data.memo(key, lambda: _checked(files, cache))
    dag = on or dag_van(checked.dataset.edities if checked.dataset else {})
    texts = load_texts(files, cache.texts, dag)
    style = next((file for file in files.bestanden if file.kind == "huisstijl"), None)
    problems = [*texts.problems, *checked.problems, *(_style(style) if style else ())]
    if checked.dataset is None:
        return Input(None, {}, {}, {}, b"", tuple(sorted(problems)), verteld=texts.verteld)
    if checked.dataset.verborgen:
        cache.data.forget(key)  # no cache holds a number that is not shown
    if any(slug.encode() in file.data for slug in texts.weggelaten for file in data_files):
        cache.data.forget(key)  # a review names what is not to be named
    dataset = replace(
        checked.dataset,
        teksten=texts.teksten,
        feiten={**checked.dataset.feiten, **texts.feiten},
        verhalen=texts.verhalen,
        weggelaten=texts.weggelaten,
        dag=dag,
        proza=(*checked.dataset.proza, *texts.proza),
        beelden=texts.beelden,
        places={**checked.dataset.places, **texts.places},
    )
    with spreek(catalogue(dataset.programma.taal, cache.templates)):
        problems += check_texts(dataset, checked.editions)
        bound = bind(dataset, checked.editions)
        if can_be_named(dataset, checked.editions):
            problems += bound.problems
        held = houd(dataset, checked.editions)
        problems += held.problems
        where = vindplaats(dataset.programma.vindplaats, {"data": data, "content": content})
        return Input(
            replace(dataset, teksten=bound.teksten),
            held.editions,
            bound.gebonden,
            where,
            style.data if style else b"",
            tuple(sorted(problems)),
            tuple(stukken(dataset)),
            held.zegels,
            dataset,
            verteld=texts.verteld,
        )


def _style(file: Bestand) -> list[Problem]:
    """What is wrong with the house style."""
    tokens = Path(folders.TEMPLATES, stijl.TOKENS).read_text(encoding="utf-8")
    ours, _ = stijl.tokens(stijl.TOKENS, tokens)
    return stijl.huisstijl(file.path, file.data, ours)


def _checked(files: Files, cache: Cache) -> Checked:
    """Read the YAML, check it and count; only now are its readers needed."""
    from waw_site.load import load_data

    loaded = load_data(files)
    language = loaded.dataset.programma.taal if loaded.dataset else NEDERLANDS
    with spreek(catalogue(language, cache.templates)):
        return check_data(loaded)
