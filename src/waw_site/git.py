"""What git says, where it is there and knows the folder."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str | None:
    """The answer of git in *folder*, without the last end of line; None where it has none."""
    try:
        done = subprocess.run(  # noqa: S603  fixed words, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607  git is where the user has it
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.rstrip("\n")
