"""Changed files → data/, all of them or none: the projects are staged beside, then swapped in."""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from waw_site.write import swap

PROJECTEN = "projecten"
_PREFIX = f".{PROJECTEN}-"
_OUD = 3600  # seconds; no import takes this long


class TussendoorError(Exception):
    """Somebody changed a file in the meantime."""


def kopie(data: Path, files: Mapping[str, bytes], to: Path) -> Path:
    """A copy of *data* at *to*, in which *files* are as they will be; gives that folder."""
    try:
        shutil.copytree(data, to, symlinks=True, copy_function=_koppel)
    except _KopieError as stopped:
        raise stopped.oorzaak from None
    for path, content in files.items():
        target = to / path.removeprefix("data/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.parent.chmod(target.parent.stat().st_mode | stat.S_IRWXU)
        mode = target.stat().st_mode if target.exists() else None
        target.unlink(missing_ok=True)  # it may be the very file of data/
        with target.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            target.chmod(mode)
    return to


def zet(data: Path, files: Mapping[str, bytes]) -> None:
    """
    Make *data* hold *files*, which all lie below its projects, in one step.

    Where the system can, both folders change places at once. Raises OSError; TussendoorError when
    a file there changed meanwhile. In either case all is as it was.
    """
    target = data / PROJECTEN
    if not target.is_dir():  # the only copy may be in what another import left
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target))
    _veeg(data)
    for folder in (target, *(path.parent for path in target.glob("*/*"))):
        if not os.access(folder, os.W_OK):  # the system would not let it change places
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    before = _stand_van(target)
    staging = Path(tempfile.mkdtemp(dir=data, prefix=_PREFIX))
    try:
        inner = {path.removeprefix(f"data/{PROJECTEN}/"): c for path, c in files.items()}
        made = kopie(target, inner, staging / PROJECTEN)
        shutil.copystat(target, made)
        if _stand_van(target) != before:
            raise TussendoorError
        swap(made, target)
        if made.exists() and _stand_van(made) != before:  # saved in the last instant
            swap(made, target)
            raise TussendoorError
    finally:
        if target.is_dir():  # else the only copy may be in there
            shutil.rmtree(staging, ignore_errors=True)


def _veeg(data: Path) -> None:
    """Remove what an import that was killed left, unless it may still be at work."""
    for left in data.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < time.time() - _OUD:
                shutil.rmtree(left, ignore_errors=True)


def _stand_van(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below *folder*, by when it was written and how large it is."""
    found = {}
    for path in folder.rglob("*"):
        if not path.is_dir():
            about = path.lstat()
            found[path.relative_to(folder).as_posix()] = (about.st_mtime_ns, about.st_size)
    return found


def _koppel(source: str, target: str) -> str:
    """The same file under another name, or a copy where that cannot be."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        try:
            shutil.copy2(source, target, follow_symlinks=False)
        except OSError as error:
            raise _KopieError(error) from None
    return target


class _KopieError(Exception):
    """Why a file could not be copied; an OSError would only be noted, and the rest go on."""

    def __init__(self, oorzaak: OSError) -> None:
        super().__init__(str(oorzaak))
        self.oorzaak = oorzaak
