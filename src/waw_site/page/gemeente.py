"""A page per municipality: how many of its inhabitants took part, through time."""

from collections.abc import Sequence

from waw_site import notation
from waw_site.catalogus import _
from waw_site.cel import Deel, celnaam
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.page import verloop
from waw_site.page.page import (
    BESCHERMING,
    GEMEENTEN,
    Page,
    editie_url,
    gemeente_url,
    project_url,
    shared,
)
from waw_site.uitgesplitst import cel
from waw_site.waarde import NIET_GEMELD, Waarde


def pages(dataset: Dataset, editions: Sequence[EditieCijfers]) -> list[Page]:
    """A page per municipality through time, and one that lists them."""
    dims = [d for d, about in dataset.programma.dimensies.items() if about.delen is None]
    if not dims or not editions:
        return []
    found = []
    for slug in dataset.programma.gemeenten:
        sums = [f"{i}.opgeteld" for i in dataset.programma.counted]
        through = [
            (e.kwartaal, _row(dataset, sums, ((dims[0], slug),), e.kwartaal)) for e in editions
        ]
        if any(row for _k, row in through):
            found.append(_page(dataset, editions[-1], dims[0], slug, through))
    if not found:
        return []
    about = dataset.programma.indicatoren
    context = {
        **shared(dataset),
        "titel": _("Gemeenten"),
        "kolommen": tuple(about[i].kort for i in dataset.programma.counted),
        "kwartaal": editions[-1].kwartaal,
        "rijen": tuple(
            (page.context["titel"], page.path, page.context["rijen"][-1][2]) for page in found
        ),
        "bescherming": BESCHERMING,
    }
    return [Page(GEMEENTEN, "gemeenten.html", context), *found]


def _row(
    dataset: Dataset, names: Sequence[str], delen: Deel, kwartaal: Kwartaal
) -> tuple[Waarde, ...]:
    """The same part of several figures; nothing where none of them is broken down so."""
    cells = [celnaam(naam, delen, kwartaal) for naam in names]
    if not any(naam in dataset.cellen for naam in cells):
        return ()
    return tuple(cel(dataset, n) if n in dataset.cellen else NIET_GEMELD for n in cells)


def _page(
    dataset: Dataset,
    latest: EditieCijfers,
    dim: str,
    slug: str,
    through: Sequence[tuple[Kwartaal, tuple[Waarde, ...]]],
) -> Page:
    about = dataset.programma.indicatoren
    gemeente = dataset.programma.gemeenten[slug]
    told = [(k, row) for k, row in through if row]
    chart = verloop.gemeente(dataset, gemeente.naam, told)
    projects = []
    for post in latest.posten.values():
        names = [f"{post.slug}.{i}" for i in dataset.programma.counted]
        if post.stand_van and (row := _row(dataset, names, ((dim, slug),), post.stand_van)):
            projects.append((post.naam, project_url(post.slug), row))
    return Page(
        path=gemeente_url(slug),
        template="gemeente.html",
        context={
            **shared(dataset),
            "titel": gemeente.naam,
            "gemeente": gemeente,
            "kolommen": tuple(about[i].kort for i in dataset.programma.counted),
            "rijen": tuple(
                (notation.zin(notation.kwartaal(k)), editie_url(k), row) for k, row in told
            ),
            "projecten": tuple(projects),
            "nieuwste": latest.kwartaal,
            "grafiek_": chart,
            "bescherming": BESCHERMING,
        },
        tekeningen=(chart.tekening,) if chart else (),
    )
