"""One browser, the small and the real site for each process that runs tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from chromium import CHROMIUM, FLAGS
from on_disk import KLEIN, REAL, make, shortened


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium. Without it the tests fail; they are never skipped."""
    assert Path(CHROMIUM).exists(), "Chromium is missing: `make test` installs it or says how"
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a server."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="session")
def folder(root: Path) -> Path:
    """The small, the real and the invented site, two folders deep."""
    make(KLEIN, root / "a/b/klein")
    make(REAL, root / "a/b/echt")
    make(shortened(root / "invoer", 3), root / "a/b/verzonnen")
    return root / "a/b"
