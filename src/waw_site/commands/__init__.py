"""The commands: each has a module here, with `run`, which does it and returns the exit code."""

import os
import sys
import textwrap
from importlib import import_module
from pathlib import Path

from waw_site import folders, report
from waw_site.commands.shared import WRONG_USE
from waw_site.options import COMMANDS, MisuseError, in_ritme, parse
from waw_site.read import ritme_in


def run(argv: list[str]) -> int:
    """Parse *argv* and do it; returns the exit code."""
    try:
        options = parse(argv, Path(folders.programma_of(argv)))
        module = COMMANDS[options.command].module or options.command
        command = import_module(f"waw_site.commands.{module}")
        code: int = command.run(options)
    except MisuseError as misuse:
        ritme = ritme_in(Path(folders.data_of(argv)))
        said = in_ritme(str(misuse).strip(), ritme)
        message = textwrap.fill(said, report.WIDTH, break_on_hyphens=False, break_long_words=False)
        more = f"Alle opdrachten en opties: {folders.aanroep(os.getcwd())} --help"
        print(f"{message}\n\n{more}", file=sys.stderr)
        return WRONG_USE
    return code
