"""The page of the manual that explains each message, made of the broken sites of the tests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FAULTS = ROOT / "tests/sites_invalid"
GOOD = ROOT / "tests/sites/klein"
PAGE = ROOT / "docs/handleiding/meldingen.md"
LONGEST = 100  # characters of a line that is shown
_PLACE = re.compile(r"^(\S.*):(\d+):\d+: (fout|waarschuwing|opmerking)$", re.MULTILINE)
_VARIES = re.compile(r"“[^”]*”|\d[\d.,-]*")
_HEAD = """# Meldingen, en wat u doet

Elke melding zegt in welk bestand en op welke regel iets niet klopt, wat er is, en vaak ook wat u
kunt doen. Hieronder staan zij op alfabet, elk met een voorbeeld en de regel waar het om ging. Zoek
op de eerste woorden van de melding. Namen en getallen zijn bij u anders.

Deze bladzijde wordt gemaakt uit dezelfde voorbeelden waarmee het programma zelf wordt nagekeken.
"""


@dataclass(frozen=True, slots=True)
class Melding:
    """A message with what it says to do, and the line that gave it."""

    melding: str
    hint: str
    ernst: str
    path: str
    number: int
    line: str

    @property
    def kind(self) -> str:
        """The message without what differs from one case to the next."""
        return _VARIES.sub("…", self.melding)


def meldingen() -> str:
    """The whole page, in Markdown."""
    kinds: dict[str, Melding] = {}
    for fault in sorted(path for path in FAULTS.iterdir() if path.is_dir()):
        for melding in _told(fault):
            kinds.setdefault(melding.kind, melding)
    known = sorted(kinds.values(), key=lambda m: re.sub(r"\W", "", m.kind).lower())
    return "\n".join([_HEAD, *(_entry(melding) for melding in known)])


def _told(fault: Path) -> Iterator[Melding]:
    """What `check` says of one broken site."""
    parts = _PLACE.split((fault / "_problems.txt").read_text(encoding="utf-8"))[1:]
    for path, number, ernst, text in zip(*(parts[n::4] for n in range(4)), strict=True):
        words = " ".join(text.split())
        melding, _, hint = re.sub(r"(?<=[.?…]) (?=[A-Z“])", "\n", words, count=1).partition("\n")
        yield Melding(melding, hint, ernst, path, int(number), _line(fault, path, int(number)))


def _line(fault: Path, path: str, number: int) -> str:
    """The line that a message is about; nothing where the file is not there or cannot be read."""
    file = next((top / path for top in (fault, GOOD) if (top / path).is_file()), None)
    if file is None:
        return ""
    lines = file.read_bytes().decode(errors="replace").splitlines()
    line = lines[number - 1].strip() if number <= len(lines) else ""
    return line if line.isprintable() and len(line) <= LONGEST else ""


def _entry(melding: Melding) -> str:
    said = f"{_safe(melding.melding)}"
    told = f"\n{_safe(melding.hint)}\n" if melding.hint else ""
    shown = f"\n    {melding.line}\n" if melding.line else ""
    where = f"{melding.ernst.capitalize()}, in `{melding.path}`, regel {melding.number}."
    return f"**{said}**\n{told}\n{where}\n{shown}"


def _safe(words: str) -> str:
    """Words that Markdown leaves as they are."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", words)


if __name__ == "__main__":
    PAGE.write_text(meldingen(), encoding="utf-8")
