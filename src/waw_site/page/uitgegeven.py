"""What is published, one by one: the editions, and the documents that go with them."""

from collections.abc import Iterable
from dataclasses import dataclass

from waw_site import notation
from waw_site.dataset import Dataset
from waw_site.kenmerk import kenmerk
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Brief, Voorstel
from waw_site.page.page import editie_url, stuk_url
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
        titel=f"Monitor {of.titel}, {notation.kwartaal(kwartaal)}",
        soort="Monitor",
        url=editie_url(kwartaal),
        datum=of.verschenen,
        kwartaal=kwartaal,
    )


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
