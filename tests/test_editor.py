"""What an editor sees while typing: the language server of VS Code's YAML extension is asked."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from on_disk import HERE, REAL, VERZONNEN, copy
from waw_site.cli import main
from waw_site.read import read

PROJECT = "# yaml-language-server: $schema=../../../schemas/project.schema.json\n"
STAND = "# yaml-language-server: $schema=../../../schemas/stand.schema.json\n"


def seen(site: Path, asked: list[tuple[Path, str, int, int]]) -> list[Any]:
    """For each file of *site*, with its text and a place: what completes it, what is told, red."""
    names = ("path", "text", "line", "column")
    told = json.dumps([dict(zip(names, (str(a[0]), *a[1:]), strict=True)) for a in asked])
    argv = ["node", str(HERE / "editor/editor.mjs"), str(site)]
    done = subprocess.run(argv, input=told, capture_output=True, text=True, check=True, timeout=120)
    found: list[Any] = json.loads(done.stdout)
    return found


def test_names_of_the_programme_are_offered_and_others_are_red() -> None:
    """Keys, indicators and documents complete; a wrong name, number or word has its line in red."""
    folder = REAL / "data/projecten/zorgstart"
    bron = "bron: {document: monitor-2024-q2}\n"
    keys, sectors, figures, wrong = seen(
        REAL,
        [
            (folder / "a.yaml", f"{PROJECT}naam: X\n\n{bron}", 2, 0),
            (folder / "b.yaml", f"{PROJECT}naam: X\nsector: \n{bron}", 2, 8),
            (folder / "c.yaml", f"{STAND}cijfers:\n  gestart: 7\n  \n{bron}", 3, 2),
            (folder / "d.yaml", f"{STAND}cijfers:\n  gestaart: 7.5\nvoorlopig: true\n{bron}", 0, 0),
        ],
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
    found = seen(REAL, [(REAL / file.path, file.data.decode(), 0, 0) for file in files])
    assert [f.path for f, one in zip(files, found, strict=True) if one["rood"]] == []


def test_another_programme_has_its_own_names(tmp_path: Path) -> None:
    site = copy(VERZONNEN, tmp_path / "x")
    argv = ["schemas", "--data", str(site / "data"), "--content", str(site / "content")]
    assert main(argv) == 0
    folder = next(p for p in (site / "data/projecten").iterdir())
    text = f"{STAND}cijfers:\n  \nbron: {{document: monitor-2024-q2}}\n"
    (one,) = seen(site, [(folder / "x.yaml", text, 2, 2)])
    assert "gestart" in one["aanvullen"]
    assert "diplomarendement" not in one["aanvullen"]
    assert one["rood"]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another programme as `init` begins it: half-years, in English, with its own indicators."""
    site = tmp_path_factory.mktemp("ander") / "fietsen"
    said = ["--naam", "Cycling", "--taal", "en", "--ritme", "halfjaar", "--begin", "2025-H1"]
    assert main(["init", str(site), *said]) == 0
    return site


@pytest.mark.parametrize("first", [STAND, ""], ids=["by its first line", "by the settings"])
def test_a_programme_that_is_begun_is_known_at_once(begun: Path, first: str) -> None:
    """Its own keys complete, a misspelt one is red, and a key is told in Dutch, in any new file."""
    folder = begun / "data/projecten/example-project"
    skip = first.count("\n")
    keys, figures, wrong, told = seen(
        begun,
        [
            (folder / "2025-H2.yaml", f"{first}cijfers: {{participants: 4}}\n\n", skip + 1, 0),
            (
                folder / "2026-H1.yaml",
                f"{first}cijfers:\n  \nbron: {{document: plan}}\n",
                skip + 1,
                2,
            ),
            (
                folder / "2026-H2.yaml",
                f"{first}cijfers:\n  participant: 4\nbrom: {{document: plan}}\n",
                0,
                0,
            ),
            (folder / "2027-H1.yaml", f"{first}eindstand: ja\n", skip, 3),
        ],
    )
    assert {"bron", "verdelingen", "voorlopig"} <= set(keys["aanvullen"])
    assert set(figures["aanvullen"]) == {"participants", "completed"}
    assert {skip + 1, skip + 2} <= set(wrong["rood"])
    assert "laatste stand is van een project dat eindigde" in told["uitleg"]


def test_dimensions_and_periods_are_those_of_the_programme(begun: Path) -> None:
    """A breakdown completes with the dimensions; a quarter is red in a programme of half-years."""
    copied = begun.parent / "verdeeld"
    shutil.copytree(begun, copied)
    file = copied / "data/programma.yaml"
    file.write_text(re.sub(r"^#(dimensies:|  age:|    .*)$", r"\1", file.read_text(), flags=re.M))
    argv = ["schemas", "--data", str(copied / "data"), "--content", str(copied / "content")]
    assert main(argv) == 0
    folder = copied / "data/projecten/example-project"
    parts = "verdelingen:\n  - naar: [age]\n    cijfers:\n      participants:\n        \n"
    phases = "status:\n  - fase: lopend\n    vanaf: 2025-Q1\n  - fase: verlengd\n    vanaf: \n"
    source = "cijfers: {}\nbron:\n  document: \n"
    naar, delen, period, document = seen(
        copied,
        [
            (folder / "2025-H2.yaml", f"{STAND}verdelingen:\n  - naar: []\n", 2, 11),
            (folder / "2026-H1.yaml", f"{STAND}{parts}", 5, 8),
            (
                folder / "project.yaml",
                f"{PROJECT}{phases}naam: X\nbron: {{document: plan}}\n",
                5,
                11,
            ),
            (folder / "2026-H2.yaml", f"{STAND}{source}", 3, 12),
        ],
    )
    assert "age" in naar["aanvullen"]
    assert {"young", "old", "onbekend"} <= set(delen["aanvullen"])
    assert period["rood"] == [3]
    assert set(period["aanvullen"]) == {"2024-H2", "null"}
    assert set(document["aanvullen"]) == {"plan", "report"}
