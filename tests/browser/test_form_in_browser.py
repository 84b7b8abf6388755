"""The form in Chromium: open, change, save, and what then stands in the files."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from on_disk import HALFJAREN, KLEIN, REAL, copy, found, shortened
from waw_site.cli import main

SLOW = 60_000  # ms; the program of the form is five megabytes


class Form(NamedTuple):
    """A programme on disk, and the form that is open on it."""

    site: Path
    page: Page
    asked: list[str]


def begun(target: Path) -> None:
    """Another programme as `init` begins it: half-years, in English, with its own indicators."""
    named = ["--naam", "Cycling", "--regio", "Northshire", "--taal", "en"]
    period = ["--ritme", "halfjaar", "--begin", "2025-H1"]
    assert main(["init", str(target), *named, *period]) == 0


PROGRAMMES: dict[str, Callable[[Path], object]] = {
    "klein": partial(copy, KLEIN),
    "verzonnen": lambda target: shortened(target, 3),
    "halfjaren": partial(copy, HALFJAREN),
    "begonnen": begun,
}


@pytest.fixture(params=list(PROGRAMMES))
def form(request: pytest.FixtureRequest, tmp_path: Path, browser: Browser) -> Iterator[Form]:
    site = tmp_path / "site"
    PROGRAMMES[request.param](site)
    argv = ["--data", str(site / "data"), "--content", str(site / "content")]
    assert main(["formulier", *argv]) == 0
    (site / "formulier/node_modules").symlink_to(REAL / "formulier/node_modules")
    with service(site / "formulier") as address:
        page = browser.new_page(viewport={"width": 1280, "height": 1200})
        page.set_default_timeout(SLOW)
        asked: list[str] = []
        page.on("request", lambda sent: asked.append(sent.url))
        page.goto(address)
        page.get_by_role("button", name="Inloggen").click()
        yield Form(site, page, asked)
        page.close()


@contextmanager
def service(folder: Path) -> Iterator[str]:
    """The service of the form, on a free port; gives its address."""
    argv = ["node", "dienst.js", "..", "0"]
    with subprocess.Popen(argv, cwd=folder, stdout=subprocess.PIPE, text=True) as served:
        try:
            assert served.stdout
            yield next(at[0] for said in served.stdout if (at := re.search(r"http:\S+", said)))
        finally:
            served.terminate()


def opened(form: Form, collection: str, entry: str) -> None:
    """Open one file, as an editor does: the collection, then the file."""
    form.page.get_by_test_id(collection).click()
    form.page.locator(f'a[href$="{collection}/entries/{entry}"]').click()


def save(form: Form) -> None:
    form.page.get_by_role("button", name="Bewaren").click()
    form.page.get_by_role("menuitem", name="Bewaar nu").click()
    saved = form.page.get_by_role("button", name="Bewaard", exact=True)
    expect(saved).to_be_visible(timeout=SLOW)


def test_figure_is_changed_saved_and_right(form: Form) -> None:
    """One line of one file differs, `check` passes, and no one else was asked for anything."""
    dataset = found(form.site).dataset
    assert dataset
    kwartaal = max(k for standen in dataset.standen.values() for k in standen)
    slug, indicator = next(
        (slug, naam)
        for slug, standen in sorted(dataset.standen.items())
        for naam, cijfer in (standen[kwartaal].cijfers.items() if kwartaal in standen else ())
        if naam == dataset.programma.counted[0] and isinstance(cijfer.waarde, int) and free(form.site, slug)
    )
    path = form.site / f"data/projecten/{slug}/{kwartaal}.yaml"
    before = path.read_text()
    others = {p: p.read_bytes() for p in (form.site / "data").rglob("*.yaml") if p != path}
    was = dataset.standen[slug][kwartaal].cijfers[indicator].waarde
    assert isinstance(was, int)
    opened(form, f"cijfers-{kwartaal}", slug)
    about = dataset.programma.indicatoren[indicator]
    label = dataset.projecten[slug].labels.get(indicator, about.label)
    field = form.page.get_by_label(label).first
    expect(field).to_have_value(str(was), timeout=SLOW)
    field.fill(f"{was + 1}")
    save(form)
    lines = zip(before.split("\n"), path.read_text().split("\n"), strict=True)
    ((old, new),) = [(old, new) for old, new in lines if old != new]
    assert new == old.replace(str(was), str(was + 1))
    assert {p: p.read_bytes() for p in others} == others
    assert found(form.site).usable(strict=False)
    own = form.page.url.partition("#")[0]
    assert [url for url in form.asked if not url.startswith((own, "data:", "blob:"))] == []


def free(site: Path, slug: str) -> bool:
    """Whether a figure of this project may go up by one: it is no part, and not broken down."""
    dataset = found(site).dataset
    assert dataset
    parts = {part for project in dataset.projecten.values() for part in project.onderdelen}
    newest = max(dataset.standen[slug])
    return (
        slug not in parts
        and not dataset.projecten[slug].onderdelen
        and not dataset.standen[slug][newest].verdelingen
    )


@pytest.mark.parametrize("form", ["klein"], indirect=True)
def test_what_is_no_number_is_refused(form: Form) -> None:
    """As it is typed, with words that say what was expected; nothing is saved."""
    dataset = found(form.site).dataset
    assert dataset
    kwartaal = max(k for standen in dataset.standen.values() for k in standen)
    slug = next(s for s, standen in sorted(dataset.standen.items()) if kwartaal in standen)
    before = {p: p.read_bytes() for p in (form.site / "data").rglob("*.yaml")}
    opened(form, f"cijfers-{kwartaal}", slug)
    form.page.locator(".cijfer input").first.fill("1.234")
    form.page.get_by_role("button", name="Bewaren").click()
    form.page.get_by_role("menuitem", name="Bewaar nu").click()
    expect(form.page.get_by_text("schrijf een heel getal").first).to_be_visible(timeout=SLOW)
    assert {p: p.read_bytes() for p in before} == before


@pytest.mark.parametrize("form", ["klein"], indirect=True)
def test_text_of_a_story_keeps_what_stands_above_it(form: Form) -> None:
    """The consent above a story is not touched by who mends a word in it."""
    story = form.site / "content/verhalen/sanne.md"
    above, _, text = story.read_text().rpartition("---\n")
    opened(form, "verhaal", "sanne")
    field = form.page.get_by_label("Tekst")
    expect(field).to_have_value(text, timeout=SLOW)
    field.fill(text.rstrip("\n") + " Meer.\n")
    save(form)
    assert story.read_text() == f"{above}---\n{text.rstrip(chr(10))} Meer.\n"


@pytest.mark.parametrize("headers", [{"Origin": "http://elders.nl"}, {"Host": "elders.nl"}])
@pytest.mark.parametrize("form", ["klein"], indirect=True)
def test_another_page_gets_no_answer(form: Form, headers: dict[str, str]) -> None:
    """A site that is open in the same browser cannot read or write the files."""
    address = urlsplit(form.page.url).netloc
    service = HTTPConnection(address, timeout=30)
    statuses = []
    for sent in ({"Host": address}, {"Host": address} | headers):
        service.request("GET", "/index.html", headers=sent)
        answer = service.getresponse()
        answer.read()
        statuses.append(answer.status)
    assert statuses == [200, 403]
