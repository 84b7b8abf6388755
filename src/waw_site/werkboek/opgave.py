"""A figure as it stands in a cell: what may be written there, and what it means."""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from waw_site.model import NVT, Cijfer, Kwalificatie
from waw_site.model.types import MOST_DIGITS
from waw_site.notation import STREEP, VERBORGEN, opsomming
from waw_site.text import INVISIBLE

NIET_GEMELD = "niet gemeld"
MEESTE = 10**MOST_DIGITS - 1  # the largest number that the YAML can hold
_STREPEN = (STREEP, "-", "—", "−", NIET_GEMELD)
_GEGROEPEERD = re.compile(r"[0-9]{1,3}(?:[.  '’][0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_GEBROKEN = re.compile(r"-?[0-9][0-9.  ]*,[0-9]+|-?[0-9]+\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Opgave:
    """A number with its qualifier, n.v.t., or None for what was not reported."""

    waarde: int | Literal["n.v.t."] | None
    kwalificatie: str | None = None

    def __str__(self) -> str:
        if self.waarde is None:
            return NIET_GEMELD
        return f"{self.kwalificatie} {self.waarde}" if self.kwalificatie else str(self.waarde)

    @classmethod
    def van(cls, cijfer: Cijfer) -> "Opgave":
        """What *cijfer* says."""
        word = str(cijfer.kwalificatie) if cijfer.kwalificatie else None
        return cls(cijfer.waarde, word)


class AfgekeurdError(Exception):
    """What stands in a cell cannot be used: why, and what to do."""

    def __init__(self, melding: str, hint: str = "") -> None:
        super().__init__(melding)
        self.melding = melding
        self.hint = hint


def lees(value: object, *, opmaak: str = "", csv: bool = False) -> Opgave | None:
    """
    The figure in a cell; None for an empty one.

    *opmaak* is the format of a number in Excel. In a CSV file every number is text, so there digits
    are a number. Raises AfgekeurdError.
    """
    match value:
        case None:
            return None
        case bool():
            word = "WAAR" if value else "ONWAAR"
            raise AfgekeurdError(f"Hier staat {word}. Verwacht: een heel getal.")
        case int() | float():
            return Opgave(_geheel(float(f"{value:.15g}"), opmaak))
        case datetime.date() | datetime.time() | datetime.timedelta():
            raise datum(value)
        case str():
            return _tekst(value, csv=csv)
    raise AfgekeurdError(f"Hier staat “{value}”. Verwacht: een heel getal.")


def datum(value: object) -> AfgekeurdError:
    """Excel makes a date of what looks like one: 2-4 becomes 2 April."""
    shown = f"{value:%H:%M}" if isinstance(value, datetime.time) else str(value)
    if isinstance(value, datetime.date):
        shown = f"{value.day}-{value.month}-{value.year}"
    message = f"Excel maakte hier een datum of tijd van ({shown})."
    hint = "Zet de opmaak van de cel op Standaard of Tekst, en typ opnieuw wat u bedoelde."
    return AfgekeurdError(message, hint)


def _geheel(number: float, opmaak: str) -> int:
    shown = f"{number:.10g}".replace(".", ",")
    if "%" in opmaak and number:
        percent = round(number * 100, 6)
        hint = f"Zet de opmaak op Getal en typ {percent:g}, zonder procentteken."
        raise AfgekeurdError(f"Hier staat {percent:g}%: voor Excel is dat {shown}.", hint)
    if number < 0:
        message = f"Hier staat {shown}. Een aantal kan niet onder nul liggen."
        raise AfgekeurdError(message, "Vul de stand in die er is, geen verschil.")
    if number > MEESTE:
        raise AfgekeurdError(f"Een getal heeft hier hoogstens {MOST_DIGITS} cijfers.")
    if number != int(number):
        raise AfgekeurdError(f"Hier staat {shown}. Verwacht: een heel getal.", "Rond het zelf af.")
    return int(number)


def _tekst(text: str, *, csv: bool) -> Opgave | None:
    word = " ".join(text.split())
    bare = word.lstrip("'‘’")
    if not bare:
        return None
    if bare == NVT:
        return Opgave("n.v.t.")
    if bare.casefold() in _STREPEN:
        return Opgave(None)
    for kwalificatie in Kwalificatie:
        rest = bare.removeprefix(f"{kwalificatie} ")
        if rest != bare and rest.isdecimal() and rest.isascii():
            return Opgave(_geheel(int(rest[:20]), ""), str(kwalificatie))
    if re.fullmatch(r"[+-]?[0-9]+(?:\.0+)?", bare) and not _GEGROEPEERD.fullmatch(bare):
        number = _geheel(float(bare), "")
        if csv:
            return Opgave(number)
        message = f"Hier staat “{text}” als tekst; het lijkt op een getal."
        hint = f"Zet de opmaak van de cel op Getal en typ {number}, zonder spatie of apostrof."
        raise AfgekeurdError(message, hint)
    raise AfgekeurdError(f"Hier staat “{text}”. Verwacht: een heel getal.", _hint(bare))


def _hint(word: str) -> str:
    if _GEGROEPEERD.fullmatch(word):
        return f"Schrijf het zonder scheidingsteken: {re.sub('[^0-9]', '', word)}."
    if _GEBROKEN.fullmatch(word):
        return "Een aantal is een heel getal; rond het zelf af."
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", word):
        return "Schrijf het zonder komma. Is het een breuk? Rond hem dan af."
    if re.fullmatch(r"[0-9]+ ?%", word):
        return f"Schrijf het zonder procentteken: {word.rstrip(' %')}."
    if re.sub(r"[^a-z]", "", word.lower()) == "nvt":
        return f"Schrijf {NVT}"
    if word.lower() == VERBORGEN:
        return "De site toont een x waar een getal is afgeschermd. Hier hoort het getal zelf."
    if INVISIBLE.search(word):
        return "Er staat een teken bij dat u niet ziet; maak de cel leeg en typ het getal opnieuw."
    if found := re.fullmatch(r"([<>]) ?([0-9]+)", word):
        return f"Schrijf {'minder' if found[1] == '<' else 'meer'} dan {found[2]}."
    if word.lower() in ("geen", "nul", "niemand", "nihil"):
        return "Is er geteld, en is er niemand? Typ 0."
    if found := re.fullmatch(r"[^0-9<>≤≥-]*([0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)\D*", word):
        number = re.sub("[^0-9]", "", found[1])
        words = opsomming([str(k) for k in Kwalificatie])
        return (
            f"Schrijf alleen {number}. Is het afgerond? Zet er een van deze woorden voor: {words}."
        )
    if word.startswith("#"):
        return "Dit is een fout van een formule; typ het getal zelf."
    return f"Is het niet gemeld? Laat de cel dan leeg. Niet van toepassing? Schrijf {NVT}"
