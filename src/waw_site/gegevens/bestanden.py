"""Which files of open data there are: one table of forms, for each edition and for all together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waw_site.catalogus import _
from waw_site.kwartaal import Kwartaal
from waw_site.notation import kwartaal as in_words

MAP = "gegevens"


@dataclass(frozen=True, slots=True)
class Vorm:
    """A way to write the rows: the end of the file's name, its media type, and what it is for."""

    uitgang: str
    mediatype: str
    titel: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Gegevensbestand:
    """One file: its address from the root of the site, and the edition; None holds all of them."""

    pad: str
    vorm: Vorm
    titel: str
    editie: Kwartaal | None


def vormen() -> tuple[Vorm, ...]:
    """Every form, in the order of the page."""
    return (
        Vorm(
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _("Excel"),
            _("Om in te kijken en te rekenen, met een blad met de uitleg van elke kolom."),
        ),
        Vorm(
            "-puntkomma.csv",
            "text/csv",
            _("CSV met puntkomma's"),
            _("Voor een Nederlands Excel, dat dit bestand met een dubbele klik opent."),
        ),
        Vorm(
            ".csv",
            "text/csv",
            _("CSV"),
            _("Voor programma's: UTF-8, met komma's (RFC 4180)."),
        ),
        Vorm(".json", "application/json", _("JSON"), _("Voor programma's: een lijst van rijen.")),
    )


def bestanden(edities: Iterable[Kwartaal]) -> Iterator[Gegevensbestand]:
    """The files of all *edities* together, then those of each, the newest first."""
    yield from van_editie(None)
    for kwartaal in sorted(edities, reverse=True):
        yield from van_editie(kwartaal)


def van_editie(editie: Kwartaal | None) -> Iterator[Gegevensbestand]:
    """The files of one edition; of None those that hold all editions."""
    naam = f"{editie}/{MAP}/cijfers-{editie}" if editie else f"{MAP}/cijfers"
    of = _("Cijfers van het %(kwartaal)s") % {"kwartaal": in_words(editie)} if editie else ""
    for vorm in vormen():
        titel = of or _("Cijfers van alle edities")
        yield Gegevensbestand(f"{naam}{vorm.uitgang}", vorm, titel, editie)
