"""Who leads to whom: made once, so that no page has to search all others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.model import Model
from waw_site.model.walk import walk


@dataclass(frozen=True, slots=True)
class Links:
    """Per project: the wholes it is part of, what it came out of, and the editions that show it."""

    wholes: Mapping[str, Sequence[str]]
    origins: Mapping[str, Sequence[str]]
    editions: Mapping[str, Sequence[EditieCijfers]]


def links(dataset: Dataset, editions: Sequence[EditieCijfers]) -> Links:
    """The links between projects, and to *editions*, which have a page."""
    wholes: dict[str, list[str]] = defaultdict(list)
    origins: dict[str, list[str]] = defaultdict(list)
    shown: dict[str, list[EditieCijfers]] = defaultdict(list)
    for slug, project in dataset.projecten.items():
        for part in project.onderdelen:
            wholes[part].append(slug)
        for successor in project.opgevolgd_door:
            origins[successor].append(slug)
    for figures in editions:
        for rubriek in figures.rubrieken:
            for post in rubriek.posten:
                shown[post.slug].append(figures)
    return Links(dict(wholes), dict(origins), dict(shown))


def reachable(dataset: Dataset, known: Links, start: set[str]) -> set[str]:
    """*start*, and every project that their pages lead to."""
    found = set(start)
    waiting = list(start)
    while waiting:
        slug = waiting.pop()
        here = dataset.projecten[slug]
        near = (
            *here.onderdelen,
            *here.opgevolgd_door,
            *known.wholes.get(slug, ()),
            *known.origins.get(slug, ()),
        )
        for other in near:
            if other in dataset.projecten and other not in found:
                found.add(other)
                waiting.append(other)
    return found


def mentioned(stuk: Model) -> set[str]:
    """The projects that a document is about."""
    return {
        value
        for loc, value in walk(stuk)
        if isinstance(value, str) and (loc[-1] == "project" or "projecten" in loc[-2:-1])
    }
