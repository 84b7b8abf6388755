"""Sheets of a workbook as LibreOffice prints them, for who has no Excel."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
from PIL import Image

CALC = "soffice"
SCALE = 1.85  # pixels of a point: letters as large as on a screen
MARGIN = 24  # points of white around a page


def sheet(book: Path, page: int, size: tuple[int, int]) -> Image.Image:
    """The top left of a page of *book*; *size* is its width and height in pixels."""
    assert shutil.which(CALC), "LibreOffice is missing: `make pictures` installs it or says how"
    profile = f"-env:UserInstallation={(book.parent / 'profile').as_uri()}"
    words = [CALC, "--headless", profile, "--convert-to", "pdf", "--outdir", book.parent, book]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(book.with_suffix(".pdf")) as paper:
        whole = paper[page].render(scale=SCALE).to_pil().convert("RGB")
    edge = round(MARGIN * SCALE)
    return whole.crop((edge, edge, edge + size[0], edge + size[1]))
