"""The site as the input is now, in memory, and what stands in the way of it."""

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from waw_site.cache import Cache
from waw_site.commands.shared import asked, named, opened
from waw_site.invoer import Input
from waw_site.options import MisuseError, Options
from waw_site.problem import Problem
from waw_site.site import compose, leaking


@dataclass(frozen=True, slots=True)
class Preview:
    """The last good site; `blocking` is what keeps a newer one from being shown."""

    files: Mapping[str, bytes]
    version: str = ""  # of the files
    problems: tuple[Problem, ...] = ()
    blocking: tuple[Problem, ...] = ()
    failure: str = ""  # of the program itself, or of how it was called
    found: Input | None = None  # what the files were made of, and with
    cache: Cache | None = None


def remade(options: Options, before: Preview) -> Preview:
    """The preview of what stands there now; where that is no site, *before* with its problems."""
    return _unless_stuck(before, lambda: _made(options, before))


def audited(options: Options, made: Preview, before: Preview) -> Preview:
    """
    What may stay of *made*: where its pages give away what they hide, *before* with what they tell.

    That takes longer than making them.
    """
    return _unless_stuck(made, lambda: _held(options, made, before))


def _unless_stuck(stays: Preview, make: Callable[[], Preview]) -> Preview:
    try:
        return make()
    except MisuseError as misuse:
        return replace(stays, problems=(), blocking=(), failure=str(misuse))
    except Exception as error:
        traceback.print_exc()
        message = f"Het programma liep vast: {error!r}. Meer staat in de terminal."
        return replace(stays, problems=(), blocking=(), failure=message)


def _made(options: Options, before: Preview) -> Preview:
    found, cache = opened(options, before.cache)
    if blocking := found.grave(strict=options.strict):
        return replace(before, problems=found.problems, blocking=blocking, failure="")
    only = asked(options, found)
    files = compose(found, cache, only, concept=True, audited=False).files
    version = f"{hash(frozenset(files.items())):x}"  # of what did not change it is known
    return Preview(files, version, found.problems, found=found, cache=cache)


def _held(options: Options, made: Preview, before: Preview) -> Preview:
    if made.found is None:
        return made
    leaks = tuple(named(leaking(made.found, made.files, Cache.none()), options))
    return replace(before, problems=leaks, blocking=leaks, failure="") if leaks else made
