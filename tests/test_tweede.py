"""Another programme: how it is begun, and that nothing of ours is left in what is made of it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from on_disk import REAL, found, make, put, tree
from waw_site import model
from waw_site.commands import run
from waw_site.kwartaal import Ritme
from waw_site.model import Model, Programma
from waw_site.model.cijfer import Herziening
from waw_site.problem import Ernst
from waw_site.validate import models_in

BEGIN = {Ritme.KWARTAAL: "2025-Q3", Ritme.HALFJAAR: "2025-H1", Ritme.JAAR: "2025"}


def begun(target: Path, *arguments: str, ritme: Ritme = Ritme.HALFJAAR) -> Path:
    """What `init` makes at *target*."""
    call = ["init", str(target), "--ritme", ritme, "--begin", BEGIN[ritme], *arguments]
    assert run(call) == 0
    return target


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("ritme", Ritme)
def test_what_is_begun_builds_at_once(tmp_path: Path, ritme: Ritme, taal: str) -> None:
    """The example has no fault, in any rhythm and language, and a page for its first period."""
    site = begun(tmp_path / "ander", "--taal", taal, "--naam", "Samen Fietsen", ritme=ritme)
    made = make(site, tmp_path / "uit")
    assert f"{BEGIN[ritme]}/index.html" in made
    assert b"Samen Fietsen" in made["index.html"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_check_names_every_place_to_fill_in(tmp_path: Path, taal: str) -> None:
    """Wherever something is to be filled in, check says so, and it says nothing else."""
    site = begun(tmp_path / "ander", "--taal", taal)
    said = found(site).problems
    assert {(p.ernst, p.melding) for p in said} == {
        (Ernst.WAARSCHUWING, "Hier moet nog iets worden aangevuld.")
    }
    expected = sorted(
        (path, number)
        for path, data in tree(site).items()
        if path.startswith(("data/", "content/"))
        for number, line in enumerate(data.decode().splitlines(), 1)
        if "[Vul aan" in line and not line.lstrip().startswith("#")
    )
    assert sorted((p.place.path, p.place.line) for p in said) == expected


def keys(kind: type[Model]) -> Iterator[str]:
    """The keys of *kind* and of all that stands in it."""
    for name, field in kind.model_fields.items():
        yield name
        for inner in models_in(field.annotation):
            if inner is not model.Bron and issubclass(inner, Model):
                yield from keys(inner)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_key_of_the_programme_is_explained(tmp_path: Path, taal: str) -> None:
    """No key of programma.yaml has to be looked up to know that it is there."""
    text = (begun(tmp_path / "ander", "--taal", taal) / "data/programma.yaml").read_text()
    own = {name for name in keys(Programma) if not re.search(rf"\b{name}\b", text)}
    revised = {"noot", "herzieningen", *keys(Herziening)}  # that is for later
    assert own - revised - set(keys(model.Publicatie)) == set()
    todo = ("TE DOEN", "TO DO")[taal == "en"]
    top = [name for name in Programma.model_fields if name not in ("soorten", "doelgroepen")]
    before = {name: text.split(f"\n{name}:")[0].split(f"\n#{name}:")[0] for name in top}
    assert [name for name, said in before.items() if todo not in said.split("\n\n")[-1]] == []


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_what_is_off_can_be_put_on(tmp_path: Path, taal: str) -> None:
    """With the # before every key away, the file still says nothing wrong."""
    site = begun(tmp_path / "ander", "--taal", taal)
    path = site / "data/programma.yaml"
    path.write_text(re.sub(r"^( *)#(?! \S)", r"\1", path.read_text(), flags=re.MULTILINE))
    assert "\n#" not in re.sub(r"\n# ", "\n", path.read_text())
    assert [p for p in found(site).problems if p.ernst is Ernst.FOUT] == []


def test_an_editor_of_yaml_knows_the_new_programme(tmp_path: Path) -> None:
    """Every YAML file names a schema that is there, with the words and the rhythm of its own."""
    site = begun(tmp_path / "ander")
    for path in (site / "data").rglob("*.yaml"):
        named = path.read_text().splitlines()[0].partition("$schema=")[2]
        assert (path.parent / named).is_file(), path
    words = (site / "schemas/woorden.schema.json").read_text()
    assert ("deelnemers" in words, "H[1-2]" in words, "Q[1-4]" in words) == (True, True, False)


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is overwritten, nor added beside what stands."""
    put(tmp_path / "ander/aantekening.txt", "van mij")
    assert run(["init", str(tmp_path / "ander")]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "staat al iets; er is niets geschreven." in said
    assert tree(tmp_path) == {"ander/aantekening.txt": b"van mij"}


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    begun(tmp_path / "ander")
    assert (tmp_path / "ander/README.md").is_file()


def test_a_start_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All files are there, or none of them."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "ander")

    monkeypatch.setattr(Path, "rename", full)
    assert run(["init", str(tmp_path / "ander")]) == 2
    assert "De nieuwe map kon niet worden geschreven" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Zeg in welke nieuwe map: init ../ander-programma."),
        (["x", "--ritme", "maand"], "Onbekend bij --ritme: “maand”."),
        (["x", "--taal", "fy"], "Onbekend bij --taal: “fy”."),
        (["x", "--ritme", "jaar", "--begin", "2025-Q1"], "“2025-Q1” is geen jaar. Schrijf het zo:"),
    ],
)
def test_a_wrong_wish_is_explained(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []


def test_it_is_built_from_within_and_by_its_name(tmp_path: Path) -> None:
    """Standing in the folder, or naming it, gives the same site, in that folder."""
    site = begun(tmp_path / "ander")
    for here, arguments in ((site, []), (tmp_path, ["--programma", "ander"])):
        command = [sys.executable, str(REAL / "build.py"), "--no-cache", *arguments]
        subprocess.run(command, check=True, cwd=here, capture_output=True)
        assert "2025-H1/index.html" in tree(site / "site")
