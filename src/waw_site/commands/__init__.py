"""The commands: each has a module here, with `run`, which does it and returns the exit code."""

import sys
import textwrap
from importlib import import_module

from waw_site import report
from waw_site.commands.shared import ROOT, WRONG_USE
from waw_site.options import COMMANDS, USAGE, MisuseError, parse


def run(argv: list[str]) -> int:
    """Parse *argv* and do it; returns the exit code."""
    try:
        options = parse(argv, ROOT)
        module = COMMANDS[options.command].module or options.command
        command = import_module(f"waw_site.commands.{module}")
        code: int = command.run(options)
    except MisuseError as misuse:
        message = textwrap.fill(str(misuse).strip(), report.WIDTH, break_on_hyphens=False)
        print(f"{message}\n\n{USAGE}\n\nMeer: python build.py --help", file=sys.stderr)
        return WRONG_USE
    return code
