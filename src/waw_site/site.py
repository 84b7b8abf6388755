"""The pipeline: load → check → aggregate → draw → render → write. Alone knows all steps."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from waw_site import beeld, drawing, folders, manifest, notation, stijl
from waw_site.afkortingen import Voluit
from waw_site.audit import audit, verbergt
from waw_site.audit.kennis import kennis
from waw_site.binding import Stuk, bind, stukken
from waw_site.breuk import Vergeleken, houd
from waw_site.cache import Cache, digest, version
from waw_site.catalogus import NEDERLANDS, TALEN, _, catalogue, spreek, taal
from waw_site.chart.spec import Deel, Plaat
from waw_site.check import check
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset, Loaded
from waw_site.gegevens.uitgave import uitgave
from waw_site.kwartaal import Kwartaal
from waw_site.model import Editie, Gezegd
from waw_site.omschrijving.schrijf import beschreven
from waw_site.page import Page, pages, te_tonen
from waw_site.page.deel import delen
from waw_site.problem import Ernst, Problem
from waw_site.progress import progress
from waw_site.read import Bestand, Files, read
from waw_site.teksten import load_texts
from waw_site.toestemming import dag_van
from waw_site.vindplaats import vindplaats
from waw_site.write import write
from waw_site.zin import Zin

if TYPE_CHECKING:
    from waw_site.render import Renderer

TEMPLATES = Path(folders.TEMPLATES)
P = ParamSpec("P")
R = TypeVar("R")


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


class LeakError(Exception):
    """The pages give away what they hide."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    pages: int
    drawn: int
    reused: int
    written: tuple[str, ...]  # the manifest of the site


def open_cache(folder: Path | None, before: Cache | None = None) -> Cache:
    """
    The cache in *folder*, of this version of the program, its templates and its libraries.

    With *before*, of an earlier build in this process, it is not read again.
    """
    sources = (*Path(folders.SOURCE).rglob("*.py"), *TALEN.iterdir(), *TEMPLATES.iterdir())
    now = version(sorted(sources), sys.version, *manifest.surroundings())
    return before.again() if before and before.version == now else Cache(folder, now)


def inspect(data: Path, content: Path, cache: Cache, on: date | None = None) -> Input:
    """Load → check → aggregate, and hold seals; *on* is the day that consent is held against."""
    files = read(data, content)
    data_files = [file for file in files.bestanden if file.path.startswith("data/")]
    parts = [part for file in data_files for part in (file.path, file.data)]
    key = digest(*parts, repr(files.problems))
    loaded = cache.data.memo(key, lambda: _load(files))
    dag = on or dag_van(loaded.dataset.edities if loaded.dataset else {})
    texts = load_texts(files, cache.texts, dag)
    style = next((file for file in files.bestanden if file.kind == "huisstijl"), None)
    problems = [*texts.problems, *loaded.problems, *(_style(style) if style else ())]
    if loaded.dataset is None:
        return Input(None, {}, {}, {}, b"", tuple(sorted(problems)), verteld=texts.verteld)
    if any(slug.encode() in file.data for slug in texts.weggelaten for file in data_files):
        cache.data.forget(key)  # a review names what is not to be named
    dataset = replace(
        loaded.dataset,
        teksten=texts.teksten,
        feiten={**loaded.dataset.feiten, **texts.feiten},
        verhalen=texts.verhalen,
        weggelaten=texts.weggelaten,
        dag=dag,
        proza=(*loaded.dataset.proza, *texts.proza),
        beelden=texts.beelden,
        places={**loaded.dataset.places, **texts.places},
    )
    with spreek(catalogue(dataset.programma.taal, cache.templates)):
        checked = check(dataset)
        problems += checked.problems
        dataset = checked.dataset
        if dataset.verborgen:
            cache.data.forget(key)  # no cache holds a number that is not shown
        bound = bind(dataset, checked.editions)
        if not dataset.unreadable and checked.editions.keys() == dataset.edities.keys():
            problems += bound.problems  # else a name would be missed wherever it is used
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
    ours, _ = stijl.tokens(stijl.TOKENS, (TEMPLATES / stijl.TOKENS).read_text(encoding="utf-8"))
    return stijl.huisstijl(file.path, file.data, ours)


def stylesheet(found: Input) -> bytes:
    """The stylesheet of the site, and of its pdfs."""
    if found.dataset is None:
        raise ValueError("there is nothing to dress")
    titles = {kwartaal: _title(editie) for kwartaal, editie in found.dataset.edities.items()}
    naam = found.dataset.programma.naam
    return stijl.stylesheet(TEMPLATES, found.huisstijl, titles, naam)


def _title(editie: Editie) -> str:
    titel = editie.titel
    return _("Concept: {titel}").format(titel=titel) if editie.concept else titel


def _load(files: Files) -> Loaded:
    """Read the YAML; only now are its readers needed."""
    from waw_site.load import load_data

    return load_data(files)


@dataclass(frozen=True, slots=True)
class Opgemaakt:
    """A site before it is written: its files by path, and how many charts were drawn for it."""

    files: Mapping[str, bytes]
    charts: int
    drawn: int


def spoken(step: Callable[Concatenate[Input, P], R]) -> Callable[Concatenate[Input, P], R]:
    """*step*, whose words are in the language of the programme."""

    @wraps(step)
    def said(found: Input, /, *args: P.args, **kwargs: P.kwargs) -> R:
        language = found.dataset.programma.taal if found.dataset else NEDERLANDS
        with spreek(catalogue(language)):
            return step(found, *args, **kwargs)

    return said


@spoken
def compose(
    found: Input,
    cache: Cache,
    only: frozenset[Kwartaal] | None = None,
    *,
    concept: bool = False,
) -> Opgemaakt:
    """
    Draw → render. *found* must be usable.

    *only* limits the site to these editions and what they lead to; with *concept* the archive leads
    to concepts too. Raises LeakError when the pages give away what they hide.
    """
    if found.dataset is None:
        raise ValueError("there is nothing to build")
    told = te_tonen(found.dataset, found.editions, only, concept=concept)
    data = uitgave(found.dataset, told, cache)
    sizes = {path: len(content) for path, content in data.items()}
    made = pages(found.dataset, found.editions, only, concept=concept, omvang=sizes)
    huis = stijl.huis(TEMPLATES, found.huisstijl)
    around = repr((taal(), found.dataset.afkortingen, found.vindplaats, huis))
    keys = {page.path: digest(_key(page, found.gebonden), around) for page in made}
    known = {path: files for path, key in keys.items() if (files := cache.pages.get(key))}
    stale = [page for page in made if page.path not in known]
    fresh, drawn = render(stale, found, cache)
    for path, files in fresh.items():
        cache.pages.put(keys[path], files)
    made_of: dict[str, bytes | Plaat | Deel] = {
        path: of for files in (known | fresh).values() for path, of in files.items()
    }
    made_of |= delen(found.dataset, found.editions, made, huis[1])
    site = files_of(made_of, cache) | data
    charts = {tekening for page in made for tekening in page.tekeningen}
    drawing.keep(charts, cache)
    site |= {f"beelden/{name}": data for name, data in beelden(found.dataset, cache).items()}
    site[stijl.ICOON] = stijl.icoon(TEMPLATES, found.huisstijl)
    site["zoeken/zoek.js"] = (TEMPLATES / "zoek.js").read_bytes()
    site["monitor.css"] = stylesheet(found)
    site |= beschreven(found.dataset, [e.kwartaal for e in told], made, site, cache)
    if leaks := leaking(found.dataset, site, cache):
        raise LeakError(leaks)
    return Opgemaakt(site, len(charts), drawn)


def files_of(made: Mapping[str, bytes | Plaat | Deel], cache: Cache) -> dict[str, bytes]:
    """The files of pages, their pictures drawn."""
    drawn = drawing.platen({p: None for p in made.values() if not isinstance(p, bytes)}, cache)
    return {
        path: of if isinstance(of, bytes) else drawn[of][path.rpartition(".")[2]]
        for path, of in made.items()
    }


def build(
    found: Input,
    out: Path,
    cache: Cache,
    only: frozenset[Kwartaal] | None = None,
    *,
    concept: bool = False,
) -> Built:
    """
    Compose → write; see `compose`.

    Raises LeakError, NotOursError when *out* is not ours to replace, OSError when it cannot be
    written.
    """
    made = compose(found, cache, only, concept=concept)
    written = write(out, made.files)
    count = sum(path.endswith(".html") for path in made.files)
    return Built(count, made.drawn, made.charts - made.drawn, tuple(written))


def leaking(dataset: Dataset, site: Mapping[str, bytes], cache: Cache) -> tuple[Problem, ...]:
    """What the pages of *site* give away of the figures that they hide."""
    if not verbergt(site):
        return ()
    known = kennis(dataset)
    sealed = {str(k): _published(zegel.cijfers, k) for k, zegel in dataset.zegels.items()}
    pages = [part for path in sorted(site) for part in (path, site[path])]
    key = digest("audit", repr((known, sealed)), *pages)
    told: tuple[tuple[Problem, ...]] = cache.pages.memo(key, lambda: audit(site, known, sealed)[:1])
    return told[0]


def _published(figures: Mapping[str, Gezegd], kwartaal: Kwartaal) -> dict[str, str]:
    """Figures of a seal, each with its quarter and in words."""
    return {
        naam if " in " in naam else f"{naam} in {kwartaal}": (
            notation.STREEP if said is None else str(said)
        )
        for naam, said in figures.items()
    }


def beelden(dataset: Dataset, cache: Cache) -> dict[str, bytes]:
    """The pictures that are published, as they are."""
    shown = {v.beeld.bestand for s, v in dataset.verhalen.items() if v.beeld and dataset.mag(s)}
    return {
        name: cache.pages.memo(digest("beeld", name, data), partial(beeld.schoon, name, data))
        for name in sorted(shown)
        for data in (dataset.beelden[name],)
    }


_MARK = re.compile(r"\\ue000([0-9a-f]{16})")  # a mark, as repr writes it


def _key(page: Page, gebonden: Mapping[str, Zin]) -> str:
    """A name for all that *page* is made of, the figures in its texts included."""
    context = repr(page.context)
    bound = [gebonden.get(mark) for mark in _MARK.findall(context)]
    return digest(page.path, page.template, context, repr(bound))


def render(
    stale: list[Page], found: Input, cache: Cache
) -> tuple[dict[str, dict[str, bytes | Plaat]], int]:
    """The files of the pages that changed, and how many charts had to be drawn for them."""
    if not stale:
        return {}, 0
    renderer, drawn = renderer_of(stale, found, cache)
    waiting = progress(stale, len(stale), "Pagina's")
    return {page.path: renderer.render(page) for page in waiting}, drawn


def renderer_of(made: list[Page], found: Input, cache: Cache) -> tuple["Renderer", int]:
    """What makes HTML of these pages, and how many charts had to be drawn for them."""
    dataset = found.dataset
    if dataset is None:
        raise ValueError("there is nothing to render")
    from waw_site.prose import html
    from waw_site.render import Renderer

    wanted = {tekening: None for page in made for tekening in page.tekeningen}
    drawings, drawn = drawing.draw_all(wanted, cache)
    renderer = Renderer(
        TEMPLATES,
        drawings,
        lambda text, level: cache.texts.memo(digest(text, str(level)), lambda: html(text, level)),
        cache.templates,
        gebonden=found.gebonden,
        voluit=partial(Voluit, dataset.afkortingen, tuple(dataset.namen())),
        vindplaats=found.vindplaats,
        huis=stijl.huis(TEMPLATES, found.huisstijl),
    )
    return renderer, drawn
