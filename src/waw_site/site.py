"""A site of what was read: draw → render → write. Alone knows all that a site is made of."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from waw_site import drawing, folders, manifest, notation, stijl
from waw_site.audit import audit, verbergt
from waw_site.audit.kennis import kennis
from waw_site.cache import Cache, digest, version
from waw_site.catalogus import TALEN
from waw_site.chart.spec import Deel, Plaat
from waw_site.gegevens.uitgave import uitgave
from waw_site.invoer import Input
from waw_site.kwartaal import Kwartaal
from waw_site.model import Gezegd
from waw_site.omschrijving.schrijf import beschreven
from waw_site.page import pages, te_tonen
from waw_site.page.deel import delen
from waw_site.problem import Problem
from waw_site.rendering import TEMPLATES, beelden, kleuren, render, spoken, stylesheet
from waw_site.write import write


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


@dataclass(frozen=True, slots=True)
class Opgemaakt:
    """A site before it is written: its files by path, and how many charts were drawn for it."""

    files: Mapping[str, bytes]
    charts: int
    drawn: int


@spoken
def compose(
    found: Input,
    cache: Cache,
    only: frozenset[Kwartaal] | None = None,
    *,
    concept: bool = False,
    audited: bool = True,
) -> Opgemaakt:
    """
    Draw → render. *found* must be usable.

    *only* limits the site to these editions and what they lead to; with *concept* the archive leads
    to concepts too. Raises LeakError when the pages give away what they hide; what is not *audited*
    is not to be published.
    """
    if found.dataset is None:
        raise ValueError("there is nothing to build")
    told = te_tonen(found.dataset, found.editions, only, concept=concept)
    data = uitgave(found.dataset, told, cache)
    sizes = {path: len(content) for path, content in data.items()}
    made = pages(found.dataset, found.editions, only, concept=concept, omvang=sizes)
    rendered, drawn = render(made, found, cache)
    made_of: dict[str, bytes | Plaat | Deel] = {
        path: of for files in rendered.values() for path, of in files.items()
    }
    made_of |= delen(found.dataset, found.editions, made, kleuren(found)[1])
    site = files_of(made_of, cache) | data
    charts = {tekening for page in made for tekening in page.tekeningen}
    drawing.keep(charts, cache)
    site |= {f"beelden/{name}": data for name, data in beelden(found.dataset, cache).items()}
    site[stijl.ICOON] = stijl.icoon(TEMPLATES, found.huisstijl)
    site["zoeken/zoek.js"] = (TEMPLATES / "zoek.js").read_bytes()
    site["monitor.css"] = stylesheet(found)
    site |= beschreven(found.dataset, [e.kwartaal for e in told], made, site, cache)
    if audited and (leaks := leaking(found, site, cache)):
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


@spoken
def leaking(found: Input, site: Mapping[str, bytes], cache: Cache) -> tuple[Problem, ...]:
    """What the pages of *site* give away of the figures that they hide."""
    if found.dataset is None or not verbergt(site):
        return ()
    known = kennis(found.dataset)
    seals = found.dataset.zegels.items()
    sealed = {str(k): _published(zegel.cijfers, k) for k, zegel in seals}
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
