"""How numbers are written in English: in digits and in words, and which of them are no figures."""

import re

from waw_site.spraak import Spraak

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


def _words() -> dict[str, int]:
    """Every whole number below a hundred as it is written, and the large ones by themselves."""
    found = dict(zip(_UNITS, range(20), strict=True))
    for n, ten in enumerate(_TENS, start=2):
        found[ten] = n * 10
        found |= {f"{ten}-{word}": n * 10 + u for u, word in enumerate(_UNITS[1:10], start=1)}
    return found | {"hundred": 100, "thousand": 1000}


WOORDEN = _words()
_HALVES = frozenset(  # and other words that count without being a whole number
    "half halves halved halving two-thirds three-quarters dozen dozens hundreds thousands million "
    "millions billion twice thrice double doubled triple tripled threefold".split()
)
_WORD = "|".join(sorted(WOORDEN, key=len, reverse=True))
_COMPOUND = (
    rf"(?:(?:(?:{_WORD}|a)|\d{{1,9}}(?:\.\d{{1,9}})?)\ )(?:hundred|thousand|million)"
    rf"(?:\ and\ (?:{_WORD}))?"
)
_LARGE = re.compile(
    rf"(?P<first>{_WORD}|a|\d+(?:\.\d+)?)\ (?P<times>hundred|thousand|million)"
    rf"(?:\ and\ (?P<rest>{_WORD}))?"
)
_DIGITS = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"
_TOKEN = re.compile(
    rf"(?<![^\W_]){_COMPOUND}\b"
    rf"|(?<![^\W_])(?:{_DIGITS})(?=x?(?![^\W_])|(?!st\b|nd\b|rd\b|th\b)[a-z]{{4}})|[½¼¾]"
    r"|\btwo-thirds\b|\bthree-quarters\b"
    rf"|\b(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})\b|[^\W\d_]+",
    re.IGNORECASE,
)

_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_COUNTABLE = (
    "residents|people|persons|participants|jobs|employees|workers|pupils|students|companies|"
    "employers|projects|places|groups|pathways|euros?|per\\ cent|percent|times|hours|weeks|months"
)
_YEAR = r"(?:19|20|21)\d\d"
_PART = (
    "page|chapter|annex|appendix|table|figure|article|paragraph|section|group|level|mbo|hbo|"
    "version|number|no\\.|box|windows|covid"
)
_BEFORE_YEAR = (  # a year follows on one of these words, or begins a sentence
    "in|of|since|until|till|early|late|mid|from|to|by|before|after|and|or|during|year|over|through|"
    "spring|summer|autumn|winter|with|per|for|monitor|budget|edition|plan|programme|"
    f"{_MONTH}|Q[1-4]|H[12]"
)

# What holds digits and is no figure.
_NO_FIGURES = re.compile(
    rf"""
      # links and addresses
      \]\([^)\n]{{0,500}}\) | <[^>\s]{{1,300}}> | (?:https?://|www\.)\S{{1,500}}
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w.-]{{1,200}}
      # quotations
    | “(?:(?!\n\n)[^”“]){{0,1000}}” | (?<!\w)‘(?:(?!\n\n)[^’‘]){{0,1000}}’(?!\w)
    | "[^"\n]{{0,300}}"
      # dates
    | \b{_DAY}\ (?:(?:and|to|–|-)\ {_DAY}\ )?(?:{_MONTH})(?:\ {_YEAR}\b)?
    | \b(?:{_MONTH})\ {_DAY}(?:,?\ {_YEAR})?\b | \b(?:first|second)\ half\ of\ {_YEAR}\b
    | \b\d{{1,2}}[-/]\d{{1,2}}[-/](?:\d{{4}}|\d\d)\b | \bhalf-years?\b
      # times
    | \bhalf\ past\ \w+ | \b24/7\b | \b\d{{1,2}}:\d\d\b | \b\d{{1,2}}(?:[.:]\d\d)?\ ?[ap]\.?m\b
      # telephone numbers, postal codes, numbered parts and lists
    | \b0\d{{1,3}}[-\ ]?\d{{6,8}}\b | \b\d{{4}}\ ?(?-i:[A-Z]{{2}})\b
    | \b(?:{_PART})[-\ ]\d{{1,3}}(?:\.\d+)*\b(?:\ (?:or|and)\ \d{{1,2}}\b)?(?!\ (?:{_COUNTABLE}))
    | ^\ {{0,8}}\d{{1,2}}[.)](?=\ )
      # quarters and years
    | \b{_YEAR}[-/](?:Q[1-4]|H[12]|\d\d(?:-\d\d)?|{_YEAR})\b | \b(?:Q[1-4]|H[12])\b
    | \b(?:19|20)?\d0s\b | ['’]\d\d\b
    | (?:\b(?:{_BEFORE_YEAR})\s+|(?-i:\b[A-Z][\w]{{0,30}}\s)|(?<=[(“‘])|(?<=[.!?:]\s)|^\W{{0,20}})
      {_YEAR}(?:[-/–](?:\d\d|{_YEAR}))?\b(?![.,]\d)(?!\ {{1,2}}(?:{_COUNTABLE})\b)(?!\ ?%)
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)

_TIME = re.compile(
    r"""
    (?P<half>half\ a\ year) | (?P<anderhalf>a\ year\ and\ a\ half)
    | (?P<aantal>\d{1,3}\.5|[\w-]{1,30})(?P<en>\ and\ a\ half)?\ (?P<maat>years?|months?|quarters?)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _large(text: str) -> int | None:
    match = _LARGE.fullmatch(text)
    if not match:
        return None
    first, times = match["first"], _TIMES[match["times"]]
    whole, _, part = first.partition(".")
    if not whole.isdecimal():
        number = (1 if whole == "a" else WOORDEN[whole]) * times
    else:
        number = int(whole) * times + int(part or 0) * times // 10 ** len(part)
    return number + WOORDEN.get(match["rest"] or "zero", 0)


def _months(text: str) -> int | None:
    match = _TIME.fullmatch(text)
    if not match:
        return None
    if match["half"]:
        return 6
    if match["anderhalf"]:
        return 18
    word = match["aantal"].lower()
    each = {"year": 12, "quarter": 3}.get(match["maat"].lower().removesuffix("s"), 1)
    if word.endswith(".5") and each == 12:
        return int(word.removesuffix(".5")) * 12 + 6
    number = 1 if word == "a" else WOORDEN.get(word, int(word) if word.isdecimal() else None)
    if number is None:
        return None
    return number * each + (each // 2 if match["en"] else 0)


SPRAAK = Spraak(
    woorden=WOORDEN,
    halven=_HALVES,
    niet_gemeld=("zero", "one"),
    duizend=",",
    komma=".",
    getal=_TOKEN,
    geen_cijfers=_NO_FIGURES,
    samengesteld=_large,
    maanden=_months,
)
