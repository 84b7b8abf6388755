"""
The bytes of a YAML file → plain values, with the place of every key and value.

Read from the events of libyaml: unlike nodes they still show anchors, tags and aliases, and a
deep file cannot exhaust the stack. Scalars stay what was written: only a plain decimal number
becomes an int, only an empty place, `~` or `null` becomes None.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from waw_site.model.types import MOST_DIGITS
from waw_site.places import Loc, Places
from waw_site.problem import Place, Problem
from waw_site.syntax import explain
from waw_site.text import INVISIBLE, decode, invisible

Tree = dict[str, Any] | list[Any] | str | int | None

_INT = re.compile(rf"-?(?:0|[1-9][0-9]{{0,{MOST_DIGITS - 1}}})")
_DEEPEST = 20
_MOST = 25_000  # keys and values of one file; a hundred times those of a real one
_MOST_PROBLEMS = 500
_UNUSABLE = "\0"  # the key of what stands under something that cannot be a key
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One file: its value, the places in it, what was wrong, and whether it was read to the end."""

    value: Tree
    places: Places
    problems: tuple[Problem, ...]
    complete: bool


def parse(path: str, data: bytes) -> Parsed:
    """Read one YAML file; *path* is how messages name it."""
    places = Places(path)
    text, problems = decode(path, data)
    if text is None:
        return Parsed(None, places, tuple(problems), complete=False)
    builder = _Builder(places, problems)
    try:
        for event in yaml.parse(text, _Loader):
            builder.take(event)
    except _EnoughError as enough:
        return Parsed(builder.root, places, (*problems, enough.problem), complete=False)
    except yaml.YAMLError as error:
        stop = explain(path, text, error)
        other = [p for p in problems if p.place.line != stop.place.line]  # its line has one message
        return Parsed(builder.root, places, (*other, stop), complete=False)
    if builder.root is None:
        problems.append(Problem(Place(path), "Dit bestand is leeg.", "Vul het, of verwijder het."))
    return Parsed(builder.root, places, tuple(problems), complete=builder.root is not None)


class _EnoughError(Exception):
    """A file is not worth reading on."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.melding)
        self.problem = problem


class _Builder:
    """Takes events one by one and builds the value of the first document."""

    def __init__(self, places: Places, problems: list[Problem]) -> None:
        self.places = places
        self.problems = problems
        self.documents = 0
        self.root: Tree = None
        self._stack: list[tuple[Any, Loc]] = []
        self._key: list[str | None] = []
        self._skip = 0
        self._count = 0

    def take(self, event: Any) -> None:
        """Add what *event* says."""
        handler = _HANDLERS.get(type(event))
        if handler:
            handler(self, event)
            self._count += 1
            if self._count > _MOST:
                self._stop(event, f"Dit bestand heeft meer dan {_MOST} sleutels en waarden.")
            if len(self.problems) > _MOST_PROBLEMS:
                self._stop(event, f"Dit bestand heeft meer dan {_MOST_PROBLEMS} fouten.")

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents == 2:
            self._problem(
                event, "Hier begint een tweede document (---).", "Zet in elk bestand één document."
            )

    def scalar(self, event: Any) -> None:
        self._refuse_extras(event)
        if INVISIBLE.search(event.value):  # written as an escape, such as \x00
            self.problems.append(invisible(Place(self.places.path, *_place(event))))
            event.value = INVISIBLE.sub("", event.value)
        elif not event.value and self._expects_key():
            hint = "Zet een woord voor de dubbele punt."
            self._problem(event, "Hier ontbreekt een sleutel.", hint)
        if self._expects_key():
            self._take_key(event)
        else:
            self._put(event, _scalar(event), enter=False)

    def mapping(self, event: Any) -> None:
        self._open(event, {})

    def sequence(self, event: Any) -> None:
        self._open(event, [])

    def alias(self, event: Any) -> None:
        message = f"Hier staat een verwijzing (*{event.anchor})."
        self._problem(
            event,
            message,
            "Schrijf de waarde zelf. Begint tekst met *? Zet haar dan tussen aanhalingstekens.",
        )
        if self._expects_key():
            self._key[-1] = _UNUSABLE
        else:
            self._put(event, None, enter=False)

    def close(self, _: Any) -> None:
        if self._skip:
            self._skip -= 1
            return
        self._stack.pop()
        self._key.pop()

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        self._refuse_extras(event)
        if len(self._stack) + self._skip >= _DEEPEST:
            self._stop(event, f"Dit bestand is dieper dan {_DEEPEST} lagen.")
        if self._skip:
            self._skip += 1
        elif self._expects_key():
            self._problem(
                event,
                "Een sleutel kan geen lijst of blok zijn.",
                "Schrijf een woord, dan een dubbele punt.",
            )
            self._key[-1] = _UNUSABLE
            self._skip = 1
        else:
            self._put(event, container, enter=True)

    def _expects_key(self) -> bool:
        return (
            bool(self._stack)
            and not self._skip
            and isinstance(self._stack[-1][0], dict)
            and self._key[-1] is None
        )

    def _take_key(self, event: Any) -> None:
        key = event.value
        container, loc = self._stack[-1]
        if key in container:
            first = self.places.keys[(*loc, key)][0]
            self._problem(
                event,
                f"De sleutel “{key}” staat hier voor de tweede keer.",
                f"De eerste staat op regel {first}.",
            )
        else:
            self.places.keys[(*loc, key)] = _place(event)
        self._key[-1] = key

    def _put(self, event: Any, value: Tree, *, enter: bool) -> None:
        if self._skip or self.documents > 1:
            self._skip += enter
            return
        loc: Loc = ()
        if not self._stack:
            self.root = value
        else:
            container, parent = self._stack[-1]
            step: str | int = (
                len(container) if isinstance(container, list) else self._key[-1] or _UNUSABLE
            )
            loc = (*parent, step)
            if isinstance(container, list):
                container.append(value)
            else:
                if step != _UNUSABLE:
                    container.setdefault(step, value)
                self._key[-1] = None
        self.places.values.setdefault(loc, _place(event))
        if enter:
            self._stack.append((value, loc))
            self._key.append(None)

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._problem(
                event,
                f"Hier staat een anker (&{event.anchor}).",
                "Laat het weg. Begint tekst met &? Zet haar dan tussen aanhalingstekens.",
            )
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(
                event,
                f"Hier staat een typeaanduiding ({tag}).",
                "Laat haar weg. Begint tekst met !? Zet haar dan tussen aanhalingstekens.",
            )

    def _stop(self, event: Any, message: str) -> NoReturn:
        place = Place(self.places.path, *_place(event))
        hint = "Geen enkel bestand van de monitor heeft er zoveel; vanaf hier is het niet gelezen."
        raise _EnoughError(Problem(place, message, hint))

    def _problem(self, event: Any, message: str, hint: str) -> None:
        self.problems.append(Problem(Place(self.places.path, *_place(event)), message, hint))


_HANDLERS: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.DocumentStartEvent: _Builder.document,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.mapping,
    yaml.SequenceStartEvent: _Builder.sequence,
    yaml.AliasEvent: _Builder.alias,
    yaml.MappingEndEvent: _Builder.close,
    yaml.SequenceEndEvent: _Builder.close,
}


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(event: Any) -> str | int | None:
    text: str = event.value
    if event.style:
        return text
    if text in ("", "~", "null"):
        return None
    return int(text) if _INT.fullmatch(text) else text
