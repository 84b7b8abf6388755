"""The bytes of an input file → text."""

import re
from dataclasses import dataclass

from waw_site.problem import Ernst, Place, Problem

# Characters that cannot be seen, or that turn the direction of what stands around them.
INVISIBLE = re.compile(
    "[^\t\n\x20-\x7e\x85\xa0-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff"
    "\uf900-\ufefe\uff00-\ufff8\ufffc\ufffd\U00010000-\U000dffff]"
    "|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U0001d173-\U0001d17a]"
)
VUL_AAN = "[Vul aan"  # where something is still to be written
HERSCHRIJF = "[Herschrijf"  # what was carried over, and may not be published as it is
SCHEMES = ("https://", "http://", "mailto:")  # where a link may lead


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text of content/: its title (the first `# ` line, if any) and its Markdown."""

    path: str
    titel: str | None
    markdown: str
    line: int  # the line in the file on which the Markdown begins


def vul_aan(what: str) -> str:
    """The mark of what is still to be written, which is *what*."""
    return f"{VUL_AAN}: {what}]"


def herschrijf(what: str) -> str:
    """The mark of what was carried over and is to be rewritten: *what* says why."""
    return f"{HERSCHRIJF}: {what}]"


def decode(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """UTF-8 text with plain line ends, and remarks on what had to be put right for that."""
    problems = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "Sla het op als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8)."
        return None, [Problem(Place(path), "Dit bestand is opgeslagen als UTF-16.", hint)]
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        problems.append(
            _remark(
                path, "Dit bestand begint met een onzichtbaar teken (BOM).", "als UTF-8 zonder BOM"
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        message = f"Hier staat een teken dat geen UTF-8 is (byte {data[error.start]:#04x})."
        hint = "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering UTF-8)."
        return None, [*problems, Problem(Place(path, line, column), message, hint)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(
            _remark(path, "Dit bestand heeft regeleinden van Windows (CRLF).", "met regeleinden LF")
        )
    if found := INVISIBLE.search(text):
        before_it = text[: found.start()]
        line, column = before_it.count("\n") + 1, len(before_it) - before_it.rfind("\n")
        return None, [*problems, invisible(Place(path, line, column))]
    return text, problems


def invisible(place: Place) -> Problem:
    """What to say of a character that has no place in a text."""
    return Problem(place, "Hier staat een onzichtbaar stuurteken.", "Verwijder het.")


def _remark(path: str, message: str, better: str) -> Problem:
    return Problem(
        Place(path), message, f"Het is gelezen; bewaar het liever {better}.", Ernst.OPMERKING
    )
