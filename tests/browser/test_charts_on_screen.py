"""Charts as they are seen: words apart and whole; marks also in grey and in forced colours."""

from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import extremes
from on_disk import make
from on_screen import EVERY_KIND, SCHEMES, WIDTHS, examples, measure, pages, show


def wrong(page: Page, paths: list[Path]) -> list[tuple[Path, int, str]]:
    """What is wrong with the boxes of all words, in the charts and beside them."""
    found = []
    for path, width in product(paths, WIDTHS):
        show(page, path, width=width)
        said = measure(page, "chartBoxes") + measure(page, "pageBoxes")
        found += [(path, width, what) for what in said]
    return found


@pytest.mark.parametrize(("site", "kind"), EVERY_KIND)
def test_words_of_the_pages(page: Page, folder: Path, site: str, kind: str) -> None:
    assert wrong(page, examples(folder / site, kind)) == []


@pytest.mark.parametrize("name", extremes.ALL)
def test_words_of_an_extreme(page: Page, tmp_path: Path, name: str) -> None:
    """The first page, the last edition, its largest project: no overlap, overflow or torn text."""
    make(extremes.write(tmp_path, extremes.ALL[name]), tmp_path / "site")
    site = tmp_path / "site"
    editions = [path for path in pages(site) if path[0].isdigit() and path.count("/") == 1]
    shown = ["index.html", editions[-1], "projecten/project-00/index.html"]
    assert wrong(page, [site / path for path in shown]) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", ["index.html", "editie", "projecten"])
def test_forced_colours(page: Page, folder: Path, kind: str, scheme: str) -> None:
    """Statuses and marks still stand out where the reader chose the colours."""
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    found = []
    for path in examples(folder / "klein", kind):
        show(page, path)
        found += [(path, what) for what in measure(page, "lacking")["found"]]
    assert found == []


def alike(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> bool:
    """Whether two kinds of marks look the same in grey: equal in shade, form and thickness."""
    return any(
        (max(a["grey"], b["grey"]) + 0.05) / (min(a["grey"], b["grey"]) + 0.05) < 1.5
        and (a["hollow"], a["form"]) == (b["hollow"], b["form"])
        and abs(a["thick"] - b["thick"]) < max(1, 0.25 * max(a["thick"], b["thick"]))
        for a, b in product(one, other)
    )


@pytest.mark.parametrize("site", ["echt", "klein"])
@pytest.mark.parametrize("kind", ["index.html", "editie", "projecten", "terugblikken"])
def test_grey_loses_nothing(page: Page, folder: Path, site: str, kind: str) -> None:
    """On paper, marks of two kinds in one chart differ in shade (1.5), in form or in thickness."""
    page.emulate_media(media="print")
    found = set()
    for path in examples(folder / site, kind):
        show(page, path)
        for chart in measure(page, "kinds"):
            for (a, one), (b, other) in combinations(chart["kinds"].items(), 2):
                if alike(one, other):
                    found.add((chart["title"], a, b))
    assert found == set()


@pytest.mark.parametrize("path", ["klein/2024-Q2/index.html", "echt/2024-Q2/index.html"])
def test_targets_are_large_enough(page: Page, folder: Path, path: str) -> None:
    """24 px both ways, links within a running text excepted."""
    for width in (1280, 320):
        show(page, folder / path, width=width)
        assert measure(page, "smallTargets") == []
