"""Where each key and value of an input file stands."""

from dataclasses import dataclass, field

from waw_site.problem import Place

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where each key and value of one file stands: (line, column), from 1."""

    path: str
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)

    def value(self, *loc: str | int) -> Place:
        """The place of the value at *loc*, or of the nearest thing around it."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return Place(self.path, *self.values.get(loc, (1, 1)))

    def key(self, *loc: str | int) -> Place:
        """The place of the key at *loc*, or of the nearest thing around it."""
        return Place(self.path, *self.keys[loc]) if loc in self.keys else self.value(*loc)
