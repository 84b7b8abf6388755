"""The charts through time: of the programme, an indicator, a project and a municipality."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _
from waw_site.chart.spec import Helling, Punt, Reeks, Stap, Tijdlijn, Vlag
from waw_site.cijfers import EditieCijfers, Post
from waw_site.dataset import Dataset
from waw_site.gelezen import gemeld, plandoel
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.model import Plan, Programma
from waw_site.model.programma import rang
from waw_site.page import zinnen
from waw_site.page.grafiek import Cel, Grafiek, Grafiektabel
from waw_site.waarde import NIET_GEMELD, Waarde


@dataclass(frozen=True, slots=True)
class _Lijn:
    """One line through time: its readings in full, each with whether it stands alone (`los`)."""

    soort: int
    naam: str
    punten: tuple[tuple[Kwartaal, Waarde, bool], ...]

    @property
    def reeks(self) -> Reeks:
        """The line as it is drawn."""
        return Reeks(
            self.soort,
            self.naam,
            tuple(Punt(k, w.kaal, notation.waarde(w), los) for k, w, los in self.punten),
        )

    @property
    def readings(self) -> tuple[str, tuple[tuple[Kwartaal, Waarde], ...]]:
        """The line as it is told."""
        return self.naam, tuple((k, w) for k, w, _ in self.punten)


def sinds(dataset: Dataset, post: Post, vorige: Kwartaal, kwartaal: Kwartaal) -> Grafiek | None:
    """A project then and now, on the counted indicators that it reported both times."""
    programma = dataset.programma
    lijnen = []
    for i in programma.counted:
        if post.groei.get(i, NIET_GEMELD).getal is not None:
            then = gemeld(dataset, post.slug, vorige, i)
            word = post.project.labels.get(i, programma.indicatoren[i].kort)
            readings = ((vorige, then, False), (kwartaal, post.cijfers[i], False))
            lijnen.append(_Lijn(programma.rang(i), word, readings))
    if not lijnen:
        return None
    steps = tuple(
        Stap(
            lijn.soort,
            lijn.naam,
            toen=lijn.punten[0][1].kaal,
            toen_label=notation.waarde(lijn.punten[0][1]),
            nu=lijn.punten[1][1].kaal,
            nu_label=notation.waarde(lijn.punten[1][1]),
        )
        for lijn in lijnen
    )
    return Grafiek(
        naam=f"{post.slug}-sinds",
        titel=_("{naam}: sinds de vorige editie").format(naam=post.naam),
        bevinding=zinnen.verloop([lijn.readings for lijn in lijnen]),
        tekening=Helling(notation.kort(vorige), notation.kort(kwartaal), steps),
        tabel=_over_time(lijnen),
    )


def edities(editions: Sequence[EditieCijfers], programma: Programma) -> Grafiek:
    """All counted indicators over the editions."""
    lijnen = tuple(
        _Lijn(programma.rang(i), programma.indicatoren[i].kort, _over(editions, i))
        for i in programma.counted
    )
    titel = _("Het programma door de tijd")
    return _timeline("verloop", titel, lijnen, programma.begin, _end(editions, programma))


def trend(dataset: Dataset, editions: Sequence[EditieCijfers], indicator: str) -> Grafiek:
    """One indicator over the editions, with a flag for the goal of every plan."""
    programma = dataset.programma
    about = programma.indicatoren[indicator]
    points = _over(editions, indicator)
    rank = programma.rang(indicator)
    goals = list(_goals(dataset, indicator))
    tabel = _over_time([_Lijn(rank, about.kort, points)])
    rows = tuple((f"{notation.zin(word)}, {notation.einde(p.einde)}", w) for p, w, word in goals)
    latest = goals[-1][0] if goals else None
    flags = tuple(Vlag(p.einde, w.getal or 0, word, geldt=p is latest) for p, w, word in goals)
    lijn = _Lijn(rank, about.label.lower(), points)
    bare = Reeks(rank, "", lijn.reeks.punten)
    return Grafiek(
        naam=f"{indicator}-door-de-tijd",
        titel=_through_time(about.label),
        bevinding=zinnen.verloop([lijn.readings]),
        tekening=Tijdlijn(programma.begin, _end(editions, programma), (bare,), flags),
        tabel=Grafiektabel(tabel.kop, (*tabel.rijen, *rows)),
    )


def _goals(dataset: Dataset, indicator: str) -> Iterable[tuple[Plan, Waarde, str]]:
    """Per plan with a goal for *indicator*: the plan, the goal, and what to call it."""
    plannen = sorted(dataset.programma.plannen, key=lambda p: p.vanaf)
    for n, plan in enumerate(plannen):
        last = n == len(plannen) - 1
        for doel in plan.doelen:
            if doel.indicator == indicator and isinstance(doel.totaal, int):
                word = _("eerder doel")
                if last or n == 0:
                    word = _("doel") if last else _("eerste doel")
                yield plan, plandoel(dataset, plan, doel), word


def project(dataset: Dataset, slug: str, editions: Sequence[EditieCijfers]) -> Grafiek | None:
    """
    A project through its quarters: those of its positions and of the *editions* that list it.

    The counted indicators, or where it has none of them, its first three counts; None when
    nothing was ever reported.
    """
    programma, project = dataset.programma, dataset.projecten[slug]
    standen = dataset.standen.get(slug, {})
    listed = {e.kwartaal for e in editions}
    quarters = sorted({*standen, *listed})
    chosen = _reported(dataset, slug, programma.counted) or _reported(
        dataset, slug, [i for i, about in programma.indicatoren.items() if about.soort == "aantal"]
    )
    lijnen = tuple(
        _Lijn(
            rank,
            project.labels.get(i, programma.indicatoren[i].kort),
            _through(dataset, slug, i, listed),
        )
        for rank, i in _ranked(chosen[:3], programma)
    )
    if not lijnen:
        return None
    begin = min(programma.begin, quarters[0])
    end = max(_end(editions, programma), quarters[-1])
    return _timeline("door-de-tijd", _through_time(project.naam), lijnen, begin, end)


def _reported(dataset: Dataset, slug: str, indicators: Sequence[str]) -> list[str]:
    standen = dataset.standen.get(slug, {}).values()
    return [
        i
        for i in indicators
        if any(i in s.cijfers and isinstance(s.cijfers[i].waarde, int) for s in standen)
    ]


def _ranked(chosen: Sequence[str], programma: Programma) -> list[tuple[int, str]]:
    """Each indicator with its look: that of the programme, or else by its place."""
    counted = programma.counted
    if any(i in counted for i in chosen):
        return [(programma.rang(i), i) for i in chosen if i in counted]
    return [(rang(n, len(chosen)), i) for n, i in enumerate(chosen)]


def _through(
    dataset: Dataset, slug: str, indicator: str, listed: set[Kwartaal]
) -> tuple[tuple[Kwartaal, Waarde, bool], ...]:
    """A point per position that has the indicator, and a gap for every edition without."""
    standen = dataset.standen.get(slug, {})
    quarters = sorted({*(k for k, s in standen.items() if indicator in s.cijfers), *listed})
    return tuple((k, gemeld(dataset, slug, k, indicator), False) for k in quarters)


def gemeente(
    dataset: Dataset, naam: str, through: Sequence[tuple[Kwartaal, tuple[Waarde, ...]]]
) -> Grafiek | None:
    """A municipality through the editions; None where too little is shown to draw."""
    programma = dataset.programma
    lijnen = tuple(
        _Lijn(
            programma.rang(i),
            programma.indicatoren[i].kort,
            tuple((k, row[n], False) for k, row in through),
        )
        for n, i in enumerate(programma.counted)
        if any(row[n].getal is not None for _k, row in through)
    )
    if not lijnen or len(through) < 2:
        return None
    end = max(k for k, _row in through)
    return _timeline("door-de-tijd", _through_time(naam), lijnen, programma.begin, end)


def _over(
    editions: Sequence[EditieCijfers], indicator: str
) -> tuple[tuple[Kwartaal, Waarde, bool], ...]:
    progress = [(e.kwartaal, e.voortgang[indicator]) for e in editions]
    return tuple((kwartaal, v.bereikt, not v.volledig) for kwartaal, v in progress)


def _end(editions: Sequence[EditieCijfers], programma: Programma) -> Kwartaal:
    ends = [e.kwartaal for e in editions] + [plan.einde for plan in programma.plannen]
    return max(ends, default=programma.begin)


def _timeline(
    naam: str, titel: str, lijnen: Sequence[_Lijn], begin: Kwartaal, end: Kwartaal
) -> Grafiek:
    return Grafiek(
        naam=naam,
        titel=titel,
        bevinding=zinnen.verloop([lijn.readings for lijn in lijnen]),
        tekening=Tijdlijn(begin, end, tuple(lijn.reeks for lijn in lijnen)),
        tabel=_over_time(lijnen),
    )


def _over_time(lijnen: Sequence[_Lijn]) -> Grafiektabel:
    """A row per quarter, a column per line."""
    quarters = sorted({k for lijn in lijnen for k, _, _ in lijn.punten})
    values = [{k: w for k, w, _ in lijn.punten} for lijn in lijnen]
    rows: tuple[tuple[Cel, ...], ...] = tuple(
        (notation.zin(notation.kwartaal(k)), *(v.get(k, NIET_GEMELD) for v in values))
        for k in quarters
    )
    ritme = next((k.ritme for k in quarters), Ritme.KWARTAAL)
    return Grafiektabel((notation.periode(ritme), *(lijn.naam for lijn in lijnen)), rows)


def _through_time(wat: str) -> str:
    return _("{wat} door de tijd").format(wat=wat)
