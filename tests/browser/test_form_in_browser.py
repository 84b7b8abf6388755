"""The form in Chromium: open, change, save, and what then stands in the files."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

import yaml12
from form import SLOW, enter, folders, made, opened, service
from on_disk import HALFJAREN, JAREN, KLEIN, copy, found, problems, shortened
from waw_site.cli import main


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
    "jaren": partial(copy, JAREN),
    "begonnen": begun,
}


@pytest.fixture(params=list(PROGRAMMES))
def form(request: pytest.FixtureRequest, tmp_path: Path, browser: Browser) -> Iterator[Form]:
    site = tmp_path / "site"
    PROGRAMMES[request.param](site)
    made(site)
    with service(site / "formulier") as address:
        page = browser.new_page(viewport={"width": 1280, "height": 1200})
        asked: list[str] = []
        page.on("request", lambda sent: asked.append(sent.url))
        enter(page, address)
        yield Form(site, page, asked)
        page.close()


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
        if naam == dataset.programma.counted[0]
        and isinstance(cijfer.waarde, int)
        and free(form.site, slug)
    )
    path = form.site / f"data/projecten/{slug}/{kwartaal}.yaml"
    before = path.read_text()
    others = {p: p.read_bytes() for p in (form.site / "data").rglob("*.yaml") if p != path}
    was = dataset.standen[slug][kwartaal].cijfers[indicator].waarde
    assert isinstance(was, int)
    opened(form.page, f"cijfers-{kwartaal}", slug)
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
def test_next_figures_are_filled_in_beside_the_last_ones(form: Form) -> None:
    """What `new` puts behind an empty figure is shown; a word, a note and what is open are kept."""
    assert main(["new", "editie", "2024-Q3", *folders(form.site)]) == 0
    made(form.site)
    path = form.site / "data/projecten/techniek/2024-Q3.yaml"
    was = re.search(r"^  bemiddeld:  # (.+)$", path.read_text(), re.MULTILINE)
    assert was
    form.page.reload()
    opened(form.page, "cijfers-2024-Q3", "techniek")
    figure = form.page.get_by_label("cijfer field").filter(has_text="jongeren aan het werk")
    expect(figure.get_by_text(was[1], exact=True)).to_be_visible()
    figure.get_by_label("Getal, of n.v.t.").fill("60")
    figure.get_by_label("Afgerond in de bron?").select_option("ruim")
    figure.get_by_text("Voetnoot of toelichting").click()
    figure.get_by_label("Voetnoot", exact=True).fill("geteld in oktober")
    save(form)
    said = yaml12.load(path.read_text())["cijfers"]
    assert said["bemiddeld"] == {"waarde": 60, "kwalificatie": "ruim", "noot": "geteld in oktober"}
    assert said["gestart"] is None
    assert "techniek/2024-Q3.yaml" not in problems(form.site)


@pytest.mark.parametrize("form", ["halfjaren"], indirect=True)
def test_who_enlarges_the_form_scrolls_down_only(form: Form) -> None:
    """Twice as large, every field and button is still in the window."""
    form.page.set_viewport_size({"width": 640, "height": 600})
    opened(form.page, "cijfers-2025-H2", "school-streets")
    fields = form.page.locator("input, select, textarea, button")
    expect(form.page.get_by_label("New riders").first).to_be_visible(timeout=SLOW)
    edges = fields.evaluate_all("fields => fields.map(f => f.getBoundingClientRect().right)")
    assert len(edges) > 10
    assert max(edges) <= 640


@pytest.mark.parametrize("form", ["klein"], indirect=True)
def test_what_is_no_number_is_refused(form: Form) -> None:
    """As it is typed, with words that say what was expected; nothing is saved."""
    dataset = found(form.site).dataset
    assert dataset
    kwartaal = max(k for standen in dataset.standen.values() for k in standen)
    slug = next(s for s, standen in sorted(dataset.standen.items()) if kwartaal in standen)
    before = {p: p.read_bytes() for p in (form.site / "data").rglob("*.yaml")}
    opened(form.page, f"cijfers-{kwartaal}", slug)
    form.page.locator(".cijfer input").first.fill("1.234")
    form.page.get_by_role("button", name="Bewaren").click()
    form.page.get_by_role("menuitem", name="Bewaar nu").click()
    expect(form.page.get_by_text("schrijf een heel getal").first).to_be_visible(timeout=SLOW)
    assert {p: p.read_bytes() for p in before} == before


@pytest.mark.parametrize("form", ["halfjaren"], indirect=True)
def test_breakdown_is_changed_with_its_figure(form: Form) -> None:
    """Each number in its own place; the form says what the parts add up to, and check agrees."""
    path = form.site / "data/projecten/school-streets/2025-H2.yaml"
    before = path.read_text()
    opened(form.page, "cijfers-2025-H2", "school-streets")
    form.page.get_by_label("New riders").first.fill("241")
    town = form.page.get_by_role("group", name="New riders naar town")
    expect(town.get_by_role("status")).to_have_text("Samen 240. Het cijfer zelf is 241.")
    town.get_by_label("Onbekend").fill("4")
    expect(town.get_by_role("status")).to_have_text("Samen 241.")
    distance = form.page.get_by_role("group", name="New riders naar distance to school")
    distance.get_by_label("Under a mile").fill("161")
    save(form)
    expected = before.replace("240", "241").replace("onbekend: 3", "onbekend: 4")
    assert path.read_text() == expected.replace("near: 160", "near: 161")
    assert found(form.site).usable(strict=False)


@pytest.mark.parametrize("form", ["halfjaren"], indirect=True)
def test_breakdown_is_added_when_every_part_has_its_number(form: Form) -> None:
    """By dimensions of the programme, in its order; a part that is open is not saved."""
    path = form.site / "data/projecten/lessons/2025-H2.yaml"
    before = path.read_text()
    opened(form.page, "cijfers-2025-H2", "lessons")
    form.page.get_by_label("Wat u verdeelt").select_option("New riders")
    form.page.get_by_label("Naar", exact=True).select_option("Distance to school")
    form.page.get_by_label("En ook naar").select_option("Town")
    form.page.get_by_role("button", name="Voeg toe", exact=True).click()
    added = form.page.get_by_role("group", name="New riders naar town en distance to school")
    numbers = {
        ("Northford", "Under a mile"): 60,
        ("Northford", "A mile or more"): 40,
        ("Southwick", "Under a mile"): 50,
    }
    for parts, number in numbers.items():
        added.get_by_label(", ".join(parts)).fill(str(number))
    form.page.get_by_role("button", name="Bewaren").click()
    form.page.get_by_role("menuitem", name="Bewaar nu").click()
    expect(form.page.get_by_text("vul bij elk deel een heel getal in")).to_be_visible(timeout=SLOW)
    assert path.read_text() == before
    added.get_by_label("Southwick, A mile or more").fill("40")
    save(form)
    (breakdown,) = yaml12.load(path.read_text())["verdelingen"]
    assert breakdown == {
        "naar": ["town", "distance"],
        "cijfers": {
            "riders": {"northford": {"near": 60, "far": 40}, "southwick": {"near": 50, "far": 40}}
        },
    }
    assert set(before.split("\n")) <= set(path.read_text().split("\n"))
    assert found(form.site).usable(strict=False)


@pytest.mark.parametrize("form", ["klein"], indirect=True)
def test_text_of_a_story_keeps_what_stands_above_it(form: Form) -> None:
    """The consent above a story is not touched by who mends a word in it."""
    story = form.site / "content/verhalen/sanne.md"
    above, _, text = story.read_text().rpartition("---\n")
    opened(form.page, "verhaal", "sanne")
    field = form.page.get_by_label("Tekst")
    expect(field).to_have_value(text, timeout=SLOW)
    field.fill(text.rstrip("\n") + " Meer.\n")
    save(form)
    assert story.read_text() == f"{above}---\n{text.rstrip(chr(10))} Meer.\n"


@pytest.mark.parametrize("form", ["klein"], indirect=True)
def test_consent_of_a_story_is_changed_in_its_line(form: Form) -> None:
    """A photo may no longer be shown, and until when the rest may; the text stays to the letter."""
    story = form.site / "content/verhalen/sanne.md"
    before = story.read_text()
    opened(form.page, "verhaal", "sanne")
    form.page.get_by_label("Foto", exact=True).click()
    form.page.get_by_role("option", name="nee").click()
    form.page.get_by_label("Tot en met").fill("2026-12-31")
    save(form)
    after = before.replace("foto: ja", "foto: nee").replace(
        "pdf: ja}", "pdf: ja, tot_en_met: 2026-12-31}"
    )
    assert story.read_text() == after
    assert found(form.site).usable(strict=False)


@pytest.mark.parametrize("form", ["klein"], indirect=True)
def test_file_that_is_opened_by_its_address_shows_its_own(form: Form) -> None:
    """And not what the file that was open before it says."""
    opened(form.page, "cijfers-2024-Q2", "techniek")
    expect(form.page.get_by_label("Gestarte trajecten")).to_have_value("45", timeout=SLOW)
    form.page.evaluate("location.hash = '#/collections/projecten/entries/techniek'")
    expect(form.page.get_by_label("Naam", exact=True)).to_have_value("Techniek Start", timeout=SLOW)


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
