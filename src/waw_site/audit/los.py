"""Numbers that stand beside the figures of a page: in charts, in what is read out, in data."""

from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, join

from waw_site.audit.eisen import getal
from waw_site.audit.pagina import AFGESCHERMD, Knoop, Rij, boom
from waw_site.getallen import getallen, kale_getallen, patroon
from waw_site.problem import Place, Problem

_TOLD = ("title", "desc", "text")
_ATTRIBUTES = ("alt", "aria-label", "title")
_DATA = (".csv", ".json")


def losse_getallen(
    site: Mapping[str, bytes], rijen: Mapping[str, Sequence[Rij]], namen: Sequence[str]
) -> Iterator[Problem]:
    """
    Numbers that no figure explains, on a page that hides one.

    *rijen* are the figures by page of origins. The text of a page needs no look: each figure in it
    leads to its row. A data file may hold any figure of the site.
    """
    names = patroon(namen)
    hiding = {path for path, of in rijen.items() if any(_hides(rij) for rij in of)}
    pages = {path: content for path, content in site.items() if path.endswith(".html")}
    for path, content in pages.items():
        origins = join(dirname(path), "herkomst/index.html")
        if origins not in hiding:
            continue
        known = _numbers(rijen[origins])
        for text in dict.fromkeys(_told(boom(content))):
            for number in kale_getallen(text, names):
                if number.waarde not in known:
                    message = f"Het getal “{number.tekst}” hoort bij geen cijfer van de pagina."
                    hint = f"Het staat in een grafiek of voorleestekst: “{text}”."
                    yield Problem(Place(path), message, hint)
    everything = set().union(*(_numbers(of) for of in rijen.values()))
    for path in (p for p in site if hiding and p.endswith(_DATA)):
        lines = site[path].decode("utf-8-sig").splitlines()
        for n, line in enumerate(lines, start=1):
            for number in kale_getallen(line, names):
                if number.waarde not in everything:
                    message = f"Het getal “{number.tekst}” is geen cijfer van de site."
                    yield Problem(Place(path, n), message, "De controle kent het niet.")


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
