"""The documents of the real programme: what must add up, and that each is there and reachable."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from tempfile import TemporaryDirectory

import pytest

from builders import Q
from dom import Node, dom
from on_disk import REAL, found, make
from waw_site import begroting
from waw_site.cache import Cache
from waw_site.cijferboek import Cijferboek
from waw_site.dataset import Dataset
from waw_site.site import build
from waw_site.uitgesplitst import uitgesplitst
from waw_site.waarde import Soort, Waarde
from waw_site.wijzigingen import eerdere_sommen, wijzigingen

READ = found(REAL)
assert READ.dataset
DATA: Dataset = READ.dataset
BOEK = Cijferboek(DATA, READ.editions)


@cache
def pages() -> dict[str, Node]:
    with TemporaryDirectory() as folder:
        files = make(REAL, Path(folder) / "site")
    return {p: dom(c.decode()) for p, c in files.items() if p.endswith(".html")}


def text(path: str) -> str:
    return " ".join(pages()[path].text(frozenset({"svg", "head"})).split())


def test_budget_adds_up() -> None:
    """1.054.795 in all, of the rows as they were published."""
    assert begroting.totaal(DATA, "2024") == Waarde(105479500, soort=Soort.EURO)
    assert begroting.gepubliceerd(DATA, "2024") == begroting.totaal(DATA, "2024")
    sections = [begroting.sectietotaal(DATA, "2024", n).getal for n in range(3)]
    assert sections == [14934000, 85500000, 5045500]
    assert sum(n or 0 for n in sections) == 105479500


def test_budget_of_the_trainings_is_exact_rounded_and_revised() -> None:
    figures = [BOEK.waarde(f"begroting.2024.trainingen{part}") for part in ("", ".exact", ".was")]
    assert [w.getal for w in figures] == [5045500, 5045525, 4605281]


def test_budget_page_shows_what_falls_free() -> None:
    page = text("begrotingen/2024/index.html")
    assert "€ 1.054.795" in page
    assert "ongeveer € 1.300.000" in page
    assert BOEK.waarde("begroting.2024.vrij").getal == 24520500
    assert "Onder een voorwaarde: € 108.000" in page
    assert "AI Operator (onder voorwaarde)" in page


def test_divosa_has_an_amount_and_no_decision() -> None:
    """The only project of the proposal that is remarked on."""
    remarks = [p.melding for p in READ.problems if "geen besluit" in p.melding]
    assert len(remarks) == 1
    assert "divosa-benchmark" in remarks[0]


def test_breakdowns_add_up_to_625() -> None:
    review = DATA.terugblikken["zorgstart"]
    splits = uitgesplitst(DATA, "zorgstart.voorlichting", review.kwartaal)
    assert [s.dimensies for s in splits] == [
        ("geslacht",),
        ("leeftijd",),
        ("opleiding",),
        ("uitkering",),
    ]
    for split in splits:
        assert sum(w.getal or 0 for w in split.delen.values()) == 625


def test_review_says_which_goal_was_missed() -> None:
    page = text("terugblikken/zorgstart/index.html")
    assert "625 , het doel was 600 . Dat is gehaald" in page.replace("625,", "625 ,").replace(
        "600.", "600 ."
    )
    assert re.search(r"485 ?, het doel was 400 ?\. Dat is gehaald", page)
    assert re.search(r"225 ?, het doel was 250 ?\. Dat is niet gehaald", page)


def test_concept_of_2021_does_not_add_up() -> None:
    """158 of its projects against 157 published; the final version makes 242, 20 and 6."""
    cijfers = READ.editions[Q("2021-Q1")]
    changed = wijzigingen(DATA, cijfers)
    sums = {
        s.label: (s.opgeteld.getal, s.gepubliceerd.getal)
        for s in eerdere_sommen(DATA, cijfers, changed)
    }
    assert sums == {
        "Gestarte trajecten": (158, 157),
        "Bemiddeld naar werk": (18, 18),
        "Afgeronde scholing": (0, 1),
    }
    was = {(w.nu.herkomst.naam if w.nu.herkomst else ""): w.was.getal for w in changed}
    assert was["Scholingsprojecten samen, gestart"] == 125
    assert was["Werkgelegenheidsprojecten van het WSP, bemiddeld naar werk"] == 12
    assert "157" in text("2021-Q1/gewijzigd/index.html")


def test_comparison_tells_what_came_and_went() -> None:
    page = text("2023-Q2/vergeleken/index.html")
    assert "Het doel voor gestarte trajecten ging van 1.180 naar 1.200" in page
    assert "Het einde van het programma ging van eind 2023 naar eind 2024" in page
    later = text("2024-Q2/vergeleken/index.html")
    for words in (
        "AI in de media heet nu AI Annotatielab",
        "Horecatraject Basiskok (van Scholings- en leerwerkprojecten naar Afgeronde projecten)",
        "Projecten statushouders in Motopp",
    ):
        assert words in later


def test_contradictions_that_remain_are_listed() -> None:
    page = text("tegenspraken/index.html")
    for figure in ("214", "225", "206", "meer dan 215", "bijna 200", "meer dan 180", "1.180"):
        assert figure in page


DOCUMENTS = {
    "2021-Q1": ["voorstellen/voorstel-2021-03"],
    "2023-Q2": [
        "brieven/collegebrief-hilversum-2023",
        "brieven/informatiebrief-2023-10",
        "brieven/raadsbrief-vierde-monitor",
        "terugblikken/zorgstart",
    ],
    "2024-Q2": ["begrotingen/2024", "brieven/raadsbrief-2024-q2", "voorstellen/voorstel-2023-11"],
}


def links(path: str) -> Iterator[str]:
    for link in pages()[path].find("a"):
        href = link.attributes["href"].partition("#")[0]
        if href and not href.startswith(("http", "mailto")):
            yield normpath(join(dirname(path), href))


@pytest.mark.parametrize("editie", DOCUMENTS)
def test_every_document_is_reached_from_its_edition(editie: str) -> None:
    there = set(links(f"{editie}/index.html"))
    for document in DOCUMENTS[editie]:
        assert f"{document}/index.html" in there
        assert f"{editie}/index.html" in set(links(f"{document}/index.html"))


# What each document of the sources states, in the words of its page.
FIGURES = {
    "brieven/raadsbrief-vierde-monitor": "300 200 65 180 1.200 800 500",
    "brieven/informatiebrief-2023-10": "625 485 225 87 47 5.800 2.100 106.300 21.000 195.000",
    "brieven/collegebrief-hilversum-2023": "380",
    "brieven/raadsbrief-2024-q2": "1.146 746 450 1.200 800 500 428 22",
    "voorstellen/voorstel-2023-11": (
        "68 91 30 80 87 20 6 8 86 70 77 7 4 2 90 1 10 18 5 12 3 "
        "150.000 240.000 58.000 50.000 210.000 80.000 35.000 32.000 21.000 46.052,81 50.455,25 "
        "1.300.000 1.054.795"
    ),
    "begrotingen/2024": (
        "95.000 18.340 15.000 21.000 150.000 240.000 58.000 50.000 210.000 80.000 35.000 32.000 "
        "50.455 50.455,25 46.052,81 1.054.795 1.300.000"
    ),
    "terugblikken/zorgstart": (
        "600 400 250 625 485 225 480 145 68 310 188 59 39 87 167 96 37 199 323 286 16"
    ),
}
WORDS = {"twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "acht": "8", "tien": "10"}
WORDS |= {"twaalf": "12", "één": "1", "twintig": "20"}


@pytest.mark.parametrize("document", FIGURES)
def test_every_figure_of_a_document_is_on_its_page(document: str) -> None:
    page = text(f"{document}/index.html")
    said = set(re.findall(r"\d+(?:\.\d{3})*(?:,\d\d)?", page))
    said |= {WORDS[w] for w in re.findall(r"\w+", page.lower()) if w in WORDS}
    assert set(FIGURES[document].split()) - said == set()


STORIES = {
    "2023-Q2": ["Zorina", "Ilse", "Gerard", "Juliet", "Wander", "Ceciel", "Margot"],
    "2024-Q2": ["Michel", "Suzana leert", "Suzana zoekt", "timmerman"],
}


@pytest.mark.parametrize("editie", STORIES)
def test_every_story_of_the_sources_is_told(editie: str) -> None:
    page = text(f"{editie}/index.html")
    for name in STORIES[editie]:
        assert name in page


def test_a_follow_up_stands_with_the_first_story() -> None:
    """Suzana in 2020, and in it Suzana in 2024."""
    stories = pages()["2024-Q2/index.html"].find("article", "waw-verhaal")
    first = next(s for s in stories if "Suzana leert" in s.text())
    assert "Suzana zoekt opnieuw" in first.text()


def test_no_story_of_the_sources_tells_of_health() -> None:
    for path, page in pages().items():
        words = page.text(frozenset({"svg", "head"})).lower()
        assert not re.search(r"\bdove?\b|parkinson|dementie|fysieke klachten", words), path


def test_abbreviations_are_written_out_once_a_page() -> None:
    page = text("brieven/informatiebrief-2023-10/index.html")
    assert "Regionaal Mobiliteitsteam (RMT)" in page
    assert text("2023-Q2/index.html").count("(HBEL: Huizen, Blaricum, Eemnes en Laren)") == 1
    assert "Utrecht Talent Alliantie" in text("begrippen/index.html")


@pytest.mark.parametrize("editie", DOCUMENTS)
def test_an_edition_alone_leads_to_nothing_that_is_not_there(editie: str, tmp_path: Path) -> None:
    """With its documents, its projects, and what these lead to."""
    build(READ, tmp_path / "site", Cache.none(), frozenset({Q(editie)}))
    files = {p.relative_to(tmp_path / "site").as_posix(): p for p in (tmp_path / "site").rglob("*")}
    assert {f"{d}/index.html" for d in DOCUMENTS[editie]} <= set(files)
    for path, file in files.items():
        if path.endswith(".html"):
            for link in dom(file.read_text()).find("a"):
                target = link.attributes["href"].partition("#")[0]
                if target and not target.startswith(("http", "mailto")):
                    assert normpath(join(dirname(path), target)) in files, (path, target)
