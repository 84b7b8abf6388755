"""What is published, one by one: the editions, and the documents that go with them."""

from collections.abc import Iterable
from dataclasses import dataclass

from waw_site import notation
from waw_site.beschrijvingen import publicatie
from waw_site.catalogus import _
from waw_site.dataset import Dataset
from waw_site.kenmerk import kenmerk
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Brief, Voorstel
from waw_site.page.page import adres, editie_url, stuk_url
from waw_site.page.stukken import Stuk, soortnaam


@dataclass(frozen=True, slots=True)
class Uitgegeven:
    """
    An edition or a document: its lasting name, its title, what it is, where, and of which day.

    `datum` is None where it is not known; `url` is from the root of the site.
    """

    kenmerk: str
    titel: str
    soort: str
    url: str
    datum: Datum | None
    kwartaal: Kwartaal

    @property
    def is_editie(self) -> bool:
        """Whether it is the monitor itself, not a document that goes with it."""
        return self.url == editie_url(self.kwartaal)


def uitgegeven(dataset: Dataset, quarters: Iterable[Kwartaal]) -> tuple[Uitgegeven, ...]:
    """The editions of *quarters* that are published, each with its documents, in order of time."""
    found: list[Uitgegeven] = []
    for kwartaal in sorted(quarters):
        if not dataset.edities[kwartaal].concept:
            found += [editie(dataset, kwartaal), *_stukken(dataset, kwartaal)]
    return tuple(found)


def editie(dataset: Dataset, kwartaal: Kwartaal) -> Uitgegeven:
    """An edition, as others name it."""
    of = dataset.edities[kwartaal]
    return Uitgegeven(
        kenmerk=kenmerk(dataset.programma, kwartaal),
        titel=_("Monitor {naam}, {kwartaal}").format(
            naam=of.titel, kwartaal=notation.kwartaal(kwartaal)
        ),
        soort=_("Monitor"),
        url=editie_url(kwartaal),
        datum=of.verschenen,
        kwartaal=kwartaal,
    )


def aanhaling(dataset: Dataset, kwartaal: Kwartaal) -> str | None:
    """How to cite an edition; None while it is a concept."""
    of, u = dataset.edities[kwartaal], editie(dataset, kwartaal)
    if of.concept:
        return None
    publisher = publicatie(dataset).uitgever
    who = notation.opsomming(of.colofon.uitgevers) or (
        publisher.naam if publisher else dataset.programma.regio
    )
    year = str(u.datum.jaar) if u.datum else _("zonder jaar")
    base = adres(dataset)
    where = f"{base}{u.url.removesuffix('index.html')}" if base else u.kenmerk
    return f"{who} ({year}). {u.titel}. {where}"


def _stukken(dataset: Dataset, kwartaal: Kwartaal) -> list[Uitgegeven]:
    """The documents of an edition."""
    return [
        Uitgegeven(
            kenmerk=kenmerk(dataset.programma, soort, slug),
            titel=stuk.titel,
            soort=soortnaam(soort, stuk),
            url=stuk_url(soort, slug),
            datum=_datum(stuk),
            kwartaal=kwartaal,
        )
        for soort, stukken in dataset.stukken().items()
        for slug, stuk in stukken.items()
        if stuk.editie == kwartaal
    ]


def _datum(stuk: Stuk) -> Datum | None:
    """The day that a document bears; budgets and reviews bear none."""
    match stuk:
        case Brief():
            return stuk.datum
        case Voorstel():
            return stuk.kop.datum
        case _:
            return None
