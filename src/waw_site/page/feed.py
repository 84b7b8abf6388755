"""
The feed of the site: every edition, document and erratum, as Atom (RFC 4287).

Where the site does not know its own address links are relative, as they may be. No clock is read:
an entry is as old as what it tells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kenmerk import kenmerk
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.page import errata
from waw_site.page.page import FEED, Page, adres, editie_url, shared
from waw_site.page.uitgegeven import Uitgegeven, uitgegeven
from waw_site.zin import Zin


@dataclass(frozen=True, slots=True)
class Bericht:
    """One entry: what it is, when, where, and in a few sentences."""

    id: str
    titel: str
    bijgewerkt: str
    url: str
    zinnen: tuple[Zin, ...]


def page(dataset: Dataset, editions: Sequence[EditieCijfers]) -> Page:
    """The feed, the newest first."""
    programma = dataset.programma
    found = [b for e in editions for b in _berichten(dataset, e)]
    apart = uitgegeven(dataset, (e.kwartaal for e in editions))
    found += [_stuk(u) for u in apart if not u.is_editie]
    found.sort(key=lambda b: (b.bijgewerkt, b.url, b.id), reverse=True)
    begin = _moment(None, programma.begin)
    return Page(
        path=FEED,
        template="feed.xml",
        context={
            **shared(dataset),
            "titel": _("Monitor {naam}").format(naam=programma.naam),
            "id": kenmerk(programma),
            "adres": adres(dataset) or "",
            "bijgewerkt": max((b.bijgewerkt for b in found), default=begin),
            "berichten": tuple(found),
        },
    )


def _stuk(u: Uitgegeven) -> Bericht:
    """A document."""
    what = _("{soort} bij de monitor van het {kwartaal}.")
    told = what.format(soort=u.soort, kwartaal=notation.kwartaal(u.kwartaal))
    return Bericht(u.kenmerk, u.titel, _moment(u.datum, u.kwartaal), u.url, ((told,),))


def _berichten(dataset: Dataset, e: EditieCijfers) -> list[Bericht]:
    """An edition, and each of its errata."""
    editie, when = e.editie, notation.kwartaal(e.kwartaal)
    title = f"{editie.titel}, {when}"
    url = editie_url(e.kwartaal)
    about = dataset.programma.indicatoren
    told: tuple[Zin, ...] = tuple(
        (f"{about[i].label}: ", v.bereikt, ".")
        for i, v in e.voortgang.items()
        if v.bereikt.getal is not None
    )
    if after := editie.vervangen_door:
        replaced = _("Vervangen door de editie van het {kwartaal}.")
        told = ((replaced.format(kwartaal=notation.kwartaal(after)),), *told)
    appeared = _moment(editie.verschenen, e.kwartaal)
    headline = _("Concept: {titel}").format(titel=title) if editie.concept else title
    key = kenmerk(dataset.programma, e.kwartaal)
    found = [Bericht(key, headline, appeared, url, told)]
    rows = errata.regels(dataset, e)
    for n, erratum in enumerate(reversed(rows)):  # the oldest first, so that ids stay
        key = kenmerk(dataset.programma, e.kwartaal, str(erratum.datum), str(n))
        why = ((erratum.reden,), *(((erratum.gevolg,),) if erratum.gevolg else ()))
        texts = tuple((_("Verbeterde tekst: {tekst}.").format(tekst=t),) for t in erratum.teksten)
        was = _("{naam}: {nu} (was {was}).")
        changed = tuple((was.format(naam=naam, nu=h.nu, was=h.was),) for naam, h in erratum.cijfers)
        moment = _moment(erratum.datum, e.kwartaal)
        headline = _("Erratum: {titel}").format(titel=title)
        found.append(Bericht(key, headline, moment, url, (*changed, *texts, *why)))
    return found


def _moment(datum: Datum | None, kwartaal: Kwartaal) -> str:
    """A day as Atom writes it: *datum*, or the first that it may be after the quarter."""
    if datum is None:
        return f"{kwartaal.next.eerste_dag}T00:00:00Z"
    first = f"{datum.jaar}-{datum.maand or 1:02d}-{datum.dag or 1:02d}T00:00:00Z"
    return first if datum.dag else max(first, _moment(None, kwartaal))
