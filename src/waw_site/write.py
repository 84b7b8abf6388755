"""{path: bytes} → disk: staged beside the target, then swapped in; alone writes the site."""

import contextlib
import ctypes
import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from waw_site import manifest

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]  # Windows has none

MARK = ".waw-site"
_MARK_TEXT = b"Deze map is gemaakt door de monitor; elke bouw vervangt haar geheel.\n"
# All that a path of a site can be: no folder above it, no hidden file, no root, no other system's.
_PATH = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*")
_STALE = 600  # seconds; no build takes this long
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class NotOursError(Exception):
    """The target holds something that this program did not make."""


def check_target(target: Path) -> None:
    """
    Make sure that *target* may be replaced as a whole.

    It may when it does not exist, is an empty folder, or bears our mark. Raises NotOursError.
    """
    if target.is_symlink():
        raise NotOursError(f"{target} is een snelkoppeling.")
    if not target.exists():
        return
    if not target.is_dir():
        raise NotOursError(f"{target} is een bestand, geen map.")
    if any(target.iterdir()) and not (target / MARK).is_file():
        raise NotOursError(f"In {target} staan bestanden die de monitor niet heeft gemaakt.")


def write(target: Path, site: Mapping[str, bytes]) -> list[str]:
    """
    Make *target* hold *site* and nothing else.

    Until the last step the old site stands whole, and from then on the new one: where the system
    can, both folders change places at once. Gives the manifest of what was written, made before
    another build can have replaced it. Raises NotOursError, OSError; ValueError for a path that
    does not lie plainly below *target*.
    """
    if strange := [path for path in site if not _PATH.fullmatch(path)]:
        raise ValueError(f"not a path of a site: {strange[0]!r}")
    target = target.absolute()
    check_target(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
    try:
        with _at_work(staging):
            _sweep(target, staging)
            _fill(staging, site, target)
            lines = manifest.snapshot([str(staging)])
            if target.exists():
                swap(staging, target)
            else:
                os.rename(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    lines = [line.replace(f" {staging}", f" {target}", 1) for line in lines]
    return manifest.renamed(lines)


def _fill(staging: Path, site: Mapping[str, bytes], target: Path) -> None:
    staging.chmod(0o755)
    (staging / MARK).write_bytes(_MARK_TEXT)
    for folder in sorted({str(Path(path).parent) for path in site}):
        (staging / folder).mkdir(parents=True, exist_ok=True)
    mode = (staging / MARK).stat().st_mode
    for path, content in site.items():
        if not _linked(target / path, staging / path, content, mode):
            (staging / path).write_bytes(content)


def _linked(old: Path, new: Path, content: bytes, mode: int) -> bool:
    """
    Whether *old* could get a second name, *new*: it says *content*, and nothing has to be written.

    It is looked at under its new name, which no other build can replace.
    """
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):  # it is not there, or the system has no such names
        return False
    made = new.lstat()
    if (made.st_mode, made.st_size) == (mode, len(content)) and new.read_bytes() == content:
        return True
    new.unlink()
    return False


@contextlib.contextmanager
def _at_work(staging: Path) -> Iterator[None]:
    """Hold a lock on *staging*, which ends with this process however it ends."""
    with contextlib.ExitStack() as stack:
        if fcntl:
            handle = os.open(staging, os.O_RDONLY)
            stack.callback(os.close, handle)
            with contextlib.suppress(OSError):  # some file systems know no locks
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _is_left(folder: Path) -> bool:
    """Whether no process is at work in *folder* any more, as far as can be told."""
    if not fcntl:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def _sweep(target: Path, staging: Path) -> None:
    """Remove what a build that was killed left beside *target*, unless it may still be at work."""
    for left in target.parent.glob(f".{target.name}-*"):
        with contextlib.suppress(OSError):
            old = left.stat().st_mtime < staging.stat().st_mtime - _STALE
            ours = left.is_dir() and ((left / MARK).is_file() or not any(left.iterdir()))
            # An empty one may not have its lock yet; what is swapped out must be there to go back.
            locked = (left / MARK).is_file() and not left.name.endswith("-oud")
            if ours and (old or (locked and _is_left(left))):
                shutil.rmtree(left, ignore_errors=True)


def swap(staging: Path, target: Path) -> None:
    """Let the two folders change places; where that takes two steps, the gap is an instant."""
    if _exchange(staging, target):
        return
    old = Path(f"{staging}-oud")
    os.rename(target, old)
    try:
        os.rename(staging, target)
    except OSError:
        os.rename(old, target)
        raise
    with contextlib.suppress(OSError):
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """renameat2(2) with RENAME_EXCHANGE: atomic on Linux; False where there is no such thing."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
