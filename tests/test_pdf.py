"""The pdfs: archival, accessible, whole, and the same every time."""

import csv
import io
import os
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import outloud
import page
import pydyf
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from dom import dom
from on_disk import KLEIN, REAL, copy, found, put, tree
from waw_site import pdf
from waw_site.cache import Cache
from waw_site.cijferlijst import KOP, cijferlijst, getal
from waw_site.papier import vellen
from waw_site.pdf.inkt import ink, on_paper
from waw_site.pdf.tags import _end_clearly
from waw_site.pdf.vel import Vel
from waw_site.waarde import Soort, Waarde

READ = found(REAL)
assert READ.dataset
VELLEN = {vel.pad: vel for vel in vellen(READ, Cache.none())}
EDITIES = [pad for pad, vel in VELLEN.items() if not vel.is_stuk]

# What a checker takes for a fault and is none; docs/decisions/pdf.md says why.
GEEN_FOUT = {"TBL-010", "ORD-001", "PAG-001"}


@cache
def made(pad: str) -> bytes:
    return pdf.make(VELLEN[pad])


def reader(pad: str) -> PdfReader:
    return PdfReader(io.BytesIO(made(pad)))


def words(pad: str) -> str:
    """All text, without what layout does to it: white space, hyphens at the end of a line."""
    text = "".join(sheet.extract_text() for sheet in reader(pad).pages)
    return squeezed(text)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


def tags(pad: str) -> Iterator[DictionaryObject]:
    """Every element of the tree of tags."""
    waiting = [reader(pad).root_object["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, list):
            waiting += element
        elif isinstance(element, dict):
            yield DictionaryObject(element)
            waiting += [element["/K"]] if "/K" in element else []


def test_every_edition_and_document_is_there() -> None:
    """Of each edition also one without stories, and of a document that tells one."""
    assert READ.dataset
    wanted = {f"monitor-{k}{tail}.pdf" for k in READ.editions for tail in ("", "-raadsversie")}
    for soort, stukken in READ.dataset.stukken().items():
        wanted |= {f"{soort}/{slug}.pdf" for slug in stukken}
    assert set(VELLEN) == wanted | {"terugblikken/zorgstart-raadsversie.pdf"}


@pytest.mark.parametrize("pad", VELLEN)
def test_is_archival_and_accessible(pad: str, tmp_path: Path) -> None:
    """Two checkers find nothing, in every pdf of the real programme."""
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(made(pad), profile=profile)
        assert [(f.rule_id, f.message) for f in report.failures] == []
    file = tmp_path / "x.pdf"
    file.write_bytes(made(pad))
    result = outloud.check(str(file))
    assert result.error is None
    running = " ".join(dom(VELLEN[pad].html).find("h1")[0].text().split())
    wrong = [f for f in result.findings if f.rule not in GEEN_FOUT]
    assert [f for f in wrong if (f.rule, f.evidence) != ("TAG-002", running)] == []


@pytest.mark.parametrize("pad", VELLEN)
def test_holds_every_figure_of_the_page(pad: str) -> None:
    text = words(pad)
    main = next(n for n in dom(VELLEN[pad].html).walk() if n.attributes.get("id") == "inhoud")
    shown = [squeezed(n.text()) for n in main.find("a", "waw-cijfer")]
    assert shown
    assert [figure for figure in shown if figure not in text] == []


@pytest.mark.parametrize("pad", VELLEN)
def test_figures_are_attached(pad: str) -> None:
    """As data of the document: one line for each figure, under the number that it bears."""
    wanted = VELLEN[pad].cijfers
    (file,) = [f for f in reader(pad).attachment_list if f.name.endswith(".csv")]
    assert file.content == wanted
    assert "/Data" in {
        str(o.get_object().get("/AFRelationship"))
        for o in reader(pad).root_object["/AF"]  # type: ignore[attr-defined]  # it is a list
    }
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    numbers = {n.attributes["data-c"] for n in dom(VELLEN[pad].html).find("a", "waw-cijfer")}
    assert tuple(rows[0]) == KOP
    assert {row[0] for row in rows[1:]} == numbers
    assert all(len(row) == len(KOP) for row in rows)


def test_numbers_of_the_list_are_numbers_to_a_sheet() -> None:
    """Euros with a comma, nothing between thousands; a figure that is not there keeps its sign."""
    figures = [
        Waarde(1146),
        Waarde(-3),
        Waarde(5045525, soort=Soort.EURO),
        Waarde(-5, soort=Soort.EURO),
        Waarde(None),
        Waarde(None, nvt=True),
    ]
    assert [getal(w) for w in figures] == [
        1146,
        -3,
        Decimal("50455.25"),
        Decimal("-0.05"),
        "–",
        "n.v.t.",
    ]
    assert cijferlijst(()).startswith(b"\xef\xbb\xbfnummer;naam;waarde;")


@pytest.mark.parametrize("pad", VELLEN)
def test_says_what_it_is(pad: str) -> None:
    """Language, title, author, bookmarks."""
    title = dom(VELLEN[pad].html).find("title")[0].text()
    root = reader(pad).root_object
    properties = reader(pad).metadata
    assert properties
    assert str(root["/Lang"]) == "nl"
    assert properties.title == title + VELLEN[pad].toevoeging
    assert properties.author == "Regio Gooi en Vechtstreek"
    headings = [n for n in dom(VELLEN[pad].html).walk() if n.tag in ("h1", "h2")]
    marks = [squeezed(str(o["/Title"])) for o in outline(reader(pad).outline)]
    assert marks[0] == squeezed(headings[0].text())
    assert len(marks) >= len(headings)


def outline(entries: list[Any]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield from outline(entry) if isinstance(entry, list) else [entry]


@pytest.mark.parametrize("pad", VELLEN)
def test_every_chart_is_told(pad: str) -> None:
    """By its title and what it shows; one drawing of each, and nothing of what is decoration."""
    charts = [
        f"{svg.find('title')[0].text()}. {svg.find('desc')[0].text()}"
        for svg in dom(VELLEN[pad].html).find("svg")
        if svg.attributes.get("role") == "img" and "waw-krap" not in svg.classes
    ]
    told = [str(tag["/Alt"]) for tag in tags(pad) if tag.get("/S") == "/Figure"]
    assert sorted(told) == sorted(charts)


def test_council_version_tells_no_story() -> None:
    assert READ.dataset
    stories = READ.dataset.verhalen.values()
    for pad in EDITIES:
        text = words(pad)
        told = [s.titel for s in stories if squeezed(s.titel) in text]
        assert bool(told) == ("raadsversie" not in pad and "2021" not in pad)


def test_story_without_consent_for_pdf_is_in_no_pdf() -> None:
    """Not hidden: the page that is printed does not have it."""
    assert READ.dataset
    slug, story = next((s, v) for s, v in READ.dataset.verhalen.items() if v.edities)
    consent = story.toestemming.model_copy(update={"pdf": False})
    changed = READ.dataset.verhalen | {slug: story.model_copy(update={"toestemming": consent})}
    sheets = vellen(replace(READ, dataset=replace(READ.dataset, verhalen=changed)), Cache.none())
    assert any(story.titel in vel.html for vel in VELLEN.values())
    assert [vel.pad for vel in sheets if story.titel in vel.html] == []


def run(site: Path, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    folders = [f"--{name}={site / name}" for name in ("data", "content")]
    return subprocess.run(
        [sys.executable, str(REAL / "build.py"), "pdf", *folders, *more],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_same_bytes_whatever_the_hash_seed_and_the_clock(tmp_path: Path) -> None:
    outs = [tmp_path / "een", tmp_path / "twee"]
    for seed, out in enumerate(outs):
        zone = ("UTC", "Pacific/Auckland")[seed]
        result = run(KLEIN, f"--out={out}", PYTHONHASHSEED=str(seed), TZ=zone)
        assert result.returncode == 0, result.stderr
    assert "pdf's" in result.stdout
    assert tree(outs[0]) == tree(outs[1])
    assert sum(name.endswith(".pdf") for name in tree(outs[0])) > 2


def test_wrong_input_changes_nothing(tmp_path: Path) -> None:
    """What stood there still stands, and the message says so."""
    site, out = copy(KLEIN, tmp_path), tmp_path / "pdf"
    put(out / ".waw-site", "")
    put(out / "oud.pdf", "oud")
    stand = site / "data/projecten/techniek/2024-Q2.yaml"
    put(stand, stand.read_text().replace("gestart:", "gestrat:"))
    result = run(site, f"--out={out}")
    assert (result.returncode, "Er is niets gebouwd." in result.stderr) == (1, True)
    assert tree(out) == {".waw-site": b"", "oud.pdf": b"oud"}


def test_folder_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path / "pdf/van-mij.txt", "x")
    result = run(KLEIN, f"--out={tmp_path / 'pdf'}")
    assert (result.returncode, "kies met --out" in " ".join(result.stderr.split())) == (2, True)


def test_says_what_to_install(tmp_path: Path) -> None:
    """Without WeasyPrint, and without the typefaces."""
    put(tmp_path / "weasyprint.py", "raise ImportError")
    without = run(KLEIN, f"--out={tmp_path / 'pdf'}", PYTHONPATH=str(tmp_path))
    assert (without.returncode, "Voer uit: make pdf" in without.stderr) == (2, True)
    put(tmp_path / "bin/fc-match", "#!/bin/sh\necho DejaVu Sans\n").chmod(0o755)
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    bare = run(KLEIN, f"--out={tmp_path / 'pdf'}", PATH=path)
    assert (bare.returncode, "fonts-liberation" in bare.stderr) == (2, True)
    assert not (tmp_path / "pdf").exists()


def inked(css: str, svg: str) -> dict[str, str]:
    """The attributes of the mark in *svg* under *css*."""
    import weasyprint

    html = weasyprint.HTML(string=f"<html><body class=a>{svg}</body></html>")
    ink(html.wrapper_element, on_paper(css))
    return dict(next(e for e in html.etree_element.iter() if e.get("id") == "m").attrib)


@pytest.mark.parametrize(
    ("css", "fill"),
    [
        (".x { fill: #010101 }", "#010101"),
        (":root { --k: #020202 } .a .x { fill: var(--k) }", "#020202"),
        (":root { --k: var(--l); --l: #030303 } .x { fill: var(--k) }", "#030303"),
        (".x { fill: var(--weg, #040404) }", "#040404"),
        (".x { fill: red } @media print { .x { fill: #050505 } }", "#050505"),
        (".x { fill: red } @media (min-width: 40rem), print { .x { fill: #060606 } }", "#060606"),
        (":root { --k: #070707 } @media (prefers-color-scheme: dark) { :root { --k: red } } "
         ".x { fill: var(--k) }", "#070707"),
        (":root { --k: red } :root { --k: #080808 } .x { fill: var(--k) }", "#080808"),
        (".x { fill: var(--nergens) }", "#999999"),
    ],
)  # fmt: skip
def test_charts_take_the_colours_of_the_stylesheet(css: str, fill: str) -> None:
    """Rules, custom properties and a theme reach the marks; a screen's do not."""
    mark = inked(css, '<svg><path id=m class=x fill="#999999" d="M0 0"></path></svg>')
    assert mark["fill"] == fill


def test_charts_inherit_and_letters_lose_their_halo() -> None:
    css = ".a { color: #010101 } text { stroke: red; paint-order: stroke; font-size: 1.5rem }"
    svg = "<svg><text id=m>x</text></svg>"
    assert inked(css, svg)["stroke"] == "none"
    assert inked(css, svg)["font-size"] == "24px"
    assert inked("", '<svg><text id=m paint-order="stroke">x</text></svg>')["stroke"] == "none"
    assert inked(css, "<svg id=m></svg>")["color"] == "#010101"


def test_sizes_that_follow_the_screen_are_the_smallest_on_paper() -> None:
    (rule,) = on_paper("h1 { font-size: clamp(2rem, 1rem + 3vw, 4rem); margin: 0 }")
    assert rule.serialize().replace(" ", "") == "h1{font-size:2rem;margin:0}"


def test_nothing_is_fetched() -> None:
    """A pdf is made of what is given; no address leads out."""
    vel = Vel("x.pdf", True, PAGE, ("@import url(http://voorbeeld.nl/x.css);",), {}, None, *MORE)
    assert pdf.make(vel).startswith(b"%PDF")


PAGE = '<html lang="nl"><head><title>x</title></head><body><main><h1>x</h1></main></body></html>'
MORE = (next(iter(VELLEN.values())).peil, "x")


@pytest.mark.parametrize("pad", EDITIES)
def test_no_link_leads_to_a_page_that_is_not_along(pad: str) -> None:
    """A pdf is mailed: what it leads to is in it, or has an address of its own."""
    links = [a.get_object() for p in reader(pad).pages for a in p.get("/Annots", [])]
    addresses = [str(link["/A"]["/URI"]) for link in links if "/A" in link]
    assert [a for a in addresses if not a.startswith(("http", "mailto:"))] == []
    assert all(str(link["/Contents"]).strip() for link in links)


def test_no_stream_ends_in_doubt() -> None:
    """One whose packed bytes end in a carriage return is written otherwise, and reads the same."""
    raw = next(raw for n in range(10**5) if zlib.adler32(raw := b"%d" % n) & 0xFF == 13)
    stream = pydyf.Stream([raw], compress=True)
    assert stream.data.endswith(b"\r\nendstream")
    _end_clearly(stream)
    assert not stream.data.endswith(b"\r\nendstream")
    assert zlib.decompress(bytes.fromhex(stream.stream[0].decode())) == raw


def test_another_try_is_as_good() -> None:
    made = pdf._make(VELLEN["voorstellen/voorstel-2021-03.pdf"], extra=2)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert page.validate_pdf_bytes(made, profile=profile).is_compliant
