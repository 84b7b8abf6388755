"""The site in a browser: from a folder and under a subpath, narrow and wide, no complaints."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from on_screen import EVERY_KIND, WIDTHS, examples, kind, pages


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module", params=["file", "http"])
def address(request: pytest.FixtureRequest, root: Path, folder: Path) -> Iterator[str]:
    if request.param == "file":
        yield folder.as_uri()
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/a/b"
    server.shutdown()


def test_every_kind_of_page_is_looked_at(folder: Path) -> None:
    """A new kind of page has a name in on_screen.py, and so comes into every test here."""
    for site in ("echt", "klein"):
        found = {(site, kind(path)) for path in pages(folder / site)}
        assert found == {known for known in EVERY_KIND if known[0] == site}


@pytest.mark.parametrize("width", WIDTHS)
def test_page_fits_and_asks_for_nothing_else(
    browser: Browser, address: str, folder: Path, width: int
) -> None:
    """No scrolling sideways, no error or refusal in the console, no request elsewhere."""
    paths = [path for site, kind in EVERY_KIND for path in examples(folder / site, kind)[-1:]]
    said: list[str] = []
    asked: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    for path in paths:
        page.goto(f"{address}/{path.relative_to(folder)}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        assert wide <= width, path
        font = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        assert "Narrow" in font, path  # the stylesheet was found
    page.close()
    assert said == []
    assert [url for url in asked if not url.startswith(address)] == []


def test_one_of_two_drawings_is_shown(browser: Browser, address: str) -> None:
    """Each chart is seen once, at the width that it was drawn for."""
    for width, expected in ((320, "waw-krap"), (1280, "waw-breed")):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(f"{address}/klein/2024-Q2/index.html")
        seen = page.evaluate(
            "[...document.querySelectorAll('svg[role=img]')].filter(s => s.clientWidth)"
            ".map(s => s.classList[1])"
        )
        page.close()
        assert set(seen) == {expected}


def test_skip_link_is_first_and_leads_to_the_content(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/klein/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga direct naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.close()
