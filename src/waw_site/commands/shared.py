"""What commands have in common: opening the input, and saying what stands in the way."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from waw_site import cache as caching
from waw_site import folders, report
from waw_site.add import Vervanging, add
from waw_site.cache import Cache, digest
from waw_site.dataset import Dataset
from waw_site.invoer import Input, inspect
from waw_site.kwartaal import Kwartaal
from waw_site.options import MisuseError, Options
from waw_site.problem import Place, Problem, nearest, oorzaak
from waw_site.site import LeakError, compose, open_cache
from waw_site.write import NotOursError, check_target

ROOT = Path(folders.ROOT)
FINE, WRONG_INPUT, WRONG_USE = 0, 1, 2


def opened(options: Options, before: Cache | None = None) -> tuple[Input, Cache]:
    """
    The input, with the paths that the user knows it by, and the cache that goes with it.

    *before* is the cache of an earlier build in this process.
    """
    own = digest(str(options.content.absolute()), *options.editions)[:12]
    cache = open_cache(cache_folder(options) / own if options.cached else None, before)
    found = inspect(options.data, options.content, cache, options.on)
    _agree(options, found)
    return replace(found, problems=tuple(named(found.problems, options))), cache


def _agree(options: Options, found: Input) -> None:
    """Leave no word in any cache here of a story that is no longer told."""
    try:
        caching.agree(cache_folder(options), found.verteld, keep=options.cached)
    except OSError as error:
        path, why = where(Path(error.filename)), oorzaak(error)
        message = f"Let op: {path} kan niet weg ({why}). Daarin kan een verhaal staan dat niet"
        print(f"{message} meer verteld mag worden. Haal het zelf weg.", file=sys.stderr)


def save(options: Options, found: Input, cache: Cache) -> None:
    """Keep what was made; another build may have kept other stories in the meantime."""
    with contextlib.suppress(OSError):  # it was said at the start
        caching.agree(cache_folder(options), found.verteld, keep=options.cached)
    cache.save()


def cache_folder(options: Options) -> Path:
    """Where the caches of these data are."""
    return Path(folders.cache_of(str(options.data)))


def named(problems: Iterable[Problem], options: Options) -> Iterable[Problem]:
    """These problems, with the paths that the user knows the files by."""
    for problem in problems:
        yield replace(problem, place=known_as(problem.place, options))


def known_as(place: Place, options: Options) -> Place:
    """*place*, with the path that the user knows its file by."""
    shown = {"data": where(options.data), "content": where(options.content)}
    top, _, rest = place.path.partition("/")
    return replace(place, path=f"{shown.get(top, top)}/{rest}".replace(os.sep, "/"))


def show(problems: tuple[Problem, ...], stream: TextIO) -> None:
    """Print problems, in colour where that can be seen."""
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if problems:
        stream.write(f"{report.text(problems, colour=colour)}\n")


@contextlib.contextmanager
def told(what: str) -> Iterator[None]:
    """Say in Dutch why something could not be written."""
    try:
        yield
    except NotOursError as refused:
        hint = "De monitor vervangt alleen een map die zij zelf maakte; kies met --out een andere."
        raise MisuseError(f"{refused} {hint}") from None
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        message = f"{what} niet worden geschreven: {oorzaak(error)}{place}."
        raise MisuseError(message) from None


def guard(options: Options) -> None:
    """Refuse a target that holds the input or the program, or lies inside it."""
    check_target(options.out)
    out = options.out.absolute().resolve()
    for folder in (options.data, options.content, Path(folders.SOURCE), Path(folders.TEMPLATES)):
        inside = folder.resolve()
        if out == inside or out in inside.parents or inside in out.parents:
            raise MisuseError(
                f"De site kan niet in {where(options.out)} komen: daar hoort {where(folder)}."
            )


def asked(options: Options, found: Input) -> frozenset[Kwartaal] | None:
    """The editions that were asked for; None for all."""
    if not options.editions:
        return None
    known = {str(kwartaal): kwartaal for kwartaal in found.editions}
    for name in options.editions:
        if name not in known:
            raise MisuseError(f"Er is geen editie “{name}”. {nearest(name, known)}")
    return frozenset(known[name] for name in options.editions)


def rhythm(kwartaal: Kwartaal | None, dataset: Dataset) -> None:
    """Refuse a period that the programme does not report on: it has another rhythm."""
    ritme = dataset.programma.ritme
    if kwartaal and kwartaal.ritme is not ritme:
        message = f"{kwartaal} is geen {ritme}. Schrijf het zo: --kwartaal {ritme.voorbeeld}."
        raise MisuseError(message)


def refuse(found: Input, options: Options) -> int:
    """Show what stands in the way, and only that; the rest can wait."""
    grave = found.grave(strict=options.strict)
    show(grave, sys.stderr)
    kept = f" Wat in {where(options.out)} stond, staat er nog." if options.out.exists() else ""
    if kept and found.dataset and found.dataset.weggelaten:
        kept += " Daarin kan nog een verhaal staan dat niet meer verteld mag worden."
    print(f"{report.counts(grave)}. Er is niets gebouwd.{kept}", file=sys.stderr)
    return WRONG_INPUT


def leaks(found: Input, options: Options) -> int:
    """Refuse what the whole site would give away; nothing is composed where nothing is hidden."""
    if found.dataset is None or not found.dataset.verborgen:
        return FINE
    try:
        compose(found, Cache.none())
    except LeakError as leak:
        return leaked(leak, found, options)
    return FINE


def leaked(leak: LeakError, found: Input, options: Options) -> int:
    """Show what the pages would give away."""
    return refuse(replace(found, problems=tuple(named(leak.problems, options))), options)


def remarks(found: Input, options: Options) -> str:
    """How many problems did not stop the build, and how to read them."""
    own = [("--data", options.data, "data"), ("--content", options.content, "content")]
    given = "".join(
        f" {option} {where(folder)}"
        for option, folder, name in own
        if folder != options.programma / name
    )
    if options.programma != Path(folders.programma_of(())):
        given = f" --programma {where(options.programma)}{given}"
    given += f" --on {options.on}" if options.on else ""
    counted = report.counts(found.problems)
    call = folders.aanroep(os.getcwd())
    return f"\n{counted}; lees ze met: {call} check{given}" if counted else ""


def legneer(files: Mapping[Path, str]) -> tuple[Path, ...]:
    """
    Write those of *files* that say something else than what stands there, or none; says which.

    Raises OSError.
    """
    made = {path: text.encode() for path, text in files.items()}
    was = {path: path.read_bytes() for path in made if path.is_file()}
    changed = {p: Vervanging(was[p], data) for p, data in made.items() if was.get(p, data) != data}
    new = {path: data for path, data in made.items() if path not in was}
    add(new, changed)
    return (*changed, *new)


def where(path: Path) -> str:
    """A path as short as it can be told from here."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # on Windows there is no way to another drive
        return os.path.abspath(path)
    return os.path.abspath(path) if near.startswith("..") else near
