"""What published sites give away of the figures that they hide; the sites are written by hand."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import inf
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from on_disk import KLEIN, REAL, found, make
from waw_site.audit import Kennis, Uitkomst, audit, verbergt
from waw_site.audit.eisen import Cel, opgave
from waw_site.audit.kennis import ALTIJD, Naam
from waw_site.audit.melding import lek, strijd
from waw_site.audit.oplosser import Eis, Stelsel, samenhang
from waw_site.audit.pagina import Gezegd, Rij, rijen
from waw_site.problem import Place, Problem

GEMEENTEN = {"blaricum": ALTIJD, "laren": ALTIJD, "weesp": ("", "2022-Q1"), "onbekend": ALTIJD}
KENNIS = Kennis(
    dimensies={
        "gemeente": GEMEENTEN,
        "geslacht": {"man": ALTIJD, "vrouw": ALTIJD},
    },
    oplopend=("gestart", "bemiddeld"),
    hoogstens={"bemiddeld": ("gestart",)},
    geen_aantal=("tevreden",),
    onderdelen={"zorg": ("zorg-a", "zorg-b")},
)
Term = tuple[str, str, str]  # a sign, a name, and what is shown


def number(shown: str) -> str:
    hidden = '<span aria-hidden="true">x</span><span class="waw-voorlezen">afgeschermd</span>'
    return f'<span class="waw-herkomst__getal">{hidden if shown == "x" else shown}</span>'


def row(
    name: str,
    shown: str,
    *,
    forms: Sequence[str] = (),
    rule: str = "",
    terms: Sequence[Term] = (),
    missing: bool = False,
    included: Sequence[tuple[str, str]] = (),
) -> str:
    """A row as templates/herkomst.html writes it."""
    value = (
        "Dit cijfer is <strong>afgeschermd</strong>"
        if shown == "x"
        else f"<strong>{shown}</strong>"
    )
    said = "".join(f" ook getoond als <q>{form}</q>" for form in forms)
    listed = "".join(
        f'<li data-cijfer="{n}">{sign} {number(s)} <span class="waw-herkomst__naam">n</span></li>'
        for sign, n, s in terms
    )
    made = f"<p>Zo gemaakt: {rule}.</p><ul>{listed}</ul>" if rule else ""
    lacking = "<p>Ontbreekt, want niet gemeld: P.</p>" if missing else ""
    within = "".join(f'<p data-cijfer="{n}">Hierin zit n: {number(s)}.</p>' for n, s in included)
    return (
        f'<li id="c1" data-cijfer="{name}"><h2><span class="waw-herkomst__nummer">1</span> N</h2>'
        f"<p>{value}{said}.</p><p><code>data/{name.partition(' ')[0]}.yaml:7</code></p>"
        f"{made}{lacking}{within}</li>"
    )


def site(*rows: str, page: str = "", path: str = "2024-Q2") -> dict[str, bytes]:
    numbered = (row.replace('"c1"', f'"c{n}"') for n, row in enumerate(rows, start=1))
    origins = f'<ol class="waw-herkomst">{"".join(numbered)}</ol>'
    return {
        f"{path}/index.html": page.encode(),
        f"{path}/herkomst/index.html": origins.encode(),
    }


def cells(figures: dict[str, str], quarter: str = "2024-Q2") -> list[str]:
    return [row(f"{name} in {quarter}", shown) for name, shown in figures.items()]


def leaks(files: dict[str, bytes], **zegels: dict[str, str]) -> dict[str, str]:
    """By name of a hidden figure what the audit says that it must be."""
    problems, _ = audit(files, KENNIS, {q.replace("_", "-"): z for q, z in zegels.items()})
    said = {}
    for problem in problems:
        match = re.match(
            r"Het afgeschermde cijfer “(.+)” is na te rekenen: het (.+)\.", problem.melding
        )
        assert match, problem
        said[match[1].removesuffix(" in 2024-Q2")] = match[2]
    return said


def only(files: dict[str, bytes], **zegels: dict[str, str]) -> Problem:
    (problem,), _ = audit(files, KENNIS, {q.replace("_", "-"): z for q, z in zegels.items()})
    return problem


ONE = {"zorg.gestart": "20", "zorg.gestart.geslacht.man": "12", "zorg.gestart.geslacht.vrouw": "x"}


def test_one_hidden_part_is_the_rest_of_its_total() -> None:
    """It says which figure, what it is, and by which figures, with the line of the input."""
    problem = only(site(*cells(ONE)))
    assert problem.place == Place("data/zorg.gestart.geslacht.vrouw.yaml", 7)
    assert problem.melding == (
        "Het afgeschermde cijfer “zorg.gestart.geslacht.vrouw in 2024-Q2” is na te rekenen: "
        "het is 8."
    )
    page = "2024-Q2/herkomst/index.html"
    assert problem.hint == (
        "Het lekt door geslacht telt op tot zorg.gestart in 2024-Q2: "
        f"“zorg.gestart.geslacht.man in 2024-Q2” is 12 ({page}#c2), "
        f"“zorg.gestart in 2024-Q2” is 20 ({page}#c1). "
        "Scherm meer cijfers af, of haal een van deze getallen weg."
    )


def test_nothing_hidden_costs_nothing() -> None:
    files = site(*cells({**ONE, "zorg.gestart.geslacht.vrouw": "8"}))
    assert not verbergt(files)
    assert audit(files, KENNIS, {}) == ((), Uitkomst())


def test_two_hidden_parts_with_room() -> None:
    """And what was looked at is counted."""
    hidden = {**ONE, "zorg.gestart.geslacht.man": "x"}
    problems, outcome = audit(site(*cells(hidden)), KENNIS, {})
    assert problems == ()
    assert outcome == Uitkomst(cellen=2, verborgen=2, groepen=1, eisen=1, krapst=20, midden=20)


def test_two_small_parts_of_a_small_total() -> None:
    """x + y = 3 leaves each of them within 0 and 3."""
    hidden = {**ONE, "zorg.gestart": "3", "zorg.gestart.geslacht.man": "x"}
    assert leaks(site(*cells(hidden))) == {
        "zorg.gestart.geslacht.man": "ligt tussen 0 en 3",
        "zorg.gestart.geslacht.vrouw": "ligt tussen 0 en 3",
    }


def test_the_width_is_that_of_the_policy() -> None:
    hidden = {**ONE, "zorg.gestart": "3", "zorg.gestart.geslacht.man": "x"}
    assert audit(site(*cells(hidden)), Kennis(KENNIS.dimensies, breedte=3), {})[0] == ()


def test_a_breakdown_without_all_its_parts_is_only_a_limit() -> None:
    part = {"zorg.gestart": "20", "zorg.gestart.gemeente.laren": "x"}
    assert leaks(site(*cells(part))) == {}
    assert leaks(site(*cells({**part, "zorg.gestart": "4"}))) == {
        "zorg.gestart.gemeente.laren": "ligt tussen 0 en 4"
    }


@pytest.mark.parametrize(("quarter", "full"), [("2022-Q1", False), ("2022-Q2", True)])
def test_parts_come_and_go(quarter: str, full: bool) -> None:
    """Without Weesp the breakdown is complete only once it had left; onbekend counts as a part."""
    figures = {
        "zorg.gestart": "20",
        "zorg.gestart.gemeente.blaricum": "x",
        "zorg.gestart.gemeente.laren": "9",
        "zorg.gestart.gemeente.onbekend": "3",
    }
    problems, _ = audit(site(*cells(figures, quarter)), KENNIS, {})
    assert [p.melding.endswith("het is 8.") for p in problems] == [True] * full


TABLE = {  # by municipality and sex, with both margins
    "p.gestart": "60",
    "p.gestart.gemeente.laren": "30",
    "p.gestart.gemeente.blaricum": "30",
    "p.gestart.geslacht.man": "30",
    "p.gestart.geslacht.vrouw": "30",
    "p.gestart.gemeente.laren.geslacht.man": "x",
    "p.gestart.gemeente.laren.geslacht.vrouw": "x",
    "p.gestart.geslacht.man.gemeente.blaricum": "x",  # the pairs in another order
    "p.gestart.gemeente.blaricum.geslacht.vrouw": "x",
}


def test_a_table_of_two_dimensions() -> None:
    """Four hidden cells keep each other hidden; three do not."""
    assert leaks(site(*cells(TABLE))) == {}
    known = {**TABLE, "p.gestart.gemeente.laren.geslacht.man": "12"}
    assert leaks(site(*cells(known))) == {
        "p.gestart.gemeente.laren.geslacht.vrouw": "is 18",
        "p.gestart.gemeente.blaricum.geslacht.man": "is 18",
        "p.gestart.gemeente.blaricum.geslacht.vrouw": "is 12",
    }


def test_a_table_without_its_total_still_has_one() -> None:
    """The columns add up to what the rows add up to, whether that is published or not."""
    table = {k: v for k, v in TABLE.items() if k != "p.gestart"}
    assert leaks(site(*cells({**table, "p.gestart.geslacht.man": "x"}))) == {
        "p.gestart.geslacht.man": "is 30"
    }


def test_growth_since_the_last_edition() -> None:
    """A quarter minus the one before gives away what either hides."""
    terms = [("", "a.gestart in 2024-Q2", "x"), ("−", "a.gestart in 2023-Q4", "40")]
    grown = row("a.gestart.groei in 2024-Q2", "7", rule="afgetrokken", terms=terms)
    assert leaks(site(grown)) == {"a.gestart": "is 47"}


def test_what_only_rises_lies_between_before_and_after() -> None:
    series = [
        row("a.gestart in 2023-Q4", "40"),
        row("a.gestart in 2024-Q1", "x"),
        row("a.gestart in 2024-Q2", "43"),
    ]
    problem = only(site(*series))
    assert problem.melding.endswith("het ligt tussen 40 en 43.")
    assert problem.hint.count("a.gestart daalt niet") == 2


def test_what_was_published_as_falling_may_fall() -> None:
    """Over a quarter in which the published figures fell, nothing is known of the hidden one."""
    series = [
        row("a.gestart in 2023-Q4", "40"),
        row("a.gestart in 2024-Q1", "x"),
        row("a.gestart in 2024-Q2", "38"),
    ]
    assert audit(site(*series), KENNIS, {})[0] == ()


@pytest.mark.parametrize(("whole", "percent", "found"), [("20", "25", "is 5"), ("900", "3", None)])
def test_a_percentage_gives_a_small_part_away(whole: str, percent: str, found: str | None) -> None:
    terms = [("", "a.gestart in 2024-Q2", "x"), ("÷", "a.gestart.doel", whole)]
    share = row(
        "a.procent", f"{percent} procent", rule="gedeeld, naar beneden afgerond", terms=terms
    )
    assert leaks(site(share)) == ({"a.gestart": found} if found else {})


@pytest.mark.parametrize(
    ("words", "found"),
    [("bijna 10", "is 9"), ("meer dan 12", "ligt tussen 13 en 15"), ("ruim 400", None)],
)
def test_a_rounded_word_in_prose(words: str, found: str | None) -> None:
    """A reader concludes what the word promises."""
    files = site(row("a.gestart in 2024-Q2", "x", forms=[words]))
    assert leaks(files) == ({"a.gestart": found} if found else {})


def test_words_that_cannot_be_read_are_told() -> None:
    files = site(row("a.gestart in 2024-Q2", "x", forms=["de helft van de groep"]))
    assert "begrijpt de controle de woorden “de helft van de groep” niet" in only(files).melding


def test_a_rule_that_cannot_be_read_is_told() -> None:
    terms = [("", "a.gestart in 2024-Q2", "x")]
    files = site(row("a.anders in 2024-Q2", "12", rule="evenredig met de tijd", terms=terms))
    assert "begrijpt de controle de regel “evenredig met de tijd” niet" in only(files).melding


def test_a_rounded_total_leaves_room_within_its_word() -> None:
    """`ruim 380` of a source is 381 up to 418."""
    figures = {**ONE, "zorg.gestart": "ruim 380", "zorg.gestart.geslacht.man": "300"}
    _, outcome = audit(site(*cells(figures)), KENNIS, {})
    assert outcome.krapst == 37
    narrow = {**figures, "zorg.gestart": "ruim 20", "zorg.gestart.geslacht.man": "15"}
    assert leaks(site(*cells(narrow))) == {"zorg.gestart.geslacht.vrouw": "ligt tussen 6 en 7"}


def test_a_sum_of_rounded_numbers_adds_the_numbers() -> None:
    """`ruim 400`, made of `ruim 380` and a hidden figure: it is 20, whatever the words promise."""
    terms = [("", "a.gestart in 2024-Q2", "ruim 380"), ("+", "b.gestart in 2024-Q2", "x")]
    files = site(row("rubriek.r.gestart in 2024-Q2", "ruim 400", rule="opgeteld", terms=terms))
    assert leaks(files) == {"b.gestart": "is 20"}


def test_what_is_made_of_rounded_numbers_contradicts_nothing() -> None:
    """A hidden sum is the sum of the numbers; a rounded difference says nothing of its own."""
    terms = [("", "a.gestart in 2024-Q2", "ruim 380"), ("+", "b.gestart in 2024-Q2", "20")]
    hidden = row("gestart.opgeteld in 2024-Q2", "x", rule="opgeteld", terms=terms)
    assert leaks(site(row("a.gestart in 2024-Q2", "ruim 380"), hidden)) == {
        "gestart.opgeteld": "is 400"
    }
    parts = cells({"gestart.geslacht.man": "300", "gestart.geslacht.vrouw": "118"})
    assert leaks(site(hidden, *parts)) == {"gestart.opgeteld": "is 400"}
    less = [("", "a.gestart in 2024-Q2", "ruim 450"), ("−", "a.gestart in 2023-Q4", "380")]
    files = site(
        row("a.gestart.groei in 2024-Q2", "ruim 70", rule="afgetrokken", terms=less),
        *cells({"a.gestart.geslacht.man": "380", "a.gestart.geslacht.vrouw": "x"}),
    )
    _, outcome = audit(files, KENNIS, {})
    assert outcome.krapst == 495 - 451


def test_a_seal_of_what_is_no_longer_published() -> None:
    """It is known all the same."""
    files = site(*cells({k: v for k, v in ONE.items() if k != "zorg.gestart"}))
    assert leaks(files) == {}
    sealed = {"zorg.gestart in 2024-Q2": "20"}
    assert leaks(files, **{"2024_Q2": sealed}) == {"zorg.gestart.geslacht.vrouw": "is 8"}


def test_a_sum_that_lacks_reports_is_the_sum_of_those_it_has() -> None:
    terms = [("", "a.gestart in 2024-Q2", "12"), ("+", "b.gestart in 2024-Q2", "x")]
    total = row(
        "gestart.opgeteld in 2024-Q2", "minstens 20", rule="opgeteld", terms=terms, missing=True
    )
    assert leaks(site(total)) == {"b.gestart": "is 8"}


def test_another_page_that_shows_it() -> None:
    """The same name is the same figure, on whatever page."""
    shown = site(row("a.gestart in 2024-Q2", "3"), path="projecten/a")
    assert leaks(site(row("a.gestart in 2024-Q2", "x")) | shown) == {"a.gestart": "is 3"}


def test_a_sealed_edition_that_said_more() -> None:
    hidden = site(row("a.gestart in 2024-Q2", "x"))
    assert leaks(hidden, **{"2024_Q2": {"a.gestart in 2024-Q2": "3"}}) == {"a.gestart": "is 3"}
    assert "zegel van 2024-Q2" in only(hidden, **{"2024_Q2": {"a.gestart in 2024-Q2": "3"}}).hint
    assert leaks(hidden, **{"2024_Q2": {"a.gestart in 2024-Q2": "x"}}) == {}


def test_an_erratum_is_another_figure() -> None:
    """The total was mended from 30 to 20: no contradiction, and the old one is kept apart."""
    now = {**ONE, "zorg.gestart.geslacht.man": "x"}
    before = {f"{k} in 2024-Q2": v for k, v in {**now, "zorg.gestart": "30"}.items()}
    problems, outcome = audit(site(*cells(now)), KENNIS, {"2024-Q2": before})
    assert problems == ()
    assert (outcome.verborgen, outcome.groepen) == (4, 2)


def test_an_erratum_whose_old_edition_gives_it_away() -> None:
    """What the old edition hid beside the old total must be hidden well there too."""
    now = {**ONE, "zorg.gestart.geslacht.man": "x"}
    before = {f"{k} in 2024-Q2": v for k, v in {**now, "zorg.gestart": "3"}.items()}
    problems, _ = audit(site(*cells(now)), KENNIS, {"2024-Q2": before})
    assert len(problems) == 2
    assert all("volgens het zegel van 2024-Q2” is na te rekenen" in p.melding for p in problems)


def test_not_more_than_another_figure() -> None:
    """`bemiddeld` is not more than `gestart`, for figures and for cells."""
    assert leaks(site(*cells({"a.gestart": "4", "a.bemiddeld": "x"}))) == {
        "a.bemiddeld": "ligt tussen 0 en 4"
    }
    few = {"a.gestart.geslacht.man": "2", "a.bemiddeld.geslacht.man": "x"}
    assert leaks(site(*cells(few))) == {"a.bemiddeld.geslacht.man": "ligt tussen 0 en 2"}


def sum_of(name: str, shown: str, terms: dict[str, str]) -> str:
    made = [("+", f"{n} in 2024-Q2", s) for n, s in terms.items()]
    return row(f"{name} in 2024-Q2", shown, rule="opgeteld", terms=made)


def test_over_the_hierarchy() -> None:
    """A project is what its category leaves, a category what the programme leaves."""
    files = site(
        sum_of("rubriek.r.gestart", "x", {"a.gestart": "x", "b.gestart": "30"}),
        sum_of("rubriek.s.gestart", "50", {"c.gestart": "20", "d.gestart": "30"}),
        sum_of("gestart.opgeteld", "84", {"a": "x", "b": "30", "c": "20", "d": "30"}),
        sum_of("gestart.opgeteld", "84", {"rubriek.r.gestart": "x", "rubriek.s.gestart": "50"}),
    )
    assert leaks(files)["rubriek.r.gestart"] == "is 34"
    assert leaks(files)["a.gestart"] == "is 4"


def test_cells_of_the_programme_add_up_to_its_sum() -> None:
    figures = {
        "gestart.opgeteld": "20",
        "gestart.geslacht.man": "12",
        "gestart.geslacht.vrouw": "x",
    }
    assert leaks(site(*cells(figures))) == {"gestart.geslacht.vrouw": "is 8"}


def test_a_whole_and_the_parts_in_it() -> None:
    """All parts of a whole are the whole; some of them are not more."""
    parts = [("zorg-a.gestart in 2024-Q2", "4"), ("zorg-b.gestart in 2024-Q2", "x")]
    whole = row("zorg.gestart in 2024-Q2", "9", included=parts)
    assert leaks(site(whole)) == {"zorg-b.gestart": "is 5"}
    some = row("anders.gestart in 2024-Q2", "9", included=parts)
    assert audit(site(some), KENNIS, {})[1].krapst == 5


def test_what_contradicts_is_told() -> None:
    """With the smallest set that cannot be true, and nothing of what is beside it."""
    figures = {**ONE, "zorg.gestart": "5", "zorg.bemiddeld": "3"}
    problem = only(site(*cells(figures)))
    assert problem.melding.endswith(
        "“zorg.gestart.geslacht.vrouw in 2024-Q2” spreken elkaar tegen."
    )
    assert "is 12" in problem.hint
    assert "is 5" in problem.hint
    assert "bemiddeld" not in problem.hint


def test_the_smallest_set_leaves_out_what_is_not_needed() -> None:
    """Of a whole table only the row is named that gives the cell away."""
    known = {**TABLE, "p.gestart.gemeente.laren.geslacht.man": "12"}
    problems, _ = audit(site(*cells(known)), KENNIS, {})
    hint = next(p.hint for p in problems if "laren.geslacht.vrouw" in p.melding)
    assert hint.count("telt op tot") == 1
    assert "blaricum" not in hint


def test_percentages_are_no_counts() -> None:
    """A hidden percentage is left out, and so is what is made of it."""
    terms = [("", "a.tevreden in 2024-Q2", "x"), ("−", "a.tevreden in 2023-Q4", "80 procent")]
    grown = row("a.tevreden.groei in 2024-Q2", "3 procent", rule="afgetrokken", terms=terms)
    assert audit(site(row("a.tevreden in 2024-Q2", "x"), grown), KENNIS, {})[0] == ()


CHART = """<svg role="img"><title>Gestart</title><desc>Tot en met juni 2024: {} inwoners.</desc>
<text class="waw-as-tekst">500</text><text>{}</text></svg><img alt="{}">"""
BOTH = [row("a.gestart in 2024-Q2", "x"), row("b.gestart in 2024-Q2", "1.234")]


def test_a_number_in_a_chart_belongs_to_a_figure() -> None:
    """Not those on its axis, and no dates; and only where a page hides something."""
    fine = CHART.format("1.234", "1.234", "Foto van 25 maart 2021")
    assert audit(site(*BOTH, page=fine), KENNIS, {})[0] == ()
    wrong = CHART.format("1.234 en 7", "8", "Drie mensen, 9 banen")
    said = [p.melding for p in audit(site(*BOTH, page=wrong), KENNIS, {})[0]]
    assert [re.findall("“(.+)”", s) for s in said] == [["7"], ["8"], ["9"], ["Drie"]]
    assert audit(site(BOTH[1], page=wrong) | site(path="elders"), KENNIS, {})[0] == ()


def test_a_bare_number_in_the_text() -> None:
    """On a page that hides a figure every number leads to its row, or is a date or a name."""
    page = '<p>Op 3 mei <a class="waw-cijfer">1.234</a> inwoners{}.</p>'
    assert audit(site(*BOTH, page=page.format("")), KENNIS, {})[0] == ()
    problem = only(site(*BOTH, page=page.format(", onder wie 3 vrouwen")))
    assert problem.melding == "Het getal “3” hoort bij geen cijfer van de pagina."
    assert problem.place == Place("2024-Q2/index.html")


def test_a_sum_that_keeps_silent_about_a_term() -> None:
    """What it is made of does not add up: something is in it that is not told."""
    total = sum_of("gestart.opgeteld", "20", {"b.gestart": "12", "c.gestart": "5"})
    files = site(total, BOTH[0])
    assert "wat er in de som ontbreekt" in only(files).melding


def test_a_number_in_a_data_file_belongs_to_a_figure() -> None:
    """Of a table with a column of values only these: not its numbers of lines."""
    files = site(*BOTH) | {"data/a.csv": b"nr;waarde\r\n77;x\r\n78;1234\r\n79;56\r\n"}
    assert only(files).place == Place("data/a.csv", 4)
    files = site(*BOTH) | {"data/a.json": b'{"a": 1234,\n"b": 56}'}
    assert only(files).place == Place("data/a.json", 2)


def test_a_name_in_parts() -> None:
    name = Naam.lees("rubriek.r.gestart.geslacht.man.gemeente.laren in 2024-Q2", KENNIS)
    assert str(name) == "rubriek.r.gestart.gemeente.laren.geslacht.man in 2024-Q2"
    assert name.zonder("gemeente") == Naam.lees("rubriek.r.gestart.geslacht.man in 2024-Q2", KENNIS)


def fits(eisen: Sequence[Eis], names: Sequence[str], most: int) -> Iterator[dict[str, int]]:
    """Every way in which whole numbers up to *most* satisfy *eisen*, by trying all."""
    for numbers in product(range(most + 1), repeat=len(names)):
        made = dict(zip(names, numbers, strict=True))
        sums = (sum(factor * made[n] for factor, n in eis.termen) for eis in eisen)
        if all(e.laag <= s <= e.hoog for e, s in zip(eisen, sums, strict=True)):
            yield made


MOST = 6
NAMES = "abcd"
FREE = Eis(tuple((1, name) for name in NAMES), 0, inf, "", ())  # so that each name is known
LIMITS = [Eis(((1, name),), 0, MOST, "", ()) for name in NAMES]
terms = st.dictionaries(st.sampled_from(NAMES), st.integers(-3, 3).filter(bool), min_size=1)
eisen = st.builds(
    lambda t, low, room: Eis(tuple((c, n) for n, c in t.items()), low, low + room, "", ()),
    terms,
    st.integers(-8, 12),
    st.integers(0, 4),
)


@settings(max_examples=150)
@given(st.lists(eisen, max_size=4))
def test_the_solver_finds_what_trying_all_finds(some: list[Eis]) -> None:
    """The smallest and the largest of each figure; or that nothing fits."""
    every = list(fits(some, NAMES, MOST))
    system = Stelsel([*LIMITS, *some], frozenset())
    for name in NAMES:
        tried = [made[name] for made in every]
        assert system.grenzen(name) == ((min(tried), max(tried)) if tried else None)
    assert system.past() is bool(every)


def test_the_solver_is_silent() -> None:
    """In a process of its own, as it would greet only once."""
    said = "from waw_site.audit.oplosser import Eis, Stelsel\n" + (
        "print(Stelsel([Eis(((2, 'a'),), 3, 9, '', ())], frozenset()).grenzen('a'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", said],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(REAL / "src")},
    )
    assert (ran.stdout, ran.stderr) == ("(2, 4)\n", "")


def told(problem: Problem, some: Sequence[Eis]) -> list[Eis]:
    """The constraints that a message names."""
    names = re.findall(r"eis \d+", problem.hint)
    return [eis for eis in some if eis.regel in names]


@settings(max_examples=150)
@given(st.lists(eisen, min_size=1, max_size=4))
def test_the_set_that_is_told_is_enough_and_the_smallest(some: list[Eis]) -> None:
    """It alone gives the figure away, or contradicts; without any one of it no longer so."""
    named = [replace(e, regel=f"eis {n}") for n, e in enumerate([*LIMITS, *some])]
    cel = Cel("a", Place("p"))
    room = Stelsel(named, frozenset()).grenzen("a")
    if room is None:
        near = next(g for g in samenhang(named) if not Stelsel(g, frozenset()).past())
        cel = Cel(near[0].termen[0][1], Place("p"))
        guilty = told(strijd(cel, near, frozenset()), named)
    else:
        guilty = told(lek(cel, room, named, frozenset()), named)

    def seen(of: Sequence[Eis]) -> tuple[int, int] | None:
        return Stelsel([*of, FREE], frozenset()).grenzen(cel.naam)

    assert seen(guilty) == room
    for n in range(len(guilty)):
        assert seen([*guilty[:n], *guilty[n + 1 :]]) != room


MARGINS = {
    "p.gestart": (0, 1, 2, 3),
    "p.gestart.gemeente.laren": (0, 1),
    "p.gestart.gemeente.blaricum": (2, 3),
    "p.gestart.geslacht.man": (0, 2),
    "p.gestart.geslacht.vrouw": (1, 3),
}
CELLS = [name for name in TABLE if name not in MARGINS]
EVERY = np.array(list(product(range(9), repeat=4)))  # a total is 8 at most, so is every cell
EVERY = np.hstack([EVERY, *(EVERY[:, of].sum(axis=1, keepdims=True) for of in MARGINS.values())])


@settings(max_examples=150)
@given(
    st.lists(st.integers(0, 2), min_size=4, max_size=4),
    st.sets(st.integers(0, 8), min_size=1),
)
def test_a_table_leaks_what_trying_all_finds(numbers: list[int], hidden: set[int]) -> None:
    """Of a small table with margins, each cell that has too little room is told with its room."""
    true = [*numbers, *(sum(numbers[n] for n in of) for of in MARGINS.values())]
    names = [Naam.lees(f"{n} in 2024-Q2", KENNIS) for n in (*CELLS, *MARGINS)]
    known = [n for n in range(len(true)) if n not in hidden]
    ways = EVERY[(EVERY[:, known] == np.array(true)[known]).all(axis=1)]
    expected = {}
    for n in hidden:
        low, high = ways[:, n].min(), ways[:, n].max()
        if high - low < 5:
            name = str(names[n]).removesuffix(" in 2024-Q2")
            expected[name] = f"is {low}" if low == high else f"ligt tussen {low} en {high}"
    shown = {str(name): "x" if n in hidden else str(true[n]) for n, name in enumerate(names)}
    assert leaks(site(*(row(name, text) for name, text in shown.items()))) == expected


@pytest.mark.parametrize("source", [KLEIN, REAL], ids=["klein", "echt"])
def test_no_false_alarm_on_the_charts_of_a_real_site(source: Path, tmp_path: Path) -> None:
    """With a hidden figure on each page, every number beside the figures is still explained."""
    dataset = found(source).dataset
    assert dataset
    more = row("verzonnen in 2024-Q2", "x").replace('"c1"', '"c0"')
    files = {
        path: content.replace(b"</ol>", f"{more}</ol>".encode())
        if path.endswith("herkomst/index.html")
        else content
        for path, content in make(source, tmp_path / "site").items()
    }
    problems, outcome = audit(files, Kennis(namen=tuple(dataset.namen())), {})
    assert (problems, outcome.verborgen) == ((), 1)


def test_one_figure_of_a_real_site_hidden_by_hand(tmp_path: Path) -> None:
    """Hidden in one row only, it is given away by all others that state it."""
    name = "koken.gestart in 2023-Q4"
    files = make(KLEIN, tmp_path / "site")
    path = "projecten/koken/herkomst/index.html"
    there = re.compile(rf'(data-cijfer="{name}">.*?)<strong>25</strong>', re.DOTALL)
    text, times = there.subn(r"\1<strong>afgeschermd</strong>", files[path].decode())
    assert times == 1
    problems, _ = audit({**files, path: text.encode()}, Kennis(), {})
    melding = f"Het afgeschermde cijfer “{name}” is na te rekenen: het is 25."
    assert melding in [problem.melding for problem in problems]


@pytest.mark.parametrize("source", [KLEIN, REAL], ids=["klein", "echt"])
def test_hiding_any_figure_leads_to_no_contradiction(source: Path, tmp_path: Path) -> None:
    """Hidden wherever it stands, each in turn: what remains of a site can all be true."""
    read = found(source).dataset
    assert read
    kennis = Kennis(
        oplopend=tuple(
            name for name, i in read.programma.indicatoren.items() if i.telling == "oplopend"
        ),
        hoogstens={name: i.hoogstens for name, i in read.programma.indicatoren.items()},
        onderdelen={slug: project.onderdelen for slug, project in read.projecten.items()},
    )
    files = make(source, tmp_path / "site")
    rows = [r for p, c in files.items() if p.endswith("herkomst/index.html") for r in rijen(p, c)]
    names = {said.naam for r in rows for said in (r.cijfer, *(term for _, term in r.termen))}
    for name in sorted(names)[:: 1 if source is KLEIN else 7]:
        asked = opgave([hide(r, name) for r in rows], kennis, {})
        for group in samenhang(asked.eisen):
            if any(name == n for eis in group for _, n in eis.termen):
                assert Stelsel(group, asked.vrij).past(), name


def hide(rij: Rij, name: str) -> Rij:
    """The same row, with figures of that name as they look when hidden."""

    def seen(said: Gezegd) -> Gezegd:
        return Gezegd(said.naam, "x") if said.naam == name else said

    return replace(
        rij,
        cijfer=seen(rij.cijfer),
        vormen=() if rij.cijfer.naam == name else rij.vormen,
        termen=tuple((sign, seen(term)) for sign, term in rij.termen),
        meegeteld=tuple(seen(part) for part in rij.meegeteld),
    )
