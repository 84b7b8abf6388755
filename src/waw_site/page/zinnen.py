"""The sentences that say what the figures say."""

from collections.abc import Sequence
from dataclasses import replace

from waw_site import notation
from waw_site.catalogus import _, ngettext
from waw_site.cijfers import Post, Totaal, Voortgang
from waw_site.koers import Koers, Tussendoel
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.model import Fase, Indicator, Kwalificatie, Oordeel, Plan
from waw_site.notation import zin
from waw_site.waarde import Waarde, telling, verschil
from waw_site.zin import Zin, hoofdletter, samen, vul


def voortgang(v: Voortgang, about: Indicator, ritme: Ritme) -> Zin:
    """How far one goal is, in one or two sentences."""
    if v.tussendoel is None:
        said = _("Voor {dit} is geen tussendoel gepubliceerd.")
        second: Zin = (said.format(dit=notation.dit(ritme)),)
    else:
        second = vul("{tussendoel}.", tussendoel=hoofdletter(tussendoel(v.tussendoel)))
    return samen([_first(v, about), second])


def _first(v: Voortgang, about: Indicator) -> Zin:
    """What was reached, and the goal."""
    goal = v.doel if v.doel and v.doel.getal is not None else None
    if v.bereikt.getal is None and goal is None:
        return vul(_("{label}: er is geen getal gemeld."), label=about.label)
    if v.bereikt.getal is None and goal:
        said = _("{label}: er is geen getal gemeld, het doel is {doel}.")
        return vul(said, label=about.label, doel=goal)
    if goal is None:
        return vul("{label}: {bereikt}.", label=about.label, bereikt=v.bereikt)
    said = _("{label}: {bereikt}, het doel is {doel}.")
    return vul(said, label=about.label, bereikt=v.bereikt, doel=goal)


def te_gaan(v: Voortgang, about: Indicator, plan: Plan, over: Waarde) -> Zin:
    """The goal, by when, and what is left of it; *over* is the time that is left."""
    if v.doel is None or v.doel.getal is None:
        said = _("Er is geen doel voor {dit}.")
        return (said.format(dit=notation.dit(plan.einde.ritme)),)
    goal = vul(
        _("Het doel is {doel} {eenheid}, {einde}."),
        doel=v.doel,
        eenheid=about.eenheid,
        einde=notation.einde(plan.einde),
    )
    if v.bereikt.getal is None:
        return goal
    if v.koers.oordeel is Oordeel.DOEL_BEREIKT:
        return samen([goal, (_("Dat is gehaald."),)])
    named = _("{wat}, nog te gaan").format(wat=about.label)
    left = verschil(v.doel, v.bereikt, named)
    if not left.getal or left.getal < 0:
        return goal
    if not over.getal:
        return samen([goal, vul(_("Er ontbraken er {rest}."), rest=left)])
    return samen([goal, vul(_("Nog {rest} te gaan, in {tijd}."), rest=left, tijd=over)])


def tussendoel(goal: Tussendoel) -> Zin:
    """The goal to date, and whether it was computed."""
    said = _("tussendoel {getal} (berekend)") if goal.berekend else _("tussendoel {getal}")
    return vul(said, getal=goal.waarde)


def koers(k: Koers) -> Zin:
    """What a status rests on."""
    if k.overruled:
        return (_("volgens de redactie"),)
    if k.oordeel and not k.berekend:
        return (_("volgens het programma zelf"),)
    if k.berekend and k.procent is not None:
        return vul(_("{procent} van het tussendoel"), procent=k.procent)
    if k.berekend:
        return (_("het hele doel is gehaald"),)
    return (k.waarom_niet,)


def dekking(total: Totaal) -> Zin:
    """On how many reports a sum rests, and who is missing."""
    if not total.verwacht:
        return (_("Geen enkel project meldde hier iets over."),)
    if not total.gemeld:
        return (_("Geen enkel project meldde een getal."),)
    made = total.opgeteld.herkomst
    terms = [w.herkomst for _sign, w in made.termen if w.herkomst] if made else []
    reported = telling(((h.naam, h.plaats) for h in terms), _("Projecten die een getal meldden"))
    number = len(total.gemeld)
    if not total.ontbreekt:
        said = ngettext(
            "Opgeteld uit {gemeld} project; alle meldden een getal.",
            "Opgeteld uit {gemeld} projecten; alle meldden een getal.",
            number,
        )
        return vul(said, gemeld=reported)
    first = ngettext("Opgeteld uit {gemeld} project.", "Opgeteld uit {gemeld} projecten.", number)
    second = ngettext(
        "Geen getal meldde: {wie}.", "Geen getal meldden: {wie}.", len(total.ontbreekt)
    )
    who = notation.opsomming(made.ontbreekt) if made else ""
    return samen([vul(first, gemeld=reported), vul(second, wie=who)])


def ontbreekt(total: Totaal) -> str:
    """Who should have reported and did not; empty when no one is missing."""
    made = total.opgeteld.herkomst
    if not total.ontbreekt or made is None:
        return ""
    who = notation.opsomming(made.ontbreekt)
    return _("Hier ontbreekt wat niet gemeld is: {wie}.").format(wie=who)


def rest(v: Voortgang) -> Zin:
    """What of a published total no project shows; empty when there is nothing to say."""
    vague = v.rest.kwalificatie is Kwalificatie.ONGEVEER  # too little to name
    if v.rest.getal is None or v.rest.getal <= 0 or vague:
        return ()
    said = _(
        "De projecten op deze pagina geven samen {opgeteld}. "
        "De overige {rest} zijn niet uitgesplitst in de bron."
    )
    return vul(said, opgeteld=v.totaal.getoond, rest=v.rest)


def verloop(reeksen: Sequence[tuple[str, Sequence[tuple[Kwartaal, Waarde]]]]) -> Zin:
    """From where to where each line goes: per line its name, and its readings in time."""
    return samen(
        _course(zin(naam), [(k, w) for k, w in punten if w.getal is not None])
        for naam, punten in reeksen
    )


def _course(naam: str, known: Sequence[tuple[Kwartaal, Waarde]]) -> Zin:
    if not known:
        return vul(_("{naam}: geen getallen gemeld."), naam=naam)
    (when, first), (until, last) = known[0], known[-1]
    begin, end = notation.kwartaal(when), notation.kwartaal(until)
    if len(known) == 1:
        said = _("{naam}: {getal} in het {kwartaal}.")
        return vul(said, naam=naam, getal=first, kwartaal=begin)
    said = _("{naam}: van {eerst} in het {begin} naar {nu} in het {eind}.")
    return vul(said, naam=naam, eerst=first, begin=begin, nu=last, eind=end)


def fase(post: Post) -> str:
    """The status of a project, since when, in a few words."""
    if post.status is None:
        return _("nog niet begonnen")
    word = _(post.status.fase)
    since = post.status.vanaf
    if since and post.status.fase in (Fase.AFGEROND, Fase.GESTOPT):
        said = _("{fase} in het {kwartaal}")
        return said.format(fase=word, kwartaal=notation.kwartaal(since))
    return word


def groei(w: Waarde, since: str) -> Zin:
    """What came in addition since the previous edition; empty when unknown."""
    if w.getal is None:
        return ()
    if w.getal == 0:
        return vul(_("evenveel als in het {kwartaal}"), kwartaal=since)
    if w.getal > 0:
        return vul(_("{getal} erbij sinds het {kwartaal}"), getal=w, kwartaal=since)
    return vul(_("{getal} minder sinds het {kwartaal}"), getal=_less(w), kwartaal=since)


def _less(w: Waarde) -> Waarde:
    """A fall as the number that went: what was then, less what is now."""
    made = w.herkomst
    if made and len(made.termen) == 2:
        (_, now), (_, then) = made.termen
        made = replace(made, termen=(("", then), ("−", now)), cijfer="")
    return replace(w, getal=abs(w.getal or 0), herkomst=made)
