"""The editor's day, from an empty workbook to a sealed edition, on the real data."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page, expect

from on_disk import REAL, copy
from previewed import previewed

QUARTER = "2024-Q4"
PROJECT, STARTED = "bouw-en-techniek-start", 60
FILLED = {
    PROJECT: {
        "Gestarte trajecten (trajecten)": STARTED,
        "Afgeronde scholing (scholingstrajecten)": 18,
        "Bemiddeld naar werk (inwoners)": 18,
    },
    "ik-in-de-kinderopvang": {
        "Gestarte trajecten (trajecten)": 17,
        "Afgeronde scholing (scholingstrajecten)": 6,
        "Bemiddeld naar werk (inwoners)": 6,
    },
}
SENTENCE = "Met Bouw & Techniek begonnen {{ %s }} inwoners.\n"
PATIENCE = 20_000  # ms


def run(site: Path, *arguments: str) -> str:
    """What the program says, when all is well."""
    command = [sys.executable, str(REAL / "build.py"), *arguments]
    folders = [f"--data={site / 'data'}", f"--content={site / 'content'}"]
    result = subprocess.run(
        [*command, *folders], cwd=site, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def heads(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The row of the heads, and the column of each."""
    row = next(row for row in sheet.iter_rows() if row[0].value == "Sleutel")
    return row[0].row, {str(cell.value): cell.column for cell in row if cell.value}


def fill(path: Path) -> None:
    """Fill the yellow cells of two projects, as their partners do."""
    book = load_workbook(path)
    sheet = book[QUARTER]
    first, columns = heads(sheet)
    for row in sheet.iter_rows(min_row=first + 1):
        for head, count in FILLED.get(str(row[0].value), {}).items():
            cell = row[columns[head] - 1]
            assert (cell.value, cell.protection.locked) == (None, False)
            cell.value = count
    book.save(path)


def without_figures(site: Path) -> int:
    """How many projects still have to report, as the to-do list says."""
    told = re.search(r"nog (\d+) projecten zonder cijfers", run(site, "check"))
    assert told
    return int(told[1])


def write(site: Path) -> None:
    """Every text that was carried over is written anew."""
    for file in (site / "content" / QUARTER).rglob("*.md"):
        assert "[Herschrijf" in file.read_text()
        file.write_text("Dit is opnieuw geschreven.\n")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy(REAL, tmp_path / "monitor")


def test_the_whole_day(page: Page, site: Path) -> None:
    """Begin, gather, import, write, look, mend, build, check and seal."""
    run(site, "new", "editie", QUARTER)
    waiting = without_figures(site)

    book = site / "cijfers.xlsx"
    run(site, "export", "--leeg", "--kwartaal", QUARTER, "--out", str(book))
    fill(book)
    before = {path: path.read_bytes() for path in site.rglob("*.yaml")}
    shown = run(site, "import", str(book), "--dry-run")
    assert f"{STARTED}" in shown
    assert {path: path.read_bytes() for path in site.rglob("*.yaml")} == before
    run(site, "import", str(book))
    assert f"gestart: {STARTED}" in (site / f"data/projecten/{PROJECT}/{QUARTER}.yaml").read_text()
    book.unlink()
    assert without_figures(site) == waiting - 1  # the other still lacks a percentage

    write(site)
    text = site / f"content/{QUARTER}/koers.md"
    panel = page.get_by_label("Voorbeeld", exact=True)
    with previewed(site) as running:
        page.goto(f"{running.address}{QUARTER}/")
        text.write_text(SENTENCE % f"{PROJECT}.gestart")
        seen = page.get_by_text(f"begonnen {STARTED} inwoners").first
        expect(seen).to_be_visible(timeout=PATIENCE)
        text.write_text(SENTENCE % f"{STARTED - 1} = {PROJECT}.gestart")
        expect(panel).to_contain_text(f"content/{QUARTER}/koers.md:1:", timeout=PATIENCE)
        expect(seen).to_be_visible()
        text.write_text(SENTENCE % f"{STARTED} = {PROJECT}.gestart")
        expect(panel).not_to_contain_text("fout", timeout=PATIENCE)
        expect(seen).to_be_visible()

    edition = site / f"data/edities/{QUARTER}.yaml"
    finished = edition.read_text().replace("status: concept", "status: definitief")
    edition.write_text(re.sub(r"# verschenen: .*", "verschenen: 2025-03", finished))
    run(site, "build", "--out", str(site / "site"))
    assert "begonnen" in (site / f"site/{QUARTER}/index.html").read_text()
    run(site, "check", "--strict")
    assert f"Verzegeld: data/zegels/{QUARTER}.yaml" in run(site, "seal", QUARTER)
    assert f"{QUARTER}: klopt." in run(site, "verify")
