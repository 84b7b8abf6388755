"""Nothing that the program says goes past the catalogue: what is not between brackets is data."""

import re
from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment

from on_disk import KLEIN, REAL, make
from waw_site import site

OPEN, CLOSE = "⟦⟧"
_KEPT = re.compile(r"(<[^>]*>|%\(\w+\)s|\{\w+\})")
_SAID = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_WORDS = re.compile(r"[^\W\d_]{2,}(?:[’'\- ]+[^\W\d_]{2,})*")
_SPOKEN = ("title", "alt", "aria-label", "aria-description", "placeholder", "content")
_UNSAID = ("code", "script", "style", "id", "updated")
_MACHINES = ("viewport", "color-scheme", "robots")


class Pseudo(NullTranslations):
    """Says every word between brackets, and leaves tags and placeholders outside them."""

    def gettext(self, message: str) -> str:
        parts = _KEPT.split(str(message))
        return "".join(
            f"{OPEN}{part}{CLOSE}" if part.strip() and n % 2 == 0 else part
            for n, part in enumerate(parts)
        )

    def ngettext(self, one: str, more: str, number: int) -> str:
        return self.gettext(one if number == 1 else more)


class Texts(HTMLParser):
    """All texts of a page that someone reads or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        machine = tag == "meta" and dict(attrs).get("name") in _MACHINES
        machine |= "http-equiv" in dict(attrs)
        if not machine:
            self.found += [value or "" for name, value in attrs if name in _SPOKEN]
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(tag in self._inside for tag in _UNSAID):
            self.found.append(data)


def runs(text: str) -> Iterator[str]:
    """The words of *text* that are not between brackets, as far as nothing stands between them."""
    for match in _WORDS.finditer(_SAID.sub("|", text)):
        yield " ".join(match[0].split())


def scalars(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (str(key) for key in value if str(key).isupper())  # an abbreviation
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from scalars(item)
    else:
        yield str(value)


def written(folder: Path) -> tuple[set[str], str]:
    """What stands in the data: each value of a word or two, and all that is longer."""
    values: set[str] = set()
    texts: list[str] = []
    for path in folder.rglob("*.yaml"):
        for scalar in scalars(yaml.safe_load(path.read_text(encoding="utf-8"))):
            (texts.extend if len(scalar.split()) > 2 else values.update)(runs(scalar))
    for path in folder.rglob("*.md"):
        plain = re.sub(r"[*_`#\[\]]|\]\([^)]*\)", "", path.read_text(encoding="utf-8"))
        texts += runs(plain)
    return {value.lower() for value in values}, f" {' | '.join(texts)} ".lower()


def test_what_is_not_of_the_catalogue_is_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a site whose every translation stands between brackets, all else comes from the data."""
    monkeypatch.setattr(site, "catalogue", lambda _language: Pseudo())
    values, texts = written(KLEIN)
    strange = {}
    for path, content in make(KLEIN, tmp_path / "site").items():
        found: list[str] = []
        if path.endswith((".html", ".xml")):
            page = Texts()
            page.feed(content.decode())
            found = page.found
        elif path.endswith(".css"):
            said = re.findall(r"content:([^;}]*)", content.decode())
            found = [text for value in said for text in re.findall(r'"([^"\\]*)"', value)]
        for run in (run.lower() for text in found for run in runs(text)):
            if run not in values and f" {run} " not in texts:
                strange.setdefault(run, path)
    assert strange == {}


@pytest.mark.parametrize("path", sorted((REAL / "templates").glob("*.*ml")), ids=lambda p: p.name)
def test_no_template_says_a_word_itself(path: Path) -> None:
    """Between the tags of a template stands no word, and in its attributes none that is heard."""
    source = path.read_text(encoding="utf-8")
    pieces = re.sub(r"\{% trans .*?endtrans %\}", "", source, flags=re.DOTALL)
    plain = "".join(
        value if kind == "data" else "" if kind == "whitespace" else "|"
        for _line, kind, value in Environment().lex(pieces)  # noqa: S701  nothing is rendered
    )
    page = Texts()
    page.feed(re.sub(r'[|] [\w-]+="[|]', "", plain))  # an attribute that a macro makes
    assert {run for text in page.found for run in runs(text)} == set()
