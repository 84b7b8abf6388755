"""YAML as it is written: values, places, and never an exception."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from on_disk import KLEIN
from waw_site.model import Programma
from waw_site.read import Bestand
from waw_site.teksten import lees
from waw_site.tree import parse
from waw_site.validate import validate

SAMPLE = (KLEIN / "data/programma.yaml").read_bytes()


def test_scalars_stay_what_was_written() -> None:
    """What YAML itself would make of these is a surprise each time."""
    text = b"a: 0363\nb: no\nc: 2024-06-30\nd: 1_000\ne: 12\nf: '12'\n"
    text += b"g:\nh: ~\ni: null\nj: Null\nk: 1e3\n"
    assert parse("x.yaml", text).value == {
        "a": "0363",
        "b": "no",
        "c": "2024-06-30",
        "d": "1_000",
        "e": 12,
        "f": "12",
        "g": None,
        "h": None,
        "i": None,
        "j": "Null",
        "k": "1e3",
    }


def test_every_value_and_key_has_its_place() -> None:
    places = parse("x.yaml", "é: [1, {a: b}]\nc:\n  d: e\n".encode()).places
    assert str(places.value("é", 1, "a")) == "x.yaml:1:12"
    assert str(places.key("c", "d")) == "x.yaml:3:3"
    assert str(places.value("c", "d")) == "x.yaml:3:6"
    assert str(places.value("c", "onbekend")) == "x.yaml:3:3"


@settings(max_examples=300)
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"a: &b [*b]")
@example(b"{" * 5000)
@example(b"? {a: {b: [c]}}\n: d\n? [x]\n")
def test_no_bytes_can_break_it(data: bytes) -> None:
    """Whatever stands in a file, the answer is a value or a problem in the file."""
    for parsed in (parse("x.yaml", data), parse("x.yaml", SAMPLE[: len(data)] + data)):
        model, problems = validate(parsed, Programma)
        assert model or problems
        assert all(p.place.line >= 1 and p.place.column >= 1 for p in problems)
    lees(Bestand("content/x.md", "tekst", "", "", data), date(2024, 9, 30))


@settings(max_examples=300)
@given(
    st.integers(0, len(SAMPLE) - 1),
    st.sampled_from([*":-[]{}#&*!|>'\"%@`,?\t\n\r "]),
    st.booleans(),
)
def test_a_slip_of_the_finger_is_read_or_told(at: int, key: str, over: bool) -> None:
    """One character more or other, anywhere in a good file."""
    data = SAMPLE[:at] + key.encode() + SAMPLE[at + over :]
    model, problems = validate(parse("x.yaml", data), Programma)
    assert model or problems
    lines = data.decode().count("\n") + 1
    assert all(p.place.line <= lines and p.melding.endswith(".") for p in problems)
