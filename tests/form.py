"""The form as an editor opens it: its service on a free port, and a file in Chromium."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from on_disk import REAL
from waw_site.cli import main

SLOW = 60_000  # ms; the program of the form is five megabytes


def made(site: Path) -> None:
    """Write the form of *site*; the program of it is the one that was installed here."""
    assert main(["formulier", *folders(site)]) == 0
    installed = site / "formulier/node_modules"
    if not installed.exists():
        installed.symlink_to(REAL / "formulier/node_modules")


def folders(site: Path) -> list[str]:
    """Where the files of *site* are, as a command is told."""
    return ["--data", str(site / "data"), "--content", str(site / "content")]


@contextmanager
def service(folder: Path) -> Iterator[str]:
    """The service of the form in *folder*; gives its address."""
    argv = ["node", "dienst.js", "..", "0"]
    with subprocess.Popen(argv, cwd=folder, stdout=subprocess.PIPE, text=True) as served:
        try:
            assert served.stdout
            yield next(at[0] for said in served.stdout if (at := re.search(r"http:\S+", said)))
        finally:
            served.terminate()


def enter(page: Page, address: str) -> None:
    """Open the form; there is no password."""
    page.set_default_timeout(SLOW)
    page.goto(address)
    page.get_by_role("button", name="Inloggen").click()


def opened(page: Page, collection: str, entry: str) -> None:
    """Open one file, as an editor does: the collection, then the file."""
    page.get_by_test_id(collection).click()
    page.locator(f'a[href$="{collection}/entries/{entry}"]').click()
