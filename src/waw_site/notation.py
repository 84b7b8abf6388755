"""Numbers, quarters and dates as Dutch is written."""

from collections.abc import Sequence

from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import NVT
from waw_site.waarde import Waarde

_RANG = ("eerste", "tweede", "derde", "vierde")
_MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_AANTALLEN = "geen één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()

STREEP = "–"  # not reported


def getal(number: int) -> str:
    """1146 → 1.146, with a minus sign that screen readers say."""
    text = f"{abs(number):,}".replace(",", ".")
    return f"−{text}" if number < 0 else text


def waarde(w: Waarde) -> str:
    """A figure with its qualifier; a dash when it was not reported."""
    if w.nvt:
        return NVT
    if w.getal is None:
        return STREEP
    return f"{w.kwalificatie} {getal(w.getal)}" if w.kwalificatie else getal(w.getal)


def kwartaal(k: Kwartaal) -> str:
    """2024-Q2 → tweede kwartaal 2024."""
    return f"{_RANG[k.nummer - 1]} kwartaal {k.jaar}"


def tot_en_met(k: Kwartaal) -> str:
    """2024-Q2 → tot en met juni 2024."""
    return f"tot en met {_MAANDEN[k.nummer * 3 - 1]} {k.jaar}"


def einde(k: Kwartaal) -> str:
    """2024-Q4 → eind 2024; other quarters by their last month."""
    return f"eind {k.jaar}" if k.nummer == 4 else f"eind {_MAANDEN[k.nummer * 3 - 1]} {k.jaar}"


def datum(d: Datum) -> str:
    """2021-03-25 → 25 maart 2021, as precise as it is known."""
    month = _MAANDEN[d.maand - 1] if d.maand else None
    return " ".join(str(part) for part in (d.dag, month, d.jaar) if part)


def aantal(number: int, enkelvoud: str, meervoud: str) -> str:
    """Count things in words up to twelve: één project, drie projecten, 27 projecten."""
    word = _AANTALLEN[number] if number < len(_AANTALLEN) else getal(number)
    return f"{word} {enkelvoud if number == 1 else meervoud}"


def opsomming(parts: Sequence[str]) -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"


def zin(text: str) -> str:
    """With a capital at the front."""
    return text[:1].upper() + text[1:]
