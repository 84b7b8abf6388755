"""One catalogue for every word of a page that we wrote: Dutch in the source, others beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from waw_site.cache import Store, digest

NEDERLANDS = "nl"
TALEN = Path(__file__).parent / "talen"  # a catalogue for each other language

_DUTCH = NullTranslations()  # says what stands in the source
_known: dict[str, NullTranslations] = {}  # the other languages, each read once
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


def catalogue(language: str, compiled: Store | None = None) -> NullTranslations:
    """
    The words of *language*; Dutch needs no reading.

    Reading them takes Babel a while, so what it made of them is kept in *compiled*.
    """
    if language == NEDERLANDS:
        return _DUTCH
    if language not in _known or compiled is not None:
        po = (TALEN / f"{language}.po").read_bytes()
        make = partial(_compile, language, po)
        mo = compiled.memo(digest(language, po), make) if compiled is not None else make()
        _known[language] = GNUTranslations(BytesIO(mo))
    return _known[language]


def _compile(language: str, po: bytes) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    mo = BytesIO()
    write_mo(mo, read_po(BytesIO(po), locale=language))
    return mo.getvalue()


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
