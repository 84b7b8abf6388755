"""The description written in every standard for which enough is known."""

from collections.abc import Iterable, Mapping, Sequence

from waw_site.beschrijvingen import DATAPACKAGE, DCAT, MDTO, SCHEMAORG, SITEMAP, WOO, gemaakt
from waw_site.cache import Cache, digest
from waw_site.dataset import Dataset
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Programma
from waw_site.omschrijving import Omschrijving, dcat, omschrijving
from waw_site.omschrijving.datapackage import csvw, datapackage
from waw_site.omschrijving.mdto import mdto, mdto_bestand
from waw_site.omschrijving.schemaorg import schemaorg
from waw_site.omschrijving.sitemap import sitemap, woo_bestanden
from waw_site.page.page import Page, project_url
from waw_site.page.uitgegeven import Uitgegeven, uitgegeven

_UNLISTED = "404.html"


def beschreven(
    dataset: Dataset,
    quarters: Sequence[Kwartaal],
    pages: Sequence[Page],
    site: Mapping[str, bytes],
    cache: Cache,
) -> dict[str, bytes]:
    """
    The descriptions of *site*, by path: its data of *quarters*, its *pages* and documents.

    A concept is in none. What the programme must say and does not is never made up: the standard
    that needs it is left out, as `beschrijvingen` tells.
    """
    paths = {page.path for page in pages}
    o = omschrijving(dataset, quarters, [s for s in dataset.projecten if project_url(s) in paths])
    if o is None:
        return {}
    programma, known = dataset.programma, gemaakt(dataset)
    words = repr((o, programma.indicatoren, programma.sectoren, programma.dimensies))
    found = dict(cache.pages.memo(digest("omschrijving", words), lambda: _altijd(o, programma)))
    if DCAT in known and o.contact:
        graph = dcat.jsonld(o, o.contact)
        turtle = cache.pages.memo(digest("turtle", graph), lambda: dcat.turtle(graph))
        found |= zip(DCAT.paden, (turtle, graph), strict=True)
    apart = uitgegeven(dataset, quarters)
    days = _dagen(dataset, apart)
    if SITEMAP in known:
        found[SITEMAP.paden[0]] = sitemap(o, _paden(dataset, pages), days)
    if WOO in known and o.publicatie.woo:
        found |= woo_bestanden(o, o.publicatie.woo, apart, days)
    if MDTO in known:
        found |= _archief(o, apart, days, site)
    return found


def _altijd(o: Omschrijving, programma: Programma) -> dict[str, bytes]:
    """The descriptions that need nothing but the data."""
    return {
        **dict(csvw(o, programma)),
        DATAPACKAGE.paden[0]: datapackage(o, programma),
        SCHEMAORG.paden[0]: schemaorg(o),
    }


def _paden(dataset: Dataset, pages: Iterable[Page]) -> list[str]:
    """The pages that may be found: none of a concept, and not the one for what is not there."""
    drafts = {k for k, e in dataset.edities.items() if e.concept}
    paths = (page.path for page in pages if page.kwartaal not in drafts)
    return [path for path in paths if path.endswith(".html") and path != _UNLISTED]


def _dagen(dataset: Dataset, apart: Iterable[Uitgegeven]) -> dict[str, str]:
    """The day on which each edition and document last changed, where it is known to the day."""
    found = {}
    for u in apart:
        errata = dataset.edities[u.kwartaal].errata if u.is_editie else ()
        days = [str(d) for d in (u.datum, *(e.datum for e in errata)) if _heel(d)]
        if days and _heel(u.datum):
            found[u.url] = max(days)
    return found


def _heel(datum: Datum | None) -> bool:
    return bool(datum and datum.dag)


def _archief(
    o: Omschrijving,
    apart: Sequence[Uitgegeven],
    days: Mapping[str, str],
    site: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Two records of each edition and document: of what it says, and of the page."""
    archief = o.publicatie.archief
    if archief is None:
        return {}
    editions = {u.kwartaal: u for u in apart if u.is_editie}
    found: dict[str, bytes] = {}
    for u in apart:
        whole = None if u.is_editie else editions[u.kwartaal]
        found |= [
            mdto(o, archief, u, whole),
            mdto_bestand(o, u, site[u.url], days.get(u.url)),
        ]
    return found
