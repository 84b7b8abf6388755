"""Begin the monitor of another programme."""

import os
import tempfile
from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

from waw_site import folders, schemas
from waw_site.aanzet import Keuze, aanzet
from waw_site.cache import Cache
from waw_site.catalogus import NEDERLANDS, TALEN
from waw_site.commands.shared import FINE, told, where
from waw_site.invoer import inspect
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.options import MisuseError, Options
from waw_site.problem import nearest
from waw_site.soorten import SOORTEN


def run(options: Options) -> int:
    """Write a new folder with an example that builds; nothing that stands is touched."""
    if not options.wat:
        raise MisuseError("Zeg in welke nieuwe map: init ../ander-programma.")
    target = Path(options.wat[0])
    with told("De nieuwe map kon"):
        taken = os.path.lexists(target) and not (target.is_dir() and not any(target.iterdir()))
    if taken:
        message = f"In {where(target)} staat al iets; er is niets geschreven."
        raise MisuseError(f"{message} Noem een map die er nog niet is, of die leeg is.")
    files = {path: _named(path, text) for path, text in aanzet(_keuze(options, target)).items()}
    with told("De nieuwe map kon"):
        _put(target, files)
    print(f"Begonnen: {len(files)} bestanden in {where(target)}. Daar staat ook een README.md.")
    print(f"Wat er nog te doen is, zegt: {folders.aanroep(str(target))} check")
    return FINE


def _keuze(options: Options, target: Path) -> Keuze:
    """What was asked for. Raises MisuseError for what there is not."""
    talen = [NEDERLANDS, *sorted(path.stem for path in TALEN.glob("*.po"))]
    taal = _one("taal", options.taal or NEDERLANDS, talen)
    ritme = Ritme(_one("ritme", options.ritme or Ritme.KWARTAAL, Ritme))
    naam, regio = (" ".join(text.split()) for text in (options.naam or "", options.regio))
    return Keuze(naam, regio, taal, _begin(options.begin, ritme), folders.aanroep(str(target)))


def _one(option: str, given: str, known: list[str] | type[Ritme]) -> str:
    if given not in list(known):
        raise MisuseError(f"Onbekend bij --{option}: “{given}”. {nearest(given, known)}")
    return given


def _begin(given: str, ritme: Ritme) -> Kwartaal:
    """The first period; that of today where none was given."""
    if not given:
        today = date.today()
        return ritme.van(today.year, today.month)
    try:
        return Kwartaal.parse(given, ritme)
    except ValueError:
        hint = f"Schrijf het zo: --begin {ritme.voorbeeld}."
        raise MisuseError(f"“{given}” is geen {ritme}. {hint}") from None


def _schemas(made: Path) -> dict[str, str]:
    """What an editor of these files completes and checks with, beside data/."""
    found = inspect(made / "data", made / "content", Cache.none())
    if grave := found.grave(strict=False):  # only the names in it are not ours
        wrong = grave[0]
        message = f"Deze --naam of --regio kan niet. {wrong.melding} {wrong.hint or ''}"
        raise MisuseError(f"{message.strip()} Er is niets geschreven.")
    dataset = found.dataset
    if dataset is None:
        raise ValueError("the example cannot be read")
    own = {f"schemas/{name}": text for name, text in schemas.bestanden(dataset).items()}
    own[".vscode/settings.json"] = schemas.instellingen()
    return own | {".vscode/extensions.json": schemas.aanbevolen()}


def _named(path: str, text: str) -> str:
    """*text*, with the name of its schema above it."""
    kind = next((soort.kind for soort in SOORTEN.values() if fnmatch(path, soort.glob)), None)
    if kind is None or not path.endswith(".yaml"):
        return text
    return f"{schemas.verwijzing(path, kind)}\n{text}"


def _put(target: Path, files: Mapping[str, str]) -> None:
    """Make the folder whole before it gets its name, so that a half one is never seen."""
    target.absolute().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".init-") as staged:
        made = Path(staged) / "map"
        _write(made, files)
        _write(made, _schemas(made))
        if target.exists():
            target.rmdir()  # it is empty: the system refuses otherwise
        made.rename(target)


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
