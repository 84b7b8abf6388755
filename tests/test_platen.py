"""Charts to take along as SVG and PNG, and the picture of an edition: what each says by itself."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from on_disk import HERE, KLEIN, REAL, copy, found, make, shortened
from waw_site import drawing
from waw_site.cache import Cache
from waw_site.chart import deel, letters
from waw_site.chart.spec import Deel, Plaat
from waw_site.chart.style import VET, Woorden, grootte
from waw_site.invoer import Input
from waw_site.page import pages
from waw_site.page.deel import delen
from waw_site.rendering import render
from waw_site.site import compose, files_of

NS = "{http://www.w3.org/2000/svg}"
LINK = re.compile(r'href="(grafieken/[^"]+)" download')


@pytest.fixture(scope="module", params=[KLEIN, REAL], ids=["klein", "echt"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    return make(request.param, tmp_path_factory.mktemp("site") / "uit")


def charts(site: dict[str, bytes], kind: str) -> dict[str, bytes]:
    return {p: data for p, data in site.items() if "grafieken/" in p and p.endswith(kind)}


def parsed(svg: bytes) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  we wrote it just now


def words(svg: bytes) -> list[str]:
    """Every line that a picture shows."""
    return [text.text or "" for text in parsed(svg).iter(f"{NS}text")]


def test_every_chart_with_text_can_be_taken_along(site: dict[str, bytes]) -> None:
    """Below each stand its two files, and no file stands there without its link."""
    linked = set()
    for path, html in site.items():
        if path.endswith(".html"):
            text = html.decode()
            links = LINK.findall(text)
            assert len({*links}) == len(links), path
            drawings = text.count('class="waw-grafiek waw-breed"')
            assert len([n for n in links if n.endswith(".svg")]) == drawings, path
            bare = [n for n in links if n.endswith(".svg") and n.replace("svg", "png") not in links]
            assert all("-sinds." in name for name in bare), path
            linked |= {join(dirname(path), link) for link in links}
    assert linked == charts(site, "").keys()


def test_svg_stands_by_itself(site: dict[str, bytes]) -> None:
    """On white, with a name, in a language, its colours and letters in attributes; no style."""
    for path, svg in charts(site, ".svg").items():
        root = parsed(svg)
        assert root.get("lang") == "nl", path
        assert "sans-serif" in root.get("font-family", ""), path
        ids = root.get("aria-labelledby", "").split()
        assert [e.text for e in root.iter() if e.get("id") in ids].count(None) == 0, path
        assert root.findall(f"{NS}rect")[0].get("fill") == "#ffffff", path
        assert b"style" not in svg, path
        for element in root.iter():
            if element.tag in (f"{NS}text", f"{NS}path"):
                assert {"fill", "stroke"} & element.attrib.keys(), path


def test_picture_says_title_source_and_date(site: dict[str, bytes]) -> None:
    """The title above, the source and its date below, in this order."""
    for path, svg in charts(site, ".svg").items():
        title = parsed(svg).findtext(f"{NS}title", "")
        shown = words(svg)
        assert title.startswith(shown[0]), path
        below = " ".join(shown[-5:])
        assert re.search(r"Bron: Monitor .* [eE]ditie .*, stand tot en met \w+ \d{4}", below), path


def test_png_is_the_same_picture(site: dict[str, bytes]) -> None:
    """Twice as large, on white, and nothing in it but pixels."""
    for path, png in charts(site, ".png").items():
        root = parsed(site[path.replace(".png", ".svg")])
        picture = Image.open(BytesIO(png))
        assert picture.size == (2 * int(root.get("width", "")), 2 * int(root.get("height", "")))
        assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
        assert dict(picture.info) == {}, path
        used = {rgb for _, rgb in picture.convert("RGB").getcolors(1 << 16) or []}
        assert {(29, 26, 22), (87, 79, 67)} <= used, path  # the inks of the house, exactly


def test_same_chart_gives_the_same_bytes() -> None:
    """Drawn twice, and by more processes at once."""
    dataset = found(KLEIN)
    made = compose(dataset, Cache.none()).files
    again = compose(dataset, Cache.none()).files
    assert charts(dict(made), "png") == charts(dict(again), "png")


def test_a_changed_figure_draws_only_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing changed, none at all."""
    site = copy(KLEIN, tmp_path / "site")
    cache = Cache.none()
    compose(found(site, cache), cache)
    drawn: list[str] = []

    def each(make: Callable[[Any], Any], missing: list[Any], pays: object) -> Iterator[Any]:
        drawn.extend(one.titel for one in missing if isinstance(one, Plaat | Deel))
        return map(make, missing)

    monkeypatch.setattr(drawing, "_each", each)
    compose(found(site, cache), cache)
    assert drawn == []
    file = next((site / "data/projecten/techniek").glob("2024-Q2.yaml"))
    file.write_text(file.read_text().replace("gestart: 45", "gestart: 46"))
    compose(found(site, cache), cache)
    assert [titel for titel in drawn if "Techniek" in titel]
    assert not [titel for titel in drawn if "Zorg" in titel or "Koken" in titel]


def pictures(read: Input, **other: Any) -> dict[str, bytes]:
    """The charts to take along of *read*, were its data *other* than they are."""
    assert read.dataset
    dataset = replace(read.dataset, **other)
    read = replace(read, dataset=dataset)
    made, _drawn = render(pages(dataset, read.editions), read, Cache.none())
    files = {path: of for by_path in made.values() for path, of in by_path.items()}
    return charts(files_of(files, Cache.none()), "g")


def test_no_hidden_figure_in_a_picture(tmp_path: Path) -> None:
    """Other hidden numbers give the same pictures; were they shown, each x would be its number."""
    read = found(shortened(tmp_path / "in", 3))
    assert read.dataset
    cellen, hidden = read.dataset.cellen, read.dataset.verborgen
    others = {naam: replace(cellen[naam], waarde=cellen[naam].waarde + 1) for naam in hidden}
    made, again = pictures(read), pictures(read, cellen={**cellen, **others})
    assert [path for path in made if again[path] != made[path]] == []
    shown = pictures(read, verborgen=frozenset())
    said = {path: words(svg) for path, svg in made.items() if path.endswith(".svg")}
    hiding = [path for path, text in said.items() if "x" in text]
    assert hiding
    for path in hiding:
        pairs = zip(said[path], words(shown[path]), strict=True)
        finding, *figures = [(now, then) for now, then in pairs if now != then]
        assert finding[0] == "Niet elk deel wordt getoond."
        assert {now for now, _ in figures} == {"x"}
        assert all(then.isdecimal() for _, then in figures)


def test_house_style_colours_the_pictures(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path / "site")
    shutil.copyfile(HERE / "huisstijl.css", site / "content/huisstijl.css")
    made = make(site, tmp_path / "uit")
    svg = b"".join(charts(made, ".svg").values())
    assert b'"#9a3b00"' in svg
    assert b"Verdana" in svg
    assert not {ours for ours in (b'"#07505f"', b'"#1d1a16"', b'"#574f43"') if ours in svg}
    picture = Image.open(BytesIO(made["2024-Q2/deel.png"])).convert("RGB")
    colours = {rgb for _, rgb in picture.getcolors(1 << 16) or []}
    assert {(0x9A, 0x3B, 0), (0x0B, 0x16, 0x30)} <= colours


def test_each_edition_has_a_picture_to_share(site: dict[str, bytes]) -> None:
    """As large as networks ask, and small to send."""
    editions = {p for p in site if re.fullmatch(r"\d{4}-Q\d/index.html", p)}
    assert {p for p in site if p.endswith("deel.png")} == {
        p.replace("index.html", "deel.png") for p in editions
    }
    for path in editions:
        png = site[path.replace("index.html", "deel.png")]
        picture = Image.open(BytesIO(png))
        assert (picture.size, dict(picture.info)) == ((1200, 630), {})
        assert len(png) < 60_000


def test_picture_to_share_says_the_main_figures_and_how_they_stand() -> None:
    """Programme, edition, each goal in words; and all of it within the picture."""
    read = found(REAL)
    assert read.dataset
    made = dict(delen(read.dataset, read.editions, pages(read.dataset, read.editions), ()))
    sheet = deel.leg(made["2024-Q2/deel.png"])
    said = [t for t in sheet.tekens if isinstance(t, Woorden)]
    texts = [t.tekst for t in said]
    assert texts[:3] == [
        "Monitor Werken aan Werk",
        "Werken aan Werk",
        "Tweede kwartaal 2024, Regio Gooi en Vechtstreek",
    ]
    at = texts.index("Bemiddeld naar werk")
    assert texts[at : at + 6] == [
        "Bemiddeld naar werk",
        "iets meer dan",
        "450",
        "doel: 500",
        "Op koers",
        "volgens het programma",
    ]
    for t in said:
        wide = letters.breedte(t.tekst, grootte(t.klasse), vet=t.klasse in VET)
        assert 0 <= t.x <= t.x + wide <= sheet.breedte - 40
