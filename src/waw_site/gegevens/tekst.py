"""Rows → CSV and JSON: the one place where either is written."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from waw_site.gegevens.kolommen import JA, NEE
from waw_site.gegevens.rijen import Rij

Cel = str | int | bool | Decimal | None

# What a spreadsheet takes for the start of a formula, also behind spaces and in full width; with
# apostrophes in front it is taken along, so that the one that is put there can be taken away again.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")


@dataclass(frozen=True, slots=True)
class Schrift:
    """How a CSV is written: what stands between the cells, in a number, and at the front."""

    tussen: str
    komma: str
    codering: str


KOMMA = Schrift(",", ".", "utf-8")  # RFC 4180
PUNTKOMMA = Schrift(";", ",", "utf-8-sig")  # as a Dutch Excel opens it by a double click


def csv_van(rijen: Iterable[Sequence[Cel]], schrift: Schrift, *, kop: bool = True) -> bytes:
    """
    *rijen* as CSV: CRLF, quotes where they are needed, nothing for what is None.

    A text that a spreadsheet would take for a formula has an apostrophe in front. With *kop* it is
    the beginning of a file.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=schrift.tussen, lineterminator="\r\n")
    writer.writerows([_cel(cel, schrift) for cel in rij] for rij in rijen)
    return out.getvalue().encode(schrift.codering if kop else "utf-8")


def json_van(rijen: Iterable[Rij]) -> list[bytes]:
    """Each row as an object, with the names of the columns."""
    return [json.dumps(rij._asdict(), ensure_ascii=False).encode() for rij in rijen]


def veilig(tekst: str) -> str:
    """*tekst*, so that no spreadsheet takes it for a formula."""
    return f"'{tekst}" if _FORMULA.match(tekst) else tekst


def zonder(tekst: str) -> str:
    """What was made `veilig`, as it was."""
    return tekst[1:] if tekst.startswith("'") and _FORMULA.match(tekst) else tekst


def ja_nee(waarde: bool) -> str:
    """A boolean where there are only texts."""
    return JA if waarde else NEE


def _cel(cel: Cel, schrift: Schrift) -> str | int | None:
    if isinstance(cel, str):
        return veilig(cel)
    if isinstance(cel, bool):
        return ja_nee(cel)
    if isinstance(cel, Decimal):
        return str(cel).replace(".", schrift.komma)
    return cel
