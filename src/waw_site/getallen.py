"""Numbers in Dutch text: in digits and in words, and which of them are no figures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_EENHEDEN = (
    "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig"
).split()
_TIENTALLEN = {
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
    "honderd": 100,
}
WOORDEN = {word: n for n, word in enumerate(_EENHEDEN)} | _TIENTALLEN
_HALVEN = ("anderhalf", "anderhalve", "half", "halve")
_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"

_DIGITS = r"\d+(?:,\d+)?\ (?:miljoen|duizend)|\d+(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_LARGE = re.compile(r"(\d+)(?:,(\d+))? (miljoen|duizend)")
_REPORTED = [w for w in WOORDEN if w not in ("nul", "één")]
_NUMBER = re.compile(
    rf"(?<![\w])(?:{_DIGITS})(?![\w])|\b(?:{'|'.join([*_REPORTED, *_HALVEN])})\b", re.IGNORECASE
)
_COUNTED = re.compile(rf"(?<![\w])(?:{_DIGITS})(?![\w])|\b(?:{'|'.join(WOORDEN)})\b", re.IGNORECASE)

# What holds digits and is no figure: links, quotations, dates, quarters and years.
_NO_FIGURES = re.compile(
    rf"""
      \]\([^)]*\) | <[^>\s]+> | https?://\S+ | [\w.+-]+@[\w.-]+ | `[^`\n]*`
    | “[^”]*” | ‘[^’]*’ | "[^"\n]*"
    | \b\d{{1,2}}\ (?:{_MAAND})\b (?:\ \d{{4}}\b)? | \bhalf\ (?:{_MAAND})\b
    | \b(?:19|20|21)\d\d(?:-Q[1-4]|-\d\d(?:-\d\d)?)?\b(?![.,]\d) | \bQ[1-4]\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Getal:
    """A number in a text: where it stands, as it stands there, and how much it is."""

    start: int
    tekst: str
    waarde: int | None  # None: no whole number


def kale_getallen(text: str, namen: Iterable[str] = ()) -> Iterator[Getal]:
    """
    The numbers of *text* that look like figures.

    Not those in dates, quarters, years, links, quotations, and *namen*, which are names that hold a
    number.
    """
    yield from _found(_NUMBER, _without(text, namen))


def getallen(text: str) -> list[Getal]:
    """All whole numbers of a few words, `één` included."""
    return list(_found(_COUNTED, text))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Getal]:
    for match in pattern.finditer(text):
        yield Getal(match.start(), match[0], _value(match[0].lower()))


def _value(word: str) -> int | None:
    if match := _LARGE.fullmatch(word):
        times = 1_000_000 if match[3] == "miljoen" else 1000
        part: int = int(match[2] or 0) * times // 10 ** len(match[2] or "")
        return int(match[1]) * times + part
    if word in WOORDEN:
        return WOORDEN[word]
    digits = word.replace(".", "")
    return int(digits) if digits.isdecimal() else None


def _without(text: str, namen: Iterable[str]) -> str:
    """*text* with everything that is no figure blanked out, so that places stay."""
    for naam in namen:
        at = text.lower().find(naam.lower())
        while at >= 0:
            text = text[:at] + " " * len(naam) + text[at + len(naam) :]
            at = text.lower().find(naam.lower(), at + len(naam))
    return _NO_FIGURES.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


_TIJD = re.compile(
    r"""
    (?P<half>een\ half\ jaar|half\ jaar|een\ halfjaar)
    | (?P<anderhalf>anderhalf\ jaar)
    | (?P<kwartaal>een\ kwartaal)
    | (?P<aantal>\w+)(?P<en>\ en\ een\ half)?\ (?P<maat>jaar|maanden|maand|kwartalen)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def maanden(text: str) -> int | None:
    """A time in words as a number of months: twee en een half jaar → 30; None for other words."""
    match = _TIJD.search(text)
    if not match:
        return None
    if match["half"]:
        return 6
    if match["anderhalf"]:
        return 18
    if match["kwartaal"]:
        return 3
    word = match["aantal"].lower()
    number = 1 if word in ("een", "één") else _value(word)
    if number is None:
        return None
    each = {"jaar": 12, "kwartalen": 3}.get(match["maat"].lower(), 1)
    return number * each + (each // 2 if match["en"] else 0)
