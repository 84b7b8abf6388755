"""Rules on the texts of content/."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from waw_site import dataset as ds
from waw_site.dataset import Dataset, Located
from waw_site.kwartaal import Kwartaal
from waw_site.model.walk import walk
from waw_site.problem import Ernst, Place, Problem, nearest
from waw_site.text import HERSCHRIJF, INVISIBLE, SCHEMES, VUL_AAN, Tekst

_LINK = re.compile(r"\]\(([^)\s]*)|^ {0,3}\[[^\]]+\]:\s*(\S+)")
_FIGURE_IN_LINK = re.compile(r"\[[^\]\[]*\{\{[^\]\[]*\]\(|\]\([^)]*\{\{|<https?://[^>]*\{\{")
MOST_LINKS = 1000  # opening brackets in one text
MOST_LINES = 1500  # of one text; some of what Markdown does takes the square of them
_DEEP = re.compile(r"[ \t>*+-]{60}")
_HTML = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_ENTITY = re.compile(r"&#?\w{1,40};")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)?[^\s<>]{0,300}[@/][^\s<>]{0,300}>")


def texts_have_a_place(dataset: Dataset) -> Iterator[Problem]:
    """A text belongs to an edition, rubriek and project that exist, or no page shows it."""
    for path in dataset.teksten:
        first, *rest = path.removeprefix("content/").removesuffix(".md").split("/")
        if first == "projecten":
            if rest[0] not in dataset.mappen:
                yield _nowhere(
                    path, f"het project “{rest[0]}” bestaat niet", nearest(rest[0], dataset.mappen)
                )
            continue
        if first in ("brieven", "verhalen"):
            if first == "brieven" and rest[0] not in dataset.brieven:
                letter = ds.stuk_path("brieven", rest[0])
                if letter not in dataset.unreadable:
                    yield _nowhere(path, f"er is geen {letter}", nearest(rest[0], dataset.brieven))
            continue
        kwartaal = Kwartaal.parse(first)
        editie = dataset.edities.get(kwartaal)
        if editie is None:
            if ds.editie_path(kwartaal) not in dataset.places:
                hint = nearest(first, map(str, dataset.edities))
                yield _nowhere(path, f"er is geen editie {first}", hint)
        elif rest[0] == "rubrieken":
            known = [r.rubriek for r in editie.rubrieken]
            if rest[1] not in known:
                yield _nowhere(
                    path, f"de editie heeft geen rubriek “{rest[1]}”", nearest(rest[1], known)
                )
        elif rest[0] == "projecten" and rest[1] not in editie.listed and dataset.knows_all(editie):
            hint = nearest(rest[1], editie.listed)
            yield _nowhere(path, f"de editie noemt het project “{rest[1]}” niet", hint)


def _nowhere(path: str, why: str, hint: str) -> Problem:
    what = f"{hint} Of haal het bestand weg." if hint else "Haal het bestand weg."
    return Problem(Place(path), f"Geen pagina toont deze tekst: {why}.", what)


def values_are_complete(dataset: Dataset) -> Iterator[Problem]:
    """Nothing in a YAML file waits to be completed."""
    yield from map(_to_complete, unfilled(dataset, dataset.van_data()))


def stories_are_complete(dataset: Dataset) -> Iterator[Problem]:
    """Nothing that stands above a story waits to be completed."""
    yield from map(_to_complete, unfilled(dataset, dataset.van_verhalen()))


def unfilled(dataset: Dataset, modellen: Iterable[Located]) -> Iterator[Place]:
    """Where a value in *modellen* waits to be filled in."""
    for path, above, model in modellen:
        for loc, value in walk(model):
            if isinstance(value, str) and VUL_AAN in value:
                yield dataset.value(path, *above, *loc)


def _to_complete(place: Place) -> Problem:
    message = "Hier moet nog iets worden aangevuld."
    return Problem(place, message, "Vul het aan, of haal de regel weg.", Ernst.WAARSCHUWING)


def drafts_are_rewritten(dataset: Dataset) -> Iterator[Problem]:
    """What was carried over from an earlier edition stands only in a concept."""
    for place in drafts(dataset):
        if not concept(dataset, place.path):
            message = "Dit moet nog worden herschreven, en mag zo niet verschijnen."
            hint = f"Schrijf het opnieuw, en haal {HERSCHRIJF} …] weg. Of zet de editie op concept."
            yield Problem(place, message, hint)


def drafts(dataset: Dataset) -> Iterator[Place]:
    """Where something stands that is to be rewritten."""
    for tekst in dataset.teksten.values():
        if tekst.titel and HERSCHRIJF in tekst.titel:
            yield Place(tekst.path, tekst.line - 1)
        for n, line in enumerate(tekst.markdown.split("\n")):
            if HERSCHRIJF in line:
                yield Place(tekst.path, tekst.line + n, line.index(HERSCHRIJF) + 1)
    for proza in dataset.proza:
        if HERSCHRIJF in proza.tekst:
            yield dataset.value(proza.plek.path, *proza.loc)


def concept(dataset: Dataset, path: str) -> bool:
    """Whether the file at *path* belongs to an edition that is not published yet."""
    kwartaal = edition_of(dataset, path)
    editie = dataset.edities.get(kwartaal) if kwartaal else None
    return editie is not None and editie.concept


def edition_of(dataset: Dataset, path: str) -> Kwartaal | None:
    """The edition that the file at *path* belongs to; None where there is no such thing."""
    folder, *rest = path.rpartition(".")[0].split("/")[1:]
    if rest and folder in (stukken := dataset.stukken()):
        stuk = stukken[folder].get(rest[0])
        return stuk.editie if stuk else None
    try:
        return Kwartaal.parse(rest[-1] if folder in ("edities", "projecten") and rest else folder)
    except ValueError:
        return None


def texts_are_plain_markdown(dataset: Dataset) -> Iterator[Problem]:
    """A text has no HTML, no second title, and only links that lead somewhere."""
    for tekst in dataset.teksten.values():
        if tekst.markdown.count("[") > MOST_LINKS:
            message = f"In deze tekst staan meer dan {MOST_LINKS} vierkante haken."
            yield Problem(Place(tekst.path), message, "Is het wel de goede tekst?")
        lines = tekst.markdown.count("\n")
        if lines > MOST_LINES:
            message = f"Deze tekst heeft meer dan {MOST_LINES} regels."
            yield Problem(Place(tekst.path), message, "Is het wel de goede tekst? Knip hem op.")
            continue
        for n, line in enumerate(tekst.markdown.split("\n")):
            yield from _line(tekst, tekst.line + n, line)


def _line(tekst: Tekst, number: int, line: str) -> Iterator[Problem]:
    if _DEEP.match(line) and len(set(line)) > 1:
        yield Problem(
            Place(tekst.path, number), "Deze regel springt te diep in.", "Maak het platter."
        )
    if VUL_AAN in line:
        yield _to_complete(Place(tekst.path, number, line.index(VUL_AAN) + 1))
    if line.startswith("# "):
        hint = "Begin een tussenkop met ##; alleen de eerste regel mag een titel zijn."
        yield Problem(Place(tekst.path, number), "Hier staat een tweede titel.", hint)
    for inside in _FIGURE_IN_LINK.finditer(line):
        place = Place(tekst.path, number, inside.start() + 1)
        hint = "Zet het cijfer voor of na de link."
        yield Problem(place, "Hier staat een cijfer in een link.", hint)
    for link in _LINK.finditer(line):
        group = 1 if link[1] is not None else 2
        target = link[group]
        place = Place(tekst.path, number, link.start(group) + 1)
        if target in ("", "#"):
            yield Problem(
                place, "Deze link leidt nergens heen.", "Zet er een adres in, of haal de link weg."
            )
        elif not target.startswith(SCHEMES):
            hint = "Een link begint met https://, http:// of mailto:."
            yield Problem(place, f"De link “{target}” is geen volledig adres.", hint)
    for entity in _ENTITY.finditer(line):
        if INVISIBLE.search(unescape(entity[0])):
            message = f"De code {entity[0]} staat voor een onzichtbaar teken."
            yield Problem(Place(tekst.path, number, entity.start() + 1), message, "Verwijder haar.")
    for html in _HTML.finditer(_AUTOLINK.sub(lambda link: " " * len(link[0]), line)):
        message = f"Hier staat HTML ({html[0]}); de pagina toont die als tekst."
        yield Problem(
            Place(tekst.path, number, html.start() + 1),
            message,
            "Gebruik Markdown.",
            Ernst.WAARSCHUWING,
        )
