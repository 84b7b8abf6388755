"""One tokens file re-dresses all, and none that makes the monitor hard to read is taken."""

import re
from pathlib import Path

import pytest

from on_disk import HERE, KLEIN, REAL, copy, found, make, put
from waw_site import stijl
from waw_site.stijl import DONKER, LICHT, PAREN, contrast, huisstijl, kleuren, tokens

TEMPLATES = REAL / "templates"
OURS, _ = tokens("tokens.css", (TEMPLATES / "tokens.css").read_text(encoding="utf-8"))
THEME = HERE / "huisstijl.css"  # another dress: blue and orange, a plain sans, square and dark


def problems(css: str) -> list[str]:
    return [str(p.place) + " " + p.melding for p in huisstijl("h.css", css.encode(), OURS)]


@pytest.mark.parametrize("light", [LICHT, DONKER])
@pytest.mark.parametrize("pair", PAREN, ids=lambda pair: f"{pair[0]} op {pair[1]}")
def test_our_colours_can_be_told_apart(light: str, pair: tuple[str, str, float]) -> None:
    one, ground, least = pair
    values = kleuren(OURS, light)
    assert contrast(values[one], values[ground]) >= least


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.478, abs=0.001)


def test_every_property_that_is_used_is_a_token_and_is_used() -> None:
    css = (TEMPLATES / "monitor.css").read_text(encoding="utf-8")
    text = (TEMPLATES / "tokens.css").read_text(encoding="utf-8") + css
    used = set(re.findall(r"var\((--[\w-]+)", text))
    known = {token.naam for token in OURS}
    assert used <= known
    assert known - used == set()
    assert all(re.match("--(basis|nl|waw)-", name) for name in known)


def test_colours_stand_in_the_tokens_only() -> None:
    """So that a theme leaves nothing in our colours; on paper two greys stand in for ours."""
    css = (TEMPLATES / "monitor.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-f]{3,6}\b", css.partition("@media print {")[0]) == []


def test_another_dress_is_taken_and_re_dresses_all(tmp_path: Path) -> None:
    """The theme of the tests sets every token; nothing of ours is left in what a browser uses."""
    site = copy(KLEIN, tmp_path / "klein")
    put(site / "content/huisstijl.css", THEME.read_text(encoding="utf-8"))
    assert [p for p in found(site).problems if "huisstijl" in p.place.path] == []
    css = make(site, tmp_path / "uit")["monitor.css"].decode()
    all_, wrong = tokens("monitor.css", css.partition("/* The monitor")[0])
    assert wrong == []
    for light in (LICHT, DONKER):
        ours, theirs = kleuren(OURS, light), kleuren(all_, light)
        colours = [name for name in ours if "-color" in name]
        assert [name for name in colours if ours[name] == theirs[name]] == []


def test_what_is_no_token_is_told_with_its_place() -> None:
    assert problems("/* a */\n:root { --basis-kleur: #fff; }") == [
        "h.css:2:9 Het token “--basis-kleur” bestaat niet."
    ]
    assert problems("body { color: red; }")[0] == "h.css:1:1 Dit hoort niet in een huisstijl."
    assert problems(":root { color: red; }") == ["h.css:1:9 Dit hoort niet in een huisstijl."]
    assert problems(":root { --waw-kolom: 20rem;")[0].endswith("Een { wordt niet gesloten.")
    assert "is geen kleur" in problems(":root { --basis-focus-color: rood; }")[0]


@pytest.mark.parametrize(
    "value", ["url(x.png)", "expression(1)", "a</style>", "\\75rl(x)", "image-set('x' 1x)"]
)
def test_nothing_is_fetched_or_broken_out_of(value: str) -> None:
    assert problems(f":root {{ --basis-heading-font-family: {value}; }}") != []
    assert problems(f"@import '{value}';") != []


def test_a_dress_that_is_hard_to_read_is_refused() -> None:
    """In each light, at the token that was set."""
    said = problems(":root { --basis-color-default-color-subtle: #aaaaaa; }")
    assert said[0].startswith("h.css:1:9 --basis-color-default-color-subtle is op ")
    assert "2,2 op 1, en niet 4,5." in said[0]
    dark = ":root { --waw-grafiek-rang-1-color: #222222; }"
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}"
    assert len(problems(dark)) == 1


def test_titles_in_the_margin_cannot_break_out() -> None:
    from waw_site.kwartaal import Kwartaal

    css = stijl.stylesheet(TEMPLATES, b"", {Kwartaal(2024, 2): 'Een "naam" \\'}, "Werk").decode()
    assert '@bottom-left { content: "Monitor Een \\"naam\\" \\\\, tweede kwartaal 2024"; }' in css
    assert ".waw-2024-q2 { page: waw-2024-q2; }" in css


def test_the_icon_wears_the_house_style() -> None:
    """The icon in the tab has the colours of the programme, and ours without any."""
    theirs = b":root { --basis-color-accent-1-color-default: #7a1f4b; }"
    ours = stijl.icoon(TEMPLATES, b"").decode()
    assert ('stroke="#07505f"' in ours, "var(" in ours) == (True, False)
    assert ours.replace("#07505f", "#7a1f4b") == stijl.icoon(TEMPLATES, theirs).decode()
