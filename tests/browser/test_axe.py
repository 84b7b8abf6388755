"""
What axe-core finds on every kind of page, narrow and wide, light and dark.

It holds the rules of WCAG 2.2 A and AA that a machine can judge, and best practices.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from on_screen import AXE_TAGS, AXE_WIDTHS, EVERY_KIND, SCHEMES, examples, show

# In the dark only colours differ: there its rules on colour are run again, and no others.
ONLY = {
    "light": {"type": "tag", "values": AXE_TAGS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
# What axe leaves to a person, decided: the rule, the elements that it is decided for, and why.
DECIDED = {
    # Text over a drawing, of one letter or without any, partly out of sight: test_contrast.py
    # computes the contrast of every text, whatever axe could make of it.
    "color-contrast": "*",
    # It looks for the cells of a head in its own row and column; those of a group lie below it.
    "th-has-data-cells": "table:has(th[scope=rowgroup])",
}


def left_over(page: Page, found: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Every violation, and what axe could not judge and nobody decided."""
    for rule in (*found["violations"], *found["incomplete"]):
        for node in rule["nodes"]:
            target = node["target"][0]
            decided = DECIDED.get(rule["id"]) if rule in found["incomplete"] else None
            if not decided or not page.locator(target).and_(page.locator(decided)).count():
                yield rule["id"], target, node.get("failureSummary", "")


@pytest.mark.parametrize(("site", "kind"), EVERY_KIND)
def test_axe_finds_nothing(page: Page, folder: Path, site: str, kind: str) -> None:
    """Zero violations, and zero that it left undecided."""
    axe = Axe()
    found = []
    for path in examples(folder / site, kind):
        for width, scheme in product(AXE_WIDTHS, SCHEMES):
            page.emulate_media(color_scheme=scheme)
            show(page, path, width=width)
            result = axe.run(page, options={"runOnly": ONLY[scheme]}).response
            assert result["passes"], path
            found += [(path, width, scheme, *what) for what in left_over(page, result)]
    assert found == []
