"""Abbreviations are written out once, words of the trade linked once, and nothing breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dom import dom
from waw_site.afkortingen import Voluit, onbekend
from waw_site.model import Afkorting

KNOWN = {
    "RMT": Afkorting(voluit="Regionaal Mobiliteitsteam"),
    "O&O": Afkorting(voluit="opleiding & ontwikkeling"),
    "MBO": Afkorting(voluit="middelbaar beroepsonderwijs"),
    "XSS": Afkorting(voluit="<script>alert(1)</script>"),
    "traject": Afkorting(uitleg="Wat iemand volgt.", ook=("trajecten",)),
}


def voluit() -> Voluit:
    return Voluit(KNOWN, ("MBO College",), "../begrippen/index.html")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Het RMT helpt, en het RMT betaalt.",
            "Het Regionaal Mobiliteitsteam (RMT) helpt, en het RMT betaalt.",
        ),
        ("De RMT-dienst.", "De RMT-dienst (RMT: Regionaal Mobiliteitsteam)."),
        (
            "Het Regionaal Mobiliteitsteam (RMT) en het RMT.",
            "Het Regionaal Mobiliteitsteam (RMT) en het RMT.",
        ),
        ("Het MBO College.", "Het MBO College."),
        ("ARMT en RMTs blijven.", "ARMT en RMTs blijven."),
    ],
)
def test_first_use_is_written_out(text: str, written: str) -> None:
    assert voluit().tekst(text) == written


def test_a_page_writes_out_once_in_all_its_texts() -> None:
    page = voluit()
    assert page.html("<p>Het RMT.</p>") == "<p>Het Regionaal Mobiliteitsteam (RMT).</p>"
    assert page.html("<p>Het RMT.</p>") == "<p>Het RMT.</p>"


def test_headings_links_and_addresses_stay_as_they_are() -> None:
    html = '<h2>RMT</h2><p><a href="https://a.example/RMT">RMT</a> <code>RMT</code></p>'
    assert voluit().html(html) == html


def test_what_is_written_out_is_text() -> None:
    """Neither markup in an explanation nor an ampersand in a word comes through as HTML."""
    made = voluit().html("<p>De XSS en O&amp;O.</p>")
    assert "<script>" not in made
    assert "opleiding &amp; ontwikkeling (O&amp;O)" in made


def test_words_of_the_trade_lead_to_the_glossary_once() -> None:
    made = dom(voluit().html("<p>Een traject. Twee trajecten.</p>"))
    assert [a.attributes["href"] for a in made.find("a")] == ["../begrippen/index.html#traject"]


@given(st.text(alphabet="RMTO&XS trajec<>-()", max_size=80))
def test_text_stays_text(text: str) -> None:
    from html import escape

    made = dom(f"<p>{voluit().html(escape(text))}</p>")
    assert {n.tag for n in made.walk()} <= {"", "p", "a"}


def test_unknown_capitals_are_found() -> None:
    text = "De VNG en het RMT, in Q2, met A1 en B&W."
    assert [name for _, name in onbekend(text, KNOWN)] == ["VNG", "A1", "B&W"]
