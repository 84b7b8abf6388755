"""The line on a terminal, for work that takes long."""

import io
import sys

import pytest

from waw_site import progress as progressing
from waw_site.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "slow", "seen"),
    [(Terminal(), -1.0, True), (Terminal(), 3600.0, False), (io.StringIO(), -1.0, False)],
)
def test_line_appears_only_for_long_work_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, slow: float, seen: bool
) -> None:
    """Whatever is shown, all items come through in order."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progressing, "SLOW", slow)
    assert list(progress(iter(range(50)), 50, "Grafieken")) == list(range(50))
    assert ("Grafieken" in stream.getvalue()) == seen
