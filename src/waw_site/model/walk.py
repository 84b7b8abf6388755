"""Everything that a model holds, with its location in the file."""

from collections.abc import Iterator
from typing import Any

from waw_site.model.types import Model

Loc = tuple[str | int, ...]


def walk(model: Model, above: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Every value in *model*, nested models included, each with the keys that lead to it."""
    for name in type(model).model_fields:
        yield from _parts(getattr(model, name), (*above, name))


def _parts(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """*value* itself, or what is in it."""
    if isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from _parts(part, (*loc, n))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _parts(part, (*loc, str(key)))
    else:
        yield loc, value
        if isinstance(value, Model):
            yield from walk(value, loc)
