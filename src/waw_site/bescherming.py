"""
Disclosure control: which numbers are not shown, so that nobody can be found in those that are.

First what the policy of the programme hides by itself (primary), then what must be hidden beside it
so that nothing gives it back (secondary). Quarter by quarter: what an earlier quarter showed is
known by then, and is not hidden any more.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from waw_site.aggregate import aggregate
from waw_site.cel import NIET_VERDEELD, Cel, Cellen, Niveau
from waw_site.cellen import cellen
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import PROGRAMMA, Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Programma
from waw_site.notation import VERBORGEN
from waw_site.problem import Problem
from waw_site.uitgesplitst import plaats


@dataclass(frozen=True)
class Patroon:
    """
    The names of the cells that are hidden, by themselves and beside them.

    `zonder_ruimte` are hidden all the same, but nothing that may be hidden gives them room.
    """

    eerst: frozenset[str] = frozenset()
    erbij: frozenset[str] = frozenset()
    zonder_ruimte: tuple[str, ...] = ()

    @cached_property
    def verborgen(self) -> frozenset[str]:
        """All that is hidden."""
        return self.eerst | self.erbij


Editions = dict[Kwartaal, EditieCijfers]


def beschermd(
    dataset: Dataset, editions: Editions, *, erbij: bool = True
) -> tuple[Dataset, Editions, list[Problem]]:
    """
    *dataset* with what of it may be shown, its editions without what may not, and what leaks.

    What a sealed edition hid stays hidden, and what it showed is not hidden any more.

    Without *erbij* only what the policy hides by itself is hidden: where the input is wrong,
    nothing is shown anyway.
    """
    rule = dataset.programma.bescherming
    everything = [stand for standen in dataset.standen.values() for stand in standen.values()]
    broken_down = any(stand.verdelingen for stand in everything)
    if not broken_down and rule.project == rule.rubriek == "tonen":
        return dataset, editions, []
    alles = cellen(dataset, editions.values())
    patroon = bescherm(dataset.programma, alles, _sealed(dataset), erbij=erbij)
    safe = replace(dataset, cellen=alles.cellen, verborgen=patroon.verborgen, erbij=patroon.erbij)
    if any(not alles.cellen[naam].delen for naam in patroon.verborgen):
        editions = aggregate(safe)
    problems = [_exposed(safe, alles.cellen[naam]) for naam in patroon.zonder_ruimte]
    return safe, editions, [*problems, *_linked(safe)]


def _linked(dataset: Dataset) -> list[Problem]:
    """A link to the line of a hidden figure leads to its number."""
    if not (dataset.verborgen and dataset.programma.vindplaats):
        return []
    message = "De site toont sommige cijfers niet, maar vindplaats leidt naar hun regel."
    hint = "Haal vindplaats weg: dan noemt de site alleen het bestand en de regel."
    return [Problem(dataset.value(PROGRAMMA, "vindplaats"), message, hint)]


def _sealed(dataset: Dataset) -> dict[Kwartaal, frozenset[str]]:
    """What each sealed edition hid, by name."""
    return {
        kwartaal: frozenset(
            naam if " in " in naam else f"{naam} in {kwartaal}"
            for naam, said in zegel.cijfers.items()
            if said == VERBORGEN
        )
        for kwartaal, zegel in dataset.zegels.items()
    }


def _exposed(dataset: Dataset, c: Cel) -> Problem:
    """Of a cell that must be hidden, and that the figures around it give away."""
    message = f"“{c.naam}” is te klein om te tonen, maar andere cijfers geven het prijs."
    hint = (
        f"Laat de verdeling van dit {c.kwartaal.ritme} weg, of neem delen samen. Groeide het "
        "cijfer sinds de vorige keer maar weinig, dan hebben zijn delen te weinig ruimte."
    )
    return Problem(plaats(dataset, c), message, hint)


def bescherm(
    programma: Programma,
    alles: Cellen,
    sealed: Mapping[Kwartaal, Collection[str]] = MappingProxyType({}),
    *,
    erbij: bool = True,
) -> Patroon:
    """What of *alles* is hidden; *sealed* is what the seal of a quarter says of that."""
    policy = _Beleid(programma, alles.cellen)
    first: set[str] = set()
    beside: set[str] = set()
    stuck: list[str] = []
    search = None
    for kwartaal in sorted({cel.kwartaal for cel in alles.cellen.values()}):
        first |= policy.hidden(kwartaal, first | beside)
        beside |= {naam for naam in sealed.get(kwartaal, ()) if naam in alles.cellen}
        if not erbij or not (first or beside):
            continue
        if search is None:
            from waw_site.onderdruk import Onderdrukking  # only what hides needs the solver

            search = Onderdrukking(programma.bescherming.breedte, policy.lowest())
        known = {n: c.waarde for n, c in alles.cellen.items() if c.kwartaal <= kwartaal}
        relaties = [r for r in alles.relaties if all(n in known for _, n in r.termen)]
        costs = {} if kwartaal in sealed else policy.costs(kwartaal)
        more, none = search.beside(known, relaties, first | beside, costs)
        beside |= more
        stuck += none
    return Patroon(frozenset(first), frozenset(beside - first), tuple(stuck))


class _Beleid:
    """The rule of the programme on one cell."""

    def __init__(self, programma: Programma, cellen: Mapping[str, Cel]) -> None:
        self.rule = programma.bescherming
        self.sensitive = {d for d, about in programma.dimensies.items() if about.gevoelig}
        self.cellen = cellen
        self.level = {Niveau.PROJECT: self.rule.project, Niveau.RUBRIEK: self.rule.rubriek}

    def hidden(self, kwartaal: Kwartaal, before: set[str]) -> set[str]:
        """The cells of *kwartaal* that are hidden by themselves; *before* are the older ones."""
        return {
            naam
            for naam, cel in self.cellen.items()
            if cel.kwartaal == kwartaal and self.hides(cel, before)
        }

    def hides(self, cel: Cel, before: Collection[str]) -> bool:
        """Whether *cel* by itself would say too much of someone."""
        if not cel.delen:
            return self.level.get(cel.niveau) == "verbergen" and self.small(
                cel.waarde, self.rule.minst
            )
        if cel.delen[0][1] == NIET_VERDEELD:
            return False
        least = self.least(cel)
        wholes = [self.cellen[naam].waarde for naam in cel.samen]
        if self.small(cel.waarde, least):
            return True
        if cel.waarde == 0:
            return self.rule.nullen == "verbergen"
        if self.rule.volle_groepen == "verbergen" and cel.waarde in wholes:
            return True
        earlier = cel.vorige
        while earlier and earlier in before:
            earlier = self.cellen[earlier].vorige
        grown = cel.waarde - self.cellen[earlier].waarde if earlier else 0
        return self.rule.groei == "verbergen" and self.small(grown, least)

    def least(self, cel: Cel) -> int:
        """The smallest number of its kind that is shown."""
        sensitive = any(dim in self.sensitive for dim, _ in cel.delen)
        return self.rule.minst_gevoelig if sensitive else self.rule.minst

    def small(self, number: int, least: int) -> bool:
        return 0 < number < least

    def costs(self, kwartaal: Kwartaal) -> dict[str, int]:
        """What of *kwartaal* may be hidden beside others, and at which cost."""
        cells = [(n, c) for n, c in self.cellen.items() if c.kwartaal == kwartaal]
        return {naam: cost for naam, cel in cells if (cost := self.cost(cel)) is not None}

    def lowest(self) -> dict[str, int]:
        """A whole that is broken down is known not to be small."""
        wholes = {whole for c in self.cellen.values() if len(c.delen) == 1 for whole in c.samen}
        return dict.fromkeys(wholes, self.rule.kleinste_geheel)

    def cost(self, cel: Cel) -> int | None:
        """What it costs to hide *cel* beside another; None where it is always shown."""
        if not cel.delen:
            return 60 if self.level.get(cel.niveau) == "verbergen" else None
        if cel.delen[0][1] == NIET_VERDEELD:
            return 40 if self.rule.project == "verbergen" else None
        by_level = {Niveau.PROJECT: 10, Niveau.RUBRIEK: 14, Niveau.PROGRAMMA: 18}
        margin = 4 if len(cel.delen) == 1 else 0
        return by_level[cel.niveau] + margin
