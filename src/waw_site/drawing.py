"""Charts on demand: those that were drawn before come from the cache, the others are drawn."""

import os
import sys
from collections.abc import Iterable, Iterator

from waw_site.cache import Cache, digest
from waw_site.catalogus import begin, taal
from waw_site.chart import Beeld, draw
from waw_site.chart.spec import Tekening
from waw_site.progress import progress

# Charts from which a second process pays: a copy of this process is cheap, a new one must first
# import matplotlib.
_PAYS = {"fork": 60, "spawn": 600}


def draw_all(
    wanted: Iterable[Tekening], cache: Cache
) -> tuple[dict[Tekening, tuple[Beeld, ...]], int]:
    """Every chart of *wanted*, and how many had to be drawn."""
    wanted = list(wanted)
    known = {t: beelden for t in wanted if (beelden := cache.charts.get(_key(t)))}
    missing = [t for t in wanted if t not in known]
    drawn = progress(_draw(missing), len(missing), "Grafieken")
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


def _draw(missing: list[Tekening]) -> Iterator[tuple[Beeld, ...]]:
    method = "fork" if sys.platform == "linux" else "spawn"
    cores = len(os.sched_getaffinity(0)) if method == "fork" else os.cpu_count() or 1
    if cores < 2 or len(missing) < _PAYS[method]:
        return map(draw, missing)
    return _draw_together(missing, method, cores)


def _draw_together(missing: list[Tekening], method: str, cores: int) -> Iterator[tuple[Beeld, ...]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if method == "fork":
        import matplotlib.backends.backend_svg  # noqa: F401  once, before the copies are made
    context = get_context(method)
    with ProcessPoolExecutor(cores, context, initializer=begin, initargs=(taal(),)) as pool:
        yield from pool.map(draw, missing, chunksize=-(-len(missing) // (cores * 16)))
