"""The page of an edition: is it on course, what did each project do, and what is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waw_site import notation
from waw_site.cijfers import EditieCijfers, Voortgang
from waw_site.dataset import Dataset
from waw_site.gelezen import tijd_over
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator
from waw_site.page import errata, grafiek, turf, verhaal, verloop, zinnen
from waw_site.page.grafiek import Grafiek
from waw_site.page.kaart import Kaarten
from waw_site.page.page import Page, editie_url, shared
from waw_site.page.turf import Veld
from waw_site.page.uitgegeven import aanhaling
from waw_site.waarde import NIET_GEMELD, Waarde
from waw_site.zin import Zin


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
    kaarten = Kaarten(dataset, cijfers)
    blokken = tuple(kaarten.blok(r) for r in cijfers.rubrieken)
    eerder = kaarten.blok(cijfers.eerder)
    hero = _held(dataset, editions, cijfers)
    cards = [k for blok in (*blokken, eerder) for k in blok.alle]
    about = dataset.programma.indicatoren
    goals = tuple(_doelstand(about[i], v, kaarten) for i, v in cijfers.voortgang.items())
    told = any(v.bereikt.getal is not None for e in editions for v in e.voortgang.values())
    course = verloop.edities(editions, dataset.programma) if told and len(editions) > 1 else None
    charts = (*(g.grafiek for g in goals), *((course,) if course else ()))
    editie = cijfers.editie
    counted = [about[i] for i in dataset.programma.counted]
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
            "schaal": turf.schaal(kaarten.stuk),
            "doelen": goals,
            "blokken": blokken,
            "eerder": eerder,
            "indicatoren": tuple((i.kort, i.label) for i in counted),
            "sectoren": tuple(_sectoren(dataset, cijfers)),
            "verloop": course,
            "erbij": tuple(erbij),
            "verhalen": verhaal.van_editie(dataset, cijfers.kwartaal),
            "bron": document.titel if document else None,
            "begrippen": tuple((i.label, i.definitie) for i in counted if i.definitie),
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


def _held(dataset: Dataset, editions: Sequence[EditieCijfers], cijfers: EditieCijfers) -> Held:
    indicator = dataset.programma.counted[-1]
    about, v = dataset.programma.indicatoren[indicator], cijfers.voortgang[indicator]
    plan = cijfers.plan
    over = tijd_over(dataset, plan, cijfers.kwartaal) if plan else NIET_GEMELD
    return Held(
        voortgang=v,
        label=about.label,
        kop=about.kop or f"{about.eenheid}: {about.label.lower()}",
        te_gaan=zinnen.te_gaan(v, about, plan, over) if plan else (),
        koers=zinnen.koers(v.koers),
        veld=turf.voortgang(editions, indicator, about),
    )


def _doelstand(about: Indicator, v: Voortgang, kaarten: Kaarten) -> Doelstand:
    return Doelstand(
        indicator=about,
        voortgang=v,
        grafiek=grafiek.voortgang(v, about, kaarten.kwartaal.ritme),
        doel=v.doel,
        koers=zinnen.koers(v.koers),
        dekking=zinnen.dekking(v.totaal),
        rest=zinnen.rest(v),
        ontbreekt=zinnen.ontbreekt(v.totaal) if v.is_opgeteld else "",
        groei=kaarten.groei(v.groei),
    )


def _sectoren(dataset: Dataset, cijfers: EditieCijfers) -> Iterator[tuple[str, tuple[Waarde, ...]]]:
    for sector, totals in cijfers.sectoren.items():
        figures = tuple(t.opgeteld for t in totals.values())
        if any(w.getal is not None for w in figures):
            yield dataset.programma.sectoren[sector], figures
