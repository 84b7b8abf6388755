"""The preview as an editor starts it: the program itself, in a process of its own."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from on_disk import REAL


@dataclass(frozen=True, slots=True)
class Running:
    """A preview that runs: its address, and the process."""

    address: str
    process: subprocess.Popen[str]

    def said(self, words: str) -> str:
        """The next line in the terminal that holds *words*."""
        assert self.process.stdout
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if words in line:
                return line
        raise AssertionError("".join(lines))


@contextmanager
def previewed(site: Path, *more: str) -> Iterator[Running]:
    """Serve *site* until the end of the block, and then stop it as Ctrl-C does."""
    folders = [f"--{name}={site / name}" for name in ("data", "content")]
    command = [sys.executable, "-u", str(REAL / "build.py"), "serve", *folders, *more]
    process = subprocess.Popen(
        command,
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout
    try:
        first = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", first)
        assert address, first + process.stdout.read()
        yield Running(address[0], process)
    finally:
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=30)
    assert (process.returncode, rest.splitlines()[-1:]) == (0, ["Het voorbeeld is gestopt."]), rest
