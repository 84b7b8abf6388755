"""Look at the input only."""

import sys
from collections.abc import Iterable

from waw_site import report
from waw_site.commands.shared import FINE, WRONG_INPUT, asked, named, opened, save, show
from waw_site.options import MisuseError, Options
from waw_site.problem import Problem
from waw_site.site import Input


def run(options: Options) -> int:
    """Say all that is wrong, in the form that was asked."""
    found, cache = opened(options)
    asked(options, found)
    save(options, found, cache)
    problems = (*found.problems, *named(_taal(found), options)) if options.taal else found.problems
    problems = tuple(sorted(problems))
    if options.format == "tekst":
        show(problems, sys.stdout)
        print(report.counts(problems) or "Alles klopt.")
    else:
        sys.stdout.write(report.FORMATS[options.format](problems))
    return FINE if found.usable(strict=options.strict) else WRONG_INPUT


def _taal(found: Input) -> Iterable[Problem]:
    """Remarks on how the texts read; only these need the libraries of the extra `taal`."""
    if found.dataset is None:
        return ()
    try:
        from waw_site.taal import opmerkingen
    except ModuleNotFoundError as missing:
        message = f"Voor --taal ontbreekt de bibliotheek {missing.name}."
        raise MisuseError(f"{message} Haal haar op met: make taal.") from None
    return opmerkingen(found.stukken, found.gebonden, found.dataset)
