"""Sums and differences of figures, some rounded and some missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site.model import Kwalificatie as K
from waw_site.waarde import NIET_GEMELD, Waarde, som, verschil

waarden = st.builds(
    Waarde, st.none() | st.integers(0, 5000), st.none() | st.sampled_from(list(K))
).map(lambda w: w if w.getal is not None else NIET_GEMELD)


@given(st.lists(waarden))
def test_order_does_not_matter(parts: list[Waarde]) -> None:
    assert som(parts) == som(reversed(parts))


@given(st.lists(waarden))
def test_a_sum_is_what_reports_give(parts: list[Waarde]) -> None:
    """What is missing is left out; without any report there is no sum, and certainly no 0."""
    known = [w.getal for w in parts if w.getal is not None]
    assert som(parts).getal == (sum(known) if known else None)


@given(st.lists(st.builds(Waarde, st.integers(0, 5000)), min_size=1))
def test_exact_parts_give_an_exact_sum(parts: list[Waarde]) -> None:
    assert som(parts).kwalificatie is None


@given(waarden, waarden)
def test_a_rounded_part_never_gives_an_exact_sum(one: Waarde, other: Waarde) -> None:
    total = som([one, other])
    assert bool(total.kwalificatie) == bool(one.kwalificatie or other.kwalificatie)


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_growth_added_to_before_is_now(before: int, now: int) -> None:
    grown = verschil(Waarde(now), Waarde(before))
    assert som([Waarde(before), grown]) == Waarde(now)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([K.RUIM, None], K.RUIM),
        ([K.BIJNA, K.BIJNA], K.BIJNA),
        ([K.RUIM, K.MINSTENS], K.MEER_DAN),
        ([K.BIJNA, K.MINDER_DAN], K.MINDER_DAN),
        ([K.RUIM, K.BIJNA], K.ONGEVEER),
    ],
)
def test_rounding_adds_up(kinds: list[K | None], expected: K) -> None:
    """Higher and higher is more; higher and lower is about."""
    assert som(Waarde(10, kind) for kind in kinds).kwalificatie is expected


def test_what_was_more_before_leaves_less_now() -> None:
    assert verschil(Waarde(450), Waarde(380, K.RUIM)) == Waarde(70, K.MINDER_DAN)
    assert verschil(Waarde(450), Waarde(380, K.BIJNA)) == Waarde(70, K.MEER_DAN)
    assert verschil(Waarde(450), NIET_GEMELD) == NIET_GEMELD
