"""The smallest and the largest whole number that still fits, by an integer solver."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

import highspy
import numpy as np

from waw_site.solver import Solver

MEEST = 1_000_000  # no figure of a region is higher; a bound keeps every answer finite
_TINY = 1e-6  # less than this is rounding of the solver


@dataclass(frozen=True, slots=True)
class Eis:
    """
    `laag` ≤ the sum of `termen` ≤ `hoog`, over unknown figures by name.

    `regel` says in words why that must be; `bewijs` are the published figures that it rests on.
    """

    termen: tuple[tuple[int, str], ...]
    laag: float
    hoog: float
    regel: str
    bewijs: tuple[str, ...]


class Stelsel:
    """
    A set of constraints over whole numbers, of which some can be left out for a while.

    One model for all questions: another question changes only its objective, and what is left out
    only the bounds of a row. Fractions are let in first, as that is quick: an answer without any is
    the one over whole numbers too. Else the same model is solved over whole numbers, unless an
    earlier answer already reached the limit that fractions set.
    """

    def __init__(self, eisen: Sequence[Eis], vrij: frozenset[str]) -> None:
        """Those of *vrij* may be below zero: differences."""
        self.eisen = tuple(eisen)
        self._index = {n: i for i, n in enumerate(dict.fromkeys(namen(eisen)))}
        lowest = [float(-MEEST if name in vrij else 0) for name in self._index]
        self._fractions = _model(self.eisen, self._index, lowest)
        self._fractions.setOptionValue("presolve", "off")  # a second answer starts at the first,
        self._fractions.setOptionValue("simplex_strategy", 4)  # which still fits: primal
        self._whole = _model(self.eisen, self._index, lowest)
        for i in self._index.values():
            self._whole.changeColIntegrality(i, highspy.HighsVarType.kInteger)
        self._reached: list[set[int]] = [set() for _ in self._index]  # in answers found so far

    def zonder(self, n: int) -> None:
        """Leave constraint *n* out."""
        self._bounds(n, -inf, inf)

    def weer_met(self, n: int) -> None:
        """Take constraint *n* in again."""
        self._bounds(n, self.eisen[n].laag, self.eisen[n].hoog)

    def _bounds(self, n: int, low: float, high: float) -> None:
        for model in (self._fractions, self._whole):
            model.changeRowBounds(n, low, high)
        self._reached = [set() for _ in self._index]

    def grenzen(self, name: str) -> tuple[int, int] | None:
        """The smallest and the largest that *name* can be; None where nothing fits at all."""
        low = self._best(name, highspy.ObjSense.kMinimize)
        high = self._best(name, highspy.ObjSense.kMaximize)
        return None if low is None or high is None else (low, high)

    def past(self) -> bool:
        """Whether any numbers fit."""
        return self._best(next(iter(self._index)), highspy.ObjSense.kMinimize) is not None

    def getuigen(self, name: str) -> list[Eis]:
        """The constraints that press on *name* when fractions are let in: their dual is not 0."""
        pressing: set[int] = set()
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            _, duals = _solve(self._fractions, self._index[name], sense) or ((), ())
            pressing |= {n for n, dual in enumerate(duals) if abs(dual) > _TINY}
        return [self.eisen[n] for n in sorted(pressing)]

    def _best(self, name: str, sense: highspy.ObjSense) -> int | None:
        column = self._index[name]
        found = _solve(self._fractions, column, sense)
        if found and not _is_whole(found[0]):
            down = sense == highspy.ObjSense.kMinimize
            limit = (ceil if down else floor)(found[0][column] - _TINY * (1 if down else -1))
            if limit in self._reached[column]:
                return limit
            found = _solve(self._whole, column, sense)
        if found is None:
            return None
        numbers = [round(value) for value in found[0]]
        for reached, number in zip(self._reached, numbers, strict=True):
            reached.add(number)
        return numbers[column]


def _is_whole(values: Sequence[float]) -> bool:
    return all(abs(value - round(value)) < _TINY for value in values)


def _model(
    eisen: Sequence[Eis], index: Mapping[str, int], lowest: Sequence[float]
) -> highspy.Highs:
    model = Solver()
    model.setOptionValue("threads", 1)
    model.setOptionValue("mip_rel_gap", 0.0)
    for low in lowest:
        model.addVar(low, float(MEEST))
    for eis in eisen:
        columns = np.array([index[name] for _, name in eis.termen], dtype=np.int32)
        factors = np.array([factor for factor, _ in eis.termen], dtype=np.float64)
        model.addRow(eis.laag, eis.hoog, len(columns), columns, factors)
    return model


def _solve(
    model: highspy.Highs, column: int, sense: highspy.ObjSense
) -> tuple[list[float], list[float]] | None:
    """The numbers with the best value in *column*, and how each row presses; None: none fit."""
    model.changeColCost(column, 1.0)
    model.changeObjectiveSense(sense)
    model.run()
    status, solution = model.getModelStatus(), model.getSolution()
    found = list(solution.col_value), list(solution.row_dual)
    model.changeColCost(column, 0.0)
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"the solver stopped: {status}")
    return found


def namen(eisen: Iterable[Eis]) -> Iterator[str]:
    """The unknown figures of *eisen*, each as often as it is in one."""
    return (name for eis in eisen for _, name in eis.termen)


def samenhang(eisen: Sequence[Eis]) -> list[list[Eis]]:
    """The constraints in groups that have no unknown figure in common."""
    root: dict[str, str] = {}

    def top(name: str) -> str:
        while (above := root.setdefault(name, name)) != name:
            root[name] = name = root.setdefault(above, above)
        return name

    for eis in eisen:
        first = top(eis.termen[0][1])
        for _, name in eis.termen[1:]:
            root[top(name)] = first
    groups: dict[str, list[Eis]] = defaultdict(list)
    for eis in eisen:
        groups[top(eis.termen[0][1])].append(eis)
    return list(groups.values())


def nabij(name: str, eisen: Sequence[Eis]) -> Iterator[list[Eis]]:
    """The constraints on *name*, then also those on what is in them, and so on to all."""
    known, size = {name}, 0
    while True:
        ring = [eis for eis in eisen if any(n in known for _, n in eis.termen)]
        if len(ring) == size:
            return
        yield ring
        known |= set(namen(ring))
        size = len(ring)
