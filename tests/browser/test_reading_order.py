"""What a screen reader says of an edition, in its order, against a text that was read."""

import re
from pathlib import Path

from playwright.sync_api import Page

from on_screen import show

EXPECTED = Path(__file__).with_name("reading_order.txt")


def test_reading_order(page: Page, folder: Path, bless: bool) -> None:
    """The tree of accessibility of the small edition, without the addresses of links."""
    show(page, folder / "klein/2024-Q2/index.html")
    tree = page.locator("body").aria_snapshot()
    said = re.sub(r"\n\s*- /url:.*", "", tree).replace('":\n', '"\n') + "\n"
    if bless:
        EXPECTED.write_text(said, encoding="utf-8")
    assert said == EXPECTED.read_text(encoding="utf-8")
