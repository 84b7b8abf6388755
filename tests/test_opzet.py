"""From nothing to an environment, on any system."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import opzet
from on_disk import REAL
from test_release import PINNED


def test_it_installs_the_lock_once(tmp_path: Path) -> None:
    """What is locked can be imported; a second time nothing is fetched."""
    lock = (REAL / "requirements.lock").read_text()
    pyyaml = next(pin for pin in PINNED.finditer(lock) if pin[1] == "pyyaml")
    (tmp_path / "requirements.lock").write_text(pyyaml[0])
    said = opzet.opzet(tmp_path)
    python = tmp_path / ".venv/bin/python"
    assert said.endswith(f"{python.relative_to(tmp_path)} build.py serve")
    subprocess.run([python, "-c", "import yaml"], check=True)
    os.utime(tmp_path / "requirements.lock", (0, 0))
    python.unlink()
    assert opzet.opzet(tmp_path) == said
    assert not python.exists()


def test_an_old_python_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    with pytest.raises(SystemExit, match=r"Dit is Python 3\.9\. Installeer Python 3\.11"):
        opzet.opzet(tmp_path)


@pytest.mark.parametrize("system", ["windows", "macos", "linux"])
def test_the_lock_holds_for_every_system(system: str, tmp_path: Path) -> None:
    """Each package, and each that only this system needs, has a build for it with its hash."""
    uv = [
        Path(sys.executable).with_name("uv"),
        "pip",
        "install",
        "--dry-run",
        "--only-binary=:all:",
    ]
    where = ["--python-platform", system, "--python-version", "3.11", "--target", tmp_path]
    result = subprocess.run(
        [*uv, *where, "--require-hashes", "-r", REAL / "requirements.lock"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert ("colorama" in result.stderr) == (system == "windows")
