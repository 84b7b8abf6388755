"""
Every number in which someone could be found, and how those numbers hang together.

Pure arithmetic on what was reported, before anything is hidden; nothing of it is shown as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise

from waw_site.cel import NIET_VERDEELD, Cel, Cellen, Deel, Niveau, celnaam
from waw_site.cijfers import EditieCijfers, Totaal
from waw_site.dataset import Dataset
from waw_site.gelezen import geteld
from waw_site.kwartaal import Kwartaal
from waw_site.model import ONBEKEND, Programma, Stand

Splits = Mapping[tuple[str, ...], Mapping[tuple[str, ...], int]]  # by dimensions, then by parts


def splits(programma: Programma, stand: Stand, indicator: str) -> Splits:
    """
    The parts of one figure by every dimension and pair of them; a pair gives its margins too.

    Nothing where the figure is not an exact number, or too small to be broken down.
    """
    cijfer = stand.cijfers.get(indicator)
    if cijfer is None or not isinstance(cijfer.waarde, int) or cijfer.kwalificatie:
        return {}
    if cijfer.waarde < programma.bescherming.kleinste_geheel:
        return {}
    found: dict[tuple[str, ...], dict[tuple[str, ...], int]] = {}
    for verdeling in stand.verdelingen:
        known = set(verdeling.naar) <= set(programma.dimensies)
        if indicator not in verdeling.cijfers or not known:
            continue
        parts = verdeling.delen(indicator)
        if any(len(part) != len(verdeling.naar) for part in parts):
            continue
        found[verdeling.naar] = parts
        for n, dimension in enumerate(verdeling.naar if len(verdeling.naar) == 2 else ()):
            found.setdefault((dimension,), verdeling.marge(indicator, n))
    return found


def cellen(dataset: Dataset, editions: Iterable[EditieCijfers]) -> Cellen:
    """Every cell of every position and edition."""
    return _Bouw(dataset).all(editions)


class _Bouw:
    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.programma = dataset.programma
        self.made = Cellen()
        self.splits = cache(self._splits)

    def all(self, editions: Iterable[EditieCijfers]) -> Cellen:
        for slug, standen in self.dataset.standen.items():
            for kwartaal in sorted(standen):
                self.stand(slug, kwartaal, standen[kwartaal])
            for indicator in self.programma.indicatoren:
                self.time(slug, indicator, sorted(standen))
        for slug, standen in self.dataset.standen.items():
            for kwartaal, stand in standen.items():
                self.inside(slug, kwartaal, stand)
        for edition in editions:
            self.edition(edition)
        self.sums_through_time()
        return self.made

    def _splits(self, slug: str, kwartaal: Kwartaal, indicator: str) -> Splits:
        return splits(self.programma, self.dataset.standen[slug][kwartaal], indicator)

    def stand(self, slug: str, kwartaal: Kwartaal, stand: Stand) -> None:
        """The figures of one position, their parts, and what is a part of another count."""
        for indicator, cijfer in stand.cijfers.items():
            about = self.programma.indicatoren.get(indicator)
            exact = isinstance(cijfer.waarde, int) and not cijfer.kwalificatie
            if about is None or about.soort != "aantal" or not exact:
                continue
            basis = f"{slug}.{indicator}"
            made = geteld(self.dataset, slug, kwartaal, indicator).herkomst
            titel = made.naam if made else basis
            number = int(cijfer.waarde or 0)
            whole = Cel(basis, (), kwartaal, Niveau.PROJECT, number, titel)
            self.made.add(whole)
            self.parts(whole, self.splits(slug, kwartaal, indicator))
        for indicator in stand.cijfers:
            about = self.programma.indicatoren.get(indicator)
            for limit in about.hoogstens if about else ():
                for delen in self.names(slug, kwartaal, indicator):
                    part = celnaam(f"{slug}.{indicator}", delen, kwartaal)
                    above = celnaam(f"{slug}.{limit}", delen, kwartaal)
                    if part in self.made.cellen and above in self.made.cellen:
                        self.made.most(part, above)

    def names(self, slug: str, kwartaal: Kwartaal, indicator: str) -> Iterator[Deel]:
        """A figure as a whole, and each of its parts."""
        yield ()
        for dims, parts in self.splits(slug, kwartaal, indicator).items():
            yield from (tuple(zip(dims, part, strict=True)) for part in parts)

    def parts(self, whole: Cel, found: Splits) -> None:
        """The cells that *whole* is broken down into, each with its sums."""
        for dims in sorted(found, key=len):
            for part, number in found[dims].items():
                delen = tuple(zip(dims, part, strict=True))
                above = [(pair,) for pair in delen] if len(delen) == 2 else [()]
                names = tuple(celnaam(whole.basis, d, whole.kwartaal) for d in above)
                cel = Cel(
                    whole.basis, delen, whole.kwartaal, whole.niveau, number, whole.titel, names
                )
                self.made.add(cel)
            self.sums(whole, dims, found[dims])

    def sums(self, whole: Cel, dims: tuple[str, ...], parts: Iterable[tuple[str, ...]]) -> None:
        groups: dict[str, list[str]] = {}
        for part in parts:
            delen = tuple(zip(dims, part, strict=True))
            naam = celnaam(whole.basis, delen, whole.kwartaal)
            for above in self.made.cellen[naam].samen:
                groups.setdefault(above, []).append(naam)
        for above, names in groups.items():
            self.made.sum(above, names)

    def inside(self, slug: str, kwartaal: Kwartaal, stand: Stand) -> None:
        """A whole that spans other projects, where all of them reported, equals their sum."""
        project = self.dataset.projecten.get(slug)
        if project is None or not project.onderdelen:
            return
        for indicator in stand.cijfers:
            names = [celnaam(f"{part}.{indicator}", (), kwartaal) for part in project.onderdelen]
            cel = self.made.cellen.get(celnaam(f"{slug}.{indicator}", (), kwartaal))
            known = [self.made.cellen[n].waarde for n in names if n in self.made.cellen]
            if cel and len(known) == len(names) and sum(known) == cel.waarde:
                self.made.sum(cel.naam, names)

    def time(self, slug: str, indicator: str, quarters: list[Kwartaal]) -> None:
        """A count from the start has not fallen, and neither have its parts."""
        about = self.programma.indicatoren[indicator]
        if about.telling != "oplopend" or about.soort != "aantal":
            return
        through: dict[Deel, list[str]] = {}
        for kwartaal in quarters:
            for delen in self.names(slug, kwartaal, indicator):
                naam = celnaam(f"{slug}.{indicator}", delen, kwartaal)
                if naam in self.made.cellen and ONBEKEND not in dict(delen).values():
                    through.setdefault(delen, []).append(naam)
        for names in through.values():
            for before, after in pairwise(names):
                one, other = self.made.cellen[before], self.made.cellen[after]
                if one.waarde <= other.waarde:
                    self.made.most(before, after)
                    self.made.cellen[after] = replace(other, vorige=before)

    def sums_through_time(self) -> None:
        """A sum that grew since the edition before; it may fall, when other projects are in it."""
        last: dict[tuple[str, Deel], str] = {}
        for naam, cel in list(self.made.cellen.items()):
            if cel.niveau is not Niveau.PROJECT and cel.delen:
                before = last.get((cel.basis, cel.delen))
                if before and self.made.cellen[before].waarde <= cel.waarde:
                    self.made.cellen[naam] = replace(cel, vorige=before)
                last[cel.basis, cel.delen] = naam

    def edition(self, edition: EditieCijfers) -> None:
        """What an edition adds up: per category, per sector, and all together."""
        for indicator, v in edition.voortgang.items():
            self.total(edition, f"{indicator}.opgeteld", indicator, Niveau.PROGRAMMA, v.totaal)
        for r in (*edition.rubrieken, edition.eerder):
            for indicator, totaal in r.totalen.items():
                basis = f"rubriek.{r.rubriek}.{indicator}"
                self.total(edition, basis, indicator, Niveau.RUBRIEK, totaal)
        for sector, totals in edition.sectoren.items():
            for indicator, totaal in totals.items():
                basis = f"sector.{sector}.{indicator}"
                self.total(edition, basis, indicator, Niveau.RUBRIEK, totaal)

    def total(
        self, edition: EditieCijfers, basis: str, indicator: str, niveau: Niveau, totaal: Totaal
    ) -> None:
        """One sum with its parts, as far as its terms are exact."""
        posts = edition.posten
        counted = [(slug, posts[slug].stand_van) for slug in totaal.gemeld]
        terms = [(slug, k, celnaam(f"{slug}.{indicator}", (), k)) for slug, k in counted if k]
        if totaal.opgeteld.exact is None or any(n not in self.made.cellen for *_, n in terms):
            return
        names = tuple(naam for *_, naam in terms)
        number = totaal.opgeteld.exact
        titel = totaal.opgeteld.herkomst.naam if totaal.opgeteld.herkomst else basis
        whole = Cel(basis, (), edition.kwartaal, niveau, number, titel, termen=names)
        self.made.add(whole)
        self.made.sum(whole.naam, names)
        if whole.waarde < self.programma.bescherming.kleinste_geheel:
            return
        wanted = {d: None for slug, k, _ in terms for d in self.splits(slug, k, indicator)}
        found: dict[tuple[str, ...], dict[tuple[str, ...], int]] = {}
        adds: dict[str, list[str]] = {}
        for dims in sorted(wanted, key=len):
            if parts := self.added(indicator, dims, terms):
                numbers = {
                    p: sum(self.made.cellen[n].waarde for n in ns) for p, ns in parts.items()
                }
                found[dims] = _ordered(self.programma, dims, numbers)
                for part, ns in parts.items():
                    delen = tuple(zip(dims, part, strict=True))
                    adds[celnaam(basis, delen, edition.kwartaal)] = ns
        self.parts(whole, found)
        for naam, added in adds.items():
            self.made.cellen[naam] = replace(self.made.cellen[naam], termen=tuple(added))
            self.made.sum(naam, added)

    def added(
        self, indicator: str, dims: tuple[str, ...], terms: list[tuple[str, Kwartaal, str]]
    ) -> dict[tuple[str, ...], list[str]]:
        """
        The cells that add up to each part of a sum; what has no parts goes together in one.

        By two dimensions only where the same terms are broken down by each of them.
        """
        split_of = [self.splits(slug, k, indicator) for slug, k, _ in terms]
        if any(dims not in s and any((d,) in s for d in dims) for s in split_of):
            return {}
        parts: dict[tuple[str, ...], list[str]] = {}
        for (slug, kwartaal, naam), split in zip(terms, split_of, strict=True):
            if dims not in split:
                parts.setdefault((NIET_VERDEELD,) * len(dims), []).append(naam)
            for part in split.get(dims, ()):
                delen = tuple(zip(dims, part, strict=True))
                cel = celnaam(f"{slug}.{indicator}", delen, kwartaal)
                parts.setdefault(part, []).append(cel)
        return parts


def _ordered(
    programma: Programma, dims: tuple[str, ...], numbers: Mapping[tuple[str, ...], int]
) -> dict[tuple[str, ...], int]:
    """The parts in the order of programma.yaml, what was not broken down at the end."""
    orders = [{d: n for n, d in enumerate(programma.delen(dim))} for dim in dims]

    def place(part: tuple[str, ...]) -> list[int]:
        return [order.get(p, len(order)) for order, p in zip(orders, part, strict=True)]

    return {part: numbers[part] for part in sorted(numbers, key=place)}
