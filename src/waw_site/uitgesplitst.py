"""What a figure is broken down into, as it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from waw_site import dataset as ds
from waw_site.catalogus import _
from waw_site.cel import NIET_VERDEELD, Cel, celnaam
from waw_site.dataset import Dataset
from waw_site.gelezen import geteld, getoond
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Place
from waw_site.waarde import Herkomst, Waarde


@dataclass(frozen=True, slots=True)
class Uitgesplitst:
    """A figure by one or two dimensions; the parts by their names in the data, in order."""

    dimensies: tuple[str, ...]
    delen: Mapping[tuple[str, ...], Waarde]


def uitgesplitst(dataset: Dataset, basis: str, kwartaal: Kwartaal) -> tuple[Uitgesplitst, ...]:
    """All that the figure *basis* of *kwartaal* is broken down into; by one dimension first."""
    found: dict[tuple[str, ...], dict[tuple[str, ...], Waarde]] = {}
    for delen in dataset.delen_van.get((basis, kwartaal), ()):
        dims, parts = zip(*delen, strict=True)
        found.setdefault(dims, {})[parts] = cel(dataset, celnaam(basis, delen, kwartaal))
    return tuple(Uitgesplitst(dims, parts) for dims, parts in found.items())


def cel(dataset: Dataset, naam: str) -> Waarde:
    """The part of a figure that is called *naam*, as far as it is shown. Raises KeyError."""
    return getoond(dataset, _counted(dataset, dataset.cellen[naam]))


def _counted(dataset: Dataset, c: Cel) -> Waarde:
    """The number of a cell, with where it comes from."""
    called = _called(dataset, c)
    if not c.termen:
        slug, _dot, indicator = c.basis.partition(".")
        whole = geteld(dataset, slug, c.kwartaal, indicator)
        if not c.delen or whole.herkomst is None:
            return whole
        made = Herkomst(
            f"{c.titel}, {called}",
            plaats(dataset, c),
            whole.herkomst.bron,
            c.kwartaal,
            whole.herkomst.voorlopig,
            cijfer=c.naam,
        )
        return Waarde(c.waarde, herkomst=made)
    terms = tuple(("+", cel(dataset, naam)) for naam in c.termen)
    made = Herkomst(
        f"{c.titel}, {called}" if called else c.titel,
        peil=c.kwartaal,
        regel=_("opgeteld"),
        termen=terms,
        cijfer=c.naam,
    )
    return Waarde(c.waarde, herkomst=made)


def _called(dataset: Dataset, c: Cel) -> str:
    """Gemeente Laren, geslacht vrouwen."""
    return ", ".join(
        f"{dataset.programma.dimensies[dim].naam.lower()}: {deelnaam(dataset, dim, part)}"
        for dim, part in c.delen
    )


def deelnaam(dataset: Dataset, dimensie: str, deel: str) -> str:
    """The name of a part of a dimension."""
    if deel == NIET_VERDEELD:
        return _("Niet uitgesplitst")
    return dataset.programma.delen(dimensie)[deel]


def plaats(dataset: Dataset, c: Cel) -> Place:
    """Where a cell was written; of a margin or a sum, where what it is made of begins."""
    while c.termen:
        c = dataset.cellen[c.termen[0]]
    slug, _dot, indicator = c.basis.partition(".")
    path = ds.stand_path(slug, c.kwartaal)
    if not c.delen:
        return dataset.value(path, "cijfers", indicator, "waarde")
    dims, parts = zip(*c.delen, strict=True)
    found = [
        (("verdelingen", n, "cijfers", indicator), v.naar)
        for n, v in enumerate(dataset.standen[slug][c.kwartaal].verdelingen)
        if indicator in v.cijfers and set(dims) <= set(v.naar)
    ]
    for loc, naar in found:
        if naar == dims:
            return dataset.value(path, *loc, *parts)
    return dataset.value(path, *found[0][0])
