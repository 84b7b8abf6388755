"""The files of open data: those of each edition, and those of all together."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from waw_site.cache import Cache, digest
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.expressie import TEKEN
from waw_site.gegevens import werkmap
from waw_site.gegevens.bestanden import van_editie
from waw_site.gegevens.kolommen import kolommen
from waw_site.gegevens.rijen import Rij, rijen
from waw_site.gegevens.tekst import KOMMA, PUNTKOMMA, csv_van, json_van
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator, Programma


@dataclass(frozen=True, slots=True)
class Delen:
    """The rows of an edition in each form, without what stands around them in a file."""

    komma: bytes
    puntkomma: bytes
    json: bytes
    xml: bytes


def uitgave(dataset: Dataset, editions: Sequence[EditieCijfers], cache: Cache) -> dict[str, bytes]:
    """The files of these *editions*, by address; without an edition there are none."""
    if not editions:
        return {}
    made = {e.kwartaal: _delen(rijen(dataset, e), cache) for e in editions}
    words = repr((dataset.programma.naam, kolommen(), _indicatoren(dataset.programma)))
    leeg: bytes = cache.pages.memo(digest("werkmap", words), lambda: _leeg(dataset.programma))
    of: dict[Kwartaal | None, list[tuple[str, Delen]]] = {k: [part] for k, part in made.items()}
    of[None] = list(made.values())
    found: dict[str, bytes] = {}
    for editie, parts in of.items():
        found |= _bestanden(editie, parts, leeg, cache)
    return found


def _delen(rows: tuple[Rij, ...], cache: Cache) -> tuple[str, Delen]:
    """The rows of an edition in each form, and a name for exactly those."""
    key = digest("rijen", repr(rows))
    kept: tuple[bytes, ...] | None = cache.pages.get(key)
    if kept:
        return key, Delen(*map(zlib.decompress, kept))
    made = Delen(
        csv_van(rows, KOMMA),
        csv_van(rows, PUNTKOMMA, kop=False),
        b",\n".join(json_van(rows)),
        werkmap.xml_van(rows),
    )
    parts = (made.komma, made.puntkomma, made.json, made.xml)
    cache.pages.put(key, tuple(zlib.compress(part, 1) for part in parts))
    return key, made


def _bestanden(
    editie: Kwartaal | None, parts: Sequence[tuple[str, Delen]], leeg: bytes, cache: Cache
) -> dict[str, bytes]:
    """Each file of *editie*: its rows, and what stands around them."""
    keys = [key for key, _ in parts]
    head = [Rij._fields]

    def book() -> bytes:
        return werkmap.vul(leeg, b"".join(d.xml for _, d in parts))

    of = {
        ".csv": csv_van(head, KOMMA) + b"".join(d.komma for _, d in parts),
        "-puntkomma.csv": csv_van(head, PUNTKOMMA) + b"".join(d.puntkomma for _, d in parts),
        ".json": b"[\n" + b",\n".join(d.json for _, d in parts if d.json) + b"\n]\n",
        ".xlsx": cache.pages.memo(digest("werkmap", leeg, *keys), book),
    }
    return {b.pad: of[b.vorm.uitgang] for b in van_editie(editie)}


def _leeg(programma: Programma) -> bytes:
    """A workbook without figures, with what its columns and indicators mean."""
    columns = [(k.naam, k.titel, k.uitleg) for k in kolommen()]
    return werkmap.sjabloon(
        programma.naam,
        _("Cijfers"),
        (
            (_("Kolommen"), (_("kolom"), _("titel"), _("uitleg")), columns),
            (
                _("Indicatoren"),
                (_("indicator"), _("titel"), _("eenheid"), _("telling"), _("uitleg")),
                _indicatoren(programma),
            ),
        ),
    )


def _indicatoren(programma: Programma) -> list[tuple[str, ...]]:
    """A row per indicator, with what of it can be said without a figure."""
    return [
        (naam, about.label, about.eenheid, about.telling, _uitleg(about))
        for naam, about in programma.indicatoren.items()
    ]


def _uitleg(about: Indicator) -> str:
    """The definition of an indicator, where it calls no figure: a figure is no explanation."""
    said = about.definitie or ""
    return "" if TEKEN.search(said) else said
