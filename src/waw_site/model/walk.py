"""Everything that a model holds, with its location in the file."""

from collections.abc import Iterator
from typing import Any

from waw_site.model.types import Model

Loc = tuple[str | int, ...]


def walk(model: Model) -> Iterator[tuple[Loc, Any]]:
    """Every value in *model*, nested models included, each with the keys that lead to it."""
    for name in type(model).model_fields:
        for loc, part in _parts(getattr(model, name)):
            yield (name, *loc), part
            if isinstance(part, Model):
                yield from (((name, *loc, *inner), value) for inner, value in walk(part))


def _parts(value: Any) -> Iterator[tuple[Loc, Any]]:
    """*value* itself, or what is in it."""
    if isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from (((n, *loc), inner) for loc, inner in _parts(part))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (((str(key), *loc), inner) for loc, inner in _parts(part))
    else:
        yield (), value
