"""The commands: build the site, print it, check the input, or seal an edition."""

import contextlib
import os
import sys
import textwrap
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from waw_site import cache as caching
from waw_site import folders, manifest, nieuw, pdf, report, waarmerk
from waw_site.cache import Cache, digest
from waw_site.kwartaal import Kwartaal
from waw_site.options import USAGE, MisuseError, Options, parse
from waw_site.papier import print_pdfs
from waw_site.problem import Problem, nearest, oorzaak
from waw_site.site import Built, Input, LeakError, build, compose, inspect, open_cache
from waw_site.write import NotOursError, check_target

ROOT = Path(folders.ROOT)
FINE, WRONG_INPUT, WRONG_USE = 0, 1, 2


def run(argv: list[str]) -> int:
    """Parse *argv* and do it; returns the exit code."""
    try:
        options = parse(argv, ROOT)
        match options.command:
            case "check":
                return _check(options)
            case "new":
                return _new(options)
            case "pdf":
                return _pdf(options)
            case "seal":
                return _seal(options)
            case "verify":
                return _verify(options)
            case _:
                return _build(options, argv)
    except MisuseError as misuse:
        message = textwrap.fill(str(misuse).strip(), report.WIDTH, break_on_hyphens=False)
        print(f"{message}\n\n{USAGE}\n\nMeer: python build.py --help", file=sys.stderr)
        return WRONG_USE


def _open(options: Options) -> tuple[Input, Cache]:
    """The input, with the paths that the user knows it by, and the cache that goes with it."""
    where = digest(str(options.content.absolute()), *options.editions)[:12]
    cache = open_cache(_cache(options) / where if options.cached else None)
    found = inspect(options.data, options.content, cache, options.on)
    _agree(options, found)
    return replace(found, problems=tuple(_named(found.problems, options))), cache


def _agree(options: Options, found: Input) -> None:
    """Leave no word in any cache here of a story that is no longer told."""
    try:
        caching.agree(_cache(options), found.verteld, keep=options.cached)
    except OSError as error:
        where, why = _where(Path(error.filename)), oorzaak(error)
        message = f"Let op: {where} kan niet weg ({why}). Daarin kan een verhaal staan dat niet"
        print(f"{message} meer verteld mag worden. Haal het zelf weg.", file=sys.stderr)


def _save(options: Options, found: Input, cache: Cache) -> None:
    """Keep what was made; another build may have kept other stories in the meantime."""
    with contextlib.suppress(OSError):  # it was said at the start
        caching.agree(_cache(options), found.verteld, keep=options.cached)
    cache.save()


def _cache(options: Options) -> Path:
    return Path(folders.cache_of(str(options.data)))


def _named(problems: Iterable[Problem], options: Options) -> Iterable[Problem]:
    shown = {"data": _where(options.data), "content": _where(options.content)}
    for problem in problems:
        top, _, rest = problem.place.path.partition("/")
        path = f"{shown.get(top, top)}/{rest}".replace(os.sep, "/")
        yield replace(problem, place=replace(problem.place, path=path))


def _check(options: Options) -> int:
    found, cache = _open(options)
    _only(options, found)
    _save(options, found, cache)
    problems = (*found.problems, *_named(_taal(found), options)) if options.taal else found.problems
    problems = tuple(sorted(problems))
    if options.format == "tekst":
        _print(problems, sys.stdout)
        print(report.counts(problems) or "Alles klopt.")
    else:
        sys.stdout.write(report.FORMATS[options.format](problems))
    return FINE if found.usable(strict=options.strict) else WRONG_INPUT


def _taal(found: Input) -> Iterable[Problem]:
    """Remarks on how the texts read; only these need the libraries of the extra `taal`."""
    if found.dataset is None:
        return ()
    try:
        from waw_site.taal import opmerkingen
    except ModuleNotFoundError as missing:
        message = f"Voor --taal ontbreekt de bibliotheek {missing.name}."
        raise MisuseError(f"{message} Haal haar op met: make taal.") from None
    return opmerkingen(found.stukken, found.gebonden, found.dataset)


def _new(options: Options) -> int:
    """Write the first version of a letter; nothing that stands there is touched."""
    found, _ = _open(options)
    dataset = found.usable(strict=False)
    if dataset is None:
        return _refuse(found, options)
    only = _only(options, found) or frozenset()
    files = {
        Path(getattr(options, path.split("/")[0])) / path.partition("/")[2]: text
        for kwartaal in only
        for path, text in nieuw.brief(dataset, found.editions[kwartaal]).items()
    }
    for path in files:
        if path.exists():
            raise MisuseError(f"{_where(path)} is er al; er is niets geschreven.")
    begun: list[Path] = []
    with _told("De brief kon"):
        try:
            for path, text in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    begun.append(path)
                    file.write(text)
        except OSError:
            for path in begun:  # half a letter is of no use
                path.unlink()
            raise
    for path in begun:
        print(f"Begonnen: {_where(path)}")
    return FINE


def _seal(options: Options) -> int:
    """Write the seal of an edition; one that stands there is never changed."""
    found, _ = _open(options)
    if found.usable(strict=False) is None:
        return _refuse(found, options)
    if leaked := _leaks(found, options):
        return leaked
    for kwartaal in _only(options, found) or ():
        path = options.data / "zegels" / f"{kwartaal}.yaml"
        if found.editions[kwartaal].editie.concept:
            hint = "Zet haar status eerst op definitief."
            raise MisuseError(f"De editie {kwartaal} is een concept. {hint}")
        text = waarmerk.zegel(found, kwartaal)
        if path.exists():
            if path.read_text(encoding="utf-8") != text:
                hint = "Dat zegel blijft; het erratum zegt wat daarna veranderde."
                raise MisuseError(f"De editie {kwartaal} is al verzegeld. {hint}")
            print(f"{_where(path)} stond er al, en zegt hetzelfde.")
            continue
        with _told("Het zegel kon"):
            caching.replace(path, text.encode())
        print(f"Verzegeld: {_where(path)}. Zet het in git.")
    return FINE


def _verify(options: Options) -> int:
    """Rebuild every sealed edition in memory and say what holds."""
    found, _ = _open(replace(options, cached=False))
    if found.dataset is None or (found.dataset.zegels and not found.zegels):
        return _refuse(found, options)
    if leaked := _leaks(found, options):
        return leaked
    said = [*waarmerk.waarmerk(found)]
    for line in said:
        print(
            textwrap.fill(line.tekst, report.WIDTH, subsequent_indent="  ", break_on_hyphens=False)
        )
    if not said:
        print("Er is nog geen editie verzegeld.")
    broken = [p for p in found.grave(strict=False) if "/zegels/" in p.place.path]
    _print(tuple(broken), sys.stderr)
    return WRONG_INPUT if broken or not all(line.klopt for line in said) else FINE


def _print(problems: tuple[Problem, ...], stream: TextIO) -> None:
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if problems:
        stream.write(f"{report.text(problems, colour=colour)}\n")


def _build(options: Options, argv: list[str]) -> int:
    began, clock = time.time_ns(), time.perf_counter()
    program = (folders.TEMPLATES, folders.SOURCE, str(ROOT / "build.py"))
    inputs = (str(options.data.absolute()), str(options.content.absolute()), *program)
    before = manifest.snapshot(inputs) + manifest.surroundings()
    with _told("De site kon"):
        _guard(options)
        found, cache = _open(options)
        dataset = found.usable(strict=options.strict)
        if dataset is None:
            return _refuse(found, options)
        only = _only(options, found)
        if only and (leaked := _leaks(found, options)):  # what is not built now is online already
            return leaked
        try:
            built = build(found, options.out, cache, only, concept=options.concept)
        except LeakError as leak:
            return _leaked(leak, found, options)
    _save(options, found, cache)
    print(_summary(built, options, time.perf_counter() - clock) + _remarks(found, options))
    # A manifest holds the size of each input file, and so might tell of a hidden number.
    if options.cached and not dataset.verborgen and not manifest.is_racy(before, began):
        lines = [*before, *built.written]
        path = manifest.path_for(str(_cache(options)), [os.getcwd(), *argv])
        said = _nothing_new(built, options) + _remarks(found, options)
        if data := manifest.encode(lines, said):
            with contextlib.suppress(OSError):
                caching.replace(Path(path), data)
    return FINE


def _pdf(options: Options) -> int:
    """Write a pdf of each edition and each document."""
    clock = time.perf_counter()
    try:
        pdf.check_surroundings()
    except pdf.MissingError as missing:
        raise MisuseError(str(missing)) from None
    with _told("De pdf's konden"):
        _guard(options)
        found, _ = _open(replace(options, cached=False))
        if found.usable(strict=options.strict) is None:
            return _refuse(found, options)
        if leaked := _leaks(found, options):
            return leaked
        made = print_pdfs(found, options.out, Cache.none(), _only(options, found))
    spent = f"{time.perf_counter() - clock:.1f}".replace(".", ",")
    print(f"{_where(options.out)}: {len(made)} pdf's, {spent} s." + _remarks(found, options))
    return FINE


@contextlib.contextmanager
def _told(what: str) -> Iterator[None]:
    """Say in Dutch why something could not be written."""
    try:
        yield
    except NotOursError as refused:
        hint = "De monitor vervangt alleen een map die zij zelf maakte; kies met --out een andere."
        raise MisuseError(f"{refused} {hint}") from None
    except OSError as error:
        message = f"{what} niet worden geschreven: {oorzaak(error)} ({error.filename})."
        raise MisuseError(message) from None


def _guard(options: Options) -> None:
    """Refuse a target that holds the input or the program, or lies inside it."""
    check_target(options.out)
    out = options.out.absolute().resolve()
    for folder in (options.data, options.content, Path(folders.SOURCE), Path(folders.TEMPLATES)):
        inside = folder.resolve()
        if out == inside or out in inside.parents or inside in out.parents:
            raise MisuseError(
                f"De site kan niet in {_where(options.out)} komen: daar hoort {_where(folder)}."
            )


def _only(options: Options, found: Input) -> frozenset[Kwartaal] | None:
    if not options.editions:
        return None
    known = {str(kwartaal): kwartaal for kwartaal in found.editions}
    for name in options.editions:
        if name not in known:
            raise MisuseError(f"Er is geen editie “{name}”. {nearest(name, known)}")
    return frozenset(known[name] for name in options.editions)


def _refuse(found: Input, options: Options) -> int:
    """Show what stands in the way, and only that; the rest can wait."""
    grave = found.grave(strict=options.strict)
    _print(grave, sys.stderr)
    kept = f" Wat in {_where(options.out)} stond, staat er nog." if options.out.exists() else ""
    if kept and found.dataset and found.dataset.weggelaten:
        kept += " Daarin kan nog een verhaal staan dat niet meer verteld mag worden."
    print(f"{report.counts(grave)}. Er is niets gebouwd.{kept}", file=sys.stderr)
    return WRONG_INPUT


def _leaks(found: Input, options: Options) -> int:
    """Refuse what the whole site would give away; nothing is composed where nothing is hidden."""
    if found.dataset is None or not found.dataset.verborgen:
        return FINE
    try:
        compose(found, Cache.none())
    except LeakError as leak:
        return _leaked(leak, found, options)
    return FINE


def _leaked(leak: LeakError, found: Input, options: Options) -> int:
    """Show what the pages would give away."""
    return _refuse(replace(found, problems=tuple(_named(leak.problems, options))), options)


def _summary(built: Built, options: Options, seconds: float) -> str:
    charts = "grafiek" if built.drawn == 1 else "grafieken"
    spent = f"{seconds:.1f}".replace(".", ",")
    return (
        f"{_where(options.out)}: {built.pages} pagina's, {built.drawn} {charts} getekend en "
        f"{built.reused} hergebruikt, {spent} s."
    )


def _nothing_new(built: Built, options: Options) -> str:
    return f"Niets gewijzigd: {_where(options.out)} is actueel, {built.pages} pagina's."


def _remarks(found: Input, options: Options) -> str:
    """How many problems did not stop the build, and how to read them."""
    folders = [("--data", options.data, "data"), ("--content", options.content, "content")]
    given = "".join(
        f" {option} {_where(folder)}" for option, folder, name in folders if folder != ROOT / name
    )
    given += f" --on {options.on}" if options.on else ""
    counted = report.counts(found.problems)
    return f"\n{counted}; lees ze met: python build.py check{given}" if counted else ""


def _where(path: Path) -> str:
    """A path as short as it can be told from here."""
    near = os.path.relpath(path)
    return str(path.absolute()) if near.startswith("..") else near
