"""Sealed editions, rebuilt in memory: what of each still holds, in a line."""

from collections.abc import Iterator
from dataclasses import dataclass

from waw_site import notation
from waw_site.breuk import Vergeleken
from waw_site.invoer import Input
from waw_site.kwartaal import Kwartaal
from waw_site.page import pages
from waw_site.zegel import Camera, schrijf


@dataclass(frozen=True, slots=True)
class Regel:
    """Whether an edition is as it was sealed, errata told, and the words that say so."""

    klopt: bool
    tekst: str


def zegel(found: Input, kwartaal: Kwartaal) -> str:
    """The file that seals the edition of *kwartaal* as it is now."""
    if found.gelezen is None:
        raise ValueError("there is nothing to seal")
    opname = Camera(found.gelezen, found.editions).opname(kwartaal)
    return schrijf(opname, found.gelezen.edities[kwartaal].verschenen)


def waarmerk(found: Input) -> Iterator[Regel]:
    """A line for each seal that could be held against the data."""
    if found.dataset is None or not found.zegels:
        return
    sealed = {v.kwartaal for v in found.zegels}
    made = [p for p in pages(found.dataset, found.editions) if p.kwartaal in sealed]
    stands = {page.path for page in made}
    for vergeleken in found.zegels:
        yield _regel(found, vergeleken, stands & vergeleken.zegel.paginas.keys())


def _regel(found: Input, v: Vergeleken, stands: set[str]) -> Regel:
    """What holds of one edition; *stands* are the addresses of its seal that are built."""
    zegel = v.zegel
    missing = sorted(zegel.paginas.keys() - stands)
    klopt = not v.problems and not missing
    sealed = len(zegel.cijfers) + len(zegel.plan)
    changed = {
        ("cijfer", "cijfers"): (sealed, sum(1 for d in v.cijfers if not d.kwam)),
        ("tekst", "teksten"): (
            len(zegel.teksten),
            len(v.weg) + sum(1 for d in v.teksten if not d.kwam),
        ),
        ("pagina", "pagina's"): (len(zegel.paginas), len({*missing, *v.paginas})),
    }
    counts = [_telling(names, *numbers) for names, numbers in changed.items()]
    parts = [f"{v.kwartaal}: {'klopt' if klopt else 'klopt niet'}", notation.opsomming(counts)]
    assert found.dataset  # noqa: S101  the caller made sure
    errata = found.dataset.edities[v.kwartaal].errata
    dates = notation.opsomming([notation.datum(e.datum) for e in errata])
    parts.append(f"Errata: {dates}" if errata else "Geen errata")
    if v.weg:
        parts.append(f"Ingetrokken of verlopen: {notation.opsomming(v.weg)}")
    if missing:
        parts.append(f"Deze adressen ontbreken: {notation.opsomming(missing)}")
    parts += [f"{p.place}: {p.melding.removesuffix('.')}" for p in v.problems]
    return Regel(klopt, ". ".join(parts) + ".")


def _telling(names: tuple[str, str], sealed: int, changed: int) -> str:
    """How many are as they were sealed, of how many."""
    name = names[sealed != 1]
    return f"{sealed - changed} van {sealed} {name}" if changed else f"{sealed} {name}"
