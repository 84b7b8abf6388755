"""data/ and content/ → their files as bytes, each known by its name; alone reads the input."""

import os
import re
import stat
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from waw_site.kwartaal import Ritme
from waw_site.problem import Place, Problem, nearest, oorzaak, zichtbaar

# Bytes of one file, by how its name ends: at least fifteen times any file of a real monitor.
LARGEST = {"yaml": 500_000, "md": 50_000, "css": 50_000}
LARGEST |= dict.fromkeys(("jpg", "png", "webp"), 5_000_000)
MOST_BYTES = 60_000_000  # of all files together
LANGSTE_NAAM = 100  # characters of a short name
MOST_FILES = 10_000  # in one folder
_MOST_HINTS = 100  # files that nothing reads of which is said what they could be called
# Not by way of a link, and not waiting for a pipe, also where a file became one just now.
_CAREFULLY = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)

# What Windows keeps for itself: a file that is called so cannot be copied there.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_JUNK = ("thumbs.db", "desktop.ini")  # what Windows leaves in a folder
DEEPEST = 4  # folders below data/ or content/

_RITME = re.compile(
    rf"""^(?:\ufeff)?ritme:[ \t]*(["']?)({"|".join(Ritme)})\1[ \t]*(?:#.*)?\r?$""", re.MULTILINE
)
_Q = r"(?P<kwartaal>{periode})"
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


def _kinds(ritme: Ritme) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of file of a programme, each with what a file of it is called."""
    return tuple(
        (kind, re.compile(pattern.replace("{periode}", ritme.patroon)))
        for kind, pattern in (*_DATA, *_CONTENT)
    )


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
    """All files that were read, sorted by path, what was wrong with their names, the rhythm."""

    bestanden: tuple[Bestand, ...]
    problems: tuple[Problem, ...]
    ritme: Ritme = Ritme.KWARTAAL

    def kind_of(self, path: str) -> str:
        """What a file would be by its name; empty where nothing would read it."""
        found = (kind for kind, pattern in _kinds(self.ritme) if pattern.fullmatch(path))
        return "" if _unusable(path) else next(found, "")


def read(data: Path, content: Path) -> Files:
    """
    Read every file under *data* and *content*.

    Paths are given as `data/…` and `content/…`, whatever the folders are called.
    """
    ritme = ritme_in(data)
    reader = _Reader(ritme)
    for name, root in (("data", data), ("content", content)):
        reader.walk(root, name)
    files = tuple(sorted(reader.files, key=lambda f: f.path))
    return Files(files, tuple(sorted(reader.problems)), ritme)


def ritme_in(data: Path) -> Ritme:
    """
    The rhythm that programma.yaml names; that of quarters where it names none.

    It is looked up before anything is read, as it says how files are called.
    """
    try:
        said = _bytes(str(data / "programma.yaml"), LARGEST["yaml"]) or b""
    except OSError:
        return Ritme.KWARTAAL  # said when it is read
    match = _RITME.search(said.decode(errors="replace"))
    return Ritme(match[2]) if match else Ritme.KWARTAAL


class _Reader:
    """Walks through folders, and keeps what it finds."""

    def __init__(self, ritme: Ritme) -> None:
        self.ritme = ritme
        self.kinds = _kinds(ritme)
        self.files: list[Bestand] = []
        self.problems: list[Problem] = []
        self.bytes = 0

    def walk(self, folder: Path, path: str) -> None:
        """Read what lies in *folder*; *path* is how messages name it."""
        try:
            with os.scandir(folder) as found:
                entries = list(islice(found, MOST_FILES + 1))
        except OSError as error:
            self._unreadable(path, error)
            return
        if len(entries) > MOST_FILES:
            message = f"In deze map staan meer dan {MOST_FILES} bestanden; zij is niet gelezen."
            self._problem(path, message, "Is het wel de goede map?")
            return
        for entry in entries:
            self._entry(entry, f"{path}/{entry.name}")

    def _entry(self, entry: os.DirEntry[str], path: str) -> None:
        if entry.name.startswith(".") or entry.name.lower() in _JUNK:
            return
        if entry.is_symlink():
            message = "Dit is een snelkoppeling; die wordt niet gevolgd."
            self._problem(path, message, "Zet het bestand zelf hier.")
        elif entry.is_dir() and any(p.fullmatch(path) for _, p in self.kinds):
            self._problem(path, "Dit is een map; hier hoort een bestand.", "Verwijder de map.")
        elif entry.is_dir() and path.count("/") > DEEPEST:
            message = f"Deze map ligt dieper dan {DEEPEST} lagen; niets leest haar."
            self._problem(path, message)
        elif entry.is_dir():
            self.walk(Path(entry.path), path)
        else:
            self._file(entry.path, path)

    def _file(self, file: str, path: str) -> None:
        match = next(((kind, m) for kind, p in self.kinds if (m := p.fullmatch(path))), None)
        if not match or _unusable(path):
            known = len(self.problems) > _MOST_HINTS
            self._problem(path, "Niets leest dit bestand.", "" if known else self._name_hint(path))
            return
        kind, found = match
        most = LARGEST[path.rpartition(".")[2]]
        try:
            data = _bytes(file, most)
        except OSError as error:
            self._unreadable(path, error)
            return
        if data is None:
            self._problem(path, "Dit is geen gewoon bestand.", "Zet het bestand zelf hier.")
        elif len(data) > most:
            message = f"Dit bestand is groter dan {most // 1000} kB; het is niet gelezen."
            self._problem(path, message, "Is het wel het goede bestand?")
        elif self.bytes + len(data) > MOST_BYTES:
            message = f"Alle bestanden samen zijn groter dan {MOST_BYTES // 10**6} MB."
            self._problem(path, message, "Dit bestand paste er niet meer bij. Maak er kleiner.")
        else:
            self.bytes += len(data)
            names = found.groupdict()
            slug, kwartaal = names.get("slug", ""), names.get("kwartaal", "")
            self.files.append(Bestand(path, kind, slug, kwartaal, data))

    def _unreadable(self, path: str, error: OSError) -> None:
        message = f"Dit kan niet worden gelezen ({oorzaak(error)})."
        self._problem(path, message, "Kijk of u het mag lezen, en of het er nog staat.")

    def _problem(self, path: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(Place(zichtbaar(path)), message, hint))

    def _name_hint(self, path: str) -> str:
        parts = path.split("/")
        if why := _unusable(path):
            return why
        stem = parts[-1].rpartition(".")[0] or parts[-1]
        example = f"een {self.ritme} heet zoals {self.ritme.voorbeeld}."
        better = f"{stem}.{'yaml' if parts[0] == 'data' else 'md'}"
        if any(p.fullmatch("/".join([*parts[:-1], better])) for _, p in self.kinds):
            return f"Noem het {better}."
        if parts[:2] == ["data", "projecten"] and len(parts) == 4:
            if not re.fullmatch(_SLUG, parts[2]):
                return (
                    f"De map “{parts[2]}” is geen korte naam: kleine letters, cijfers en streepjes."
                )
            if stem[:1].isdigit() or stem[:1] in "qQhH":
                return f"“{stem}” is geen {self.ritme}; {example}"
            return (
                nearest(parts[-1], ["project.yaml"])
                + f" Een stand heet naar zijn {self.ritme}: {self.ritme.voorbeeld}.yaml."
            )
        if parts[:2] in (["data", "edities"], ["data", "zegels"]) and len(parts) == 3:
            return f"“{stem}” is geen {self.ritme}; {example}"
        if parts[0] == "content" and len(parts) == 3:
            return nearest(
                parts[-1], [f"{d}.md" for d in ("inleiding", "koers", "toekomst", "verantwoording")]
            )
        return "De handleiding zegt welke bestanden er zijn en hoe zij heten."


def _bytes(path: str, most: int) -> bytes | None:
    """What stands in a plain file, to one byte more than *most*; None for anything else."""
    handle = os.open(path, os.O_RDONLY | _CAREFULLY)
    with open(handle, "rb") as file:
        return file.read(most + 1) if stat.S_ISREG(os.fstat(handle).st_mode) else None


def _unusable(path: str) -> str:
    """Why a name cannot be used everywhere, or nothing."""
    parts = path.split("/")
    if any(len(part) > LANGSTE_NAAM for part in parts):
        return f"De naam is langer dan {LANGSTE_NAAM} tekens."
    if any(_RESERVED.fullmatch(part) for part in parts):
        return "Windows houdt deze naam voor zichzelf; kies een andere."
    return ""
