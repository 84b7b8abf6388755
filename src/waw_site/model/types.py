"""The smallest things that the YAML may say, each with its own Dutch message."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from waw_site.catalogus import later
from waw_site.kwartaal import Datum, Kwartaal, Ritme
from waw_site.model import vorm

NVT = later("n.v.t.")
MOST_DIGITS = 9
LANGSTE = {"naam": 100, "regel": 1000, "proza": 10_000}  # characters
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[._ ,][0-9]{3})+|[0-9]+(?:_[0-9]+)+")


class Model(BaseModel):
    """A frozen piece of input: nothing unknown, nothing converted in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Verband:
    """What a value cannot tell: the rhythm of its programme, and what expressions in it become."""

    ritme: Ritme = Ritme.KWARTAAL
    merk: Callable[[str], str] = str


def _verband(info: ValidationInfo) -> Verband:
    return info.context if isinstance(info.context, Verband) else Verband()


def _wrong(message: str, hint: str = "") -> PydanticCustomError:
    return PydanticCustomError("waw", "{melding}", {"melding": message, "hint": hint})


def shown(value: object) -> str:
    """How a message quotes *value*: as the editor wrote it."""
    match value:
        case None:
            return "niets"
        case dict():
            return "een blok met sleutels"
        case list():
            return "een lijst"
        case _:
            return f"“{value}”"


def _kort(text: str, soort: str) -> str:
    most = LANGSTE[soort]
    if len(text) > most:
        raise _wrong(
            f"Hier staan {len(text)} tekens. Verwacht: hoogstens {most}.", "Maak het korter."
        )
    return text


def _slug(value: object) -> str:
    if isinstance(value, str) and _SLUG.fullmatch(value):
        return _kort(value, "naam")
    if isinstance(value, int) and value >= 0:
        raise _wrong(f"Hier staat het getal {value}. Verwacht: een naam.", f'Schrijf "{value}".')
    proposal = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
    usable = isinstance(value, (str, int)) and bool(proposal)
    hint = f"Schrijf {proposal}." if usable else ""
    if strange := re.search(r"[^\W\d_a-zA-Z]", str(value)):
        hint = (
            f"De letter “{strange[0]}” is er geen van a tot z, ook als zij erop lijkt; typ anders."
        )
    raise _wrong(
        f"Hier staat {shown(value)}. Verwacht: een korte naam met kleine letters, "
        "cijfers en streepjes.",
        hint,
    )


def _tekst(value: object) -> str:
    if isinstance(value, str) and "{{" in value:
        message = f"Hier staat {shown(value)}. Op deze plek kan geen cijfer tussen {{{{ en }}}}."
        raise _wrong(message, "Hoort hier de naam van een cijfer? Schrijf die zonder accolades.")
    return _regel(value)


def _regel(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return _kort(" ".join(value.split()), "regel")
    if isinstance(value, int):
        raise _wrong(f"Hier staat het getal {value}. Verwacht: tekst.", f'Schrijf "{value}".')
    raise _wrong(f"Hier staat {shown(value)}. Verwacht: tekst.")


def _proza(value: object, info: ValidationInfo) -> str:
    """
    A text; an empty line in it begins a new paragraph.

    The Verband of the validation says what each expression in it becomes.
    """
    full = isinstance(value, str) and value.strip()
    text = _kort(str(value), "proza") if full else _regel(value)
    marked = _verband(info).merk(text)
    return "\n".join(" ".join(line.split()) for line in marked.split("\n") if line.strip())


def _vaste_naam(value: object) -> str:
    text = _tekst(value)
    if not re.search(r"[^\W\d_]{2}", text):
        message = f"Hier staat {shown(value)}. Verwacht: een naam waar meer dan een getal in staat."
        raise _wrong(message, "Schrijf de hele naam, zoals “mbo-niveau 1 of 2”.")
    return text


def _email(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        return _kort(value, "regel")
    raise _wrong(f"Hier staat {shown(value)}. Verwacht: een e-mailadres.")


def _bedrag(value: object) -> int:
    """An amount in cents: 50455, or 50455,25 with cents."""
    text = str(value).strip() if isinstance(value, str | int) else ""
    if match := re.fullmatch(r"([0-9]{1,9})(?:[,.]([0-9]{2}))?", text):
        return int(match[1]) * 100 + int(match[2] or 0)
    hint = ""
    plain = re.sub(r"(?:€|EUR|\s)", "", text).removesuffix(",-")
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{2})?", plain):
        plain = plain.replace(".", "")
    if re.fullmatch(r"[0-9]+(?:,[0-9]{2})?", plain):
        hint = f"Schrijf {plain}." if plain.isdecimal() else f'Schrijf "{plain}".'
    raise _wrong(f"Hier staat {shown(value)}. Verwacht: een bedrag, zoals 50455 of 50455,25.", hint)


def _webadres(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"https?://[^\s<>\"]+", value):
        return _kort(value, "regel")
    message = f"Hier staat {shown(value)}. Verwacht: een adres dat met https:// begint."
    raise _wrong(message)


def _siteadres(value: object) -> str:
    address = _webadres(value)
    if re.fullmatch(r"https?://[^/?#]+/[^?#]*", address) and address.endswith("/"):
        return address
    plain = re.sub(r"(?:index\.html)?[?#].*$|index\.html$", "", address).rstrip("/")
    message = f"Hier staat {shown(value)}. Verwacht: een adres dat op / eindigt."
    raise _wrong(message, f"Schrijf {plain}/.")


def _sjabloon(value: object) -> str:
    address = str(value)
    names = re.findall(r"\{([^{}]*)\}", address)
    plain = re.fullmatch(r"https://[^\s<>\"\']+", address)
    if plain and set(names) == {"commit", "pad", "regel"}:
        return address
    raise _wrong(
        f"Hier staat {shown(value)}. Verwacht: een adres met {{commit}}, {{pad}} en {{regel}}.",
        "Bijvoorbeeld https://git.voorbeeld.nl/waw/blob/{commit}/{pad}#L{regel}",
    )


def _ja_nee(value: object) -> bool:
    if value in ("ja", "nee"):
        return value == "ja"
    close = {"true": "ja", "yes": "ja", "false": "nee", "no": "nee"}.get(str(value).lower())
    raise _wrong(
        f"Hier staat {shown(value)}. Verwacht: ja of nee.", f"Schrijf {close}." if close else ""
    )


def _kwartaal(value: object, info: ValidationInfo) -> Kwartaal:
    if isinstance(value, Kwartaal):
        return value
    ritme = _verband(info).ritme
    try:
        return Kwartaal.parse(str(value), ritme)
    except ValueError:
        hint = _kwartaal_hint(str(value), ritme)
        message = f"Hier staat {shown(value)}. Verwacht: een {ritme}, zoals {ritme.voorbeeld}."
        raise _wrong(message, hint) from None


_ANDERS = (  # how a period is written elsewhere: 2024Q2, K2 2024, H1-2024
    r"(?P<jaar>\d{4})[- ]?(?P<letter>[qQkKhH])[- ]?(?P<nummer>[1-4])",
    r"(?P<letter>[qQkKhH])(?P<nummer>[1-4])[- ]?(?P<jaar>\d{4})",
)


def _kwartaal_hint(text: str, ritme: Ritme) -> str:
    if match := re.fullmatch(r"(\d{4})-(\d{2})(?:-\d{2})?", text):
        if 1 <= (maand := int(match[2])) <= 12:
            return f"Dit is een datum; het {ritme} is {ritme.van(int(match[1]), maand)}."
        return ""
    if re.fullmatch(r"[12]\d{3}", text):
        return f"Zet het {ritme} erbij, zoals {Kwartaal(int(text), 1, ritme)}."
    other = next(filter(None, (re.fullmatch(pattern, text) for pattern in _ANDERS)), None)
    if other is None:
        return ""
    letter = other["letter"].upper().replace("K", "Q")
    try:
        meant = Kwartaal.parse(f"{other['jaar']}-{letter}{other['nummer']}")
    except ValueError:
        return ""
    if meant.ritme is ritme:
        return f"Schrijf {meant}."
    within = ritme.van(meant.jaar, meant.laatste_maand)
    return f"{meant} is een {meant.ritme}, en dit programma telt per {ritme}: {within}."


def _datum(value: object) -> Datum:
    try:
        return Datum.parse(str(value))
    except ValueError:
        match = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", str(value))
        hint = f"Schrijf {match[3]}-{int(match[2]):02d}-{int(match[1]):02d}." if match else ""
        message = (
            f"Hier staat {shown(value)}. Verwacht: een datum, zoals 2024-09-30, 2024-09 of 2024."
        )
        raise _wrong(message, hint) from None


def _getal(value: object) -> int | str | None:
    if value is None or value == NVT or (isinstance(value, int) and value >= 0):
        return value
    if isinstance(value, int):
        raise _wrong(f"Hier staat {value}. Een aantal kan niet onder nul liggen.")
    raise _wrong(f"Hier staat {shown(value)}. Verwacht: een heel getal.", _getal_hint(value))


def _getal_hint(value: object) -> str:
    text = value.strip()[:100] if isinstance(value, str) else ""
    for word in Kwalificatie:
        if re.fullmatch(rf"{word} [0-9]+", text):
            number = text.removeprefix(f"{word} ")
            return f"Schrijf {{waarde: {number}, kwalificatie: {word}}}."
    if _GROUPED.fullmatch(text):
        return f"Schrijf het getal zonder scheidingsteken: {re.sub('[._ ,]', '', text)}."
    if text.isdecimal() and text.startswith("0"):
        return f"Schrijf het getal zonder nul vooraan: {int(text)}."
    if text.isdecimal() and len(text) > MOST_DIGITS:
        return f"Een getal heeft hier hoogstens {MOST_DIGITS} cijfers."
    if text.isdecimal():
        return f"Door de aanhalingstekens is dit tekst. Schrijf {text} zonder aanhalingstekens."
    if re.fullmatch(r"[0-9]+ ?%", text):
        return f"Schrijf het getal zonder procentteken: {text.rstrip(' %')}."
    if re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        return "Rond af op een heel getal."
    if text.lower().replace(".", "").replace(" ", "") == "nvt":
        return f"Is het niet van toepassing? Schrijf dan {NVT}"
    return f"Is het niet gemeld? Laat de plek dan leeg. Niet van toepassing? Schrijf {NVT}"


def _heel(value: object) -> int:
    if isinstance(value, int) and value >= 0:
        return value
    hint = _getal_hint(value)
    needless = "n.v.t" in hint.lower() or "niet gemeld" in hint
    raise _wrong(f"Hier staat {shown(value)}. Verwacht: een heel getal.", "" if needless else hint)


def _deel(value: object) -> int | dict[str, int]:
    """The number of a part, or the numbers of the parts that it has by a second dimension."""
    if not isinstance(value, dict):
        return _heel(value)
    for name, number in value.items():
        if not (isinstance(number, int) and number >= 0):
            message = f"Bij “{name}” staat {shown(number)}. Verwacht: een heel getal."
            raise _wrong(message, "Is er niemand? Schrijf 0.")
    return value


def _scalar(check: Callable[[Any], Any]) -> PlainValidator:
    return PlainValidator(check)


Slug = Annotated[str, _scalar(_slug), vorm.SLUG]
Tekst = Annotated[str, _scalar(_tekst), vorm.TEKST]
Proza = Annotated[str, _scalar(_proza), vorm.PROZA, "proza"]  # a text in which figures can be bound
VasteNaam = Annotated[str, _scalar(_vaste_naam), vorm.TEKST]
Regel = Annotated[str, _scalar(_regel), vorm.REGEL, "regel"]  # a line in which no figure stands
Email = Annotated[str, _scalar(_email), vorm.EMAIL]
BedragVeld = Annotated[int, _scalar(_bedrag), vorm.BEDRAG]  # in cents
Sjabloon = Annotated[str, _scalar(_sjabloon), vorm.SJABLOON]
Webadres = Annotated[str, _scalar(_webadres), vorm.WEBADRES]
# Of a folder: it ends in a slash.
Siteadres = Annotated[str, _scalar(_siteadres), vorm.SITEADRES]
JaNee = Annotated[bool, _scalar(_ja_nee), vorm.JA_NEE]
KwartaalVeld = Annotated[Kwartaal, _scalar(_kwartaal), vorm.PERIODE]
DatumVeld = Annotated[Datum, _scalar(_datum), vorm.DATUM]
# May be absent; once named, not empty.
EchteDatum = Annotated[Datum | None, _scalar(_datum), vorm.DATUM]
Heel = Annotated[int, _scalar(_heel), vorm.HEEL]
DeelVeld = Annotated[int | dict[str, int], _scalar(_deel), vorm.DEEL]
Getal = Annotated[int | Literal["n.v.t."] | None, _scalar(_getal), vorm.GETAL]


class Kwalificatie(StrEnum):
    """How a published number relates to the real one; exact when there is none."""

    RUIM = later("ruim")
    IETS_MEER_DAN = later("iets meer dan")
    MEER_DAN = later("meer dan")
    MINSTENS = later("minstens")
    BIJNA = later("bijna")
    MINDER_DAN = later("minder dan")
    TEN_HOOGSTE = later("ten hoogste")
    ONGEVEER = later("ongeveer")


class Oordeel(StrEnum):
    """Is it on course? The words of a status, computed or published."""

    DOEL_BEREIKT = later("doel bereikt")
    OP_KOERS = later("op koers")
    BIJSTUREN = later("bijsturen")
    ACHTER = later("achter")
