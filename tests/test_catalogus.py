"""One catalogue holds every word of the pages, and every language says all of it."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from on_disk import REAL
from vertalingen import brought_up_to_date, extracted, untranslated, written
from waw_site.cache import Cache
from waw_site.catalogus import TALEN, _, catalogue, ngettext, spreek, taal

SOURCE = REAL / "src" / "waw_site"
LANGUAGES = sorted(path.stem for path in TALEN.glob("*.po"))
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}|</?\w[^>]*>")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_is_current(language: str) -> None:
    """Its words are those of the source; `make vertalingen` brings it up to date."""
    path = TALEN / f"{language}.po"
    with path.open("rb") as file:
        known = {message.id for message in read_po(file)}
    assert known == {message.id for message in extracted()}
    assert path.read_bytes() == written(brought_up_to_date(path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    """No word is left in Dutch, and no translation is in doubt."""
    known = brought_up_to_date(TALEN / f"{language}.po")
    assert [message.id for message in untranslated(known)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_agree(language: str) -> None:
    """A translation has the placeholders and tags of its words, no more and no less."""
    known = brought_up_to_date(TALEN / f"{language}.po")
    assert [message.id for message in known if message.id and not _agrees(message)] == []


def _agrees(message: Message) -> bool:
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    asked = [sorted(_PLACEHOLDER.findall(text)) for text in ids]
    return all(sorted(_PLACEHOLDER.findall(text)) in asked for text in said if text)


def test_dutch_is_what_the_source_says() -> None:
    assert (taal(), _("Alle edities"), ngettext("één", "meer", 2)) == ("nl", "Alle edities", "meer")


def test_another_language_is_spoken_for_a_while() -> None:
    with spreek(catalogue("en")):
        assert (taal(), _("Alle edities")) == ("en", "All editions")
    assert taal() == "nl"


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.stem)
def test_no_function_hides_the_catalogue(path: Path) -> None:
    """Where a function calls `_`, it names no value of its own so: it would speak of that."""
    hiding = []
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            inside = list(ast.walk(function))
            loops = [c for c in inside if isinstance(c, ast.comprehension)]
            own = {id(n) for loop in loops for n in ast.walk(loop.target)}  # known only there
            names = [n for n in inside if isinstance(n, ast.Name) and n.id == "_"]
            called = [c.func for c in inside if isinstance(c, ast.Call)]
            named = any(isinstance(n.ctx, ast.Store) and id(n) not in own for n in names)
            if named and any(n in called for n in names):
                hiding.append(function.name)
    assert hiding == []


def test_a_language_is_read_once(tmp_path: Path) -> None:
    """What was made of a catalogue is kept for the next build."""
    first = Cache(tmp_path, "1")
    catalogue("en", first.templates)
    first.save()
    second = Cache(tmp_path, "1").templates
    second.put = forbidden  # type: ignore[method-assign]  # nothing may be put
    with spreek(catalogue("en", second)):
        assert _("Alle edities") == "All editions"


def forbidden(key: str, value: object) -> None:
    raise AssertionError(f"{key} is made anew")
