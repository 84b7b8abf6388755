"""What a key means to who fills it in: the Dutch sentence that stands under it in its model."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from waw_site.model import Model
from waw_site.tree import Tree, parse

_VOORBEELD = "Bijvoorbeeld:"


@dataclass(frozen=True, slots=True)
class Uitleg:
    """One key: what it is, and one way to fill it in as that is written in YAML, if it has one."""

    zin: str
    voorbeeld: str = ""

    @property
    def waarde(self) -> Tree:
        """The example as a value; None where there is none."""
        return parse("voorbeeld", self.voorbeeld.encode()).value if self.voorbeeld else None


def uitleg(model: type[Model]) -> Mapping[str, Uitleg]:
    """The explanation of each key of *model*, those that it inherits included."""
    lines = [cls for cls in reversed(model.__mro__) if issubclass(cls, Model)]
    return {key: told for cls in lines for key, told in _in_module(cls.__module__)[cls.__name__]}


@cache
def _in_module(name: str) -> Mapping[str, tuple[tuple[str, Uitleg], ...]]:
    """By class, what the source of a module says of its fields; read once."""
    module = ast.parse(inspect.getsource(sys.modules[name]))
    classes = (node for node in module.body if isinstance(node, ast.ClassDef))
    return {node.name: tuple(_fields(node)) for node in classes}


def _fields(node: ast.ClassDef) -> Iterator[tuple[str, Uitleg]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=key)),
                ast.Expr(value=ast.Constant(value=str(told))),
            ):
                zin, _, voorbeeld = told.partition(_VOORBEELD)
                yield key, Uitleg(" ".join(zin.split()), " ".join(voorbeeld.split()))
