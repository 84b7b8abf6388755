"""One description of the published data, that every standard is written from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from waw_site.beschrijvingen import contact, publicatie
from waw_site.catalogus import _
from waw_site.dataset import Dataset
from waw_site.gegevens.bestanden import Gegevensbestand, bestanden
from waw_site.kenmerk import kenmerk
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Contact, Publicatie, Uitgever
from waw_site.notation import kwartaal as in_words
from waw_site.page.page import HOME, editie_url, project_url


@dataclass(frozen=True, slots=True)
class Reeks:
    """
    The data of one edition, or of all: its lasting name, what it is, when, and its files.

    `pagina` is the page that shows it, from the root; `begin` and `einde` are the days that it
    tells of; `verschenen` is None where that is not known.
    """

    kenmerk: str
    titel: str
    uitleg: str
    pagina: str
    begin: date
    einde: date
    verschenen: Datum | None
    bestanden: tuple[Gegevensbestand, ...]


@dataclass(frozen=True, slots=True)
class Genoemd:
    """What the data is about: an indicator with its unit, or a project with its page."""

    kenmerk: str
    naam: str
    eenheid: str | None = None
    pagina: str | None = None


@dataclass(frozen=True, slots=True)
class Omschrijving:
    """All that the standards say of the data; what the programme does not say is None or empty."""

    kenmerk: str
    titel: str
    taal: str
    publicatie: Publicatie
    uitgever: Uitgever
    contact: Contact | None
    alle: Reeks
    edities: tuple[Reeks, ...]
    indicatoren: tuple[Genoemd, ...]
    projecten: tuple[Genoemd, ...]

    @property
    def reeksen(self) -> tuple[Reeks, ...]:
        """All of the data, and that of each edition."""
        return (self.alle, *self.edities)

    def url(self, pad: str) -> str:
        """Where *pad* is: an address where that of the site is known, else from its root."""
        adres = self.publicatie.adres
        return f"{adres}{pad.removesuffix('index.html')}" if adres else pad or HOME


def omschrijving(
    dataset: Dataset, quarters: Iterable[Kwartaal], projecten: Iterable[str] = ()
) -> Omschrijving | None:
    """
    The description of the editions of *quarters* that are published; None without any.

    *projecten* are those that have a page.
    """
    edities = {k: e for k in sorted(quarters) if not (e := dataset.edities[k]).concept}
    if not edities:
        return None
    programma = dataset.programma
    about = publicatie(dataset)
    last = max(edities)
    by_edition: dict[Kwartaal | None, list[Gegevensbestand]] = {}
    for bestand in bestanden(edities):
        by_edition.setdefault(bestand.editie, []).append(bestand)
    naam = {"programma": programma.naam, "regio": programma.regio}
    return Omschrijving(
        kenmerk=kenmerk(programma, "catalogus"),
        titel=_("Monitor {naam}").format(naam=programma.naam),
        taal=programma.taal,
        publicatie=about,
        uitgever=about.uitgever or Uitgever(naam=programma.regio),
        contact=contact(dataset),
        alle=Reeks(
            kenmerk=kenmerk(programma, "gegevens"),
            titel=_("Cijfers van {programma}").format(**naam),
            uitleg=_(
                "De cijfers van alle edities van de monitor waarmee {regio} het programma "
                "{programma} verantwoordt: per project en indicator, met hun bron."
            ).format(**naam),
            pagina=HOME,
            begin=programma.begin.eerste_dag,
            einde=last.laatste_dag,
            verschenen=edities[last].verschenen,
            bestanden=tuple(by_edition[None]),
        ),
        edities=tuple(
            Reeks(
                kenmerk=kenmerk(programma, k, "gegevens"),
                titel=_("Cijfers van {programma}, {kwartaal}").format(**naam, kwartaal=in_words(k)),
                uitleg=_(
                    "De cijfers van één editie van de monitor waarmee {regio} het programma "
                    "{programma} verantwoordt: per project en indicator, met hun bron."
                ).format(**naam),
                pagina=editie_url(k),
                begin=programma.begin.eerste_dag,
                einde=k.laatste_dag,
                verschenen=editie.verschenen,
                bestanden=tuple(by_edition[k]),
            )
            for k, editie in edities.items()
        ),
        indicatoren=tuple(
            Genoemd(kenmerk(programma, "indicatoren", slug), i.label, eenheid=i.eenheid)
            for slug, i in programma.indicatoren.items()
        ),
        projecten=tuple(
            Genoemd(
                kenmerk(programma, "projecten", slug),
                dataset.projecten[slug].naam,
                pagina=project_url(slug),
            )
            for slug in projecten
        ),
    )
