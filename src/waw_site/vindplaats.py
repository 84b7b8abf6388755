"""Where the lines of the input can be read by all: their address in git, at the current commit."""

from collections.abc import Mapping
from pathlib import Path

from waw_site.git import git


def vindplaats(sjabloon: str | None, mappen: Mapping[str, Path]) -> dict[str, str]:
    """
    Per folder of the input the address of a line in it, with `{pad}` and `{regel}` still open.

    Empty without *sjabloon*, for a folder that is in no git repository, and for one that holds
    something else than its commit: there the line would say something else than the page.
    """
    if not sjabloon:
        return {}
    found = {}
    for naam, map_ in mappen.items():
        commit = git(map_, "rev-parse", "HEAD")
        prefix = git(map_, "rev-parse", "--show-prefix")
        if commit and git(map_, "status", "--porcelain", "--", ".") == "":
            whole = sjabloon.replace("{commit}", commit)
            found[naam] = whole.replace("{pad}", f"{prefix or ''}{{pad}}")
    return found
