"""Under each table of each page is a file, and it says exactly what the table shows."""

import csv
import dataclasses
import io
import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any

import pytest

from dom import Node, dom
from on_disk import KLEIN, REAL, VERZONNEN, found
from waw_site import notation
from waw_site.cache import Cache
from waw_site.gegevens.tabel import csv_van_tabel
from waw_site.invoer import Input
from waw_site.page import pages
from waw_site.page.grafiek import Grafiek
from waw_site.site import compose
from waw_site.waarde import Waarde

Site = Mapping[str, bytes]
UNSEEN = frozenset({"waw-nootref", "svg"})


@pytest.fixture(scope="module", params=[REAL, KLEIN, VERZONNEN], ids=lambda path: path.name)
def read(request: pytest.FixtureRequest) -> Input:
    return found(request.param)


@pytest.fixture(scope="module")
def site(read: Input) -> Site:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("waw_site.site.leaking", lambda *_: ())
        return compose(read, Cache.none()).files


def tables(node: Node) -> Iterator[tuple[Node, Node | None]]:
    """Each table, with the link that stands under it in the same element."""
    for parent in node.walk():
        nodes = [child for child in parent.children if isinstance(child, Node)]
        for n, child in enumerate(nodes):
            if child.here("table"):
                after = nodes[n + 1] if n + 1 < len(nodes) else None
                links = after.find("a") if after and "waw-ophalen" in after.classes else []
                yield child.here("table")[0], links[0] if links else None


def rows_of(content: bytes) -> list[list[str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";"))


def words(text: str) -> list[str]:
    """What is said, without order and without signs that only set apart."""
    bare = re.sub(r"(?<=\d)\.(?=\d{3})", "", text)
    return sorted(re.sub(r"[()€]", " ", bare).split())


def seen(cell: Node) -> list[str]:
    """What a cell says; of a symbol not how it is read out."""
    for node in cell.walk():
        hidden = [c for c in node.here("span") if c.attributes.get("aria-hidden") == "true"]
        if hidden:
            node.children = [*hidden]
    return words(cell.text(UNSEEN))


def told(value: str, beside: str) -> list[str]:
    """What a file says, with a minus sign as the page writes it."""
    return words(f"{re.sub('^-(?=[0-9])', '−', value)} {beside}")


def test_each_table_has_a_file_that_says_the_same(site: Site) -> None:
    """The same rows in order, the same numbers and symbols, and the same words beside them."""
    checked = 0
    for path, html in site.items():
        if not path.endswith(".html"):
            continue
        for table, link in tables(dom(html.decode())):
            assert link, f"{path}: {table.text()[:80]}"
            file = normpath(join(dirname(path), link.attributes["href"]))
            head, *rows = rows_of(site[file])
            assert {len(row) for row in rows} <= {len(head)}, file
            compare(table, head, rows, file)
            checked += 1
    made = [p for p in site if p.endswith(".csv") and "/cijfers" not in f"/{p}"]
    assert checked == len(made) > 5


def compare(table: Node, head: list[str], rows: list[list[str]], file: str) -> None:
    waiting = iter(rows)
    group = ""
    parts = [*table.here("tbody"), *table.here("tfoot")]
    for line in (tr for part in parts for tr in part.here("tr")):
        cells = [c for c in line.children if isinstance(c, Node)]
        cells = [c for c in cells if c.attributes.get("aria-hidden") != "true"]
        if cells[0].attributes.get("scope") == "rowgroup":
            group = cells[0].text().strip()
            continue
        said = next(waiting)
        if head[0] == "Groep":
            assert said[0] in (group, ""), file
            head_, said = head[1:], said[1:]
        else:
            head_ = head
        pairs = [[value, ""] for value in said]
        for n, naam in reversed(list(enumerate(head_))):
            if naam.endswith(", erbij"):
                pairs[n - 1][1] = pairs.pop(n)[0]
        assert [told(*pair) for pair in pairs] == [seen(cell) for cell in cells], file
    assert not list(waiting), file


def charts(value: Any) -> Iterator[Grafiek]:
    """Every chart in the context of a page."""
    if isinstance(value, Grafiek):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from charts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from charts(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from charts(item)


def test_the_file_of_a_chart_has_the_figures_that_it_draws(site: Site, read: Input) -> None:
    """Number by number, those of the values that the picture is made of."""
    assert read.dataset
    checked = 0
    for page in pages(read.dataset, read.editions):
        folder = dirname(page.path)
        for chart in charts(dict(page.context)):
            stem = "-".join([*filter(None, folder.split("/")), chart.naam])
            file = normpath(join(folder, f"gegevens/{stem}.csv"))
            if chart.tekening not in page.tekeningen:
                continue
            head, *rows = rows_of(site[file])
            keep = [n for n, naam in enumerate(head) if not naam.endswith(", erbij")]
            numbers = [[row[n] for n in keep[1:]] for row in rows]
            assert numbers == [[bare(w) for w in row[1:]] for row in chart.tabel.rijen], file
            checked += 1
    assert checked > 5


def bare(w: Any) -> str:
    assert isinstance(w, Waarde)
    if w.getal is None:
        return notation.waarde(w)
    return f"{w.getal // 100}" if w.soort == "euro" and not w.getal % 100 else str(w.getal)


def test_a_link_says_what_it_fetches(site: Site) -> None:
    """By its own words: no two of a page have the same, and none goes on paper."""
    for path, html in site.items():
        if path.endswith(".html"):
            links = dom(html.decode()).find("p", "waw-ophalen")
            names = [" ".join(p.find("a")[0].text().split()) for p in links]
            assert all(name.startswith("Download deze tabel als CSV: ") for name in names)
            assert len(set(names)) == len(names), path
            assert all("waw-niet-op-papier" in p.classes for p in links)


HEAD = '<thead><tr><th scope="col">Wat</th><th scope="col">Aantal</th></tr></thead>'


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<a href="h"><span class="waw-cijfer__getal">1.146</span></a>', "1146"),
        ('<span class="waw-cijfer__getal">−3</span>', "-3"),
        ('<span class="waw-cijfer__getal">€ 50.455,25</span>', "50455,25"),
        ('<span class="waw-cijfer__getal">€ 1.000</span>', "1000"),
        ("geen &amp; niets", "geen & niets"),
        ("=1+1", "'=1+1"),
        ('<span aria-hidden="true">x</span><span class="waw-voorlezen">afgeschermd</span>', "x"),
        ('<abbr title="niet van toepassing">n.v.t.</abbr>', "n.v.t."),
        ('<span class="waw-cijfer__getal">7</span><sup class="waw-nootref">noot 2</sup>', "7"),
    ],
)
def test_a_cell_is_the_bare_number_or_the_words(cell: str, expected: str) -> None:
    html = f"<table>{HEAD}<tbody><tr><th>a</th><td>{cell}</td></tr></tbody></table>"
    assert rows_of(csv_van_tabel(html)) == [["Wat", "Aantal"], ["a", expected]]


def test_what_stands_beside_a_number_has_a_column_of_its_own() -> None:
    word = '<span class="waw-cijfer__woord">ruim</span>'
    figure = f'{word} <span class="waw-cijfer__getal">87 procent</span>'
    rows = f"<tr><th>a</th><td>{figure} (voorlopig)</td></tr><tr><th>b</th><td>–</td></tr>"
    assert rows_of(csv_van_tabel(f"<table>{HEAD}<tbody>{rows}</tbody></table>")) == [
        ["Wat", "Aantal", "Aantal, erbij"],
        ["a", "87", "ruim procent (voorlopig)"],
        ["b", "–", ""],
    ]
