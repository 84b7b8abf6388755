"""The home page: every edition with its dashboard, the programme through time, every project."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from waw_site import notation
from waw_site.catalogus import _, later
from waw_site.chart.spec import Turf
from waw_site.cijfers import EditieCijfers, Voortgang
from waw_site.dataset import Dataset
from waw_site.koers import Koers
from waw_site.kwartaal import Kwartaal
from waw_site.model import Editie, Fase, Indicator
from waw_site.page import errata, grafiek, turf, verloop, zinnen
from waw_site.page.bron import described
from waw_site.page.errata import Erratumregel
from waw_site.page.grafiek import Grafiek
from waw_site.page.page import HOME, Page, editie_url, project_url, shared
from waw_site.waarde import Waarde
from waw_site.zin import Zin

_IN_FULL = 6  # editions that are shown with their charts; older ones are rows of a table


@dataclass(frozen=True, slots=True)
class Doelrij:
    """One goal of one edition: how far, of what, and whether that is on course."""

    label: str
    bereikt: Waarde
    doel: Waarde | None
    koers: Koers
    uitleg: Zin
    opgeteld: bool
    grafiek: Grafiek


@dataclass(frozen=True, slots=True)
class Editierij:
    """One edition in the archive."""

    kwartaal: Kwartaal
    url: str
    editie: Editie
    doelen: tuple[Doelrij, ...]
    turf: Turf
    concept: bool
    vervangen_door: Kwartaal | None
    errata: tuple[Erratumregel, ...]


def pages(dataset: Dataset, editions: Sequence[EditieCijfers], slugs: Sequence[str]) -> list[Page]:
    """The home page and the page for an address that does not exist."""
    programma = dataset.programma
    stuk = turf.stuk_voor(
        max((v.bereikt.getal or 0 for e in editions for v in e.voortgang.values()), default=0)
    )
    rows = tuple(_row(dataset, e, stuk) for e in reversed(editions))
    trends = tuple(
        verloop.trend(dataset, editions, i)
        for i in reversed(programma.counted)
        if any(e.voortgang[i].bereikt.getal is not None for e in editions)
    )
    home = Page(
        path=HOME,
        template="archief.html",
        context={
            **shared(dataset),
            "titel": _("Monitor {naam}").format(naam=programma.naam),
            "edities": rows[:_IN_FULL],
            "oudere": rows[_IN_FULL:],
            "schaal": turf.schaal(stuk),
            "nieuwste": rows[0] if rows else None,
            "geteld": notation.opsomming(
                [programma.indicatoren[i].label.lower() for i in programma.counted]
            ),
            "trends": trends,
            "projecten": _groups(dataset, slugs, editions[-1] if editions else None),
            "bronnen": tuple(
                (d.titel, described(d), d.toelichting) for d in dataset.bronnen.values()
            ),
        },
        tekeningen=(
            *(g.tekening for g in trends),
            *(row.turf for row in rows[:_IN_FULL]),
            *(goal.grafiek.tekening for row in rows[:_IN_FULL] for goal in row.doelen),
        ),
    )
    lost = Page("404.html", "404.html", {**shared(dataset), "titel": _("Deze pagina is er niet")})
    return [home, lost]


def _row(dataset: Dataset, e: EditieCijfers, stuk: int) -> Editierij:
    last = e.voortgang[dataset.programma.counted[-1]]
    return Editierij(
        kwartaal=e.kwartaal,
        url=editie_url(e.kwartaal),
        editie=e.editie,
        doelen=tuple(
            _goal(v, dataset.programma.indicatoren[i], e.kwartaal) for i, v in e.voortgang.items()
        ),
        turf=Turf(tuple(turf.met_rest(last)), stuk),
        concept=e.editie.concept,
        vervangen_door=e.editie.vervangen_door,
        errata=errata.regels(dataset, e),
    )


def _goal(v: Voortgang, about: Indicator, kwartaal: Kwartaal) -> Doelrij:
    chart = grafiek.voortgang(v, about, kwartaal.ritme, smal=True)
    return Doelrij(
        label=about.label,
        bereikt=v.bereikt,
        doel=v.doel,
        koers=v.koers,
        uitleg=zinnen.koers(v.koers),
        opgeteld=v.is_opgeteld,
        grafiek=replace(
            chart,
            naam=f"{kwartaal}-{chart.naam}",
            titel=f"{chart.titel}, {notation.kwartaal(kwartaal)}",
        ),
    )


def _groups(
    dataset: Dataset, slugs: Sequence[str], latest: EditieCijfers | None
) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """Every project by how it is known to stand: name, address, sector."""
    listed = {p.slug for r in latest.rubrieken for p in r.posten} if latest else set()
    groups: dict[str, list[tuple[str, str, str]]] = {name: [] for name in _GROUPS}
    for slug in slugs:
        project = dataset.projecten[slug]
        phase = project.status[-1].fase if project.status else None
        sector = dataset.programma.sectoren.get(project.sector or "", "")
        name = _group(phase, listed=slug in listed)
        groups[name].append((project.naam, project_url(slug), sector))
    return tuple(
        (_(name), tuple(sorted(rows, key=lambda row: row[0].lower())))
        for name, rows in groups.items()
        if rows
    )


_GROUPS = _RUNS, _COMES, _ENDED, _UNHEARD = (
    later("Lopend"),
    later("In ontwikkeling"),
    later("Afgerond of gestopt"),
    later("Niet in de nieuwste editie, en ook niet als afgerond gemeld"),
)


def _group(phase: Fase | None, *, listed: bool) -> str:
    """A project that was running when it was last heard of need not run still."""
    if phase and phase.ended:
        return _ENDED
    if phase is None or not listed:
        return _UNHEARD
    return _RUNS if phase.runs else _COMES
