"""Problems as text for people, and as JSON or annotations for machines."""

import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from waw_site.cache import digest
from waw_site.problem import Ernst, Problem

if TYPE_CHECKING:
    from waw_site.te_doen import Soort, Taak

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


def taken(todo: "Sequence[Taak]") -> str:
    """What is to be done, per editor and kind of work; empty when there is nothing to do."""
    lines: list[str] = []
    for redacteur, own in groupby(todo, key=lambda taak: taak.redacteur):
        lines.append(f"Te doen voor {redacteur}:")
        for soort, same in groupby(own, key=lambda taak: taak.soort):
            lines += _work(soort, [taak.wat for taak in same])
    return "".join(f"{line}\n" for line in lines)


def _work(soort: "Soort", names: Sequence[str]) -> list[str]:
    """How much of one kind, and what; texts by the folder that they lie in."""
    one, more = soort.value
    told = f"nog {len(names)} {one if len(names) == 1 else more}:"
    folders: dict[str, list[str]] = {}
    for name in names:
        folder, _, file = name.rpartition("/")
        folders.setdefault(folder, []).append(file)
    if list(folders) == [""]:
        return _wrapped(f"{told} {', '.join(names)}", 2)
    lines = (f"{folder}/: {', '.join(files)}" for folder, files in folders.items())
    return [f"  {told}", *(part for line in lines for part in _wrapped(line, 4))]


def _wrapped(line: str, indent: int) -> list[str]:
    first, rest = " " * indent, " " * (indent + 2)
    return textwrap.wrap(
        line, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def as_json(problems: Sequence[Problem], todo: "Sequence[Taak]" = ()) -> str:
    """A list of objects, for machines; what is to be done last."""
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
    rows += [
        {
            "bestand": taak.place.path,
            "regel": taak.place.line,
            "kolom": taak.place.column,
            "ernst": "te doen",
            "melding": f"Nog te doen: {taak.soort.value[0]} ({taak.wat}).",
            "hint": "",
            "redacteur": taak.redacteur,
        }
        for taak in todo
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], _: "Sequence[Taak]" = ()) -> str:
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


_GITLAB = {Ernst.FOUT: "critical", Ernst.WAARSCHUWING: "minor", Ernst.OPMERKING: "info"}


def as_gitlab(problems: Sequence[Problem], _: "Sequence[Taak]" = ()) -> str:
    """
    A Code Quality report, as GitLab reads it (docs.gitlab.com/ci/testing/code_quality).

    A fingerprint holds no line: what only moves is no new remark. Of two that say the same of one
    file the second has another.
    """
    import json

    seen: Counter[tuple[str, str]] = Counter()
    rows = []
    for p in problems:
        same = (p.place.path, p.melding)
        seen[same] += 1
        rows.append(
            {
                "description": f"{p.melding} {p.hint}".strip(),
                "check_name": str(p.ernst),
                "fingerprint": digest(*same, str(seen[same])),
                "severity": _GITLAB[p.ernst],
                "location": {"path": p.place.path, "lines": {"begin": p.place.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


MACHINES: dict[str, Callable[[Sequence[Problem], "Sequence[Taak]"], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
FORMATS = ("tekst", *MACHINES)
