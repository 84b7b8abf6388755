"""The charts of the pages: what is drawn, its title, its finding, and the table of its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _
from waw_site.chart.spec import Lat, Staaf, Staven, Tekening
from waw_site.cijfers import Voortgang
from waw_site.dataset import Dataset
from waw_site.kwartaal import Ritme
from waw_site.model import Indicator
from waw_site.page import zinnen
from waw_site.uitgesplitst import Uitgesplitst, deelnaam
from waw_site.waarde import NIET_GEMELD, Waarde
from waw_site.zin import Zin, hoofdletter, opsomming, tekst, vul

Cel = str | Waarde


@dataclass(frozen=True, slots=True)
class Grafiektabel:
    """The figures of a chart: a head, and rows that begin with their name."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]


@dataclass(frozen=True, slots=True)
class Grafiek:
    """
    A chart on a page; `bevinding` says in a sentence what it shows.

    `naam` tells it from the others of its page, in the names of its files.
    """

    naam: str
    titel: str
    bevinding: Zin
    tekening: Tekening
    tabel: Grafiektabel


def voortgang(v: Voortgang, about: Indicator, ritme: Ritme, *, smal: bool = False) -> Grafiek:
    """How far the programme is towards one goal; *smal* for a column beside others."""
    label = notation.waarde(v.bereikt) if v.bereikt.getal is not None else _("geen getal gemeld")
    until = v.tussendoel
    return Grafiek(
        naam=v.indicator,
        titel=about.label,
        bevinding=zinnen.voortgang(v, about, ritme),
        tekening=Lat(
            bereikt=v.bereikt.kaal,
            label=_("{getal} opgeteld").format(getal=label) if v.is_opgeteld else label,
            doel=v.doel.getal if v.doel else None,
            tussendoel=until.getal if until else None,
            tussendoel_label=tekst(zinnen.tussendoel(until)) if until else "",
            smal=smal,
        ),
        tabel=Grafiektabel(
            ("", about.eenheid),
            (
                (_("Opgeteld uit de projecten") if v.is_opgeteld else _("Bereikt"), v.bereikt),
                (_("Tussendoel"), until.waarde if until else NIET_GEMELD),
                (_("Doel"), v.doel or NIET_GEMELD),
            ),
        ),
    )


def bedragen(titel: str, rows: Sequence[tuple[str, Waarde]]) -> Grafiek:
    """Where the money goes: a bar per row, the largest first."""
    ranked = sorted(rows, key=lambda row: -(row[1].getal or 0))
    return _bars_of("bedragen", titel, (_("Post"), _("Bedrag")), ranked)


def verdeling(dataset: Dataset, split: Uitgesplitst) -> Grafiek:
    """A breakdown by one dimension, or by each pair of two: a bar per part."""
    naam = ", ".join(dataset.programma.dimensies[d].naam for d in split.dimensies)
    rows = [
        (
            ", ".join(deelnaam(dataset, d, p) for d, p in zip(split.dimensies, part, strict=True)),
            w,
        )
        for part, w in split.delen.items()
    ]
    titel = _("{wat} van de deelnemers").format(wat=naam)
    return _bars_of("-".join(split.dimensies), titel, (naam, _("Aantal")), rows)


def _bars_of(
    naam: str, titel: str, kop: tuple[str, str], rows: Sequence[tuple[str, Waarde]]
) -> Grafiek:
    groups = tuple((name, (Staaf(2, w.kaal, notation.waarde(w)),)) for name, w in rows)
    name, most = max(rows, key=lambda row: row[1].getal or 0)
    finding = vul(_("Het meeste: {naam}, {getal}."), naam=name, getal=most)
    if any(w.verborgen for _naam, w in rows):
        finding = (_("Niet elk deel wordt getoond."),)
    return Grafiek(
        naam=naam,
        titel=titel,
        bevinding=finding,
        tekening=Staven(groups),
        tabel=Grafiektabel(kop, tuple(rows)),
    )


def trechter(naam: str, steps: Sequence[tuple[str, Waarde, Waarde]]) -> Grafiek:
    """From step to step how many are left, each beside its goal."""
    groups = tuple(
        (
            name,
            (
                Staaf(2, reached.kaal, _("{getal} bereikt").format(getal=notation.waarde(reached))),
                Staaf(0, goal.kaal, _("{getal} doel").format(getal=notation.waarde(goal))),
            ),
        )
        for name, reached, goal in steps
    )
    parts = [(f"{name[:1].lower()}{name[1:]} ", reached) for name, reached, _goal in steps]
    return Grafiek(
        naam="stappen",
        titel=_("De stappen van {naam}").format(naam=naam),
        bevinding=hoofdletter((*opsomming(parts), ".")),
        tekening=Staven(groups),
        tabel=Grafiektabel((_("Stap"), _("Bereikt"), _("Doel")), tuple(steps)),
    )
