"""
What was made before, kept under the digest of all that it was made of.

A cache can only save time: a file that is missing, damaged or of another version is as good as
empty. A folder belongs to one site; what a build did not use is forgotten.
"""

import contextlib
import hashlib
import os
import pickle
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from pathlib import Path
from typing import Any, Self

STORES = (
    "data",
    "texts",
    "pages",
    "charts",
    "platen",
    "templates",
)  # from charts on they know no story


def digest(*parts: str | bytes) -> str:
    """A name for exactly these *parts*, in this order."""
    h = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        h.update(len(data).to_bytes(8, "big"))
        h.update(data)
    return h.hexdigest()


class Store:
    """One file of the cache: values by key, of which the used ones are kept, or all."""

    def __init__(self, path: Path | None, version: str, *, keeps_all: bool = False) -> None:
        self._path = path
        self._version = version
        self._known: dict[str, Any] = _read(path, version) if path else {}
        self._keeps_all = keeps_all
        self._fleeting: set[str] = set()
        self._begin()

    def _begin(self) -> None:
        self._used: dict[str, Any] = dict(self._known) if self._keeps_all else {}
        self._new = False
        self._asked = False

    def get(self, key: str) -> Any | None:
        """What was made before under *key*, or None."""
        self._asked = True
        if key in self._used:
            return self._used[key]
        if key in self._known:
            self._used[key] = self._known[key]
        return self._used.get(key)

    def put(self, key: str, value: Any) -> None:
        """Keep *value* for the next time."""
        self._used[key] = value
        self._asked = self._new = True

    def memo(self, key: str, make: Callable[[], Any]) -> Any:
        """What was made before under *key*, or what *make* gives."""
        value = self.get(key)
        if value is None:
            value = make()
            self.put(key, value)
        return value

    def forget(self, key: str) -> None:
        """Keep what stands under *key* in memory alone."""
        self._fleeting.add(key)

    def again(self) -> Self:
        """For one more build in this process: what this one used, is known."""
        after = copy(self)
        after._known = self._used if self._asked else self._known
        after._begin()
        return after

    def save(self) -> None:
        """
        Write what was used, if that is not what stands there already.

        Of what nothing was asked nothing is known: a check leaves the pages of a build.
        """
        if not self._path or not self._asked:
            return
        if self._new or len(self._used) != len(self._known) or not self._path.exists():
            kept = {key: value for key, value in self._used.items() if key not in self._fleeting}
            payload = pickle.dumps(kept, protocol=5)
            header = digest(self._version, payload).encode()
            try:
                replace(self._path, header + payload)
            except OSError:  # better nothing than what should have been forgotten
                with contextlib.suppress(OSError):
                    self._path.unlink()


class Cache:
    """The stores of one site; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, version: str) -> None:
        self.folder = folder
        self.version = version
        self._hold(
            [
                Store(folder / name if folder else None, version, keeps_all=name == "templates")
                for name in STORES
            ]
        )

    def _hold(self, stores: list[Store]) -> None:
        self._stores = stores
        self.data, self.texts, self.pages, self.charts, self.platen, self.templates = stores

    def again(self) -> Self:
        """The cache for one more build in this process, of which nothing has to be read."""
        after = copy(self)
        after._hold([store.again() for store in self._stores])
        return after

    def save(self) -> None:
        """Write all stores."""
        for store in self._stores:
            store.save()

    @classmethod
    def none(cls) -> Self:
        """A cache that forgets."""
        return cls(None, "")


def _read(path: Path, version: str) -> dict[str, Any]:
    """What a store holds; nothing unless its digest says that it is whole and of this version."""
    try:
        content = path.read_bytes()
        header, payload = content[:32], content[32:]
        if header != digest(version, payload).encode():
            return {}
        known = pickle.loads(payload)
    except Exception:
        return {}
    return known if isinstance(known, dict) else {}


def replace(path: Path, content: bytes) -> None:
    """Put *content* at *path* in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


# The stores in which words of stories stand, the lists of files, and unfinished versions of these.
_WORDS = re.compile(rf"\.?(?:{'|'.join(STORES[:3])})(?:-.+)?|\.?manifest-.+")
_SITE = re.compile(r"[0-9a-f]{12}")
MARK = "verhalen"


def agree(root: Path, verteld: str, *, keep: bool) -> None:
    """
    Leave nothing in *root*, where the caches of all sites lie, that knows other stories.

    *verteld* names the stories that are told now; a mark with *keep* remembers that. Raises OSError
    where something cannot be removed.
    """
    mark = root / MARK
    if _read_mark(mark) == verteld:
        return
    if left := [error for path in _with_words(root) if (error := _remove(path))]:
        raise left[0]
    mark.unlink(missing_ok=True)
    if keep:
        with contextlib.suppress(OSError):
            replace(mark, verteld.encode())


def _remove(path: Path) -> OSError | None:
    """Remove a file, or give what stood in the way."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        return error
    return None


def _read_mark(mark: Path) -> str:
    try:
        return mark.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _with_words(root: Path) -> Iterator[Path]:
    """The files of ours in *root* that may hold words of a story, or its name."""
    if not root.is_dir():
        return
    sites = [f for f in root.iterdir() if _SITE.fullmatch(f.name) and not f.is_symlink()]
    for folder in (root, *(site for site in sites if site.is_dir())):
        yield from (f for f in folder.iterdir() if _WORDS.fullmatch(f.name) and f.is_file())


def version(files: Iterable[Path], *parts: str) -> str:
    """The version of what makes things: the content of *files*, and *parts*."""
    return digest(*(part for file in files for part in (file.name, file.read_bytes())), *parts)
