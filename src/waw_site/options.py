"""Arguments → Options, with Dutch words for a wrong use."""

import argparse
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from waw_site.problem import nearest
from waw_site.report import FORMATS

COMMANDS = ("build", "check", "new", "pdf", "seal", "verify")
NIEUW = ("brief",)
USAGE = """\
python build.py [opties]         bouw de site
python build.py check [opties]   kijk alleen na wat er in data/ en content/ staat
python build.py pdf [opties]     maak van elke editie en elk stuk een pdf
python build.py new brief --edition 2024-Q2   begin een brief uit de cijfers van een editie
python build.py seal 2024-Q2     verzegel een editie: zij verandert niet meer ongemerkt
python build.py verify           bouw elke verzegelde editie opnieuw, en zeg wat er klopt"""


class MisuseError(Exception):
    """The program was called wrongly; the message says how, in Dutch."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked."""

    command: str
    data: Path
    content: Path
    out: Path
    editions: tuple[str, ...]
    strict: bool
    cached: bool
    format: str
    taal: bool
    concept: bool
    on: date | None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        option = message.partition("argument ")[2].partition(":")[0]
        raise MisuseError(f"Bij {option} ontbreekt een waarde." if option else message)

    def format_help(self) -> str:
        return f"{USAGE}\n\n{super().format_help().partition(chr(10) * 2)[2]}"


def parse(argv: list[str], root: Path) -> Options:
    """
    Read *argv*; folders that are not named lie in *root*.

    Raises MisuseError; `--help` prints and exits, as everywhere.
    """
    parser = _parser(root)
    known, unknown = parser.parse_known_args(argv)
    if unknown:
        names = [name for action in parser._actions for name in action.option_strings]
        raise MisuseError(f"Onbekende optie “{unknown[0]}”. {nearest(unknown[0], names)}")
    if known.command not in COMMANDS:
        hint = nearest(known.command, COMMANDS)
        raise MisuseError(f"Onbekende opdracht “{known.command}”. {hint}")
    if known.command == "new" and known.wat not in NIEUW:
        raise MisuseError(f"Zeg wat u wilt beginnen: new {' of new '.join(NIEUW)}.")
    if known.command == "new" and len(known.edition or ()) != 1:
        raise MisuseError("Zeg bij welke editie: new brief --edition 2024-Q2.")
    if known.command == "seal" and not known.wat:
        raise MisuseError("Zeg welke editie: seal 2024-Q2.")
    if known.command == "seal":
        known.edition = [known.wat]
    elif known.command != "new" and known.wat:
        raise MisuseError(f"Onbekende opdracht “{known.wat}”. {nearest(known.wat, COMMANDS)}")
    if known.format != "tekst" and known.command != "check":
        raise MisuseError("Met --format hoort check: python build.py check --format json.")
    if known.concept and known.command != "build":
        raise MisuseError("Met --concept hoort het bouwen van de site: python build.py --concept.")
    if known.taal and known.command != "check":
        raise MisuseError("Met --taal hoort check: python build.py check --taal.")
    if known.format not in FORMATS:
        raise MisuseError(f"Onbekende vorm “{known.format}”. {nearest(known.format, FORMATS)}")
    if known.on and known.command == "new":
        raise MisuseError("Met --on hoort build, check of pdf.")
    for folder in (known.data, known.content):
        if not folder.is_dir():
            raise MisuseError(f"De map {folder} bestaat niet.")
    return Options(
        command=known.command,
        data=known.data,
        content=known.content,
        out=known.out or root / ("pdf" if known.command == "pdf" else "site"),
        editions=tuple(sorted(known.edition or ())),
        strict=known.strict,
        cached=not known.no_cache,
        format=known.format,
        taal=known.taal,
        concept=known.concept,
        on=_day(known.on) if known.on else None,
    )


def _day(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise MisuseError(f"“{text}” is geen dag. Schrijf haar zo: --on 2026-01-01.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MisuseError(f"De dag {text} bestaat niet.") from None


def _parser(root: Path) -> _Parser:
    parser = _Parser("build.py", usage=USAGE, add_help=False, allow_abbrev=False)
    parser._positionals.title, parser._optionals.title = "opdracht", "opties"
    add = parser.add_argument
    add("command", nargs="?", default="build", metavar="check", help="alleen nakijken")
    add(
        "wat",
        nargs="?",
        default="",
        metavar="brief",
        help="bij new: wat u wilt beginnen; bij seal: welke editie",
    )
    add("-h", "--help", action="help", help="toon deze uitleg")
    _folder(parser, "data", root, "waar de cijfers staan")
    _folder(parser, "content", root, "waar de teksten staan")
    add("--out", type=Path, metavar="MAP", help="waar de site of de pdf's komen (site of pdf)")
    add("--edition", action="append", metavar="2024-Q2", help="alleen deze editie; mag vaker")
    add("--on", metavar="2026-01-01", help="de dag voor toestemming van verhalen (nieuwste editie)")
    add("--strict", action="store_true", help="een waarschuwing is ook een fout")
    add("--no-cache", action="store_true", help="maak alles opnieuw en bewaar niets")
    add("--format", default="tekst", metavar="VORM", help="bij check: tekst, json of github")
    add("--taal", action="store_true", help="bij check: zeg ook welke zinnen moeilijk lezen")
    add("--concept", action="store_true", help="toon ook wat nog concept is in het archief")
    return parser


def _folder(parser: _Parser, name: str, root: Path, words: str) -> None:
    parser.add_argument(
        f"--{name}", type=Path, default=root / name, metavar="MAP", help=f"{words} ({name})"
    )
