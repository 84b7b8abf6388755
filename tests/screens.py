"""The screens that the manual shows, made anew by `make pictures`."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from camera import chromium, keep, seen
from form import enter, folders, made, opened, service
from invulwerk import Bureau, vul
from on_disk import KLEIN, REAL, copy
from previewed import Running, previewed
from sheets import sheet
from waw_site import cli

SCREENS = REAL / "docs/handleiding/schermen"
NEWEST, NEXT = "2024-Q2", "2024-Q3"
WIDE, HIGH = 1024, 640


def good(page: Page, running: Running, site: Path) -> None:
    """The preview of an edition."""
    running.said("Bijgewerkt")
    page.goto(f"{running.address}{NEWEST}/")


def wrong(page: Page, running: Running, site: Path) -> None:
    """A mistake in a figure, over the last good page."""
    good(page, running, site)
    file = site / f"data/projecten/training-ik-start/{NEWEST}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("gestart:", "gestrat:"))
    expect(page.get_by_label("Voorbeeld", exact=True)).to_contain_text("gestrat")


OF_THE_PREVIEW: dict[str, Callable[[Page, Running, Path], None]] = {
    "voorbeeld": good,
    "voorbeeld-fout": wrong,
}


def figures(page: Page) -> None:
    """The figures of a project for the next edition; two are filled in."""
    opened(page, f"cijfers-{NEXT}", "techniek")
    page.get_by_label("Gestarte trajecten").fill("52")
    figure = page.get_by_label("cijfer field").filter(has_text="jongeren aan het werk")
    figure.get_by_label("Getal, of n.v.t.").fill("15")
    figure.get_by_label("Afgerond in de bron?").select_option("ruim")


def consent(page: Page) -> None:
    """What a participant allows, at the story."""
    opened(page, "verhaal", "sanne")
    page.get_by_text("Toestemming", exact=True).evaluate("label => label.scrollIntoView()")
    page.mouse.move(WIDE / 2, HIGH / 2)
    page.mouse.wheel(0, -30)  # from under the bar


OF_THE_FORM: dict[str, Callable[[Page], None]] = {
    "formulier": figures,
    "formulier-toestemming": consent,
}


def of_the_form(browser: Browser, folder: Path) -> None:
    """Those of the form, of a small invented programme: no figure of ours is made up."""
    site = copy(KLEIN, folder / "klein")
    assert cli.main(["new", "editie", NEXT, *folders(site)]) == 0
    made(site)
    with service(site / "formulier") as address:
        for name, prepare in OF_THE_FORM.items():
            page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
            enter(page, address)
            prepare(page)
            page.wait_for_timeout(500)  # ms; a field moves into place
            keep(seen(page), SCREENS / f"{name}.png")
            page.close()


OF_THE_WORKBOOK = {"werkboek": (1006, 296)}  # pixels: the columns of two figures


def of_the_workbook(folder: Path) -> None:
    """A sheet as a partner fills it, of the same small programme."""
    folder.mkdir()
    book = Bureau(folder).export("--leeg", "--kwartaal", "2024-Q4")
    vul(book, "2024-Q4", {("gemeenten", "Gestarte"): 44, ("gemeenten", "Bemiddeld"): "ruim 12"})
    for name, size in OF_THE_WORKBOOK.items():
        keep(sheet(book, 1, size), SCREENS / f"{name}.png")


def main() -> None:
    """Every screen into the manual."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium(playwright)
        of_the_form(browser, Path(folder))
        of_the_workbook(Path(folder) / "werkboek")
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
