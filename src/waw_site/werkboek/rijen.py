"""Sheets → the rows of one table, for a CSV file: a column says of which quarter each is."""

from collections.abc import Iterator, Sequence

from waw_site.dataset import Dataset
from waw_site.werkboek import vorm
from waw_site.werkboek.blad import Blad
from waw_site.werkboek.duiden import KWARTAAL
from waw_site.werkboek.keuze import Keuzes
from waw_site.werkboek.opgave import Opgave
from waw_site.werkboek.vorm import Kolom, Regel, Soort


def rijen(dataset: Dataset, bladen: Sequence[Blad]) -> Iterator[list[str]]:
    """The heads, and then every row of every sheet."""
    programma, words = dataset.programma, vorm.lijsten(dataset)
    asked = {k.indicator for blad in bladen for k in blad.kolommen if k.indicator}
    earlier = any(blad.vorige for blad in bladen)
    columns = vorm.kolommen(programma, asked, vorige=earlier)[1:]  # names will do for a key
    yield [KWARTAAL.kop, *(kolom.kop for kolom in columns)]
    for blad in bladen:
        for regel in blad.regels:
            said = (
                vorm.naam(programma, words, regel, kolom.sleutel)
                if kolom.soort is Soort.VAST
                else _cel(blad, regel, kolom, words)
                for kolom in columns
            )
            yield [str(blad.kwartaal), *said]


def _cel(blad: Blad, regel: Regel, kolom: Kolom, words: dict[str, Keuzes]) -> str:
    if found := blad.vorige.get((regel, kolom.sleutel)):
        return f"{found[1]} ({found[0]})"
    value = blad.inhoud[regel].get(kolom.sleutel)
    if isinstance(value, Opgave):
        return "" if value.waarde is None else str(value)
    lijst = words.get(kolom.lijst)
    return lijst.woord(value) if lijst and value else value or ""
