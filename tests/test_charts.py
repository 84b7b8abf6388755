"""Charts as marks: nothing but geometry, text and classes; what is not known is not drawn."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Q
from waw_site.chart import Beeld, draw
from waw_site.chart.spec import Lat, Punt, Reeks, Staaf, Staven, Tekening, Tijdlijn, Vlag
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
    return Lat(**fields)  # type: ignore[arg-type]


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


def marks(beeld: Beeld, klasse: str) -> list[str]:
    """The marks with this class, as written."""
    return re.findall(rf'<(?:path|text) class="waw-{klasse}"[^>]*>', beeld.svg)


def width(mark: str) -> float:
    """How wide a mark is, from its coordinates."""
    xs = [float(x) for x in re.findall(r"[ML] ([\d.-]+)", mark)]
    return max(xs) - min(xs)


@pytest.mark.parametrize("tekening", ALL, ids=lambda t: type(t).__name__)
def test_only_geometry_text_and_classes(tekening: Tekening) -> None:
    """No id, no style, no definitions; every mark can be recoloured by its class."""
    for beeld in draw(tekening):
        tags = set(re.findall(r"<(\w+)", beeld.svg))
        assert tags <= {"path", "text"}
        assert not re.search(r"\b(id|style|transform|clip-path|href)=", beeld.svg)
        assert beeld.svg.count("<") == beeld.svg.count('class="waw-') + beeld.svg.count("</")


@pytest.mark.parametrize("tekening", ALL, ids=lambda t: type(t).__name__)
def test_equal_drawings_are_equal_to_the_byte(tekening: Tekening) -> None:
    assert draw(tekening) == draw(tekening)


@pytest.mark.parametrize("tekening", ALL, ids=lambda t: type(t).__name__)
def test_two_widths_and_nothing_beyond_them(tekening: Tekening) -> None:
    """Marks stay on the sheet; text that ends at a place begins before it."""
    beelden = draw(tekening)
    assert [beeld.breedte for beeld in beelden] == [784, 330]
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
    for until, x in ((250, 392.0), (0, 8.0)):
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


@settings(deadline=None, max_examples=40)
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
