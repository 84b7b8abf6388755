"""A rule on how the data is published."""

from collections.abc import Iterator

from waw_site import dataset as ds
from waw_site.beschrijvingen import gemist
from waw_site.dataset import Dataset
from waw_site.problem import Ernst, Problem


def descriptions_can_be_made(dataset: Dataset) -> Iterator[Problem]:
    """A programme that says how it is published is told which descriptions still lack what."""
    if dataset.programma.publicatie is None:
        return
    for gemis in gemist(dataset):
        name = gemis.beschrijving.naam.partition(":")[0]
        keys = ", ".join(gemis.sleutels)
        yield Problem(
            dataset.key(ds.PROGRAMMA, "publicatie"),
            f"Nog niet gemaakt: {name}. Daarvoor ontbreekt {keys}.",
            "Laat het zo zolang het niet is besloten. De pagina met de gegevens zegt het ook.",
            Ernst.OPMERKING,
        )
