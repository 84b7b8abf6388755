"""Set up what `build.py` needs, in an environment of its own: on any system, without make."""

import os
import subprocess
import sys
from pathlib import Path
from venv import EnvBuilder

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)


def opzet(root: Path) -> str:
    """Install the lock of *root* into its `.venv`, unless it is there; gives what to do next."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        raise SystemExit(f"Dit is Python {found}. Installeer Python 3.11, en probeer het opnieuw.")
    lock, stamp = root / "requirements.lock", root / ".venv/site"
    python = root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (stamp.exists() and stamp.stat().st_mtime >= lock.stat().st_mtime):
        if not python.exists():
            EnvBuilder(with_pip=True).create(root / ".venv")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", lock], check=True)  # noqa: S603  our own words
        stamp.touch()  # as make does
    start = python.relative_to(root)
    return f"Alles staat klaar. Bekijk de site terwijl u schrijft met: {start} build.py serve"


if __name__ == "__main__":
    print(opzet(ROOT))
