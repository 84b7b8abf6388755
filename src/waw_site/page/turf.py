"""The strokes of the pages: how far the programme is, and what each project counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _, later
from waw_site.chart.spec import Turf
from waw_site.cijfers import EditieCijfers, Voortgang
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator
from waw_site.waarde import NIET_GEMELD, Waarde, verschil
from waw_site.zin import Zin, vul

_MOST = {False: 1200, True: 600}  # strokes that a small and a large picture have room for
_WORDS = {
    1: later("één"),
    10: later("tien"),
    100: later("honderd"),
    1000: later("duizend"),
    10_000: later("tienduizend"),
}


@dataclass(frozen=True, slots=True)
class Sleutel:
    """What one part of the strokes stands for: a sample of it, and its words."""

    turf: Turf
    tekst: Zin


@dataclass(frozen=True, slots=True)
class Veld:
    """A field of strokes: the picture, its key, and what a stroke stands for."""

    turf: Turf
    sleutels: tuple[Sleutel, ...]
    schaal: str

    @property
    def tekeningen(self) -> tuple[Turf, ...]:
        """All that is drawn."""
        return (self.turf, *(key.turf for key in self.sleutels))


def stuk_voor(hoogste: int, *, groot: bool = False) -> int:
    """How many a stroke must stand for, so that *hoogste* takes a few rows: 1, 10, 100."""
    stuk = 1
    while hoogste > stuk * _MOST[groot]:
        stuk *= 10
    return stuk


def schaal(stuk: int) -> str:
    """What a stroke stands for, in words."""

    def word(number: int) -> str:
        return _(_WORDS[number]) if number in _WORDS else notation.getal(number)

    one, row = word(stuk), word(stuk * 100)
    if stuk == 1:
        said = _("Eén streepje telt voor {een}, een volle rij voor {rij}.")
    else:
        said = _(
            "Eén streepje telt voor {een}, een volle rij voor {rij}. "
            "Een kort streepje is minder dan {een}."
        )
    return said.format(een=one, rij=row)


def voortgang(editions: Sequence[EditieCijfers], indicator: str, about: Indicator) -> Veld:
    """The programme's way to one goal at the last of *editions*: since when, and what is left."""
    v = editions[-1].voortgang[indicator]
    parts = _grown([(e, e.voortgang[indicator]) for e in editions])
    left = _left(v, about.label)
    if v.doel and left.getal is not None:
        said = _("{getal} te gaan tot {doel}")
        parts.append(("rest", left, vul(said, getal=left, doel=v.doel)))
    goal = v.doel.getal if v.doel else None
    passed = goal if goal is not None and (v.bereikt.getal or 0) > goal else None
    return veld(parts or [("2", v.bereikt, ())], goal or 0, passed)


def met_rest(v: Voortgang) -> Iterator[tuple[str, Waarde]]:
    """What was reached and what is left, as parts of one small field."""
    yield "2", v.bereikt.kaal
    if (left := _left(v)).getal is not None:
        yield "rest", left.kaal


def _left(v: Voortgang, label: str = "") -> Waarde:
    """What is left to the goal; not reported where it was reached, or is not known."""
    if v.doel is None or v.bereikt.getal is None:
        return NIET_GEMELD
    left = verschil(v.doel, v.bereikt, _("{wat}, nog te gaan").format(wat=label))
    return left if (left.getal or 0) > 0 else NIET_GEMELD


def door_de_tijd(standen: Sequence[tuple[Kwartaal, Waarde]]) -> Veld | None:
    """One figure through its quarters: till the reading before the last, and since; or None."""
    known = [(k, w) for k, w in standen if w.getal is not None]
    if not known or not known[-1][1].getal:
        return None
    kwartaal, last = known[-1]
    if len(known) > 1:
        before, then = known[-2]
        grown = verschil(last, then, _("{wat}, erbij").format(wat=_name(last)))
        if (grown.getal or 0) > 0:
            parts = [("eerder", then, _until(then, before)), ("2", grown, _since(grown, before))]
            return veld(parts)
    return veld([("2", last, _until(last, kwartaal))])


def veld(
    delen: Sequence[tuple[str, Waarde, Zin]], hoogste: int = 0, doel: int | None = None
) -> Veld:
    """A large field of *delen*: per part its look, its figure and what its key says."""
    shown = [part for part in delen if part[1].getal or len(delen) == 1]
    stuk = stuk_voor(max(hoogste, sum(w.getal or 0 for _look, w, _words in shown)), groot=True)
    drawn = tuple((look, w.kaal) for look, w, _words in shown)
    keys = tuple(Sleutel(Turf(((look, Waarde(3)),)), words) for look, _w, words in shown if words)
    return Veld(Turf(drawn, stuk, groot=True, doel=doel), keys, schaal(stuk))


def _grown(through: Sequence[tuple[EditieCijfers, Voortgang]]) -> list[tuple[str, Waarde, Zin]]:
    """
    The figure of now in at most three parts: of the first edition, till the one before, and since.

    Where two figures cannot be compared, or one fell, it stays whole.
    """
    known = [(e, v) for e, v in through if v.bereikt.getal is not None and v.volledig]
    edition, v = through[-1]
    if v.bereikt.getal is None:
        return []
    whole = [("2", v.bereikt, _until(v.bereikt, edition.kwartaal))]
    if not known or known[-1][0] is not edition:
        return whole
    if len(known) == 1 or v.groei.getal is None or v.groei.getal < 0:
        return whole
    before_edition, before = known[-2]
    if before_edition.kwartaal != edition.vorige:
        return whole
    now = ("2", v.groei, _since(v.groei, before_edition.kwartaal))
    first_edition, first = known[0]
    earlier = verschil(
        before.bereikt,
        first.bereikt,
        _("{wat}, erbij sinds de eerste editie").format(wat=_name(before.bereikt)),
    )
    if first is before or earlier.getal is None or earlier.getal < 0:
        until = _until(before.bereikt, before_edition.kwartaal)
        return [("eerder", before.bereikt, until), now]
    added = _("{getal} erbij {tot_en_met}")
    then = vul(added, getal=earlier, tot_en_met=notation.tot_en_met(before_edition.kwartaal))
    begin = _until(first.bereikt, first_edition.kwartaal)
    return [("eerst", first.bereikt, begin), ("eerder", earlier, then), now]


def _since(w: Waarde, kwartaal: Kwartaal) -> Zin:
    said = _("{getal} erbij sinds het {kwartaal}")
    return vul(said, getal=w, kwartaal=notation.kwartaal(kwartaal))


def _until(w: Waarde, kwartaal: Kwartaal) -> Zin:
    return vul("{getal} {tot_en_met}", getal=w, tot_en_met=notation.tot_en_met(kwartaal))


def _name(w: Waarde) -> str:
    return w.herkomst.naam if w.herkomst else ""
