"""The screens that the manual shows, made anew by `make pictures`."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from camera import chromium, keep, seen
from on_disk import REAL, copy
from previewed import Running, previewed

SCREENS = REAL / "docs/handleiding/schermen"
NEWEST = "2024-Q2"
WIDE, HIGH = 1024, 640


def good(page: Page, running: Running, site: Path) -> None:
    """The preview of an edition."""
    running.said("Bijgewerkt")
    page.goto(f"{running.address}{NEWEST}/")


def wrong(page: Page, running: Running, site: Path) -> None:
    """A mistake in a figure, over the last good page."""
    good(page, running, site)
    file = next((site / "data/projecten").glob(f"*/{NEWEST}.yaml"))
    file.write_text(file.read_text(encoding="utf-8").replace("gestart:", "gestrat:"))
    expect(page.get_by_label("Voorbeeld", exact=True)).to_contain_text("gestrat")


OF_THE_PREVIEW: dict[str, Callable[[Page, Running, Path], None]] = {
    "voorbeeld": good,
    "voorbeeld-fout": wrong,
}


def main() -> None:
    """Every screen into the manual."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium(playwright)
        for name, prepare in OF_THE_PREVIEW.items():
            site = copy(REAL, Path(folder) / "monitor")
            page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
            with previewed(site) as running:
                prepare(page, running, site)
                keep(seen(page), SCREENS / f"{name}.png")
            page.close()
            shutil.rmtree(site)


if __name__ == "__main__":
    main()
