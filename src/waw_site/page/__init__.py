"""Which pages exist, and the context of each."""

from collections.abc import Mapping

from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.page import archief, editie, project
from waw_site.page.links import links, reachable
from waw_site.page.page import Page


def pages(
    dataset: Dataset,
    editions: Mapping[Kwartaal, EditieCijfers],
    only: frozenset[Kwartaal] | None = None,
) -> list[Page]:
    """
    All pages of the site; with *only*, those of these editions and of what they name.

    Paths are unique and lie below the root of the site.
    """
    everything = list(editions.values())
    built = [e for e in everything if only is None or e.kwartaal in only]
    quarters = frozenset(e.kwartaal for e in built)
    known = links(dataset, built)
    named = {p.slug for e in built for r in (*e.rubrieken, e.eerder) for p in r.posten}
    slugs = sorted(dataset.projecten if only is None else reachable(dataset, known, named))
    found = archief.pages(dataset, built, slugs)
    for n, figures in enumerate(everything):
        if figures.kwartaal in quarters:
            found.append(editie.page(dataset, everything[: n + 1], figures, quarters))
    found += [project.page(dataset, known, slug) for slug in slugs]
    return found


__all__ = ["Page", "pages"]
