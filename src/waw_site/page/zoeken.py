"""The search page: everything that has an address, from A to Z, with the words it is found by."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from waw_site.afkortingen import anker
from waw_site.catalogus import _
from waw_site.dataset import Dataset
from waw_site.expressie import TEKEN
from waw_site.page.page import BEGRIPPEN, ZOEKEN, Page, shared
from waw_site.page.verhaal import Verteld
from waw_site.text import Tekst

_NOWHERE = frozenset({"404.html", "archief.html", "feed.xml"})  # templates of what is not sought

# Markdown that is not read: links keep their words, headings and lists their text.
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
_MARKUP = re.compile(r"^[ \t]*(?:[-*+>]|#{1,6}|\d{1,3}[.)])[ \t]+|[*`\\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Vermelding:
    """
    One line of the index: what it is called, what it is, where, and words that say more.

    `alineas` are what it says itself, to be searched and not shown: without its figures, so that
    no number stands here that is not bound to its origin.
    """

    titel: str
    soort: str
    url: str
    bij: str = ""
    jaar: int | None = None
    alineas: tuple[str, ...] = ()


def page(dataset: Dataset, found: Sequence[Page]) -> Page:
    """The index of all that *found*, the pages of the site, tell."""
    entries = [entry for made in found for entry in _vermeldingen(dataset, made)]
    entries.sort(key=lambda e: (_sleutel(e.titel), e.soort, e.url))
    context = {
        **shared(dataset),
        "titel": _("Zoeken"),
        "letters": tuple((k, tuple(of)) for k, of in groupby(entries, lambda e: _letter(e.titel))),
    }
    return Page(ZOEKEN, "zoeken.html", context)


def _vermeldingen(dataset: Dataset, made: Page) -> Iterator[Vermelding]:
    """A page, and what stands on it under a name of its own."""
    if made.template in _NOWHERE:
        return
    context = made.context
    texts = _alineas(*(value for value in context.values() if isinstance(value, Tekst)))
    match made.template:
        case "editie.html":
            yield Vermelding(context["titel"], _("Editie"), made.path, alineas=texts)
        case "project.html":
            yield _project(dataset, made, texts)
            for verteld in context["verhalen"]:
                yield from _verhalen(made, verteld)
        case "gemeente.html":
            yield Vermelding(context["titel"], _("Gemeente"), made.path)
        case "begrippen.html":
            yield Vermelding(context["titel"], _("Overzicht"), made.path)
            yield from _begrippen(context)
        case "kolommen.html":
            yield Vermelding(context["titel"], _("Overzicht"), made.path)
            yield from _indicatoren(made)
        case _:
            soort = context.get("soort", _("Overzicht"))
            yield Vermelding(context["titel"], soort, made.path, alineas=texts)


def _project(dataset: Dataset, made: Page, texts: tuple[str, ...]) -> Vermelding:
    project = made.context["project"]
    names = sorted({n.naam for n in project.namen} - {project.naam})
    sector = dataset.programma.sectoren.get(project.sector or "", "")
    earlier = [_("eerder: {namen}").format(namen=", ".join(names))] if names else []
    told = [
        text
        for editie in sorted(dataset.edities, reverse=True)
        if (text := dataset.tekst(f"{editie}/projecten/{made.context['slug']}"))
    ]
    return Vermelding(
        project.naam,
        _("Project"),
        made.path,
        ", ".join(filter(None, (sector, *earlier))),
        alineas=(*filter(None, (", ".join(project.partners),)), *texts, *_alineas(*told)),
    )


def _verhalen(made: Page, verteld: Verteld) -> Iterator[Vermelding]:
    """A story, and those that followed on it; where they are told has no name of a person in it."""
    yield Vermelding(
        _los(verteld.verhaal.titel),
        _("Verhaal"),
        f"{made.path}#verhalen",
        made.context["titel"],
        verteld.verhaal.jaar,
        _alineas(verteld.tekst),
    )
    for later in verteld.vervolg:
        yield from _verhalen(made, later)


def _begrippen(context: Any) -> Iterator[Vermelding]:
    for naam, begrip in context["begrippen"]:
        url = f"{BEGRIPPEN}#{anker(naam)}"
        uitleg = (_los(begrip.uitleg),) if begrip.uitleg else ()
        yield Vermelding(naam, _("Begrip"), url, begrip.voluit or "", alineas=uitleg)


def _indicatoren(made: Page) -> Iterator[Vermelding]:
    for telling in made.context["indicatoren"]:
        over = telling.over
        url = f"{made.path}#indicator-{telling.naam}"
        uitleg = (_los(over.definitie),) if over.definitie else ()
        yield Vermelding(_los(over.label), _("Indicator"), url, over.eenheid, alineas=uitleg)


def _alineas(*texts: Tekst) -> tuple[str, ...]:
    """The paragraphs of *texts* as plain words."""
    blocks = (block for text in texts for block in re.split(r"\n\s*\n", text.markdown))
    return tuple(filter(None, map(_los, blocks)))


def _los(text: str) -> str:
    """*text* without its Markdown, and an ellipsis for each figure."""
    plain = _MARKUP.sub("", _LINK.sub(r"\1", TEKEN.sub("…", text)))
    return " ".join(plain.split())


def _sleutel(titel: str) -> str:
    """What a title is sorted by: its letters and digits, without accents."""
    bare = unicodedata.normalize("NFD", titel).casefold()
    return re.sub(r"[^a-z0-9 ]", "", bare).strip()


def _letter(titel: str) -> str:
    first = _sleutel(titel)[:1]
    return first.upper() if first.isalpha() else "0–9"
