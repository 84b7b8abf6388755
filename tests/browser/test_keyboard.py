"""A walk through an edition with the Tab key."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from on_screen import measure, show

EDITIONS = ["klein/2024-Q2/index.html", "echt/2024-Q2/index.html"]


@pytest.mark.parametrize("path", EDITIONS)
def test_walk(page: Page, folder: Path, path: str) -> None:
    """Everything in the order of the document, in sight and marked; then the page lets go."""
    show(page, folder / path)
    count = measure(page, "beginWalk")
    assert count > 10
    for number in range(count):
        page.keyboard.press("Tab")
        here = measure(page, "step")
        assert here["number"] == number, here
        assert here["marked"], here
        assert here["visible"], here
    page.keyboard.press("Tab")
    assert measure(page, "step")["number"] in ("einde", 0)


@pytest.mark.parametrize("path", EDITIONS)
def test_what_scrolls_has_a_name_and_the_focus(page: Page, folder: Path, path: str) -> None:
    show(page, folder / path, width=320)
    regions = page.locator(".waw-schuif")
    assert regions.count() > 0
    for region in regions.all():
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("role") == "region"
        assert region.get_attribute("aria-label") or region.get_attribute("aria-labelledby")
