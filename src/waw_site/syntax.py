"""What libyaml says of a file that it cannot read → a Dutch problem at its place."""

import re

import yaml

from waw_site.problem import Place, Problem

# Part of what libyaml says, the message, the hint, and whether to point at where it opens.
_MESSAGES: tuple[tuple[str, str, str, bool], ...] = (
    (
        "cannot start any token",
        "Dit teken kan hier niet staan.",
        "Zet tekst die met een leesteken begint tussen aanhalingstekens.",
        False,
    ),
    ("found a tab", "Hier staat een tab.", "Spring in met spaties.", False),
    (
        "mapping values are not allowed",
        "Deze dubbele punt kan hier niet staan.",
        "Ontbreekt er een op de regel erboven? Zet tekst met een : erin tussen aanhalingstekens.",
        False,
    ),
    (
        "could not find expected ':'",
        "Hier ontbreekt een dubbele punt, of een streepje ervoor.",
        "Schrijf sleutel: waarde, of begin een deel van een lijst met een streepje.",
        True,
    ),
    (
        "did not find expected key",
        "Deze regel past niet bij wat erboven staat.",
        "Kijk of het inspringen klopt.",
        False,
    ),
    (
        "did not find expected '-' indicator",
        "Deze regel past niet in de lijst erboven.",
        "Kijk of het inspringen klopt, en of het streepje er staat.",
        False,
    ),
    (
        "did not find expected node content",
        "Hier ontbreekt iets: een waarde of een haak.",
        "Vul de waarde in, of sluit met } of ].",
        True,
    ),
    (
        "did not find expected ',' or",
        "Deze haak wordt niet gesloten.",
        "Zet een komma tussen de delen en sluit met } of ].",
        True,
    ),
    (
        "found unexpected end of stream",
        "De aanhalingstekens worden niet gesloten.",
        "Zet het sluitende aanhalingsteken.",
        True,
    ),
    (
        "undefined tag handle",
        "Hier staat een typeaanduiding (!).",
        "Zet tekst die met ! begint tussen aanhalingstekens.",
        False,
    ),
)


def explain(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """What is wrong where libyaml could not read on."""
    words = f"{getattr(error, 'problem', '')} {getattr(error, 'reason', '')}"
    tab = re.search(r"^ *\t", text[: _end_of_line(text, error)].rpartition("\n")[2])
    if tab:
        line = _mark(error)[0]
        return Problem(
            Place(path, line, tab.end()), "Hier staat een tab.", "Spring in met spaties."
        )
    if "{{" in text[: _end_of_line(text, error)].rpartition("\n")[2]:
        hint = "Zet een tekst die met {{ begint tussen aanhalingstekens."
        return Problem(Place(path, *_mark(error)), "Deze regel is geen geldige YAML.", hint)
    for part, message, hint, opens in _MESSAGES:
        if part in words:
            return Problem(Place(path, *_mark(error, opens=opens)), message, hint)
    message = "Dit is geen geldige YAML."
    hint = "Vergelijk deze regel met een bestand dat goed is."
    return Problem(Place(path, *_mark(error)), message, hint)


def _mark(error: yaml.YAMLError, *, opens: bool = False) -> tuple[int, int]:
    """Line and column of what libyaml stumbled over, or of what that belongs to (*opens*)."""
    names = ("context_mark", "problem_mark") if opens else ("problem_mark", "context_mark")
    mark = next((m for name in names if (m := getattr(error, name, None))), None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _end_of_line(text: str, error: yaml.YAMLError) -> int:
    """Where the line that libyaml stumbled over ends."""
    line = _mark(error)[0]
    return len("\n".join(text.split("\n")[:line]))
