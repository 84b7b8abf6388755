"""What an editor sees while typing: the language server of VS Code's YAML extension is asked."""

import json
import subprocess
from pathlib import Path
from typing import Any

from on_disk import HERE, REAL, VERZONNEN, copy
from waw_site.cli import main
from waw_site.read import read

PROJECT = "# yaml-language-server: $schema=../../../schemas/project.schema.json\n"
STAND = "# yaml-language-server: $schema=../../../schemas/stand.schema.json\n"


def seen(asked: list[tuple[Path, str, int, int]]) -> list[Any]:
    """For each file with its text and a place in it: what completes it, and the lines in red."""
    names = ("path", "text", "line", "column")
    told = json.dumps([dict(zip(names, (str(a[0]), *a[1:]), strict=True)) for a in asked])
    argv = ["node", str(HERE / "editor/editor.mjs")]
    done = subprocess.run(argv, input=told, capture_output=True, text=True, check=True, timeout=120)
    found: list[Any] = json.loads(done.stdout)
    return found


def test_names_of_the_programme_are_offered_and_others_are_red() -> None:
    """Keys, indicators and documents complete; a wrong name, number or word has its line in red."""
    folder = REAL / "data/projecten/zorgstart"
    bron = "bron: {document: monitor-2024-q2}\n"
    keys, sectors, figures, wrong = seen(
        [
            (folder / "a.yaml", f"{PROJECT}naam: X\n\n{bron}", 2, 0),
            (folder / "b.yaml", f"{PROJECT}naam: X\nsector: \n{bron}", 2, 8),
            (folder / "c.yaml", f"{STAND}cijfers:\n  gestart: 7\n  \n{bron}", 3, 2),
            (folder / "d.yaml", f"{STAND}cijfers:\n  gestaart: 7.5\nvoorlopig: true\n{bron}", 0, 0),
        ]
    )
    assert {"sector", "doelen", "status"} <= set(keys["aanvullen"])
    assert "zorg" in sectors["aanvullen"]
    assert {"afgerond", "bemiddeld"} <= set(figures["aanvullen"])
    assert "gestart" not in figures["aanvullen"]
    assert (keys["rood"], figures["rood"]) == ([], [])
    assert set(wrong["rood"]) == {2, 3}


def test_no_file_that_is_right_has_a_red_line() -> None:
    """All real data, as the extension reads it."""
    files = [
        file
        for file in read(REAL / "data", REAL / "content").bestanden
        if file.path.endswith(".yaml") and file.kind != "zegel"
    ]
    found = seen([(REAL / file.path, file.data.decode(), 0, 0) for file in files])
    assert [f.path for f, one in zip(files, found, strict=True) if one["rood"]] == []


def test_another_programme_has_its_own_names(tmp_path: Path) -> None:
    site = copy(VERZONNEN, tmp_path / "x")
    argv = ["schemas", "--data", str(site / "data"), "--content", str(site / "content")]
    assert main(argv) == 0
    folder = next(p for p in (site / "data/projecten").iterdir())
    text = f"{STAND}cijfers:\n  \nbron: {{document: monitor-2024-q2}}\n"
    (one,) = seen([(folder / "x.yaml", text, 2, 2)])
    assert "gestart" in one["aanvullen"]
    assert "diplomarendement" not in one["aanvullen"]
    assert one["rood"]
