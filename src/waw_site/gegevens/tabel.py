"""
A table as it is shown on a page → CSV: the same rows, the same numbers, the same symbols.

It is read from the HTML of the table itself, so that the file cannot say anything else. Of a cell
with a figure the bare number is one column; what stands beside it (ruim, voorlopig) is the next,
where any row has that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

from waw_site.catalogus import _
from waw_site.gegevens.tekst import PUNTKOMMA, Cel, csv_van

_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])([^>]*)>(.*?)</\1>", re.DOTALL)
_PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
_NOTE = re.compile(r'<sup class="waw-nootref">.*?</sup>', re.DOTALL)
_SYMBOL = re.compile(
    r'<span aria-hidden="true">([^<]*)</span><span class="waw-voorlezen">[^<]*</span>'
)
_ABSENT = re.compile(r"<abbr [^>]*>([^<]*)</abbr>")
_FIGURE = re.compile(r'<span class="waw-cijfer__getal">([^<]*)</span>')
_NUMBER = re.compile(r"(?:€ )?(−?)([0-9]+(?:[.,][0-9]{3})*)(?:[.,]([0-9]{2}))?(?: (.*))?")
_TAG = re.compile(r"<[^>]*>")
_SPAN = re.compile(r'(col|row)span="(\d+)"')


@dataclass(frozen=True, slots=True)
class Vak:
    """A cell: its number, symbol or text, and what stands beside a number."""

    waarde: Cel
    erbij: str = ""


def csv_van_tabel(html: str) -> bytes:
    """The CSV of the table in *html*, as a Dutch Excel opens it by a double click."""
    html = _PICTURE.sub("", html)
    head, _end, body = html.partition("</thead>")
    names = _head(_ROW.findall(head))
    rows = [(group, row) for part in body.split("<tfoot>") for group, row in _grouped(part)]
    cells = [[_cell(content) for *_tag, content in _cells(row)] for _group, row in rows]
    if any(group for group, _row in rows):
        names = [_("Groep"), *names]
        cells = [[Vak(group), *row] for (group, _row), row in zip(rows, cells, strict=True)]
    return csv_van(_columns(names, cells), PUNTKOMMA)


def _grouped(part: str) -> Iterator[tuple[str, str]]:
    """Each row of a part of a table, under the last head that goes for more rows."""
    group = ""
    for row in _ROW.findall(part):
        if 'scope="rowgroup"' in row:
            group = _text(row)
        else:
            yield group, row


def _columns(names: Sequence[str], rows: Sequence[Sequence[Vak]]) -> list[list[Cel]]:
    """A column per column, and one more for what stands beside its numbers."""
    beside = [any(row[n].erbij for row in rows) for n in range(len(names))]
    head: list[Cel] = []
    for naam, more in zip(names, beside, strict=True):
        head += [naam, _("{kop}, erbij").format(kop=naam)] if more else [naam]
    found = [head]
    for row in rows:
        line: list[Cel] = []
        for vak, more in zip(row, beside, strict=True):
            line += [vak.waarde, vak.erbij] if more else [vak.waarde]
        found.append(line)
    return found


def _head(rows: Sequence[str]) -> list[str]:
    """The name of each column; of two rows of heads both."""
    first, *rest = [_cells(row) for row in rows]
    below = iter(_text(content) for row in rest for *_tag, content in row)
    names = []
    for _tag, attributes, content in first:
        spans = dict(_SPAN.findall(attributes))
        if not rest or "row" in spans:
            names.append(_text(content))
            continue
        for _n in range(int(spans.get("col", 1))):
            names.append(f"{_text(content)}, {next(below).lower()}")
    return names


def _cells(row: str) -> list[tuple[str, str, str]]:
    """The cells of a row that are not only to be looked at: tag, attributes, content."""
    return [cell for cell in _CELL.findall(row) if "aria-hidden" not in cell[1]]


def _cell(content: str) -> Vak:
    content = _NOTE.sub("", content)
    for pattern in (_SYMBOL, _ABSENT):
        if found := pattern.search(content):
            return Vak(unescape(found[1]), _beside(pattern.sub(" ", content, count=1)))
    figure = _FIGURE.search(content)
    number = _NUMBER.fullmatch(unescape(figure[1])) if figure else None
    if number is None:
        return Vak(_text(content))
    unit = f" {number[4]} " if number[4] else " "
    return Vak(_bare(number), _beside(_FIGURE.sub(unit, content, count=1)))


def _bare(number: re.Match[str]) -> int | Decimal:
    """1.146 → 1146, −3 → -3, € 50.455,25 → 50455.25."""
    whole = int(re.sub("[.,]", "", number[2]))
    bare = Decimal(f"{whole}.{number[3]}") if number[3] else whole
    return -bare if number[1] else bare


def _beside(content: str) -> str:
    """The words beside a number, without brackets that held only the number."""
    return re.sub(r"\(\s*\)", "", _text(content)).strip()


def _text(content: str) -> str:
    return " ".join(unescape(_TAG.sub("", content)).split())
