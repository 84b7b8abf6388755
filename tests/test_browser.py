"""The site in a browser: from a folder and under a subpath, narrow and wide, no complaints."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from on_disk import KLEIN, REAL, make

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert Path(CHROMIUM).exists(), "Chromium is missing: `make test` installs it or says how"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small and the real site, two folders deep in a server's root."""
    root = tmp_path_factory.mktemp("server")
    make(KLEIN, root / "a/b/klein")
    make(REAL, root / "a/b/echt")
    return root


@pytest.fixture(scope="module", params=["file", "http"])
def address(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "file":
        yield (folder / "a/b").as_uri()
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/a/b"
    server.shutdown()


def kinds(folder: Path) -> list[str]:
    """A page of each kind, and the largest."""
    real = folder / "a/b/echt"
    editions = sorted(p.relative_to(real).as_posix() for p in real.glob("2*/index.html"))
    projects = sorted((real / "projecten").glob("*/index.html"), key=lambda p: p.stat().st_size)
    shown = [p.relative_to(real).as_posix() for p in (projects[0], projects[-1])]
    return ["index.html", "404.html", *editions, *shown]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_page_fits_and_asks_for_nothing_else(
    browser: Browser, address: str, folder: Path, width: int
) -> None:
    """No scrolling sideways, no error or refusal in the console, no request elsewhere."""
    pages = [f"echt/{path}" for path in kinds(folder)] + ["klein/2024-Q2/index.html"]
    said: list[str] = []
    asked: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    for path in pages:
        page.goto(f"{address}/{path}")
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
