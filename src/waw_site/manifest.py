"""
Has anything changed since the last build? Answered before anything heavy is imported.

A manifest holds the stat of every file that a build read or wrote, the names in every folder, and
what the build said at its end.
"""

import os
import stat
import sys
import zlib
from collections.abc import Iterable, Sequence

_RACY = 50_000_000  # ns: a file this young may change again without its times showing it
_ABSENT = "-"


def path_for(folder: str, argv: Sequence[str]) -> str:
    """The manifest of the build that *argv* asks for."""
    return os.path.join(folder, f"manifest-{zlib.crc32(repr(argv).encode()):08x}")


def snapshot(roots: Iterable[str]) -> list[str]:
    """A line per file and folder under *roots*."""
    lines: list[str] = []
    waiting = list(roots)
    while waiting:
        path = waiting.pop()
        lines.append(_line(path))
        if os.path.isdir(path) and not os.path.islink(path):
            waiting += (os.path.join(path, name) for name in _names(path))
    return lines


def renamed(lines: Iterable[str]) -> list[str]:
    """
    *lines* of files that may have lost another name since, which changes no more than their ctime.

    What is otherwise not as it was then, keeps its line.
    """
    known = [(line, _line(line.partition(" ")[2])) for line in lines]
    return [now if _but_ctime(now) == _but_ctime(line) else line for line, now in known]


def _but_ctime(line: str) -> list[str]:
    mtime, _, rest = line.split(":", 2) if line[0] != _ABSENT else (line, "", "")
    return [mtime, rest]


def surroundings() -> list[str]:
    """A line per folder of libraries: what pip installs or upgrades shows there."""
    return [_line(path) for path in sys.path if path.endswith(("site-packages", "dist-packages"))]


def _line(path: str) -> str:
    """Of a file its times, size and number; of a folder what is in it; then the path."""
    try:
        s = os.lstat(path)
        if stat.S_ISDIR(s.st_mode):
            names = "/".join(_names(path)).encode("utf-8", "surrogateescape")
            return f"{zlib.crc32(names)}:0:{len(names)}:0 {path}"
    except OSError:
        return f"{_ABSENT} {path}"
    return f"{s.st_mtime_ns}:{s.st_ctime_ns}:{s.st_size}:{s.st_ino} {path}"


def _names(folder: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name != "__pycache__")
    except OSError:
        return []


def encode(lines: Sequence[str], message: str) -> bytes | None:
    """The manifest as it is stored; None where a path cannot be stored in it."""
    body = "\n".join((sys.version.split()[0], message.replace("\n", "\t"), *lines))
    if body.count("\n") != len(lines) + 1:
        return None
    data = body.encode("utf-8", "surrogateescape")
    return b"%08x\n" % zlib.crc32(data) + data


def is_racy(lines: Sequence[str], began: int) -> bool:
    """Whether a file changed so shortly before the build *began* (ns) that it may do so unseen."""
    return any(int(line.split(":", 2)[1]) > began - _RACY for line in lines if line[0] != _ABSENT)


def unchanged(path: str) -> str | None:
    """What the build of the manifest at *path* said, if all is still as it left it."""
    try:
        with open(path, "rb") as file:
            crc, data = file.read().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    if not data or crc != b"%08x" % zlib.crc32(data):
        return None
    version, message, *lines = data.decode("utf-8", "surrogateescape").split("\n")
    if version != sys.version.split()[0]:
        return None
    if any(_line(line.partition(" ")[2]) != line for line in lines):
        return None
    return message.replace("\t", "\n")
