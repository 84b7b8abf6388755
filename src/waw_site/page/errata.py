"""What was put right in an edition after it was sealed, for every page that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import ngettext
from waw_site.cijfers import EditieCijfers, Herstel
from waw_site.dataset import Dataset
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.problem import Place
from waw_site.waarde import Herkomst


@dataclass(frozen=True, slots=True)
class Erratumregel:
    """One erratum: its figures, its texts by title, why, and with what effect."""

    datum: Datum
    cijfers: tuple[tuple[str, Herstel], ...]
    volgen: str
    teksten: tuple[str, ...]
    reden: str
    gevolg: str | None


def regels(dataset: Dataset, e: EditieCijfers) -> tuple[Erratumregel, ...]:
    """The errata of an edition, the newest first."""
    named = {naam for erratum in e.editie.errata for naam in erratum.cijfers}
    follow = sum(1 for h in e.hersteld if h.naam not in named)
    found = [
        Erratumregel(
            datum=erratum.datum,
            cijfers=tuple((_naam(h), h) for h in e.hersteld if h.naam in erratum.cijfers),
            volgen=_volgen(follow) if erratum.cijfers else "",
            teksten=tuple(_titel(dataset, naam) for naam in erratum.teksten),
            reden=erratum.reden,
            gevolg=erratum.gevolg,
        )
        for erratum in e.editie.errata
    ]
    return tuple(sorted(found, key=lambda regel: str(regel.datum), reverse=True))


def _naam(h: Herstel) -> str:
    """What a figure is called: what it says of itself, or else its name."""
    return notation.zin(h.waarde.herkomst.naam if h.waarde and h.waarde.herkomst else h.naam)


def _volgen(number: int) -> str:
    if not number:
        return ""
    said = ngettext(
        "Daardoor veranderde ook {aantal} ander cijfer.",
        "Daardoor veranderden ook {aantal} andere cijfers.",
        number,
    )
    return said.format(aantal=notation.telwoord(number))


def _titel(dataset: Dataset, naam: str) -> str:
    """A text by its title, or else by its file."""
    tekst = dataset.teksten.get(naam)
    return f"“{tekst.titel}”" if tekst and tekst.titel else naam


def hersteld(
    editions: Mapping[Kwartaal, EditieCijfers], kwartaal: Kwartaal | None
) -> Mapping[Place | Herkomst, Herstel]:
    """
    The figures that were put right, by where they stand or how they are made.

    On a page of an edition its own errata come before those of others.
    """
    order = sorted(editions.values(), key=lambda e: (e.kwartaal == kwartaal, e.kwartaal))
    return {h.waar: h for e in order for h in e.hersteld if h.waar}
