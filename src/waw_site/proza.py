"""Which values of a YAML file are texts in which figures can be bound, and where they stand."""

import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from waw_site.dataset import Proza
from waw_site.expressie import Plek
from waw_site.model import Model
from waw_site.model.walk import Loc, walk


def proza(model: Model, value: Any, plek: Plek, loc: Loc = ()) -> Iterator[Proza]:
    """The texts of *model*, as they stand in *value*, the plain file that it was made of."""
    for place, figures in _texts(model):
        text = _at(value, place)
        if isinstance(text, str):
            yield Proza(plek, (*loc, *place), text, figures)


def _texts(model: Model) -> Iterator[tuple[Loc, bool]]:
    """Where the texts stand, and whether figures can be bound in each."""
    holders: dict[Loc, Model] = {(): model}
    for loc, value in walk(model):
        if isinstance(value, Model):
            holders[loc] = value
        elif isinstance(value, str):
            end = max(n for n in range(len(loc)) if loc[:n] in holders)
            kind = type(holders[loc[:end]])
            if loc[end] in _marked(kind, "proza"):
                yield loc, True
            elif loc[end] in _marked(kind, "regel"):
                yield loc, False


def _at(value: Any, loc: Loc) -> Any:
    for step in loc:
        value = value[step]
    return value


@cache
def _marked(model: type[Model], mark: str) -> frozenset[str]:
    """The fields of *model* that hold texts of this kind."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if mark in field.metadata or _mentions(field.annotation, mark)
    )


def _mentions(annotation: Any, mark: str) -> bool:
    if mark in getattr(annotation, "__metadata__", ()):
        return True
    return any(_mentions(part, mark) for part in typing.get_args(annotation))
