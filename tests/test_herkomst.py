"""Every figure of every page is followed to its line in a file, and its value is found there."""

import re
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from builders import Q
from dom import Node, dom
from on_disk import KLEIN, REAL, found, make
from waw_site import gelezen
from waw_site.dataset import Dataset
from waw_site.getallen import getallen, kale_getallen, maanden, patroon
from waw_site.kwartaal import Kwartaal
from waw_site.text import decode
from waw_site.waarde import Waarde

SITES = {"klein": KLEIN, "echt": REAL}


@cache
def built(site: str) -> dict[str, Node]:
    """Every page of a site as a tree, by path."""
    with tempfile.TemporaryDirectory() as folder:
        files = make(SITES[site], Path(folder) / "site")
    return {p: dom(content.decode()) for p, content in files.items() if p.endswith(".html")}


def lines(site: Path, path: str) -> list[str]:
    text, _ = decode(path, (site / path).read_bytes())
    assert text is not None
    return text.split("\n")


def number(text: str) -> int | None:
    """The number in words or digits: ruim 1.200 → 1200, € 5,25 → 525, een half jaar → 6."""
    if "€" in text:
        digits = re.sub(r"[^\d,−]", "", text)
        whole, _, cents = digits.replace("−", "").partition(",")
        return (int(whole) * 100 + int(cents or 0)) * (-1 if "−" in digits else 1)
    if (months := maanden(text)) is not None:
        return months
    found_ = [g.waarde for g in getallen(text) if g.waarde is not None]
    if not found_:
        return None
    return -found_[-1] if "−" in text else found_[-1]


class Origin:
    """One figure of a page of origins: what it is, where it stands, and what it was made of."""

    def __init__(self, shown: str, place: Node | None, rule: str, terms: list[Node]) -> None:
        self.value = number(shown)
        self.shown = shown
        self.place = place.text() if place else None
        self.rule = rule
        self.terms = terms


def origin(node: Node, shown: str) -> Origin:
    """Read a row, or a term within one: the same form at every depth."""
    rule = next((p.text() for p in node.here("p") if "Zo gemaakt:" in p.text()), "")
    terms = [item for ul in node.here("ul") for item in ul.here("li")]
    codes = [c for part in node.here("span", "waw-herkomst__plaats") for c in part.find("code")]
    codes += [c for p in node.here("p") for c in p.find("code")]
    return Origin(shown, codes[0] if codes else None, rule, terms)


def check(site: Path, o: Origin) -> None:
    """The value stands at its place, or is made of its terms by its rule."""
    assert o.value is not None, o.shown
    terms = []
    for item in o.terms:
        if "gemaakt: geteld" in o.rule:  # each term is a thing that stands there, not a number
            path, line = item.find("code")[0].text().rsplit(":", 1)
            assert lines(site, path)[int(line) - 1].strip()
            terms.append(("+", 1))
            continue
        shown = item.here("span", "waw-herkomst__getal")[0].text()
        part = origin(item, shown)
        if not item.here("a", "waw-herkomst__rij"):  # else it has a row of its own
            check(site, part)
        sign = "".join(c for c in item.children if isinstance(c, str)).strip()[:1]
        terms.append((sign, part.value or 0))
    if o.place:
        path, line = o.place.rsplit(":", 1)
        there = lines(site, path)[int(line) - 1]
        if re.search(r"\d{4}-Q[1-4]", there) and "kwartaal" in o.rule:
            return  # a time, from one quarter to another
        digits = re.findall(r"\d+(?:[,.]\d\d\b)?", there)
        euro = [int(float(d.replace(",", ".")) * 100 + 0.5) for d in digits]
        plain = [int(d) for d in digits if d.isdecimal()]
        assert o.value in (euro if "€" in o.shown else plain), (o.shown, there)
    elif "opgeteld" in o.rule:
        assert o.value == sum(n for _, n in terms)
    elif "afgetrokken" in o.rule:
        assert abs(o.value) == abs(terms[0][1] - terms[1][1])
    elif "gedeeld" in o.rule:
        assert o.value == terms[0][1] * 100 // terms[1][1]
    elif "gemaakt: geteld" in o.rule:
        assert o.value == len(terms)
    else:
        passed, whole = map(int, re.findall(r"(\d+) van de (\d+) kwartalen", o.rule)[0])
        assert o.value == terms[0][1] * passed // whole


def follow(pages: dict[str, Node], site: Path) -> int:
    """Follow every figure of *pages* to the files of *site*; how many there were."""
    followed = 0
    for path, page in pages.items():
        rows = {n.attributes.get("id"): n for n in _origins(pages, path).walk()}
        for link in page.find("a", "waw-cijfer"):
            row = rows[link.attributes["href"].partition("#")[2]]
            shown = " ".join(link.text().split())
            value = row.find("strong")[0].text()
            assert shown in [value, *(q.text() for q in row.find("q"))]
            check(site, origin(row, value))
            followed += 1
    return followed


def _origins(pages: dict[str, Node], path: str) -> Node:
    return pages.get(join(dirname(path), "herkomst/index.html"), Node("", {}))


@pytest.mark.parametrize("site", SITES)
def test_every_figure_is_followed_to_its_place(site: str) -> None:
    """From the figure by its link to its row, and from there to every line that it rests on."""
    followed = follow(built(site), SITES[site])
    assert followed > (100 if site == "klein" else 1000)


@pytest.mark.parametrize("site", SITES)
def test_every_origin_leads_back_to_its_figure(site: str) -> None:
    """The way back ends at the first place where the page shows the figure."""
    pages = built(site)
    for path, page in pages.items():
        for row in page.find("ol", "waw-herkomst"):
            for item in row.here("li"):
                back = next(a for a in item.find("a") if a.text().startswith("Terug"))
                target, _, anchor = back.attributes["href"].partition("#")
                home = pages[normpath(join(dirname(path), target))]
                (there,) = [n for n in home.walk() if n.attributes.get("id") == anchor]
                assert there.attributes["href"].endswith(f"#{item.attributes['id']}")


def test_a_row_bears_the_name_of_its_project() -> None:
    """What stands in the file of a project is named after that project, and after its document."""
    dataset = found(REAL).dataset
    assert dataset
    named = 0
    for page in built("echt").values():
        for row in (li for ol in page.find("ol", "waw-herkomst") for li in ol.here("li")):
            at = [c.text() for p in row.here("p") for c in p.here("code")]
            match = re.match(r"data/projecten/([^/]+)/(\d{4}-Q\d)\.yaml:", at[0]) if at else None
            if match and "feit" not in row.text():
                project = dataset.projecten[match[1]]
                stand = dataset.standen[match[1]][Q(match[2])]
                names = {project.naam.lower(), *(n.naam.lower() for n in project.namen)}
                head = row.find("h2")[0].text().lower()
                sources = {dataset.bron(stand.bron)}
                sources |= {dataset.bron(c.bron) for c in stand.cijfers.values() if c.bron}
                if any(name in head for name in names) and not head.endswith(")"):
                    named += 1
                    assert any(source in row.text() for source in sources), head
    assert named > 200


HIDDEN = frozenset(
    {"head", "svg", "code", "waw-cijfer", "waw-nootref", "waw-vast", "waw-briefhoofd"}
)


@pytest.mark.parametrize("site", SITES)
def test_no_page_states_a_figure_of_its_own(site: str) -> None:
    """A number on a page is a figure that can be followed, a date, a name or a quotation."""
    dataset = found(SITES[site]).dataset
    assert dataset
    names = patroon(dataset.namen())
    for path, page in built(site).items():
        if "herkomst" in path:
            continue
        text = page.text(HIDDEN)
        assert [g.tekst for g in kale_getallen(text, names)] == [], path


def test_a_hidden_figure_leads_to_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an x that is read out as a word, and its row has its name and no number."""
    name = "koken.gestart in 2023-Q4"
    read = gelezen._read

    def hide(dataset: Dataset, slug: str, kwartaal: Kwartaal, indicator: str) -> Waarde:
        figure = read(dataset, slug, kwartaal, indicator)
        hidden = f"{slug}.{indicator} in {kwartaal}" == name
        return replace(figure, getal=None, verborgen=True) if hidden else figure

    monkeypatch.setattr(gelezen, "_read", hide)
    files = make(KLEIN, tmp_path / "site")
    shown = dom(files["projecten/koken/index.html"].decode())
    rows = dom(files["projecten/koken/herkomst/index.html"].decode())
    (row,) = [li for li in rows.find("li") if li.attributes.get("data-cijfer") == name]
    href = f"herkomst/index.html#{row.attributes['id']}"
    links = [a for a in shown.find("a", "waw-cijfer") if a.attributes["href"] == href]
    assert {a.text() for a in links} == {"xafgeschermd"}
    assert "Dit cijfer is afgeschermd" in row.text()
    assert row.find("q") == []
