"""Put figures in a workbook, to look at or to have filled."""

import os
import sys
from collections.abc import Iterator

from waw_site import cache as caching
from waw_site.commands.shared import (
    FINE,
    WRONG_INPUT,
    opened,
    rhythm,
    show,
    told,
    where,
)
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.options import MisuseError, Options
from waw_site.problem import nearest
from waw_site.werkboek import blad
from waw_site.werkboek.blad import Blad


def run(options: Options) -> int:
    """Write a workbook; one that stands there may be filled, and is never replaced."""
    soort = options.out.suffix.lower()
    if soort not in (".xlsx", ".csv"):
        raise MisuseError("Kies een naam die op .xlsx of .csv eindigt: --out cijfers.xlsx.")
    if os.path.lexists(options.out):
        hint = "Kies met --out een andere naam, of haal het eerst weg."
        raise MisuseError(f"{where(options.out)} is er al; misschien is het ingevuld. {hint}")
    found, _ = opened(options)
    dataset = found.dataset
    if dataset is None or dataset.unreadable:
        show(found.grave(strict=False), sys.stderr)
        print("Los dit eerst op; er is geen werkboek gemaakt.", file=sys.stderr)
        return WRONG_INPUT
    rhythm(options.kwartaal, dataset)
    bladen = list(_bladen(dataset, options))
    with told("Het werkboek kon"):
        caching.replace(options.out, _bytes(dataset, bladen, soort))
    print(_gezegd(dataset, bladen, options))
    return FINE


def _bytes(dataset: Dataset, bladen: list[Blad], soort: str) -> bytes:
    """The file; only here is the library for workbooks needed."""
    if soort == ".csv":
        from waw_site.werkboek import komma, rijen

        return komma.schrijf(list(rijen.rijen(dataset, bladen)))
    from waw_site.werkboek import schrijven

    return schrijven.schrijf(dataset, bladen)


def _bladen(dataset: Dataset, options: Options) -> Iterator[Blad]:
    slugs = _projecten(dataset, options.project)
    if options.leeg:
        made = blad.leeg(dataset, _kwartaal(dataset, options.kwartaal), slugs)
        if not made.regels:
            raise MisuseError(f"In {made.kwartaal} loopt geen project dat cijfers meldt.")
        yield made
        return
    known = sorted({k for slug in slugs for k in dataset.standen.get(slug, {})})
    if options.kwartaal:
        if options.kwartaal not in known:
            hint = nearest(str(options.kwartaal), map(str, known))
            raise MisuseError(f"Van {options.kwartaal} zijn er geen cijfers. {hint}")
        known = [options.kwartaal]
    if not known:
        raise MisuseError("Er zijn nog geen cijfers. Een leeg werkboek maakt u met --leeg.")
    for kwartaal in known:
        yield blad.gevuld(dataset, kwartaal, slugs)


def _projecten(dataset: Dataset, asked: tuple[str, ...]) -> list[str]:
    """The projects that were asked for, or all; by name, as people look for them."""
    for slug in asked:
        if slug not in dataset.projecten:
            hint = nearest(slug, dataset.projecten)
            raise MisuseError(f"Er is geen project “{slug}”. {hint}")
    chosen = asked or tuple(dataset.projecten)
    return sorted(dict.fromkeys(chosen), key=lambda slug: dataset.projecten[slug].naam.casefold())


def _kwartaal(dataset: Dataset, asked: Kwartaal | None) -> Kwartaal:
    """The quarter to fill: as asked, or that of the newest edition while it can still change."""
    last, begin = max(dataset.edities, default=None), dataset.programma.begin
    if asked:
        if asked < begin:
            raise MisuseError(f"{asked} ligt voor het begin van het programma ({begin}).")
        if asked in dataset.zegels:
            raise MisuseError(f"De editie {asked} is verzegeld; daar komen geen cijfers meer bij.")
        return asked
    if last is None or last in dataset.zegels:
        raise MisuseError("Zeg voor welk kwartaal: export --leeg --kwartaal 2024-Q4.")
    return last


def _gezegd(dataset: Dataset, bladen: list[Blad], options: Options) -> str:
    """What was made, and who may see it."""
    slugs = {regel.slug for made in bladen for regel in made.regels}
    quarters = ", ".join(str(made.kwartaal) for made in bladen)
    projects = "1 project" if len(slugs) == 1 else f"{len(slugs)} projecten"
    lines = [f"{where(options.out)}: {projects}, {quarters}."]
    hidden = {naam for naam in dataset.verborgen if naam.partition(".")[0] in slugs}
    if hidden:
        lines.append("Let op: hierin staan aantallen die de site afschermt. Deel het alleen met")
        lines.append("wie ze mag zien; met --project maakt u het van één project.")
    return "\n".join(lines)
