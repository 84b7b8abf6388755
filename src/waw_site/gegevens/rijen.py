"""An edition → the rows of its open data: the figures of its pages, one to a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from waw_site import notation
from waw_site.cel import NIET_VERDEELD, celnaam
from waw_site.cijfers import EditieCijfers, Post, Totaal, Voortgang
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Place
from waw_site.uitgesplitst import uitgesplitst
from waw_site.waarde import NIET_GEMELD, Herkomst, Waarde


class Rij(NamedTuple):
    """A figure with all that is said of it, under the names of the columns."""

    editie: str
    kwartaal: str
    niveau: str
    rubriek: str | None
    sector: str | None
    project: str | None
    projectnaam: str | None
    indicator: str
    soort: str
    dimensie: str | None
    deel: str | None
    dimensie2: str | None
    deel2: str | None
    waarde: int | None
    symbool: str | None
    kwalificatie: str | None
    eenheid: str
    telling: str
    telt_mee: bool | None
    gemeld: int | None
    verwacht: int | None
    voorlopig: bool
    hersteld: str | None
    bron: str | None
    bestand: str | None
    regel: int | None
    berekening: str | None
    cijfer: str


@dataclass(frozen=True, slots=True)
class _Van:
    """What a figure is of: its level, and where in the programme that is."""

    niveau: str
    rubriek: str | None = None
    sector: str | None = None
    project: str | None = None
    projectnaam: str | None = None
    telt_mee: bool | None = None


@dataclass(frozen=True, slots=True)
class _Wat:
    """What a figure says: its indicator, its kind, its name where it has none, and of which sum."""

    indicator: str
    soort: str
    cijfer: str
    som: Totaal | None = None
    delen: tuple[tuple[str, str], ...] = ()


_PROGRAMMA = _Van("programma")
_UNKNOWN = Herkomst("")
_WHOLE: tuple[tuple[None, None], ...] = ((None, None), (None, None))


def rijen(dataset: Dataset, figures: EditieCijfers) -> tuple[Rij, ...]:
    """
    Every figure of the pages of an edition: of the programme, its categories, sectors and projects.

    A number that is hidden there is hidden here; what a reader can reckon from the others
    (differences, shares, what is left to a goal) is left out.
    """
    return tuple(_Rijen(dataset, figures).alle())


def wordt_getoond(delen: tuple[str, ...]) -> bool:
    """Whether a breakdown with these first parts is shown: by two dimensions only a whole one."""
    return len(delen) == 1 or NIET_VERDEELD not in delen


@dataclass(frozen=True)
class _Rijen:
    dataset: Dataset
    figures: EditieCijfers

    @cached_property
    def hersteld(self) -> Mapping[Place | Herkomst, str]:
        """When each figure was put right, by where it stands or how it is made."""
        return {h.waar: str(h.datum) for h in self.figures.hersteld if h.waar}

    def alle(self) -> Iterator[Rij]:
        for indicator, v in self.figures.voortgang.items():
            yield from self.programma(indicator, v)
        for r in self.figures.rubrieken:
            van = _Van("rubriek", rubriek=r.rubriek)
            for indicator, totaal in r.totalen.items():
                yield from self.opgeteld(van, f"rubriek.{r.rubriek}.{indicator}", totaal)
                yield from self.verdeeld(van, f"rubriek.{r.rubriek}.{indicator}", "opgeteld")
        for sector, totalen in self.figures.sectoren.items():
            for indicator, totaal in totalen.items():
                van = _Van("sector", sector=sector)
                yield from self.opgeteld(van, f"sector.{sector}.{indicator}", totaal)
        for r in (*self.figures.rubrieken, self.figures.eerder):
            for post in r.posten:
                yield from self.project(post, r.rubriek)

    def programma(self, indicator: str, v: Voortgang) -> Iterator[Rij]:
        """The programme's way to one goal, and who took part."""
        sum_ = f"{indicator}.opgeteld"
        bereikt = _Wat(indicator, "bereikt", sum_, v.totaal if v.is_opgeteld else None)
        yield self.rij(_PROGRAMMA, bereikt, v.bereikt)
        yield from self.opgeteld(_PROGRAMMA, sum_, v.totaal)
        for soort, w in (
            ("gepubliceerd", v.gepubliceerd),
            ("rest", v.rest),
            ("doel", v.doel),
            ("tussendoel", v.tussendoel.waarde if v.tussendoel else None),
        ):
            if w and (w.herkomst or w.verborgen):
                yield self.rij(_PROGRAMMA, _Wat(indicator, soort, f"{indicator}.{soort}"), w)
        yield from self.verdeeld(_PROGRAMMA, sum_, "opgeteld")

    def opgeteld(self, van: _Van, basis: str, totaal: Totaal) -> Iterator[Rij]:
        """A sum of projects, where any of them had to report."""
        if totaal.verwacht:
            wat = _Wat(self.indicator(basis), "opgeteld", basis, totaal)
            yield self.rij(van, wat, totaal.getoond)

    def indicator(self, basis: str) -> str:
        """What a figure of this name counts."""
        words = basis.removesuffix(".opgeteld").split(".")
        return words[-1]

    def project(self, post: Post, rubriek: str) -> Iterator[Rij]:
        """What a project reported, what it should have reported, and its goals."""
        expected = post.project.indicatoren
        counted = [i for i in self.figures.voortgang if expected is None or i in expected]
        wanted = {*post.cijfers, *post.doelen, *counted}
        for indicator in self.dataset.programma.indicatoren:
            if indicator not in wanted:
                continue
            w = post.cijfers.get(indicator, NIET_GEMELD)
            van = self.van(post, rubriek, indicator, w)
            basis = f"{post.slug}.{indicator}"
            yield self.rij(van, _Wat(indicator, "bereikt", basis), w, post.stand_van)
            yield from self.verdeeld(van, basis, "bereikt", post.stand_van)
            for soort, goals in (("doel", post.doelen), ("tussendoel", post.tussendoelen)):
                if goal := goals.get(indicator):
                    yield self.rij(
                        replace(van, telt_mee=None),
                        _Wat(indicator, soort, f"{basis}.{soort}"),
                        goal,
                    )

    def van(self, post: Post, rubriek: str, indicator: str, w: Waarde) -> _Van:
        counts = None
        if indicator in self.figures.voortgang and (w.getal is not None or w.verborgen):
            counts = post.slug in self.figures.voortgang[indicator].totaal.gemeld
        sector = post.project.sector
        return _Van("project", rubriek, sector, post.slug, post.naam, counts)

    def verdeeld(
        self, van: _Van, basis: str, soort: str, kwartaal: Kwartaal | None = None
    ) -> Iterator[Rij]:
        """The parts of a figure that are shown."""
        kwartaal = kwartaal or self.figures.kwartaal
        for split in uitgesplitst(self.dataset, basis, kwartaal):
            if not wordt_getoond(next(iter(split.delen))):
                continue
            for parts, w in split.delen.items():
                delen = tuple(zip(split.dimensies, parts, strict=True))
                naam = celnaam(basis, delen, kwartaal).partition(" in ")[0]
                wat = _Wat(self.indicator(basis), soort, naam, delen=delen)
                yield self.rij(van, wat, w, kwartaal)

    def rij(self, van: _Van, wat: _Wat, w: Waarde, kwartaal: Kwartaal | None = None) -> Rij:
        """One row; *kwartaal* where the figure does not say of when it is."""
        h = w.herkomst or _UNKNOWN
        about = self.dataset.programma.indicatoren[wat.indicator]
        when = h.peil or kwartaal or self.figures.kwartaal
        (dim, deel), (dim2, deel2) = (*wat.delen, *_WHOLE)[:2]
        return Rij(
            editie=str(self.figures.kwartaal),
            kwartaal=str(when),
            niveau=van.niveau,
            rubriek=van.rubriek,
            sector=van.sector,
            project=van.project,
            projectnaam=van.projectnaam,
            indicator=wat.indicator,
            soort=wat.soort,
            dimensie=dim,
            deel=deel,
            dimensie2=dim2,
            deel2=deel2,
            waarde=w.getal,
            symbool=notation.waarde(w) if w.getal is None else None,
            kwalificatie=w.kwalificatie and str(w.kwalificatie),
            eenheid=about.eenheid,
            telling=about.telling,
            telt_mee=van.telt_mee,
            gemeld=len(wat.som.gemeld) if wat.som else None,
            verwacht=wat.som.verwacht if wat.som else None,
            voorlopig=h.voorlopig,
            hersteld=self.hersteld.get(h.plaats or h) if self.hersteld else None,
            bron=h.bron or None,
            bestand=h.plaats.path if h.plaats else None,
            regel=h.plaats.line if h.plaats else None,
            berekening=_made(h, when) or None,
            cijfer=h.cijfer or f"{wat.cijfer} in {when}",
        )


def _made(h: Herkomst, when: Kwartaal) -> str:
    """How a figure is made, of figures by name: `opgeteld: zorg.gestart + bouw.gestart`."""
    if not h.regel:
        return ""
    terms = " ".join(
        part for sign, w in h.termen for part in (sign, _called(w, when)) if part
    ).removeprefix("+ ")
    lacking = f"; niet gemeld: {notation.opsomming(h.ontbreekt)}" if h.ontbreekt else ""
    return f"{h.regel}: {terms}{lacking}" if terms else h.regel


def _called(w: Waarde, when: Kwartaal) -> str:
    """The name of a term, without its quarter where that is the same."""
    if w.herkomst is None:
        return notation.waarde(w)
    return (w.herkomst.cijfer or w.herkomst.naam).removesuffix(f" in {when}")
