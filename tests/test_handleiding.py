"""The handleiding knows every key, and its examples are read."""

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from on_disk import REAL
from waw_site import koers, model
from waw_site.load import load_data
from waw_site.model import Editie, Fase, Kwalificatie, Oordeel, Programma, Project, Stand
from waw_site.read import Bestand, Files
from waw_site.tree import parse
from waw_site.validate import validate

TEXT = (REAL / "docs/handleiding.md").read_text()


def keys() -> Iterator[str]:
    for name in model.__all__:
        thing = getattr(model, name)
        if isinstance(thing, type) and issubclass(thing, BaseModel):
            yield from thing.model_fields


@pytest.mark.parametrize("key", sorted(set(keys())))
def test_every_key_is_explained(key: str) -> None:
    assert f"`{key}`" in TEXT or f"{key}:" in TEXT


@pytest.mark.parametrize("word", [*Fase, *Kwalificatie, *Oordeel])
def test_every_choice_is_named(word: str) -> None:
    assert f"`{word}`" in TEXT


def test_thresholds_are_those_of_the_program() -> None:
    assert f"vanaf {koers.OP_KOERS_VANAF} procent op koers" in TEXT
    assert f"vanaf {koers.BIJSTUREN_VANAF} procent\nbijsturen" in TEXT


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
    ],
)
def test_examples_are_valid(first: str, kind: type[model.Model]) -> None:
    """What the handleiding shows can be copied."""
    thing, problems = validate(parse("voorbeeld.yaml", example(first)), kind)
    assert (problems, thing is None) == ([], False)


def test_example_of_bronnen_is_valid() -> None:
    file = Bestand("data/bronnen.yaml", "bronnen", "", "", example("monitor-2024-q2:\n"))
    messages = [p.melding for p in load_data(Files((file,), ())).problems]
    assert messages == ["Dit bestand ontbreekt."]
