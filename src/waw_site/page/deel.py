"""The picture of an edition for who shares it: the main figures, and in words how each stands."""

from collections.abc import Iterator, Mapping, Sequence

from waw_site import notation
from waw_site.catalogus import _
from waw_site.chart.spec import Deel, Deelregel
from waw_site.cijfers import EditieCijfers, Voortgang
from waw_site.dataset import Dataset
from waw_site.koers import Koers
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator
from waw_site.page.page import Page
from waw_site.stijl import Kleuren
from waw_site.waarde import Waarde

_MOST = 3  # goals that the picture has room for


def delen(
    dataset: Dataset,
    editions: Mapping[Kwartaal, EditieCijfers],
    made: Sequence[Page],
    kleuren: Kleuren,
) -> Iterator[tuple[str, Deel]]:
    """Of each edition that has a page: where its picture is, and what is on it."""
    for page in made:
        if page.template == "editie.html" and page.kwartaal:
            figures = editions[page.kwartaal]
            yield f"{page.kwartaal}/deel.png", _deel(dataset, figures, kleuren)


def beschrijving(dataset: Dataset, e: EditieCijfers) -> str:
    """What the picture of an edition says, in one sentence for who cannot see it."""
    deel = _deel(dataset, e, ())
    titel = "" if deel.titel in deel.naam else deel.titel
    period = notation.kwartaal(e.kwartaal)
    who = ", ".join(filter(None, (deel.naam, titel, period, deel.regio)))
    if not deel.regels:
        return _("Plaatje met {wie}.").format(wie=who)
    goals = "; ".join(_in_woorden(regel) for regel in deel.regels)
    return _("Plaatje met {wie}, en de stand: {doelen}.").format(wie=who, doelen=goals)


def _in_woorden(regel: Deelregel) -> str:
    reached = " ".join(filter(None, (regel.naam, regel.woord, regel.getal)))
    stand = f"{regel.stand[:1].lower()}{regel.stand[1:]}"
    judged = " ".join(filter(None, (stand, regel.wie)))
    return ", ".join(filter(None, (reached, regel.doel, judged)))


def _deel(dataset: Dataset, e: EditieCijfers, kleuren: Kleuren) -> Deel:
    programma = dataset.programma
    titel = e.editie.titel
    return Deel(
        naam=_("Monitor {naam}").format(naam=programma.naam),
        regio=programma.regio,
        titel=_("Concept: {titel}").format(titel=titel) if e.editie.concept else titel,
        peil=notation.zin(notation.kwartaal(e.kwartaal)),
        regels=tuple(
            _regel(v, programma.indicatoren[i]) for i, v in [*e.voortgang.items()][-_MOST:]
        ),
        kleuren=kleuren,
    )


def _regel(v: Voortgang, about: Indicator) -> Deelregel:
    """One goal; nothing is said of how it stands where nothing can be judged."""
    reached = v.bereikt
    return Deelregel(
        naam=about.label,
        woord=_woord(reached),
        getal=notation.hoeveel(reached.getal, reached.soort) if reached.getal is not None else "",
        doel=_("doel: {getal}").format(getal=notation.waarde(v.doel)) if v.doel else "",
        stand=notation.zin(_(v.koers.oordeel) if v.koers.oordeel else _("niet te beoordelen")),
        wie=_("volgens het programma") if _is_said(v.koers) else "",
        deel=_share(v),
    )


def _woord(w: Waarde) -> str:
    """What stands before a number, or in its place."""
    if w.getal is None:
        return _("afgeschermd") if w.verborgen else _("geen getal gemeld")
    return _(w.kwalificatie) if w.kwalificatie else ""


def _is_said(koers: Koers) -> bool:
    """Whether the status is what the programme says, and not what the rule gives."""
    return koers.oordeel is not None and (koers.overruled or not koers.berekend)


def _share(v: Voortgang) -> float | None:
    """What part of the goal was reached, at most all of it."""
    if v.bereikt.getal is None or v.doel is None or not v.doel.getal:
        return None
    return min(v.bereikt.getal / v.doel.getal, 1.0)
