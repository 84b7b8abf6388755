"""Numbers, quarters and dates as Dutch is written."""

from collections.abc import Sequence

from waw_site.catalogus import _, later
from waw_site.kwartaal import Datum, Kwartaal, Ritme
from waw_site.model import NVT
from waw_site.waarde import Soort, Waarde

_PERIODEN = {  # each period of a year
    Ritme.KWARTAAL: (
        later("eerste kwartaal {jaar}"),
        later("tweede kwartaal {jaar}"),
        later("derde kwartaal {jaar}"),
        later("vierde kwartaal {jaar}"),
    ),
    Ritme.HALFJAAR: (later("eerste halfjaar {jaar}"), later("tweede halfjaar {jaar}")),
    Ritme.JAAR: (later("jaar {jaar}"),),
}
_DIT = {
    Ritme.KWARTAAL: later("dit kwartaal"),
    Ritme.HALFJAAR: later("dit halfjaar"),
    Ritme.JAAR: later("dit jaar"),
}
_KWARTALEN = {
    Ritme.KWARTAAL: later("kwartalen"),
    Ritme.HALFJAAR: later("halfjaren"),
    Ritme.JAAR: later("jaren"),
}
_MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
AANTALLEN = "geen één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()  # by number

STREEP = "–"  # not reported
VERBORGEN = "x"  # too small to show


def getal(number: int) -> str:
    """1146 → 1.146, with a minus sign that screen readers say."""
    text = f"{abs(number):,}".replace(",", ".")
    return f"−{text}" if number < 0 else text


def waarde(w: Waarde) -> str:
    """A figure with its qualifier; a dash when it was not reported."""
    if w.nvt:
        return NVT
    if w.verborgen:
        return VERBORGEN
    if w.getal is None:
        return STREEP
    text = hoeveel(w.getal, w.soort)
    return f"{w.kwalificatie} {text}" if w.kwalificatie else text


def hoeveel(number: int, soort: Soort) -> str:
    """A number as its kind is written: 735, 87 procent, € 50.455,25, een half jaar."""
    match soort:
        case Soort.PROCENT:
            return f"{getal(number)} procent"
        case Soort.EURO:
            return f"€ {euro(number)}"
        case Soort.MAANDEN:
            return duur(number)
        case _:
            return getal(number)


def euro(cents: int) -> str:
    """5045525 → 50.455,25; whole euros without cents."""
    whole, rest = divmod(abs(cents), 100)
    text = getal(whole) + (f",{rest:02d}" if rest else "")
    return f"−{text}" if cents < 0 else text


def duur(months: int) -> str:
    """A time in half years where that can be: 6 → een half jaar, 30 → twee en een half jaar."""
    if months <= 0:
        return "geen tijd"
    if months == 3:
        return "een kwartaal"
    if months % 6:
        return "één maand" if months == 1 else f"{getal(months)} maanden"
    halves = months // 6
    years = AANTALLEN[halves // 2] if halves // 2 < len(AANTALLEN) else str(halves // 2)
    words = {1: "een half jaar", 2: "een jaar", 3: "anderhalf jaar"}
    return words.get(halves, f"{years}{' en een half' if halves % 2 else ''} jaar")


def ruwe_duur(months: int) -> str:
    """A time told in half years, as people do: 21 → ruim anderhalf jaar."""
    over = months % 6
    return f"ruim {duur(months - over)}" if over and months > 6 else duur(months)


def kwartaal(k: Kwartaal) -> str:
    """2024-Q2 → tweede kwartaal 2024, 2024-H1 → eerste halfjaar 2024, 2024 → jaar 2024."""
    return _(_PERIODEN[k.ritme][k.nummer - 1]).format(jaar=k.jaar)


def kort(k: Kwartaal) -> str:
    """2024-Q2 → Q2 2024, where there is no room for words."""
    year, _sign, period = str(k).partition("-")
    return f"{period} {year}".strip()


def dit(ritme: Ritme) -> str:
    """The period that a page is about: dit kwartaal, dit halfjaar, dit jaar."""
    return _(_DIT[ritme])


def kwartalen(ritme: Ritme) -> str:
    """More than one period: kwartalen, halfjaren, jaren."""
    return _(_KWARTALEN[ritme])


def tot_en_met(k: Kwartaal) -> str:
    """2024-Q2 → tot en met juni 2024."""
    return f"tot en met {_MAANDEN[k.laatste_maand - 1]} {k.jaar}"


def einde(k: Kwartaal) -> str:
    """2024-Q4 → eind 2024; a period that ends in the year by its last month."""
    last = k.laatste_maand
    return f"eind {k.jaar}" if last == 12 else f"eind {_MAANDEN[last - 1]} {k.jaar}"


def datum(d: Datum) -> str:
    """2021-03-25 → 25 maart 2021, as precise as it is known."""
    month = _MAANDEN[d.maand - 1] if d.maand else None
    return " ".join(str(part) for part in (d.dag, month, d.jaar) if part)


def aantal(number: int, enkelvoud: str, meervoud: str) -> str:
    """Count things in words up to twelve: één project, drie projecten, 27 projecten."""
    word = AANTALLEN[number] if number < len(AANTALLEN) else getal(number)
    return f"{word} {enkelvoud if number == 1 else meervoud}"


def opsomming(parts: Sequence[str]) -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"


def zin(text: str) -> str:
    """With a capital at the front."""
    return text[:1].upper() + text[1:]
