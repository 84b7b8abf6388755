"""Staging and swapping: whatever happens, what stands there is whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import Mock

import pytest

from on_disk import KLEIN, REAL, copy, make, put, tree
from waw_site import manifest
from waw_site import write as writing
from waw_site.write import MARK, NotOursError, write

SITE = {"index.html": b"een", "a/b/index.html": b"twee"}


def test_target_holds_the_site_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "nieuw" / "site"
    write(out, SITE)
    assert {path: c for path, c in tree(out).items() if path != MARK} == SITE
    write(out, {"index.html": b"drie"})
    assert {path: c for path, c in tree(out).items() if path != MARK} == {"index.html": b"drie"}
    assert [p.name for p in out.parent.iterdir()] == ["site"]


def test_swapping_in_two_steps_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a system cannot exchange two folders at once."""
    monkeypatch.setattr(writing, "_exchange", lambda one, other: False)
    for content in (b"een", b"twee"):
        write(tmp_path / "site", {"index.html": content})
    assert (tmp_path / "site/index.html").read_bytes() == b"twee"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_refuses_what_it_did_not_make(tmp_path: Path) -> None:
    theirs = tmp_path / "site"
    theirs.mkdir()
    write(theirs, SITE)
    (theirs / MARK).unlink()
    with pytest.raises(NotOursError):
        write(theirs, {})
    file = tmp_path / "bestand"
    file.write_text("x")
    link = tmp_path / "link"
    link.symlink_to(theirs)
    for target in (file, link):
        with pytest.raises(NotOursError):
            write(target, SITE)
    assert file.read_text() == "x"
    assert (theirs / "index.html").read_bytes() == b"een"


def test_manifest_is_of_what_was_written_whoever_writes_next(tmp_path: Path) -> None:
    """Another build that replaces the site must not pass for this one."""
    out = tmp_path / "site"
    path = tmp_path / "manifest"
    data = manifest.encode(write(out, SITE), "actueel")
    assert data
    path.write_bytes(data)
    assert manifest.unchanged(str(path)) == "actueel"
    write(out, {"index.html": b"van een ander"})
    assert manifest.unchanged(str(path)) is None


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    """The file that stands there stays, if it says the same and may be read by the same."""
    target = tmp_path / "site"
    site = {"a/index.html": b"een", "b/index.html": b"twee", "c.html": b"drie", "d.html": b"vier"}
    write(target, site)
    before = {path: (target / path).stat() for path in site}
    (target / "c.html").chmod(0o600)
    (target / "d.html").unlink()
    (target / "d.html").symlink_to(put(tmp_path / "elders", "vier"))
    write(target, site | {"b/index.html": b"2"})
    after = {path: (target / path).lstat() for path in site}
    assert tree(target) == {MARK: (target / MARK).read_bytes(), **site, "b/index.html": b"2"}
    same = {path for path in site if after[path].st_ino == before[path].st_ino}
    assert same == {"a/index.html"}
    assert after["a/index.html"].st_mtime_ns == before["a/index.html"].st_mtime_ns
    assert {status.st_mode for status in after.values()} == {before["c.html"].st_mode}
    assert {status.st_nlink for status in after.values()} == {1}
    assert (tmp_path / "elders").read_text() == "vier"


def test_a_file_that_was_changed_in_place_is_written_again(tmp_path: Path) -> None:
    """Also when its size and its time are as they were."""
    target = tmp_path / "site"
    write(target, {"index.html": b"een"})
    page = target / "index.html"
    times = page.stat()
    page.write_bytes(b"nee")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    write(target, {"index.html": b"een"})
    assert page.read_bytes() == b"een"


def test_without_second_names_all_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk or a system that has none."""
    write(tmp_path / "site", {"index.html": b"een"})
    for error in (PermissionError, NotImplementedError):
        monkeypatch.setattr(os, "link", Mock(side_effect=error))
        lines = write(tmp_path / "site", {"index.html": b"een"})
        assert lines == manifest.snapshot([str(tmp_path / "site")])


def test_manifest_holds_after_what_was_written_lost_its_other_name(tmp_path: Path) -> None:
    """A file that stayed had two names for a while, and its ctime tells when it lost one."""
    for _ in range(3):
        lines = write(tmp_path / "site", {"a/index.html": b"een", "index.html": b"twee"})
        assert sorted(lines) == sorted(manifest.snapshot([str(tmp_path / "site")]))


def test_failure_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write(out, SITE)
    with pytest.raises(OSError, match="name"):
        write(out, {"x" * 300: b""})
    assert (out / "index.html").read_bytes() == b"een"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    """At once: it holds no lock, as one does that is still at work."""
    write(tmp_path / "site", SITE)
    left, alive = tmp_path / ".site-abc", tmp_path / ".site-def"
    for folder in (left, alive):
        folder.mkdir()
        (folder / MARK).write_text("")
    with writing._at_work(alive):
        write(tmp_path / "site", SITE)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".site-def", "site"]


def test_what_may_be_only_just_begun_is_swept_when_it_is_old(tmp_path: Path) -> None:
    """An empty folder has no lock before it has one."""
    write(tmp_path / "site", SITE)
    old, new = tmp_path / ".site-abc", tmp_path / ".site-def"
    for folder in (old, new):
        folder.mkdir()
    os.utime(old, (0, 0))
    write(tmp_path / "site", SITE)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".site-def", "site"]


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from waw_site.write import write
out = Path(sys.argv[2])
for n in range(1, 100000):
    print(n, flush=True)
    page = (str(n) * 2000).encode()
    write(out, {f"{k}/index.html": page for k in range(12)} | {"index.html": page})
"""


def test_a_killed_build_leaves_a_whole_site_and_a_sound_cache(tmp_path: Path) -> None:
    """The whole program: killed anywhere between its start and its end, while the input changes."""
    site = copy(KLEIN, tmp_path)
    text = site / "content/2024-Q2/inleiding.md"
    command = [sys.executable, str(REAL / "build.py")]
    command += [f"--{name}={site / name}" for name in ("data", "content")]
    command += [f"--out={site / 'uit'}"]
    subprocess.run(command, check=True, capture_output=True)
    before = sorted(tree(site / "uit"))
    moment = random.Random(20230630)  # noqa: S311  any moment will do
    for turn in range(25):
        text.write_text(f"Dit is beurt {turn}.\n")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment.random() * 0.5)
        process.kill()
        process.wait()
        made = tree(site / "uit")
        assert sorted(made) == before
        assert all(page.endswith(b"</html>\n") for path, page in made.items() if "html" in path)
    subprocess.run(command, check=True, capture_output=True)
    assert f"beurt {turn}." in (site / "uit/2024-Q2/index.html").read_text()
    assert tree(site / "uit") == make(site, tmp_path / "zonder-cache")


def whole(site: Path) -> str:
    """The one content that all pages of *site* have."""
    pages = tree(site)
    assert len(pages) == 14
    contents = {content for path, content in pages.items() if path != MARK}
    assert len(contents) == 1
    return contents.pop().decode()


def test_a_kill_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """A hundred times: a process that does nothing but replace the site is killed at random."""
    out = tmp_path / "site"
    write(out, {f"{k}/index.html": b"0" * 2000 for k in range(12)} | {"index.html": b"0" * 2000})
    moment = random.Random(20240630)  # noqa: S311  any moment will do
    seen = set()
    for _ in range(100):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(REAL / "src"), str(out)], stdout=subprocess.PIPE
        )
        assert process.stdout
        for _begun in range(moment.randint(1, 3)):
            process.stdout.readline()
        time.sleep(moment.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        seen.add(whole(out))
    assert len(seen) > 1
