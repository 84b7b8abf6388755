"""The preview in the browser: it follows what is saved, and says what is wrong over the page."""

from pathlib import Path

from playwright.sync_api import Page, expect

from on_disk import KLEIN, copy
from previewed import previewed

PATIENCE = 20_000  # ms


def test_the_page_follows_the_input(page: Page, tmp_path: Path) -> None:
    """A saved text appears by itself; a mistake is shown with its place, and goes when mended."""
    site = copy(KLEIN, tmp_path / "invoer")
    file = next((site / "content/2024-Q2").rglob("*.md"))
    good = file.read_text()
    panel = page.get_by_label("Voorbeeld", exact=True)
    with previewed(site) as running:
        running.said("Bijgewerkt")
        page.goto(running.address + "2024-Q2/")
        expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE)
        file.write_text(good + "\nDeze zin is nieuw.\n")
        expect(page.get_by_text("Deze zin is nieuw.").first).to_be_visible(timeout=PATIENCE)
        file.write_text(good + "\nHier staan {{ geen_cijfer }} deelnemers.\n")
        place = f"{file.relative_to(site)}:{len(good.splitlines()) + 2}:12"
        expect(panel).to_contain_text(f"{place}: fout", timeout=PATIENCE)
        expect(panel).to_contain_text("Er is geen cijfer “geen_cijfer”.")
        expect(page.get_by_text("Deze zin is nieuw.").first).to_be_visible(timeout=PATIENCE)
        page.reload()
        expect(panel).to_contain_text(place)
        file.write_text(good)
        expect(page.get_by_text("Deze zin is nieuw.")).to_have_count(0, timeout=PATIENCE)
        expect(panel).not_to_contain_text("fout", timeout=PATIENCE)
    expect(panel).to_contain_text("Het voorbeeld is gestopt")
    with previewed(site, "--port", running.address.split(":")[-1].rstrip("/")):
        expect(panel).not_to_contain_text("gestopt", timeout=PATIENCE)
