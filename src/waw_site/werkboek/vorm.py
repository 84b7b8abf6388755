"""The shape of a sheet: its rows and columns, and the words that may stand in each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from waw_site import notation
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import ONBEKEND, Fase, Indicator, Programma, Project
from waw_site.werkboek import keuze
from waw_site.werkboek.keuze import Keuzes

TOELICHTING, KEUZES = "Toelichting", "Keuzes"  # the sheets without figures
REGELS, KOLOMMEN = "Regels ", "Kolommen "  # before a sheet, above what it was made with
VORIGE = "Vorige stand"  # above every figure of before: nothing is read from those columns


class Soort(StrEnum):
    """What a column holds."""

    VAST = "vast"  # whose row it is; never filled
    CIJFER = "cijfer"
    VORIG = "vorig"  # the figure before this one, to look at
    KEUZE = "keuze"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its name for us, the words above it, and what the explanation says of it."""

    sleutel: str
    kop: str
    soort: Soort
    uitleg: str
    breedte: int = 12  # in characters
    indicator: str = ""
    lijst: str = ""  # the name of the words that may be chosen


@dataclass(frozen=True, slots=True, order=True)
class Regel:
    """A row: a project, or one part of a breakdown of it."""

    slug: str
    naar: tuple[str, ...] = ()
    deel: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join((self.slug, "+".join(self.naar), "+".join(self.deel))).rstrip("/")

    @classmethod
    def lees(cls, text: str) -> "Regel":
        """What the hidden key of a row says."""
        slug, *rest = text.split("/")
        parts = [tuple(part.split("+")) for part in rest]
        return cls(slug, *parts)


VAST = (
    Kolom("sleutel", "Sleutel", Soort.VAST, "Verborgen. Hieraan herkent de monitor de regel."),
    Kolom("project", "Project", Soort.VAST, "Van welk project de cijfers zijn.", 30),
    Kolom(
        "verdeling", "Verdeling", Soort.VAST, "Waarnaar is verdeeld; leeg bij het hele project.", 13
    ),
    Kolom("deel", "Deel", Soort.VAST, "Over welk deel van de deelnemers de regel gaat.", 20),
)
VELDEN = (
    Kolom("status", "Status", Soort.KEUZE, "De fase van het project.", 15, lijst="status"),
    Kolom("sector", "Sector", Soort.KEUZE, "De sector van het project.", 16, lijst="sector"),
)
ACHTERAAN = (
    Kolom(
        "voorlopig",
        "Voorlopig",
        Soort.KEUZE,
        "Kies ja als de cijfers nog kunnen veranderen.",
        10,
        lijst="ja_nee",
    ),
    Kolom(
        "eindstand",
        "Eindstand",
        Soort.KEUZE,
        "Kies ja als het project is afgelopen en dit de laatste cijfers zijn.",
        10,
        lijst="ja_nee",
    ),
    Kolom("toelichting", "Toelichting", Soort.TEKST, "Wat een lezer moet weten, in een zin.", 34),
    Kolom("bron", "Bron", Soort.KEUZE, "Het document waar de cijfers staan.", 24, lijst="bron"),
    Kolom("kop", "Kop in de bron", Soort.TEKST, "Onder welke kop van dat document.", 20),
)
VERSTUURD = Kolom(
    "verstuurd",
    "Verstuurd",
    Soort.VAST,
    "Verborgen. Wat de monitor wist toen het werkboek werd gemaakt; zo blijft wat later kwam.",
)
VERBORGEN = (VAST[0], VERSTUURD)
REDACTIE = ("status", "sector", "bron", "kop")  # no answers of a partner: these do not begin a row


def cijferkolom(slug: str, indicator: Indicator, kop: str) -> Kolom:
    """The column of a figure, below *kop*."""
    uitleg = indicator.definitie or f"Het aantal {indicator.eenheid}."
    if indicator.soort == "percentage":
        uitleg = f"{indicator.definitie or indicator.label} Een heel getal van 0 tot en met 100."
    elif indicator.telling == "oplopend":
        uitleg += " Geteld vanaf het begin van het project."
    elif indicator.telling == "per_jaar":
        uitleg += " Geteld vanaf het begin van het jaar."
    return Kolom(f"cijfer.{slug}", kop, Soort.CIJFER, uitleg, 13, slug)


def vorige_kolom(kolom: Kolom) -> Kolom:
    """The column beside that of a figure, with what it was."""
    uitleg = "Wat het project de vorige keer meldde; om naast te leggen."
    return Kolom(f"vorig.{kolom.indicator}", VORIGE, Soort.VORIG, uitleg, 14, kolom.indicator)


def kolommen(programma: Programma, indicatoren: Iterable[str], *, vorige: bool) -> list[Kolom]:
    """All columns of a sheet with these *indicatoren*."""
    asked = set(indicatoren)
    about = programma.indicatoren
    koppen = Keuzes({slug: f"{i.label} ({i.eenheid})" for slug, i in about.items()})
    figures: list[Kolom] = []
    for slug, indicator in about.items():
        if slug in asked:
            own = cijferkolom(slug, indicator, koppen.woord(slug))
            figures += [vorige_kolom(own), own] if vorige else [own]
    return [*VAST, *VELDEN, *figures, *ACHTERAAN]


def lijsten(dataset: Dataset) -> dict[str, Keuzes]:
    """Every list of words that may be chosen, by name."""
    programma = dataset.programma
    return {
        "project": Keuzes({slug: p.naam for slug, p in dataset.projecten.items()}),
        "status": keuze.van(Fase),
        "sector": Keuzes(programma.sectoren),
        "ja_nee": keuze.van(("ja", "nee")),
        "bron": Keuzes({slug: document.titel for slug, document in dataset.bronnen.items()}),
        "verdeling": Keuzes(
            {"+".join(naar): _dimensies(programma, naar) for naar in paren(programma)}
        ),
    }


def paren(programma: Programma) -> Iterator[tuple[str, ...]]:
    """Every dimension, and every two of them in the order of programma.yaml."""
    dims = list(programma.dimensies)
    yield from ((dim,) for dim in dims)
    yield from ((one, two) for n, one in enumerate(dims) for two in dims[n + 1 :])


def _dimensies(programma: Programma, naar: tuple[str, ...]) -> str:
    return " en ".join(programma.dimensies[dim].naam for dim in naar)


def delen(programma: Programma, naar: tuple[str, ...]) -> Keuzes:
    """The parts by the dimensions *naar*, each pair with both its names."""
    known = [programma.delen(dim) for dim in naar]
    return Keuzes(
        {
            "+".join(keys): ", ".join(part[key] for part, key in zip(known, keys, strict=True))
            for keys in product(*known)
        }
    )


def verwacht(programma: Programma, project: Project) -> tuple[str, ...]:
    """The indicators that a project reports."""
    return programma.counted if project.indicatoren is None else project.indicatoren


def verplicht(
    programma: Programma, naar: tuple[str, ...], kwartaal: Kwartaal, had: Iterable[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The parts that are asked for: those of the dimensions, and those that it *had*."""
    had = set(had)
    must = [(*programma.verplicht(dim, kwartaal), ONBEKEND) for dim in naar]
    asked = set(product(*must)) | had
    known = (tuple(key.split("+")) for key in delen(programma, naar).namen)
    return [part for part in known if part in asked]


def titel(dataset: Dataset, kwartaal: Kwartaal) -> str:
    """The line above a sheet."""
    return f"{dataset.programma.naam}: stand {notation.tot_en_met(kwartaal)}"


def naam(programma: Programma, woorden: Mapping[str, Keuzes], regel: Regel, sleutel: str) -> str:
    """What the fixed column *sleutel* says of a row."""
    match sleutel:
        case "sleutel":
            return str(regel)
        case "project":
            return woorden["project"].woord(regel.slug)
        case "verdeling" if regel.naar:
            return woorden["verdeling"].woord("+".join(regel.naar))
        case "deel" if regel.naar:
            return delen(programma, regel.naar).woord("+".join(regel.deel))
    return ""
