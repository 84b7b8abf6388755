"""The program as its user meets it: exit codes, output, and no traceback."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from on_disk import KLEIN, REAL, copy, put, tree
from waw_site.commands.shared import where


def run(*arguments: str, cwd: Path = REAL, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(REAL / "build.py"), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy(KLEIN, tmp_path)


def folders(site: Path) -> tuple[str, ...]:
    return ("--data", str(site / "data"), "--content", str(site / "content"))


def built(site: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run(*folders(site), "--out", str(site / "uit"), *more)


def test_build_says_what_it_made(site: Path) -> None:
    result = built(site)
    assert result.returncode == 0
    assert "41 pagina's, 57 grafieken getekend en 0 hergebruikt" in result.stdout
    assert "1 opmerking; lees ze met: .venv/bin/python build.py check" in result.stdout
    assert result.stderr == ""


def test_nothing_changed_is_seen_and_any_change_is(site: Path) -> None:
    """Also when somebody touches the output."""
    for path in [*site.rglob("*"), site]:
        os.utime(path, (1, 1))
    built(site, "--no-cache")
    first, second = built(site), built(site)
    assert "getekend" in first.stdout
    if "Niets gewijzigd" not in second.stdout:  # the copy was too fresh to be trusted
        second = built(site)
    assert "Niets gewijzigd" in second.stdout
    text = site / "content/2024-Q2/inleiding.md"
    put(text, text.read_text() + "\nEn nog iets.\n")
    assert "hergebruikt" in built(site).stdout
    assert "En nog iets." in (site / "uit/2024-Q2/index.html").read_text()
    (site / "uit/index.html").write_text("kapot")
    built(site)
    assert "kapot" not in (site / "uit/index.html").read_text()


def test_a_wrong_key_stops_the_build_and_leaves_the_old_site(site: Path) -> None:
    """With its path, line and column, and the right key."""
    built(site)
    before = tree(site / "uit")
    stand = site / "data/projecten/techniek/2024-Q2.yaml"
    put(stand, stand.read_text().replace("gestart:", "gestrat:"))
    result = built(site)
    assert result.returncode == 1
    assert f"{stand}:2:3: fout" in result.stderr
    assert "Bedoelde u “gestart”?" in result.stderr
    assert "Er is niets gebouwd." in result.stderr
    assert tree(site / "uit") == before


def test_a_refusal_shows_only_what_stands_in_the_way(site: Path) -> None:
    """Remarks can wait; with --strict a warning cannot."""
    put(site / "data/projecten/zorg/2024-Q2.yaml", "cijfers: 3\n")
    assert "opmerking" not in built(site).stderr
    put(
        site / "data/projecten/zorg/2024-Q2.yaml",
        (KLEIN / "data/projecten/zorg/2024-Q2.yaml").read_text(),
    )
    (site / "data/projecten/techniek/2024-Q2.yaml").unlink()
    strict = built(site, "--strict")
    assert (strict.returncode, "1 waarschuwing. Er is niets gebouwd." in strict.stderr) == (1, True)


def test_heavy_libraries_are_imported_only_when_needed(site: Path) -> None:
    """matplotlib for a chart, yaml for a figure; for nothing at all hardly anything."""
    code = (
        f"import sys; sys.path.insert(0, {str(REAL / 'src')!r}); from waw_site.cli import main;"
        "main(sys.argv[1:]); names = ('matplotlib', 'yaml', 'jinja2', 'pydantic');"
        "print(*(name for name in names if name in sys.modules), sep=',')"
    )
    command = [sys.executable, "-c", code, *folders(site), "--out", str(site / "uit")]

    def imported() -> str:
        result = subprocess.run(command, capture_output=True, text=True, check=True)
        return result.stdout.splitlines()[-1]

    assert imported() == "matplotlib,yaml,jinja2,pydantic"
    put(site / "content/2024-Q2/inleiding.md", "Een andere zin.\n")
    assert imported() == "jinja2,pydantic"
    time.sleep(0.1)
    imported()
    assert imported() == ""


def test_check_counts_and_sorts(site: Path) -> None:
    put(site / "data/projecten/zorg/2024-Q2.yaml", "cijfers:\n  b: 03\n  a: x\n")
    result = run("check", *folders(site))
    places = [line.split(": ")[0] for line in result.stdout.splitlines() if line.startswith("/")]
    assert result.returncode == 1
    assert places == sorted(places)
    assert result.stdout.splitlines()[-1] == "3 fouten, 1 opmerking"


def test_strict_makes_a_warning_fail(site: Path) -> None:
    (site / "data/projecten/techniek/2024-Q2.yaml").unlink()
    assert run("check", *folders(site)).returncode == 0
    strict = run("check", "--strict", *folders(site))
    assert strict.returncode == 1
    assert "1 waarschuwing, 1 opmerking" in strict.stdout


def test_formats_for_machines(site: Path) -> None:
    put(site / "data/projecten/zorg/2024-Q2.yaml", "cijfers: 3\n")
    found = json.loads(run("check", "--format", "json", *folders(site)).stdout)
    wrong = next(row for row in found if row["ernst"] == "fout")
    assert {"bestand", "regel", "kolom", "ernst", "melding", "hint"} == set(wrong)
    assert wrong["bestand"].endswith("zorg/2024-Q2.yaml")
    lines = run("check", "--format", "github", *folders(site)).stdout.splitlines()
    assert any(x.startswith("::error file=") and ",line=1,col=10::" in x for x in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--editon", "2024-Q2"), "Bedoelde u “--edition”?"),
        (("chek",), "Bedoelde u “check”?"),
        (("--format", "jsn", "check"), "Bedoelde u “json”?"),
        (("--edition",), "Bij --edition ontbreekt een waarde."),
        (("--data", "/bestaat/niet"), "De map /bestaat/niet bestaat niet."),
        (("--data", "a" * 300), "bestaat niet."),
        (("export", "--out", f"{'a' * 300}.xlsx"), "de naam is te lang"),
    ],
)
def test_wrong_use_is_told_in_dutch(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_unknown_edition_proposes_a_known_one(site: Path) -> None:
    result = built(site, "--edition", "2024-Q3")
    assert (result.returncode, "Bedoelde u “2024-Q2”?" in result.stderr) == (2, True)


def test_target_that_is_not_ours_is_refused(site: Path) -> None:
    for target in (site, site / "data", site / "data/uit"):
        result = run(*folders(site), "--out", str(target))
        assert result.returncode == 2
        assert "Traceback" not in result.stderr
    assert (site / "data/programma.yaml").is_file()


def test_help_is_dutch() -> None:
    result = run("--help")
    assert (result.returncode, "usage" in result.stdout) == (0, False)


def test_output_survives_any_encoding_and_a_closed_pipe(site: Path) -> None:
    put(site / "data/projecten/zorg/2024-Q2.yaml", "cijfers: é\n")
    ascii_only = run("check", *folders(site), PYTHONIOENCODING="ascii")
    assert (ascii_only.returncode, "Traceback" in ascii_only.stderr) == (1, False)
    checked = " ".join(["check", *folders(site)])
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    for words in ("--help", checked):
        command = ["sh", "-c", f"{sys.executable} {REAL / 'build.py'} {words} | true"]
        piped = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment
        )
        assert piped.stderr == ""


def test_cache_lies_beside_the_data(site: Path) -> None:
    built(site)
    assert any((site / ".cache").iterdir())
    built(site, "--no-cache")


def test_a_check_leaves_what_a_build_made(site: Path) -> None:
    """A build after it draws nothing again, nor makes a page again."""
    built(site)
    kept = [f for f in (site / ".cache").glob("*/*") if f.name in ("pages", "charts")]
    before = [f.read_bytes() for f in kept]
    assert run("check", *folders(site)).returncode == 0
    assert [f.read_bytes() for f in kept] == before
    assert len(kept) == 2


@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_in_a_pipe(site: Path, colour: dict[str, str]) -> None:
    assert "\x1b" not in run("check", *folders(site), **colour).stdout


def test_works_from_any_folder(site: Path) -> None:
    assert run("check", *folders(site), cwd=site).returncode == 0


def test_new_letter_is_true_and_overwrites_nothing(site: Path) -> None:
    """A first version from the figures passes the check; a second time nothing is touched."""
    (site / "data/brieven/raadsbrief.yaml").unlink()
    (site / "content/brieven/raadsbrief.md").unlink()
    made = run("new", "brief", "--edition", "2024-Q2", *folders(site))
    assert made.returncode == 0
    written = [site / "data/brieven/raadsbrief-2024-q2.yaml"]
    written.append(site / "content/brieven/raadsbrief-2024-q2.md")
    texts = [path.read_text() for path in written]
    assert "{{ gestart }}" in texts[0]
    assert "{{ gestart.status }}" in texts[1]
    check = run("check", "--strict", *folders(site))
    assert "Hier moet nog iets worden aangevuld." in check.stdout
    assert "1 waarschuwing, 1 opmerking" in check.stdout
    again = run("new", "brief", "--edition", "2024-Q2", *folders(site))
    assert again.returncode == 2
    assert "is er al" in " ".join(again.stderr.split())
    assert [path.read_text() for path in written] == texts


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new"], "Zeg wat u wilt beginnen"),
        (["new", "brieff"], "Zeg wat u wilt beginnen"),
        (["new", "brief"], "Zeg bij welke editie"),
        (["new", "brief", "--edition", "2024-Q1"], "Er is geen editie “2024-Q1”"),
        (["check", "brief"], "Onbekende opdracht “brief”"),
        (["check", "--edition", "2024-Q1"], "Er is geen editie “2024-Q1”"),
        (["--format", "json"], "Met --format hoort check"),
        (["--taal"], "Met --taal hoort check"),
    ],
)
def test_new_is_told_what_it_misses(site: Path, arguments: list[str], words: str) -> None:
    result = run(*arguments, *folders(site))
    assert (result.returncode, words in result.stderr) == (2, True)


def test_a_path_on_another_drive_is_told_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows knows no way from C: to the drive of the network, and says so by a ValueError."""

    def no_way(_: Path) -> str:
        raise ValueError

    monkeypatch.setattr("os.path.relpath", no_way)
    assert where(Path("/ander/cijfers.xlsx")) == str(Path("/ander/cijfers.xlsx").absolute())


def test_a_python_without_the_libraries_is_told() -> None:
    """Who types `python` may get the one of the system, and not that of the environment."""
    command = [sys.executable, "-S", str(REAL / "build.py"), "check", "--no-cache"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={})
    assert done.returncode == 2
    assert "Start het programma met die uit\nde map .venv." in done.stderr
    assert "Traceback" not in done.stderr
