"""Pages in a browser: which ones are looked at, and what is measured there."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

MEASURE = Path(__file__).with_name("measure.js").read_text()
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
AXE_WIDTHS = (1280, 320)
AXE_TAGS = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split()
KINDS = {
    "echt": (
        "index.html 404.html editie vergeleken gewijzigd projecten brieven voorstellen "
        "begrotingen terugblikken tegenspraken begrippen bescherming herkomst zoeken gegevens"
    ).split(),
    "klein": (
        "index.html 404.html editie verdeling vergeleken projecten brieven voorstellen "
        "begrotingen terugblikken tegenspraken begrippen bescherming herkomst zoeken gegevens"
    ).split(),
    "verzonnen": ["verdeling", "gemeenten"],  # with figures that are hidden
}
EVERY_KIND = [(site, kind) for site, kinds in KINDS.items() for kind in kinds]


def kind(path: str) -> str:
    """What kind of page stands at *path*."""
    match path.split("/"):
        case [file]:
            return file
        case [*_, ("herkomst" | "vergeleken" | "gewijzigd" | "verdeling") as part, _]:
            return part
        case [folder, *_]:
            return "editie" if folder[0].isdigit() else folder
    raise ValueError(path)


def pages(site: Path) -> list[str]:
    """All pages of *site*."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def examples(site: Path, wanted: str) -> list[Path]:
    """The smallest and the largest page of a kind; of editions every one."""
    found = [site / path for path in pages(site) if kind(path) == wanted]
    found.sort(key=lambda path: path.stat().st_size)
    assert found, f"no page of the kind {wanted}"
    return found if wanted == "editie" else [*dict.fromkeys((found[0], found[-1]))]


def show(page: Page, path: Path, *, width: int = 1280, opened: bool = True) -> None:
    """Load the file at *path*, as wide as *width*, with every `<details>` open."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path.as_uri())
    if opened:
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


def restyle(page: Page, css: str) -> None:
    """Add rules to those of the page, as a reader's own stylesheet would."""
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets = [sheet]; }",
        css,
    )


def measure(page: Page, what: str) -> Any:
    """Call a function of measure.js on the page."""
    if not page.evaluate("'measure' in globalThis"):
        page.evaluate(MEASURE)
    return page.evaluate(f"measure.{what}()")
