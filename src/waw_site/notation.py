"""Numbers, quarters and dates as they are written in the language that is spoken."""

from collections.abc import Sequence

from waw_site.catalogus import _, later, ngettext, taal
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
_IN_HET_JAAR = {  # those that are a part of it, below its name
    Ritme.KWARTAAL: (
        later("eerste kwartaal"),
        later("tweede kwartaal"),
        later("derde kwartaal"),
        later("vierde kwartaal"),
    ),
    Ritme.HALFJAAR: (later("eerste halfjaar"), later("tweede halfjaar")),
}
_PERIODE = {
    Ritme.KWARTAAL: later("Kwartaal"),
    Ritme.HALFJAAR: later("Halfjaar"),
    Ritme.JAAR: later("Jaar"),
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
    later("januari"),
    later("februari"),
    later("maart"),
    later("april"),
    later("mei"),
    later("juni"),
    later("juli"),
    later("augustus"),
    later("september"),
    later("oktober"),
    later("november"),
    later("december"),
)
AANTALLEN = (  # by number
    later("geen"),
    later("één"),
    later("twee"),
    later("drie"),
    later("vier"),
    later("vijf"),
    later("zes"),
    later("zeven"),
    later("acht"),
    later("negen"),
    later("tien"),
    later("elf"),
    later("twaalf"),
)
_TEKENS = {
    "nl": (".", ","),
    "en": (",", "."),
}  # before thousands, before parts

STREEP = "–"  # not reported
VERBORGEN = "x"  # too small to show


def getal(number: int) -> str:
    """1146 → 1.146, with a minus sign that screen readers say."""
    text = f"{abs(number):,}".replace(",", _TEKENS[taal()][0])
    return f"−{text}" if number < 0 else text


def tienden(number: int) -> str:
    """A number of tenths: 18 → 1,8."""
    return f"{getal(number // 10)}{_TEKENS[taal()][1]}{number % 10}"


def waarde(w: Waarde) -> str:
    """A figure with its qualifier; a dash when it was not reported."""
    if w.nvt:
        return _(NVT)
    if w.verborgen:
        return VERBORGEN
    if w.getal is None:
        return STREEP
    text = hoeveel(w.getal, w.soort)
    return f"{_(w.kwalificatie)} {text}" if w.kwalificatie else text


def hoeveel(number: int, soort: Soort) -> str:
    """A number as its kind is written: 735, 87 procent, € 50.455,25, een half jaar."""
    match soort:
        case Soort.PROCENT:
            return _("{getal} procent").format(getal=getal(number))
        case Soort.EURO:
            return _("€ {bedrag}").format(bedrag=euro(number))
        case Soort.MAANDEN:
            return duur(number)
        case _:
            return getal(number)


def euro(cents: int) -> str:
    """5045525 → 50.455,25; whole euros without cents."""
    whole, rest = divmod(abs(cents), 100)
    text = getal(whole) + (f"{_TEKENS[taal()][1]}{rest:02d}" if rest else "")
    return f"−{text}" if cents < 0 else text


def duur(months: int) -> str:
    """A time in half years where that can be: 6 → een half jaar, 30 → twee en een half jaar."""
    if months <= 0:
        return _("geen tijd")
    if months == 3:
        return _("een kwartaal")
    if months % 6:
        text = ngettext("één maand", "{getal} maanden", months)
        return text.format(getal=getal(months))
    years, half = divmod(months // 6, 2)
    if years == 0:
        return _("een half jaar")
    if years == 1:
        return _("anderhalf jaar") if half else _("een jaar")
    said = _("{jaren} en een half jaar") if half else _("{jaren} jaar")
    return said.format(jaren=telwoord(years))


def ruwe_duur(months: int) -> str:
    """A time told in half years, as people do: 21 → ruim anderhalf jaar."""
    over = months % 6
    if over and months > 6:
        return _("ruim {tijd}").format(tijd=duur(months - over))
    return duur(months)


def kwartaal(k: Kwartaal) -> str:
    """2024-Q2 → tweede kwartaal 2024, 2024-H1 → eerste halfjaar 2024, 2024 → jaar 2024."""
    return _(_PERIODEN[k.ritme][k.nummer - 1]).format(jaar=k.jaar)


def zonder_jaar(k: Kwartaal) -> str:
    """2024-Q2 → tweede kwartaal, below a heading that names the year."""
    return _(_IN_HET_JAAR[k.ritme][k.nummer - 1])


def kort(k: Kwartaal) -> str:
    """2024-Q2 → Q2 2024, where there is no room for words."""
    year, _sign, period = str(k).partition("-")
    return f"{period} {year}".strip()


def dit(ritme: Ritme) -> str:
    """The period that a page is about: dit kwartaal, dit halfjaar, dit jaar."""
    return _(_DIT[ritme])


def periode(ritme: Ritme) -> str:
    """What one period is called, above a list of them: Kwartaal, Halfjaar, Jaar."""
    return _(_PERIODE[ritme])


def kwartalen(ritme: Ritme) -> str:
    """More than one period: kwartalen, halfjaren, jaren."""
    return _(_KWARTALEN[ritme])


def tot_en_met(k: Kwartaal) -> str:
    """2024-Q2 → tot en met juni 2024."""
    month = _(_MAANDEN[k.laatste_maand - 1])
    return _("tot en met {maand} {jaar}").format(maand=month, jaar=k.jaar)


def einde(k: Kwartaal) -> str:
    """2024-Q4 → eind 2024; a period that ends in the year by its last month."""
    if k.laatste_maand == 12:
        return _("eind {jaar}").format(jaar=k.jaar)
    month = _(_MAANDEN[k.laatste_maand - 1])
    return _("eind {maand} {jaar}").format(maand=month, jaar=k.jaar)


def datum(d: Datum) -> str:
    """2021-03-25 → 25 maart 2021, as precise as it is known."""
    month = _(_MAANDEN[d.maand - 1]) if d.maand else None
    return " ".join(str(part) for part in (d.dag, month, d.jaar) if part)


def telwoord(number: int) -> str:
    """A number in words up to twelve: één, drie, 27."""
    return _(AANTALLEN[number]) if number < len(AANTALLEN) else getal(number)


def aantal(number: int, enkelvoud: str, meervoud: str) -> str:
    """Count things in a message to an editor, which is Dutch: één project, 27 projecten."""
    word = AANTALLEN[number] if number < len(AANTALLEN) else getal(number)
    return f"{word} {enkelvoud if number == 1 else meervoud}"


def opsomming(parts: Sequence[str]) -> str:
    """a, b en c."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{rest} en {laatste}").format(rest=", ".join(parts[:-1]), laatste=parts[-1])


def zin(text: str) -> str:
    """With a capital at the front."""
    return text[:1].upper() + text[1:]
