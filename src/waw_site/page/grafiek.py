"""The charts of the pages: what is drawn, its title, its finding, and the table of its figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from waw_site import notation
from waw_site.chart.spec import Lat, Punt, Reeks, Staaf, Staven, Tekening, Tijdlijn, Vlag
from waw_site.cijfers import EditieCijfers, Post, Voortgang
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator, Programma, Project, Stand
from waw_site.page import zinnen
from waw_site.waarde import NIET_GEMELD, Waarde, doelwaarde, waarde

Cel = str | Waarde


@dataclass(frozen=True, slots=True)
class Tabel:
    """The figures of a chart: a head, and rows that begin with their name."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart on a page; `bevinding` says in a sentence what it shows."""

    titel: str
    bevinding: str
    tekening: Tekening
    tabel: Tabel


def voortgang(v: Voortgang, about: Indicator) -> Grafiek:
    """How far the programme is towards one goal."""
    label = notation.waarde(v.bereikt) if v.bereikt.getal is not None else "geen getal gemeld"
    doel = v.doel.totaal if v.doel and isinstance(v.doel.totaal, int) else None
    until = v.tussendoel
    return Grafiek(
        titel=about.label,
        bevinding=zinnen.voortgang(v, about),
        tekening=Lat(
            bereikt=replace(v.bereikt, noot=None, plaats=None),
            label=f"{label} opgeteld" if v.is_opgeteld else label,
            doel=doel,
            tussendoel=until.getal if until else None,
            tussendoel_label=zinnen.tussendoel(until) if until else "",
        ),
        tabel=Tabel(
            ("", about.eenheid),
            (
                ("Opgeteld uit de projecten" if v.is_opgeteld else "Bereikt", v.bereikt),
                ("Tussendoel", Waarde(until.getal) if until else NIET_GEMELD),
                ("Doel", doelwaarde(v.doel) if v.doel else NIET_GEMELD),
            ),
        ),
    )


def rubriek(posten: Sequence[Post], programma: Programma, naam: str) -> Grafiek | None:
    """The projects of a category compared, without parts; None with nothing to compare."""
    counted = programma.counted
    shown = [
        p
        for p in posten
        if not p.meegeteld_in
        and any(p.cijfers.get(i, NIET_GEMELD).getal is not None for i in counted)
    ]
    if len(shown) < 2:
        return None
    groups = tuple((p.naam, tuple(_bars(p, programma))) for p in shown)
    heads = tuple(programma.indicatoren[i].kort for i in counted)
    rows: tuple[tuple[Cel, ...], ...] = tuple(
        (p.naam, *(p.cijfers.get(i, NIET_GEMELD) for i in counted)) for p in shown
    )
    return Grafiek(
        titel=f"{naam}: de projecten vergeleken",
        bevinding=zinnen.vergelijking(shown, programma),
        tekening=Staven(groups),
        tabel=Tabel(("Project", *heads), rows),
    )


def _bars(post: Post, programma: Programma) -> list[Staaf]:
    bars = []
    for rank, indicator in enumerate(programma.counted):
        figure = post.cijfers.get(indicator)
        word = post.project.labels.get(indicator, programma.indicatoren[indicator].kort)
        if figure is None or figure.nvt:
            continue
        text = notation.waarde(figure) if figure.getal is not None else "niet gemeld:"
        bars.append(Staaf(rank, replace(figure, noot=None, plaats=None), f"{text} {word}"))
    return bars


def verloop(editions: Sequence[EditieCijfers], programma: Programma) -> Grafiek:
    """All counted indicators over the editions."""
    reeksen = tuple(
        Reeks(rank, programma.indicatoren[i].kort, _over(editions, i))
        for rank, i in enumerate(programma.counted)
    )
    return Grafiek(
        titel="Het programma door de tijd",
        bevinding=zinnen.verloop(reeksen),
        tekening=Tijdlijn(programma.begin, _end(editions, programma), reeksen),
        tabel=_over_time(reeksen),
    )


def trend(editions: Sequence[EditieCijfers], programma: Programma, indicator: str) -> Grafiek:
    """One indicator over the editions, with a flag for the goal of every plan."""
    about = programma.indicatoren[indicator]
    reeks = Reeks(programma.counted.index(indicator), "", _over(editions, indicator))
    flags = _flags(programma, indicator)
    tabel = _over_time((replace(reeks, naam=about.kort),))
    goals = tuple(
        (f"{notation.zin(f.naam)}, {notation.einde(f.kwartaal)}", Waarde(f.getal)) for f in flags
    )
    return Grafiek(
        titel=f"{about.label} door de tijd",
        bevinding=zinnen.verloop((replace(reeks, naam=about.label.lower()),)),
        tekening=Tijdlijn(programma.begin, _end(editions, programma), (reeks,), flags),
        tabel=Tabel(tabel.kop, (*tabel.rijen, *goals)),
    )


def _flags(programma: Programma, indicator: str) -> tuple[Vlag, ...]:
    found = []
    for n, plan in enumerate(plannen := sorted(programma.plannen, key=lambda p: p.vanaf)):
        last = n == len(plannen) - 1
        for doel in plan.doelen:
            if doel.indicator == indicator and isinstance(doel.totaal, int):
                word = "doel" if last else "eerste doel" if n == 0 else "eerder doel"
                found.append(Vlag(plan.einde, doel.totaal, word, geldt=last))
    return tuple(found)


def _over(editions: Sequence[EditieCijfers], indicator: str) -> tuple[Punt, ...]:
    progress = [(e.kwartaal, e.voortgang[indicator]) for e in editions]
    return tuple(_punt(kwartaal, v.bereikt, los=not v.volledig) for kwartaal, v in progress)


def _punt(kwartaal: Kwartaal, w: Waarde, *, los: bool = False) -> Punt:
    return Punt(kwartaal, replace(w, noot=None, plaats=None), notation.waarde(w), los)


def _end(editions: Sequence[EditieCijfers], programma: Programma) -> Kwartaal:
    ends = [e.kwartaal for e in editions] + [plan.einde for plan in programma.plannen]
    return max(ends, default=programma.begin)


def _over_time(reeksen: Sequence[Reeks]) -> Tabel:
    """A row per quarter, a column per line."""
    quarters = sorted({p.kwartaal for r in reeksen for p in r.punten})
    values = [{p.kwartaal: p.waarde for p in r.punten} for r in reeksen]
    rows: tuple[tuple[Cel, ...], ...] = tuple(
        (notation.zin(notation.kwartaal(k)), *(v.get(k, NIET_GEMELD) for v in values))
        for k in quarters
    )
    return Tabel(("Kwartaal", *(r.naam for r in reeksen)), rows)


def project(
    project: Project,
    standen: Mapping[Kwartaal, Stand],
    editions: Sequence[EditieCijfers],
    programma: Programma,
) -> Grafiek | None:
    """
    A project through its quarters: those of its positions and of the editions that list it.

    The counted indicators, or where it has none of them, its first three counts; None when
    nothing was ever reported.
    """
    listed = {e.kwartaal for e in editions}
    quarters = sorted({*standen, *listed})
    chosen = _reported(programma.counted, standen) or _reported(
        [i for i, about in programma.indicatoren.items() if about.soort == "aantal"], standen
    )
    reeksen = tuple(
        Reeks(
            min(rank, 2),
            project.labels.get(i, programma.indicatoren[i].kort),
            _through(i, listed, standen),
        )
        for rank, i in _ranked(chosen[:3], programma)
    )
    if not reeksen:
        return None
    end = max(_end(editions, programma), quarters[-1])
    return Grafiek(
        titel=f"{project.naam} door de tijd",
        bevinding=zinnen.verloop(reeksen),
        tekening=Tijdlijn(min(programma.begin, quarters[0]), end, reeksen),
        tabel=_over_time(reeksen),
    )


def _reported(indicators: Sequence[str], standen: Mapping[Kwartaal, Stand]) -> list[str]:
    return [
        i
        for i in indicators
        if any(i in s.cijfers and isinstance(s.cijfers[i].waarde, int) for s in standen.values())
    ]


def _ranked(chosen: Sequence[str], programma: Programma) -> list[tuple[int, str]]:
    counted = programma.counted
    return [(counted.index(i) if i in counted else n, i) for n, i in enumerate(chosen)]


def _through(
    indicator: str, listed: set[Kwartaal], standen: Mapping[Kwartaal, Stand]
) -> tuple[Punt, ...]:
    """A point per position that has the indicator, and a gap for every edition without."""
    found = {k: waarde(s.cijfers[indicator]) for k, s in standen.items() if indicator in s.cijfers}
    quarters = sorted({*found, *listed})
    return tuple(_punt(kwartaal, found.get(kwartaal, NIET_GEMELD)) for kwartaal in quarters)
