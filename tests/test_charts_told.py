"""A chart is told in full: its description, its words and its table hold the same figures."""

import re
from pathlib import Path

import pytest

from dom import Node, dom
from on_disk import KLEIN, REAL, make

NUMBER = re.compile(r"\d+(?:\.\d{3})*")
AXIS = frozenset({"waw-as-tekst"})


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def drawn(svg: Node) -> set[str]:
    """The numbers that stand in a chart, without those of its axis."""
    texts = [text for text in svg.find("text") if not AXIS.intersection(text.classes)]
    return set().union(*(numbers(text.text()) for text in texts))


def figures(table: Node) -> set[str]:
    return set().union(*(numbers(cell.text()) for cell in table.find("td")))


def faults(figure: Node) -> list[str]:
    """What one of description, words and table of a chart says, and another does not."""
    table = figure.find("table")[0]
    known = numbers(table.text())
    found = []
    for svg in figure.find("svg"):
        if svg.attributes.get("role") != "img":
            continue
        told = numbers(svg.find("desc")[0].text())
        found += [f"{n} in desc, not in the table" for n in sorted(told - known)]
        found += [f"{n} drawn, not in the table" for n in sorted(drawn(svg) - known)]
        left = figures(table) - told - drawn(svg)
        found += [f"{n} in the table, not drawn or told" for n in sorted(left)]
    return [f"{figure.find('title')[0].text()}: {fault}" for fault in dict.fromkeys(found)]


@pytest.mark.parametrize("site", [KLEIN, REAL], ids=["klein", "echt"])
def test_charts_say_what_their_table_says(site: Path, tmp_path: Path) -> None:
    wrong, seen = [], 0
    for path, content in make(site, tmp_path / "site").items():
        if path.endswith(".html"):
            charts = [f for f in dom(content.decode()).find("figure") if f.find("desc")]
            seen += len(charts)
            wrong += [(path, fault) for chart in charts for fault in faults(chart)]
    assert seen > 10
    assert wrong == []
