"""The laws of counting: what counts, what counts once, and what is missing."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import Q, dataset, editie, programma, project, stand
from waw_site.aggregate import aggregate
from waw_site.cijfers import EditieCijfers, Totaal
from waw_site.dataset import Dataset
from waw_site.model import Kwalificatie, Oordeel
from waw_site.waarde import NIET_GEMELD, Waarde

K = "2024-Q2"
numbers = st.none() | st.integers(0, 900)
reports = st.dictionaries(
    st.sampled_from([f"p{n}" for n in range(8)]),
    st.fixed_dictionaries({"gestart": numbers, "bemiddeld": numbers}),
    max_size=8,
)


def edition(data: Dataset, kwartaal: str = K) -> EditieCijfers:
    return aggregate(data)[Q(kwartaal)]


def total(data: Dataset, indicator: str = "gestart") -> Totaal:
    return edition(data).voortgang[indicator].totaal


def simple(found: Mapping[str, Mapping[str, Any]]) -> Dataset:
    """Every project in one category, with its report."""
    return dataset(
        {slug: project() for slug in found},
        {slug: {K: stand(**cijfers)} for slug, cijfers in found.items()},
        {K: editie({"alle": list(found)})},
    )


@given(reports)
def test_order_of_files_does_not_matter(found: dict[str, dict[str, int | None]]) -> None:
    backwards = dict(reversed(found.items()))
    assert total(simple(found)).opgeteld == total(simple(backwards)).opgeteld


@given(reports)
def test_a_total_is_the_sum_of_what_was_reported(found: dict[str, dict[str, int | None]]) -> None:
    """It never exceeds what the reports give, and without any it is not reported."""
    known = [f["gestart"] for f in found.values() if f["gestart"] is not None]
    assert total(simple(found)).opgeteld.getal == (sum(known) if known else None)


@given(reports)
def test_every_expected_project_reported_or_is_missing(
    found: dict[str, dict[str, int | None]],
) -> None:
    t = total(simple(found))
    assert sorted([*t.gemeld, *t.ontbreekt]) == sorted(found)


@given(reports, st.lists(st.integers(0, 2), min_size=8, max_size=8))
def test_categories_add_up_to_the_programme(
    found: dict[str, dict[str, int | None]], place: list[int]
) -> None:
    """However the projects are spread over categories, and ended ones included."""
    spread: dict[str, list[str]] = {"a": [], "b": [], "c": []}
    for slug, n in zip(found, place, strict=False):
        spread["abc"[n]].append(slug)
    data = simple(found)
    ended = project(status=[{"fase": "lopend"}, {"fase": "gestopt", "vanaf": "2022-Q1"}])
    data = dataset(
        {**data.projecten, "oud": ended},
        {
            **{slug: {K: s[Q(K)]} for slug, s in data.standen.items()},
            "oud": {"2022-Q1": stand(eindstand=True, gestart=7)},
        },
        {K: editie(spread)},
    )
    e = edition(data)
    parts = [r.totalen["gestart"].opgeteld.getal or 0 for r in (*e.rubrieken, e.eerder)]
    assert sum(parts) == e.voortgang["gestart"].totaal.opgeteld.getal


@given(st.integers(0, 900), st.integers(0, 900), st.integers(0, 900), st.booleans())
def test_splitting_a_project_into_parts_changes_no_total(
    one: int, other: int, rest: int, whole_reports: bool
) -> None:
    undivided = simple({"p": {"gestart": one + other}, "q": {"gestart": rest}})
    standen = {"a": {K: stand(gestart=one)}, "b": {K: stand(gestart=other)}}
    standen["q"] = {K: stand(gestart=rest)}
    if whole_reports:
        standen["p"] = {K: stand(gestart=one + other)}
    divided = dataset(
        {"p": project(onderdelen=["a", "b"]), "a": project(), "b": project(), "q": project()},
        standen,
        {K: editie({"alle": ["p", "q"]})},
    )
    assert total(divided).opgeteld == total(undivided).opgeteld
    assert total(divided).ontbreekt == ()


def test_a_part_of_a_part_counts_once() -> None:
    data = dataset(
        {
            "geheel": project(onderdelen=["deel"]),
            "deel": project(onderdelen=["stuk"]),
            "stuk": project(),
        },
        {s: {K: stand(gestart=n)} for s, n in (("geheel", 10), ("deel", 6), ("stuk", 4))},
        {K: editie({"alle": ["geheel"]})},
    )
    assert (total(data).opgeteld, total(data).gemeld) == (Waarde(10), ("geheel",))


def test_part_in_another_category_is_shown_there_and_not_added() -> None:
    """The twelve of a new training count in the trainings together."""
    data = dataset(
        {"samen": project(onderdelen=["nieuw"], naam="Samen"), "nieuw": project()},
        {"samen": {K: stand(gestart=119)}, "nieuw": {K: stand(gestart=12)}},
        {K: editie({"lopend": ["samen"], "nieuw": ["nieuw"]})},
    )
    e = edition(data)
    assert total(data).opgeteld == Waarde(119)
    assert e.rubrieken[1].totalen["gestart"].opgeteld == NIET_GEMELD
    post = e.rubrieken[1].posten[0]
    assert (post.cijfers["gestart"].getal, post.meegeteld_in) == (12, {"gestart": "samen"})


def test_a_whole_counts_for_its_own_quarter_only() -> None:
    data = dataset(
        {"samen": project(onderdelen=["a"]), "a": project()},
        {"samen": {"2021-Q1": stand(gestart=208)}, "a": {K: stand(gestart=5)}},
        {"2021-Q1": editie({"x": ["samen", "a"]}), K: editie({"x": ["samen", "a"]})},
    )
    assert total(data).opgeteld == Waarde(5)


def test_an_ended_project_counts_with_its_final_position() -> None:
    ended = project(status=[{"fase": "lopend"}, {"fase": "afgerond", "vanaf": "2023-Q2"}])
    data = dataset(
        {"oud": ended, "vaag": ended, "p": project()},
        {
            "oud": {"2023-Q2": stand(eindstand=True, gestart=115)},
            "vaag": {"2021-Q1": stand(gestart=12)},
            "p": {K: stand(gestart=1)},
        },
        {K: editie({"x": ["p"]})},
    )
    assert total(data).opgeteld == Waarde(116)
    assert [(p.slug, p.groei) for p in edition(data).eerder.posten] == [("oud", {})]
    assert total(data).ontbreekt == ()


def test_a_running_project_without_report_is_missing_and_not_zero() -> None:
    data = dataset(
        {"a": project(), "b": project()},
        {"a": {K: stand(gestart=3)}},
        {K: editie({"x": ["a", "b"]})},
    )
    t = total(data)
    assert (t.opgeteld, t.gemeld, t.ontbreekt, t.verwacht) == (Waarde(3), ("a",), ("b",), 2)


def test_not_applicable_is_not_missing() -> None:
    data = simple({"a": {"gestart": "n.v.t."}, "b": {"gestart": 0}})
    assert (total(data).opgeteld, total(data).ontbreekt) == (Waarde(0), ())
    assert edition(data).rubrieken[0].posten[0].cijfers["gestart"].nvt


def test_project_reports_only_what_it_has() -> None:
    data = dataset(
        {"a": project(indicatoren=["gestart"])},
        {"a": {K: stand(gestart=1)}},
        {K: editie({"x": ["a"]})},
    )
    assert total(data, "bemiddeld").ontbreekt == ()


def test_outside_the_regional_goals_is_shown_and_not_added() -> None:
    data = dataset(
        {"a": project(), "g": project(buiten_regionale_doelen="Lokaal.")},
        {"a": {K: stand(gestart=1)}, "g": {K: stand(gestart=285)}},
        {K: editie({"x": ["a", "g"]})},
    )
    assert (total(data).opgeteld, total(data).verwacht) == (Waarde(1), 1)
    assert edition(data).rubrieken[0].posten[1].cijfers["gestart"].getal == 285


def test_published_total_keeps_its_remainder() -> None:
    data = simple({"a": {"gestart": 20, "bemiddeld": 15}})
    published = {"gestart": {"waarde": 30, "kwalificatie": "ruim"}, "bemiddeld": 15}
    data = dataset(
        data.projecten,
        {"a": {K: data.standen["a"][Q(K)]}},
        {K: editie({"x": ["a"]}, gepubliceerd=published)},
    )
    v = edition(data).voortgang
    assert v["gestart"].bereikt.getal == 30
    assert v["gestart"].rest == Waarde(10, Kwalificatie.RUIM)
    assert (v["bemiddeld"].rest, v["bemiddeld"].is_opgeteld) == (Waarde(0), False)


def test_growth_is_since_the_previous_edition() -> None:
    data = dataset(
        {"a": project()},
        {"a": {"2023-Q2": stand(gestart=20), "2023-Q4": stand(gestart=25), K: stand(gestart=40)}},
        {"2023-Q2": editie({"x": ["a"]}), K: editie({"x": ["a"]})},
    )
    e = edition(data)
    assert e.vorige == Q("2023-Q2")
    assert e.voortgang["gestart"].groei == Waarde(20)
    assert e.rubrieken[0].posten[0].groei == {"gestart": Waarde(20)}
    first = edition(data, "2023-Q2")
    assert (first.vorige, first.voortgang["gestart"].groei) == (None, NIET_GEMELD)


def test_an_edition_is_judged_by_the_plan_of_its_time() -> None:
    def plan(vanaf: str, totaal: int) -> dict[str, Any]:
        goal = {"indicator": "gestart", "totaal": totaal, "tussendoelen": {K: 20, "2021-Q1": 20}}
        return {
            "vanaf": vanaf,
            "einde": "2024-Q4",
            "doelen": [goal],
            "bron": {"document": "bron"},
        }

    data = dataset(
        {"a": project()},
        {"a": {"2021-Q1": stand(gestart=30), K: stand(gestart=30)}},
        {"2021-Q1": editie({"x": ["a"]}), K: editie({"x": ["a"]})},
        programma=programma(plannen=[plan("2022-Q1", 500), plan("2020-Q1", 30)]),
    )
    old, new = edition(data, "2021-Q1"), edition(data)
    assert old.voortgang["gestart"].koers.berekend is Oordeel.DOEL_BEREIKT
    assert new.voortgang["gestart"].koers.berekend is Oordeel.OP_KOERS
    assert [e.voortgang["gestart"].doel.getal for e in (old, new) if e.plan] == [30, 500]


def test_name_and_goal_are_those_of_the_time() -> None:
    renamed = project(
        naam="Nieuw",
        namen=[
            {"naam": "Eerst", "tot_en_met": "2021-Q4"},
            {"naam": "Toen", "tot_en_met": "2023-Q4"},
        ],
        doelen=[
            {"indicator": "gestart", "totaal": 7, "tot_en_met": "2023-Q4"},
            {"indicator": "gestart", "totaal": 8, "vanaf": "2024-Q1"},
        ],
    )
    quarters = ("2021-Q1", "2023-Q2", K)
    data = dataset({"a": renamed}, {}, {k: editie({"x": ["a"]}) for k in quarters})
    posts = [edition(data, k).rubrieken[0].posten[0] for k in quarters]
    assert [(p.naam, p.doelen["gestart"].getal) for p in posts] == [
        ("Eerst", 7),
        ("Toen", 7),
        ("Nieuw", 8),
    ]


def test_totals_per_sector() -> None:
    data = dataset(
        {
            "a": project(sector="zorg"),
            "b": project(sector="zorg"),
            "c": project(sector="techniek"),
            "d": project(),
        },
        {s: {K: stand(gestart=n)} for s, n in (("a", 1), ("b", 2), ("c", 4), ("d", 8))},
        {K: editie({"x": ["a", "b", "c", "d"]})},
    )
    sectors = edition(data).sectoren
    assert {s: t["gestart"].opgeteld.getal for s, t in sectors.items()} == {
        "zorg": 3,
        "techniek": 4,
    }


def test_a_sum_that_lacks_reports_is_a_minimum_and_is_not_compared() -> None:
    """Three of eight projects are no fall against all of them."""
    data = dataset(
        {"a": project(), "b": project()},
        {
            "a": {"2023-Q2": stand(gestart=5), K: stand(gestart=9)},
            "b": {K: stand(gestart=8)},
        },
        {"2023-Q2": editie({"x": ["a", "b"]}), K: editie({"x": ["a", "b"]})},
    )
    before, now = edition(data, "2023-Q2").voortgang["gestart"], edition(data).voortgang["gestart"]
    assert before.bereikt == Waarde(5, Kwalificatie.MINSTENS)
    assert (before.volledig, now.volledig) == (False, True)
    assert (now.bereikt, now.groei) == (Waarde(17), NIET_GEMELD)


def test_a_part_that_ended_is_not_dragged_along() -> None:
    """A part that the edition does not name belongs to it only if it runs or reports."""
    ended = project(status=[{"fase": "lopend"}, {"fase": "gestopt", "vanaf": "2023-Q2"}])
    data = dataset(
        {"geheel": project(onderdelen=["weg", "loopt"]), "weg": ended, "loopt": project()},
        {"geheel": {K: stand(gestart=1)}},
        {K: editie({"x": ["geheel"]})},
    )
    assert [p.slug for p in edition(data).rubrieken[0].posten] == ["geheel", "loopt"]
