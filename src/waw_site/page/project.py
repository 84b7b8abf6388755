"""The page of a project: who it is, how far it was when, under which names and in which state."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from waw_site import begroting, notation
from waw_site.catalogus import _, ngettext
from waw_site.dataset import Dataset
from waw_site.gelezen import gemeld, projectdoel, projecttussendoel
from waw_site.kwartaal import Kwartaal
from waw_site.model import Project
from waw_site.page import turf, verhaal, verloop
from waw_site.page.bron import explanations, sources
from waw_site.page.links import Links, mentioned
from waw_site.page.page import (
    Page,
    editie_url,
    project_url,
    shared,
    stuk_url,
    verdeling_url,
)
from waw_site.waarde import Waarde, som
from waw_site.zin import Zin


@dataclass(frozen=True, slots=True)
class Rij:
    """One quarter of the table: the figures, in the order of its head."""

    kwartaal: Kwartaal
    url: str | None
    cijfers: tuple[Waarde, ...]
    eindstand: bool
    toelichtingen: tuple[str, ...]
    bronnen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doelregel:
    """One goal of the project, with the time that it holds for."""

    naam: str
    doel: Waarde
    periode: str
    toelichting: str | None
    tussendoelen: tuple[tuple[Kwartaal, Waarde], ...]


def page(dataset: Dataset, known: Links, slug: str) -> Page:
    """The page of *slug*; *known* holds the editions that the site has a page for."""
    project = dataset.projecten[slug]
    standen = dataset.standen.get(slug, {})
    about = dataset.programma.indicatoren
    listed = known.editions.get(slug, ())
    quarters = sorted({*standen, *(e.kwartaal for e in listed)})
    named = {i for stand in standen.values() for i in stand.cijfers}
    columns = [i for i in about if i in named]
    urls = {e.kwartaal: editie_url(e.kwartaal) for e in listed}
    chart = verloop.project(dataset, slug, listed)
    last = next((i for i in reversed(dataset.programma.counted) if i in named), None)
    readings = [(k, gemeld(dataset, slug, k, last)) for k in quarters] if last else []
    word = project.labels.get(last, about[last].kort) if last else ""
    strokes = turf.door_de_tijd(readings)
    return Page(
        path=project_url(slug),
        template="project.html",
        context={
            "titel": project.naam,
            **shared(dataset),
            "project": project,
            "kenmerken": _features(dataset, project),
            "tekst": dataset.tekst(f"projecten/{slug}"),
            "slug": slug,
            "veld": strokes,
            "veld_over": _latest(readings, word),
            "grafiek_": chart,
            "kolommen": tuple(project.labels.get(i, about[i].kort) for i in columns),
            "begrippen": tuple(
                (about[i].label, text) for i in columns if (text := about[i].definitie)
            ),
            "rijen": tuple(_row(dataset, slug, k, columns, urls) for k in quarters),
            "doelen": tuple(_goals(dataset, slug, project)),
            "fasen": tuple(_phases(dataset, project)),
            "onderdelen": _links(dataset, project.onderdelen),
            "onderdeel_van": _links(dataset, known.wholes.get(slug, ())),
            "opgevolgd_door": _links(dataset, project.opgevolgd_door),
            "voortgekomen_uit": _links(dataset, known.origins.get(slug, ())),
            "verdeling": _breakdown(dataset, slug, urls),
            "edities": tuple((k, urls[k]) for k in sorted(urls, reverse=True)),
            "stukken": tuple(_documents(dataset, known, slug)),
            "begroot": tuple(_budgets(dataset, known, slug)),
            "verhalen": verhaal.van_project(dataset, slug),
            "bron": dataset.bron(project.bron),
        },
        tekeningen=(
            *((chart.tekening,) if chart else ()),
            *(strokes.tekeningen if strokes else ()),
        ),
    )


def _breakdown(dataset: Dataset, slug: str, urls: Mapping[Kwartaal, str]) -> str | None:
    """The newest page that breaks its figures down."""
    quarters = {k for basis, k in dataset.delen_van if basis.startswith(f"{slug}.")}
    newest = max(quarters & urls.keys(), default=None)
    return verdeling_url(newest) if newest else None


def _latest(readings: Sequence[tuple[Kwartaal, Waarde]], word: str) -> Zin:
    """The last figure that was reported, and its word."""
    known = [w for _, w in readings if w.getal is not None]
    return (known[-1], f" {word}") if known else ()


def _documents(dataset: Dataset, known: Links, slug: str) -> Iterator[tuple[str, str]]:
    """The documents that are about the project: title and address."""
    built = {e.kwartaal for editions in known.editions.values() for e in editions}
    for soort, stukken in dataset.stukken().items():
        for naam, stuk in stukken.items():
            if stuk.editie in built and slug in mentioned(stuk):
                yield stuk.titel, stuk_url(soort, naam)


def _budgets(dataset: Dataset, known: Links, slug: str) -> Iterator[tuple[str, str | None, Waarde]]:
    """Per budget that has the project: its title, its address, and the amount."""
    built = {e.kwartaal for editions in known.editions.values() for e in editions}
    for naam, begr in dataset.begrotingen.items():
        rows = [
            begroting.bedrag(dataset, naam, n, m)
            for n, m, post in begroting.posten(dataset, naam)
            if post.project == slug
        ]
        if rows:
            url = stuk_url("begrotingen", naam) if begr.editie in built else None
            project = dataset.projecten[slug].naam
            total = rows[0] if len(rows) == 1 else som(rows, _budgeted(project, begr.jaar))
            yield begr.titel, url, total


def _budgeted(naam: str, jaar: int) -> str:
    return _("{naam}, begroot in {jaar}").format(naam=naam, jaar=jaar)


def _features(dataset: Dataset, project: Project) -> tuple[tuple[str, str], ...]:
    programma = dataset.programma
    sector = programma.sectoren.get(project.sector or "")
    soort = programma.soorten.get(project.soort or "")
    groups = [programma.doelgroepen.get(d, d) for d in project.doelgroepen]
    names = [f"{n.naam} ({notation.tot_en_met(n.tot_en_met)})" for n in project.namen]
    rows = (
        (ngettext("Eerdere naam", "Eerdere namen", len(names)), "; ".join(names)),
        (_("Sector"), sector or ""),
        (_("Soort project"), soort or ""),
        (_("Voor wie"), notation.opsomming(groups)),
        (_("Partners"), notation.opsomming(project.partners)),
    )
    return tuple((name, text) for name, text in rows if text)


def _row(
    dataset: Dataset,
    slug: str,
    kwartaal: Kwartaal,
    columns: Sequence[str],
    urls: dict[Kwartaal, str],
) -> Rij:
    stand = dataset.stand(slug, kwartaal)
    return Rij(
        kwartaal=kwartaal,
        url=urls.get(kwartaal),
        cijfers=tuple(gemeld(dataset, slug, kwartaal, i) for i in columns),
        eindstand=bool(stand and stand.eindstand),
        toelichtingen=explanations(stand),
        bronnen=sources(dataset, stand),
    )


def _goals(dataset: Dataset, slug: str, project: Project) -> list[Doelregel]:
    about = dataset.programma.indicatoren
    return [
        Doelregel(
            naam=project.labels.get(doel.indicator, about[doel.indicator].kort),
            doel=projectdoel(dataset, slug, doel),
            periode=_period(doel.vanaf, doel.tot_en_met),
            toelichting=doel.toelichting,
            tussendoelen=tuple(
                (k, projecttussendoel(dataset, slug, doel, k)) for k in sorted(doel.tussendoelen)
            ),
        )
        for doel in project.doelen
        if doel.indicator in about
    ]


def _period(vanaf: Kwartaal | None, tot_en_met: Kwartaal | None) -> str:
    parts = [_since(vanaf)] if vanaf else []
    parts += [notation.tot_en_met(tot_en_met)] if tot_en_met else []
    return " ".join(parts)


def _since(kwartaal: Kwartaal) -> str:
    return _("vanaf het {kwartaal}").format(kwartaal=notation.kwartaal(kwartaal))


def _phases(
    dataset: Dataset, project: Project
) -> list[tuple[str, str, str | None, str | None, str | None]]:
    """Per phase: the word, since when, the reason, an explanation, and the source."""
    return [
        (
            notation.zin(_(s.fase)),
            _since(s.vanaf) if s.vanaf else _("begin niet bekend"),
            s.reden,
            s.toelichting,
            dataset.bron(s.bron) if s.bron else None,
        )
        for s in project.status
    ]


def _links(dataset: Dataset, slugs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    known = dataset.projecten
    return tuple((known[s].naam, project_url(s)) for s in slugs if s in known)
