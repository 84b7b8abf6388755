"""How numbers are written in Dutch: in digits and in words, and which of them are no figures."""

import re

from waw_site.spraak import Spraak

_EENHEDEN = (
    "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien"
).split()
_TIENTALLEN = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def _words() -> dict[str, int]:
    """Every whole number below a thousand as it is written in one word, and duizend."""
    found = dict(zip(_EENHEDEN, range(20), strict=True))
    for n, ten in enumerate(_TIENTALLEN, start=2):
        found[ten] = n * 10
        for unit, word in enumerate(_EENHEDEN[1:10], start=1):
            plain = "een" if unit == 1 else word
            link = "ën" if plain.endswith("e") else "en"
            found[f"{plain}{link}{ten}"] = n * 10 + unit
    below = dict(found)
    for n in range(1, 10):
        hundred = f"{'' if n == 1 else _EENHEDEN[n]}honderd"
        found[hundred] = n * 100
        for word, rest in below.items():
            if rest:
                plain = "een" if rest == 1 else word
                found[f"{hundred}{plain}"] = found[f"{hundred}en{plain}"] = n * 100 + rest
    for word, n in below.items():
        plain = "een" if n == 1 else word
        if 10 < n < 100:
            found[f"{plain}honderd"] = n * 100
        if n:
            found["duizend" if n == 1 else f"{plain}duizend"] = n * 1000
    return found | {"honderdduizend": 100_000}


WOORDEN = _words()
_HALVEN = (  # and other words that count without being a whole number
    "anderhalf anderhalve half halve helft kwart driekwart dozijn tiental tientallen honderden "
    "duizenden miljoen miljoenen miljard tweemaal driemaal viermaal verdubbeld gehalveerd"
).split()
_UNREPORTED = ("nul", "één")
_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_LARGE = re.compile(r"(\d+)(?:,(\d+))? (miljoen|duizend)")

_DIGITS = "|".join(
    (
        r"\d{1,9}(?:,\d{1,9})?\ (?:miljoen|duizend)\b",
        r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,9})?",
        r"\d{1,15}(?:,\d{1,9})?",
    )
)
_TOKEN = re.compile(
    rf"(?<![^\W_])(?:{_DIGITS})(?=x?(?![^\W_])|[a-z]{{4}})|[½¼¾]|[^\W\d_]+", re.IGNORECASE
)

_COUNTABLE = (
    "inwoners|mensen|personen|deelnemers|jongeren|trajecten|banen|werknemers|medewerkers|leerlingen|"
    "studenten|bedrijven|projecten|plekken|werkplekken|groepen|euro|procent|keer|uur|weken|maanden"
)
_YEAR = r"(?:19|20|21)\d\d"

_KORT = r"(?:jan|feb|mrt|apr|mei|jun|jul|aug|sept?|okt|nov|dec)\.?"
_DEEL = (
    "pagina|hoofdstuk|bijlage|tabel|figuur|artikel|lid|paragraaf|groep|niveau|mbo|hbo|versie|"
    "nummer|postbus|windows|covid"
)

_UUR = "één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_BEFORE_YEAR = (  # a year follows on one of these words, or begins a sentence
    "in|van|sinds|tot|eind|begin|medio|half|halverwege|voor|na|vanaf|uit|jaar|en|of|over|kwartaal|"
    "zomer|winter|najaar|voorjaar|herfst|lente|met|per|monitor|begroting|editie|plan|programma|"
    f"{_MAAND}|halfjaar|Q[1-4]|H[12]"
)

# What holds digits and is no figure.
_NO_FIGURES = re.compile(
    rf"""
      # links and addresses
      \]\([^)\n]{{0,500}}\) | <[^>\s]{{1,300}}> | (?:https?://|www\.)\S{{1,500}}
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w.-]{{1,200}}
      # quotations
    | “(?:(?!\n\n)[^”“]){{0,1000}}” | ‘(?!s\ )(?:(?!\n\n)[^’‘]){{0,1000}}’(?!\w)
    | "[^"\n]{{0,300}}" | „[^”“\n]{{0,300}}[”“] | «[^»\n]{{0,300}}»
      # dates
    | \b\d{{1,2}}\ (?:(?:en|tot|t/m|–|-)\ \d{{1,2}}\ )?(?:{_MAAND}|{_KORT}(?!\w))
      (?:\ {_YEAR}\b)?
    | \bhalf\ (?:{_MAAND})(?:\ {_YEAR})?\b | \b(?:eerste|tweede)\ helft\ van\ {_YEAR}\b
    | \b\d{{1,2}}[-/]\d{{1,2}}[-/](?:\d{{4}}|\d\d)\b
      # times
    | \bhalf\ (?:{_UUR})\b | \b24/7\b | \b\d{{1,2}}[.:]\d\d(?:\ uur)?\b
      (?![.,]?\d)(?!\ (?:miljoen|{_COUNTABLE}))
    | \b(?:om|van|vanaf|tot)\ \d{{1,2}}(?:\ (?:tot|–|-)\ \d{{1,2}})?\ uur\b
      # telephone numbers, postal codes, numbered parts and lists
    | \b0\d{{1,3}}[-\ ]?\d{{6,8}}\b | \b\d{{4}}\ ?(?-i:[A-Z]{{2}})\b
    | \b(?:{_DEEL})[-\ ]\d{{1,3}}(?:\.\d+)*\b(?:\ (?:of|en)\ \d{{1,2}}\b)?(?!\ (?:{_COUNTABLE}))
    | ^\ {{0,8}}\d{{1,2}}[.)](?=\ )
      # quarters and years
    | \b{_YEAR}[-/](?:Q[1-4]|H[12]|\d\d(?:-\d\d)?|{_YEAR})\b | \b(?:Q[1-4]|H[12])\b
    | \bjaren\ ['’]?\d0\b | ['’]\d\d\b
    | (?:\b(?:{_BEFORE_YEAR})\s+|(?-i:\b[A-Z][\w]{{0,30}}\s)|(?<=[(“‘])|(?<=[.!?:]\s)|^\W{{0,20}})
      {_YEAR}(?:[-/–](?:\d\d|{_YEAR}))?\b(?![.,]\d)(?!\ {{1,2}}(?:{_COUNTABLE})\b)(?!\ ?%)
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)

_TIJD = re.compile(
    r"""
    (?P<half>(?:een\ )?half\ jaar)
    | (?P<anderhalf>anderhalf\ jaar)
    | (?P<kwartaal>(?:een|één)\ kwartaal)
    | (?P<aantal>\d{1,3},5|\w{1,30})(?P<en>\ en\ een\ half)?\ (?P<maat>jaar|maanden|maand|kwartalen)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _maanden(text: str) -> int | None:
    match = _TIJD.fullmatch(text.strip())
    if not match:
        return None
    if match["half"]:
        return 6
    if match["anderhalf"]:
        return 18
    if match["kwartaal"]:
        return 3
    word = match["aantal"].lower()
    each = {"jaar": 12, "kwartalen": 3}.get(match["maat"].lower(), 1)
    if word.endswith(",5") and each == 12:
        return int(word.removesuffix(",5")) * 12 + 6
    number = 1 if word in ("een", "één") else _whole(word)
    if number is None:
        return None
    return number * each + (each // 2 if match["en"] else 0)


def _large(text: str) -> int | None:
    match = _LARGE.fullmatch(text)
    if not match:
        return None
    times = 1_000_000 if match[3] == "miljoen" else 1000
    part: int = int(match[2] or 0) * times // 10 ** len(match[2] or "")
    return int(match[1]) * times + part


def _whole(word: str) -> int | None:
    return WOORDEN.get(word, int(word) if word.isdecimal() else None)


SPRAAK = Spraak(
    woorden=WOORDEN,
    halven=frozenset(_HALVEN),
    niet_gemeld=_UNREPORTED,
    duizend=".",
    komma=",",
    getal=_TOKEN,
    geen_cijfers=_NO_FIGURES,
    samengesteld=_large,
    maanden=_maanden,
)
