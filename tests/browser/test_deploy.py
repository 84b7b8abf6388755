"""
The sites as deploy/ has them served, under a subpath, by nginx and by Apache.

Headers, kinds of files, addresses that do not exist; and every page walked in a browser without a
breach of the policy, an answer that fails or a request elsewhere.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from on_disk import REAL, put
from on_screen import pages
from servers import DEPLOY, served

UNDER = "/a/b"
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
BLOCK = "{% block beleid %}{% endblock %}"
SCRIPT = "script-src 'self'; "  # what the search page may besides
SEARCH = "zoeken/index.html"
WRITTEN = META.findall((REAL / "templates/basis.html").read_text())[0]
POLICY = WRITTEN.replace(BLOCK, "")
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
HTML = "text/html; charset=utf-8"
# What is asked for, and the status and kind that answer it.
ANSWERS = {
    "/": (200, HTML),
    "/index.html": (200, HTML),
    "/2024-Q2/": (200, HTML),
    "/zoeken/": (200, HTML),
    "/zoeken/index.html": (200, HTML),
    "/zoeken/zoek.js": (200, "text/javascript; charset=utf-8"),
    "/zoeken/weg": (404, HTML),
    "/monitor.css": (200, "text/css; charset=utf-8"),
    "/icoon.svg": (200, "image/svg+xml; charset=utf-8"),
    "/beelden/stip.png": (200, "image/png"),
    "/data.csv": (200, "text/csv; charset=utf-8"),
    "/data.json": (200, "application/json"),
    "/feed.xml": (200, "application/xml; charset=utf-8"),
    "/stuk.pdf": (200, "application/pdf"),
    "/weg": (404, HTML),
    "/weg.css": (404, HTML),
    "/2024-Q2/weg/en/dieper/": (404, HTML),
    "/.waw-site": (404, HTML),
    "/2024-Q2/.git/config": (404, HTML),
    "/beelden/": (403, HTML),  # nobody lists a folder
}
# What an editor could never put on a page, were it there: each breaks the policy.
BREACHES = {
    "script": "<script>document.title = 'kapot'</script>",
    "source": "<script src='https://elders.invalid/x.js'></script>",
    "event": "<img src='icoon.svg' alt='' onload='document.title = 1'>",
    "style": "<p style='color: red'>rood</p>",
    "sheet": "<style>h1 { color: red }</style>",
    "picture": "<img src='https://elders.invalid/x.png' alt=''>",
    "data": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=''>",
    "frame": "<iframe src='index.html'></iframe>",
    "object": "<object data='icoon.svg'></object>",
    "base": "<base href='https://elders.invalid/'>",
}
LEFT = "net::ERR_ABORTED"  # the icon, when the next page is opened before it came
WATCH = """
globalThis.breaches = [];
addEventListener("securitypolicyviolation", e => breaches.push(e.effectiveDirective));
"""


@dataclass
class Walk:
    """What a browser met on its way."""

    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    breaches: list[tuple[str, str]] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)  # pages that no stylesheet dressed

    def elsewhere(self, address: str) -> list[str]:
        return [url for url in self.asked if not url.startswith(address)]


def walk(browser: Browser, addresses: list[str]) -> Walk:
    """Open each address, all that is folded included."""
    met = Walk()
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.on("console", lambda message: met.said.append(message.text))
    page.on("request", lambda request: met.asked.append(request.url))
    page.on("requestfailed", lambda r: met.failed.append(r.url) if r.failure != LEFT else None)
    page.on("response", lambda a: met.failed.append(a.url) if a.status >= 400 else None)
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        met.breaches += [(address, what) for what in page.evaluate("breaches")]
        font = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        met.bare += [] if "Narrow" in font else [address]
    page.close()
    return met


@pytest.fixture(scope="module")
def place(folder: Path) -> Iterator[Path]:
    """Both sites where another user may read them, with kinds of files that are still to come."""
    with tempfile.TemporaryDirectory() as made:
        there = Path(made)
        there.chmod(0o755)
        for name in ("klein", "echt"):
            shutil.copytree(folder / name, there / name)
        for name in (
            "data.csv",
            "data.json",
            "feed.xml",
            "stuk.pdf",
            "beelden/stip.png",
            "2024-Q2/.git/config",
        ):
            put(there / "klein" / name, "")
        yield there


@pytest.fixture(scope="module", params=["nginx", "apache"])
def klein(request: pytest.FixtureRequest, place: Path) -> Iterator[str]:
    """The address of the small site."""
    with served(request.param, place / "klein", UNDER) as address:
        yield address


def ask(address: str, **headers: str) -> HTTPResponse:
    """What the server answers, redirects not followed."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path, headers=headers)
    return connection.getresponse()


def of_snippet(name: str) -> dict[str, str]:
    """The headers that a snippet of deploy/ names, of what is no search page."""
    text = (DEPLOY / name).read_text().replace("$monitor_script", "")
    found = re.findall(
        r'^(?:add_header|Header always set) (\S+) "?(.*?)"?(?: always;)?$', text, re.M
    )
    return dict(header for header in found if "expr=" not in header[1])


def allowed(path: str) -> str:
    """The policy that the page at *path* has."""
    return WRITTEN.replace(BLOCK, SCRIPT if path == SEARCH else "")


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf"])
def test_policy_is_one_text(name: str) -> None:
    """Both snippets say what the pages say of themselves, and that nobody may frame them."""
    assert of_snippet(name) == HEADERS


def test_policy_is_strict() -> None:
    """Nothing but what is named, and nothing named that lets a page run or be bent."""
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


@pytest.mark.parametrize("site", ["klein", "echt"])
def test_every_page_has_the_policy_before_all_that_it_loads(folder: Path, site: str) -> None:
    for path in pages(folder / site):
        html = (folder / site / path).read_text()
        assert META.findall(html) == [allowed(path)], path
        assert html.index("Content-Security-Policy") < html.index("<link"), path
        scripts = re.findall(r"<script.*?</script>", html, re.S)
        assert scripts == (['<script src="zoek.js" defer></script>'] if path == SEARCH else [])


@pytest.mark.parametrize("asked", ANSWERS)
def test_answer_has_its_status_its_kind_and_all_headers(klein: str, asked: str) -> None:
    answer = ask(klein + asked)
    assert (answer.status, answer.headers["Content-Type"]) == ANSWERS[asked]
    told = {name: answer.headers.get_all(name) for name in HEADERS}
    policy = allowed(SEARCH if asked.removesuffix("index.html") == "/zoeken/" else asked)
    expected = HEADERS | {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"}
    assert told == {name: [value] for name, value in expected.items()}
    body = answer.read().decode("utf-8", "replace")
    assert ("Deze pagina is er niet" in body) == (answer.status >= 400)


@pytest.mark.parametrize("asked", ["", "/2024-Q2", "/projecten/gemeenten"])
def test_folder_without_slash_leads_to_the_one_with(klein: str, asked: str) -> None:
    answer = ask(klein + asked)
    there = urlsplit(answer.headers["Location"]).path
    assert (answer.status, there) == (301, f"{UNDER}{asked}/")
    assert ask(klein + asked + "/").status == 200


def test_what_did_not_change_is_not_sent_again(klein: str) -> None:
    first = ask(f"{klein}/monitor.css")
    assert first.headers["ETag"]
    again = ask(f"{klein}/monitor.css", **{"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.read()) == (304, b"")


@pytest.mark.parametrize(
    ("kind", "site"), [("nginx", "klein"), ("nginx", "echt"), ("apache", "klein")]
)
def test_every_page_keeps_to_the_policy(
    browser: Browser, folder: Path, place: Path, kind: str, site: str
) -> None:
    """Not one breach, failure, complaint or request elsewhere, and every page is dressed."""
    paths = pages(folder / site)
    with served(kind, place / site, UNDER) as address:
        met = walk(browser, [f"{address}/{path}" for path in paths])
        assert len(set(met.asked)) >= len(paths) + 3  # the stylesheet, the icon and the script
        assert met.elsewhere(f"{address}/") == []
    assert (met.said, met.failed, met.breaches, met.bare) == ([], [], [], [])


def planted(place: Path, name: str, breach: str, *, meta: bool, source: str = "index.html") -> None:
    """A copy of a page that breaks the policy, with or without its own."""
    html = (place / "klein" / source).read_text()
    html = html.replace("</main>", BREACHES[breach] + "</main>")
    put(place / "klein" / name, html if meta else META.sub("", html))


@pytest.mark.parametrize("breach", BREACHES)
def test_header_alone_stops_a_breach(
    browser: Browser, place: Path, klein: str, breach: str
) -> None:
    planted(place, "kaal.html", breach, meta=False)
    met = walk(browser, [f"{klein}/kaal.html"])
    assert met.breaches
    assert met.said


@pytest.mark.parametrize("breach", BREACHES)
def test_search_page_may_run_its_own_script_and_no_more(
    browser: Browser, place: Path, klein: str, breach: str
) -> None:
    """By the header alone; what any page may not, it may not either."""
    good = (place / "klein" / SEARCH).read_text()
    try:
        planted(place, SEARCH, breach, meta=False, source=SEARCH)
        met = walk(browser, [f"{klein}/zoeken/"])
    finally:
        put(place / "klein" / SEARCH, good)
    assert met.breaches
    assert met.said


@pytest.mark.parametrize("breach", BREACHES)
def test_page_in_a_folder_stops_a_breach(browser: Browser, place: Path, breach: str) -> None:
    """Without any server, by its own policy."""
    planted(place, "eigen.html", breach, meta=True)
    met = walk(browser, [(place / "klein/eigen.html").as_uri()])
    assert met.breaches
    assert met.said


def test_a_failure_and_a_request_elsewhere_would_be_seen(
    browser: Browser, place: Path, klein: str
) -> None:
    """A page without any policy asks another address for a picture that is not there."""
    gone = f"{klein}/weg.png"
    html = META.sub("", (place / "klein/index.html").read_text())
    put(place / "klein/los.html", html.replace("</main>", f"<img src='{gone}' alt=''></main>"))
    base = (place / "klein").as_uri()
    met = walk(browser, [f"{base}/los.html"])
    assert gone in met.failed
    assert met.elsewhere(base) == [gone]
