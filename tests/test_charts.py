"""Charts as marks: nothing but geometry, text and classes; what is not known is not drawn."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Q
from waw_site.chart import Beeld, draw
from waw_site.chart.spec import (
    Helling,
    Lat,
    Looptijd,
    Punt,
    Reeks,
    Staaf,
    Stap,
    Staven,
    Tekening,
    Tijdlijn,
    Turf,
    Vlag,
)
from waw_site.chart.style import ticks
from waw_site.model import Kwalificatie
from waw_site.waarde import NIET_GEMELD, Waarde

NARROW = (
    Waarde(20),
    Waarde(450, Kwalificatie.RUIM),
    Waarde(0),
    NIET_GEMELD,
)


def lat(w: Waarde = NARROW[0], **more: int | str | None) -> Lat:
    fields: dict[str, object] = {"bereikt": w, "label": str(w.getal), "doel": 500} | more
    return Lat(**fields)  # type: ignore[arg-type]  # each of its own type


def lijn(*values: int | None, los: bool = False, vlaggen: tuple[Vlag, ...] = ()) -> Tijdlijn:
    start = Q("2020-Q1")
    punten = tuple(
        Punt(start + n, Waarde(v), "–" if v is None else str(v), los) for n, v in enumerate(values)
    )
    return Tijdlijn(start, Q("2024-Q4"), (Reeks(2, "bemiddeld", punten),), vlaggen)


STAVEN = Staven((("Project A", tuple(Staaf(n % 3, w, "tekst") for n, w in enumerate(NARROW))),))
ALL: list[Tekening] = [
    *(lat(w) for w in NARROW),
    lat(doel=None),
    lat(tussendoel=0, tussendoel_label="tussendoel 0"),
    lat(tussendoel=13, tussendoel_label="tussendoel 13"),
    lat(Waarde(560), tussendoel=400, tussendoel_label="tussendoel 400"),
    STAVEN,
    Staven(()),
    lijn(1, 2, None, 4),
    lijn(None),
    lijn(),
    lijn(5, vlaggen=(Vlag(Q("2023-Q4"), 520, "eerste doel", geldt=False),)),
]


HELLING = Helling(
    "Q2 2023",
    "Q2 2024",
    tuple(
        Stap(n % 3, "bemiddeld naar werk", Waarde(n), str(n), Waarde(9 * n), f"bijna {9 * n}")
        for n in range(4)
    ),
)


def marks(beeld: Beeld, klasse: str) -> list[str]:
    """The marks with this class, as written."""
    return re.findall(rf'<(?:path|text) class="waw-{klasse}"[^>]*>', beeld.svg)


def width(mark: str) -> float:
    """How wide a mark is, from its coordinates."""
    xs = [float(x) for x in re.findall(r"[ML] ([\d.-]+)", mark)]
    return max(xs) - min(xs)


BIJNA, RUIM = Waarde(450, Kwalificatie.BIJNA), Waarde(450, Kwalificatie.RUIM)
VERBORGEN = Waarde(None, verborgen=True)
STREEPJES = [Turf((("2", w),)) for w in (*NARROW, BIJNA, VERBORGEN, Waarde(None, nvt=True))]
MADE: list[Tekening] = [
    *ALL,
    *(lat(w) for w in (BIJNA, VERBORGEN, Waarde(None, nvt=True))),
    *STREEPJES,
    Turf((("eerst", Waarde(20)), ("2", RUIM), ("rest", Waarde(30))), groot=True, doel=480),
    Looptijd(20, 18),
    Looptijd(15, 3),
    HELLING,
]


@pytest.mark.parametrize("tekening", MADE, ids=lambda t: type(t).__name__)
def test_only_geometry_text_and_classes(tekening: Tekening) -> None:
    """No id, no style, no definitions; every mark can be recoloured by its class."""
    for beeld in draw(tekening):
        tags = set(re.findall(r"<(\w+)", beeld.svg))
        assert tags <= {"path", "text"}
        assert not re.search(r"\b(id|style|transform|clip-path|href)=", beeld.svg)
        assert beeld.svg.count("<") == beeld.svg.count('class="waw-') + beeld.svg.count("</")


@pytest.mark.parametrize("tekening", MADE, ids=lambda t: type(t).__name__)
def test_equal_drawings_are_equal_to_the_byte(tekening: Tekening) -> None:
    assert draw(tekening) == draw(tekening)


@pytest.mark.parametrize("tekening", ALL, ids=lambda t: type(t).__name__)
def test_two_widths_and_nothing_beyond_them(tekening: Tekening) -> None:
    """Marks stay on the sheet; text that ends at a place begins before it."""
    beelden = draw(tekening)
    assert [beeld.breedte for beeld in beelden] == [784, 288]
    for beeld in beelden:
        for mark in re.findall(r"<path[^>]*>", beeld.svg):
            xs = [float(x) for x in re.findall(r"[ML] ([\d.-]+)", mark)]
            assert min(xs, default=0) >= -1
            assert max(xs, default=0) <= beeld.breedte + 1


def test_bar_is_as_long_as_its_number() -> None:
    for number in (50, 250, 500):
        beeld = draw(lat(Waarde(number)))[0]
        assert width(marks(beeld, "vlak-vol")[0]) == pytest.approx(782 * number / 500, abs=0.1)


def test_nothing_zero_and_not_reported_look_different() -> None:
    beelden = {w: draw(lat(w))[0] for w in NARROW}
    filled = {w: len(marks(b, "vlak-vol")) for w, b in beelden.items()}
    dashed = {w: len(marks(b, "ontbreekt")) for w, b in beelden.items()}
    stripes = {w: len(marks(b, "ruim")) for w, b in beelden.items()}
    assert list(filled.values()) == [1, 1, 0, 0]
    assert list(dashed.values()) == [0, 0, 0, 1]
    assert list(stripes.values()) == [0, 3, 0, 0]


def test_goal_to_date_stands_at_its_number() -> None:
    """Also at zero; without one there is no mark."""
    assert marks(draw(lat())[0], "as") == []
    for until, x in ((250, 392.0), (0, 2.0)):
        beeld = draw(lat(tussendoel=until, tussendoel_label="tussendoel"))[0]
        mark = marks(beeld, "as")[0]
        assert float(re.findall(r"M ([\d.]+)", mark)[0]) == pytest.approx(x, abs=0.1)


def test_goal_that_was_passed_is_marked_inside_the_bar() -> None:
    beeld = draw(lat(Waarde(1000)))[0]
    at = float(re.findall(r"M ([\d.]+)", marks(beeld, "as")[0])[0])
    assert at == pytest.approx(392, abs=0.1)
    assert "doel 500" in beeld.svg


def test_a_gap_breaks_the_line_and_is_shown() -> None:
    whole, broken = draw(lijn(1, 2, 3, 4))[0], draw(lijn(1, 2, None, 4, 5))[0]
    assert [len(marks(b, "lijn-2")) for b in (whole, broken)] == [1, 2]
    assert [len(marks(b, "ontbreekt")) for b in (whole, broken)] == [0, 1]
    assert [len(marks(b, "stip-2")) for b in (whole, broken)] == [4, 4]


def test_a_reading_that_lacks_reports_is_not_joined() -> None:
    assert marks(draw(lijn(1, 2, 3, los=True))[0], "lijn-2") == []


def test_flag_flies_at_its_goal_and_an_old_one_is_open() -> None:
    old = Vlag(Q("2023-Q4"), 520, "eerste doel", geldt=False)
    new = Vlag(Q("2024-Q4"), 500, "doel", geldt=True)
    for beeld in draw(lijn(20, 380, vlaggen=(old, new))):
        assert "eerste doel: 520" in beeld.svg
        assert "doel: 500" in beeld.svg
    axis = len(marks(draw(lijn(20, 380))[0], "vlak-open"))
    assert len(marks(draw(lijn(20, 380, vlaggen=(old,)))[0], "vlak-open")) == axis + 1


@given(st.integers(1, 10**6))
def test_ticks_are_round_and_few(highest: int) -> None:
    found = ticks(highest)
    assert found[0] == 0
    assert found[-1] <= highest
    assert len(found) <= 8
    steps = {b - a for a, b in itertools.pairwise(found)}
    assert len(steps) <= 1


@settings(max_examples=40)
@given(
    st.lists(st.none() | st.integers(0, 40_000), max_size=12),
    st.text("abc &<>\"'é", max_size=90),
)
def test_any_numbers_and_names_can_be_drawn(values: list[int | None], name: str) -> None:
    """Names are escaped, long ones do not stop it, and neither does anything unknown."""
    bars = tuple(Staaf(n % 3, Waarde(v), name) for n, v in enumerate(values))
    for tekening in (Staven(((name, bars),)), lijn(*values)):
        for beeld in draw(tekening):
            assert "<a" not in beeld.svg


def strokes(beeld: Beeld, klasse: str) -> int:
    """How many strokes a browser draws: the dashes that begin before the end of each line."""
    found = 0
    for mark in re.findall(rf'<path class="waw-turf-{klasse}"[^>]*>', beeld.svg):
        pattern = re.search(r'stroke-dasharray="([^"]*)"', mark)
        dashes = [float(x) for x in pattern[1].replace(",", " ").split()] if pattern else []
        lines = re.findall(r"M ([\d.]+) [\d.]+ L ([\d.]+)", mark)
        if len(dashes) != 20:  # dots, and a stroke that is not whole
            continue
        for start, end in lines:
            at, n = float(start), 0
            while at < float(end) - 0.01:
                found += 1
                at += dashes[2 * n] + dashes[2 * n + 1]
                n = (n + 1) % 10
    return found


@pytest.mark.parametrize("groot", [False, True])
@pytest.mark.parametrize(("number", "stuk"), [(1, 1), (9, 1), (10, 1), (735, 1), (40_000, 100)])
def test_a_stroke_for_each_that_was_counted(number: int, stuk: int, *, groot: bool) -> None:
    beeld = draw(Turf((("2", Waarde(number)),), stuk, groot=groot))[0]
    assert strokes(beeld, "2") == number // stuk


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 700), st.sampled_from([None, *Kwalificatie])),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([1, 10]),
)
def test_never_more_strokes_than_were_counted(
    parts: list[tuple[int, Kwalificatie | None]], stuk: int
) -> None:
    looks = ("eerst", "eerder", "2", "rest")
    figures = [Waarde(number, word) for number, word in parts]
    beeld = draw(Turf(tuple(zip(looks, figures, strict=False)), stuk))[0]
    total = sum(strokes(beeld, look) for look in looks)
    assert total <= sum(number for number, _ in parts) // stuk
    assert total >= sum(number for number, _ in parts) // stuk - len(parts)


def test_parts_of_strokes_are_not_rounded_up_each() -> None:
    """Three parts of 66 with strokes of ten are 19 strokes and a short one, not 21."""
    parts = tuple((look, Waarde(66)) for look in ("eerst", "eerder", "2"))
    beeld = draw(Turf(parts, 10))[0]
    assert sum(strokes(beeld, look) for look, _ in parts) <= 19


def test_strokes_show_what_is_not_a_plain_number() -> None:
    """Zero, not reported, hidden and not applicable each look like nothing else."""
    seen = {}
    for name, w in {
        "nul": Waarde(0),
        "niet gemeld": NIET_GEMELD,
        "verborgen": VERBORGEN,
        "n.v.t.": Waarde(None, nvt=True),
        "precies": Waarde(450),
        "ruim": RUIM,
        "bijna": BIJNA,
    }.items():
        beeld = draw(Turf((("2", w),)))[0]
        seen[name] = tuple(
            len(marks(beeld, k)) for k in ("nul", "ontbreekt", "verborgen", "turf-2")
        )
    assert seen == {
        "nul": (1, 0, 0, 0),
        "niet gemeld": (0, 1, 0, 0),
        "verborgen": (0, 1, 1, 0),
        "n.v.t.": (0, 0, 0, 0),
        "precies": (0, 0, 0, 1),
        "ruim": (0, 0, 0, 2),
        "bijna": (0, 0, 0, 2),
    }


def test_a_goal_that_was_passed_is_marked_among_the_strokes() -> None:
    beeld = draw(Turf((("2", Waarde(560)),), groot=True, doel=500))[0]
    assert len(marks(beeld, "as")) == 1


def test_time_that_has_passed_is_full() -> None:
    """Nine of ten half-years: eight in ink, one in water, one open; half of one for a quarter."""
    beeld = draw(Looptijd(20, 18))[0]
    looks = [len(marks(beeld, f"vlak-{k}")) for k in ("inkt", "nu", "open")]
    assert looks == [8, 1, 1]
    beeld = draw(Looptijd(16, 5))[0]
    assert [len(marks(beeld, f"vlak-{k}")) for k in ("inkt", "nu", "open")] == [2, 1, 6]
    assert width(marks(beeld, "vlak-nu")[0]) == 45


def test_two_moments_are_joined_on_one_scale() -> None:
    for beeld in draw(HELLING):
        assert len(re.findall(r'class="waw-lijn-', beeld.svg)) == 4
        assert "bijna 27" in beeld.svg
