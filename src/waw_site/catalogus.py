"""One catalogue for every word of a page that we wrote: Dutch in the source, others beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

NEDERLANDS = "nl"
TALEN = Path(__file__).parent / "talen"  # a catalogue for each other language

_DUTCH = NullTranslations()  # says what stands in the source
_catalogue: ContextVar[NullTranslations] = ContextVar("catalogue", default=_DUTCH)


def _(text: str) -> str:
    """The words of *text*, which is Dutch, in the language of the programme."""
    return _catalogue.get().gettext(text)


def ngettext(one: str, more: str, number: int) -> str:
    """*one* or *more*, which are Dutch, as fits *number*, in the language of the programme."""
    return _catalogue.get().ngettext(one, more, number)


def later(text: str) -> str:
    """*text* as it is: words of a table, which go through the catalogue when they are said."""
    return text


def taal() -> str:
    """The language that is spoken, as HTML names it."""
    return _catalogue.get().info().get("language", NEDERLANDS)


@cache
def catalogue(language: str) -> NullTranslations:
    """The words of *language*. Reading them imports Babel; Dutch needs no reading."""
    if language == NEDERLANDS:
        return _DUTCH
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (TALEN / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


@contextmanager
def spreek(words: NullTranslations) -> Iterator[None]:
    """Say what is said meanwhile in *words*."""
    token = _catalogue.set(words)
    try:
        yield
    finally:
        _catalogue.reset(token)


def begin(language: str) -> None:
    """Speak *language* from now on: for a process of its own, which does not know ours."""
    _catalogue.set(catalogue(language))
