"""The same tables as CSV: what Dutch Excel opens by a double click, and what comes back of it."""

import csv
import io
import re
from collections.abc import Sequence

from waw_site.gegevens.tekst import PUNTKOMMA, csv_van, zonder
from waw_site.werkboek.keuze import gelijk
from waw_site.werkboek.tabel import (
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    Cel,
    Inzending,
    OnleesbaarError,
    Plaats,
    Tabel,
)

GROOTSTE = 2_000_000  # bytes


def schrijf(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as CSV with semicolons and a BOM."""
    return csv_van(rows, PUNTKOMMA)


def lees(data: bytes) -> Inzending:
    """The one table of a CSV file. Raises OnleesbaarError."""
    if len(data) > GROOTSTE:
        message = f"Dit bestand is groter dan {GROOTSTE // 10**6} MB."
        raise OnleesbaarError(message, "Is het wel het goede bestand?")
    text = _ontcijfer(data)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_teken(text), strict=True)
        rows = list(reader)
    except csv.Error as error:
        raise OnleesbaarError(
            f"Dit CSV-bestand klopt niet: {_waarom(error)}.",
            "Bewaar het opnieuw als CSV, of stuur een Excel-werkmap.",
        ) from error
    if len(rows) > MEESTE_RIJEN or any(len(row) > MEESTE_KOLOMMEN for row in rows):
        message = f"Dit bestand heeft meer dan {MEESTE_RIJEN} regels of {MEESTE_KOLOMMEN} kolommen."
        raise OnleesbaarError(message, "Is het wel het goede bestand?")
    cells = [
        [
            Cel(Plaats(1, n, m), text)
            for m, cell in enumerate(row, 1)
            if (text := zonder(cell)).strip()
        ]
        for n, row in enumerate(rows, 1)
    ]
    return Inzending([Tabel(Plaats(1, 0, 0), [row for row in cells if row], csv=True)])


def _ontcijfer(data: bytes) -> str:
    """Text in UTF-8 with or without a BOM, in UTF-16, or as Windows writes western letters."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for code in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    message = "Dit bestand is geen tekst."
    raise OnleesbaarError(message, "Is het een Excel-werkmap? Noem het dan .xlsx.")


def _teken(text: str) -> str:
    """The separator: what stands most often in the line of heads, outside quotes."""
    lines = text.splitlines()
    head = next((line for line in lines if "project" in gelijk(line)), lines[0] if lines else "")
    bare = re.sub(r'"[^"]*"', "", head)
    return max(";\t,", key=bare.count)


def _waarom(error: csv.Error) -> str:
    if "field larger" in str(error):
        return "een veld is veel te lang"
    return "aanhalingstekens worden niet gesloten of staan verkeerd"
