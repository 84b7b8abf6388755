"""The pages of the open data: which files there are, how to read them, and what is counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from waw_site import notation
from waw_site.beschrijvingen import gemaakt, gemist, publicatie
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.gegevens.bestanden import Vorm, bestanden
from waw_site.gegevens.kolommen import kolommen
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator
from waw_site.page.page import GEGEVENS, KOLOMMEN, Page, shared


@dataclass(frozen=True, slots=True)
class Keuze:
    """One file to fetch: its form, its address, and how large it is, in words."""

    vorm: Vorm
    pad: str
    omvang: str


@dataclass(frozen=True, slots=True)
class Uitgave:
    """One edition of an indicator, and how its figure came about; `hersteld` are days."""

    kwartaal: Kwartaal
    hoe: str
    hersteld: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """
    All there is to know of an indicator.

    `sinds` is the first quarter that a figure is of; `uitgaven` say per edition how it was added.
    """

    naam: str
    over: Indicator
    hoogstens: tuple[str, ...]
    sinds: Kwartaal | None
    uitgaven: tuple[Uitgave, ...]
    bronnen: tuple[str, ...]


def pages(
    dataset: Dataset, editions: Sequence[EditieCijfers], omvang: Mapping[str, int]
) -> list[Page]:
    """The page of the files of these *editions*, and the one of columns and indicators."""
    files = bestanden(e.kwartaal for e in editions) if editions else ()
    groups = tuple(
        (
            titel,
            tuple(Keuze(b.vorm, b.pad, _size(omvang.get(b.pad, 0))) for b in of),
            editie,
        )
        for (titel, editie), of in groupby(files, key=lambda b: (b.titel, b.editie))
    )
    context = {
        **shared(dataset),
        "titel": _("Gegevens"),
        "groepen": groups,
        "kolommen": KOLOMMEN,
        "verbergt": bool(dataset.cellen),
        "beschreven": gemaakt(dataset),
        "gemist": gemist(dataset),
        "licentie": publicatie(dataset).licentie,
    }
    words = {
        **shared(dataset),
        "titel": _("Kolommen en indicatoren"),
        "gegevens": GEGEVENS,
        "kolommen": tuple((k, k.toegestaan(dataset.programma)) for k in kolommen()),
        "indicatoren": tuple(_indicatoren(dataset, editions)),
    }
    return [Page(GEGEVENS, "gegevens.html", context), Page(KOLOMMEN, "kolommen.html", words)]


def _size(number: int) -> str:
    """26451 → 27 kB, 1734264 → 1,8 MB; never rounded down."""
    if number < 1_000_000:
        return f"{notation.getal(-(-number // 1000))} kB"
    return f"{notation.tienden(-(-number // 100_000))} MB"


def _indicatoren(dataset: Dataset, editions: Sequence[EditieCijfers]) -> Iterator[Telling]:
    about = dataset.programma.indicatoren
    for naam, over in about.items():
        where = _standen(dataset, naam)
        yield Telling(
            naam=naam,
            over=over,
            hoogstens=tuple(about[other].label for other in over.hoogstens if other in about),
            sinds=min((k for k, _bron in where), default=None),
            uitgaven=tuple(_uitgaven(editions, naam)),
            bronnen=tuple(dict.fromkeys(bron for _k, bron in where)),
        )


def _standen(dataset: Dataset, indicator: str) -> list[tuple[Kwartaal, str]]:
    """The quarter and the document of each figure that projects reported, in time."""
    found = []
    for standen in dataset.standen.values():
        for kwartaal, stand in standen.items():
            if indicator in stand.cijfers:
                bron = stand.cijfers[indicator].bron or stand.bron
                known = dataset.bronnen.get(bron.document)
                found.append((kwartaal, known.titel if known else bron.document))
    return sorted(found)


def _uitgaven(editions: Sequence[EditieCijfers], indicator: str) -> Iterator[Uitgave]:
    """Per edition how the programme's figure came about: where that changes, the series breaks."""
    for e in editions:
        v = e.voortgang.get(indicator)
        if v is None:
            continue
        if v.is_opgeteld:
            hoe = _("opgeteld uit de projecten")
            if v.totaal.ontbreekt:
                hoe = _("opgeteld uit de projecten; niet alle hadden gemeld")
        elif v.gepubliceerd.getal is not None:
            hoe = _("zoals gepubliceerd")
        else:
            hoe = _("niet gemeld")
        days = {h.datum for h in e.hersteld if h.naam.split(".")[0] == indicator}
        yield Uitgave(e.kwartaal, hoe, tuple(notation.datum(d) for d in sorted(days, key=str)))
