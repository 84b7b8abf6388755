"""A text that is written as a value of YAML is read as that text, by whoever reads it."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

import yaml12
from waw_site.scalar import scalar
from waw_site.text import INVISIBLE
from waw_site.tree import parse

PLACES = {
    "alone": ("naam: {}\n", lambda value: value["naam"]),
    "in a list": ("- {}\n- b\n", lambda value: value[0]),
    "in brackets": ("a: [{}, b]\n", lambda value: value["a"][0]),
    "in braces": ("{{naam: {}, b: c}}\n", lambda value: value["naam"]),
    "as a key": ("{}: x\n", lambda value: next(iter(value))),
}
READERS = {"in Python": yaml.SafeLoader, "in C": getattr(yaml, "CSafeLoader", yaml.SafeLoader)}


@pytest.mark.parametrize("place", PLACES)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
@example("ja: nee, [x] {y} # z")
@example("2024-01-31")
@example("yes")
@example("1e3")
@example("<<")
@example("é\x85\u2028\ufeff\U0001f600\x07")
def test_what_is_written_is_read(place: str, text: str) -> None:
    """By PyYAML, by a reader of YAML 1.2, and by the monitor where it allows the characters."""
    form, found = PLACES[place]
    made = form.format(scalar(text))
    for reader in READERS.values():
        assert found(yaml.load(made, reader)) == text  # noqa: S506  both are safe
    assert found(yaml12.load(made)) == text
    if not INVISIBLE.search(text) and (text or place != "as a key"):  # every key has a name
        assert found(parse("", made.encode()).value) == text


@pytest.mark.parametrize("text", ["2024-Q4", "Zorg (a)", "it's", "ja", "één-twee"])
def test_what_needs_no_quotation_marks_has_none(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["", "12", "1.5", "1e3", "no", "Y", "null", "~", "2024-01-31", "a: b", "a, b", "x #y"]
)
def test_what_can_be_read_as_something_else_has_them(text: str) -> None:
    assert scalar(text) == f'"{text}"'
