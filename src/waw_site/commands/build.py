"""Build the site."""

import contextlib
import os
import time
from pathlib import Path

from waw_site import cache as caching
from waw_site import folders, manifest
from waw_site.commands.shared import (
    FINE,
    ROOT,
    asked,
    cache_folder,
    guard,
    leaked,
    leaks,
    opened,
    refuse,
    remarks,
    save,
    told,
    where,
)
from waw_site.options import Options
from waw_site.site import Built, LeakError, build


def run(options: Options) -> int:
    """Build, and remember what was built from what."""
    began, clock = time.time_ns(), time.perf_counter()
    program = (folders.TEMPLATES, folders.SOURCE, str(ROOT / "build.py"))
    inputs = (str(options.data.absolute()), str(options.content.absolute()), *program)
    before = manifest.snapshot(inputs) + manifest.surroundings()
    with told("De site kon"):
        guard(options)
        found, cache = opened(options)
        dataset = found.usable(strict=options.strict)
        if dataset is None:
            return refuse(found, options)
        only = asked(options, found)
        if only and (code := leaks(found, options)):  # what is not built now is online already
            return code
        try:
            built = build(found, options.out, cache, only, concept=options.concept)
        except LeakError as leak:
            return leaked(leak, found, options)
    save(options, found, cache)
    print(_summary(built, options, time.perf_counter() - clock) + remarks(found, options))
    # A manifest holds the size of each input file, and so might tell of a hidden number.
    if options.cached and not dataset.verborgen and not manifest.is_racy(before, began):
        lines = [*before, *built.written]
        path = manifest.path_for(str(cache_folder(options)), [os.getcwd(), *options.argv])
        said = _nothing_new(built, options) + remarks(found, options)
        if data := manifest.encode(lines, said):
            with contextlib.suppress(OSError):
                caching.replace(Path(path), data)
    return FINE


def _summary(built: Built, options: Options, seconds: float) -> str:
    charts = "grafiek" if built.drawn == 1 else "grafieken"
    spent = f"{seconds:.1f}".replace(".", ",")
    return (
        f"{where(options.out)}: {built.pages} pagina's, {built.drawn} {charts} getekend en "
        f"{built.reused} hergebruikt, {spent} s."
    )


def _nothing_new(built: Built, options: Options) -> str:
    return f"Niets gewijzigd: {where(options.out)} is actueel, {built.pages} pagina's."
