"""Numbers beside the figures of a page: in its text, in charts, in what is read out, in data."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, join

from waw_site.audit.eisen import getal
from waw_site.audit.pagina import AFGESCHERMD, Knoop, Rij, boom
from waw_site.getallen import getallen, kale_getallen, patroon
from waw_site.problem import Place, Problem

_TOLD = ("title", "desc", "text")
_ATTRIBUTES = ("alt", "aria-label", "title")
_VAST = "waw-vast"
_BESIDE = frozenset(
    {*"head svg code waw-cijfer waw-nootref waw-briefhoofd waw-hersteld".split(), _VAST}
)
_BLOCKS = frozenset("td th li dt dd p".split())


def losse_getallen(
    site: Mapping[str, bytes],
    rijen: Mapping[str, Sequence[Rij]],
    namen: Sequence[str],
    gegevens: Mapping[str, Sequence[Rij]],
) -> Iterator[Problem]:
    """
    Numbers that no figure explains, on the pages of a site that hides one, and in data files.

    *rijen* are the figures by page of origins, *gegevens* those by file whose rows name theirs;
    *namen* are names that hold a number.
    """
    names = patroon(namen)
    hiding = any(_hides(rij) for of in (*rijen.values(), *gegevens.values()) for rij in of)
    for path, content in site.items():
        origins = join(dirname(path), "herkomst/index.html")
        if hiding and path.endswith(".html") and path not in rijen:
            yield from _of_page(path, boom(content), _numbers(rijen.get(origins, ())), names)
        if hiding and path.endswith(".svg") and "/grafieken/" in f"/{path}":
            origins = join(dirname(dirname(path)), "herkomst/index.html")
            yield from _of_chart(path, boom(content), _numbers(rijen.get(origins, ())), names)
    known = set().union(*(_numbers(of) for of in rijen.values()))
    for rij in (rij for of in gegevens.values() for rij in of if hiding):
        if getal(rij.cijfer.tekst) is not None and not _numbers([rij]) <= known:
            where, _, row = rij.pagina.rpartition(":")
            message = f"Het getal “{rij.cijfer.tekst}” staat op geen pagina."
            yield Problem(Place(where, int(row)), message, "De controle kent het niet.")
    unnamed = (p for p in site if p.endswith((".csv", ".json")) and p not in gegevens)
    for path in unnamed if hiding else ():
        folder = dirname(dirname(path))  # of the page that a table stands on
        origins, page = join(folder, "herkomst/index.html"), join(folder, "index.html")
        known_here = _numbers(rijen[origins]) if origins in rijen else known
        known_here = known_here | (_fixed(boom(site[page]), names) if page in site else set())
        for line, text in _data(path, site[path].decode("utf-8-sig").splitlines()):
            for number in kale_getallen(text, names):
                if number.waarde not in known_here:
                    message = f"Het getal “{number.tekst}” is geen cijfer van de site."
                    yield Problem(Place(path, line), message, "De controle kent het niet.")


def _fixed(page: Knoop, names: re.Pattern[str] | None) -> set[int | None]:
    """Numbers in words that never change, as the years that a row of a table is about."""
    fixed = (node.text() for node in page.walk() if _VAST in node.classes)
    return {number.waarde for text in fixed for number in kale_getallen(text, names)}


def _of_chart(
    path: str, picture: Knoop, known: set[int | None], names: re.Pattern[str] | None
) -> Iterator[Problem]:
    """Numbers in a chart that is a file of its own, that no row of its page has."""
    for text in dict.fromkeys(_told(picture)):
        for number in kale_getallen(text, names):
            if number.waarde not in known:
                message = f"Het getal “{number.tekst}” hoort bij geen cijfer van de pagina."
                yield Problem(Place(path), message, f"Het staat in de grafiek: “{text}”.")


def _of_page(
    path: str, page: Knoop, known: set[int | None], names: re.Pattern[str] | None
) -> Iterator[Problem]:
    """Numbers in the text that are bound to nothing, and those in charts that no row has."""
    loose = [(number, "de tekst") for number in kale_getallen(_text(page), names)]
    for text in dict.fromkeys(_told(page)):
        where = f"een grafiek of voorleestekst: “{text}”"
        loose += [(n, where) for n in kale_getallen(text, names) if n.waarde not in known]
    for number, where in loose:
        message = f"Het getal “{number.tekst}” hoort bij geen cijfer van de pagina."
        yield Problem(Place(path), message, f"Het staat in {where}.")


def _data(path: str, lines: list[str]) -> Iterator[tuple[int, str]]:
    """What a data file says, by line; of a table with a column `waarde` only that."""
    if not path.endswith(".csv") or not lines:
        yield from enumerate(lines, start=1)
        return
    head, *rows = csv.reader(lines, delimiter=";" if ";" in lines[0] else ",")
    wanted = [n for n, name in enumerate(head) if name == "waarde"] or [*range(len(head))]
    for line, row in enumerate(rows, start=2):
        yield from ((line, row[n]) for n in wanted if n < len(row))


def _text(node: Knoop) -> str:
    """What a page says beside its figures, its charts, and the words of others."""
    if node.tag in _BESIDE or _BESIDE.intersection(node.classes):
        return " "
    text = "".join(c if isinstance(c, str) else _text(c) for c in node.children)
    return f" {text} " if node.tag in _BLOCKS else text


def _hides(rij: Rij) -> bool:
    return AFGESCHERMD in (rij.cijfer.tekst, *(term.tekst for _, term in rij.termen))


def _numbers(rijen: Sequence[Rij]) -> set[int | None]:
    """Every number that the rows of a page say, and in how many terms."""
    said = (
        text
        for rij in rijen
        for text in (rij.cijfer.tekst, *rij.vormen, *(term.tekst for _, term in rij.termen))
    )
    numbers = {abs(number) for text in said if (number := getal(text)) is not None}
    return {None, *numbers, *(g.waarde for rij in rijen for v in rij.vormen for g in getallen(v))}


def _told(page: Knoop) -> Iterator[str]:
    """What charts and attributes say, without the texts of an axis and the way about the page."""
    for node in page.walk():
        if not node.attributes.get("href", "").startswith("#"):
            yield from (node.attributes[name] for name in _ATTRIBUTES if name in node.attributes)
        if node.tag == "svg":
            for text in node.walk():
                if text.tag in _TOLD and "waw-as-tekst" not in text.classes:
                    yield text.text()
