"""Which pages exist, and the context of each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from waw_site.cijferboek import Cijferboek
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.page import (
    archief,
    begrippen,
    editie,
    gewijzigd,
    project,
    stukken,
    verdeling,
    vergeleken,
)
from waw_site.page.kop import kop
from waw_site.page.links import links, mentioned, reachable
from waw_site.page.page import BEGRIPPEN, Page


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
    for stuk in (s for stukken_ in dataset.stukken().values() for s in stukken_.values()):
        named |= mentioned(stuk) if stuk.editie in quarters else set()
    slugs = sorted(dataset.projecten if only is None else reachable(dataset, known, named))
    boek = Cijferboek(dataset, editions)
    found = archief.pages(dataset, built, slugs)
    for n, figures in enumerate(everything):
        if figures.kwartaal in quarters:
            before = everything[n - 1] if n else None
            extra = _extra(dataset, before, figures, frozenset(slugs))
            links_to = [("Over deze editie", page.context["titel"], page.path) for page in extra]
            links_to += stukken.van_editie(dataset, figures.kwartaal)
            found.append(editie.page(dataset, everything[: n + 1], figures, quarters, links_to))
            found += extra
    found += [project.page(dataset, known, slug) for slug in slugs]
    found += stukken.pages(dataset, boek, quarters)
    found += begrippen.pages(dataset, boek)
    found += verdeling.gemeenten(dataset, built)
    found += verdeling.bescherming(dataset)
    return [_headed(dataset, page, sorted(quarters)) for page in found]


def _headed(dataset: Dataset, page: Page, built: Sequence[Kwartaal]) -> Page:
    """*page* with its masthead."""
    head = kop(dataset, page.kwartaal, built)
    drawn = (head.looptijd, *page.tekeningen)
    return replace(page, context={**page.context, "kop": head}, tekeningen=drawn)


def _extra(
    dataset: Dataset,
    before: EditieCijfers | None,
    figures: EditieCijfers,
    slugs: frozenset[str],
) -> list[Page]:
    """The pages that go with an edition: what changed in it, and since the one before."""
    changed = gewijzigd.page(dataset, figures)
    found = [changed] if changed else []
    if broken_down := verdeling.page(dataset, figures):
        found.append(broken_down)
    if before:
        found.append(vergeleken.page(dataset, before, figures, slugs))
    return found


__all__ = ["BEGRIPPEN", "Page", "pages"]
