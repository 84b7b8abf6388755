"""The handleiding knows every key, and its examples are read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from on_disk import REAL, found
from waw_site import model
from waw_site.belofte import BELOFTEN
from waw_site.binding import bind
from waw_site.load import load_data
from waw_site.model import (
    Afkorting,
    Begroting,
    Brief,
    Editie,
    Fase,
    Koersregel,
    Kwalificatie,
    Oordeel,
    Programma,
    Project,
    Stand,
    Tegenspraak,
    Terugblik,
    Verhaal,
    Voorstel,
)
from waw_site.read import Bestand, Files
from waw_site.teksten import lees
from waw_site.text import Tekst
from waw_site.tree import parse
from waw_site.validate import validate, validate_each

DAY = date(2024, 9, 30)
PAGES = [REAL / "docs/handleiding.md", *sorted((REAL / "docs/handleiding").glob("*.md"))]
TEXT = "\n".join(page.read_text() for page in PAGES)


def keys(kind: type[model.Model] = model.Model) -> Iterator[str]:
    """The keys of every kind of model there is."""
    for thing in kind.__subclasses__():
        yield from thing.model_fields
        yield from keys(thing)


@pytest.mark.parametrize("key", sorted(set(keys())))
def test_every_key_is_explained(key: str) -> None:
    assert f"`{key}`" in TEXT or f"{key}:" in TEXT


@pytest.mark.parametrize("word", [*Fase, *Kwalificatie, *Oordeel])
def test_every_choice_is_named(word: str) -> None:
    assert f"`{word}`" in TEXT


def test_thresholds_are_those_of_the_program() -> None:
    assert f"vanaf {Koersregel().op_koers_vanaf} procent op koers" in TEXT
    assert f"vanaf {Koersregel().bijsturen_vanaf} procent\nbijsturen" in TEXT


def example(first: str) -> bytes:
    """The indented example that begins with the line *first*."""
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", TEXT, flags=re.MULTILINE)
    block = next(b for b in blocks if b.lstrip("\n").startswith(f"    {first}"))
    return re.sub(r"^    ", "", block, flags=re.MULTILINE).strip("\n").encode() + b"\n"


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("bron:\n", Stand),
        ("naam: Bouw", Project),
        ("titel: Werken aan Werk", Editie),
        ("naam: Werken aan Werk", Programma),
        ("titel: Raadsbrief", Brief),
        ("soort: voorstel", Voorstel),
        ("titel: Begroting", Begroting),
        ("titel: Terugblik", Terugblik),
    ],
)
def test_examples_are_valid(first: str, kind: type[model.Model]) -> None:
    """What the handleiding shows can be copied."""
    thing, problems = validate(parse("voorbeeld.yaml", example(first)), kind)
    assert (problems, thing is None) == ([], False)


@pytest.mark.parametrize(
    ("first", "kind"), [("RMT:\n", Afkorting), ("werk-in-de-zorg:\n", Tegenspraak)]
)
def test_examples_of_lists_are_valid(first: str, kind: type[model.Model]) -> None:
    """The files that map names to things of one kind."""
    things, problems = validate_each(parse("voorbeeld.yaml", example(first)), kind)
    assert (problems, len(things) > 0) == ([], True)


def test_examples_of_what_stands_above_a_text_are_valid() -> None:
    """Of a story, and of a text with facts."""
    story = lees(
        Bestand("content/verhalen/x.md", "verhaal", "x", "", example("---\n    titel")), DAY
    )
    text = lees(Bestand("content/x.md", "tekst", "", "", example("---\n    feiten")), DAY)
    assert (story.problems, isinstance(story.voorwerk, Verhaal)) == ((), True)
    assert (text.problems, text.tekst is not None) == ((), True)


def test_example_of_publicatie_is_valid() -> None:
    """It is one key of programma.yaml."""
    with_it = example("naam: Werken aan Werk") + example("publicatie:\n")
    thing, problems = validate(parse("voorbeeld.yaml", with_it), Programma)
    assert (problems, bool(thing and thing.publicatie)) == ([], True)


def test_example_of_bronnen_is_valid() -> None:
    file = Bestand("data/bronnen.yaml", "bronnen", "", "", example("monitor-2024-q2:\n"))
    messages = [p.melding for p in load_data(Files((file,), ())).problems]
    assert messages == ["Dit bestand ontbreekt."]


def test_rule_of_each_word_is_that_of_the_program() -> None:
    """Every word that rounds, how far it may be off, and in which direction."""
    rows = dict(re.findall(r"^\| ([a-z' ,]+) \| (.*(?:getal|eronder).*) \|$", TEXT, re.MULTILINE))
    for kind, promise in BELOFTEN.items():
        rule = next(rule for words, rule in rows.items() if str(kind) in words.split(", "))
        assert f"hoogstens {max(promise.onder, promise.boven)} procent" in rule
        if promise.onder and promise.boven:
            continue
        assert rule.startswith("op " if promise.gelijk else ("onder" if promise.onder else "boven"))


def sentences() -> list[str]:
    block = TEXT.split("Tien zinnen")[1].split("**Woorden")[0]
    return re.findall(r"^    (.+)$", block, re.MULTILINE)


def test_ten_sentences_are_true_of_the_newest_edition() -> None:
    """The examples of figures in a text can be copied: each says what the data says."""
    real = found(REAL)
    assert real.dataset
    assert len(sentences()) == 10
    path = "content/2024-Q2/koers.md"
    tekst = Tekst(path, None, "\n".join(sentences()), 1)
    bound = bind(replace(real.dataset, teksten={path: tekst}, proza=()), real.editions)
    told = [p for p in bound.problems if "wordt niet gebruikt" not in p.melding]
    assert told == []
