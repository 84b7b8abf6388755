"""Look at the input only."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from waw_site import report
from waw_site.catalogus import NEDERLANDS
from waw_site.commands.shared import FINE, WRONG_INPUT, asked, known_as, named, opened, save, show
from waw_site.invoer import Input
from waw_site.options import MisuseError, Options
from waw_site.problem import Problem
from waw_site.te_doen import Taak, te_doen


def run(options: Options) -> int:
    """Say all that is wrong, in the form that was asked."""
    found, cache = opened(options)
    asked(options, found)
    save(options, found, cache)
    problems = (
        (*found.problems, *named(_taal(found), options))
        if options.taal is not None
        else found.problems
    )
    problems = tuple(sorted(problems))
    todo = tuple(_todo(found, options))
    if options.format == "tekst":
        show(problems, sys.stdout)
        print(report.counts(problems) or "Alles klopt.")
        if todo:
            print(f"\n{report.taken(todo)}", end="")
    else:
        sys.stdout.write(report.MACHINES[options.format](problems, todo))
    return FINE if found.usable(strict=options.strict) else WRONG_INPUT


def _todo(found: Input, options: Options) -> Iterator[Taak]:
    """What is still to be done, with the paths that the user knows the files by."""
    if found.gelezen is not None:
        for taak in te_doen(found.gelezen, found.editions):
            yield replace(taak, place=known_as(taak.place, options))


def _taal(found: Input) -> Iterable[Problem]:
    """Remarks on how the texts read; only these need the libraries of the extra `taal`."""
    if found.dataset is None:
        return ()
    if found.dataset.programma.taal != NEDERLANDS:
        raise MisuseError(
            "Met --taal leest de monitor alleen Nederlands, en dit programma is in een andere taal."
        )
    try:
        from waw_site.taal import opmerkingen
    except ModuleNotFoundError as missing:
        message = f"Voor --taal ontbreekt de bibliotheek {missing.name}."
        raise MisuseError(f"{message} Haal haar op met: make taal.") from None
    return opmerkingen(found.stukken, found.gebonden, found.dataset)
