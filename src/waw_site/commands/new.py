"""Begin an edition, a project, a story or a document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from waw_site.add import add
from waw_site.commands.shared import FINE, asked, opened, refuse, told, where
from waw_site.kwartaal import Kwartaal
from waw_site.nieuw import brief, editie
from waw_site.nieuw.begin import Begin, CannotBeginError
from waw_site.options import MisuseError, Options
from waw_site.problem import nearest
from waw_site.read import Files, read
from waw_site.site import Input

MOST_NAMED = 4  # files of one folder that are named one by one


@dataclass(frozen=True, slots=True)
class Soort:
    """How it is asked for, the most words and the options that belong to it, and what begins it."""

    call: str
    begin: Callable[[Input, Files, Options], Begin]
    words: int = 2
    options: tuple[str, ...] = ()


def run(options: Options) -> int:
    """Write first versions; nothing that stands there is touched, and a part is never left."""
    soort = _soort(options)
    found, _ = opened(options)
    if found.usable(strict=False) is None:
        return refuse(found, options)
    try:
        begun = soort.begin(found, read(options.data, options.content), options)
    except CannotBeginError as cannot:
        raise MisuseError(f"{cannot} Er is niets geschreven.") from None
    new = {_path(options, path): data for path, data in begun.nieuw.items()}
    for path in new:
        if path.exists():
            raise MisuseError(f"{where(path)} is er al; er is niets geschreven.")
    longer = {_path(options, path): change for path, change in begun.langer.items()}
    with told("Dit kon"):
        add(new, longer)
    _tell(new, "Begonnen")
    _tell(longer, "Aangevuld")
    _tell({_path(options, path): None for path in begun.stond}, "Stond er al, en is niet veranderd")
    print("Wat er nog te doen is, zegt: python build.py check")
    return FINE


def _soort(options: Options) -> Soort:
    """What was asked for. Raises MisuseError for a word or an option that does not belong to it."""
    name = options.wat[0] if options.wat else ""
    if name not in SOORTEN:
        hint = nearest(name, SOORTEN) if name else ""
        ways = ", ".join(soort.call for soort in SOORTEN.values())
        raise MisuseError(f"Zeg wat u wilt beginnen: {ways}. {hint}")
    soort = SOORTEN[name]
    if extra := options.wat[soort.words :]:
        raise MisuseError(f"“{extra[0]}” is er te veel. Schrijf: {soort.call}.")
    for option, given in (("edition", options.editions),):
        if given and option not in soort.options:
            raise MisuseError(f"Met --{option} hoort geen new {name}. Schrijf: {soort.call}.")
    return soort


def _path(options: Options, path: str) -> Path:
    """Where a file lies that is known by its path from data/ or content/ on."""
    top, _, rest = path.partition("/")
    return Path(getattr(options, top)) / rest


def _tell(files: Mapping[Path, object], what: str) -> None:
    """A line for each file, or one for many in the same folder."""
    folders: dict[Path, list[Path]] = {}
    for path in files:
        near = path.parent if path.parent.name != path.stem else path.parent.parent
        folders.setdefault(near, []).append(path)
    for folder, paths in folders.items():
        if len(paths) > MOST_NAMED:
            print(f"{what}: {len(paths)} bestanden in {where(folder)}")
        else:
            for path in paths:
                print(f"{what}: {where(path)}")


def _editie(found: Input, files: Files, options: Options) -> Begin:
    if len(options.wat) < 2:
        raise MisuseError(f"Zeg van welk {files.ritme}: new editie {files.ritme.voorbeeld}.")
    try:
        kwartaal = Kwartaal.parse(options.wat[1], files.ritme)
    except ValueError:
        hint = f"Schrijf het zo: new editie {files.ritme.voorbeeld}."
        raise MisuseError(f"“{options.wat[1]}” is geen {files.ritme}. {hint}") from None
    assert found.gelezen  # noqa: S101  the caller made sure
    return editie.begin(found.gelezen, files, kwartaal)


def _brief(found: Input, _: Files, options: Options) -> Begin:
    if len(options.editions) != 1:
        raise MisuseError("Zeg bij welke editie: new brief --edition 2024-Q2.")
    assert found.gelezen  # noqa: S101  the caller made sure
    kwartaal = next(iter(asked(options, found) or ()))
    return brief.begin(found.gelezen, found.editions[kwartaal])


SOORTEN = {
    "editie": Soort("new editie 2024-Q4", _editie),
    "brief": Soort("new brief --edition 2024-Q2", _brief, words=1, options=("edition",)),
}
