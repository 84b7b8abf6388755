"""The manual as a small site: every link leads somewhere, and nothing comes from elsewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import meldingen
from on_disk import REAL
from screens import OF_THE_FORM, OF_THE_PREVIEW, OF_THE_WORKBOOK, SCREENS

START = REAL / "docs/handleiding.md"
MANUAL = REAL / "docs/handleiding"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """docs/ as `make docs` makes it; a link that leads nowhere stops it."""
    out = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", "tools/docs.yml"]
    result = subprocess.run(
        [*command, "--site-dir", out], cwd=REAL, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return out


def test_every_page_of_the_manual_is_in_it(site: Path) -> None:
    """Each can be reached from the start of the manual, and is Dutch."""
    start = (site / "handleiding.html").read_text()
    for page in MANUAL.glob("*.md"):
        assert f'href="handleiding/{page.stem}.html"' in start, page.stem
        assert (
            '<html class="writer-html5" lang="nl"'
            in (site / f"handleiding/{page.stem}.html").read_text()
        )


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    """No script, style, font or picture of another party."""
    for page in site.rglob("*.html"):
        fetched = re.findall(
            r"<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=\"?([^\s\">]+)", page.read_text()
        )
        assert [url for url in fetched if re.match(r"(https?:)?//", url)] == [], page
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", sheet.read_text(errors="replace")), sheet


def test_messages_are_those_of_the_program(*, bless: bool) -> None:
    """The page that explains them is made of what the broken sites give."""
    if bless:
        meldingen.PAGE.write_text(meldingen.meldingen(), encoding="utf-8")
    assert meldingen.PAGE.read_text(encoding="utf-8") == meldingen.meldingen()


def test_every_screen_is_made_and_shown() -> None:
    """No screen is made by hand, and none is left over."""
    picture = re.compile(r"!\[[^\]]+\]\((?:handleiding/)?schermen/([\w-]+)\.png\)")
    pages = (START, *MANUAL.glob("*.md"))
    shown = {name for page in pages for name in picture.findall(page.read_text())}
    made = {*OF_THE_PREVIEW, *OF_THE_FORM, *OF_THE_WORKBOOK}
    assert {path.stem for path in SCREENS.iterdir()} == made == shown
