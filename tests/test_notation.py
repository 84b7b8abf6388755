"""Numbers, dates and quarters as Dutch is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site import notation
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Kwalificatie
from waw_site.waarde import Waarde


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1146, "1.146"), (1_054_795, "1.054.795"), (-19, "−19")],
)
def test_numbers(number: int, text: str) -> None:
    assert notation.getal(number) == text


@given(st.integers(0, 10**12))
def test_no_digit_is_lost(number: int) -> None:
    assert int(notation.getal(number).replace(".", "")) == number


def test_the_three_that_are_not_a_number_look_different() -> None:
    """Not reported, not applicable and zero are three things."""
    shown = [notation.waarde(w) for w in (Waarde(None), Waarde(None, nvt=True), Waarde(0))]
    assert shown == ["–", "n.v.t.", "0"]


def test_qualifier_stands_before_the_number() -> None:
    assert notation.waarde(Waarde(1200, Kwalificatie.IETS_MEER_DAN)) == "iets meer dan 1.200"


def test_quarters() -> None:
    k = Kwartaal(2024, 2)
    assert notation.kwartaal(k) == "tweede kwartaal 2024"
    assert notation.tot_en_met(k) == "tot en met juni 2024"
    assert (notation.einde(k), notation.einde(Kwartaal(2024, 4))) == ("eind juni 2024", "eind 2024")


@pytest.mark.parametrize(
    ("datum", "text"),
    [
        (Datum(2021, 3, 25), "25 maart 2021"),
        (Datum(2024, 9), "september 2024"),
        (Datum(2023), "2023"),
    ],
)
def test_dates(datum: Datum, text: str) -> None:
    assert notation.datum(datum) == text


def test_counts_and_lists() -> None:
    assert notation.aantal(1, "project", "projecten") == "één project"
    assert notation.aantal(0, "project", "projecten") == "geen projecten"
    assert notation.aantal(27, "project", "projecten") == "27 projecten"
    assert [notation.opsomming(p) for p in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]
