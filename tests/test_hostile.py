"""
Hostile input is told or shown harmlessly, and never more than that.

hostile.py has the cases, hostile_outcomes.txt what must come of each: the first problems that it
gives, or `werkt`. `pytest tests/test_hostile.py --bless` writes the latter.
"""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hostile import CASES, Files
from on_disk import HERE, KLEIN, copy, found, tree
from waw_site.cache import Cache
from waw_site.problem import Ernst, Problem
from waw_site.site import build

OUTCOMES = HERE / "hostile_outcomes.txt"
TOLD = 2  # problems of a case that the table holds


class Markup(HTMLParser):
    """What is in a page besides text: its elements with their attributes, and where links lead."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.links: set[str] = set()
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs} | {(tag, "")}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_decl(self, decl: str) -> None:
        self.found.add(("!", decl.lower()))

    def handle_comment(self, data: str) -> None:
        self.found.add(("!--", ""))

    def handle_pi(self, data: str) -> None:
        self.found.add(("?", ""))


class Workshop:
    """One small site on disk, in which each case is tried and then undone."""

    def __init__(self, folder: Path) -> None:
        self.site = copy(KLEIN, folder / "site")
        self.out = folder / "uit"
        self.cache = Cache.none()  # in memory: what is the same is made once
        self.usual = set(found(self.site, self.cache).problems)
        build(found(self.site, self.cache), self.out, self.cache)
        self.pages = tree(self.out)
        known = [Markup(page) for path, page in self.pages.items() if path.endswith(".html")]
        prose = {(tag, "") for tag in "em code pre ul ol blockquote hr br strong".split()}
        prose |= {("a", "title"), ("ol", "start"), *((f"h{n}", "") for n in range(1, 7))}
        self.markup = prose.union(*(page.found for page in known))

    def problems(self, files: Files) -> list[Problem]:
        """What is said of the site with *files* laid over it, besides the usual."""
        self.counted: dict[str, int] = {}
        try:
            for path, data in files.items():
                (self.site / path).parent.mkdir(parents=True, exist_ok=True)
                (self.site / path).write_bytes(data)
            read = found(self.site, self.cache)
            for problem in read.problems:
                self.judge(problem)
            if read.usable(strict=False):
                build(read, self.out, self.cache)
                self.look()
            return [p for p in read.problems if p not in self.usual]
        finally:
            self.undo(files)

    def undo(self, files: Files) -> None:
        for path in files:
            top = self.site / "/".join(path.split("/")[:3])
            if (KLEIN / path).exists():
                shutil.copyfile(KLEIN / path, self.site / path)
            elif top.is_dir() and not (KLEIN / top.relative_to(self.site)).exists():
                shutil.rmtree(top, ignore_errors=True)
            else:
                (self.site / path).unlink(missing_ok=True)

    def judge(self, problem: Problem) -> None:
        """A problem names a line of a file that is there, and can be read."""
        assert 1 <= problem.place.line <= self.lines(problem.place.path) + 1
        text = f"{problem.place.path}{problem.melding}{problem.hint}"
        assert len(text) < 2500
        assert text.isprintable()
        assert problem.melding.endswith((".", "?", "…"))

    def lines(self, path: str) -> int:
        """How many lines a file has; one where there is none."""
        if path not in self.counted:
            file = self.site / path
            whole = file.read_bytes() if file.is_file() else b""
            self.counted[path] = len(re.split(rb"\r\n|\r|\n", whole))
        return self.counted[path]

    def look(self) -> None:
        """No page has an element, attribute or address that the small site does not have."""
        made = tree(self.out)
        for path, page in made.items():
            if page == self.pages.get(path) or not path.endswith(".html"):
                continue
            seen = Markup(page)
            assert seen.found <= self.markup, path
            odd = [
                x for x in seen.links if not re.match(r"(https?://|mailto:|[#./\w-]*$)", x[:500])
            ]
            odd = [x for x in odd if not re.match(r"[\w./-]+#[\w.-]+$", x)]
            assert odd == [], path
        assert all((self.out / path).resolve().is_relative_to(self.out) for path in made)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    return Workshop(tmp_path_factory.mktemp("vijandig"))


def expected() -> dict[str, str]:
    rows = OUTCOMES.read_text(encoding="utf-8").splitlines() if OUTCOMES.exists() else []
    return dict(row.split(" → ", 1) for row in rows)


EXPECTED = expected()


def outcome(problems: list[Problem]) -> str:
    """What stands in the way of a site, on one line; `werkt` where nothing does."""
    grave = [p for p in problems if p.ernst is Ernst.FOUT]
    own = [p for p in grave if not p.melding.startswith("Hier ontbreekt de sleutel")] or grave
    more = f" (+{len(grave) - TOLD})" if len(grave) > TOLD else ""
    return " | ".join(f"{p.place} {p.melding}" for p in own[:TOLD]) + more if grave else "werkt"


BLESSED: dict[str, str] = {}


@pytest.mark.parametrize("case", CASES)
def test_hostile_input_is_told_or_harmless(case: str, workshop: Workshop, bless: bool) -> None:
    """Each case gives exactly its problems, or a site in which nothing of it came alive."""
    said = outcome(workshop.problems(CASES[case]))
    if bless:
        BLESSED[case] = said
        OUTCOMES.write_text("".join(f"{k} → {v}\n" for k, v in BLESSED.items()), encoding="utf-8")
    else:
        assert said == EXPECTED[case]


def test_there_are_enough_cases() -> None:
    """A case that is no longer tried is missed, and so is one without an outcome."""
    assert len(CASES) >= 300
    assert list(EXPECTED) == list(CASES)
