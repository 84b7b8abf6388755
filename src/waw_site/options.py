"""Arguments → Options, with Dutch words for a wrong use."""

import argparse
import os
import re
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from waw_site import folders
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.problem import nearest
from waw_site.read import ritme_in
from waw_site.report import FORMATS


@dataclass(frozen=True, slots=True)
class Command:
    """How it is called, what it does, how many words may follow it, and the options it owns."""

    call: str
    does: str
    words: int = 0
    own: tuple[str, ...] = ()
    module: str = ""  # where it is, if not under its own name


COMMANDS = {
    "build": Command("[opties]", "bouw de site", own=("concept", "on")),
    "serve": Command(
        "serve",
        "toon de site terwijl u schrijft; elke wijziging ziet u meteen",
        own=("port", "on"),
    ),
    "check": Command(
        "check [opties]",
        "kijk alleen na wat er in data/ en content/ staat",
        own=("format", "taal", "on"),
    ),
    "pdf": Command("pdf [opties]", "maak van elke editie en elk stuk een pdf", own=("on",)),
    "new": Command(
        "new editie 2024-Q4",
        "begin een editie; zo ook new project, new verhaal, new stuk en new brief",
        words=3,
        own=("naam", "project", "bron"),
    ),
    "export": Command(
        "export --leeg --kwartaal 2024-Q4",
        "zet de cijfers in een werkboek (Excel of CSV), om te laten invullen",
        own=("leeg", "kwartaal", "project"),
    ),
    "import": Command(
        "import cijfers.xlsx",
        "haal cijfers uit een ingevuld werkboek; met --dry-run ziet u alleen wat er verandert",
        words=1,
        own=("kwartaal", "bron", "dry_run"),
        module="importeer",
    ),
    "seal": Command(
        "seal 2024-Q2",
        "verzegel een editie: zij verandert niet meer ongemerkt",
        words=1,
        own=("on",),
    ),
    "verify": Command(
        "verify", "bouw elke verzegelde editie opnieuw, en zeg wat er klopt", own=("on",)
    ),
    "formulier": Command(
        "formulier", "schrijf naast data/ een formulier voor wie geen YAML schrijft"
    ),
    "schemas": Command(
        "schemas", "schrijf naast data/ de schema's waarmee een editor invult en nakijkt"
    ),
    "init": Command(
        "init ../ander-programma",
        "begin de monitor van een ander programma, in een nieuwe map",
        words=1,
        own=("naam", "regio", "ritme", "taal", "begin"),
    ),
}


def _usage(command: Command) -> str:
    call = f"python build.py {command.call}"
    wide = len(call) > 32
    said = textwrap.fill(command.does, 90, initial_indent=" " * 33, subsequent_indent=" " * 33)
    return f"{call}\n{said}" if wide else f"{call:<33}{said[33:]}"


def usage(ritme: Ritme) -> str:
    """How the program is called, with examples as a programme of that rhythm writes them."""
    return in_ritme("\n".join(_usage(command) for command in COMMANDS.values()), ritme)


# What was quoted stays; an option is called --kwartaal in every rhythm.
_PERIODE = re.compile(r"“[^”]*”|2024-Q(?P<nummer>[1-4])|(?<!-)\b(?P<woord>kwartaal)\b")


def in_ritme(text: str, ritme: Ritme) -> str:
    """*text*, which speaks of quarters, as a programme of that rhythm says it."""

    def said(found: re.Match[str]) -> str:
        if found["woord"]:
            return ritme
        return str(ritme.van(2024, int(found["nummer"]) * 3)) if found["nummer"] else found[0]

    return _PERIODE.sub(said, text)


_OUT = {"pdf": "pdf", "export": "cijfers.xlsx"}  # where what is made comes, if not in site/


class MisuseError(Exception):
    """The program was called wrongly; the message says how, in Dutch."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked."""

    argv: tuple[str, ...]
    command: str
    wat: tuple[str, ...]
    programma: Path
    data: Path
    content: Path
    out: Path
    editions: tuple[str, ...]
    strict: bool
    cached: bool
    format: str
    taal: str | None  # of a new programme; of check empty, and then it reads the texts too
    regio: str
    ritme: str
    begin: str
    concept: bool
    on: date | None
    port: int | None
    leeg: bool
    kwartaal: Kwartaal | None
    project: tuple[str, ...]
    bron: str | None
    dry_run: bool
    naam: str | None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        option = message.partition("argument ")[2].partition(":")[0]
        raise MisuseError(f"Bij {option} ontbreekt een waarde." if option else message)

    def format_help(self) -> str:
        return f"{self.usage}\n\n{super().format_help().partition(chr(10) * 2)[2]}"


def parse(argv: list[str], root: Path) -> Options:
    """
    Read *argv*; folders that are not named lie in *root*, the folder of the programme.

    Raises MisuseError; `--help` prints and exits, as everywhere.
    """
    parser = _parser(root)
    known, unknown = parser.parse_known_intermixed_args(argv)
    if unknown:
        names = [name for action in parser._actions for name in action.option_strings]
        raise MisuseError(f"Onbekende optie “{unknown[0]}”. {nearest(unknown[0], names)}")
    if known.command not in COMMANDS:
        hint = nearest(known.command, COMMANDS)
        raise MisuseError(f"Onbekende opdracht “{known.command}”. {hint}")
    if extra := known.wat[COMMANDS[known.command].words :]:
        raise MisuseError(f"Onbekende opdracht “{extra[0]}”. {nearest(extra[0], COMMANDS)}")
    _belongs(parser, known)
    if known.taal and known.command != "init":
        raise MisuseError(f"Achter --taal hoort hier niets, en er staat “{known.taal}”.")
    if known.format not in FORMATS:
        raise MisuseError(f"Onbekende vorm “{known.format}”. {nearest(known.format, FORMATS)}")
    for folder in (known.data, known.content):
        if known.command != "init" and not os.path.isdir(folder):
            raise MisuseError(f"De map {folder} bestaat niet.")
    return Options(
        argv=tuple(argv),
        command=known.command,
        wat=tuple(known.wat),
        programma=root,
        data=known.data,
        content=known.content,
        out=known.out or root / _OUT.get(known.command, "site"),
        editions=tuple(sorted(known.edition or ())),
        strict=known.strict,
        cached=not known.no_cache,
        format=known.format,
        taal=known.taal,
        regio=known.regio,
        ritme=known.ritme,
        begin=known.begin,
        concept=known.concept,
        on=_day(known.on) if known.on else None,
        port=_port(known.port) if known.port else None,
        leeg=known.leeg,
        kwartaal=_kwartaal(known.kwartaal) if known.kwartaal else None,
        project=tuple(known.project or ()),
        bron=known.bron,
        dry_run=known.dry_run,
        naam=known.naam,
    )


def _belongs(parser: _Parser, known: argparse.Namespace) -> None:
    """An option of some commands is not given to another."""
    for option in sorted({option for command in COMMANDS.values() for option in command.own}):
        if getattr(known, option) == parser.get_default(option):
            continue
        if option not in COMMANDS[known.command].own:
            names = [name for name, command in COMMANDS.items() if option in command.own]
            word = f"--{option.replace('_', '-')}"
            call = f"{names[0]} {word}".removeprefix("build ")
            *most, last = names
            told = f"{', '.join(most)} of {last}" if most else last
            raise MisuseError(f"Met {word} hoort {told}: {folders.aanroep(os.getcwd())} {call}.")


def _day(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise MisuseError(f"“{text}” is geen dag. Schrijf haar zo: --on 2026-01-01.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MisuseError(f"De dag {text} bestaat niet.") from None


def _kwartaal(text: str) -> Kwartaal:
    try:
        return Kwartaal.parse(text)
    except ValueError:
        message = f"“{text}” is geen kwartaal. Schrijf het zo: --kwartaal 2024-Q4."
        raise MisuseError(message) from None


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1024 <= int(text) <= 65535:
        raise MisuseError(f"“{text}” is geen poort. Kies een getal van 1024 tot en met 65535.")
    return int(text)


def _parser(root: Path) -> _Parser:
    ritme = ritme_in(root / "data")
    parser = _Parser("build.py", usage=usage(ritme), add_help=False, allow_abbrev=False)
    parser._positionals.title, parser._optionals.title = "opdracht", "opties"
    add = parser.add_argument
    add("command", nargs="?", default="build", metavar="opdracht", help="een van die hierboven")
    add("wat", nargs="*", default=[], metavar="wat", help="wat erbij hoort, zoals de editie")
    add("-h", "--help", action="help", help="toon deze uitleg")
    add("--programma", metavar="MAP", help="de map waarin data en content van een programma staan")
    _folder(parser, "data", root, "waar de cijfers staan")
    _folder(parser, "content", root, "waar de teksten staan")
    add("--out", type=Path, metavar="MAP", help="waar komt wat er gemaakt wordt")
    add("--edition", action="append", metavar=ritme.voorbeeld, help="alleen deze editie; mag vaker")
    add("--on", metavar="2026-01-01", help="de dag voor toestemming van verhalen (nieuwste editie)")
    add("--strict", action="store_true", help="een waarschuwing is ook een fout")
    add("--no-cache", action="store_true", help="maak alles opnieuw en bewaar niets")
    add(
        "--format", default="tekst", metavar="VORM", help="bij check: tekst, json, github of gitlab"
    )
    add(
        "--taal",
        nargs="?",
        const="",
        metavar="en",
        help="bij check: zeg ook welke zinnen moeilijk lezen; bij init: de taal, nl of en",
    )
    add("--regio", default="", metavar="NAAM", help="bij init: van welke regio het is")
    add("--ritme", default="", metavar="jaar", help="bij init: kwartaal, halfjaar of jaar")
    add("--begin", default="", metavar="2025-H1", help="bij init: de eerste periode")
    add("--port", metavar="8000", help="bij serve: de poort waarop het voorbeeld staat")
    add("--leeg", action="store_true", help="bij export: laat de cijfers open, om in te vullen")
    add("--kwartaal", metavar="2024-Q4", help="bij export en import: alleen dit kwartaal")
    add("--project", action="append", metavar="NAAM", help="bij export en new: dit project")
    add("--bron", metavar="NAAM", help="bij import en new: het document waar het uit komt")
    add("--dry-run", action="store_true", help="bij import: toon alles en wijzig niets")
    add("--naam", metavar="NAAM", help="bij new project en init: hoe het heet")
    add("--concept", action="store_true", help="toon ook wat nog concept is in het archief")
    return parser


def _folder(parser: _Parser, name: str, root: Path, words: str) -> None:
    parser.add_argument(
        f"--{name}", type=Path, default=root / name, metavar="MAP", help=f"{words} ({name})"
    )
