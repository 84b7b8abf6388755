"""The top of every page: the programme's time, and where one is in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _
from waw_site.chart.spec import Looptijd
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.page.deel import beschrijving
from waw_site.page.page import BEGRIPPEN, HOME, ZOEKEN, adres, editie_url, plaatje_url
from waw_site.stijl import paginanaam

_MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Plaatje:
    """A picture by its address from the root of the site, and what it says."""

    url: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Kop:
    """
    The masthead: the time as blocks and in words, the years under it, and the main links.

    `jaren` are the years with how many blocks each takes; of a long time only some are named.
    `pagina` is what the printed pages of the edition are called, if it belongs to one; `concept`
    says that this edition is not published yet, `vervangen_door` which one took its place.
    `adres` is that of the site, if it is known, `plaatje` the picture that is shown where a page of
    an edition is shared; `beschreven` says whether there is data to tell of.
    """

    pagina: str
    looptijd: Looptijd
    jaren: tuple[tuple[str, int], ...]
    woorden: str
    menu: tuple[tuple[str, str], ...]
    concept: bool
    vervangen_door: tuple[str, str] | None
    adres: str | None
    plaatje: Plaatje | None
    beschreven: bool


def kop(
    dataset: Dataset,
    kwartaal: Kwartaal | None,
    *,
    built: Sequence[Kwartaal],
    cijfers: EditieCijfers | None,
) -> Kop:
    """
    The masthead at *kwartaal*, else at the newest edition.

    *built* have a page, ascending; *cijfers* are those of *kwartaal*, if it is an edition.
    """
    programma = dataset.programma
    at = kwartaal or max(dataset.edities, default=None)
    plan = (programma.plan_in(at) if at else None) or programma.plannen[0]
    whole = max(plan.einde.index - programma.begin.index + 1, 1)
    passed = min(max(at.index - programma.begin.index + 1, 0), whole) if at else 0
    editie = dataset.edities.get(kwartaal) if kwartaal else None
    after = editie.vervangen_door if editie else None
    menu = [(notation.zin(notation.kwartaal(k)), editie_url(k)) for k in built[-1:]]
    menu += [(_("Alle edities"), HOME), (_("Alle projecten"), f"{HOME}#projecten")]
    menu += [(_("Begrippen"), BEGRIPPEN)] if dataset.afkortingen else []
    menu += [(_("Zoeken"), ZOEKEN)]
    return Kop(
        pagina=paginanaam(kwartaal) if kwartaal else "",
        looptijd=Looptijd(whole, passed, programma.ritme.per_blok),
        jaren=tuple(_years(programma.begin, plan.einde)),
        woorden=_passed(at, passed, whole),
        menu=tuple(menu),
        concept=bool(editie and editie.concept),
        vervangen_door=(notation.kwartaal(after), editie_url(after)) if after else None,
        adres=adres(dataset),
        plaatje=_plaatje(dataset, cijfers) if cijfers else None,
        beschreven=any(not dataset.edities[k].concept for k in built),
    )


def _plaatje(dataset: Dataset, cijfers: EditieCijfers) -> Plaatje | None:
    """The picture of an edition; a concept is not shared."""
    if cijfers.editie.concept:
        return None
    return Plaatje(plaatje_url(cijfers.kwartaal), beschrijving(dataset, cijfers))


def _years(begin: Kwartaal, end: Kwartaal) -> Iterator[tuple[str, int]]:
    """Each year that has a name, and the blocks until the next one that has."""
    ritme = begin.ritme
    step = -(-(end.jaar - begin.jaar + 1) // _MOST_YEARS)
    blocks = -(-(end.index - begin.index + 1) // ritme.per_blok)
    starts = range(begin.jaar, end.jaar + 1, step)
    passed = (max(ritme.van(jaar, 1).index - begin.index, 0) for jaar in starts)
    places = [-(-periods // ritme.per_blok) for periods in passed]
    for jaar, place, until in zip(starts, places, [*places[1:], blocks], strict=True):
        if until > place:
            yield str(jaar), until - place


def _passed(at: Kwartaal | None, passed: int, whole: int) -> str:
    """How much of the time is over: in half-years where that can be."""
    if at is None:
        return ""
    now = notation.zin(notation.kwartaal(at))
    if passed >= whole:
        return _("{kwartaal}: het programma is voorbij").format(kwartaal=now)
    n, all_, ritme = passed, whole, at.ritme
    if ritme is Ritme.KWARTAAL and passed % 2 == 0 and whole % 2 == 0:
        n, all_, ritme = passed // 2, whole // 2, Ritme.HALFJAAR
    said = _("{kwartaal}: {voorbij} van de {alle} {perioden} voorbij")
    return said.format(kwartaal=now, voorbij=n, alle=all_, perioden=notation.kwartalen(ritme))
