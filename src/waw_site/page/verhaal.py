"""The stories that a page tells: each with what followed later, and only those that may be told."""

from collections.abc import Iterable
from dataclasses import dataclass

from waw_site.dataset import Dataset, verhaal_path
from waw_site.kwartaal import Kwartaal
from waw_site.model import Verhaal
from waw_site.text import Tekst


@dataclass(frozen=True, slots=True)
class Verteld:
    """A story, its text, its source, and the stories that follow on it."""

    slug: str
    verhaal: Verhaal
    tekst: Tekst
    bron: str
    vervolg: tuple["Verteld", ...]


def van_editie(dataset: Dataset, kwartaal: Kwartaal) -> tuple[Verteld, ...]:
    """The stories of an edition, the oldest first."""
    return _told(dataset, (s for s, v in dataset.verhalen.items() if kwartaal in v.edities))


def van_project(dataset: Dataset, slug: str) -> tuple[Verteld, ...]:
    """The stories of a project, the oldest first."""
    return _told(dataset, (s for s, v in dataset.verhalen.items() if v.project == slug))


def van_stap(dataset: Dataset, slugs: Iterable[str]) -> tuple[Verteld, ...]:
    """These stories, in this order."""
    known = {v.slug: v for v in _told(dataset, slugs)}
    return tuple(known[s] for s in slugs if s in known)


def _told(dataset: Dataset, slugs: Iterable[str]) -> tuple[Verteld, ...]:
    chosen = [s for s in slugs if s in dataset.verhalen and _may(dataset, s)]
    chosen.sort(key=lambda s: (dataset.verhalen[s].jaar, s))
    first = [s for s in chosen if dataset.verhalen[s].vervolg_op not in chosen]
    return tuple(_one(dataset, s, chosen) for s in first)


def _may(dataset: Dataset, slug: str) -> bool:
    return dataset.mag(slug) and verhaal_path(slug) in dataset.teksten


def _one(dataset: Dataset, slug: str, chosen: list[str]) -> Verteld:
    verhaal = dataset.verhalen[slug]
    later = tuple(
        _one(dataset, s, chosen) for s in chosen if dataset.verhalen[s].vervolg_op == slug
    )
    tekst = dataset.teksten[verhaal_path(slug)]
    return Verteld(slug, verhaal, tekst, dataset.bron(verhaal.bron), later)
