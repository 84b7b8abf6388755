"""The smallest and the largest whole number that still fits, by an integer solver."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

import highspy
import numpy as np

MEEST = 1_000_000  # no figure of a region is higher; a bound keeps every answer finite


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

    One model in the solver: what is asked changes only its objective, what is left out only the
    bounds of a row.
    """

    def __init__(self, eisen: Sequence[Eis], vrij: frozenset[str]) -> None:
        """Those of *vrij* may be below zero: differences."""
        self.eisen = tuple(eisen)
        self._index = {n: i for i, n in enumerate(dict.fromkeys(namen(eisen)))}
        self._costly = 0
        self._model = highspy.Highs()
        self._model.setOptionValue("output_flag", False)
        self._model.setOptionValue("threads", 1)
        self._model.setOptionValue("mip_rel_gap", 0.0)
        for name, i in self._index.items():
            self._model.addVar(float(-MEEST if name in vrij else 0), float(MEEST))
            self._model.changeColIntegrality(i, highspy.HighsVarType.kInteger)
        for eis in self.eisen:
            columns = np.array([self._index[name] for _, name in eis.termen], dtype=np.int32)
            factors = np.array([factor for factor, _ in eis.termen], dtype=np.float64)
            self._model.addRow(eis.laag, eis.hoog, len(columns), columns, factors)

    def zonder(self, n: int) -> None:
        """Leave constraint *n* out."""
        self._model.changeRowBounds(n, -inf, inf)

    def weer_met(self, n: int) -> None:
        """Take constraint *n* in again."""
        self._model.changeRowBounds(n, self.eisen[n].laag, self.eisen[n].hoog)

    def grenzen(self, name: str) -> tuple[int, int] | None:
        """The smallest and the largest that *name* can be; None where nothing fits at all."""
        low = self._best(name, highspy.ObjSense.kMinimize)
        high = self._best(name, highspy.ObjSense.kMaximize)
        return None if low is None or high is None else (low, high)

    def past(self) -> bool:
        """Whether any numbers fit."""
        return self._best(next(iter(self._index)), highspy.ObjSense.kMinimize) is not None

    def _best(self, name: str, sense: highspy.ObjSense) -> int | None:
        self._model.changeColCost(self._costly, 0.0)
        self._costly = self._index[name]
        self._model.changeColCost(self._costly, 1.0)
        self._model.changeObjectiveSense(sense)
        self._model.run()
        status = self._model.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"the solver stopped on {name}: {status}")
        return round(self._model.getSolution().col_value[self._costly])


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
