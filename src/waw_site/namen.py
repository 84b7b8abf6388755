"""Every figure of an edition, by the name that a text can call it by."""

from collections.abc import Iterable, Iterator

from waw_site import begroting
from waw_site import dataset as ds
from waw_site.cijferboek import PROGRAMMA, Cijferboek, Gevonden, UnknownNameError
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.expressie import EXPRESSIE, Pad, Plek, WrongExpressionError, volledig
from waw_site.kwartaal import Kwartaal
from waw_site.waarde import Waarde

_AAN_DOEL = ("doel", "tussendoel", "procent")  # what there is only where a project has a goal


def figuren(boek: Cijferboek, kwartaal: Kwartaal) -> dict[str, Gevonden]:
    """
    All figures and statuses of the edition of *kwartaal*, its facts and documents included, sorted.

    A figure that was made of nothing (a growth without an earlier figure) is left out; one that an
    editor left open is there.
    """
    found = {}
    for naam in sorted(set(_namen(boek, boek.editions[kwartaal]))):
        try:
            figure = boek.zoek(Pad(naam, kwartaal))
        except UnknownNameError:
            continue  # it was reported where it is missed: an edition without a plan
        if not isinstance(figure, Waarde) or figure.herkomst:
            found[naam] = figure
    return found


def genoemd(
    boek: Cijferboek, teksten: Iterable[tuple[str, Plek]], kwartaal: Kwartaal
) -> dict[str, Gevonden]:
    """The figures of other quarters that these texts of the edition of *kwartaal* call."""
    found: dict[str, Gevonden] = {}
    for tekst, plek in teksten:
        for match in EXPRESSIE.finditer(tekst):
            try:
                paden = volledig(match[1], plek, "").paden
                other = (p for p in paden if "#" not in p.naam and p.kwartaal != kwartaal)
                found |= {_naam(pad): boek.zoek(pad) for pad in other if pad.kwartaal}
            except (WrongExpressionError, UnknownNameError):
                continue  # it was reported where it stands
    return found


def _naam(pad: Pad) -> str:
    """A name with its quarter; an amount of a budget is the same in each."""
    return pad.naam if pad.naam.startswith("begroting.") else str(pad)


def geroepen(naam: str) -> bool:
    """Whether a figure belongs to the edition only because a text of it calls it."""
    return " in " in naam or (naam.startswith("begroting.") and naam.count(".") > 2)


def bestanden(dataset: Dataset, cijfers: EditieCijfers) -> tuple[str, ...]:
    """The files that an edition tells as a whole: its own, its positions, and its documents."""
    folder = f"content/{cijfers.kwartaal}/"
    own = [path for path in dataset.teksten if path.startswith(folder)]
    standen = [
        ds.stand_path(slug, post.stand_van)
        for slug, post in cijfers.posten.items()
        if post.stand_van
    ]
    return (ds.editie_path(cijfers.kwartaal), *standen, *own, *_stukken(dataset, cijfers.kwartaal))


def _stukken(dataset: Dataset, kwartaal: Kwartaal) -> Iterator[str]:
    for soort, stukken in dataset.stukken().items():
        for slug, stuk in stukken.items():
            if stuk.editie == kwartaal:
                yield ds.stuk_path(soort, slug)
                if soort == "brieven":
                    yield f"content/brieven/{slug}.md"


def _namen(boek: Cijferboek, e: EditieCijfers) -> Iterator[str]:
    yield from (f"{i}.{part}" for i in e.voortgang for part in PROGRAMMA)
    yield from ("projecten", "tijd.over", "tijd.looptijd")
    for r in e.rubrieken:
        yield from (f"rubriek.{r.rubriek}.{what}" for what in (*r.totalen, "projecten"))
    yield from (f"sector.{sector}.{i}" for sector, totals in e.sectoren.items() for i in totals)
    for slug, post in e.posten.items():
        if post.status:
            yield f"{slug}.status"
        yield from (f"{slug}.{i}" for i in post.cijfers)
        yield from (f"{slug}.{i}.groei" for i in post.groei)
        yield from (f"{slug}.{i}.{part}" for i in post.doelen for part in _AAN_DOEL)
    for deel in boek.dataset.delen:
        naam, _, when = deel.partition(" in ")
        if when == str(e.kwartaal):
            yield naam
    for path in bestanden(boek.dataset, e):
        yield from (f"{path}#{naam}" for naam in boek.dataset.feiten.get(path, ()))
    yield from _begroot(boek.dataset, e.kwartaal)


def _begroot(dataset: Dataset, kwartaal: Kwartaal) -> Iterable[str]:
    for slug, begr in dataset.begrotingen.items():
        if begr.editie == kwartaal:
            rows = [post.post for _, _, post in begroting.posten(dataset, slug)]
            yield from (f"begroting.{slug}.{what}" for what in (*rows, *begroting.TOTALEN))
