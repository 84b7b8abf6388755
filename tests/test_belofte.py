"""Words that round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site.belofte import BELOFTEN, klopt, overlappen, voorstel, woord_voor
from waw_site.getallen import getallen
from waw_site.model import Kwalificatie
from waw_site.waarde import Waarde

KINDS = st.sampled_from(list(Kwalificatie))
NUMBERS = st.integers(2, 100_000)


def test_every_word_has_a_rule() -> None:
    assert set(BELOFTEN) == set(Kwalificatie)


@given(KINDS, NUMBERS)
def test_a_proposal_is_true(kind: Kwalificatie, number: int) -> None:
    """Whatever the word and the figure, what is proposed holds."""
    said = voorstel(kind, Waarde(number))
    word, _ = woord_voor(said[: getallen(said)[0].start])
    assert klopt(word, getallen(said)[0].waarde or 0, Waarde(number))


@given(KINDS, NUMBERS)
def test_what_a_source_says_may_be_repeated(kind: Kwalificatie, number: int) -> None:
    assert klopt(kind, number, Waarde(number, kind))


@given(NUMBERS, NUMBERS)
def test_an_exact_claim_is_the_figure(number: int, other: int) -> None:
    assert klopt(None, number, Waarde(other)) is (number == other)


@pytest.mark.parametrize("kind", Kwalificatie)
def test_a_word_promises_no_more_than_its_rule(kind: Kwalificatie) -> None:
    """At 1000 the rule in per cent is exact."""
    promise = BELOFTEN[kind]
    true = [n for n in range(500, 1501) if klopt(kind, 1000, Waarde(n))]
    low, high = 1000 - promise.onder * 10, 1000 + promise.boven * 10
    edge = 0 if promise.gelijk else 1
    assert (true[0], true[-1]) == (
        low if promise.onder else 1000 + edge,
        high if promise.boven else 1000 - edge,
    )


def test_a_wider_word_may_stand_for_a_narrower_one() -> None:
    source = Waarde(450, Kwalificatie.IETS_MEER_DAN)
    assert klopt(Kwalificatie.RUIM, 450, source)
    assert not klopt(Kwalificatie.IETS_MEER_DAN, 450, Waarde(450, Kwalificatie.RUIM))
    assert not klopt(None, 450, source)


def test_what_lacks_reports_is_at_least_that_much() -> None:
    """An open word of the source leaves nothing but an open word."""
    lacking = Waarde(1146, Kwalificatie.MINSTENS)
    assert klopt(Kwalificatie.MINSTENS, 1100, lacking)
    assert klopt(Kwalificatie.MEER_DAN, 1100, lacking)
    assert not klopt(Kwalificatie.RUIM, 1100, lacking)
    assert not klopt(Kwalificatie.MEER_DAN, 500, lacking)


def test_statements_overlap_where_one_number_fits_all() -> None:
    almost, over = Waarde(200, Kwalificatie.BIJNA), Waarde(180, Kwalificatie.MEER_DAN)
    assert overlappen([almost, over])
    assert not overlappen([Waarde(214), Waarde(215, Kwalificatie.MEER_DAN)])
