"""
Changes to a YAML file as an editor would type them: every other character stays what it was.

libyaml says where each value begins and ends; the text is changed at that place, and read again as
the monitor will read it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from waw_site.places import Loc
from waw_site.scalar import scalar
from waw_site.tree import Tree, parse

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WIDE = 100  # characters of a line before a block is opened
_SCHEMA = "# yaml-language-server:"
_BOM = "\ufeff"


class RedactieError(Exception):
    """The file cannot be changed without touching more than was asked."""


def zet(text: str, loc: Loc, value: Tree, volgorde: Sequence[str] = ()) -> str:
    """
    *text* with *value* at *loc*; what is not there yet is added.

    A new key comes behind those that precede it in *volgorde*, or last. Raises RedactieError.
    """
    return _edited(text, lambda plain: _Redactie(plain, volgorde).zet(loc, value), loc, value)


def weg(text: str, loc: Loc) -> str:
    """*text* without the key at *loc*. Raises RedactieError."""
    return _edited(text, lambda plain: _Redactie(plain, ()).weg(loc), loc, _WEG)


_WEG: Any = object()


def _edited(text: str, edit: Callable[[str], str], loc: Loc, value: Any) -> str:
    """Make a change and read the outcome as the monitor will: it must say just what was meant."""
    bom = _BOM if text.startswith(_BOM) else ""
    plain = text.removeprefix(_BOM)
    before = parse("", plain.encode())
    after = edit(plain)
    read = parse("", after.encode())
    if not (before.complete and read.complete) or read.value != _zo(before.value, loc, value):
        raise RedactieError(".".join(map(str, loc)))
    return bom + after


def _zo(tree: Any, loc: Loc, value: Any) -> Any:
    """What *tree* must be with *value* at *loc*."""
    if not loc:
        return value
    step, rest = loc[0], loc[1:]
    if isinstance(step, int):
        items = list(tree or [])
        items[step:step] = [None] if not rest and value is not _WEG and step == len(items) else []
        if step == len(items):
            items.append(None)
        items[step] = _zo(items[step], rest, value)
        return items
    known = dict(tree or {})
    if not rest and value is _WEG:
        known.pop(step, None)
        return known
    return known | {step: _zo(known.get(step), rest, value)}


@dataclass(frozen=True, slots=True)
class Stijl:
    """
    How a file is written: its line ends, the order of its keys, and which stand on one line.

    `aanhef` is a first line for an editor that helps with typing.
    """

    einde: str = "\n"
    sleutels: tuple[str, ...] = ()
    kort: frozenset[str] = frozenset()
    aanhef: tuple[str, ...] = ()

    @classmethod
    def van(cls, text: str) -> "Stijl":
        """The style of *text*, a file with keys."""
        root: Any = yaml.compose(text.removeprefix(_BOM), _Loader)
        first = text.removeprefix(_BOM).partition("\n")[0].strip()
        return cls(
            "\r\n" if "\r\n" in text else "\n",
            tuple(key.value for key, _ in root.value),
            frozenset(key.value for key, value in root.value if getattr(value, "flow_style", None)),
            (first,) if first.startswith(_SCHEMA) else (),
        )


def schrijf(value: Mapping[str, Tree], stijl: Stijl, volgorde: Sequence[str]) -> str:
    """
    A whole file that says *value*, in the style of another.

    Keys that the other file does not have come where *volgorde* has them.
    """
    lines = list(stijl.aanhef)
    for key in _op_volgorde(value, stijl.sleutels, volgorde):
        inner = value[key]
        short = key in stijl.kort and isinstance(inner, Mapping)
        lines += [f"{key}: {_flow(inner)}"] if short else _block({key: inner}, "")
    return stijl.einde.join([*lines, ""])


def _op_volgorde(
    keys: Mapping[str, Tree], eigen: Sequence[str], volgorde: Sequence[str]
) -> list[str]:
    """*keys* as the other file has them, and each that it lacks behind those that precede it."""
    order = [key for key in eigen if key in keys]
    for key in sorted(keys.keys() - set(order), key=volgorde.index):
        before = [n for n, k in enumerate(order, 1) if k in volgorde[: volgorde.index(key)]]
        order.insert(max(before, default=0), key)
    return order


class _Redactie:
    """One text, and the nodes that it consists of."""

    def __init__(self, text: str, volgorde: Sequence[str]) -> None:
        self.text = text
        self.volgorde = list(volgorde)
        self.einde = "\r\n" if "\r\n" in text else "\n"
        self.root: Any = yaml.compose(text, _Loader)

    def zet(self, loc: Loc, value: Tree) -> str:
        node, flow = self.root, bool(self.root.flow_style)
        for n, step in enumerate(loc):
            child = _child(node, step)
            if child is None:
                inner = _nest(loc[n + 1 :], value)
                return self._add(node, step, inner, flow=flow)
            node = child
            flow = flow or (not isinstance(node, ScalarNode) and bool(node.flow_style))
        return self._replace(node, value, flow=flow)

    def weg(self, loc: Loc) -> str:
        parent = self.root
        for step in loc[:-1]:
            found = _child(parent, step)
            if found is None:
                raise RedactieError(str(step))
            parent = found
        keys = [key.value for key, _ in parent.value]
        n = keys.index(loc[-1])
        key, value = parent.value[n]
        start, end = key.start_mark.index, self._end(value)
        if not parent.flow_style:
            start = self.text.rfind("\n", 0, start) + 1
            return self.text[:start] + self.text[self._line_end(end) + 1 :]
        if n:
            return self.text[: self._end(parent.value[n - 1][1])] + self.text[end:]
        after = parent.value[1][0].start_mark.index if len(keys) > 1 else end
        return self.text[:start] + self.text[after:]

    def _replace(self, node: Any, value: Tree, *, flow: bool) -> str:
        start, end = node.start_mark.index, self._end(node)
        new = _flow(value)
        if value is None and not flow:
            while self.text[start - 1] == " ":
                start -= 1
            return self.text[:start] + self.text[end:]
        if isinstance(value, str) and "\n" in value and not flow:
            line = self.text[self.text.rfind("\n", 0, start) + 1 :]
            indent = " " * (len(line) - len(line.lstrip(" ")) + 2)
            new = self.einde.join(["|-", *(f"{indent}{part}".rstrip() for part in _lines(value))])
        space = " " if start == end and self.text[start - 1 : start] == ":" else ""
        return self.text[:start] + space + new + self.text[end:]

    def _add(self, parent: Any, step: str | int, value: Tree, *, flow: bool) -> str:
        if isinstance(parent, ScalarNode):  # a key with nothing behind it
            whole: Any = [value] if isinstance(step, int) else {step: value}
            if flow:
                return self._replace(parent, whole, flow=True)
            at = self._end(parent)
            line = self.text[self.text.rfind("\n", 0, at) + 1 : at]
            indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
            return self._lines_after(at, _block(whole, indent))
        if parent.flow_style:
            return self._add_flow(parent, step, value)
        after = self._behind(parent, step)
        column = parent.value[0][0].start_mark.column if isinstance(parent, MappingNode) else None
        if column is None:
            column = self._dash(parent.value[0])
            return self._lines_after(self._end(after), _block([value], " " * column))
        return self._lines_after(self._end(after), _block({str(step): value}, " " * column))

    def _behind(self, parent: Any, step: str | int) -> Any:
        """The node of the block *parent* behind which a new one for *step* comes."""
        if isinstance(parent, SequenceNode):
            return parent.value[-1]
        if step in self.volgorde:
            earlier = set(self.volgorde[: self.volgorde.index(str(step))])
            known = [value for key, value in parent.value if key.value in earlier]
            if known:
                return known[-1]
        return parent.value[-1][1]

    def _add_flow(self, parent: Any, step: str | int, value: Tree) -> str:
        new = f"{_flow(str(step))}: {_flow(value)}" if isinstance(step, str) else _flow(value)
        if not parent.value:
            at = parent.start_mark.index + 1
            return self.text[:at] + new + self.text[at:]
        last = parent.value[-1]
        last = last[1] if isinstance(last, tuple) else last
        at = self._end(last)
        if comma := re.match(r"\s*,", self.text[at : parent.end_mark.index]):
            at, new = at + comma.end(), f" {new}"
        elif last.start_mark.index == at and self.text[at - 1] == ":":
            new = f" null, {new}"
        else:
            new = f", {new}"
        return self.text[:at] + new + self.text[at:]

    def _lines_after(self, at: int, lines: Sequence[str]) -> str:
        """*text* with *lines* below the line in which *at* lies."""
        end = self._line_end(at)
        if self.text[end - 1 : end] == "\r":
            end -= 1
        return self.text[:end] + "".join(f"{self.einde}{line}" for line in lines) + self.text[end:]

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _end(self, node: Any) -> int:
        """Where *node* really ends: not after the empty lines and comments behind a block."""
        if isinstance(node, ScalarNode) or node.flow_style:
            end: int = node.end_mark.index
            while end > node.start_mark.index and self.text[end - 1].isspace():
                end -= 1
            return end
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _dash(self, item: Any) -> int:
        """The column of the dash before *item*."""
        start = item.start_mark.index
        dash = self.text.rfind("-", 0, start)
        return dash - (self.text.rfind("\n", 0, dash) + 1)


def _child(node: Any, step: str | int) -> Any | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def _nest(loc: Loc, value: Tree) -> Tree:
    for step in reversed(loc):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _block(value: Any, indent: str) -> list[str]:
    """The lines of *value*, each behind *indent*; what is small and deep stands within brackets."""
    lines = []
    if isinstance(value, Mapping):
        for key, inner in value.items():
            lines += _entry(f"{indent}{_flow(key)}:", inner, f"{indent}  ")
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping) and _deep(item):
                first, *rest = _block(item, f"{indent}  ")
                lines += [f"{indent}- {first.lstrip()}", *rest]
            else:
                lines.append(f"{indent}- {_flow(item)}")
    return lines


def _entry(head: str, inner: Tree, indent: str) -> list[str]:
    """The lines of a key, *head*, and what belongs to it."""
    if isinstance(inner, str) and "\n" in inner:
        return [f"{head} |-", *(f"{indent}{line}".rstrip() for line in _lines(inner))]
    if isinstance(inner, Mapping) and inner and (_deep(inner) or _stands_apart(head, inner)):
        return [head, *_block(inner, indent)]
    if isinstance(inner, list) and any(isinstance(item, Mapping) for item in inner):
        return [head, *_block(inner, indent)]
    return [f"{head} {_flow(inner)}" if inner is not None else head]


def _stands_apart(head: str, inner: Mapping[str, Tree]) -> bool:
    """Whether a mapping is shown over lines: figures, and what would become too wide."""
    return head.strip() == "cijfers:" or len(head) + len(_flow(dict(inner))) > _WIDE


def _deep(value: Mapping[str, Tree]) -> bool:
    return any(isinstance(inner, Mapping | list) and _holds(inner) for inner in value.values())


def _holds(value: Mapping[str, Tree] | list[Tree]) -> bool:
    """Whether it holds more than plain values."""
    inside = value.values() if isinstance(value, Mapping) else value
    return any(isinstance(inner, Mapping | list) for inner in inside)


def _flow(value: Tree) -> str:
    """*value* on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_flow(k)}: {_flow(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(v) for v in value)}]"
    if value is None:
        return "null"
    return scalar(value) if isinstance(value, str) else str(value)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").strip("\n").split("\n")
