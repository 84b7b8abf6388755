"""A whole site in English: its language everywhere, and no figure less safe than in Dutch."""

import re
from pathlib import Path

import pytest

from on_disk import KLEIN, copy, make
from waw_site.audit import Kennis, audit
from waw_site.audit.pagina import Rij, rijen
from waw_site.catalogus import catalogue, spreek

RULES = ("opgeteld", "afgetrokken", "geteld", "gedeeld, naar beneden afgerond")
_WORDS = re.compile(r"\{\{[^{}]*=([^{}]*)\}\}")
_JOIN = re.compile(r"\s+(?:van|en|tot)\s+|\s*,\s*")


def bare(match: re.Match[str]) -> str:
    """Figures without the Dutch words that they were bound to."""
    return ", ".join(f"{{{{ {name.strip()} }}}}" for name in _JOIN.split(match[1].strip()))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a programme in English; its seals are of the Dutch one."""
    folder = copy(KLEIN, tmp_path_factory.mktemp("engels"))
    for path in (*folder.rglob("*.yaml"), *folder.rglob("*.md")):
        path.write_text(_WORDS.sub(bare, path.read_text(encoding="utf-8")), encoding="utf-8")
    for seal in folder.glob("data/zegels/*.yaml"):
        seal.unlink()
    programma = folder / "data" / "programma.yaml"
    programma.write_text(f"taal: en\n{programma.read_text(encoding='utf-8')}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def english(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return make(source, tmp_path_factory.mktemp("uit") / "site")


def test_every_page_says_its_language(english: dict[str, bytes]) -> None:
    pages = [content for path, content in english.items() if path.endswith(".html")]
    assert all(b'<html lang="en">' in page for page in pages)
    assert b'xml:lang="en"' in english["feed.xml"]


def test_quarters_and_months_are_english(english: dict[str, bytes]) -> None:
    page = english["2024-Q2/index.html"].decode()
    assert "Second quarter of 2024" in page
    assert "up to the end of June 2024" in page


def test_the_audit_reads_every_row_as_it_does_in_dutch(
    english: dict[str, bytes], tmp_path: Path
) -> None:
    """The same figures, made in the same way of as many others, with the same ones missing."""
    dutch = make(KLEIN, tmp_path / "site")
    for path in (p for p in english if p.endswith("herkomst/index.html")):
        with spreek(catalogue("en")):
            here = [said(rij) for rij in rijen(path, english[path])]
        assert sorted(here) == sorted(said(rij) for rij in rijen(path, dutch[path]))


def said(rij: Rij) -> tuple[str, ...]:
    """What a row tells in any language."""
    made = rij.regel if rij.regel in RULES else str(bool(rij.regel))
    signs = "".join(sign for sign, _ in rij.termen)
    more = (len(rij.termen), len(rij.meegeteld), rij.ontbreekt, rij.plaats and rij.plaats.path)
    return made, signs, *map(str, more)


def test_what_is_given_away_is_found(english: dict[str, bytes]) -> None:
    """Hidden in one row only, a figure is given away by all others that state it."""
    name = "koken.gestart in 2023-Q4"
    path = "projecten/koken/herkomst/index.html"
    there = re.compile(rf'(data-cijfer="{name}">.*?)<strong>25</strong>', re.DOTALL)
    text, times = there.subn(r"\1<strong>suppressed</strong>", english[path].decode())
    assert times == 1
    with spreek(catalogue("en")):
        problems, _ = audit({**english, path: text.encode()}, Kennis(), {})
    melding = f"Het afgeschermde cijfer “{name}” is na te rekenen: het is 25."
    assert melding in [problem.melding for problem in problems]
