"""The site as the input is now, in memory, and what stands in the way of it."""

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace

from waw_site.cache import Cache
from waw_site.commands.shared import asked, named, opened
from waw_site.invoer import Input
from waw_site.options import MisuseError, Options
from waw_site.problem import Problem
from waw_site.site import LeakError, compose


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
    try:
        return _made(options, before)
    except MisuseError as misuse:
        return _failed(before, str(misuse))
    except Exception as error:
        traceback.print_exc()
        return _failed(before, f"Het programma liep vast: {error!r}. Meer staat in de terminal.")


def _made(options: Options, before: Preview) -> Preview:
    found, cache = opened(options, before.cache)
    if blocking := found.grave(strict=options.strict):
        return replace(before, problems=found.problems, blocking=blocking, failure="")
    only = asked(options, found)
    try:
        files = compose(found, cache, only, concept=True).files
    except LeakError as leak:
        blocking = tuple(named(leak.problems, options))
        return replace(before, problems=blocking, blocking=blocking, failure="")
    version = f"{hash(frozenset(files.items())):x}"  # of what did not change it is known
    return Preview(files, version, found.problems, found=found, cache=cache)


def _failed(before: Preview, message: str) -> Preview:
    return replace(before, problems=(), blocking=(), failure=message)
