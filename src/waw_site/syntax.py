"""What libyaml says of a file that it cannot read → a Dutch problem at its place."""

import re

import yaml

from waw_site.problem import Place, Problem

_MESSAGES = (
    (
        "cannot start any token",
        "Dit teken kan hier niet staan.",
        "Zet tekst die met een leesteken begint tussen aanhalingstekens.",
    ),
    ("found a tab", "Hier staat een tab.", "Spring in met spaties."),
    (
        "mapping values are not allowed",
        "Deze dubbele punt kan hier niet staan.",
        "Zet tekst met een dubbele punt tussen aanhalingstekens; kijk of het inspringen klopt.",
    ),
    (
        "could not find expected ':'",
        "Hier ontbreekt een dubbele punt na de sleutel.",
        "Schrijf sleutel: waarde.",
    ),
    (
        "did not find expected key",
        "Deze regel past niet bij wat erboven staat.",
        "Kijk of het inspringen klopt.",
    ),
    (
        "did not find expected '-' indicator",
        "Deze regel past niet in de lijst erboven.",
        "Kijk of het inspringen klopt, en of het streepje er staat.",
    ),
    (
        "did not find expected ',' or",
        "Deze haak wordt niet gesloten.",
        "Zet een komma tussen de delen en sluit met } of ].",
    ),
    (
        "found unexpected end of stream",
        "De aanhalingstekens worden niet gesloten.",
        "Zet het sluitende aanhalingsteken.",
    ),
    (
        "undefined tag handle",
        "Hier staat een typeaanduiding (!).",
        "Zet tekst die met ! begint tussen aanhalingstekens.",
    ),
    (
        "control characters are not allowed",
        "Hier staat een onzichtbaar stuurteken.",
        "Verwijder het.",
    ),
    (
        "special characters are not allowed",
        "Hier staat een onzichtbaar stuurteken.",
        "Verwijder het.",
    ),
)


def explain(path: str, text: str, error: yaml.YAMLError) -> Problem:
    """What is wrong where libyaml could not read on."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    words = f"{getattr(error, 'problem', '')} {getattr(error, 'reason', '')}"
    line, column = (mark.line + 1, mark.column + 1) if mark else _control(text)
    place = Place(path, line, column)
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    before = here[: len(here) - len(here.lstrip())]
    if "\t" in before:
        return Problem(
            Place(path, line, before.index("\t") + 1),
            "Hier staat een tab.",
            "Spring in met spaties.",
        )
    for part, message, hint in _MESSAGES:
        if part in words:
            return Problem(place, message, hint)
    return Problem(
        place, "Dit is geen geldige YAML.", "Vergelijk deze regel met een bestand dat goed is."
    )


def _control(text: str) -> tuple[int, int]:
    """The place of the first character that YAML does not allow; its reader gives only an index."""
    match = re.search("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    before = text[: match.start()] if match else ""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
