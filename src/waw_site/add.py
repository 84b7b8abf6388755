"""New files and longer ones → disk: all of them, or none."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from waw_site.cache import replace


@dataclass(frozen=True, slots=True)
class Vervanging:
    """A file that stands: what is in it, and what it becomes."""

    was: bytes
    wordt: bytes


def add(new: Mapping[Path, bytes], changed: Mapping[Path, Vervanging] | None = None) -> None:
    """
    Put *new* beside what stands, and change what *changed* names.

    All is written before any of it is put in its place; when that fails half-way, what was put is
    taken away again. Raises FileExistsError for a new file that is there already, OSError when
    something cannot be written, or was changed by another in the meantime.
    """
    undo = contextlib.ExitStack()
    with undo:
        staged = {path: _stage(path, data, undo) for path, data in new.items()}
        for path, change in (changed or {}).items():
            if path.read_bytes() != change.was:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
            staged[path] = _stage(path, change.wordt, undo)
            shutil.copymode(path, staged[path])
        for path in new:
            with path.open("xb") as place:
                undo.callback(path.unlink)
                mode = os.fstat(place.fileno()).st_mode
            staged[path].chmod(mode)
            os.replace(staged[path], path)
        for path, change in (changed or {}).items():
            os.replace(staged[path], path)
            undo.callback(replace, path, change.was)
        undo.pop_all()


def _stage(path: Path, data: bytes, undo: contextlib.ExitStack) -> Path:
    """Write *data* to a hidden file beside *path*, in folders that are made for it."""
    missing = [f for f in (path.parent, *path.parent.parents) if not f.exists()]
    for folder in reversed(missing):
        folder.mkdir()
        undo.callback(folder.rmdir)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    undo.callback(Path(name).unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return Path(name)
