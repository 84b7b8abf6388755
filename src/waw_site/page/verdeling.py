"""Who took part: the page of the breakdowns of an edition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.gegevens.rijen import wordt_getoond
from waw_site.kwartaal import Kwartaal
from waw_site.page import grafiek
from waw_site.page.grafiek import Grafiek
from waw_site.page.page import (
    BESCHERMING,
    Page,
    editie_url,
    gemeente_url,
    project_url,
    shared,
    verdeling_url,
)
from waw_site.uitgesplitst import Uitgesplitst, deelnaam, uitgesplitst
from waw_site.waarde import NIET_GEMELD, Waarde


@dataclass(frozen=True, slots=True)
class Verdelingstabel:
    """A table of figures: what it is of, its head, and rows that begin with a name and address."""

    sleutel: str  # what it is of, in a name that stays
    kop: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, str | None, tuple[Waarde, ...]], ...]
    grafiek: Grafiek | None = None


@dataclass(frozen=True, slots=True)
class Groep:
    """What is broken down: all together, a category or a project, with its tables."""

    sleutel: str  # what it is, in a name that stays
    naam: str
    url: str | None
    tabellen: tuple[Verdelingstabel, ...]


def page(dataset: Dataset, figures: EditieCijfers) -> Page | None:
    """The breakdowns of an edition; None where it has none."""
    groups = tuple(_Verdeling(dataset, figures).groups())
    if not groups:
        return None
    first = groups[0].tabellen[0].grafiek  # the only one that is drawn
    return Page(
        path=verdeling_url(figures.kwartaal),
        template="verdeling.html",
        context={
            **shared(dataset),
            "titel": _("Wie deden mee, {kwartaal}").format(
                kwartaal=notation.kwartaal(figures.kwartaal)
            ),
            "editie": (figures.editie.titel, editie_url(figures.kwartaal)),
            "kwartaal": figures.kwartaal,
            "groepen": groups,
            "bescherming": BESCHERMING,
            "grafiek_": first,
            "grafiek_kop": _about_first(dataset, groups[0].tabellen[0]),
            "afgeschermd": any(w.verborgen for g in groups for w in _figures(g)),
        },
        tekeningen=(first.tekening,) if first else (),
        kwartaal=figures.kwartaal,
    )


def _about_first(dataset: Dataset, tabel: Verdelingstabel) -> str:
    """Gestarte trajecten naar gemeente."""
    labels = {about.kort: about.label for about in dataset.programma.indicatoren.values()}
    return _("{wat} naar {dimensie}").format(
        wat=labels[tabel.kolommen[0]], dimensie=tabel.kop.lower()
    )


def _figures(groep: Groep) -> Iterator[Waarde]:
    return (w for tabel in groep.tabellen for *_, row in tabel.rijen for w in row)


class _Verdeling:
    """The tables of one edition."""

    def __init__(self, dataset: Dataset, figures: EditieCijfers) -> None:
        self.dataset = dataset
        self.figures = figures
        self.kwartaal = figures.kwartaal
        self.about = dataset.programma.indicatoren

    def groups(self) -> Iterator[Groep]:
        whole = {i: v.totaal.opgeteld for i, v in self.figures.voortgang.items()}
        names = {i: f"{i}.opgeteld" for i in whole}
        found = [
            Groep(
                "programma",
                _("Alle projecten samen"),
                None,
                self.tables(names, whole, self.kwartaal),
            )
        ]
        for r in self.figures.rubrieken:
            totals = {i: t.opgeteld for i, t in r.totalen.items()}
            names = {i: f"rubriek.{r.rubriek}.{i}" for i in totals}
            found.append(
                Groep(
                    f"rubriek-{r.rubriek}", r.naam, None, self.tables(names, totals, self.kwartaal)
                )
            )
        for post in self.figures.posten.values():
            if post.stand_van:
                names = {i: f"{post.slug}.{i}" for i in self.about}
                tables = self.tables(names, post.cijfers, post.stand_van)
                found.append(Groep(post.slug, post.naam, project_url(post.slug), tables))
        return (groep for groep in found if groep.tabellen)

    def tables(
        self, names: Mapping[str, str], wholes: Mapping[str, Waarde], kwartaal: Kwartaal
    ) -> tuple[Verdelingstabel, ...]:
        """The tables of one figure and its like: by one dimension together, by two each."""
        single: dict[tuple[str, ...], dict[str, Uitgesplitst]] = {}
        double: list[Verdelingstabel] = []
        for indicator, basis in names.items():
            for split in uitgesplitst(self.dataset, basis, kwartaal):
                if len(split.dimensies) == 1:
                    single.setdefault(split.dimensies, {})[indicator] = split
                elif wordt_getoond(next(iter(split.delen))):
                    double.append(self.crossed(indicator, split))
        return (*(self.listed(dims[0], found, wholes) for dims, found in single.items()), *double)

    def listed(
        self, dim: str, found: Mapping[str, Uitgesplitst], wholes: Mapping[str, Waarde]
    ) -> Verdelingstabel:
        """A row per part, a column per figure."""
        about = self.dataset.programma.dimensies[dim]
        parts = list(dict.fromkeys(part for split in found.values() for part in split.delen))
        rows = [
            (
                deelnaam(self.dataset, dim, part[0]),
                self.place(dim, part[0]),
                tuple(split.delen.get(part, NIET_GEMELD) for split in found.values()),
            )
            for part in parts
        ]
        rows.append((_("Samen"), None, tuple(wholes[i] for i in found)))
        first = next(iter(found.values()))
        chart = grafiek.verdeling(self.dataset, first) if len(parts) > 1 else None
        kort = tuple(self.about[i].kort for i in found)
        return Verdelingstabel(dim, about.naam, kort, tuple(rows), chart)

    def place(self, dim: str, part: str) -> str | None:
        """The address of a municipality."""
        known = self.dataset.programma.gemeenten
        return (
            gemeente_url(part)
            if self.dataset.programma.dimensies[dim].delen is None and part in known
            else None
        )

    def crossed(self, indicator: str, split: Uitgesplitst) -> Verdelingstabel:
        """A row per part of the one dimension, a column per part of the other."""
        one, other = split.dimensies
        programma = self.dataset.programma
        rows = list(dict.fromkeys(pair[0] for pair in split.delen))
        columns = list(dict.fromkeys(pair[1] for pair in split.delen))
        naam = notation.opsomming(
            [programma.dimensies[one].naam, programma.dimensies[other].naam.lower()]
        )
        return Verdelingstabel(
            f"{one}-{other}-{indicator}",
            f"{naam}: {self.about[indicator].kort}",
            tuple(deelnaam(self.dataset, other, part) for part in columns),
            tuple(
                (
                    deelnaam(self.dataset, one, row),
                    None,
                    tuple(split.delen.get((row, column), NIET_GEMELD) for column in columns),
                )
                for row in rows
            ),
        )
