"""data/ and content/ → their files as bytes, each known by its name; alone reads the input."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from waw_site.problem import Place, Problem, nearest, oorzaak

LARGEST = 1_000_000  # bytes; a hundred times any file of a real monitor

_JUNK = ("thumbs.db", "desktop.ini")  # what Windows leaves in a folder
DEEPEST = 4  # folders below data/ or content/

_Q = r"(?P<kwartaal>(?:19|20|21)[0-9]{2}-Q[1-4])"
_SLUG = r"(?P<slug>[a-z0-9]+(?:[-_][a-z0-9]+)*)"
_DATA = (
    ("programma", r"data/programma\.yaml"),
    ("bronnen", r"data/bronnen\.yaml"),
    ("project", rf"data/projecten/{_SLUG}/project\.yaml"),
    ("stand", rf"data/projecten/{_SLUG}/{_Q}\.yaml"),
    ("editie", rf"data/edities/{_Q}\.yaml"),
    ("zegel", rf"data/zegels/{_Q}\.yaml"),
    ("afkortingen", r"data/afkortingen\.yaml"),
    ("tegenspraken", r"data/tegenspraken\.yaml"),
    ("brief", rf"data/brieven/{_SLUG}\.yaml"),
    ("voorstel", rf"data/voorstellen/{_SLUG}\.yaml"),
    ("begroting", rf"data/begrotingen/{_SLUG}\.yaml"),
    ("terugblik", rf"data/terugblikken/{_SLUG}\.yaml"),
)
_CONTENT = (
    ("tekst", rf"content/{_Q}/(?P<deel>inleiding|koers|toekomst|verantwoording)\.md"),
    ("rubriektekst", rf"content/{_Q}/rubrieken/{_SLUG}\.md"),
    ("editietekst", rf"content/{_Q}/projecten/{_SLUG}\.md"),
    ("projecttekst", rf"content/projecten/{_SLUG}\.md"),
    ("brieftekst", rf"content/brieven/{_SLUG}\.md"),
    ("verhaal", rf"content/verhalen/{_SLUG}\.md"),
    ("huisstijl", r"content/huisstijl\.css"),
    ("beeld", r"content/beelden/[a-z0-9-]+\.(?:jpg|png|webp)"),
)
_KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in (*_DATA, *_CONTENT))


@dataclass(frozen=True, slots=True)
class Bestand:
    """An input file: its path from data/ or content/ on, what it is by its name, its bytes."""

    path: str
    kind: str
    slug: str
    kwartaal: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Files:
    """All files that were read, sorted by path, and what was wrong with their names."""

    bestanden: tuple[Bestand, ...]
    problems: tuple[Problem, ...]


def read(data: Path, content: Path) -> Files:
    """
    Read every file under *data* and *content*.

    Paths are given as `data/…` and `content/…`, whatever the folders are called.
    """
    files: list[Bestand] = []
    problems: list[Problem] = []
    for name, root in (("data", data), ("content", content)):
        _walk(root, name, files, problems)
    return Files(tuple(sorted(files, key=lambda f: f.path)), tuple(sorted(problems)))


def _walk(folder: Path, path: str, files: list[Bestand], problems: list[Problem]) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        problems.append(_unreadable(path, error))
        return
    for entry in entries:
        here = f"{path}/{entry.name}"
        if entry.name.startswith(".") or entry.name.lower() in _JUNK:
            continue
        if entry.is_symlink():
            message = "Dit is een snelkoppeling; die wordt niet gevolgd."
            problems.append(Problem(Place(_safe(here)), message, "Zet het bestand zelf hier."))
        elif entry.is_dir() and here.count("/") > DEEPEST:
            message = f"Deze map ligt dieper dan {DEEPEST} lagen; niets leest haar."
            problems.append(Problem(Place(_safe(here)), message))
        elif entry.is_dir():
            _walk(folder / entry.name, here, files, problems)
        else:
            _file(entry, here, files, problems)


def _unreadable(path: str, error: OSError) -> Problem:
    message = f"Dit kan niet worden gelezen ({oorzaak(error)})."
    return Problem(Place(_safe(path)), message, "Kijk of u het mag lezen, en of het er nog staat.")


def _file(
    entry: os.DirEntry[str], path: str, files: list[Bestand], problems: list[Problem]
) -> None:
    match = next(((kind, m) for kind, p in _KINDS if (m := p.fullmatch(path))), None)
    if not match:
        problems.append(Problem(Place(_safe(path)), "Niets leest dit bestand.", _name_hint(path)))
        return
    kind, found = match
    try:
        data = _bytes(entry)
    except OSError as error:
        problems.append(_unreadable(path, error))
        return
    if data is None:
        message = f"Dit bestand is groter dan {LARGEST // 1000} kB, of geen gewoon bestand."
        problems.append(Problem(Place(path), message, "Is het wel het goede bestand?"))
        return
    names = found.groupdict()
    files.append(Bestand(path, kind, names.get("slug", ""), names.get("kwartaal", ""), data))


def _bytes(entry: os.DirEntry[str]) -> bytes | None:
    """The content of a plain file of a sensible size; None for anything else."""
    if not entry.is_file() or entry.stat().st_size > LARGEST:
        return None
    return Path(entry.path).read_bytes()


def _safe(path: str) -> str:
    """A file name that can be printed on one line, whatever bytes it is made of."""
    return "".join(c if c.isprintable() else "?" for c in path)


def _name_hint(path: str) -> str:
    parts = path.split("/")
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    better = f"{stem}.{'yaml' if parts[0] == 'data' else 'md'}"
    if any(p.fullmatch("/".join([*parts[:-1], better])) for _, p in _KINDS):
        return f"Noem het {better}."
    if parts[:2] == ["data", "projecten"] and len(parts) == 4:
        if not re.fullmatch(_SLUG, parts[2]):
            return f"De map “{parts[2]}” is geen korte naam: kleine letters, cijfers en streepjes."
        if stem[:1].isdigit() or stem[:1] in "qQ":
            return f"“{stem}” is geen kwartaal; een kwartaal heet zoals 2024-Q2."
        return (
            nearest(parts[-1], ["project.yaml"])
            + " Een stand heet naar zijn kwartaal: 2024-Q2.yaml."
        )
    if parts[:2] in (["data", "edities"], ["data", "zegels"]) and len(parts) == 3:
        return f"“{stem}” is geen kwartaal; een kwartaal heet zoals 2024-Q2."
    if parts[0] == "content" and len(parts) == 3:
        return nearest(
            parts[-1], [f"{d}.md" for d in ("inleiding", "koers", "toekomst", "verantwoording")]
        )
    return "De handleiding zegt welke bestanden er zijn en hoe zij heten."
