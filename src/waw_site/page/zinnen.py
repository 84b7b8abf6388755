"""The Dutch sentences that say what the figures say."""

from collections.abc import Sequence
from dataclasses import replace

from waw_site import notation
from waw_site.cijfers import Post, Totaal, Voortgang
from waw_site.koers import Koers, Tussendoel
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.model import Fase, Indicator, Kwalificatie, Oordeel, Plan
from waw_site.notation import zin
from waw_site.waarde import Waarde, telling, verschil
from waw_site.zin import Zin, hoofdletter


def voortgang(v: Voortgang, about: Indicator, ritme: Ritme) -> Zin:
    """How far one goal is, in one or two sentences."""
    first: Zin = (f"{about.label}: er is geen getal gemeld",)
    if v.bereikt.getal is not None:
        first = (f"{about.label}: ", v.bereikt)
    if v.doel and v.doel.getal is not None:
        first = (*first, ", het doel is ", v.doel)
    if v.tussendoel is None:
        return (*first, f". Voor {notation.dit(ritme)} is geen tussendoel gepubliceerd.")
    return (*first, ". ", *hoofdletter(tussendoel(v.tussendoel)), ".")


def te_gaan(v: Voortgang, about: Indicator, plan: Plan, over: Waarde) -> Zin:
    """The goal, by when, and what is left of it; *over* is the time that is left."""
    if v.doel is None or v.doel.getal is None:
        return (f"Er is geen doel voor {notation.dit(plan.einde.ritme)}.",)
    goal: Zin = ("Het doel is ", v.doel, f" {about.eenheid}, {notation.einde(plan.einde)}.")
    if v.bereikt.getal is None:
        return goal
    if v.koers.oordeel is Oordeel.DOEL_BEREIKT:
        return (*goal, " Dat is gehaald.")
    left = verschil(v.doel, v.bereikt, f"{about.label}, nog te gaan")
    if not left.getal or left.getal < 0:
        return goal
    if not over.getal:
        return (*goal, " Er ontbraken er ", left, ".")
    return (*goal, " Nog ", left, " te gaan, in ", over, ".")


def tussendoel(goal: Tussendoel) -> Zin:
    """The goal to date, and whether it was computed."""
    return ("tussendoel ", goal.waarde, " (berekend)" if goal.berekend else "")


def koers(k: Koers) -> Zin:
    """What a status rests on."""
    if k.overruled:
        return ("volgens de redactie",)
    if k.oordeel and not k.berekend:
        return ("volgens het programma zelf",)
    if k.berekend and k.procent is not None:
        return (k.procent, " van het tussendoel")
    if k.berekend:
        return ("het hele doel is gehaald",)
    return (k.waarom_niet,)


def dekking(total: Totaal) -> Zin:
    """On how many reports a sum rests, and who is missing."""
    if not total.verwacht:
        return ("Geen enkel project meldde hier iets over.",)
    if not total.gemeld:
        return ("Geen enkel project meldde een getal.",)
    made = total.opgeteld.herkomst
    terms = [w.herkomst for _, w in made.termen if w.herkomst] if made else []
    reported = telling(((h.naam, h.plaats) for h in terms), "Projecten die een getal meldden")
    if not total.ontbreekt:
        word = "project" if total.verwacht == 1 else "projecten"
        return ("Opgeteld uit ", reported, f" {word}; alle meldden een getal.")
    missing = notation.opsomming(made.ontbreekt) if made else ""
    word = "project" if len(total.gemeld) == 1 else "projecten"
    verb = "meldde" if len(total.ontbreekt) == 1 else "meldden"
    return ("Opgeteld uit ", reported, f" {word}. Geen getal {verb}: {missing}.")


def ontbreekt(total: Totaal) -> str:
    """Who should have reported and did not; empty when no one is missing."""
    made = total.opgeteld.herkomst
    if not total.ontbreekt or made is None:
        return ""
    return f"Hier ontbreekt wat niet gemeld is: {notation.opsomming(made.ontbreekt)}."


def rest(v: Voortgang) -> Zin:
    """What of a published total no project shows; empty when there is nothing to say."""
    vague = v.rest.kwalificatie is Kwalificatie.ONGEVEER  # too little to name
    if v.rest.getal is None or v.rest.getal <= 0 or vague:
        return ()
    return (
        "De projecten op deze pagina geven samen ",
        v.totaal.getoond,
        ". De overige ",
        v.rest,
        " zijn niet uitgesplitst in de bron.",
    )


def verloop(reeksen: Sequence[tuple[str, Sequence[tuple[Kwartaal, Waarde]]]]) -> Zin:
    """From where to where each line goes: per line its name, and its readings in time."""
    sentences: list[Zin] = []
    for naam, punten in reeksen:
        known = [(k, w) for k, w in punten if w.getal is not None]
        if not known:
            sentences.append((f"{zin(naam)}: geen getallen gemeld.",))
            continue
        when, first = known[0]
        if len(known) == 1:
            words = f" in het {notation.kwartaal(when)}."
            sentences.append((f"{zin(naam)}: ", first, words))
            continue
        until, last = known[-1]
        sentences.append(
            (
                f"{zin(naam)}: van ",
                first,
                f" in het {notation.kwartaal(when)} naar ",
                last,
                f" in het {notation.kwartaal(until)}.",
            )
        )
    return _joined(sentences)


def _joined(sentences: Sequence[Zin]) -> Zin:
    parts: Zin = ()
    for n, sentence in enumerate(sentences):
        parts = (*parts, *((" ",) if n else ()), *sentence)
    return parts


def fase(post: Post) -> str:
    """The status of a project, since when, in a few words."""
    if post.status is None:
        return "nog niet begonnen"
    word = str(post.status.fase)
    since = post.status.vanaf
    if since and post.status.fase in (Fase.AFGEROND, Fase.GESTOPT):
        return f"{word} in het {notation.kwartaal(since)}"
    return word


def groei(w: Waarde, since: str) -> Zin:
    """What came in addition since the previous edition; empty when unknown."""
    if w.getal is None:
        return ()
    if w.getal == 0:
        return (f"evenveel als in het {since}",)
    if w.getal > 0:
        return (w, f" erbij sinds het {since}")
    return (_less(w), f" minder sinds het {since}")


def _less(w: Waarde) -> Waarde:
    """A fall as the number that went: what was then, less what is now."""
    made = w.herkomst
    if made and len(made.termen) == 2:
        (_, now), (_, then) = made.termen
        made = replace(made, termen=(("", then), ("−", now)), cijfer="")
    return replace(w, getal=abs(w.getal or 0), herkomst=made)
