"""The status of a goal: thresholds, and when there is nothing to judge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site.koers import Koers, Tussendoel, koers, lineair
from waw_site.kwartaal import Kwartaal
from waw_site.model import Bron, Koersregel, Kwalificatie, Oordeel, Oordeling, Plan
from waw_site.waarde import NIET_GEMELD, Waarde

DOEL = Waarde(1000)


def judge(
    bereikt: Waarde,
    gepland: int | None,
    *,
    doel: Waarde | None = DOEL,
    volledig: bool = True,
    programma: Oordeling | None = None,
) -> Koers:
    until = Tussendoel(Waarde(gepland)) if gepland is not None else None
    return koers(bereikt, doel, until, volledig=volledig, programma=programma)


@pytest.mark.parametrize(
    ("bereikt", "oordeel"),
    [
        (0, Oordeel.ACHTER),
        (119, Oordeel.ACHTER),
        (120, Oordeel.BIJSTUREN),
        (189, Oordeel.BIJSTUREN),
        (190, Oordeel.OP_KOERS),
        (242, Oordeel.OP_KOERS),
        (999, Oordeel.OP_KOERS),
        (1000, Oordeel.DOEL_BEREIKT),
    ],
)
def test_thresholds_are_met_exactly(bereikt: int, oordeel: Oordeel) -> None:
    """With 200 planned: 0.60 is 120, 0.95 is 190."""
    assert judge(Waarde(bereikt), 200).berekend is oordeel


@given(st.integers(10, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_more_is_never_judged_worse(gepland: int, one: int, other: int) -> None:
    rank = [Oordeel.ACHTER, Oordeel.BIJSTUREN, Oordeel.OP_KOERS, Oordeel.DOEL_BEREIKT]
    low, high = sorted((one, other))
    ranks = [rank.index(j) for n in (low, high) if (j := judge(Waarde(n), gepland).berekend)]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("k", "why"),
    [
        (judge(Waarde(5), 200, doel=None), "er is geen doel"),
        (judge(NIET_GEMELD, 200), "er is geen getal gemeld"),
        (judge(Waarde(5), None), "er is geen tussendoel voor dit kwartaal"),
        (judge(Waarde(6), 0), "het tussendoel is nul"),
        (judge(Waarde(5), 9), "het tussendoel is kleiner dan 10"),
        (judge(Waarde(50), 200, volledig=False), "nog niet alle projecten hebben gemeld"),
    ],
)
def test_what_cannot_be_judged_says_why(k: Koers, why: str) -> None:
    assert (k.berekend, k.waarom_niet, k.oordeel) == (None, why, None)


def test_a_sum_that_lacks_reports_can_only_be_better() -> None:
    """What is on course without them is on course with them."""
    assert judge(Waarde(195), 200, volledig=False).berekend is Oordeel.OP_KOERS


def test_almost_the_goal_is_not_the_goal() -> None:
    assert judge(Waarde(1000, Kwalificatie.BIJNA), 1000).berekend is Oordeel.OP_KOERS
    assert judge(Waarde(1000, Kwalificatie.RUIM), 1000).berekend is Oordeel.DOEL_BEREIKT


def test_programme_judges_where_nothing_can_be_computed() -> None:
    own = Oordeling(oordeel=Oordeel.OP_KOERS, woorden="op koers")
    k = judge(Waarde(450), None, programma=own)
    assert (k.berekend, k.oordeel, k.contradicts) == (None, Oordeel.OP_KOERS, False)


def test_editor_overrules_only_with_a_reason() -> None:
    """Both judgements stay known."""
    bare = judge(Waarde(10), 200, programma=Oordeling(oordeel=Oordeel.OP_KOERS))
    assert (bare.oordeel, bare.contradicts, bare.overruled) == (Oordeel.ACHTER, True, False)
    reasoned = Oordeling(oordeel=Oordeel.OP_KOERS, reden="De winter telt niet.")
    k = judge(Waarde(10), 200, programma=reasoned)
    assert (k.oordeel, k.berekend, k.overruled) == (Oordeel.OP_KOERS, Oordeel.ACHTER, True)


def plan(kind: str = "lineair") -> Plan:
    return Plan.model_validate(
        {
            "vanaf": "2020-Q1",
            "einde": "2024-Q4",
            "tussendoel": kind,
            "doelen": [{"indicator": "gestart", "totaal": 1000, "tussendoelen": {"2021-Q1": 194}}],
            "bron": {"document": "plan"},
        }
    )


def test_goal_to_date_is_a_straight_line() -> None:
    """Where the plan says so; it ends with the plan."""
    begin = Kwartaal(2020, 1)

    def until(kind: str, kwartaal: Kwartaal) -> Tussendoel | None:
        made = plan(kind)
        return lineair(made, DOEL, begin, kwartaal)

    assert until("lineair", Kwartaal(2022, 2)) == Tussendoel(Waarde(500), berekend=True)
    assert until("lineair", Kwartaal(2024, 4)) == Tussendoel(Waarde(1000), berekend=True)
    assert until("lineair", Kwartaal(2030, 1)) == Tussendoel(Waarde(1000), berekend=True)
    assert until("gepubliceerd", Kwartaal(2022, 2)) is None


def test_bron_is_needed() -> None:
    assert plan().bron == Bron(document="plan")


def test_a_programme_has_its_own_thresholds() -> None:
    """From which share a goal is on course, the programme says."""
    strict = Koersregel(op_koers_vanaf=100, bijsturen_vanaf=80, minst_gepland=1)
    until = Tussendoel(Waarde(5))
    found = [
        koers(Waarde(reached), Waarde(50), until, volledig=True, regel=strict).berekend
        for reached in (5, 4, 3)
    ]
    assert found == [Oordeel.OP_KOERS, Oordeel.BIJSTUREN, Oordeel.ACHTER]
