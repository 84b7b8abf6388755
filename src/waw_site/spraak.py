"""How numbers are written in a language, as its own module says it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spraak:
    """
    The numbers of one language.

    `woorden` are whole numbers in one word, `halven` words that count and are no whole number, and
    `niet_gemeld` those that no one misses a figure for. `getal` finds what may be a number, and
    `geen_cijfers` what holds one and is no figure. `samengesteld` reads a number of more words
    (1,3 miljoen), `maanden` a time.
    """

    woorden: Mapping[str, int]
    halven: frozenset[str]
    niet_gemeld: tuple[str, ...]
    duizend: str  # between thousands
    komma: str  # before parts of one
    getal: re.Pattern[str]
    geen_cijfers: re.Pattern[str]
    samengesteld: Callable[[str], int | None]
    maanden: Callable[[str], int | None]
