"""A problem in the input: where it stands, what is wrong, and what to do about it."""

import errno
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Ernst(StrEnum):
    """How serious a problem is; only a fout stops the build (with --strict a waarschuwing too)."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Place:
    """A place in an input file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    __repr__ = __str__


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One Dutch sentence about one place, with a hint when there is one."""

    place: Place
    melding: str
    hint: str = ""
    ernst: Ernst = Ernst.FOUT

    def __post_init__(self) -> None:
        """Take out what would make it unreadable: it quotes what stood in a file."""
        for field in ("melding", "hint"):
            text = getattr(self, field)
            if len(text) > _LONG or not text.isprintable():
                object.__setattr__(self, field, zichtbaar(_cut(text)))


_LONG = 300  # characters; no message of ours is longer by itself
_QUOTED = re.compile(r"([“(][^”)]{80})[^”)]+|(\S{100})\S+")


def zichtbaar(text: str) -> str:
    """*text* on one line, with a question mark for each character that cannot be seen."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in text)


def _cut(text: str) -> str:
    """A value of a million characters is quoted in part."""
    if len(text) <= _LONG:
        return text
    short = _QUOTED.sub(lambda found: f"{found[1] or found[2]}…", text)
    return short if len(short) <= 3 * _LONG else f"{short[: 3 * _LONG]}…"


_OORZAKEN = {
    errno.EACCES: "geen toegang",
    errno.EPERM: "geen toegang",
    errno.ENOENT: "het bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "het is een map",
    errno.ENOSPC: "de schijf is vol",
    errno.EEXIST: "het is er al",
    errno.EBUSY: "een ander wijzigde het intussen",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EFBIG: "een bestand werd te groot",
    errno.EDQUOT: "er is geen ruimte meer voor deze gebruiker",
    errno.ELOOP: "het is een snelkoppeling",
}


def oorzaak(error: OSError) -> str:
    """Why the system could not do something, in Dutch."""
    return _OORZAKEN.get(error.errno or 0, f"fout {error.errno} van het systeem")


def nearest(word: str, known: Iterable[str]) -> str:
    """Propose the known word that *word* was probably meant to be, or list those there are."""
    known = sorted(known)
    lowered = {k.lower(): k for k in known}
    close = get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    if close:
        return f"Bedoelde u “{lowered[close[0]]}”?"
    if not known:
        return ""
    if len(known) > 12:
        return f"Kies een van de {len(known)} namen, zoals “{known[0]}” of “{known[1]}”."
    return "Mogelijk is hier: " + ", ".join(known) + "."
