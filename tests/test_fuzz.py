"""
What goes wrong at random is told as well: no traceback, a place, and the old site untouched.

`make fuzz` sets FUZZ to the number of inputs; without it each part has few. FUZZ_SEED gives others,
and without it they are always the same.
"""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import fuzz
from on_disk import KLEIN, REAL
from workshop import Workshop

MANY = int(os.environ.get("FUZZ", "0"))
SEED = int(os.environ.get("FUZZ_SEED", "0"))
EACH = 10  # one in so many refusals is a run of the whole program
Kind = Callable[[Path], st.SearchStrategy[tuple[str, bytes]]]
PARTS: list[tuple[Path, Kind, int]] = [  # the site, what goes wrong, and its share in percent
    *((KLEIN, fuzz.mutated, 10) for _ in range(4)),
    *((KLEIN, fuzz.scratched, 10) for _ in range(2)),
    *((KLEIN, fuzz.expressions, 10) for _ in range(2)),
    (REAL, fuzz.mutated, 10),
    (REAL, fuzz.expressions, 10),
]
FEW = 3  # inputs of a normal run, per percent


@pytest.mark.parametrize("part", range(len(PARTS)))
def test_what_goes_wrong_is_told(part: int, tmp_path: Path) -> None:
    """Each is a site that is built, in which nothing came alive, or a refusal with its place."""
    site, kind, share = PARTS[part]
    workshop = Workshop(tmp_path, site)
    seen: Counter[str] = Counter()
    inputs = MANY * share // 100 if MANY else FEW * share

    @seed(SEED * len(PARTS) + part)
    @settings(
        max_examples=inputs,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(kind(site))
    def told(file: tuple[str, bytes]) -> None:
        path, data = file
        refused = workshop.refused
        workshop.problems({path: data})
        seen[path.rpartition(".")[2]] += 1
        if workshop.refused > refused and refused % EACH == 0:
            workshop.refuse({path: data})

    told()
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(seen.items()))
    name = kind.__name__
    print(
        f"{name}, {site.name}: {seen.total()} inputs ({kinds}), {workshop.built} built, "
        f"{workshop.refused} refused, none lost"
    )
    assert seen.total() >= inputs
    assert workshop.built + workshop.refused >= seen.total()
