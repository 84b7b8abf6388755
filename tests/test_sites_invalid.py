"""
Each folder of sites_invalid/ is one fault: files laid over the small site, and what must be said.

`_problems.txt` is the exact output of check; `_removed.txt` names files that the fault takes away.
"""

import shutil
from pathlib import Path

import pytest

from on_disk import HERE, KLEIN, copy, problems

FAULTS = sorted(p for p in (HERE / "sites_invalid").iterdir() if p.is_dir())


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_gives_exactly_its_problems(fault: Path, tmp_path: Path, bless: bool) -> None:
    """Every broken site gives its own problems, with their places, and no other."""
    site = copy(KLEIN, tmp_path / "site")
    for name in ("data", "content"):
        if (fault / name).exists():
            shutil.copytree(fault / name, site / name, dirs_exist_ok=True)
    removed = fault / "_removed.txt"
    for line in removed.read_text().split() if removed.exists() else ():
        (site / line).unlink()
    actual = problems(site)
    if bless:
        (fault / "_problems.txt").write_text(actual)
    assert (fault / "_problems.txt").read_text() == actual


def test_there_are_enough_faults() -> None:
    """A fault that is no longer tested is missed."""
    assert len(FAULTS) >= 40


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_messages_fit_and_are_dutch_sentences(fault: Path) -> None:
    """No line of a message is wider than 100, and each says something."""
    lines = (fault / "_problems.txt").read_text().splitlines()
    assert lines
    assert all(len(line) <= 100 for line in lines if not line.startswith(("data", "content")))
