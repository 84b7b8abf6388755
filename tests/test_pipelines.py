"""The pipelines are what their services read, do no more than they may, and do what they say."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from on_disk import KLEIN, REAL, copy, put

GITHUB = REAL / ".github/workflows/monitor.yml"
GITLAB = REAL / ".gitlab-ci.yml"
KINDS = {GITHUB: "vendor.github-workflows", GITLAB: "vendor.gitlab-ci"}

WRONG = "cijfers:\n  gestrat: 3\nbron: {document: plan}\n"


def pipeline(path: Path) -> dict[Any, Any]:
    made = yaml.safe_load(path.read_text())
    assert isinstance(made, dict)
    return made


def steps(job: str) -> list[dict[str, Any]]:
    """The steps of a job of the workflow."""
    found: list[dict[str, Any]] = pipeline(GITHUB)["jobs"][job]["steps"]
    return found


def commands() -> Iterator[str]:
    """Every line that either service gives to a shell."""
    for job in pipeline(GITHUB)["jobs"].values():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    for job in pipeline(GITLAB).values():
        if isinstance(job, dict):
            yield from job.get("script", ())


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The program with a small site, as a runner has it once all is installed."""
    for name in ("src", "templates"):
        shutil.copytree(REAL / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "Makefile", "requirements.lock"):
        shutil.copy(REAL / name, tmp_path / name)
    python = put(tmp_path / ".venv/bin/python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    put(tmp_path / ".venv/site", "")
    return copy(KLEIN, tmp_path)


def shell(site: Path, line: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What a runner does with a line: `bash -e`, in the folder of the repository."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["bash", "-e", "-c", line],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
        env=environment | more,
    )


@pytest.mark.parametrize("path", KINDS, ids=lambda path: path.name)
def test_a_pipeline_is_what_its_service_reads(path: Path) -> None:
    """By the service's own schema, which check-jsonschema carries with it."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", KINDS[path], str(path)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "ok -- validation done\n")


def test_the_schema_sees_a_fault(tmp_path: Path) -> None:
    """Else the test above would say nothing."""
    for path, kind in KINDS.items():
        broken = re.sub(r"^( *)(runs-on|script):", r"\1\2x:", path.read_text(), flags=re.MULTILINE)
        file = put(tmp_path / path.name, broken)
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, str(file)]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def test_what_is_used_of_others_cannot_change() -> None:
    """Each action is the one commit that was looked at, with its version beside it."""
    lines = [line for line in GITHUB.read_text().splitlines() if "uses:" in line]
    assert len(lines) >= 3
    for line in lines:
        assert re.fullmatch(r" *- uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    assert re.fullmatch(r"python:3\.11-[a-z]+", pipeline(GITLAB)["default"]["image"])


def test_a_proposal_may_only_be_read() -> None:
    """A proposal of a stranger gets no right to write, and no secret; a release gets one right."""
    workflow = pipeline(GITHUB)
    assert workflow["permissions"] == {"contents": "read"}
    rights = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    assert rights == {"nakijken": None, "voorbeeld": None, "publiceren": {"contents": "write"}}
    assert workflow["jobs"]["publiceren"]["if"] == "github.ref_type == 'tag'"
    text = GITHUB.read_text() + GITLAB.read_text()
    assert "pull_request_target" not in text
    assert "secrets." not in text
    checkouts = [s for j in workflow["jobs"] for s in steps(j) if "checkout" in s.get("uses", "")]
    assert [s["with"] for s in checkouts] == [{"persist-credentials": False}] * 3


def test_only_the_makefile_knows_how() -> None:
    """A pipeline asks for what anybody can ask for at home."""
    rules = set(re.findall(r"^([a-z./-]+):", (REAL / "Makefile").read_text(), re.MULTILINE))
    asked = [line for line in commands() if not line.startswith("gh ")]
    targets = [re.match(r"make --silent ([\w./-]+)", line) for line in asked]
    assert all(targets)
    assert {target[1] for target in targets if target} <= rules
    assert {".venv/site", "check", "site", "package"} <= rules


def test_a_proposal_gets_a_remark_at_the_line(site: Path) -> None:
    """On GitHub by a command of the workflow, and the step fails."""
    put(
        site / "data/projecten/zorg/2024-Q2.yaml",
        "cijfers:\n  gestrat: 3\nbron: {document: plan}\n",
    )
    (check,) = [s["run"] for s in steps("nakijken") if "github" in s.get("run", "")]
    result = shell(site, check)
    assert result.returncode != 0
    (line,) = [x for x in result.stdout.splitlines() if "gestrat" in x and x.startswith("::error")]
    assert line.startswith("::error file=data/projecten/zorg/2024-Q2.yaml,line=2,col=3::")
    assert "Bedoelde u “gestart”?" in line


def test_a_proposal_is_told_what_is_left_to_do(site: Path) -> None:
    """Under the run, also when the check failed; the step itself does not fail."""
    put(site / "content/2024-Q2/koers.md", "[Vul aan: de koers.]\n")
    (told,) = [s for s in steps("nakijken") if "SUMMARY" in s.get("run", "")]
    assert told["if"] == "always()"
    summary = site / "summary.md"
    assert shell(site, told["run"], GITHUB_STEP_SUMMARY=str(summary)).returncode == 0
    assert "    Te doen voor het projectteam:\n" in summary.read_text()


def test_gitlab_gets_its_report_and_fails_with_words(site: Path) -> None:
    """The report is written whatever is wrong; the last line fails and says why in the log."""
    put(
        site / "data/projecten/zorg/2024-Q2.yaml",
        "cijfers:\n  gestrat: 3\nbron: {document: plan}\n",
    )
    job = pipeline(GITLAB)["nakijken"]
    result = shell(site, "\n".join(job["script"]))
    assert result.returncode != 0
    assert "data/projecten/zorg/2024-Q2.yaml:2:3: fout" in result.stdout
    rows = json.loads((site / job["artifacts"]["reports"]["codequality"]).read_text())
    (wrong,) = [row for row in rows if "gestrat" in row["description"]]
    assert wrong["location"] == {"path": "data/projecten/zorg/2024-Q2.yaml", "lines": {"begin": 2}}
    assert wrong["severity"] == "critical"


def test_a_preview_is_the_whole_site(site: Path) -> None:
    """Both services build the same, and keep the folder that it comes in."""
    edition = site / "data/edities/2024-Q2.yaml"
    put(edition, f"status: concept\n{edition.read_text()}")
    (github,) = [s["run"] for s in steps("voorbeeld") if "run" in s]
    (gitlab,) = pipeline(GITLAB)["voorbeeld"]["script"]
    assert github == gitlab
    assert shell(site, github).returncode == 0
    assert (site / "site/2024-Q2/index.html").is_file()
    assert "2024-Q2/index.html" in (site / "site/index.html").read_text()  # a concept, too
    (kept,) = [s for s in steps("voorbeeld") if "upload-artifact" in s.get("uses", "")]
    assert kept["with"]["path"] == "site/"
    assert pipeline(GITLAB)["voorbeeld"]["artifacts"]["paths"] == ["site/"]


def test_what_is_published_is_packed_the_same_each_time(site: Path) -> None:
    """Strictly checked, held against its seals, and put in one file that both services keep."""
    (github,) = [s["run"] for s in steps("publiceren") if s.get("run", "").startswith("make")]
    (gitlab,) = pipeline(GITLAB)["publiceren"]["script"]
    assert github == gitlab
    assert shell(site, github).returncode == 0
    package = site / "dist/monitor.tar.gz"
    first = package.read_bytes()
    with tarfile.open(package) as packed:
        names = packed.getnames()
    assert "site/index.html" in names
    assert shell(site, github).returncode == 0
    assert package.read_bytes() == first
    gh = next(s["run"] for s in steps("publiceren") if s.get("run", "").startswith("gh "))
    assert "dist/monitor.tar.gz" in gh
    assert pipeline(GITLAB)["publiceren"]["artifacts"]["paths"] == ["dist/monitor.tar.gz"]
    put(site / "content/2024-Q2/koers.md", "[Vul aan: de koers.]\n")
    assert shell(site, github).returncode != 0
