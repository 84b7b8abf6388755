"""The form in the browser: what it offers, and what saving does to a file."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import yaml12
from on_disk import HERE, KLEIN, REAL, VERZONNEN, copy, found
from waw_site import formulier
from waw_site.cli import main
from waw_site.read import read

FILES = {
    file.path: file.data.decode()
    for site in (REAL, KLEIN)
    for file in read(site / "data", site / "content").bestanden
    if file.path.endswith(".yaml") and file.kind != "zegel"
}


def saved(asked: list[tuple[str, Any]]) -> list[str]:
    """What the form makes of each text that should say a value; None is what it says already."""
    told = json.dumps([{"text": text, "value": value} for text, value in asked])
    argv = ["node", str(HERE / "behoud_proef.mjs")]
    done = subprocess.run(argv, input=told, capture_output=True, text=True, check=True)
    made: list[str] = json.loads(done.stdout)
    return made


def test_file_in_which_nothing_changed_stays_as_it_is() -> None:
    """To the byte: comments, order, quotes and the breaks of lines."""
    assert saved([(text, None) for text in FILES.values()]) == list(FILES.values())


@settings(max_examples=5)
@given(st.data())
def test_changed_file_says_what_was_asked_and_keeps_its_comments(data: st.DataObject) -> None:
    """Values and keys changed, added and taken away, wherever they stand."""
    asked = []
    for path in data.draw(st.lists(st.sampled_from(sorted(FILES)), min_size=20, max_size=20)):
        value = yaml12.load(FILES[path])
        here, key = data.draw(st.sampled_from(list(places(value))))
        if isinstance(here[key], int):
            here[key] += 1
        elif isinstance(here[key], str):
            here[key] = data.draw(st.sampled_from(["Anders: met # erin", "ja", "2024", "een - b"]))
        elif isinstance(here, dict) and len(here) > 1 and data.draw(st.booleans()):
            del here[key]
        elif isinstance(here[key], dict):
            here[key]["nieuw"] = data.draw(st.sampled_from(["tekst", 7, ["a", "b"], {"x": "y"}]))
        asked.append((FILES[path], value))
    for (before, value), after in zip(asked, saved(asked), strict=True):
        assert yaml12.load(after) == value
        gone = set(comments(before)) - set(comments(after))
        assert len(gone) <= 2, after  # those of the part that went


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    for key, part in node.items() if isinstance(node, dict) else enumerate(node):
        yield node, key
        if isinstance(part, dict | list):
            yield from places(part)


def comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.lstrip().startswith("#")]


def test_figure_changes_its_line_alone() -> None:
    """A number, empty, n.v.t., a word beside it; and what a form leaves for an empty field."""
    text = (
        "# Let op.\ncijfers:\n  gestart: 45 # geteld\n"
        "  bemiddeld: {waarde: 12, bron: {document: x}}\n  open:\n"
    )
    asked = {
        "gestart: 46 # geteld": {"gestart": 46},
        "gestart: n.v.t. # geteld": {"gestart": {"waarde": "n.v.t."}},
        "gestart: null # geteld": {"gestart": {"waarde": None}},
        "bemiddeld: {waarde: 13, bron: {document: x}}": {
            "bemiddeld": {"waarde": 13, "bron": {"document": "x"}}
        },
        "open: 3": {"open": {"waarde": 3}},
    }
    for line, part in asked.items():
        value = yaml12.load(text)
        value["cijfers"] |= part
        made = saved([(text, value | {"noot": "", "lijst": [], "blok": {"kop": ""}})])[0]
        changed = set(made.split("\n")) - set(text.split("\n"))
        assert changed == {f"  {line}"}


def config(site: Path) -> Any:
    dataset = found(site).dataset
    assert dataset
    return yaml.safe_load(formulier.instellingen(dataset))


@pytest.mark.parametrize("site", [REAL, KLEIN, VERZONNEN], ids=["echt", "klein", "verzonnen"])
def test_form_offers_files_that_are_there(site: Path) -> None:
    """Every file and folder, of this programme alone, and nothing is made or thrown away."""
    for collection in config(site)["collections"]:
        for file in collection.get("files", ()):
            assert (site / file["file"]).is_file()
        if "folder" in collection:
            assert (site / collection["folder"]).is_dir()
            assert (collection["create"], collection["delete"]) == (False, False)


# What the form has no field for, and keeps as it is.
NOT_OFFERED = {
    "feiten": "an editor makes the names",
    "tussendoelen": "an editor makes the names",
    "verdelingen": "a field of our own, for a position of a programme that has dimensions",
}


@pytest.mark.parametrize("kind", ["stand", "project", "editie", "brief", "voorstel", "begroting"])
def test_form_has_a_field_for_every_key_but_a_few(kind: str) -> None:
    """A key that a model gets, the form gets; or it stands in the list of those that it cannot."""
    dataset = found(REAL).dataset
    assert dataset
    made = formulier.schema(formulier.SOORTEN[kind])
    offered = {field["name"] for field in formulier.velden(dataset, kind)}
    assert made["properties"].keys() - offered <= NOT_OFFERED.keys()


def test_each_project_is_asked_what_it_reports() -> None:
    """Its own indicators under its own words, and what else stands there already."""
    made = next(c for c in config(KLEIN)["collections"] if c["name"] == "cijfers-2024-Q2")
    techniek = next(f for f in made["files"] if f["name"] == "techniek")
    asked = next(f for f in techniek["fields"] if f["name"] == "cijfers")["fields"]
    assert [(f["name"], f["label"]) for f in asked][:2] == [
        ("gestart", "Gestarte trajecten"),
        ("bemiddeld", "jongeren aan het werk"),
    ]


def test_edition_of_a_year_is_chosen_as_it_is_written(tmp_path: Path) -> None:
    """In a file 2024 is a number; the choice is one too, or the form would show none."""
    site = tmp_path / "ander"
    said = ["--naam", "Proef", "--regio", "Proefregio", "--ritme", "jaar", "--begin", "2024"]
    assert main(["init", str(site), *said]) == 0
    dataset = found(site).dataset
    assert dataset
    field = next(f for f in formulier.velden(dataset, "editie") if f["name"] == "vervangen_door")
    assert [option["value"] for option in field["options"]] == [2024]


def test_without_a_service_the_form_is_of_this_computer() -> None:
    """Nothing is invented: it says so, and asks no one else."""
    dataset = found(KLEIN).dataset
    assert dataset
    made = formulier.instellingen(dataset)
    assert "alleen op uw eigen computer" in made
    assert "http" not in made.partition("collections:")[0]


def test_service_of_the_programme_is_used(tmp_path: Path) -> None:
    """What programma.yaml says of it, in the words of Decap CMS."""
    site = copy(KLEIN, tmp_path)
    said = "formulier: {dienst: gitlab, project: a/b, adres: 'https://git.voorbeeld.nl', app: x1}\n"
    file = site / "data/programma.yaml"
    file.write_text(file.read_text() + said)
    made = config(site)
    assert made["backend"] == {
        "name": "gitlab",
        "repo": "a/b",
        "branch": "main",
        "auth_type": "pkce",
        "base_url": "https://git.voorbeeld.nl",
        "api_root": "https://git.voorbeeld.nl/api/v4",
        "app_id": "x1",
    }
    assert made["local_backend"]["url"].startswith("http://localhost:")


def test_form_is_written_beside_the_data(tmp_path: Path, capsys: Any) -> None:
    """Whole for another programme; folders that it would not find are refused."""
    site = copy(VERZONNEN, tmp_path / "x")
    argv = ["formulier", "--data", str(site / "data"), "--content", str(site / "content")]
    assert main(argv) == 0
    assert "npm start" in capsys.readouterr().out
    assert "zorgstart" not in (site / "formulier/config.yml").read_text()
    named = (site / "formulier/index.html").read_text()
    assert "http" not in named
    assert {"config.yml", "index.html", "package-lock.json"} <= {
        p.name for p in (site / "formulier").iterdir()
    }
    assert main([*argv[:3], "--content", str(KLEIN / "content")]) == 2


@pytest.mark.parametrize("folder", ["formulier", "tests/editor"])
def test_lock_names_no_registry(folder: str) -> None:
    """Whoever installs gets the packages from the registry that they use themselves."""
    lock = json.loads((REAL / folder / "package-lock.json").read_text())
    assert [n for n, package in lock["packages"].items() if "resolved" in package] == []
    assert all("integrity" in package for name, package in lock["packages"].items() if name)
