"""
Hostile input is told or shown harmlessly, and never more than that.

hostile.py has the cases, hostile_outcomes.txt what must come of each: the first problems that it
gives, or `werkt`. `pytest tests/test_hostile.py --bless` writes the latter.
"""

from collections.abc import Iterator

import pytest

from hostile import CASES
from on_disk import HERE
from waw_site.problem import Ernst, Problem
from workshop import Workshop

OUTCOMES = HERE / "hostile_outcomes.txt"
TOLD = 2  # problems of a case that the table holds


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    return Workshop(tmp_path_factory.mktemp("vijandig"))


def expected() -> dict[str, str]:
    rows = OUTCOMES.read_text(encoding="utf-8").splitlines() if OUTCOMES.exists() else []
    return dict(row.split(" → ", 1) for row in rows)


EXPECTED = expected()


def outcome(problems: list[Problem]) -> str:
    """What stands in the way of a site, on one line; `werkt` where nothing does."""
    grave = [p for p in problems if p.ernst is Ernst.FOUT]
    own = [p for p in grave if not p.melding.startswith("Hier ontbreekt de sleutel")] or grave
    more = f" (+{len(grave) - TOLD})" if len(grave) > TOLD else ""
    return " | ".join(f"{p.place} {p.melding}" for p in own[:TOLD]) + more if grave else "werkt"


BLESSED: dict[str, str] = {}


@pytest.mark.parametrize("case", CASES)
def test_hostile_input_is_told_or_harmless(case: str, workshop: Workshop, bless: bool) -> None:
    """Each case gives exactly its problems, or a site in which nothing of it came alive."""
    said = outcome(workshop.problems(CASES[case]))
    if bless:
        BLESSED[case] = said
        OUTCOMES.write_text("".join(f"{k} → {v}\n" for k, v in BLESSED.items()), encoding="utf-8")
    else:
        assert said == EXPECTED[case]


def test_there_are_enough_cases() -> None:
    """A case that is no longer tried is missed, and so is one without an outcome."""
    assert len(CASES) >= 300
    assert list(EXPECTED) == list(CASES)
