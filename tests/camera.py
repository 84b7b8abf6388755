"""Pictures of our pages in headless Chromium: for people, and to hold against accepted ones."""

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from chromium import CHROMIUM, FLAGS
from on_disk import REAL, make

COLOURS = 128
PRINTED = 2  # pages of a print
# Two pictures are compared by squares, light apart from colour. How letters are smoothed changes
# the light a little in many squares, and the colour in none; see docs/decisions/pictures.md.
SQUARE = 8  # pixels
MEAN_LIGHT = 2.0  # of 255
FAR_LIGHT, MOST_FAR = 40, 0.0009  # more than this, in more than this part of the squares
FAR_COLOUR, MOST_COLOURED = 6, 0.001

# The main pages of the real site, by the name of their picture.
PAGES = {
    "archief": "index.html",
    "editie": "2024-Q2/index.html",
    "editie-2023": "2023-Q2/index.html",
    "editie-2021": "2021-Q1/index.html",
    "project": "projecten/zorgstart/index.html",
    "brief": "brieven/raadsbrief-2024-q2/index.html",
    "voorstel": "voorstellen/voorstel-2023-11/index.html",
    "begroting": "begrotingen/2024/index.html",
    "terugblik": "terugblikken/zorgstart/index.html",
    "vergeleken": "2024-Q2/vergeleken/index.html",
    "gewijzigd": "2021-Q1/gewijzigd/index.html",
    "tegenspraken": "tegenspraken/index.html",
    "begrippen": "begrippen/index.html",
    "herkomst": "2024-Q2/herkomst/index.html",
    "404": "404.html",
}


@dataclass(frozen=True, slots=True)
class Shot:
    """How a page is looked at: the size of the window in CSS pixels, and its colours."""

    width: int = 1280
    height: int = 900
    dark: bool = False


SHOTS = {"1280": Shot(), "768": Shot(768), "320": Shot(320), "donker": Shot(dark=True)}
README = {"editie": Shot(height=1000), "editie-smal": Shot(320, 1000)}  # of the newest edition


def chromium(playwright: Playwright, *flags: str) -> Browser:
    """Debian's Chromium."""
    assert Path(CHROMIUM).exists(), "Chromium is missing: `make test` installs it or says how"
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])


def look(page: Page, address: str, shot: Shot) -> None:
    """Open *address* in a window."""
    page.set_viewport_size({"width": shot.width, "height": shot.height})
    page.emulate_media(color_scheme="dark" if shot.dark else "light")
    page.goto(address)  # anew: a page that is only resized is laid out a little differently


def seen(page: Page) -> Image.Image:
    """What is in the window."""
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def printed(page: Page, most: int) -> list[Image.Image]:
    """The first pages as a browser prints them, on A4 at 96 dots an inch."""
    data = page.pdf(format="A4", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(data) as paper:
        first = [paper[n] for n in range(min(most, len(paper)))]
        return [sheet.render(scale=96 / 72).to_pil().convert("RGB") for sheet in first]


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures show the same, however their letters are smoothed."""
    if one.size != other.size:
        return False
    small = [picture.convert("RGB").reduce(SQUARE).convert("YCbCr") for picture in (one, other)]
    y, cb, cr = ImageChops.difference(*small).split()
    light, colour = y.histogram(), ImageChops.lighter(cb, cr).histogram()
    squares = sum(light)
    return (
        sum(n * step for step, n in enumerate(light)) <= MEAN_LIGHT * squares
        and sum(light[FAR_LIGHT + 1 :]) <= MOST_FAR * squares
        and sum(colour[FAR_COLOUR + 1 :]) <= MOST_COLOURED * squares
    )


def keep(picture: Image.Image, path: Path) -> None:
    """Write *picture* at *path* in few bytes, unless what stands there is alike."""
    if path.exists() and alike(Image.open(path), picture):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    sys.stdout.write(f"{path}\n")


def main() -> None:
    """Every main page in every way into build/pictures, and the two of the README."""
    out = REAL / "build" / "pictures"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        make(REAL, site)
        page = chromium(playwright).new_page()
        for name, path in PAGES.items():
            address = (site / path).as_uri()
            for kind, shot in SHOTS.items():
                look(page, address, shot)
                page.screenshot(path=out / f"{name}-{kind}.png", full_page=True)
            for n, sheet in enumerate(printed(page, PRINTED), start=1):
                sheet.save(out / f"{name}-druk-{n}.png")
        for name, shot in README.items():
            look(page, (site / PAGES["editie"]).as_uri(), shot)
            keep(seen(page), REAL / "docs" / "pictures" / f"{name}.png")
    sys.stdout.write(f"{len(list(out.iterdir()))} pictures in {out}\n")


if __name__ == "__main__":
    main()
