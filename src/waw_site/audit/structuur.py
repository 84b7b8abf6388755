"""What must hold of figures by their names alone: breakdowns, time, and what is at most another."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from math import inf

from waw_site.audit.kennis import Kennis, Naam

Regel = tuple[list[tuple[int, str]], float, float, str]  # terms, lowest, highest, why
Bekend = Callable[[Naam], int | None]


def structuur(namen: set[Naam], kennis: Kennis, bekend: Bekend) -> Iterator[Regel]:
    """What must hold of figures with these names, whatever they are."""
    yield from _breakdowns(namen, kennis)
    yield from _through_time(namen, kennis, bekend)
    for naam in sorted(namen):
        indicator = naam.indicator(kennis)
        for other in kennis.hoogstens.get(indicator or "", ()):
            most = naam.van(other)
            if most in namen:
                rule = f"{indicator} is hoogstens {other}"
                yield [(1, str(naam)), (-1, str(most))], -inf, 0, rule


def _breakdowns(namen: set[Naam], kennis: Kennis) -> Iterator[Regel]:
    """The parts of a complete breakdown add up to their figure; some of them are not more."""
    parts: dict[tuple[str, Naam], dict[str, Naam]] = defaultdict(dict)
    for naam in sorted(namen):
        for dimensie, part in naam.cel:
            parts[dimensie, naam.zonder(dimensie)][part] = naam
    for (dimensie, whole), cells in parts.items():
        needed = kennis.vereist(dimensie, whole.kwartaal)
        full = bool(needed) and needed <= cells.keys()
        total = _whole(whole, namen)
        if full or total in namen:
            terms = [*((1, str(cell)) for cell in cells.values()), (-1, str(total))]
            rule = f"{dimensie} telt op tot {total}" if full else f"{dimensie} is deel van {total}"
            yield terms, (0 if full else -inf), 0, rule


def _whole(whole: Naam, namen: set[Naam]) -> Naam:
    """The figure of the programme itself goes by the name of its sum."""
    added = Naam(f"{whole.basis}.opgeteld", whole.cel, whole.kwartaal)
    return added if whole not in namen and added in namen else whole


def _through_time(namen: set[Naam], kennis: Kennis, bekend: Bekend) -> Iterator[Regel]:
    """
    What only rises does not fall, except where what was published fell.

    Of whom it becomes known where they belong, they are unknown no more: that part may fall.
    """
    through: dict[tuple[str, tuple[tuple[str, str], ...]], list[Naam]] = defaultdict(list)
    for naam in sorted(namen):
        if naam.indicator(kennis) in kennis.oplopend and "onbekend" not in dict(naam.cel).values():
            through[naam.basis, naam.cel].append(naam)
    fell = {key: list(_falls(series, bekend)) for key, series in through.items()}
    for (basis, cel), series in through.items():
        above = [key for n in range(len(cel) + 1) for key in combinations(cel, n)]
        gaps = [gap for key in above for gap in fell.get((basis, key), ())]
        for before, after in pairwise(series):
            if not any(a < after.kwartaal and before.kwartaal < z for a, z in gaps):
                rule = f"{basis} daalt niet"
                yield [(1, str(after)), (-1, str(before))], 0, inf, rule


def _falls(series: Sequence[Naam], bekend: Bekend) -> Iterator[tuple[str, str]]:
    """From which quarter to which the known figures of a series fell."""
    known = [(n.kwartaal, number) for n in series if (number := bekend(n)) is not None]
    for (start, before), (end, after) in pairwise(known):
        if after < before:
            yield start, end
