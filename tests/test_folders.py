"""Where the cache of a command line lies, and how the program is called from there."""

import os
from pathlib import Path

import pytest

from waw_site import folders, manifest


@pytest.mark.parametrize(
    ("argv", "data"),
    [
        ([], folders.DATA),
        (["--strict"], folders.DATA),
        (["--data", "/x/data"], "/x/data"),
        (["check", "--data=/x/data", "--strict"], "/x/data"),
        (["--data", "/x/data", "--data", "/y/data"], "/y/data"),
        (["--data"], ""),
    ],
)
def test_data_folder_is_told_without_parsing(argv: list[str], data: str) -> None:
    assert folders.data_of(argv) == data


def test_cache_lies_beside_the_data() -> None:
    assert folders.cache_of("/x/data") == os.path.join("/x", ".cache")
    assert folders.cache_of(folders.DATA) == os.path.join(folders.ROOT, ".cache")


def test_surroundings_are_the_libraries_alone() -> None:
    """The project's own folder changes with every build of site/ and must not be among them."""
    paths = [line.partition(" ")[2] for line in manifest.surroundings()]
    assert paths
    assert all(path.endswith(("site-packages", "dist-packages")) for path in paths)


def test_the_program_is_called_as_the_manual_has_it(tmp_path: Path) -> None:
    """From its own folder in short, from another by the way to it."""
    assert folders.aanroep(folders.ROOT) == ".venv/bin/python build.py"
    python, program = folders.aanroep(str(tmp_path)).split()
    assert (tmp_path / program).resolve() == Path(folders.ROOT) / "build.py"
    assert python == program.replace("build.py", ".venv/bin/python")
