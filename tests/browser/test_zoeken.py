"""The search page: a whole index without a script, and with one an answer to every question."""

import shutil
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from re import S, findall

import pytest
from playwright.sync_api import Browser, Page

from on_disk import REAL
from on_screen import kind, pages
from servers import served

SEARCH = "zoeken/index.html"
NOT_SOUGHT = {"index.html", "404.html", "herkomst", "zoeken"}
ALERT = "<img src=x onerror=\"document.title = 'kapot'\"><script>1</script>"


def ask(page: Page, question: str) -> list[str]:
    """The titles that answer *question*, in their order."""
    page.fill("#zoek", question)
    page.keyboard.press("Enter")
    return page.locator("#uitkomst li > a").all_text_contents()


@pytest.fixture
def search(page: Page, folder: Path) -> Page:
    """The search page of the real site, from its folder."""
    page.goto((folder / "echt" / SEARCH).as_uri())
    return page


@pytest.fixture(scope="module", params=["nginx", "apache"])
def online(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """The address of the real site on a server, under a subpath, where another user may read it."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        site = shutil.copytree(folder / "echt", Path(made) / "echt")
        with served(request.param, site, "/a/b") as address:
            yield address


def titles(site: Path) -> dict[str, str]:
    """The title of every page that can be sought."""
    paths = [path for path in pages(site) if kind(path) not in NOT_SOUGHT]
    found = {path: (site / path).read_text() for path in paths}
    return {
        path: unescape(findall(r"<title>(.*?)(?: – Monitor [^–]*)?</title>", html, S)[0])
        for path, html in found.items()
    }


@pytest.mark.parametrize("site", ["klein", "echt", "verzonnen"])
def test_without_a_script_every_page_stands_in_the_list(
    browser: Browser, folder: Path, site: str
) -> None:
    """Under its title, once; and of what needs a script nothing is seen."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((folder / site / SEARCH).as_uri())
        links = page.locator("#lijst section li > a")
        shown = [(a.get_attribute("href"), a.text_content()) for a in links.all()]
        assert len(shown) == len(set(shown))
        assert {(f"../{path}", title) for path, title in titles(folder / site).items()} <= {*shown}
        assert not page.locator("#zoek").is_visible()
        assert page.locator("#lijst").is_visible()


def test_every_address_of_these_kinds_is_in_the_list(folder: Path) -> None:
    """docs/adressen.txt has no page that could not be found."""
    known = set((REAL / "docs/adressen.txt").read_text().split())
    html = (folder / "echt" / SEARCH).read_text()
    sought = {p for p in known if p.endswith(".html") and kind(p) not in NOT_SOUGHT}
    assert {p for p in sought if f'href="../{p}"' not in html} == set()


def test_every_page_is_found_by_its_title(search: Page, folder: Path) -> None:
    """Among the first, and where no other has that title the very first."""
    known = titles(folder / "echt")
    for path, title in known.items():
        assert title in ask(search, title)[: list(known.values()).count(title) + 2], path
        assert search.locator(f'#uitkomst a[href="../{path}"]').count() == 1, path


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("basiskok", "Horecatraject Basiskok"),
        ("BASISK", "Horecatraject Basiskok"),  # a beginning, in capitals
        ("bâsiskök", "Horecatraject Basiskok"),  # accents
        ("brieven raad", "Brief van het college van Hilversum aan de raad"),  # a plural, words
        ("raad brief", "Brief van het college van Hilversum aan de raad"),  # in any order
        ("leerbedrijf", "WijkLeerbedrijf"),  # part of a word
        ("verhaal timmerman", "Kamerleden spreken een timmerman op zijn werk"),  # a kind
    ],
)
def test_best_answer_comes_first(search: Page, question: str, first: str) -> None:
    assert ask(search, question)[0] == first


def test_title_stands_over_text(search: Page) -> None:
    """What is called so comes before what only speaks of it."""
    found = ask(search, "statushouders")
    named = ["statushouder" in title.lower() for title in found]
    assert named == sorted(named, reverse=True)
    assert set(named) == {True, False}
    assert search.locator("#uitkomst p mark").first.text_content().lower() == "statushouders"


def test_every_word_asked_for_must_be_there(search: Page) -> None:
    both, one = ask(search, "training zorg"), ask(search, "training")
    assert set(both) < set(one)


def test_outcome_is_told_and_kept_in_the_address(search: Page) -> None:
    """So that it can be heard, and sent to another."""
    status = search.get_by_role("status")
    found = ask(search, "basiskok & xyzzy")
    assert found == []
    assert status.text_content() == "Niets gevonden voor “basiskok & xyzzy”."
    ask(search, "basiskok")
    count = search.locator("#uitkomst li").count()
    assert status.text_content() == f"{count} gevonden voor “basiskok”."
    search.goto(search.url)
    assert search.input_value("#zoek") == "basiskok"
    assert search.locator("#uitkomst li").count() == count
    assert not search.locator("#lijst").is_visible()


def test_nothing_found_helps_on(search: Page) -> None:
    """With advice, and the whole list."""
    assert ask(search, "xyzzy") == []
    assert search.locator("#hulp").is_visible()
    assert search.locator("#lijst").is_visible()
    ask(search, "")
    assert not search.locator("#hulp").is_visible()
    assert search.url.endswith(SEARCH)


def test_question_is_text(page: Page, folder: Path) -> None:
    """No question becomes an element, whether typed or in an address that somebody sent."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "echt" / SEARCH).as_uri())
    before = page.evaluate("document.querySelectorAll('*').length")
    ask(page, ALERT)
    page.goto(page.url)
    assert page.input_value("#zoek") == ALERT[:100]
    assert page.evaluate("document.querySelectorAll('*').length") == before
    assert page.title().startswith("Zoeken")
    assert said == []


def test_keys_go_through_the_answer(search: Page) -> None:
    """Down, up and back in the box; Enter opens; Escape shows the whole list again."""
    search.focus("#zoek")
    search.keyboard.type("statushouders")
    search.locator("#uitkomst a").nth(1).wait_for()

    def where() -> str:
        return str(search.evaluate("document.activeElement.textContent"))

    shown = search.locator("#uitkomst li > a").all_text_contents()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("ArrowDown")
    assert where() == shown[1]
    search.keyboard.press("ArrowUp")
    assert where() == shown[0]
    search.keyboard.press("ArrowUp")
    assert search.evaluate("document.activeElement.id") == "zoek"
    search.keyboard.press("Escape")
    assert search.input_value("#zoek") == ""
    assert search.locator("#lijst").is_visible()
    ask(search, "basiskok")
    assert where() == "Horecatraject Basiskok"
    search.keyboard.press("Enter")
    search.wait_for_url("**/projecten/basiskok/index.html")


def test_it_works_on_a_server_under_its_policy(browser: Browser, online: str) -> None:
    """Under a subpath, by nginx and by Apache, without a complaint."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{online}/zoeken/?q=basiskok")
    assert page.locator("#uitkomst li > a").first.text_content() == "Horecatraject Basiskok"
    assert ask(page, "wijkleerbedrijf")[0] == "WijkLeerbedrijf"
    assert page.url == f"{online}/zoeken/?q=wijkleerbedrijf"
    page.keyboard.press("Enter")
    page.wait_for_url("**/projecten/wijkleerbedrijf/index.html")
    assert said == []
    page.close()
