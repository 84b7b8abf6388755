"""Periods of every rhythm, and dates."""

import itertools
import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site.kwartaal import PERIODE, Datum, Kwartaal, Ritme

ritmes = st.sampled_from(Ritme)


def periods(ritme: Ritme) -> st.SearchStrategy[Kwartaal]:
    return st.builds(
        Kwartaal, st.integers(1901, 2198), st.integers(1, ritme.per_jaar), st.just(ritme)
    )


kwartalen = ritmes.flatmap(periods)
pairs = ritmes.flatmap(lambda ritme: st.tuples(periods(ritme), periods(ritme)))


@given(kwartalen)
def test_written_and_read_is_the_same(kwartaal: Kwartaal) -> None:
    """A period is read back from how it is written, and its writing tells its rhythm."""
    assert Kwartaal.parse(str(kwartaal)) == kwartaal
    assert Kwartaal.parse(str(kwartaal), kwartaal.ritme).ritme is kwartaal.ritme
    assert re.fullmatch(PERIODE, str(kwartaal))
    assert [r for r in Ritme if re.fullmatch(r.patroon, str(kwartaal))] == [kwartaal.ritme]


@given(kwartalen, ritmes)
def test_a_period_of_another_rhythm_is_refused(kwartaal: Kwartaal, ritme: Ritme) -> None:
    if ritme is not kwartaal.ritme:
        with pytest.raises(ValueError, match=f"^{kwartaal}$"):
            Kwartaal.parse(str(kwartaal), ritme)


@given(kwartalen)
def test_previous_and_next_undo_each_other(kwartaal: Kwartaal) -> None:
    assert kwartaal.next.previous == kwartaal == kwartaal.previous.next


@given(pairs)
def test_order_is_time(pair: tuple[Kwartaal, Kwartaal]) -> None:
    """Periods are ordered as their numbers, their days and what they are written as."""
    one, other = pair
    assert (one < other) == (one.index < other.index) == (str(one) < str(other))
    assert (one < other) == (one.laatste_dag < other.laatste_dag)


@given(kwartalen, st.integers(0, 60))
def test_until_holds_every_period_once(start: Kwartaal, more: int) -> None:
    found = start.until(start + more)
    assert (len(found), found[0], found[-1]) == (more + 1, start, start + more)
    assert all(a.next == b for a, b in itertools.pairwise(found))


@given(kwartalen)
def test_periods_lie_against_each_other(kwartaal: Kwartaal) -> None:
    """The day after the last of a period is the first of the next, and each has its months."""
    assert kwartaal.laatste_dag + timedelta(days=1) == kwartaal.next.eerste_dag
    months = range(kwartaal.eerste_dag.month, kwartaal.laatste_dag.month + 1)
    assert len(months) == kwartaal.ritme.maanden
    assert {kwartaal.ritme.van(kwartaal.jaar, month) for month in months} == {kwartaal}


@given(kwartalen)
def test_a_year_holds_all_its_periods(kwartaal: Kwartaal) -> None:
    """The same period a year earlier is as many periods ago as there are in a year."""
    before = kwartaal.jaar_eerder
    assert (before.jaar, before.nummer) == (kwartaal.jaar - 1, kwartaal.nummer)
    assert len(before.until(kwartaal)) == kwartaal.ritme.per_jaar + 1


@given(kwartalen)
def test_a_period_is_one_key(kwartaal: Kwartaal) -> None:
    """Equal periods are found under the same key."""
    assert {kwartaal: 1}[kwartaal + 0] == 1


def test_until_an_earlier_quarter_is_empty() -> None:
    assert Kwartaal(2024, 2).until(Kwartaal(2024, 1)) == ()


@pytest.mark.parametrize(
    ("ritme", "written"),
    [(Ritme.KWARTAAL, "2024-Q2"), (Ritme.HALFJAAR, "2024-H2"), (Ritme.JAAR, "2024")],
)
def test_each_rhythm_has_an_example(ritme: Ritme, written: str) -> None:
    assert ritme.voorbeeld == written


@pytest.mark.parametrize(
    "text",
    ["24", "2024-Q5", "2024-Q0", "2024-H3", "2024-q2", "24-Q2", "1024-Q2", "2024-Q2 ", "2024-", ""],
)
def test_anything_else_is_no_period(text: str) -> None:
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
