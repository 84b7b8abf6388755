"""Begin an edition, a project, a story or a document."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from waw_site import dataset as ds
from waw_site import folders, notation
from waw_site.add import add
from waw_site.catalogus import catalogue, spreek
from waw_site.cijfers import EditieCijfers
from waw_site.commands import schemas
from waw_site.commands.shared import FINE, asked, opened, refuse, told, where
from waw_site.dataset import Dataset
from waw_site.invoer import Input
from waw_site.kwartaal import Kwartaal
from waw_site.nieuw import brief, editie, project, stukken, verhaal
from waw_site.nieuw.begin import Begin, CannotBeginError
from waw_site.nieuw.yaml import line_end
from waw_site.options import MisuseError, Options
from waw_site.problem import nearest
from waw_site.read import Files, read
from waw_site.schemas import verwijzing
from waw_site.text import INVISIBLE

_SCHEMA = verwijzing(ds.PROGRAMMA, "programma").encode()
MOST_NAMED = 4  # files of one folder that are named one by one


@dataclass(frozen=True, slots=True)
class Opdracht:
    """How it is asked for, the most words and the options that belong to it, and what begins it."""

    call: str
    begin: Callable[[Input, Files, Options], Begin]
    words: int = 2
    options: tuple[str, ...] = ()


def run(options: Options) -> int:
    """Write first versions; nothing that stands there is touched, and a part is never left."""
    opdracht = _opdracht(options)
    found, _ = opened(options)
    if found.usable(strict=False) is None:
        return refuse(found, options)
    try:
        files = read(options.data, options.content)
        with spreek(catalogue(_dataset(found).programma.taal)):  # it ends up on pages
            begun = opdracht.begin(found, files, options)
    except CannotBeginError as cannot:
        raise MisuseError(f"{cannot} Er is niets geschreven.") from None
    new = {_path(options, p): _named(p, data, files) for p, data in begun.nieuw.items()}
    for path in new:
        if path.exists():
            raise MisuseError(f"{where(path)} is er al; er is niets geschreven.")
    longer = {_path(options, path): change for path, change in begun.langer.items()}
    with told("De nieuwe bestanden konden"):
        add(new, longer)
    _tell(new, "Begonnen")
    _tell(longer, "Aangevuld")
    _tell({_path(options, path): None for path in begun.stond}, "Stond er al, en is niet veranderd")
    if (options.data.absolute().parent / "schemas").is_dir():
        _schemas(options)
    print(f"Wat er nog te doen is, zegt: {folders.aanroep(os.getcwd())} check")
    return FINE


def _schemas(options: Options) -> None:
    """Let them know the names of what is new. Raises MisuseError."""
    try:
        schemas.run(options)
    except MisuseError as error:
        message = "De nieuwe bestanden staan er, maar de schema's zijn niet bijgewerkt."
        hint = "Maak ze opnieuw met de opdracht schemas als dat is opgelost."
        raise MisuseError(f"{message} {error} {hint}") from None


def _named(path: str, data: bytes, files: Files) -> bytes:
    """*data* with the line that names its schema, where the files of the programme have that."""
    own = next(file for file in files.bestanden if file.path == ds.PROGRAMMA)
    if not path.endswith(".yaml") or not own.data.startswith(_SCHEMA):
        return data
    return f"{verwijzing(path, files.kind_of(path))}{line_end(data)}".encode() + data


def _opdracht(options: Options) -> Opdracht:
    """What was asked for. Raises MisuseError for a word or an option that does not belong to it."""
    name = options.wat[0] if options.wat else ""
    if name not in OPDRACHTEN:
        hint = nearest(name, OPDRACHTEN) if name else ""
        ways = ", ".join(opdracht.call for opdracht in OPDRACHTEN.values())
        raise MisuseError(f"Zeg wat u wilt beginnen: {ways}. {hint}")
    opdracht = OPDRACHTEN[name]
    if extra := options.wat[opdracht.words :]:
        raise MisuseError(f"“{extra[0]}” is er te veel. Schrijf: {opdracht.call}.")
    given = {
        "edition": options.editions,
        "naam": options.naam,
        "project": options.project,
        "bron": options.bron,
    }
    for option, value in given.items():
        if value is not None and value != () and option not in opdracht.options:
            raise MisuseError(f"Bij new {name} hoort geen --{option}. Schrijf: {opdracht.call}.")
    return opdracht


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
    example = files.ritme.voorbeeld
    if len(options.wat) < 2:
        raise MisuseError(f"Zeg van welk {files.ritme}: new editie {example}.")
    try:
        kwartaal = Kwartaal.parse(options.wat[1], files.ritme)
    except ValueError:
        hint = f"Schrijf het zo: new editie {example}."
        raise MisuseError(f"“{options.wat[1]}” is geen {files.ritme}. {hint}") from None
    return editie.begin(_dataset(found), files, kwartaal)


def _project(found: Input, files: Files, options: Options) -> Begin:
    dataset = _dataset(found)
    slug = _slug(options, 1, files, ds.project_path)
    naam = " ".join((options.naam or notation.zin(slug.replace("-", " "))).split())
    if not naam or INVISIBLE.search(naam) or "{{" in naam:
        raise MisuseError("Bij --naam hoort een naam van letters, cijfers en leestekens.")
    return project.begin(dataset, slug, naam=naam, document=_document(dataset, options))


def _verhaal(found: Input, files: Files, options: Options) -> Begin:
    dataset = _dataset(found)
    slug = _slug(options, 1, files, ds.verhaal_path)
    if len(options.project) != 1:
        raise MisuseError("Zeg van welk project: new verhaal naam --project zorg-plus.")
    about = _known(options.project[0], dataset.projecten)
    jaar = max(dataset.edities, default=dataset.programma.begin).jaar
    return verhaal.begin(slug, project=about, jaar=jaar, document=_document(dataset, options))


def _stuk(found: Input, files: Files, options: Options) -> Begin:
    soort = options.wat[1] if len(options.wat) > 1 else ""
    if soort == "brief" and len(options.wat) == 2:
        return _brief(found, files, options)
    if soort not in STUKKEN:
        hint = nearest(soort, STUKKEN) if soort else f"Kies uit {', '.join(STUKKEN)}."
        raise MisuseError(f"Zeg wat voor stuk: new stuk voorstel naam --edition 2024-Q2. {hint}")
    folder, begin = STUKKEN[soort]
    slug = _slug(options, 2, files, partial(ds.stuk_path, folder))
    dataset = _dataset(found)
    if soort == "terugblik":
        _known(slug, dataset.projecten)
    return begin(dataset, slug, _one_edition(found, options))


def _brief(found: Input, _: Files, options: Options) -> Begin:
    return brief.begin(_dataset(found), _one_edition(found, options))


def _dataset(found: Input) -> Dataset:
    """The data with its texts as they were written."""
    if found.gelezen is None:
        raise ValueError("there is nothing to begin from")
    return found.gelezen


def _one_edition(found: Input, options: Options) -> EditieCijfers:
    if len(options.editions) != 1:
        call = " ".join(("new", *options.wat))
        raise MisuseError(f"Zeg bij welke editie: {call} --edition 2024-Q2.")
    kwartaal = next(iter(asked(options, found) or ()))
    return found.editions[kwartaal]


def _slug(options: Options, place: int, files: Files, path: Callable[[str], str]) -> str:
    """The name that was given to what is begun, if a file can be called so."""
    if len(options.wat) <= place:
        raise MisuseError(f"Zeg hoe het heet: {OPDRACHTEN[options.wat[0]].call}.")
    slug = options.wat[place]
    if not files.kind_of(path(slug)):
        better = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
        hint = f"Schrijf {better}." if better and files.kind_of(path(better)) else ""
        message = "Een naam heeft kleine letters, cijfers en streepjes."
        raise MisuseError(f"“{slug}” kan niet. {message} {hint}")
    return slug


def _known(slug: str, projecten: Mapping[str, object]) -> str:
    if slug not in projecten:
        raise MisuseError(f"Het project “{slug}” bestaat niet. {nearest(slug, projecten)}")
    return slug


def _document(dataset: Dataset, options: Options) -> str:
    """The document that was named, or else that of the newest edition."""
    newest = max(dataset.edities, default=None)
    document = options.bron or (dataset.edities[newest].bron.document if newest else None)
    if document is None:
        raise MisuseError("Zeg uit welk document het komt, met --bron en zijn naam.")
    if document not in dataset.bronnen:
        hint = nearest(document, dataset.bronnen)
        raise MisuseError(f"Het document “{document}” staat niet in bronnen.yaml. {hint}")
    return document


OPDRACHTEN = {
    "editie": Opdracht("new editie 2024-Q4", _editie),
    "project": Opdracht("new project naam", _project, options=("naam", "bron")),
    "verhaal": Opdracht(
        "new verhaal naam --project zorg-plus", _verhaal, options=("project", "bron")
    ),
    "stuk": Opdracht(
        "new stuk voorstel naam --edition 2024-Q2", _stuk, words=3, options=("edition",)
    ),
    "brief": Opdracht("new brief --edition 2024-Q2", _brief, words=1, options=("edition",)),
}
STUKKEN: dict[str, tuple[str, Callable[[Dataset, str, EditieCijfers], Begin]]] = {
    "voorstel": ("voorstellen", stukken.voorstel),
    "begroting": ("begrotingen", stukken.begroot),
    "terugblik": ("terugblikken", stukken.terugblik),
}
