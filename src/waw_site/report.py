"""Problems as text for people, and as JSON or annotations for machines."""

import textwrap
from collections import Counter
from collections.abc import Callable, Sequence

from waw_site.problem import Ernst, Problem

WIDTH = 100
MOST = 1000  # problems that are printed; nobody reads on
_COLOURS = {Ernst.FOUT: "31", Ernst.WAARSCHUWING: "33", Ernst.OPMERKING: "36"}
_COUNTS = {
    Ernst.FOUT: ("fout", "fouten"),
    Ernst.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
    Ernst.OPMERKING: ("opmerking", "opmerkingen"),
}
_GITHUB = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.OPMERKING: "notice"}


def text(problems: Sequence[Problem], *, colour: bool = False) -> str:
    """Every problem with its place, what is wrong and what to do, at most WIDTH wide."""
    told = "".join(f"{_one(problem, colour)}\n" for problem in problems[:MOST])
    rest = len(problems) - MOST
    return f"{told}En nog {rest}; los eerst deze {MOST} op.\n" if rest > 0 else told


def _one(problem: Problem, colour: bool) -> str:
    word = str(problem.ernst)
    if colour:
        word = f"\x1b[{_COLOURS[problem.ernst]};1m{word}\x1b[0m"
    lines = [f"{problem.place}: {word}"]
    for part in (problem.melding, problem.hint):
        if part:
            lines += textwrap.wrap(
                part,
                WIDTH,
                initial_indent="  ",
                subsequent_indent="  ",
                break_on_hyphens=False,
            )
    return "\n".join(lines)


def counts(problems: Sequence[Problem]) -> str:
    """2 fouten, 1 waarschuwing; empty when there is nothing to count."""
    found = Counter(problem.ernst for problem in problems)
    return ", ".join(
        f"{found[ernst]} {names[found[ernst] != 1]}"
        for ernst, names in _COUNTS.items()
        if found[ernst]
    )


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, for machines."""
    import json

    rows = [
        {
            "bestand": p.place.path,
            "regel": p.place.line,
            "kolom": p.place.column,
            "ernst": str(p.ernst),
            "melding": p.melding,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands: an annotation at each place."""
    return "".join(
        f"::{_GITHUB[p.ernst]} file={_property(p.place.path)},line={p.place.line},"
        f"col={p.place.column}::{_message(f'{p.melding} {p.hint}'.strip())}\n"
        for p in problems
    )


def _message(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _message(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "tekst": text,
    "json": as_json,
    "github": as_github,
}
