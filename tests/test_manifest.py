"""The manifest tells that nothing has changed, and never wrongly."""

import os
import time
from pathlib import Path

import pytest

from on_disk import put
from waw_site import manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "in/a.yaml", "een")
    put(tmp_path / "in/b/c.md", "twee")
    return tmp_path


def remember(folder: Path) -> str:
    lines = manifest.snapshot([str(folder / "in")])
    data = manifest.encode(lines, "niets\nnieuws")
    assert data
    path = folder / "manifest"
    path.write_bytes(data)
    return str(path)


def test_nothing_changed_says_what_was_said(folder: Path) -> None:
    assert manifest.unchanged(remember(folder)) == "niets\nnieuws"


def test_any_change_is_seen(folder: Path) -> None:
    """Content, a new file, a file less, a new name, another file of the same size and time."""
    a = folder / "in/a.yaml"

    def rewrite_unseen() -> None:
        times = a.stat()
        a.write_text("EEN")
        os.utime(a, ns=(times.st_atime_ns, times.st_mtime_ns))

    changes = [
        lambda: a.write_text("vier"),
        lambda: put(folder / "in/b/d.md", ""),
        (folder / "in/b/d.md").unlink,
        lambda: (folder / "in/b").rename(folder / "in/e"),
        rewrite_unseen,
    ]
    for change in changes:
        path = remember(folder)
        time.sleep(0.02)
        change()
        assert manifest.unchanged(path) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"00000000\n", b"\xff\xfe\x00"])
def test_damaged_manifest_says_nothing(folder: Path, damage: bytes) -> None:
    path = Path(remember(folder))
    path.write_bytes(damage)
    assert manifest.unchanged(str(path)) is None


def test_manifest_that_does_not_exist_says_nothing(tmp_path: Path) -> None:
    assert manifest.unchanged(str(tmp_path / "geen")) is None


def test_every_byte_of_it_matters(folder: Path) -> None:
    path = Path(remember(folder))
    data = path.read_bytes()
    for n in range(0, len(data), 7):
        path.write_bytes(data[:n] + bytes([data[n] ^ 1]) + data[n + 1 :])
        assert manifest.unchanged(str(path)) is None


def test_fresh_files_are_not_trusted(folder: Path) -> None:
    """A file that changed just before the build may change again without its times showing it."""
    lines = manifest.snapshot([str(folder / "in")])
    assert manifest.is_racy(lines, time.time_ns())
    assert not manifest.is_racy(lines, time.time_ns() + 10**9)


def test_a_name_with_a_line_end_is_not_remembered(folder: Path) -> None:
    put(folder / "in/a\nb.yaml", "")
    assert manifest.encode(manifest.snapshot([str(folder / "in")]), "x") is None
