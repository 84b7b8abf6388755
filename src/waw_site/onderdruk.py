"""
Secondary suppression: what to hide beside a cell, so that other numbers would fit as well.

Another table that agrees with all that is shown, and has more or less in a cell, is proof that the
cell cannot be told. A linear programme finds the one that moves the shown cells least; those that
it moves are hidden (the heuristic of Kelly, Golden and Assad). A table serves every cell that it
moves, and goes on to serve when a later quarter is added, as long as that does not contradict it.
At the end each cell that was hidden so is shown again where the proofs still hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import highspy
import numpy as np

from waw_site.cel import Relatie
from waw_site.solver import Solver

_NEAR = 1e-6

Tafel = dict[str, int]  # by how much each cell of another table differs from the true one


class Onderdrukking:
    """What is hidden so far, and the other tables that prove that it cannot be told."""

    def __init__(self, breedte: int, laagste: Mapping[str, int] = MappingProxyType({})) -> None:
        """*laagste* are the cells that all know to be at least so much."""
        self.breedte = breedte
        self.laagste = laagste
        self.hidden: set[str] = set()
        self.tables: list[Tafel] = []

    def beside(
        self,
        waarden: Mapping[str, int],
        relaties: Sequence[Relatie],
        first: Iterable[str],
        kosten: Mapping[str, int],
    ) -> tuple[set[str], list[str]]:
        """
        What to hide beside *first*, of what *kosten* names, and which cells nothing gives room.

        *waarden* are the true numbers of all cells up to a quarter, *kosten* the cells of that
        quarter that may be hidden: what was shown before stays so. Every hidden cell gets at least
        `breedte` between its smallest and its largest possible value.
        """
        self.hidden |= {*first}
        extra: set[str] = set()
        stuck: list[str] = []
        for names, rows in _components(relaties, self.hidden, kosten):
            part = _Deel((names, rows), waarden, kosten, self)
            before = [t for t in self.tables if not t.keys().isdisjoint(part.columns)]
            self.tables = [t for t in self.tables if t.keys().isdisjoint(part.columns)]
            part.keep(before)
            stuck += part.protect()
            part.restore()
            extra |= part.extra
            self.tables += part.tables
        self.hidden |= extra
        return extra, stuck


def _components(
    relaties: Sequence[Relatie], hidden: set[str], kosten: Mapping[str, int]
) -> list[tuple[list[str], list[Relatie]]]:
    """The groups of cells that hang together, those with something to hide or to be hidden now."""
    free = hidden | kosten.keys()
    rows_of: dict[str, list[int]] = {}
    for n, relatie in enumerate(relaties):
        for _, naam in relatie.termen:
            if naam in free:
                rows_of.setdefault(naam, []).append(n)
    found, seen = [], set[str]()
    for start in sorted(rows_of):
        if start in seen:
            continue
        names, rows, waiting = {start}, set[int](), [start]
        while waiting:
            for n in rows_of[waiting.pop()]:
                if n not in rows:
                    rows.add(n)
                    fresh = {m for _, m in relaties[n].termen if m in rows_of} - names
                    names |= fresh
                    waiting += fresh
        seen |= names
        if names & hidden and names & kosten.keys():
            found.append((sorted(names), [relaties[n] for n in sorted(rows)]))
    return found


class _Deel:
    """One group of cells: its linear programme, and the tables found so far."""

    def __init__(
        self,
        group: tuple[list[str], list[Relatie]],
        waarden: Mapping[str, int],
        kosten: Mapping[str, int],
        found: Onderdrukking,
    ) -> None:
        names, rows = group
        self.names = names
        self.waarden = waarden
        self.kosten = kosten
        self.breedte = found.breedte
        self.hidden = {n for n in names if n in found.hidden}
        self.spare = {n: waarden[n] - found.laagste.get(n, 0) for n in names}  # how much less
        self.extra: set[str] = set()
        self.tables: list[Tafel] = []
        self.columns = {naam: 2 * n for n, naam in enumerate(names)}
        self.rows = [(r, [(f, n) for f, n in r.termen if n in self.columns]) for r in rows]
        self.rows_of: dict[str, list[int]] = {}
        for n, (_, terms) in enumerate(self.rows):
            for _, naam in terms:
                self.rows_of.setdefault(naam, []).append(n)
        self.model = self._model()
        for naam in names:
            self.free(naam, yes=True)

    def room(self, relatie: Relatie) -> int:
        """How far the left of a relation may still rise."""
        return -sum(f * self.waarden[naam] for f, naam in relatie.termen)

    def _model(self) -> highspy.Highs:
        """Of each cell how much it is more, and how much less."""
        model = Solver()
        model.setOptionValue("threads", 1)
        model.setOptionValue("random_seed", 0)
        model.setOptionValue("mip_rel_gap", 0.3)  # a little more than needed may be hidden
        for _ in range(2 * len(self.names)):
            model.addVar(0, 0)
        for relatie, terms in self.rows:
            high = 0.0 if relatie.gelijk else float(self.room(relatie))
            columns = [self.columns[naam] for _, naam in terms]
            factors = [float(f) for f, _ in terms]
            model.addRow(
                0.0 if relatie.gelijk else -highspy.kHighsInf,
                high,
                2 * len(terms),
                np.array([c for column in columns for c in (column, column + 1)], dtype=np.int32),
                np.array([g for f in factors for g in (f, -f)]),
            )
        return model

    def free(self, naam: str, *, yes: bool) -> None:
        """Let *naam* move, at its cost as long as it is shown; or hold it where it is."""
        most = 3 * self.breedte if yes else 0
        cost = 0 if naam in self.hidden else self.kosten[naam]
        column = self.columns[naam]
        self.model.changeColBounds(column, 0, most)
        self.model.changeColBounds(column + 1, 0, min(most, self.spare[naam]))
        self.model.changeColCost(column, cost)
        self.model.changeColCost(column + 1, cost)

    def keep(self, tables: Iterable[Tafel]) -> None:
        """Keep those of *tables* that still hold, if need be with the same moves a quarter on."""
        quarters = sorted({naam.rpartition(" in ")[2] for naam in self.names})
        now, before = quarters[-1], quarters[-2] if len(quarters) > 1 else ""
        for table in tables:
            on = {
                f"{stem} in {now}": move
                for stem, _, quarter, move in ((*n.rpartition(" in "), m) for n, m in table.items())
                if quarter == before
            }
            for longer in (table, table | on):
                if self.fits(longer):
                    self.tables.append(longer)
                    break

    def fits(self, table: Tafel) -> bool:
        """Whether a table agrees with all that is shown."""
        if any(n not in self.hidden or self.spare[n] + move < 0 for n, move in table.items()):
            return False
        for n in {n for naam in table for n in self.rows_of.get(naam, ())}:
            relatie, terms = self.rows[n]
            rise = sum(f * table.get(naam, 0) for f, naam in terms)
            if rise > self.room(relatie) or (relatie.gelijk and rise):
                return False
        return True

    def width(self, naam: str, tables: Iterable[Tafel]) -> int:
        """Between which values *naam* lies in *tables* and in truth."""
        moves = [0, *(table.get(naam, 0) for table in tables)]
        return max(moves) - min(moves)

    def protect(self) -> list[str]:
        """Hide what it takes to give every hidden cell room; gives those that nothing does."""
        stuck = []
        waiting = sorted(self.hidden, key=lambda n: (self.waarden[n], n))
        while waiting:
            target = waiting.pop(0)
            if self.width(target, self.tables) >= self.breedte:
                continue
            moved = self.solve(target)
            if moved is None:
                stuck.append(target)
                continue
            fresh = sorted({naam for table in moved for naam in table} - self.hidden)
            self.tables += moved
            self.extra |= {*fresh}
            self.hidden |= {*fresh}
            for naam in fresh:
                self.free(naam, yes=True)
            waiting += fresh
        return stuck

    def restore(self) -> None:
        """Show again what was hidden without need, the dearest first."""
        for naam in sorted(self.extra, key=lambda n: (-self.kosten[n], -self.waarden[n], n)):
            kept = [table for table in self.tables if naam not in table]
            touched = {other for table in self.tables if naam in table for other in table}
            if all(self.width(other, kept) >= self.breedte for other in touched - {naam}):
                self.tables = kept
                self.hidden.remove(naam)
                self.extra.remove(naam)

    def solve(self, target: str) -> list[Tafel] | None:
        """One table or two that give *target* its width, and move what is shown least."""
        for down in range(min(self.spare[target], self.breedte) + 1):
            up = self.breedte - down
            moves = [move for move in (up, -down) if move]
            tables = [table for move in moves if (table := self.moved(target, move))]
            if len(tables) == len(moves):
                return tables
        return None

    def moved(self, target: str, move: int) -> Tafel | None:
        """A table in which *target* has *move* more."""
        if self.spare[target] + move < 0:
            return None
        column = self.columns[target]
        self.model.changeColBounds(column, max(move, 0), max(move, 0))
        self.model.changeColBounds(column + 1, max(-move, 0), max(-move, 0))
        values = self._run()
        self.free(target, yes=True)
        if values is None:
            return None
        moves = values[0::2] - values[1::2]
        return {naam: int(n) for naam, n in zip(self.names, moves, strict=True) if n}

    def _run(self) -> np.ndarray | None:
        """
        The best values, in whole numbers.

        Where they do not come out whole, whole ones are asked for: first of the cells that moved,
        then of all.
        """
        values = self._solved(highspy.HighsVarType.kContinuous)
        if values is None or _whole(values):
            return values
        still = [
            naam
            for naam, column in self.columns.items()
            if naam not in self.hidden and not values[column : column + 2].any()
        ]
        for naam in still:
            self.free(naam, yes=False)
        found = self._solved(highspy.HighsVarType.kInteger)
        for naam in still:
            self.free(naam, yes=True)
        return self._solved(highspy.HighsVarType.kInteger) if found is None else found

    def _solved(self, kind: highspy.HighsVarType) -> np.ndarray | None:
        size = self.model.getNumCol()
        every = np.arange(size, dtype=np.int32)
        self.model.changeColsIntegrality(size, every, np.full(size, kind))
        self.model.run()
        if self.model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        values = np.asarray(self.model.getSolution().col_value)
        return values.round().astype(int) if _whole(values) else values


def _whole(values: np.ndarray) -> bool:
    return bool(np.abs(values - values.round()).max() < _NEAR)
