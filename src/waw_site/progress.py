"""A line on a terminal for work that takes long; imports tqdm only then."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

SLOW = 0.5  # seconds of work before the line appears

T = TypeVar("T")


def progress(items: Iterable[T], total: int, words: str) -> Iterator[T]:
    """Pass *items* on, and tell how many of *total* are done once it takes long."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = time.monotonic()
    line = None
    for done, item in enumerate(items, start=1):
        yield item
        if line is not None:
            line.update()
        elif time.monotonic() - began > SLOW:
            from tqdm import tqdm

            line = tqdm(desc=words, total=total, initial=done, leave=False, unit="")
    if line is not None:
        line.close()
