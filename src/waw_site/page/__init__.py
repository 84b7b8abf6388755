"""Which pages exist, and the context of each."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from waw_site.catalogus import _
from waw_site.cijferboek import Cijferboek
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.page import (
    archief,
    begrippen,
    bescherming,
    bron,
    editie,
    errata,
    feed,
    gegevens,
    gemeente,
    gewijzigd,
    project,
    stukken,
    verdeling,
    vergeleken,
    zoeken,
)
from waw_site.page.kop import kop
from waw_site.page.links import links, mentioned, reachable
from waw_site.page.page import BEGRIPPEN, GEGEVENS, Page


def pages(
    dataset: Dataset,
    editions: Mapping[Kwartaal, EditieCijfers],
    only: frozenset[Kwartaal] | None = None,
    *,
    concept: bool = False,
    omvang: Mapping[str, int] = MappingProxyType({}),
) -> list[Page]:
    """
    All pages of the site; with *only*, those of these editions and of what they name.

    What is a concept has pages of its own, to which the others lead only with *concept* or when
    *only* names it. *omvang* holds the sizes of the files of open data. Paths are unique and lie
    below the root of the site.
    """
    drafts = {k for k, e in dataset.edities.items() if e.concept}
    told = te_tonen(dataset, editions, only, concept=concept)
    published = {k: e for k, e in editions.items() if k not in drafts}
    whole = not drafts or concept or bool(only and only & drafts)
    shown, there = (dataset, editions) if whole else (_published(dataset, drafts), published)
    found = [*_pages(shown, there, only), *_data(shown, there, told, omvang)]
    built = sorted(e.kwartaal for e in told)
    found.append(_headed(shown, zoeken.page(shown, found), built, there))
    if not whole and only is None:
        found += [page for page in _pages(dataset, editions) if page.kwartaal in drafts]
    return found


def te_tonen(
    dataset: Dataset,
    editions: Mapping[Kwartaal, EditieCijfers],
    only: frozenset[Kwartaal] | None = None,
    *,
    concept: bool = False,
) -> list[EditieCijfers]:
    """The editions whose figures are published as open data: a concept only where it is shown."""
    drafts = {k for k, e in dataset.edities.items() if e.concept}
    hidden = set() if concept or (only and only & drafts) else drafts
    wanted = editions.keys() - hidden if only is None else only - hidden
    return [e for k, e in editions.items() if k in wanted]


def _data(
    dataset: Dataset,
    editions: Mapping[Kwartaal, EditieCijfers],
    told: Sequence[EditieCijfers],
    omvang: Mapping[str, int],
) -> list[Page]:
    """The pages of the open data."""
    built = sorted(e.kwartaal for e in told)
    made = gegevens.pages(dataset, told, omvang)
    return [_headed(dataset, page, built, editions) for page in made]


def _published(dataset: Dataset, drafts: Set[Kwartaal]) -> Dataset:
    """*dataset* without its concepts, and without the positions and stories that only they tell."""
    last = max(dataset.edities.keys() - drafts, default=None)
    standen = {
        slug: {
            k: s for k, s in by.items() if k not in drafts or (s.eindstand and last and k < last)
        }
        for slug, by in dataset.standen.items()
    }
    edities = {k: e for k, e in dataset.edities.items() if k not in drafts}
    verhalen = {
        slug: v for slug, v in dataset.verhalen.items() if not v.edities or set(v.edities) - drafts
    }
    return replace(dataset, edities=edities, standen=standen, verhalen=verhalen, figures={})


def _pages(
    dataset: Dataset,
    editions: Mapping[Kwartaal, EditieCijfers],
    only: frozenset[Kwartaal] | None = None,
) -> list[Page]:
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
    municipal = gemeente.pages(dataset, built)
    for figures in everything:
        if figures.kwartaal in quarters:
            until = _until(everything, figures)
            before = until[-2] if len(until) > 1 else None
            extra = _extra(dataset, before, figures, frozenset(slugs))
            links_to = [(_("Over deze editie"), page.context["titel"], page.path) for page in extra]
            links_to += [(_("Over deze editie"), p.context["titel"], p.path) for p in municipal[:1]]
            data = f"{GEGEVENS}#editie-{figures.kwartaal}"
            if not figures.editie.concept:
                links_to.append((_("Over deze editie"), _("De cijfers als gegevens"), data))
            links_to += stukken.van_editie(dataset, figures.kwartaal)
            found.append(editie.page(dataset, until, figures, quarters, links_to))
            found += extra
    found += [project.page(dataset, known, slug) for slug in slugs]
    found += stukken.pages(dataset, boek, quarters)
    found += begrippen.pages(dataset, boek)
    found += municipal
    found += bescherming.pages(dataset)
    found.append(feed.page(dataset, built))
    return [_headed(dataset, page, sorted(quarters), editions) for page in found]


def _until(everything: Sequence[EditieCijfers], last: EditieCijfers) -> list[EditieCijfers]:
    """All published editions before *last*, and itself."""
    before = (e for e in everything if e.kwartaal < last.kwartaal and not e.editie.concept)
    return [*before, last]


def _headed(
    dataset: Dataset,
    page: Page,
    built: Sequence[Kwartaal],
    editions: Mapping[Kwartaal, EditieCijfers],
) -> Page:
    """*page* with its masthead, and the figures that were put right."""
    figures = editions.get(page.kwartaal) if page.kwartaal else None
    head = kop(dataset, page.kwartaal, built=built, cijfers=figures)
    drawn = (head.looptijd, *page.tekeningen)
    mended = errata.hersteld(editions, page.kwartaal)
    context = {
        **page.context,
        "kop": head,
        "hersteld": mended,
        "grafiekbron": bron.van_grafiek(dataset, page.kwartaal),
    }
    return replace(page, context=context, tekeningen=drawn)


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


__all__ = ["BEGRIPPEN", "Page", "pages", "te_tonen"]
