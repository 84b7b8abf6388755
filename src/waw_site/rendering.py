"""Pages on demand: those that were made before come from the cache, the others are rendered."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from waw_site import beeld, drawing, folders, stijl
from waw_site.afkortingen import Voluit
from waw_site.cache import Cache, Store, digest
from waw_site.catalogus import NEDERLANDS, _, catalogue, spreek, taal
from waw_site.chart.spec import Plaat
from waw_site.dataset import Dataset
from waw_site.invoer import Input
from waw_site.model import Editie
from waw_site.page import Page
from waw_site.progress import progress
from waw_site.stijl import Kleuren
from waw_site.zin import Zin

if TYPE_CHECKING:
    from waw_site.render import Renderer

TEMPLATES = Path(folders.TEMPLATES)
PageFiles = dict[str, bytes | Plaat]
P = ParamSpec("P")
R = TypeVar("R")


def spoken(step: Callable[Concatenate[Input, P], R]) -> Callable[Concatenate[Input, P], R]:
    """*step*, whose words are in the language of the programme."""

    @wraps(step)
    def said(found: Input, /, *args: P.args, **kwargs: P.kwargs) -> R:
        language = found.dataset.programma.taal if found.dataset else NEDERLANDS
        with spreek(catalogue(language)):
            return step(found, *args, **kwargs)

    return said


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


def kleuren(found: Input) -> tuple[str, Kleuren]:
    """The type and the colours of pictures, in the style of the house."""
    return stijl.huis(TEMPLATES, found.huisstijl)


def beelden(dataset: Dataset, cache: Cache) -> dict[str, bytes]:
    """The pictures that are published, as they are."""
    shown = {v.beeld.bestand for s, v in dataset.verhalen.items() if v.beeld and dataset.mag(s)}
    return {
        name: cache.pages.memo(digest("beeld", name, data), partial(beeld.schoon, name, data))
        for name in sorted(shown)
        for data in (dataset.beelden[name],)
    }


_MARK = re.compile(r"\\ue000([0-9a-f]{16})")  # a mark, as repr writes it


def _key(page: Page, gebonden: Mapping[str, Zin], around: str) -> str:
    """A name for all that *page* is made of, the figures in its texts included."""
    context = repr(page.context)
    bound = [gebonden.get(mark) for mark in _MARK.findall(context)]
    return digest(page.path, page.template, context, repr(bound), around)


def render(pages: Sequence[Page], found: Input, cache: Cache) -> tuple[dict[str, PageFiles], int]:
    """
    The files of each page, by its path, and how many charts had to be drawn for them.

    A page of origins is made anew only where itself changed: what is written around a figure is
    not in it.
    """
    if found.dataset is None:
        raise ValueError("there is nothing to render")
    around = repr((taal(), found.dataset.afkortingen, found.vindplaats, kleuren(found)))
    named = partial(_key, gebonden=found.gebonden, around=around)
    keys = {page.path: named(page) for page in pages}
    made = {path: files for path, key in keys.items() if (files := _known(cache.pages, key))}
    stale = [page for page in pages if page.path not in made]
    if not stale:
        return made, 0
    renderer, drawn = renderer_of(stale, found, cache)
    for page in progress(stale, len(stale), "Pagina's"):
        files, origins = renderer.render(page)
        key = named(origins) if origins else None
        cache.pages.put(keys[page.path], (files, key))
        if origins and key:
            files = files | cache.pages.memo(key, partial(renderer.origins, origins))
        made[page.path] = files
    return made, drawn


def _known(pages: Store, key: str) -> PageFiles | None:
    """The files of a page that was made before, those of its origins with it."""
    files, origins = pages.get(key) or (None, None)
    if files is None or origins is None:
        return files
    more = pages.get(origins)
    return files | more if more else None


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
        huis=kleuren(found),
    )
    return renderer, drawn
