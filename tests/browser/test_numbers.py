"""The numbers in docs/accessibility.md are what the tests look at."""

import gzip
import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from on_disk import REAL
from on_screen import AXE_TAGS, AXE_WIDTHS, EVERY_KIND, KINDS, examples, pages, show

DOC = REAL / "docs" / "accessibility.md"
TABLE = re.compile(r"(?<=<!-- gemeten -->\n).*?(?=<!-- einde -->)", re.DOTALL)


def largest(site: Path) -> int:
    """The largest page with the stylesheet, in whole kB as gzip packs them."""
    style = (site / "monitor.css").read_bytes()
    packed = (gzip.compress(path.read_bytes(), mtime=0) for path in site.rglob("*.html"))
    return -(-(max(map(len, packed)) + len(gzip.compress(style, mtime=0))) // 1000)


def measured(page: Page, folder: Path) -> str:
    show(page, folder / "klein/404.html")
    options = {"runOnly": {"type": "tag", "values": AXE_TAGS}}
    result = Axe().run(page, options=options).response
    outcomes = ("passes", "violations", "incomplete", "inapplicable")
    rules = {rule["id"] for outcome in outcomes for rule in result[outcome]}
    looked = sum(len(examples(folder / site, kind)) for site, kind in EVERY_KIND)
    rows = {
        "pages of the real site, of the small one": f"{len(pages(folder / 'echt'))}, "
        f"{len(pages(folder / 'klein'))}",
        "kinds of pages": len(KINDS["echt"]),
        "pages that are looked at in the browser": looked,
        "axe-core": result["testEngine"]["version"],
        "rules of axe that run": len(rules),
        "widths for axe": " and ".join(f"{width} px" for width in AXE_WIDTHS),
        "violations allowed": 0,
        "errors and warnings of the Nu checker allowed": 0,
        "largest page with its style, gzipped": f"{largest(folder / 'echt')} kB",
    }
    return "| | |\n|---|---|\n" + "".join(f"| {k} | {v} |\n" for k, v in rows.items())


def test_numbers_in_the_docs(page: Page, folder: Path, bless: bool) -> None:
    found = measured(page, folder)
    text = DOC.read_text(encoding="utf-8")
    if bless:
        text = TABLE.sub(found, text)
        DOC.write_text(text, encoding="utf-8")
    assert TABLE.findall(text) == [found]
