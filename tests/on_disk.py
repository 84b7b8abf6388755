"""Small sites on disk, and what the program says of them."""

import shutil
from pathlib import Path

from waw_site import report
from waw_site.cache import Cache
from waw_site.invoer import Input, inspect
from waw_site.site import build

HERE = Path(__file__).parent
KLEIN = HERE / "sites" / "klein"
REAL = HERE.parent
VERZONNEN = HERE / "sites" / "verzonnen"
HALFJAREN = HERE / "sites" / "halfjaren"
JAREN = HERE / "sites" / "jaren"


def found(site: Path, cache: Cache | None = None) -> Input:
    """Everything that is read from *site*, which has a data/ and a content/."""
    return inspect(site / "data", site / "content", cache or Cache.none())


def problems(site: Path) -> str:
    """All problems of *site*, as `check` prints them."""
    return report.text(found(site).problems)


def copy(site: Path, to: Path) -> Path:
    """A copy of the input of *site*, to break."""
    for name in ("data", "content"):
        shutil.copytree(site / name, to / name)
    return to


def shortened(target: Path, quarters: int) -> Path:
    """The invented programme at *target*, of its first quarters alone."""
    shutil.copytree(VERZONNEN, target, ignore=shutil.ignore_patterns(".cache", "*.py"))
    (target / "content").mkdir(exist_ok=True)
    last = sorted(p.stem for p in (target / "data" / "edities").iterdir())[quarters - 1]
    for file in (target / "data").rglob("20*-Q*.yaml"):
        if file.stem > last:
            file.unlink()
    return target


def put(path: Path, text: str) -> Path:
    """Write *text* at *path*, folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def make(site: Path, out: Path, cache: Cache | None = None) -> dict[str, bytes]:
    """Build *site* at *out*; gives all files by path."""
    cache = cache or Cache.none()
    read = found(site, cache)
    assert read.usable(strict=False), report.text(read.problems)
    build(read, out, cache)
    return tree(out)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under *folder* by path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
