"""What editors write is shown as it stands: no part of it is ever read as a template."""

import html
import re
from pathlib import Path
from typing import Any

import jinja2
import pytest

from on_disk import KLEIN, REAL, copy, found, make, put
from waw_site.tree import parse

# What other template languages would make something of; braces as such are refused in a text.
CODE = "KANARIE <%= 7*191 %> $(7*191) #(7*191) [[7*191]] @(7*191) <?= 7*191 ?> $KANARIE"


def texts() -> list[tuple[str, int]]:
    """Every line of the small site that holds a text of a whole line."""
    found = []
    for path in sorted(KLEIN.glob("data/**/*.yaml")):
        for n, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
            if re.fullmatch(r" *[a-z_]+: [A-Z][^{}\[\]:\"]+", line):
                found.append((path.relative_to(KLEIN).as_posix(), n))
    return found


def test_only_our_templates_are_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With code in every text, all that Jinja compiles are the files of templates/."""
    site = copy(KLEIN, tmp_path / "in")
    assert len(texts()) >= 15
    for path, n in texts():
        lines = (site / path).read_text(encoding="utf-8").split("\n")
        key, _, value = lines[n].partition(": ")
        lines[n] = f"{key}: '{value} {CODE}'"
        put(site / path, "\n".join(lines))
    put(site / "content/2024-Q2/inleiding.md", f"{CODE}\n")
    ours = {p.read_text(encoding="utf-8") for p in (REAL / "templates").iterdir()}
    seen = []
    compile_ = jinja2.Environment.compile

    def watched(self: jinja2.Environment, source: str, *more: Any, **named: Any) -> object:
        seen.append(source)
        return compile_(self, source, *more, **named)

    monkeypatch.setattr(jinja2.Environment, "compile", watched)
    made = make(site, tmp_path / "uit")
    assert seen
    assert set(seen) <= ours
    pages = [page.decode() for path, page in made.items() if path.endswith(".html")]
    assert sum("KANARIE" in page for page in pages) > 10
    assert not [page for page in pages if "1337" in page or "<%" in page]
    assert [page for page in pages if html.escape("<%= 7*191 %>", quote=False) in page]


@pytest.mark.parametrize(
    "code", ["{{ 7*191 }}", "{{ ''.__class__ }}", "{% set x = 1 %}", "{# x #}"]
)
def test_braces_are_refused_wherever_text_stands(tmp_path: Path, code: str) -> None:
    """In every text of the YAML, one by one: refused with its place, or shown as it stands."""
    for path, n in texts():
        site = tmp_path / f"{path.replace('/', '-')}-{n}"
        copy(KLEIN, site)
        lines = (site / path).read_text(encoding="utf-8").split("\n")
        key, _, value = lines[n].partition(": ")
        lines[n] = f'{key}: "{value} {code}"'
        put(site / path, "\n".join(lines))
        told = [p for p in found(site).problems if p.place.path == path and p.place.line == n + 1]
        if not [p for p in told if p.ernst == "fout"]:
            made = make(site, site / "uit")
            pages = "".join(page.decode() for p, page in made.items() if p.endswith(".html"))
            assert html.escape(code, quote=False) in html.unescape(pages).replace("&#39;", "'")
            assert "1337" not in pages


def test_no_text_of_yaml_becomes_code() -> None:
    """A tag of YAML is told and makes nothing."""
    parsed = parse("x.yaml", b"a: !!python/object/apply:os.system [id]\n")
    assert parsed.value == {"a": ["id"]}
    assert "!!python/object/apply:os.system" in parsed.problems[0].melding
