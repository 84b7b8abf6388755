"""What was published and what everybody knows → constraints on the figures that nobody was told."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from waw_site.audit.kennis import Kennis, Naam
from waw_site.audit.oplosser import Eis
from waw_site.audit.pagina import AFGESCHERMD, Gezegd, Rij
from waw_site.audit.structuur import structuur
from waw_site.belofte import BELOFTEN, beloofd, grenzen, woord_voor
from waw_site.getallen import getallen
from waw_site.kwartaal import PERIODE
from waw_site.problem import Place
from waw_site.waarde import Waarde

Grens = tuple[float, float]
Zegels = Mapping[str, Mapping[str, str]]

_NO_COUNT = re.compile(
    r"procent|per cent|%|€|euro|jaar|year|maand|month|kwartaal|quarter|geen tijd|no time"
)
_QUARTER = re.compile(PERIODE)
_SAID = "gepubliceerd"
_SIGNS = {"opgeteld": {"+": 1, "": 1, "−": -1}, "afgetrokken": {"": 1, "−": -1}}


@dataclass(frozen=True, slots=True, order=True)
class Cel:
    """A hidden figure: its name, and where it stands."""

    naam: str
    plaats: Place


@dataclass(frozen=True, slots=True)
class Opgave:
    """All that is to be solved: `onbegrepen` are figures with words that have no known meaning."""

    cellen: tuple[Cel, ...]
    eisen: tuple[Eis, ...]
    vrij: frozenset[str]  # differences, which may be below zero
    onbegrepen: tuple[tuple[Cel, str], ...]
    getoond: int  # how many cells of breakdowns are published, hidden ones included


def getal(tekst: str) -> int | None:
    """The number in a published figure, without its qualifier: ruim 1.200 → 1200, −3 → -3."""
    found = getallen(tekst)
    if len(found) != 1 or found[0].waarde is None:
        return None
    return -found[0].waarde if "−" in tekst[: found[0].start] else found[0].waarde


def grens(tekst: str, *, proza: bool = False) -> Grens | None:
    """
    Between which numbers the figure must lie that is told as *tekst*; None: it is no count.

    A word in *proza* promises more than one of a source: the build refuses “meer dan 10” for 20.
    """
    number = getal(tekst)
    if number is None or _NO_COUNT.search(tekst):
        return None
    word, _ = woord_voor(tekst[: getallen(tekst)[0].start])
    if word and proza:
        return beloofd(BELOFTEN[word], number)
    return grenzen(Waarde(number, word))


def opgave(rijen: Sequence[Rij], kennis: Kennis, zegels: Zegels) -> Opgave:
    """Everything that a reader of all pages and all sealed editions can reckon with."""
    return _Boek(kennis).lees(rijen, zegels)


class _Boek:
    """What is said of each figure, by name, and which of them are known."""

    def __init__(self, kennis: Kennis) -> None:
        self.kennis = kennis
        self.gezegd: dict[str, dict[Grens, str]] = defaultdict(dict)  # name → bounds → who says so
        self.verborgen: dict[str, Place] = {}
        self.vrij: set[str] = set()
        self.vast: dict[str, tuple[int, str]] = {}

    def lees(self, rijen: Sequence[Rij], zegels: Zegels) -> Opgave:
        self.verborgen |= {self.naam(r.cijfer): _at(r) for r in rijen if self.telt_verborgen(r)}
        self.vrij |= {self.naam(r.cijfer) for r in rijen if r.regel.startswith("afgetrokken")}
        for rij in rijen:
            self.row(rij)
        older = {
            q: self.zegel(q, {self.key(n): t for n, t in z.items()}) for q, z in zegels.items()
        }
        names = {*self.gezegd, *self.verborgen}
        numbers = self.made_of_rounded(rijen)
        self.vast = {name: known for name in names if (known := self.known(name))}
        eisen = [*self.claims()]
        for rij in rijen:
            eisen += self.of_row(rij)
        rules = structuur(self.read(names - numbers), self.kennis, self.value)
        eisen += filter(None, (self.vul(*rule) for rule in rules))
        for quarter, changed in older.items():
            eisen += self.of_zegel(quarter, zegels[quarter], changed)
        return Opgave(
            tuple(Cel(n, at) for n, at in sorted(self.verborgen.items())),
            tuple({(e.termen, e.laag, e.hoog): e for e in reversed(eisen)}.values()),
            frozenset(self.vrij),
            tuple(self.unclear(rijen)),
            sum(bool(n.cel) for n in self.read({*self.gezegd, *self.verborgen})),
        )

    def key(self, naam: str) -> str:
        return str(Naam.lees(naam, self.kennis))

    def naam(self, cijfer: Gezegd) -> str:
        return self.key(cijfer.naam)

    def read(self, names: Iterable[str]) -> set[Naam]:
        """The names that tell what they count, and when."""
        read = (Naam.lees(name, self.kennis) for name in names)
        return {name for name in read if _QUARTER.fullmatch(name.kwartaal)}

    def counts(self, naam: str) -> bool:
        what = Naam.lees(naam, self.kennis).basis.split(".")
        return not any(word in self.kennis.geen_aantal for word in what[:2])

    def telt_verborgen(self, rij: Rij) -> bool:
        """Whether this is a hidden count: a share is none."""
        made = rij.regel.startswith("gedeeld")
        return rij.cijfer.verborgen and not made and self.counts(rij.cijfer.naam)

    def row(self, rij: Rij) -> None:
        """What a row says of its own figure and of its terms."""
        for said in (rij.cijfer, *(term for _, term in rij.termen), *rij.meegeteld):
            if said.verborgen and self.counts(said.naam) and said is not rij.cijfer:
                self.verborgen.setdefault(self.naam(said), _at(rij))
            self.claim(said.naam, said.tekst, rij.pagina)
        for vorm in rij.vormen:
            self.claim(rij.cijfer.naam, vorm, rij.pagina, proza=True)

    def claim(self, naam: str, tekst: str, where: str, *, proza: bool = False) -> None:
        """Take what is said; but a rounded difference bears a word that promises too much."""
        bounds, name = grens(tekst, proza=proza), self.key(naam)
        if bounds is None or not self.counts(naam):
            return
        if bounds[0] == bounds[1] or name not in self.vrij or name in self.verborgen:
            self.gezegd[name].setdefault(bounds, f"“{name}” is {tekst} ({where})")

    def known(self, name: str) -> tuple[int, str] | None:
        """The number of a figure that is told exactly, and never otherwise."""
        if name in self.verborgen:
            return None
        low = max(bounds[0] for bounds in self.gezegd[name])
        high = min(bounds[1] for bounds in self.gezegd[name])
        exact = self.gezegd[name].get((low, high))
        return (int(low), exact) if low == high and exact else None

    def value(self, naam: Naam) -> int | None:
        found = self.vast.get(str(naam))
        return found[0] if found else None

    def claims(self) -> Iterator[Eis]:
        """What is said of figures that are not known for sure."""
        for name, said in self.gezegd.items():
            if name not in self.vast:
                for (low, high), where in said.items():
                    yield Eis(((1, name),), low, high, _SAID, (where,))

    def vul(
        self, termen: Iterable[tuple[int, str]], laag: float, hoog: float, regel: str
    ) -> Eis | None:
        """A constraint with all that is known filled in; None where nothing is left to ask."""
        left: dict[str, int] = defaultdict(int)
        shift, proof = 0, []
        for factor, name in termen:
            if name in self.vast:
                shift += factor * self.vast[name][0]
                proof.append(self.vast[name][1])
            else:
                left[name] += factor
        terms = tuple((factor, name) for name, factor in sorted(left.items()) if factor)
        return Eis(terms, laag - shift, hoog - shift, regel, tuple(proof)) if terms else None

    def of_row(self, rij: Rij) -> Iterator[Eis]:
        """
        How a figure was made, in the numbers that stand there.

        A sum of rounded numbers is the sum of the numbers beside the words, whatever the true ones.
        """
        yield from self.included(rij)
        rule = rij.regel.partition(",")[0]
        if rule == "gedeeld" and len(rij.termen) == 2:
            yield from self.share(rij)
        if rule not in _SIGNS:
            return
        terms = [(_SIGNS[rule][sign], term) for sign, term in rij.termen]
        terms.append((-1, rij.cijfer))
        reason = f"{rule} op {rij.pagina}"
        if any(said.verborgen for _, said in terms):
            yield from self.written(terms, (0, 0), rij, reason)
        elif not rij.ontbreekt and any(_rounded(said) for _, said in terms):
            true = [(factor, self.naam(said)) for factor, said in terms]
            yield from filter(None, [self.vul(true, 0, 0, reason)])

    def share(self, rij: Rij) -> Iterator[Eis]:
        """A percentage rounded down: p·whole ≤ 100·part ≤ (p + 1)·whole − 1."""
        percent = getal(rij.cijfer.tekst)
        if percent is None:
            return
        (_, part), (_, whole) = rij.termen
        rule = f"{rij.cijfer.tekst} op {rij.pagina}"
        yield from self.written([(100, part), (-percent, whole)], (0, inf), rij, rule)
        yield from self.written([(100, part), (-percent - 1, whole)], (-inf, -1), rij, rule)

    def included(self, rij: Rij) -> Iterator[Eis]:
        """The parts of a whole are not more than the whole, and all of them are just as much."""
        if not rij.meegeteld:
            return
        what = Naam.lees(rij.cijfer.naam, self.kennis)
        slug = what.basis.partition(".")[0]
        there = {Naam.lees(p.naam, self.kennis).basis.partition(".")[0] for p in rij.meegeteld}
        full = bool(self.kennis.onderdelen.get(slug)) and there >= {*self.kennis.onderdelen[slug]}
        terms = [*((1, part) for part in rij.meegeteld), (-1, rij.cijfer)]
        rule = f"onderdelen van een geheel op {rij.pagina}"
        yield from self.written(terms, (0 if full else -inf, 0), rij, rule)

    def written(
        self, terms: Sequence[tuple[int, Gezegd]], bounds: Grens, rij: Rij, regel: str
    ) -> list[Eis]:
        """A constraint in the numbers that a row shows; a figure that it hides stays unknown."""
        left: dict[str, int] = defaultdict(int)
        shift, proof = 0, []
        for factor, said in terms:
            number = getal(said.tekst)
            other = said.tekst != AFGESCHERMD and _NO_COUNT.search(said.tekst)
            if other or not self.counts(said.naam) or (number is None and not said.verborgen):
                return []
            if number is None:
                left[self.naam(said)] += factor
            else:
                shift += factor * number
                proof.append(f"“{self.naam(said)}” is {said.tekst} ({rij.pagina})")
        found = tuple((factor, name) for name, factor in sorted(left.items()) if factor)
        low, high = bounds
        return [Eis(found, low - shift, high - shift, regel, tuple(proof))] if found else []

    def made_of_rounded(self, rijen: Sequence[Rij]) -> set[str]:
        """Hidden figures that are the sum of numbers, not of what these stand for."""
        found: set[str] = set()
        made = [(self.naam(r.cijfer), r.termen) for r in rijen if r.cijfer.verborgen]
        while more := {
            name
            for name, terms in made
            if name not in found and any(_rounded(t) or self.naam(t) in found for _, t in terms)
        }:
            found |= more
        return found

    def unclear(self, rijen: Iterable[Rij]) -> Iterator[tuple[Cel, str]]:
        """Words for a hidden figure, and ways to make one of it, that this module cannot read."""
        for rij in rijen:
            cel = Cel(self.naam(rij.cijfer), _at(rij))
            for vorm in rij.vormen if self.telt_verborgen(rij) else ():
                if grens(vorm, proza=True) is None:
                    yield cel, f"de woorden “{vorm}”"
            hidden = any(t.verborgen and self.counts(t.naam) for _, t in rij.termen)
            rule = rij.regel.partition(",")[0]
            if hidden and rule not in {*_SIGNS, "gedeeld", "geteld"} and not rij.cijfer.verborgen:
                yield cel, f"de regel “{rij.regel}”"
            numbers = [getal(t.tekst) for t in (rij.cijfer, *(t for _, t in rij.termen))]
            if rule in _SIGNS and None not in numbers:
                signs = [-1, *(_SIGNS[rule][sign] for sign, _ in rij.termen)]
                if sum(s * (n or 0) for s, n in zip(signs, numbers, strict=True)):
                    yield cel, "wat er in de som ontbreekt"

    def zegel(self, quarter: str, zegel: Mapping[str, str]) -> frozenset[str]:
        """Add what a sealed edition said; gives the figures that are another number by now."""
        changed = set()
        for name, text in zegel.items():
            bounds = grens(text)
            if bounds is None:
                if text == AFGESCHERMD and self.counts(name) and name not in self.gezegd:
                    self.verborgen.setdefault(name, Place(f"data/zegels/{quarter}.yaml"))
                continue
            said = self.gezegd.get(name, {})
            shut = [b for b in said if b[1] < bounds[0] or bounds[1] < b[0]]
            if shut and name not in self.verborgen:
                changed.add(name)
            else:
                self.claim(name, text, f"zegel van {quarter}")
        return frozenset(changed)

    def of_zegel(
        self, quarter: str, zegel: Mapping[str, str], changed: frozenset[str]
    ) -> Iterator[Eis]:
        """
        What a sealed edition said of figures that were mended since.

        They were other figures then, and so were the hidden ones beside them.
        """
        if not changed:
            return
        names = {self.key(name): text for name, text in zegel.items()}
        rules = list(structuur(self.read(names), self.kennis, self.value))
        own = set(changed)
        for terms, *_ in rules:
            there = {name for _, name in terms}
            if there & changed:
                own |= there & self.verborgen.keys()
        then = {name: f"{name}, volgens het zegel van {quarter}" for name in own}
        for name in own:
            if name not in changed:
                self.verborgen[then[name]] = self.verborgen[name]
            elif bounds := grens(names[name]):
                where = f"“{name}” is {names[name]} (zegel van {quarter})"
                yield Eis(((1, then[name]),), *bounds, _SAID, (where,))
        for terms, low, high, rule in rules:
            if own.intersection(name for _, name in terms):
                mine = [(factor, then.get(name, name)) for factor, name in terms]
                yield from filter(
                    None, [self.vul(mine, low, high, f"{rule} (zegel van {quarter})")]
                )


def _rounded(said: Gezegd) -> bool:
    bounds = grens(said.tekst)
    return bounds is not None and bounds[0] != bounds[1]


def _at(rij: Rij) -> Place:
    return rij.plaats or Place(rij.pagina)
