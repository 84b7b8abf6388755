"""
Each figure of the real data is changed by one, in turn.

Then the build fails, with the sentence that is no longer true or the sum that no longer adds up; or
every figure on a page that changed is the one that stands in its file now. The other pages are the
same as before, and state nothing of it.
"""

import re
import shutil
from pathlib import Path

import pytest

from dom import dom
from on_disk import REAL, copy, found
from test_herkomst import follow
from waw_site import drawing
from waw_site.cache import Cache
from waw_site.chart import Beeld
from waw_site.dataset import Dataset
from waw_site.invoer import Input
from waw_site.model import Begroting, Cijfer, Doel, Feit
from waw_site.model.begroting import Bedrag, Post
from waw_site.model.brief import Arbeidsmarktcijfer
from waw_site.model.tegenspraak import Uitspraak
from waw_site.model.voorstel import Projectstand
from waw_site.model.walk import walk
from waw_site.page import Page, pages
from waw_site.problem import Place, Problem
from waw_site.rendering import render

FIELDS = {
    Cijfer: ("waarde",),
    Doel: ("totaal",),
    Feit: ("waarde",),
    Post: ("bedrag", "exact"),
    Bedrag: ("bedrag",),
    Begroting: ("totaal",),
    Arbeidsmarktcijfer: ("waarde",),
    Uitspraak: ("waarde",),
    Projectstand: ("bedrag",),
}

NOTHING = (Beeld(1, 1, ""),) * 2  # what is drawn does not matter here


def places(dataset: Dataset) -> dict[str, list[Place]]:
    """Where each figure stands, by file."""
    by_file: dict[str, list[Place]] = {}
    for path, before, model in dataset.modellen():
        held = [((), model), *walk(model)]
        for loc, value in held:
            for key in FIELDS.get(type(value), ()):
                if isinstance(getattr(value, key), int):
                    place = dataset.value(path, *before, *loc, key)
                    by_file.setdefault(path, []).append(place)
            if isinstance(value, Doel):
                for kwartaal in value.tussendoelen:
                    place = dataset.value(path, *before, *loc, "tussendoelen", str(kwartaal))
                    by_file.setdefault(path, []).append(place)
    for path, facts in dataset.feiten.items():
        if path.startswith("content"):
            by_file[path] = [dataset.feitplaats(path, naam) for naam in facts]
    return by_file


BASE = found(REAL)
assert BASE.dataset
PLACES = places(BASE.dataset)


def raised(text: str, place: Place) -> str:
    """The file with the number at *place* one higher."""
    lines = text.split("\n")
    line = lines[place.line - 1]
    match = re.compile(r'"?(\d+)').match(line, place.column - 1)
    assert match, (place, line)
    higher = str(int(match[1]) + 1)
    lines[place.line - 1] = line[: match.start(1)] + higher + line[match.end(1) :]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy(REAL, tmp_path_factory.mktemp("echt"))


@pytest.fixture(scope="module")
def before() -> dict[str, Page]:
    return contexts(BASE)


def contexts(read: Input) -> dict[str, Page]:
    assert read.dataset
    return {page.path: page for page in pages(read.dataset, read.editions)}


def said(page: Page, read: Input) -> str:
    """All that a page is made of, what its texts say included."""
    text = repr(page.context)
    marks = re.findall(r"\\ue000([0-9a-f]{16})", text)
    return text + repr([read.gebonden[mark] for mark in marks])


def number(text: str, place: Place) -> int:
    """The number at *place*."""
    match = re.compile(r'"?(\d+)').match(text.split("\n")[place.line - 1], place.column - 1)
    assert match
    return int(match[1])


def names(problem: Problem, path: str, place: Place, old: int) -> bool:
    """Whether a problem is about what was changed: by its file, its line, the number, or a sum."""
    said = re.findall(r"\d+", problem.melding.replace(".", ""))
    there = f"{path}:{place.line}"
    its_own = problem.place.path == path or there in problem.melding or str(old + 1) in said
    return its_own or "de projecten geven samen" in problem.melding


@pytest.mark.parametrize("path", sorted(PLACES))
def test_one_figure_changed(
    path: str, site: Path, before: dict[str, Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "draw_all", lambda wanted, _: (dict.fromkeys(wanted, NOTHING), 0))
    original = (REAL / path).read_text()
    for place in PLACES[path]:
        (site / path).write_text(raised(original, place))
        read = found(site)
        if grave := read.grave(strict=True):
            assert any(names(problem, path, place, number(original, place)) for problem in grave)
            continue
        after = contexts(read)
        changed = [p for p in after.values() if said(p, read) != said(before[p.path], BASE)]
        assert changed, f"{place} is on no page"
        made, _ = render(changed, read, Cache.none())
        files = {name: data for f in made.values() for name, data in f.items()}
        trees = {n: dom(html.decode()) for n, html in files.items() if n.endswith(".html")}
        assert follow(trees, site) > 0, place
    shutil.copy(REAL / path, site / path)
