"""Which values of a YAML file are texts in which figures can be bound, and where they stand."""

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from waw_site.dataset import Proza
from waw_site.expressie import Plek, vervang
from waw_site.model import Model
from waw_site.places import Loc


def gemerkt(value: Any, plek: Plek) -> Any:
    """A plain value with a mark in place of every expression in its texts."""
    match value:
        case str():
            return vervang(value, plek) if "{{" in value else value
        case dict():
            return {key: gemerkt(part, plek) for key, part in value.items()}
        case list():
            return [gemerkt(part, plek) for part in value]
        case _:
            return value


def proza(model: Model, value: Any, plek: Plek, loc: Loc = ()) -> Iterator[Proza]:
    """The texts of *model*, as they stand in *value*, the plain file that it was made of."""
    for place in _texts(model):
        text = _at(value, place)
        if isinstance(text, str):
            yield Proza(plek, (*loc, *place), text)


def _at(value: Any, loc: Loc) -> Any:
    for step in loc:
        value = value[step]
    return value


def _texts(model: Model) -> Iterator[Loc]:
    marked = _marked(type(model))
    for name in type(model).model_fields:
        for loc, part in _parts(getattr(model, name)):
            if isinstance(part, Model):
                yield from ((name, *loc, *inner) for inner in _texts(part))
            elif name in marked and isinstance(part, str):
                yield (name, *loc)


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


@cache
def _marked(model: type[Model]) -> frozenset[str]:
    """The fields of *model* that hold texts."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if "proza" in field.metadata or _mentions(field.annotation)
    )


def _mentions(annotation: Any) -> bool:
    if "proza" in getattr(annotation, "__metadata__", ()):
        return True
    return any(_mentions(part) for part in typing.get_args(annotation))
