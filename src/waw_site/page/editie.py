"""The page of an edition: is it on course, what did each project do, and what is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _
from waw_site.chart.spec import Tekening, Turf
from waw_site.cijfers import EditieCijfers, Post, RubriekCijfers, Totaal, Voortgang
from waw_site.dataset import Dataset
from waw_site.gelezen import tijd_over
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator
from waw_site.page import errata, grafiek, turf, verhaal, zinnen
from waw_site.page.bron import explanations, sources
from waw_site.page.grafiek import Grafiek
from waw_site.page.page import Page, editie_url, project_url, shared
from waw_site.page.turf import Veld
from waw_site.page.uitgegeven import aanhaling
from waw_site.text import Tekst
from waw_site.waarde import NIET_GEMELD, Waarde
from waw_site.zin import Zin

_SMALL = 30  # strokes that fit in a third of a column


@dataclass(frozen=True, slots=True)
class Regel:
    """One figure on a card, with its word, its strokes, its goal and its growth."""

    naam: str
    waarde: Waarde
    turf: Turf | None
    doel: Waarde | None
    tussendoel: Waarde | None
    groei: Zin


@dataclass(frozen=True, slots=True)
class Kaart:
    """
    One project in its category: its figures, its text, and its parts.

    `tellend` are the counted indicators, each with the reason why it is not added, if there is one;
    `turf` are the strokes of the last of them. `sinds` compares it with the previous edition.
    """

    slug: str
    url: str
    naam: str
    noot: str | None
    fase: str
    reden: str | None
    regels: tuple[Regel, ...]
    tellend: tuple[tuple[Waarde, str | None], ...]
    turf: Turf
    sinds: Grafiek | None
    tekst: Tekst | None
    stand_van: Kwartaal | None
    toelichtingen: tuple[str, ...]
    bronnen: tuple[str, ...]
    buiten: str | None
    opgevolgd_door: tuple[tuple[str, str], ...]
    onderdelen: tuple["Kaart", ...]

    @property
    def met_onderdelen(self) -> tuple["Kaart", ...]:
        """The project, its parts, and theirs."""
        return (self, *(k for part in self.onderdelen for k in part.met_onderdelen))

    @property
    def naast(self) -> bool:
        """Whether its figures are so few and small that they fit beside each other."""
        return len(self.regels) <= 3 and all(
            (r.waarde.getal or 0) <= _SMALL and not (r.doel or r.groei) for r in self.regels
        )

    @property
    def tekeningen(self) -> tuple[Tekening, ...]:
        """All that is drawn of the project itself."""
        strokes = tuple(r.turf for r in self.regels if r.turf)
        return (self.turf, *strokes, *((self.sinds.tekening,) if self.sinds else ()))


@dataclass(frozen=True, slots=True)
class Blok:
    """One category: its explanation, its totals, its cards, and those that it only names."""

    rubriek: str
    naam: str
    uitleg: Tekst | None
    totalen: tuple[tuple[str, Totaal], ...]
    dekking: tuple[Zin, ...]
    kaarten: tuple[Kaart, ...]
    genoemd: tuple[Kaart, ...]
    projecten: int

    @property
    def alle(self) -> tuple[Kaart, ...]:
        """Every project of the category, the parts after their whole."""
        return tuple(k for kaart in (*self.kaarten, *self.genoemd) for k in kaart.met_onderdelen)


@dataclass(frozen=True, slots=True)
class Held:
    """The answer: how far the last counted indicator is, and what it takes to reach its goal."""

    voortgang: Voortgang
    label: str
    kop: str
    te_gaan: Zin
    koers: Zin
    veld: Veld


@dataclass(frozen=True, slots=True)
class Doelstand:
    """One goal on the dashboard."""

    indicator: Indicator
    voortgang: Voortgang
    grafiek: Grafiek
    doel: Waarde | None
    koers: Zin
    dekking: Zin
    rest: Zin
    ontbreekt: str
    groei: Zin


def page(
    dataset: Dataset,
    editions: Sequence[EditieCijfers],
    cijfers: EditieCijfers,
    built: frozenset[Kwartaal],
    erbij: Sequence[tuple[str, str, str]],
) -> Page:
    """
    The page of *cijfers*; *editions* are all up to and including it, ascending.

    *built* are the editions that the site has a page for; *erbij* the pages that belong to this
    one: kind, title, address.
    """
    builder = _Builder(dataset, cijfers)
    blokken = tuple(builder.blok(r) for r in cijfers.rubrieken)
    eerder = builder.blok(cijfers.eerder)
    hero = builder.held(editions)
    cards = [k for blok in (*blokken, eerder) for k in blok.alle]
    goals = tuple(builder.doelstand(i, v) for i, v in cijfers.voortgang.items())
    told = any(v.bereikt.getal is not None for e in editions for v in e.voortgang.values())
    course = grafiek.verloop(editions, dataset.programma) if told and len(editions) > 1 else None
    charts = (*(g.grafiek for g in goals), *((course,) if course else ()))
    editie = cijfers.editie
    counted = [dataset.programma.indicatoren[i] for i in dataset.programma.counted]
    document = dataset.bronnen.get(editie.bron.document)
    return Page(
        path=editie_url(cijfers.kwartaal),
        template="editie.html",
        context={
            "titel": f"{editie.titel}, {notation.kwartaal(cijfers.kwartaal)}",
            **shared(dataset),
            "kwartaal": cijfers.kwartaal,
            **dataset.programma.koers.model_dump(),
            "editie": editie,
            "errata": errata.regels(dataset, cijfers),
            "plan": cijfers.plan,
            "aanhaling": aanhaling(dataset, cijfers.kwartaal),
            "vorige": _link(cijfers.vorige, built),
            "held": hero,
            "schaal": turf.schaal(builder.stuk),
            "doelen": goals,
            "blokken": blokken,
            "eerder": eerder,
            "indicatoren": tuple((i.kort, i.label) for i in counted),
            "sectoren": builder.sectoren(),
            "verloop": course,
            "erbij": tuple(erbij),
            "verhalen": verhaal.van_editie(dataset, cijfers.kwartaal),
            "bron": document.titel if document else None,
            "begrippen": builder.begrippen(),
            "inleiding": dataset.tekst(f"{cijfers.kwartaal}/inleiding"),
            "koers_tekst": dataset.tekst(f"{cijfers.kwartaal}/koers"),
            "toekomst": dataset.tekst(f"{cijfers.kwartaal}/toekomst"),
            "verantwoording": dataset.tekst(f"{cijfers.kwartaal}/verantwoording"),
        },
        tekeningen=(
            *hero.veld.tekeningen,
            *(chart.tekening for chart in charts),
            *(t for k in cards for t in k.tekeningen),
        ),
        kwartaal=cijfers.kwartaal,
    )


def _link(
    vorige: Kwartaal | None, built: frozenset[Kwartaal]
) -> tuple[Kwartaal, str | None] | None:
    """The previous edition, with its address where the site has it."""
    if vorige is None:
        return None
    return vorige, editie_url(vorige) if vorige in built else None


class _Builder:
    def __init__(self, dataset: Dataset, cijfers: EditieCijfers) -> None:
        self.dataset = dataset
        self.cijfers = cijfers
        self.kwartaal = cijfers.kwartaal
        self.about = dataset.programma.indicatoren
        counted = dataset.programma.counted
        figures = [p.cijfers.get(i, NIET_GEMELD) for p in cijfers.posten.values() for i in counted]
        self.stuk = turf.stuk_voor(max((w.getal or 0 for w in figures), default=0))

    def held(self, editions: Sequence[EditieCijfers]) -> Held:
        indicator = self.dataset.programma.counted[-1]
        v = self.cijfers.voortgang[indicator]
        about = self.about[indicator]
        plan = self.cijfers.plan
        over = tijd_over(self.dataset, plan, self.kwartaal) if plan else NIET_GEMELD
        return Held(
            voortgang=v,
            label=about.label,
            kop=about.kop or f"{about.eenheid}: {about.label.lower()}",
            te_gaan=zinnen.te_gaan(v, about, plan, over) if plan else (),
            koers=zinnen.koers(v.koers),
            veld=turf.voortgang(editions, indicator, about),
        )

    def strokes(self, indicator: str, w: Waarde) -> Turf:
        return Turf(((str(self.dataset.programma.rang(indicator)), w.kaal),), self.stuk)

    def doelstand(self, indicator: str, v: Voortgang) -> Doelstand:
        about = self.about[indicator]
        return Doelstand(
            indicator=about,
            voortgang=v,
            grafiek=grafiek.voortgang(v, about, self.kwartaal.ritme),
            doel=v.doel,
            koers=zinnen.koers(v.koers),
            dekking=zinnen.dekking(v.totaal),
            rest=zinnen.rest(v),
            ontbreekt=zinnen.ontbreekt(v.totaal) if v.is_opgeteld else "",
            groei=self.growth(v.groei),
        )

    def growth(self, w: Waarde) -> Zin:
        vorige = self.cijfers.vorige
        return zinnen.groei(w, notation.kwartaal(vorige)) if vorige else ()

    def blok(self, r: RubriekCijfers) -> Blok:
        uitleg = self.dataset.tekst(f"{self.kwartaal}/rubrieken/{r.rubriek}")
        parts = _parts(r.posten)
        inside = {part.slug for found in parts.values() for part in found}
        cards = [self.kaart(p, parts) for p in r.posten if p.slug not in inside]
        told = [k for k in cards if k.regels or k.tekst or k.onderdelen]
        totals = tuple((self.about[i].kort, t) for i, t in r.totalen.items() if t.verwacht)
        return Blok(
            rubriek=r.rubriek,
            naam=r.naam,
            uitleg=uitleg,
            totalen=totals,
            dekking=tuple(
                (f"{notation.zin(name)}: ", *zinnen.dekking(t)) for name, t in totals if t.ontbreekt
            ),
            kaarten=tuple(told),
            genoemd=tuple(k for k in cards if k not in told),
            projecten=len(r.posten),
        )

    def kaart(self, post: Post, parts: Mapping[str, Sequence[Post]]) -> Kaart:
        project = post.project
        status = post.status
        counted = tuple(self.counted(post, i) for i in self.dataset.programma.counted)
        return Kaart(
            slug=post.slug,
            url=project_url(post.slug),
            naam=post.naam,
            noot=project.noot,
            fase=zinnen.fase(post),
            reden=status.reden if status and status.fase.ended else None,
            regels=tuple(self.regels(post)),
            tellend=counted,
            turf=self.strokes(self.dataset.programma.counted[-1], counted[-1][0]),
            sinds=self.since(post),
            tekst=self.dataset.tekst(f"{self.kwartaal}/projecten/{post.slug}"),
            stand_van=post.stand_van if post.stand_van != self.kwartaal else None,
            toelichtingen=explanations(post.stand),
            bronnen=sources(self.dataset, post.stand),
            buiten=project.buiten_regionale_doelen,
            opgevolgd_door=tuple(
                (self.dataset.projecten[s].naam, project_url(s))
                for s in project.opgevolgd_door
                if s in self.dataset.projecten
            ),
            onderdelen=tuple(self.kaart(part, parts) for part in parts[post.slug]),
        )

    def since(self, post: Post) -> Grafiek | None:
        vorige = self.cijfers.vorige
        return grafiek.sinds(self.dataset, post, vorige, self.kwartaal) if vorige else None

    def regels(self, post: Post) -> list[Regel]:
        """The figures of the stand, the counted ones that lack beside them, and every goal."""
        known = any(w.getal is not None or w.nvt for w in post.cijfers.values())
        if not known and not post.doelen:
            return []
        counted = self.dataset.programma.counted if post.cijfers else ()
        expected = post.project.indicatoren
        lacking = [i for i in counted if expected is None or i in expected]
        wanted = {*post.cijfers, *post.doelen, *lacking}
        return [self.regel(post, i) for i in self.about if i in wanted]

    def regel(self, post: Post, indicator: str) -> Regel:
        about = self.about[indicator]
        counted = self.dataset.programma.counted
        figure = post.cijfers.get(indicator, NIET_GEMELD)
        strokes = self.strokes(indicator, figure) if indicator in counted else None
        return Regel(
            naam=post.project.labels.get(indicator, about.kort),
            waarde=figure,
            turf=strokes,
            doel=post.doelen.get(indicator),
            tussendoel=post.tussendoelen.get(indicator),
            groei=self.growth(post.groei.get(indicator, NIET_GEMELD)),
        )

    def counted(self, post: Post, indicator: str) -> tuple[Waarde, str | None]:
        """A figure for the overview, and why it is not added."""
        figure = post.cijfers.get(indicator, NIET_GEMELD)
        why = None
        if figure.getal is not None and post.project.buiten_regionale_doelen:
            why = _("telt niet mee voor de regionale doelen")
        elif figure.getal is not None and indicator in post.meegeteld_in:
            owner = self.dataset.projecten[post.meegeteld_in[indicator]]
            why = _("telt mee in {naam}").format(naam=owner.name_in(self.kwartaal))
        return figure, why

    def sectoren(self) -> tuple[tuple[str, tuple[Waarde, ...]], ...]:
        names = self.dataset.programma.sectoren
        rows = []
        for sector, totals in self.cijfers.sectoren.items():
            figures = tuple(t.opgeteld for t in totals.values())
            if any(w.getal is not None for w in figures):
                rows.append((names[sector], figures))
        return tuple(rows)

    def begrippen(self) -> tuple[tuple[str, str], ...]:
        """What the counted indicators mean, where programma.yaml says so."""
        counted = self.dataset.programma.counted
        return tuple(
            (self.about[i].label, text) for i in counted if (text := self.about[i].definitie)
        )


def _parts(posten: Sequence[Post]) -> dict[str, list[Post]]:
    """Per project the parts that are shown under it: each under the first whole that has it."""
    waiting = {post.slug: post for post in posten}
    found: dict[str, list[Post]] = {}
    for post in posten:
        mine = [part for part in post.project.onderdelen if part in waiting and part != post.slug]
        found[post.slug] = [waiting.pop(part) for part in mine]
    return found
