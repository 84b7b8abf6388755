"""A programme in English: its notation, and the numbers and claims in its texts."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site import notation
from waw_site.belofte import voorstel
from waw_site.bewering import UntrueError, bewering, buitenom
from waw_site.breuk import woorden
from waw_site.catalogus import catalogue, spreek
from waw_site.getallen import getallen, kale_getallen, maanden
from waw_site.koers import Koers
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Kwalificatie, Oordeel
from waw_site.waarde import Soort, Waarde
from waw_site.zin import tekst

Q2 = Kwartaal(2024, 2)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with spreek(catalogue("en")):
        yield


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (lambda: notation.getal(-1234567), "−1,234,567"),
        (lambda: notation.euro(5045525), "50,455.25"),
        (lambda: notation.tienden(18), "1.8"),
        (lambda: notation.waarde(Waarde(5045500, soort=Soort.EURO)), "€50,455"),
        (lambda: notation.waarde(Waarde(87, soort=Soort.PROCENT)), "87 per cent"),
        (lambda: notation.waarde(Waarde(460, Kwalificatie.RUIM)), "over 460"),
        (lambda: notation.waarde(Waarde(None, nvt=True)), "n/a"),
        (lambda: notation.kwartaal(Q2), "second quarter of 2024"),
        (lambda: notation.zonder_jaar(Q2), "second quarter"),
        (lambda: notation.tot_en_met(Q2), "up to the end of June 2024"),
        (lambda: notation.einde(Kwartaal(2024, 4)), "end of 2024"),
        (lambda: notation.datum(Datum.parse("2021-03-25")), "25 March 2021"),
        (lambda: notation.opsomming(["a", "b", "c"]), "a, b and c"),
        (lambda: notation.telwoord(3), "three"),
        (lambda: notation.ruwe_duur(21), "over a year and a half"),
    ],
)
def test_notation(said: object, text: str) -> None:
    assert callable(said)
    assert said() == text


@given(st.integers(1, 600))
def test_a_time_is_read_as_it_is_written(months: int) -> None:
    with spreek(catalogue("en")):
        assert maanden(notation.duur(months)) == months


@given(st.integers(0, 10**9))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    with spreek(catalogue("en")):
        assert [g.waarde for g in getallen(notation.getal(number))] == [number]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Some 1,146 people began, 10% more.", [1146, 10]),
        ("Two of the five, or twenty-five.", [2, 5, 25]),
        ("three hundred and forty-two, a hundred, two thousand", [342, 100, 2000]),
        ("€1.3 million and 12 companies", [1_300_000, 12]),
        ("half of them, twice as many", [None, None]),
        ("2024 participants and 40people", [2024, 40]),
    ],
)
def test_figures_are_seen(text: str, numbers: list[int | None]) -> None:
    assert [g.waarde for g in kale_getallen(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "On 16 March 2022, 1st of January, March 3, 2023 and 16/03/2022.",
        "In 2024 it starts. 2024 is the last year, from 2022-2026.",
        "In 2024-Q2, Q3 and the second quarter of 2024; the first half of 2024",
        "At 10:30, 9.30 am, 5 pm, half past nine, 24/7.",
        "See page 12, chapter 3, annex 2 and version 1.2.3; level 2.",
        "The 1990s, ’22 and Windows 11.",
        "“There are 5 of us”, ‘with 6’ and the people’s choice.",
        "Mail info40@example.org or see https://example.org/2/40.",
        "The 2nd and the 20th; one project, first, third.",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert [g.tekst for g in kale_getallen(text)] == []


@pytest.mark.parametrize(
    ("sealed", "text"),
    [
        ("bijna 1460", "nearly 1,460"),
        (1460, "1,460"),
        ("50455.25 euro", "€50,455.25"),
        ("op koers", "on track"),
        ("n.v.t.", "n/a"),
        (None, "not reported"),
    ],
)
def test_what_a_seal_says_is_shown_in_english(sealed: int | str | None, text: str) -> None:
    assert woorden(sealed) == text


def test_words_are_held_against_figures() -> None:
    assert tekst(bewering("nearly 460", [Waarde(457)])) == "nearly 460"
    assert tekst(bewering("5 of the 12", [Waarde(5), Waarde(12)])) == "5 of the 12"
    assert tekst(bewering("not on track", [Koers(Oordeel.ACHTER)])) == "not on track"
    assert voorstel(Kwalificatie.MINSTENS, Waarde(1234)) == "at least 1,000"


@pytest.mark.parametrize(
    ("words", "figure", "hint"),
    [
        ("over 460", Waarde(457), "Schrijf “over 450”."),
        ("1,200", Waarde(1234), "Schrijf “1,234”."),
        ("12 per cent", Waarde(12), ""),
    ],
)
def test_words_that_are_not_true_are_refused(words: str, figure: Waarde, hint: str) -> None:
    with pytest.raises(UntrueError) as refused:
        bewering(words, [figure])
    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("There were nearly ", " people.", "nearly"),
        ("It was more than ", ".", "more than"),
        ("It was ", " per cent.", "per cent"),
        ("It took ", " people.", None),
    ],
)
def test_no_word_beside_the_braces_changes_them(before: str, after: str, word: str | None) -> None:
    assert buitenom(before, after, oordeel=False) == word
