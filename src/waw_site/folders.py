"""Where the program finds its own things; imports nothing heavy."""

import os
from collections.abc import Sequence

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SOURCE = os.path.join(ROOT, "src")
TEMPLATES = os.path.join(ROOT, "templates")
DATA = os.path.join(ROOT, "data")


def cache_of(data: str) -> str:
    """The cache of the programme whose figures stand in *data*: it lies beside that folder."""
    return os.path.join(os.path.dirname(os.path.abspath(data)), ".cache")


def data_of(argv: Sequence[str]) -> str:
    """The folder that *argv* names with --data, told without parsing the rest."""
    data = DATA
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        if word == "--data":
            data = following
        elif word.startswith("--data="):
            data = word.removeprefix("--data=")
    return data
