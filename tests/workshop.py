"""Where hostile input is tried: what it may say, and what may come of it on a page."""

import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

from hostile import Files
from on_disk import KLEIN, copy, found, tree
from waw_site import manifest
from waw_site.cache import Cache
from waw_site.commands import run
from waw_site.problem import Problem
from waw_site.site import build


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
    """A site on disk, in which each case is tried and then undone."""

    def __init__(self, folder: Path, good: Path = KLEIN) -> None:
        self.good = good
        self.site = copy(good, folder / "site")
        self.out = folder / "uit"
        self.built = self.refused = 0
        self.prepare()
        self.usual = set(found(self.site, self.cache).problems)
        self.pages = tree(self.out)
        known = [Markup(page) for path, page in self.pages.items() if path.endswith(".html")]
        prose = {(tag, "") for tag in "em code pre ul ol blockquote hr br strong".split()}
        prose |= {("a", "title"), ("ol", "start"), *((f"h{n}", "") for n in range(1, 7))}
        prose.add(("circle", "stroke-dasharray"))  # of a sum that lacks reports, in a chart
        self.markup = prose.union(*(page.found for page in known))

    def prepare(self) -> None:
        """Build it as it was; what is the same will not be made again."""
        self.cache = Cache.none()
        build(found(self.site, self.cache), self.out, self.cache)

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
                self.built += 1
            else:
                self.refused += 1
            return [p for p in read.problems if p not in self.usual]
        finally:
            self.undo(files)
            if (self.built + 1) % 100 == 0:
                self.prepare()  # what was made of all that is not needed again

    def undo(self, files: Files) -> None:
        for path in files:
            top = self.site / "/".join(path.split("/")[:3])
            if (self.good / path).exists():
                shutil.copyfile(self.good / path, self.site / path)
            elif top.is_dir() and not (self.good / top.relative_to(self.site)).exists():
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

    def refuse(self, files: Files) -> None:
        """The whole program: it exits with 1, says where, and leaves the old site as it was."""
        before = manifest.snapshot([str(self.out)])
        try:
            for path, data in files.items():
                (self.site / path).write_bytes(data)
            where = [f"--{name}={self.site / name}" for name in ("data", "content")]
            said = StringIO()
            with redirect_stderr(said), redirect_stdout(said):
                code = run([*where, f"--out={self.out}", "--no-cache"])
            assert code == 1
            assert re.search(r"^\S.*:\d+:\d+: fout$", said.getvalue(), re.MULTILINE)
            assert "Er is niets gebouwd." in said.getvalue()
            assert manifest.snapshot([str(self.out)]) == before
        finally:
            self.undo(files)
