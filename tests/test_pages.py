"""What holds of every page: links and ids resolve, nothing inline, nothing from elsewhere."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from on_disk import KLEIN, REAL, make

VOID = {"meta", "link", "br", "img", "hr", "input", "wbr", "path", "circle", "rect"}


class Page(HTMLParser):
    """The elements of a page, and whether it closes what it opens."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def all(self, *tags: str) -> Iterator[dict[str, str]]:
        return (attributes for tag, attributes in self.elements if tag in tags)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


@pytest.fixture(scope="module", params=["klein", "echt"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Every file of the small and of the real site, as text."""
    source = KLEIN if request.param == "klein" else REAL
    out: Path = tmp_path_factory.mktemp("uit") / "site"
    files = make(source, out)
    return {path: content.decode("utf-8", "replace") for path, content in files.items()}


@pytest.fixture(scope="module")
def pages(site: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in site.items() if path.endswith(".html")}


def test_every_link_and_id_resolves(pages: dict[str, Page], site: dict[str, str]) -> None:
    """A link leads to a file of the site, and its anchor to an id in there."""
    wrong = []
    for path, page in pages.items():
        for attributes in page.all("a", "link"):
            target, _, anchor = attributes["href"].partition("#")
            if re.match(r"https?://|mailto:", target):
                continue
            there = normpath(join(dirname(path), target)) if target else path
            if there not in site or (anchor and anchor not in pages[there].ids):
                wrong.append((path, attributes["href"]))
    assert wrong == []


def test_ids_are_unique_and_referred_to(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        twice = [name for name, n in Counter(page.ids).items() if n > 1]
        assert (path, twice) == (path, [])
        for attributes in (attributes for _, attributes in page.elements):
            for name in attributes.get("aria-labelledby", "").split():
                assert name in page.ids, (path, name)


def test_elements_are_closed(pages: dict[str, Page]) -> None:
    assert {
        path: p.unbalanced + p.open for path, p in pages.items() if p.unbalanced or p.open
    } == {}


def test_nothing_inline(pages: dict[str, Page]) -> None:
    """No style=, <style>, <script> or on…=, also in a chart; the search page has one file."""
    for path, page in pages.items():
        scripts = [attributes for tag, attributes in page.elements if tag == "script"]
        own = [{"src": "zoek.js", "defer": ""}] if path == "zoeken/index.html" else []
        assert scripts == own, path
        tags = {tag for tag, _ in page.elements} - ({"script"} if own else set())
        assert not tags & {"style", "script", "iframe", "object", "embed", "form"}, path
        names = {name for _, attributes in page.elements for name in attributes}
        assert not {n for n in names if n == "style" or n.startswith("on")}, path


def test_nothing_is_requested_from_elsewhere(pages: dict[str, Page], site: dict[str, str]) -> None:
    """Every src, stylesheet and url() is a file of the site, by a relative address."""
    for path, page in pages.items():
        for tag, attributes in page.elements:
            fetched = [attributes[n] for n in ("src", "srcset", "xlink:href") if n in attributes]
            fetched += [attributes["href"]] if tag in ("link", "use", "image") else []
            for address in fetched:
                assert normpath(join(dirname(path), address)) in site, (path, address)
    assert "url(" not in site["monitor.css"]
    assert "@import" not in site["monitor.css"]


def test_shape_of_a_page(pages: dict[str, Page], site: dict[str, str]) -> None:
    """Dutch, one h1, headings without gaps, a title of its own, a way to skip the top."""
    titles = Counter(re.findall(r"<title>(.*?)</title>", site[path])[0] for path in pages)
    assert [title for title, n in titles.items() if n > 1] == []
    for path, page in pages.items():
        assert [a["lang"] for a in page.all("html")] == ["nl"], path
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels.count(1) == 1, path
        gaps = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
        assert (path, gaps) == (path, [])
        assert next(page.all("a"))["href"] == "#inhoud"


def test_charts_are_told_in_words_and_figures(pages: dict[str, Page], site: dict[str, str]) -> None:
    """Each chart has a title and a description in a sentence, and its table stands beside it."""
    for path, page in pages.items():
        charts = [a for a in page.all("svg") if a.get("role") == "img"]
        figures = re.findall(r"<figure.*?</figure>", site[path], flags=re.DOTALL)
        assert len(charts) == 2 * len(figures), path
        for figure in figures:
            descriptions = re.findall(r"<desc id=[^>]*>(.*?)</desc>", figure)
            assert len(descriptions) == 2, path
            assert all(d.endswith(".") and len(d) > 20 for d in descriptions), (path, descriptions)
            assert "<table>" in figure, path


def test_tables_have_captions_and_scopes(pages: dict[str, Page], site: dict[str, str]) -> None:
    for path, page in pages.items():
        assert site[path].count("<table") == site[path].count("<caption"), path
        assert all("scope" in attributes for attributes in page.all("th")), path


def test_every_custom_property_resolves(site: dict[str, str]) -> None:
    css = site["monitor.css"]
    assert set(re.findall(r"var\((--[\w-]+)", css)) <= set(re.findall(r"(--[\w-]+):", css))


def test_every_class_of_a_chart_has_its_colour(
    pages: dict[str, Page], site: dict[str, str]
) -> None:
    """The page's theme reaches every mark."""
    drawn = set()
    for page in pages.values():
        for tag in ("path", "text", "circle", "rect"):
            drawn |= {name for a in page.all(tag) for name in a.get("class", "").split()}
    assert {name for name in drawn if f".{name}" not in site["monitor.css"]} - {
        "waw-tekst",
        "waw-as-tekst",
    } == set()


def test_every_page_has_its_language_and_its_own_title(
    pages: dict[str, Page], site: dict[str, str]
) -> None:
    titles = Counter(re.findall(r"<title>(.*?)</title>", site[path])[0] for path in pages)
    assert [title for title, n in titles.items() if n > 1] == []
    assert {a.get("lang") for page in pages.values() for a in page.all("html")} == {"nl"}


def test_what_an_attribute_refers_to_is_there(pages: dict[str, Page]) -> None:
    """The ids that a label, a description or a cell of a table names."""
    for path, page in pages.items():
        for _, attributes in page.elements:
            for key in ("for", "headers", "aria-describedby", "aria-controls"):
                assert set(attributes.get(key, "").split()) <= set(page.ids), (path, attributes)


def test_no_head_of_a_table_is_empty(site: dict[str, str], pages: dict[str, Page]) -> None:
    """A corner above heads of rows is a `<td>`."""
    for path in pages:
        assert not re.search(r"<th\b[^>]*>\s*</th>", site[path]), path
