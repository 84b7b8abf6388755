"""The files of content/ → texts, with the facts and the record that stand above them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from waw_site.beeld import gebreken
from waw_site.cache import Store, digest
from waw_site.dataset import Proza
from waw_site.expressie import Plek, vervang
from waw_site.kwartaal import Ritme
from waw_site.model import Bron, Feit, MetToestemming, Model, Verhaal, Voorwerk
from waw_site.places import Places
from waw_site.problem import Ernst, Place, Problem
from waw_site.read import Bestand, Files
from waw_site.text import Tekst, decode
from waw_site.toestemming import Weggelaten, belet

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One file of content/: its text, what stands above it, and what is wrong with either."""

    tekst: Tekst | None
    voorwerk: Model | Weggelaten | None
    places: Places | None
    proza: tuple[Proza, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Teksten:
    """All of content/, by path."""

    teksten: Mapping[str, Tekst]
    feiten: Mapping[str, Mapping[str, Feit]]
    verhalen: Mapping[str, Verhaal]
    weggelaten: Mapping[str, Weggelaten]
    beelden: Mapping[str, bytes]
    places: Mapping[str, Places]
    proza: tuple[Proza, ...]
    problems: tuple[Problem, ...]
    verteld: str  # a name for the stories that are told, and for the files of all


def load_texts(files: Files, known: Store, dag: date) -> Teksten:
    """
    Everything of content/; what was read before comes from *known*.

    Of a story that may not be told on *dag* no word is kept, here nor in *known*.
    """
    texts: dict[str, Tekst] = {}
    facts: dict[str, Mapping[str, Feit]] = {}
    stories: dict[str, Verhaal] = {}
    left_out: dict[str, Weggelaten] = {}
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
        read = _gelezen(file, known, dag, files.ritme)
        problems.extend(read.problems)
        texts_above.extend(read.proza)
        if read.tekst:
            texts[file.path] = read.tekst
        above = read.voorwerk
        if isinstance(above, Voorwerk | Verhaal):
            facts[file.path] = with_source(above.feiten, above.bron)
        if isinstance(above, Verhaal):
            stories[file.slug] = above
        if isinstance(above, Weggelaten):
            left_out[file.slug] = above
        if read.places:
            places[file.path] = read.places
    shown = {story.beeld.bestand for story in stories.values() if story.beeld}
    for name, data in pictures.items():
        path = f"content/beelden/{name}"
        wrong = known.memo(digest("beeld", path, data), partial(gebreken, path, data))
        # One that no told story shows is not published, and keeps no story from being withdrawn.
        problems += wrong if name in shown else (replace(p, ernst=Ernst.OPMERKING) for p in wrong)
    told = [file.path for file in files.bestanden if file.kind in ("verhaal", "beeld")]
    for file in (file for file in files.bestanden if file.kind == "verhaal"):
        if file.slug in stories:
            told.append(digest(file.path, file.data))
        if not _may_be_kept(stories.get(file.slug), left_out, dag):
            known.forget(_key(file, files.ritme))
    return Teksten(
        teksten=texts,
        feiten=facts,
        verhalen=stories,
        weggelaten=left_out,
        beelden=pictures,
        places=places,
        proza=tuple(texts_above),
        problems=tuple(problems),
        verteld=digest(*told),
    )


def _key(file: Bestand, ritme: Ritme) -> str:
    return digest(file.path, file.data, ritme)


def _gelezen(file: Bestand, known: Store, dag: date, ritme: Ritme) -> Gelezen:
    """A file of content/, as it was read before if that may still be told."""
    read: Gelezen = known.memo(_key(file, ritme), lambda: lees(file, dag, ritme))
    above = read.voorwerk
    stopped = isinstance(above, Verhaal) and belet(above.toestemming, dag)
    return lees(file, dag, ritme) if stopped else read


def _may_be_kept(verhaal: Verhaal | None, left_out: Mapping[str, Weggelaten], dag: date) -> bool:
    """Whether a cache may hold this story: it is on the site, and names none that was left out."""
    if verhaal is None or verhaal.vervolg_op in left_out:
        return False
    return belet(verhaal.toestemming, dag, "web") is None


def with_source(feiten: Mapping[str, Feit], bron: Bron | None) -> dict[str, Feit]:
    """The facts, each with its document: its own, or that of them all."""
    return {
        naam: fact if fact.bron or bron is None else fact.model_copy(update={"bron": bron})
        for naam, fact in feiten.items()
    }


def lees(file: Bestand, dag: date, ritme: Ritme = Ritme.KWARTAAL) -> Gelezen:
    """
    Read one Markdown file, with what stands above it between two lines of `---`.

    Of a story that may not be told on *dag* nothing else is read, nor held to be wrong.
    """
    text, problems = decode(file.path, file.data)
    if text is None:
        return Gelezen(None, None, None, (), tuple(problems))
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), None)
    voorwerk: Model | Weggelaten | None = None
    places = None
    above_texts: tuple[Proza, ...] = ()
    if start is not None and lines[start].rstrip() == _FENCE:
        end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == _FENCE), None)
        if end is None:
            hint = "Sluit het blok boven de tekst met een regel ---."
            wrong = Problem(Place(file.path, start + 1), "Dit blok wordt niet gesloten.", hint)
            return Gelezen(None, None, None, (), (*problems, wrong))
        above = "\n" * (start + 1) + "\n".join(lines[start + 1 : end]) + "\n"
        voorwerk, places, above_texts, wrong_above = _voorwerk(file, above, dag, ritme)
        problems += wrong_above
        start = next((n for n in range(end + 1, len(lines)) if lines[n].strip()), None)
        if isinstance(voorwerk, Weggelaten):
            voorwerk = replace(voorwerk, leeg=voorwerk.leeg and start is None)
            return Gelezen(None, voorwerk, places, (), ())
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
    file: Bestand, above: str, dag: date, ritme: Ritme
) -> tuple[Model | Weggelaten | None, Places, tuple[Proza, ...], list[Problem]]:
    """Only here the readers of YAML are needed."""
    from waw_site.model.types import Verband
    from waw_site.proza import proza
    from waw_site.tree import parse
    from waw_site.validate import validate

    if not above.strip():
        return None, Places(file.path), (), []
    parsed = parse(file.path, above.encode())
    kind = Verhaal if file.kind == "verhaal" else Voorwerk
    value = parsed.value if isinstance(parsed.value, dict) else {}
    if file.kind == "verhaal" and (consent := validate(parsed, MetToestemming)[0]):
        given = consent.toestemming
        if why := belet(given, dag):
            naam = str(value["naam"]) if value.get("naam") else None
            left_out = Weggelaten(given, why, naam, leeg=value.keys() == {"toestemming"})
            return left_out, parsed.places, (), []
    facts = value.get("feiten")
    plek = Plek(file.path, None, frozenset(facts) if isinstance(facts, dict) else frozenset())
    found, problems = validate(parsed, kind, Verband(ritme, partial(vervang, plek=plek)))
    texts = tuple(proza(found, value, plek)) if found else ()
    return found, parsed.places, texts, problems
