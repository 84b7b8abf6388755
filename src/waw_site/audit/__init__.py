"""
What a published site gives away of the figures that it hides.

It knows nothing of how figures are hidden: it reads the pages and the files of open data, as anyone
can, and asks a solver between which numbers each hidden figure must lie. Pure: the same site gives
the same answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from waw_site.audit.gegevens import verbergt as data_hides
from waw_site.audit.kennis import Kennis
from waw_site.catalogus import _
from waw_site.problem import Problem

if TYPE_CHECKING:
    from waw_site.audit.eisen import Opgave

__all__ = ["Kennis", "Uitkomst", "audit", "verbergt"]

_ORIGINS = "herkomst/index.html"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """
    What an audit looked at: how many cells, how many figures are hidden, and how well.

    `krapst` and `midden` are the narrowest and the median of the room that the published figures
    leave; None where nothing is hidden, or nothing bounds it.
    """

    cellen: int = 0
    verborgen: int = 0
    groepen: int = 0  # sets of hidden figures that have nothing to do with each other
    eisen: int = 0
    krapst: int | None = None
    midden: float | None = None
    seconden: float = field(default=0, compare=False)


def verbergt(site: Mapping[str, bytes]) -> bool:
    """Whether any figure of *site* is hidden."""
    hidden = f">{_('afgeschermd')}<".encode()
    return any(_hides(path, content, hidden) for path, content in site.items())


@lru_cache(maxsize=5000)
def _hides(path: str, content: bytes, hidden: bytes) -> bool:
    return hidden in content if path.endswith(_ORIGINS) else data_hides(path, content)


def audit(
    site: Mapping[str, bytes], kennis: Kennis, zegels: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[Problem, ...], Uitkomst]:
    """
    Every hidden figure of *site* that can be reckoned too closely, and all that contradicts.

    *zegels* hold what older editions said: by quarter, by name of a figure, as it was published.
    """
    if not verbergt(site):
        return (), Uitkomst()
    from waw_site.audit import gegevens
    from waw_site.audit.eisen import opgave
    from waw_site.audit.los import losse_getallen
    from waw_site.audit.melding import onbegrepen
    from waw_site.audit.pagina import rijen

    start = perf_counter()
    by_page = {
        path: tuple(rijen(path, content))
        for path, content in sorted(site.items())
        if path.endswith(_ORIGINS)
    }
    by_file = {
        path: tuple(gegevens.rijen(path, content))
        for path, content in sorted(site.items())
        if gegevens.benoemd(path, content)
    }
    read = [rij for of in (*by_page.values(), *by_file.values()) for rij in of]
    asked = opgave(read, kennis, zegels)
    problems = [*losse_getallen(site, by_page, kennis.namen, by_file)]
    problems += [onbegrepen(cel, what) for cel, what in asked.onbegrepen]
    found, rooms, groups = _solve(asked, kennis.breedte)
    outcome = Uitkomst(
        cellen=asked.getoond,
        verborgen=len(asked.cellen),
        groepen=groups,
        eisen=len(asked.eisen),
        krapst=min(rooms, default=None),
        midden=median(rooms) if rooms else None,
        seconden=perf_counter() - start,
    )
    return tuple(sorted({*problems, *found})), outcome


def _solve(asked: "Opgave", breedte: int) -> tuple[list[Problem], list[int], int]:
    """What is wrong, the room that each bounded figure has, and how many groups there are."""
    from waw_site.audit.melding import lek, strijd
    from waw_site.audit.oplosser import MEEST, Stelsel, namen, samenhang

    cells = {cel.naam: cel for cel in asked.cellen}
    problems, rooms, groups = [], [], 0
    for eisen in samenhang(asked.eisen):
        hidden = [cells[name] for name in dict.fromkeys(namen(eisen)) if name in cells]
        if not hidden:
            continue
        groups += 1
        system = Stelsel(eisen, asked.vrij)
        if not system.past():
            problems.append(strijd(min(hidden), eisen, asked.vrij))
            continue
        for cel in hidden:
            low, high = system.grenzen(cel.naam) or (0, 0)
            if high < MEEST:
                rooms.append(high - low)
            if high - low < breedte:
                problems.append(lek(cel, (low, high), eisen, asked.vrij))
    return problems, rooms, groups
