"""The pages of letters, proposals, budgets and reviews."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from waw_site import begroting as geld
from waw_site import notation
from waw_site.catalogus import _, later
from waw_site.cijferboek import Cijferboek, UnknownNameError
from waw_site.dataset import Dataset, stuk_path
from waw_site.gelezen import arbeidsmarkt
from waw_site.kwartaal import Kwartaal
from waw_site.model import Begroting, Brief, Terugblik, Voorstel
from waw_site.model.begroting import Post
from waw_site.model.stuk import Bijlage
from waw_site.model.voorstel import Projectstand
from waw_site.page import grafiek, verhaal
from waw_site.page.grafiek import Grafiek
from waw_site.page.page import Page, editie_url, project_url, shared, stuk_url
from waw_site.uitgesplitst import uitgesplitst
from waw_site.waarde import NIET_GEMELD, Waarde, aandeel

Stuk = Brief | Voorstel | Begroting | Terugblik

SOORTEN = {  # what each is called, and its template
    "brieven": (later("Brief aan de raad"), "brief.html"),
    "voorstellen": (later("Voorstel"), "voorstel.html"),
    "begrotingen": (later("Begroting"), "begroting.html"),
    "terugblikken": (later("Terugblik"), "terugblik.html"),
}


@dataclass(frozen=True, slots=True)
class Bijlageregel:
    """One annex of a document, with its address where it is on this site."""

    nummer: int | None
    naam: str
    url: str | None
    elders: str | None


@dataclass(frozen=True, slots=True)
class Postregel:
    """One row of a budget."""

    post: Post
    bedrag: Waarde
    exact: Waarde
    eerder: tuple[tuple[Waarde, str | None], ...]
    url: str | None


@dataclass(frozen=True, slots=True)
class Ambitie:
    """One goal of a review against what was reached."""

    naam: str
    bereikt: Waarde
    doel: Waarde
    gehaald: bool
    procent: Waarde


def soortnaam(soort: str, stuk: Stuk) -> str:
    """What kind of document it is, in a word or two."""
    if isinstance(stuk, Voorstel) and stuk.soort == "oplegger":
        return _("Oplegger")
    return _(SOORTEN[soort][0])


def van_editie(dataset: Dataset, kwartaal: Kwartaal) -> tuple[tuple[str, str, str], ...]:
    """The documents of an edition: kind, title, address."""
    return tuple(
        (soortnaam(soort, stuk), stuk.titel, stuk_url(soort, slug))
        for soort, stukken in dataset.stukken().items()
        for slug, stuk in stukken.items()
        if stuk.editie == kwartaal
    )


def pages(dataset: Dataset, boek: Cijferboek, built: frozenset[Kwartaal]) -> list[Page]:
    """A page for every document of an edition in *built*."""
    builder = _Builder(dataset, boek, built)
    makers = {
        "brieven": builder.brief,
        "voorstellen": builder.voorstel,
        "begrotingen": builder.begroting,
        "terugblikken": builder.terugblik,
    }
    return [
        makers[soort](slug)
        for soort, stukken in dataset.stukken().items()
        for slug, stuk in stukken.items()
        if stuk.editie in built
    ]


class _Builder:
    def __init__(self, dataset: Dataset, boek: Cijferboek, built: frozenset[Kwartaal]) -> None:
        self.dataset = dataset
        self.boek = boek
        self.built = built

    def page(
        self, soort: str, slug: str, stuk: Stuk, more: Mapping[str, Any], *charts: Grafiek | None
    ) -> Page:
        editie = self.dataset.edities[stuk.editie]
        return Page(
            path=stuk_url(soort, slug),
            template=SOORTEN[soort][1],
            context={
                **shared(self.dataset),
                "titel": stuk.titel,
                "soort": soortnaam(soort, stuk),
                "stuk": stuk,
                "bron": self.dataset.bron(stuk.bron) if stuk.bron else None,
                "editie": (
                    _("Monitor {naam}, {kwartaal}").format(
                        naam=editie.titel, kwartaal=notation.kwartaal(stuk.editie)
                    ),
                    editie_url(stuk.editie),
                ),
                **more,
            },
            tekeningen=tuple(chart.tekening for chart in charts if chart),
            kwartaal=stuk.editie,
        )

    def brief(self, slug: str) -> Page:
        stuk = self.dataset.brieven[slug]
        charts: list[Grafiek] = []
        if stuk.dashboard:
            figures = self.boek.editions[stuk.editie].voortgang
            about = self.dataset.programma.indicatoren
            ritme = self.dataset.programma.ritme
            charts = [grafiek.voortgang(v, about[i], ritme) for i, v in figures.items()]
        path = stuk_path("brieven", slug)
        market = tuple(
            (c, arbeidsmarkt(self.dataset, path, n)) for n, c in enumerate(stuk.arbeidsmarkt)
        )
        more = {
            "tekst": self.dataset.tekst(f"brieven/{slug}"),
            "dashboard": tuple(charts),
            "arbeidsmarkt": market,
            "bijlagen": tuple(self.annex(b) for b in stuk.bijlagen),
        }
        return self.page("brieven", slug, stuk, more, *charts)

    def annex(self, bijlage: Bijlage) -> Bijlageregel:
        url = None
        if bijlage.editie in self.built and bijlage.editie:
            url = editie_url(bijlage.editie)
        elif bijlage.stuk:
            soort, _, name = bijlage.stuk.partition("/")
            known = self.dataset.stukken().get(soort, {}).get(name)
            url = stuk_url(soort, name) if known and known.editie in self.built else None
        return Bijlageregel(bijlage.nummer, bijlage.naam, url, bijlage.link)

    def voorstel(self, slug: str) -> Page:
        stuk = self.dataset.voorstellen[slug]
        amounts = {}
        if stuk.begroting:
            for n, m, post in geld.posten(self.dataset, stuk.begroting):
                amounts[post.post] = geld.bedrag(self.dataset, stuk.begroting, n, m)
        known = self.dataset.begrotingen.get(stuk.begroting or "")
        more = {
            "groepen": tuple(
                (g, tuple(self.stand(p, amounts) for p in g.projecten)) for g in stuk.groepen
            ),
            "besluiten": tuple(
                (b.tekst, tuple(self.link(p) for p in b.projecten)) for b in stuk.besluiten
            ),
            "bijlagen": tuple(
                (b, b.naam or self.dataset.projecten[b.project].naam) for b in stuk.bijlagen
            ),
            "begroting": stuk_url("begrotingen", stuk.begroting)
            if stuk.begroting and known and known.editie in self.built
            else None,
            "bijlagenlijst": tuple(self.annex(b) for b in stuk.bijlagenlijst),
        }
        return self.page("voorstellen", slug, stuk, more)

    def stand(
        self, stand: Projectstand, amounts: Mapping[str, Waarde]
    ) -> tuple[Projectstand, str, str, Waarde | None]:
        """What is said of one project, its name, its address, and its amount."""
        naam = stand.naam or self.dataset.projecten[stand.project].naam
        return stand, naam, project_url(stand.project), amounts.get(stand.post or "")

    def link(self, slug: str) -> tuple[str, str]:
        return self.dataset.projecten[slug].naam, project_url(slug)

    def begroting(self, slug: str) -> Page:
        stuk = self.dataset.begrotingen[slug]
        sections = tuple(
            (
                sectie.naam,
                geld.sectietotaal(self.dataset, slug, n),
                tuple(self.row(slug, n, m, post) for m, post in enumerate(sectie.posten)),
            )
            for n, sectie in enumerate(stuk.secties)
        )
        rows = [(r.post.naam, r.bedrag) for _, _, regels in sections for r in regels]
        chart = grafiek.bedragen(stuk.bijschrift or stuk.titel, rows)
        more = {
            "secties": sections,
            "totaal": geld.totaal(self.dataset, slug),
            "gepubliceerd": geld.gepubliceerd(self.dataset, slug),
            "beschikbaar": geld.beschikbaar(self.dataset, slug),
            "vrij": geld.vrij(self.dataset, slug),
            "voorwaardelijk": geld.voorwaardelijk(self.dataset, slug),
            "grafiek_": chart,
        }
        return self.page("begrotingen", slug, stuk, more, chart)

    def row(self, slug: str, n: int, m: int, post: Post) -> Postregel:
        return Postregel(
            post=post,
            bedrag=geld.bedrag(self.dataset, slug, n, m),
            exact=geld.bedrag(self.dataset, slug, n, m, "exact"),
            eerder=tuple(
                (geld.eerder(self.dataset, slug, n, m, k), h.reden)
                for k, h in enumerate(post.herzieningen)
            ),
            url=project_url(post.project) if post.project else None,
        )

    def terugblik(self, slug: str) -> Page:
        stuk = self.dataset.terugblikken[slug]
        funnel = [self.ambition(naam, stuk.kwartaal) for naam in stuk.trechter]
        steps = [(a.naam, a.bereikt, a.doel) for a in funnel]
        naam = self.dataset.projecten[stuk.project].naam
        chart = grafiek.trechter(naam, steps) if steps else None
        divisions = tuple(self.divisions(stuk.project, stuk.kwartaal))
        more = {
            "project": self.link(stuk.project),
            "ambities": tuple(funnel),
            "trechter": chart,
            "verdelingen": divisions,
            "stappen": tuple(
                (stap, verhaal.van_stap(self.dataset, stap.verhalen)) for stap in stuk.stappen
            ),
        }
        charts = [chart, *(g for *_, g in divisions)]
        return self.page("terugblikken", slug, stuk, more, *charts)

    def divisions(
        self, slug: str, kwartaal: Kwartaal
    ) -> Iterator[tuple[str, str | None, Waarde, Grafiek]]:
        """The breakdowns of a position: by what, a text, the whole, and the chart of its parts."""
        stand = self.dataset.stand(slug, kwartaal)
        for verdeling in stand.verdelingen if stand else ():
            for indicator in verdeling.cijfers:
                for split in uitgesplitst(self.dataset, f"{slug}.{indicator}", kwartaal):
                    if split.dimensies == verdeling.naar:
                        whole = self.boek.waarde(f"{slug}.{indicator}", kwartaal)
                        chart = grafiek.verdeling(self.dataset, split)
                        chart = replace(chart, naam=f"{indicator}-{chart.naam}")
                        yield chart.tabel.kop[0], verdeling.toelichting, whole, chart

    def ambition(self, naam: str, kwartaal: Kwartaal) -> Ambitie:
        figure = self.boek.waarde(naam, kwartaal)
        try:
            goal = self.boek.waarde(f"{naam}.doel", kwartaal)
        except UnknownNameError:
            goal = NIET_GEMELD
        indicator = naam.partition(".")[2]
        label = notation.zin(self.dataset.programma.indicatoren[indicator].kort)
        reached = goal.getal is not None and (figure.getal or 0) >= goal.getal
        named = _("{wat}, bereikt als deel van het doel").format(wat=label)
        share = aandeel(figure, goal, named)
        return Ambitie(label, figure, goal, reached, share)
