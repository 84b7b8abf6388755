"""Nothing that the program says goes past the catalogue."""

import re
import shutil
from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment

from on_disk import KLEIN, REAL, copy, make
from waw_site import invoer, rendering
from waw_site.model import types

OPEN, CLOSE = "‹›"
_KEPT = re.compile(r"(<[^>]*>|%\(\w+\)s|\{\w+\})")
_SAID = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|urn:\S+|\b\S+\.(?:xml|jsonld|json|ttl|csv|xlsx)\b")
_WORD = re.compile(r"[A-Za-zë]{2,}")
_SPOKEN = ("title", "alt", "aria-label", "aria-description", "placeholder", "content")
_UNSAID = ("code", "script", "style", "id", "updated")
_MACHINES = ("viewport", "color-scheme", "robots")
_SHARED = ("og:title", "og:site_name", "og:image:alt")
_STRANGE = str.maketrans(  # Cyrillic: every typeface has it
    {chr(n): chr(n + 0x410 - 65) for n in range(65, 91)}
    | {chr(n): chr(n + 0x430 - 97) for n in range(97, 123)}
)
_NO_TEXT = re.compile(  # figures, addresses, and names of things
    r"(\{\{.*?\}\}|\]\([^)]*\)|\S+@\S+|\w+://\S+|\w+/\w+|\b[\w-]+\.[\w.-]+(?: in \d{4}-Q\d)?|"
    r"\b[\w-]+ in \d{4}-Q\d)"
)


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


def strange(text: str) -> str:
    """*text* in letters of which the program has none; figures and addresses as they are."""
    parts = _NO_TEXT.split(text)
    return "".join(p if n % 2 else p.translate(_STRANGE) for n, p in enumerate(parts))


class Texts(HTMLParser):
    """All texts of a page that someone reads or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        read = "property" not in known or known["property"] in _SHARED
        if read and known.get("name") not in _MACHINES and "http-equiv" not in known:
            self.found += [value or "" for name, value in attrs if name in _SPOKEN]
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(tag in self._inside for tag in _UNSAID):
            self.found.append(data)


def heard(html: str) -> Iterator[str]:
    """The words of a page that are not between brackets."""
    page = Texts()
    page.feed(html)
    for text in page.found:
        yield from _WORD.findall(_ADDRESS.sub(" ", _SAID.sub(" ", text)))


def as_written() -> set[str]:
    """Words that stay as they are: those bound to a figure, abbreviations, units and formats."""
    files = (
        p.read_text(encoding="utf-8") for p in KLEIN.rglob("*.*") if p.suffix in (".md", ".yaml")
    )
    bound = " ".join(found for text in files for found in re.findall(r"\{\{(.*?)\}\}", text))
    known = yaml.safe_load((KLEIN / "data" / "afkortingen.yaml").read_text(encoding="utf-8"))
    symbols = "kB MB PNG SVG"
    return {word.lower() for word in _WORD.findall(f"{bound} {' '.join(known)} {symbols}")}


@pytest.fixture
def strange_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The small site: our words between brackets, those of its editors in strange letters."""
    short = types._kort
    for module in (invoer, rendering):
        monkeypatch.setattr(module, "catalogue", lambda *_: Pseudo())
    monkeypatch.setattr(
        types,
        "_kort",
        lambda value, kind: short(value if kind == "naam" else strange(value), kind),
    )
    source = copy(KLEIN, tmp_path / "in")
    shutil.rmtree(source / "data" / "zegels", ignore_errors=True)
    for path in (source / "content").rglob("*.md"):
        *head, body = re.split(r"(?m)^---\n", path.read_text(encoding="utf-8"))
        path.write_text("---\n".join([*head, strange(body)]), encoding="utf-8")
    return make(source, tmp_path / "site")


def test_every_word_is_of_the_catalogue_or_of_the_data(strange_site: dict[str, bytes]) -> None:
    found: dict[str, str] = {}
    for path, content in strange_site.items():
        if path.endswith((".html", ".xml")):
            found |= dict.fromkeys(heard(content.decode()), path)
        elif path.endswith(".css"):
            said = re.findall(r"content:([^;}]*)", content.decode())
            text = " ".join(t for value in said for t in re.findall(r'"([^"\\]*)"', value))
            found |= dict.fromkeys(_WORD.findall(_SAID.sub(" ", text)), path)
    assert (
        sorted((word, path) for word, path in found.items() if word.lower() not in as_written())
        == []
    )


@pytest.mark.parametrize("path", sorted((REAL / "templates").glob("*.*ml")), ids=lambda p: p.name)
def test_no_template_says_a_word_itself(path: Path) -> None:
    """Between the tags of a template stands no word, and in its attributes none that is heard."""
    source = path.read_text(encoding="utf-8")
    pieces = re.sub(r"\{% trans .*?endtrans %\}", "", source, flags=re.DOTALL)
    plain = "".join(
        value if kind == "data" else "" if kind == "whitespace" else "|"
        for _line, kind, value in Environment().lex(pieces)  # noqa: S701  nothing is rendered
    )
    made = re.sub(r'[|] [\w-]+="[|]', "", plain)  # an attribute that a macro makes
    assert set(heard(made)) <= {"script", "src", "self"}  # a policy
