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


def aanroep(vanaf: str) -> str:
    """How the program is called by who stands in *vanaf*, as the manual has it."""
    try:
        near = os.path.relpath(ROOT, vanaf)
    except ValueError:  # on Windows there is no way to another drive
        near = ROOT
    python = os.path.join(near, ".venv", "Scripts" if os.name == "nt" else "bin", "python")
    return f"{os.path.normpath(python)} {os.path.normpath(os.path.join(near, 'build.py'))}"


def programma_of(argv: Sequence[str]) -> str:
    """
    The folder of a programme, in which its data/ and content/ lie.

    That which *argv* names with --programma, else the one where we stand, else that of the program.
    """
    here = os.getcwd()
    stands = os.path.isfile(os.path.join(here, "data", "programma.yaml"))
    return _named(argv, "--programma", here if stands else ROOT)


def data_of(argv: Sequence[str]) -> str:
    """The folder of the figures that *argv* asks for, told without parsing the rest."""
    return _named(argv, "--data", os.path.join(programma_of(argv), "data"))


def _named(argv: Sequence[str], option: str, otherwise: str) -> str:
    """What *argv* gives with *option*, the last time that it does."""
    for word, following in zip(argv, [*argv[1:], ""], strict=False):
        if word == option:
            otherwise = following
        elif word.startswith(f"{option}="):
            otherwise = word.removeprefix(f"{option}=")
    return otherwise
