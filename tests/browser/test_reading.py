"""Larger, wider apart and narrower: the words stay whole and the page as wide as the window."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from on_screen import EVERY_KIND, examples, measure, restyle, show

# WCAG 2.2, success criterion 1.4.12.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
DOUBLED = "html { font-size: 200% !important }"
WAYS = {
    "320 px": (320, ""),
    "768 px": (768, ""),
    "1280 px": (1280, ""),
    "text at 200%": (1280, DOUBLED),
    "page at 200%": (640, ""),
    "spaced": (1280, SPACED),
    "spaced and narrow": (320, SPACED),
}


@pytest.mark.parametrize(("site", "kind"), EVERY_KIND)
def test_nothing_is_cut_off_or_lies_over_another(
    page: Page, folder: Path, site: str, kind: str
) -> None:
    found = []
    for path in examples(folder / site, kind):
        for way, (width, css) in WAYS.items():
            show(page, path, width=width)
            restyle(page, css)
            found += [(path, way, what) for what in measure(page, "pageBoxes")]
    assert found == []
