"""One catalogue for every word of a page that we wrote: Dutch in the source, others beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations

_DUTCH = NullTranslations()  # says what stands in the source
_catalogue: ContextVar[NullTranslations] = ContextVar("catalogue", default=_DUTCH)


def _(text: str) -> str:
    """The words of *text*, which is Dutch, in the language of the programme."""
    return _catalogue.get().gettext(text)


def ngettext(one: str, more: str, number: int) -> str:
    """*one* or *more*, which are Dutch, as fits *number*, in the language of the programme."""
    return _catalogue.get().ngettext(one, more, number)


@contextmanager
def spreek(catalogue: NullTranslations) -> Iterator[None]:
    """Say what is said meanwhile in the words of *catalogue*."""
    token = _catalogue.set(catalogue)
    try:
        yield
    finally:
        _catalogue.reset(token)
