"""The words of an editor against the figures that they rest on: true, or what would be."""

import re
from collections.abc import Sequence

from waw_site import notation
from waw_site.belofte import klopt, voorstel, woord_voor
from waw_site.catalogus import _
from waw_site.cijferboek import Gevonden
from waw_site.getallen import Getal, getallen, maanden
from waw_site.koers import Koers
from waw_site.model import Fase, Kwalificatie, Oordeel
from waw_site.waarde import Soort, Waarde
from waw_site.woordkeus import woordkeus
from waw_site.zin import Gebonden, Zin


class UntrueError(Exception):
    """The words say something else than the figures; says so in Dutch, with what would be true."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def bewering(woorden: str, found: Sequence[Gevonden]) -> Zin:
    """
    *woorden* as a sentence, each number of it bound to the figure of *found* that it rests on.

    Raises UntrueError.
    """
    if len(found) == 1 and isinstance(found[0], Koers | Fase):
        return _judged(woorden, found[0])
    figures = [f for f in found if isinstance(f, Waarde)]
    if len(figures) < len(found):
        raise UntrueError("Een status en een cijfer kunnen niet samen.")
    if len(figures) == 1 and figures[0].soort is Soort.MAANDEN:
        return _time(woorden, figures[0])
    return _numbers(woorden, figures)


def _numbers(woorden: str, figures: Sequence[Waarde]) -> Zin:
    keus = woordkeus()
    numbers = getallen(woorden)
    if len(numbers) != len(figures):
        raise UntrueError(
            f"Links van = is het aantal getallen {len(numbers)}, rechts het aantal cijfers "
            f"{len(figures)}.",
            "Bij elk getal hoort één cijfer. Schrijf het getal zelf, zoals “5 van de 12”.",
        )
    parts: list[str | Waarde | Gebonden] = []
    at = 0
    for n, (number, figure) in enumerate(zip(numbers, figures, strict=True)):
        between = woorden[at : number.start]
        word, cut = woord_voor(between)
        if word is None and between.rstrip().endswith("€"):
            cut = between.rindex("€")
        _only_joins(between[:cut])
        after = woorden[number.eind : numbers[n + 1].start if n + 1 < len(numbers) else None]
        _unit(figure, between, after)
        _true(word, number, figure)
        if (
            n
            and re.search(rf"\b{keus.deel_van}\b", between)
            and not _within(figures[n - 1], figure)
        ):
            raise UntrueError("Het deel is hier groter dan het geheel.", "Draai de cijfers om.")
        unit = re.compile(keus.eenheid, re.IGNORECASE).match(woorden, number.eind)
        at = unit.end() if unit else number.eind
        parts += [between[:cut], Gebonden(between[cut:] + woorden[number.start : at], figure)]
    _only_joins(woorden[at:])
    return tuple(part for part in (*parts, woorden[at:]) if part != "")


def _only_joins(text: str) -> None:
    """Between and around numbers stand only words that join; others belong outside the braces."""
    keus = woordkeus()
    if not re.fullmatch(keus.verbindt, text, re.IGNORECASE):
        known = ", ".join(words[0] for words in keus.beloften.values())
        raise UntrueError(
            f"“{text.strip()}” kan hier niet staan.",
            f"Links van = staan alleen getallen, en woorden als: {known}. De rest van de zin hoort "
            "buiten de accolades.",
        )


def _unit(figure: Waarde, before: str, after: str) -> None:
    """A unit in the words is that of the figure."""
    said = f"{before} {after}".lower()
    keus = woordkeus()
    for soort, units in ((Soort.PROCENT, keus.procent), (Soort.EURO, keus.euro)):
        named = any(unit in said for unit in units)
        if named and figure.soort is not soort:
            raise UntrueError(
                f"Hier staat “{units[0]}”, maar het cijfer is {notation.waarde(figure)}."
            )
        if figure.soort is soort and not named:
            raise UntrueError(
                f"Het cijfer is {notation.waarde(figure)}, maar “{units[0]}” ontbreekt.",
                f"Zet {units[0]} erbij, binnen de accolades.",
            )


def _true(word: Kwalificatie | None, number: Getal, figure: Waarde) -> None:
    said_number = number.cent if figure.soort is Soort.EURO else number.waarde
    if said_number is None or not klopt(word, said_number, figure):
        said = f"{word} {number.tekst}" if word else number.tekst
        raise _untrue(said, voorstel(word, figure), figure)


def _within(part: Waarde, whole: Waarde) -> bool:
    return (part.getal or 0) <= (whole.getal or 0)


def _time(woorden: str, figure: Waarde) -> Zin:
    """
    A time in words, such as `ruim anderhalf jaar`.

    Time is told in half years: ruim is up to the next half year, bijna from the one before.
    """
    word, rest = _first_word(woorden)
    months = maanden(rest)
    true = figure.getal or 0
    better = notation.ruwe_duur(true)
    if months is None:
        raise UntrueError(f"“{woorden}” is geen tijd.", f"Schrijf “{better}”.")
    fits = {
        None: months == true,
        Kwalificatie.RUIM: months % 6 == 0 and months < true < months + 6,
        Kwalificatie.BIJNA: months % 6 == 0 and months - 6 < true < months,
    }
    if not fits.get(word, klopt(word, months, figure)):
        raise _untrue(woorden, better, figure)
    return (Gebonden(woorden, figure),)


def _first_word(text: str) -> tuple[Kwalificatie | None, str]:
    """The rounding word that *text* begins with, and what follows it."""
    lowered = text.lower()
    found = [
        (len(word), kind)
        for kind, words in woordkeus().beloften.items()
        for word in words
        if lowered.startswith(f"{word} ")
    ]
    if not found:
        return None, text
    length, kind = max(found)
    return kind, text[length:].strip()


def _untrue(said: str, better: str, figure: Waarde) -> UntrueError:
    name = figure.herkomst.naam if figure.herkomst else "het cijfer"
    at = f" ({figure.plaats.path}:{figure.plaats.line})" if figure.plaats else ""
    true = notation.waarde(figure)
    return UntrueError(f"“{said}” klopt niet: {name} is {true}{at}.", f"Schrijf “{better}”.")


def _judged(woorden: str, found: Koers | Fase) -> Zin:
    lowered = " ".join(woorden.lower().split())
    if isinstance(found, Fase):
        if lowered != (fase := _(str(found))):
            raise UntrueError(
                f"“{woorden}” klopt niet: de status is “{fase}”.", f"Schrijf “{fase}”."
            )
        return (woorden,)
    said, denied = oordeel_van(lowered)
    if said is None:
        keus = woordkeus()
        known = ", ".join(words[0] for words in keus.oordelen.values())
        raise UntrueError(
            f"“{woorden}” is geen oordeel.",
            f"Gebruik een van: {known}; met “{keus.niet}” ervoor mag ook. Andere woorden horen "
            "buiten de accolades.",
        )
    status = found.oordeel
    if status is None:
        raise UntrueError(
            f"“{woorden}” is niet na te gaan: {found.waarom_niet}.",
            "Zet het oordeel van het programma bij de oordelen van de editie.",
        )
    good = {Oordeel.DOEL_BEREIKT, Oordeel.OP_KOERS}
    same = status is said or (said is Oordeel.OP_KOERS and status in good)
    if same is denied:
        raise UntrueError(
            f"“{woorden}” klopt niet: de status is “{_(status)}”.",
            f"Schrijf “{woordkeus().oordelen[status][0]}”, of geef in de editie een reden voor een "
            "ander oordeel.",
        )
    return (woorden,)


def oordeel_van(lowered: str) -> tuple[Oordeel | None, bool]:
    """Which judgement the words are, and whether they deny it; None for words that are more."""
    keus = woordkeus()
    for oordeel, phrases in keus.oordelen.items():
        for phrase in phrases:
            if lowered == phrase or lowered.endswith(f" {phrase}"):
                before = lowered.removesuffix(phrase).split()
                if all(w in keus.erbij or w == keus.niet for w in before):
                    return oordeel, keus.niet in before
    return None, False


_BESIDE = re.compile(r"[\w€$£<>~+=^/\\−×‰%{}]|[-.,][\d{]|,-")  # what may not touch the braces


def buitenom(before: str, after: str, *, oordeel: bool) -> str | None:
    """
    What right before or after the braces changes what they say; None where there is nothing.

    *before* and *after* are the text around them; *oordeel* says that a judgement stands inside.
    """
    keus = woordkeus()
    clause = re.split(r"[.!?:;,](?:\s|$)|\n\n", before)[-1].lower()
    words: list[str] = re.findall(r"[\w’'%€]+", clause)
    if oordeel:
        rest = re.split(r"[.!?:;,](?:\s|$)|\n\n", after)[0].lower()
        denied = {*keus.ontkent, *keus.bijna}
        return next((w for w in [*words, *re.findall(r"\w+", rest)] if w in denied), None)
    near = words[-3:]
    touching = before[-1:] if _BESIDE.match(before[-1:]) or before[-1:] in "-−" else ""
    if before and touching:
        return touching
    if beside := _BESIDE.match(after):
        return beside[0]
    word, cut = woord_voor(" ".join(words))
    if word:
        return " ".join(words)[cut:]
    for w in near:
        if w in keus.rondt:
            return w
    if words and words[-1] in (*keus.ontkent, *keus.vergelijkt):
        return words[-1]
    compares = (*keus.vergelijkt, "over")
    if len(words) > 1 and words[-1] in keus.dan and words[-2] in compares:
        return f"{words[-2]} {words[-1]}"
    follows = re.match(keus.erna, after, re.IGNORECASE)
    return follows[1] if follows else None
