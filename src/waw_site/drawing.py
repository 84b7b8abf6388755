"""Charts on demand: those that were drawn before come from the cache, the others are drawn."""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from waw_site.cache import Cache, digest
from waw_site.catalogus import begin, taal
from waw_site.chart import Beeld, beeld, draw
from waw_site.chart.spec import Deel, Plaat, Tekening
from waw_site.progress import progress

# Charts and pictures from which a second process pays: a copy of this process is cheap, a new one
# must first import matplotlib.
_PAYS = {"fork": 60, "spawn": 600}
_PLATEN_PAY = {"fork": 8, "spawn": 80}

T = TypeVar("T")
R = TypeVar("R")


def draw_all(
    wanted: Iterable[Tekening], cache: Cache
) -> tuple[dict[Tekening, tuple[Beeld, ...]], int]:
    """Every chart of *wanted*, and how many had to be drawn."""
    wanted = list(wanted)
    known = {t: beelden for t in wanted if (beelden := cache.charts.get(_key(t)))}
    missing = [t for t in wanted if t not in known]
    drawn = progress(_each(draw, missing, _PAYS), len(missing), "Grafieken")
    for tekening, beelden in zip(missing, drawn, strict=True):
        cache.charts.put(_key(tekening), beelden)
        known[tekening] = beelden
    return known, len(missing)


def keep(used: Iterable[Tekening], cache: Cache) -> None:
    """Remember also those charts whose pages did not have to be made again."""
    for tekening in used:
        cache.charts.get(_key(tekening))


def _key(tekening: Tekening) -> str:
    return digest(taal(), repr(tekening))


def platen(wanted: Iterable[Plaat | Deel], cache: Cache) -> dict[Plaat | Deel, dict[str, bytes]]:
    """The files of each picture, by what kind of file it is."""
    keys = {plaat: digest(taal(), repr(plaat)) for plaat in wanted}
    known = {p: files for p, key in keys.items() if (files := cache.platen.get(key))}
    missing = [plaat for plaat in keys if plaat not in known]
    drawn = progress(_each(beeld, missing, _PLATEN_PAY), len(missing), "Afbeeldingen")
    for plaat, files in zip(missing, drawn, strict=True):
        cache.platen.put(keys[plaat], files)
        known[plaat] = files
    return known


def _each(make: Callable[[T], R], missing: list[T], pays: Mapping[str, int]) -> Iterator[R]:
    """What *make* gives for each, by as many processes as pay."""
    alone = threading.current_thread() is threading.main_thread()  # a copy has no other threads
    method = "fork" if sys.platform == "linux" and alone else "spawn"
    cores = _cores()
    if cores < 2 or len(missing) < pays[method]:
        return map(make, missing)
    return _together(make, missing, method, cores)


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _together(make: Callable[[T], R], missing: list[T], method: str, cores: int) -> Iterator[R]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if method == "fork":
        import waw_site.chart.plaat  # noqa: F401  once, before the copies are made
    context = get_context(method)
    with ProcessPoolExecutor(cores, context, initializer=begin, initargs=(taal(),)) as pool:
        yield from pool.map(make, missing, chunksize=-(-len(missing) // (cores * 16)))
