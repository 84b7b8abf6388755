"""Quarters and dates."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site.kwartaal import Datum, Kwartaal

kwartalen = st.builds(Kwartaal, st.integers(1900, 2199), st.integers(1, 4))


@given(kwartalen)
def test_written_and_read_is_the_same(kwartaal: Kwartaal) -> None:
    """A quarter is read back from how it is written."""
    assert Kwartaal.parse(str(kwartaal)) == kwartaal


@given(kwartalen)
def test_previous_and_next_undo_each_other(kwartaal: Kwartaal) -> None:
    assert kwartaal.next.previous == kwartaal == kwartaal.previous.next


@given(kwartalen, kwartalen)
def test_order_is_time(one: Kwartaal, other: Kwartaal) -> None:
    """Quarters are ordered as their numbers since the year 0 are, and as they are written."""
    assert (one < other) == (one.index < other.index) == (str(one) < str(other))


@given(kwartalen, st.integers(0, 60))
def test_until_holds_every_quarter_once(start: Kwartaal, more: int) -> None:
    found = start.until(start + more)
    assert (len(found), found[0], found[-1]) == (more + 1, start, start + more)
    assert all(a.next == b for a, b in itertools.pairwise(found))


def test_until_an_earlier_quarter_is_empty() -> None:
    assert Kwartaal(2024, 2).until(Kwartaal(2024, 1)) == ()


@pytest.mark.parametrize(
    "text", ["2024", "2024-Q5", "2024-Q0", "2024-q2", "24-Q2", "1024-Q2", "2024-Q2 ", ""]
)
def test_anything_else_is_no_quarter(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        Kwartaal.parse(text)


@pytest.mark.parametrize("text", ["2023", "2024-09", "2021-03-25", "2024-02-29", "2000-02-29"])
def test_dates_of_every_precision(text: str) -> None:
    """A date is as precise as it is written."""
    assert str(Datum.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["2023-02-29", "1900-02-29", "2024-13", "2024-00", "2024-04-31", "25-03-2021", "2024-9"]
)
def test_days_that_do_not_exist(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Datum.parse(text)
