"""The real programme: what must add up, and that every figure of the sources is on its page."""

import re
from html import unescape
from pathlib import Path

import pytest

from builders import Q
from on_disk import REAL, found, make
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.invoer import Input
from waw_site.model import Kwalificatie, Oordeel
from waw_site.problem import Ernst
from waw_site.waarde import Waarde

INDICATORS = ("gestart", "afgerond", "bemiddeld")


@pytest.fixture(scope="module")
def real() -> Input:
    return found(REAL)


@pytest.fixture(scope="module")
def dataset(real: Input) -> Dataset:
    assert real.dataset
    return real.dataset


@pytest.fixture(scope="module")
def editions(real: Input) -> dict[str, EditieCijfers]:
    return {str(kwartaal): cijfers for kwartaal, cijfers in real.editions.items()}


def summed(e: EditieCijfers) -> tuple[int | None, ...]:
    return tuple(e.voortgang[i].totaal.opgeteld.getal for i in INDICATORS)


def test_only_remarks(real: Input) -> None:
    """The data is sound, with --strict as well."""
    assert [p for p in real.problems if p.ernst is not Ernst.OPMERKING] == []


def test_three_editions(editions: dict[str, EditieCijfers]) -> None:
    assert list(editions) == ["2021-Q1", "2023-Q2", "2024-Q2"]


def test_final_version_of_2021_adds_up(editions: dict[str, EditieCijfers]) -> None:
    """242 / 6 / 20 from the project files, and exactly what was published."""
    e = editions["2021-Q1"]
    assert summed(e) == (242, 6, 20)
    assert {i: e.voortgang[i].gepubliceerd.getal for i in INDICATORS} == {
        "gestart": 242,
        "afgerond": 6,
        "bemiddeld": 20,
    }
    assert all(e.voortgang[i].rest.getal == 0 for i in INDICATORS)
    reported = {
        p.slug: p.cijfers["gestart"].getal
        for r in e.rubrieken
        for p in r.posten
        if "gestart" in p.cijfers and not p.meegeteld_in
    }
    assert sorted(n for n in reported.values() if n) == [9, 12, 13, 208]


def test_zorgstart_and_wijkleerbedrijf_are_their_parts(dataset: Dataset) -> None:
    def figure(slug: str, indicator: str) -> object:
        stand = dataset.stand(slug, Q("2024-Q2"))
        return stand.cijfers[indicator].waarde if stand else None

    both = "zorgstart-en-wijkleerbedrijf"
    parts = ("zorgstart", "wijkleerbedrijf")
    assert [figure(p, "afgerond") for p in (*parts, both)] == [467, 125, 592]
    assert [figure(p, "bemiddeld") for p in (*parts, both)] == [206, 74, 280]
    assert figure(both, "gestart") == 735


def test_cards_of_2024(editions: dict[str, EditieCijfers]) -> None:
    """1031 / 746 / 363; with the final position of Jongerenspecialist 1146 / 746 / 428."""
    e = editions["2024-Q2"]
    cards = tuple(sum(r.totalen[i].opgeteld.getal or 0 for r in e.rubrieken) for i in INDICATORS)
    assert cards == (1031, 746, 363)
    assert [p.slug for p in e.eerder.posten] == ["jongerenspecialist"]
    assert summed(e) == (1146, 746, 428)


def test_remainder_of_2024(editions: dict[str, EditieCijfers]) -> None:
    """A little over 450 were placed; what the projects do not show has a name."""
    v = editions["2024-Q2"].voortgang["bemiddeld"]
    assert (v.gepubliceerd.getal, v.gepubliceerd.kwalificatie) == (450, Kwalificatie.IETS_MEER_DAN)
    assert v.rest == Waarde(22, Kwalificatie.IETS_MEER_DAN)


def test_twelve_of_ik_start_count_once(editions: dict[str, EditieCijfers]) -> None:
    posts = {p.slug: p for r in editions["2024-Q2"].rubrieken for p in r.posten}
    assert posts["training-ik-start"].cijfers["gestart"].getal == 12
    assert posts["training-ik-start"].meegeteld_in == {"gestart": "trainingen"}
    assert posts["trainingen"].cijfers["gestart"].getal == 119


def test_plans(editions: dict[str, EditieCijfers]) -> None:
    goals = {
        k: tuple(d.getal for i in INDICATORS if (d := e.voortgang[i].doel))
        for k, e in editions.items()
    }
    assert goals == {
        "2021-Q1": (1180, 860, 520),
        "2023-Q2": (1200, 800, 500),
        "2024-Q2": (1200, 800, 500),
    }
    until = editions["2021-Q1"].voortgang
    assert [t.getal for i in INDICATORS if (t := until[i].tussendoel)] == [194, 0, 13]


def test_status_of_every_goal(editions: dict[str, EditieCijfers]) -> None:
    """Computed in 2021, except against a goal of nothing; the programme's own judgement later."""
    computed = {k: [e.voortgang[i].koers.berekend for i in INDICATORS] for k, e in editions.items()}
    assert computed == {
        "2021-Q1": [Oordeel.OP_KOERS, None, Oordeel.OP_KOERS],
        "2023-Q2": [None, None, None],
        "2024-Q2": [None, None, None],
    }
    assert editions["2021-Q1"].voortgang["afgerond"].koers.waarom_niet == "het tussendoel is nul"
    assert {v.koers.oordeel for v in editions["2024-Q2"].voortgang.values()} == {Oordeel.OP_KOERS}


def test_municipal_projects_are_shown_and_not_added(editions: dict[str, EditieCijfers]) -> None:
    posts = {p.slug: p for r in editions["2021-Q1"].rubrieken for p in r.posten}
    goals = posts["gemeentelijke-projecten"].doelen
    assert {i: d.getal for i, d in goals.items()} == {"afgerond": 483, "bemiddeld": 285}


# Edition, project, and what its card says: figures and goals.
CARDS = [
    ("2021-Q1", "doorstroombanen", "24 9 0 120 60 n.v.t."),
    ("2021-Q1", "ai-annotatielab", "9"),
    ("2021-Q1", "scholingsprojecten", "386 208 6 6 795 786 277 153 0 n.v.t."),
    ("2021-Q1", "ips-trajecten", "12 5"),
    ("2021-Q1", "wsp-werkgelegenheidsprojecten", "13 9"),
    ("2021-Q1", "werkt-door", "379 26 3 5"),
    ("2021-Q1", "gemeentelijke-projecten", "285 483"),
    ("2023-Q2", "zorgstart-en-wijkleerbedrijf", "450 214"),
    ("2023-Q2", "bouw-en-techniek-start", "25 11"),
    ("2023-Q2", "trainingen", "50 45 8"),
    ("2023-Q2", "jongerenspecialist", "115 65"),
    ("2024-Q2", "zorgstart-en-wijkleerbedrijf", "735 592 280"),
    ("2024-Q2", "zorgstart", "467 206"),
    ("2024-Q2", "wijkleerbedrijf", "125 74"),
    ("2024-Q2", "zorgstart-instap", "11"),
    ("2024-Q2", "ik-in-de-kinderopvang", "16 5 6"),
    ("2024-Q2", "statushouders-voor-de-klas", "2 0 0"),
    ("2024-Q2", "bouw-en-techniek-start", "51 16 17"),
    ("2024-Q2", "motopp", "3 3 3"),
    ("2024-Q2", "doorstroombanen", "64 20"),
    ("2024-Q2", "trainingen", "119 99 12"),
    ("2024-Q2", "training-ik-start", "12"),
    ("2024-Q2", "basiskok", "21 12 6"),
    ("2024-Q2", "chauffeur-leerlingenvervoer", "20 19 19"),
    ("2024-Q2", "jongerenspecialist", "115 65"),
]

# Edition, and figures that stand somewhere else on its page: dashboard, texts, notes.
PAGES = [
    ("2021-Q1", "242 194 1.180 20 13 520 6 0 860 27 14 60 50 2023"),
    ("2023-Q2", "380 1.200 500 800 215 24 20 120"),
    ("2024-Q2", "450 1.200 500 800 1.146 746 428 11"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out: Path = tmp_path_factory.mktemp("echt") / "site"
    made = make(REAL, out)
    return {k: made[f"{k}/index.html"].decode() for k in ("2021-Q1", "2023-Q2", "2024-Q2")}


def words(html: str) -> list[str]:
    """The numbers and n.v.t. in the text of *html*, charts left out."""
    text = re.sub(r"<svg.*?</svg>", " ", html, flags=re.DOTALL)
    text = unescape(re.sub(r"<[^>]*>", " ", text))
    return re.findall(r"n\.v\.t\.|\d+(?:\.\d{3})*", text)


def card(html: str, slug: str) -> str:
    """The card of a project, up to the next one."""
    start = html.index(f'id="project-{slug}"')
    end = html.find('class="waw-project"', start)
    return html[start : end if end > 0 else None]


@pytest.mark.parametrize(("kwartaal", "slug", "figures"), CARDS)
def test_every_figure_is_on_its_card(
    pages: dict[str, str], kwartaal: str, slug: str, figures: str
) -> None:
    on_card = words(card(pages[kwartaal], slug))
    for figure in figures.split():
        assert figure in on_card, (figure, on_card)


@pytest.mark.parametrize(("kwartaal", "figures"), PAGES)
def test_every_other_figure_is_on_the_page(
    pages: dict[str, str], kwartaal: str, figures: str
) -> None:
    on_page = set(words(pages[kwartaal]))
    assert {f for f in figures.split() if f not in on_page} == set()


def test_dashboards_that_are_only_pictures_say_so(pages: dict[str, str]) -> None:
    """What the sources do not give in text is explained, not left silent."""
    for kwartaal in ("2023-Q2", "2024-Q2"):
        assert "er is geen tussendoel voor dit kwartaal" in pages[kwartaal]
        assert "alleen in een" in pages[kwartaal]
    assert "niet uitgesplitst in de bron" in pages["2024-Q2"]


def test_every_project_of_the_sources_is_there(dataset: Dataset) -> None:
    """Those listed by name only and those in development included."""
    assert len(dataset.projecten) >= 38
    assert {"the-young-digitals", "video-cvs", "eerste-elektromonteur"} <= set(dataset.projecten)
