"""The Dutch sentences that say what the figures say."""

from collections.abc import Sequence
from dataclasses import replace

from waw_site import notation
from waw_site.chart.spec import Reeks
from waw_site.cijfers import Post, Totaal, Voortgang
from waw_site.koers import Koers, Tussendoel
from waw_site.model import Fase, Indicator, Programma
from waw_site.notation import aantal, zin
from waw_site.waarde import NIET_GEMELD, Waarde

_PROJECTEN = ("project", "projecten")


def voortgang(v: Voortgang, about: Indicator) -> str:
    """How far one goal is, in one or two sentences."""
    goal = v.doel.totaal if v.doel and isinstance(v.doel.totaal, int) else None
    if v.bereikt.getal is None:
        first = f"{about.label}: er is geen getal gemeld"
    else:
        first = f"{about.label}: {notation.waarde(v.bereikt)}"
    if goal is not None:
        first += f", het doel is {notation.getal(goal)}"
    if v.tussendoel is None:
        return f"{first}. Voor dit kwartaal is geen tussendoel gepubliceerd."
    return f"{first}. {zin(tussendoel(v.tussendoel))}."


def tussendoel(goal: Tussendoel) -> str:
    """The goal to date, and whether it was computed."""
    text = f"tussendoel {notation.getal(goal.getal)}"
    return f"{text} (berekend)" if goal.berekend else text


def koers(k: Koers) -> str:
    """What a status rests on."""
    if k.overruled:
        return "volgens de redactie"
    if k.oordeel and not k.berekend:
        return "volgens het programma zelf"
    if k.berekend and k.procent is not None:
        return f"{k.procent} procent van het tussendoel"
    if k.berekend:
        return "het hele doel is gehaald"
    return k.waarom_niet


def dekking(total: Totaal) -> str:
    """On how many reports a sum rests."""
    if not total.verwacht:
        return "Geen enkel project meldde hier iets over."
    if not total.ontbreekt:
        return f"Opgeteld uit {aantal(total.verwacht, *_PROJECTEN)}; alle meldden een getal."
    return (
        f"Opgeteld uit {notation.getal(len(total.gemeld))} van de "
        f"{notation.getal(total.verwacht)} projecten; de andere meldden geen getal."
    )


def rest(v: Voortgang) -> str:
    """What of a published total no project shows; empty when there is nothing to say."""
    if v.rest.getal is None or v.rest.getal <= 0:
        return ""
    return (
        f"De projecten op deze pagina geven samen {notation.waarde(v.totaal.opgeteld)}. "
        f"De overige {notation.waarde(v.rest)} zijn niet uitgesplitst in de bron."
    )


def vergelijking(posten: Sequence[Post], programma: Programma) -> str:
    """Which project of a category is ahead, on the last counted indicator that any reports."""
    for indicator in reversed(programma.counted):
        reported = [p for p in posten if p.cijfers.get(indicator, NIET_GEMELD).getal is not None]
        if not reported:
            continue
        best = max(reported, key=lambda p: p.cijfers[indicator].getal or 0)
        label = programma.indicatoren[indicator].label.lower()
        figure = notation.waarde(best.cijfers[indicator])
        if len(reported) == 1:
            return f"{zin(label)}: {best.naam} meldt {figure}."
        return (
            f"{zin(label)}: van {aantal(len(reported), *_PROJECTEN)} heeft {best.naam} de meeste, "
            f"{figure}."
        )
    return ""


def verloop(reeksen: Sequence[Reeks]) -> str:
    """From where to where each line goes."""
    sentences = []
    for reeks in reeksen:
        known = [p for p in reeks.punten if p.waarde.getal is not None]
        if not known:
            sentences.append(f"{zin(reeks.naam)}: geen getallen gemeld.")
        elif len(known) == 1:
            when = notation.kwartaal(known[0].kwartaal)
            sentences.append(f"{zin(reeks.naam)}: {known[0].label} in het {when}.")
        else:
            first, last = known[0], known[-1]
            sentences.append(
                f"{zin(reeks.naam)}: van {first.label} in het {notation.kwartaal(first.kwartaal)} "
                f"naar {last.label} in het {notation.kwartaal(last.kwartaal)}."
            )
    return " ".join(sentences)


def fase(post: Post) -> str:
    """The status of a project, since when, in a few words."""
    if post.status is None:
        return "nog niet begonnen"
    word = str(post.status.fase)
    since = post.status.vanaf
    if since and post.status.fase in (Fase.AFGEROND, Fase.GESTOPT):
        return f"{word} in het {notation.kwartaal(since)}"
    return word


def groei(w: Waarde, since: str) -> str:
    """What came in addition since the previous edition; empty when unknown."""
    if w.getal is None:
        return ""
    if w.getal == 0:
        return f"evenveel als in het {since}"
    number = notation.waarde(replace(w, getal=abs(w.getal)))
    return f"{number} {'erbij' if w.getal > 0 else 'minder'} sinds het {since}"
