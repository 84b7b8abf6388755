"""The files of content/ → texts, with the facts and the record that stand above them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from waw_site.cache import Store, digest
from waw_site.dataset import Proza
from waw_site.expressie import Plek, vervang
from waw_site.model import Bron, Feit, Model, Verhaal, Voorwerk
from waw_site.places import Places
from waw_site.problem import Place, Problem
from waw_site.read import Bestand, Files
from waw_site.text import Tekst, decode

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One file of content/: its text, what stands above it, and what is wrong with either."""

    tekst: Tekst | None
    voorwerk: Model | None
    places: Places | None
    proza: tuple[Proza, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Teksten:
    """All of content/, by path."""

    teksten: Mapping[str, Tekst]
    feiten: Mapping[str, Mapping[str, Feit]]
    verhalen: Mapping[str, Verhaal]
    beelden: Mapping[str, bytes]
    places: Mapping[str, Places]
    proza: tuple[Proza, ...]
    problems: tuple[Problem, ...]


def load_texts(files: Files, known: Store) -> Teksten:
    """Everything of content/; what was read before comes from *known*."""
    texts: dict[str, Tekst] = {}
    facts: dict[str, Mapping[str, Feit]] = {}
    stories: dict[str, Verhaal] = {}
    pictures: dict[str, bytes] = {}
    places: dict[str, Places] = {}
    texts_above: list[Proza] = []
    problems: list[Problem] = []
    for file in files.bestanden:
        if not file.path.startswith("content/") or file.kind == "huisstijl":
            continue
        if file.kind == "beeld":
            pictures[file.path.rpartition("/")[2]] = file.data
            continue
        read: Gelezen = known.memo(digest(file.path, file.data), partial(lees, file))
        problems.extend(read.problems)
        texts_above.extend(read.proza)
        if read.tekst:
            texts[file.path] = read.tekst
        above = read.voorwerk
        if isinstance(above, Voorwerk | Verhaal):
            facts[file.path] = with_source(above.feiten, above.bron)
        if isinstance(above, Verhaal):
            stories[file.slug] = above
        if read.places:
            places[file.path] = read.places
    return Teksten(texts, facts, stories, pictures, places, tuple(texts_above), tuple(problems))


def with_source(feiten: Mapping[str, Feit], bron: Bron | None) -> dict[str, Feit]:
    """The facts, each with its document: its own, or that of them all."""
    return {
        naam: fact if fact.bron or bron is None else fact.model_copy(update={"bron": bron})
        for naam, fact in feiten.items()
    }


def lees(file: Bestand) -> Gelezen:
    """Read one Markdown file, with what stands above it between two lines of `---`."""
    text, problems = decode(file.path, file.data)
    if text is None:
        return Gelezen(None, None, None, (), tuple(problems))
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), None)
    voorwerk, places = None, None
    above_texts: tuple[Proza, ...] = ()
    if start is not None and lines[start].rstrip() == _FENCE:
        end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == _FENCE), None)
        if end is None:
            hint = "Sluit het blok boven de tekst met een regel ---."
            wrong = Problem(Place(file.path, start + 1), "Dit blok wordt niet gesloten.", hint)
            return Gelezen(None, None, None, (), (*problems, wrong))
        above = "\n" * (start + 1) + "\n".join(lines[start + 1 : end]) + "\n"
        voorwerk, places, above_texts, wrong_above = _voorwerk(file, above)
        problems += wrong_above
        start = next((n for n in range(end + 1, len(lines)) if lines[n].strip()), None)
    elif file.kind == "verhaal":
        hint = "Zet er een blok tussen twee regels --- boven; de handleiding toont een voorbeeld."
        wrong = Problem(Place(file.path), "Boven dit verhaal ontbreken de gegevens.", hint)
        problems.append(wrong)
    if start is None:
        hint = "Schrijf hem, of verwijder het bestand."
        problems.append(Problem(Place(file.path), "Deze tekst is leeg.", hint))
        return Gelezen(None, voorwerk, places, above_texts, tuple(problems))
    titel = lines[start].removeprefix("# ").strip() if lines[start].startswith("# ") else None
    start += titel is not None
    tekst = Tekst(file.path, titel, "\n".join(lines[start:]), start + 1)
    return Gelezen(tekst, voorwerk, places, above_texts, tuple(problems))


def _voorwerk(
    file: Bestand, above: str
) -> tuple[Model | None, Places, tuple[Proza, ...], list[Problem]]:
    """Only here the readers of YAML are needed."""
    from waw_site.proza import proza
    from waw_site.tree import parse
    from waw_site.validate import validate

    if not above.strip():
        return None, Places(file.path), (), []
    parsed = parse(file.path, above.encode())
    kind = Verhaal if file.kind == "verhaal" else Voorwerk
    value = parsed.value if isinstance(parsed.value, dict) else {}
    facts = value.get("feiten")
    plek = Plek(file.path, None, frozenset(facts) if isinstance(facts, dict) else frozenset())
    found, problems = validate(parsed, kind, partial(vervang, plek=plek))
    texts = tuple(proza(found, value, plek)) if found else ()
    return found, parsed.places, texts, problems
