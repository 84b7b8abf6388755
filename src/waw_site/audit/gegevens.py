"""A file of open data → the figures that it states, as anyone can read it."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from waw_site.audit.pagina import AFGESCHERMD, Gezegd, Rij
from waw_site.notation import getal
from waw_site.problem import Place

_ROWS = "xl/worksheets/sheet1.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NAMED = re.compile(rb'\bcijfer"?[,;\r\n:]')
_HIDDEN = re.compile(rb'[,;]x[,;]|"symbool": "x"')

Regel = tuple[int, Mapping[str, Any]]  # the line it stands on, and its cells by column


def verbergt(path: str, content: bytes) -> bool:
    """Whether a file of open data hides a figure; the workbook says no more than the others."""
    return path.endswith((".csv", ".json")) and bool(_HIDDEN.search(content))


def benoemd(path: str, content: bytes) -> bool:
    """Whether each row of a data file names its figure."""
    if path.endswith(".xlsx"):
        return True
    head = content[: content.find(b"\n") + 1] if path.endswith(".csv") else content[:2000]
    return path.endswith((".csv", ".json")) and bool(_NAMED.search(head))


def rijen(path: str, content: bytes) -> Iterator[Rij]:
    """Every figure of a file whose rows name theirs."""
    for line, cells in _regels(path, content):
        file, at = cells.get("bestand"), cells.get("regel")
        yield Rij(
            cijfer=Gezegd(str(cells["cijfer"]), _said(cells)),
            pagina=f"{path}:{line}",
            plaats=Place(str(file), int(at)) if file and at else Place(path, line),
        )


def _said(cells: Mapping[str, Any]) -> str:
    """What a reader makes of a row: the number with its word, or why there is none."""
    number = cells.get("waarde")
    if number in (None, ""):
        return str(cells.get("symbool") or "") or AFGESCHERMD
    said = getal(int(str(number)))
    unit = " procent" if cells.get("eenheid") == "procent" else ""
    return f"{cells.get('kwalificatie') or ''} {said}{unit}".strip()


def _regels(path: str, content: bytes) -> Iterator[Regel]:
    if path.endswith(".csv"):
        lines = content.decode("utf-8-sig").splitlines()
        reader = csv.DictReader(lines, delimiter=";" if ";" in lines[0] else ",")
        for cells in reader:
            yield reader.line_num, cells
    elif path.endswith(".json"):
        yield from enumerate(json.loads(content), start=2)  # each on a line of its own
    else:
        head, *rows = _sheet(content)
        for n, row in enumerate(rows, start=2):
            yield n, dict(zip(head, row, strict=False))


def _sheet(content: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet of a workbook."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        for _, row in ElementTree.iterparse(BytesIO(book.read(_ROWS))):  # noqa: S314  it is ours
            if row.tag == f"{_MAIN}row":
                yield ["".join(cell.itertext()) for cell in row]
                row.clear()
