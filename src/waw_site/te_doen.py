"""What is still to be done before an edition or document can appear, by who has to do it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from waw_site import dataset as ds
from waw_site import notation
from waw_site.check.texts import drafts, edition_of, unfilled
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Stand
from waw_site.problem import Place
from waw_site.text import VUL_AAN
from waw_site.toestemming import Belet

REDACTIE = "de redactie"  # who does what no file gives to another


class Soort(Enum):
    """A kind of work, as one and as more of it are called."""

    CIJFERS = "project zonder cijfers", "projecten zonder cijfers"
    HERSCHRIJVEN = "tekst om te herschrijven", "teksten om te herschrijven"
    AANVULLEN = "plek om aan te vullen", "plekken om aan te vullen"
    VERSCHIJNEN = "editie zonder dag van verschijnen", "edities zonder dag van verschijnen"
    TOESTEMMING = "verhaal dat nergens mag staan", "verhalen die nergens mogen staan"


@dataclass(frozen=True, slots=True)
class Taak:
    """One thing to do: whose it is, where, and what it is called (a text goes by its file)."""

    redacteur: str
    soort: Soort
    place: Place
    naam: str = ""

    @property
    def wat(self) -> str:
        """What it is about."""
        return self.naam or self.place.path


def te_doen(dataset: Dataset, editions: Mapping[Kwartaal, EditieCijfers]) -> tuple[Taak, ...]:
    """
    All that is still to be done, by editor and kind; figures only of editions that are a concept.

    An empty figure is to be filled in, unless a note or an explanation says why it is empty. None
    of this is a problem: a concept may be unfinished.
    """
    found = [
        *(taak for e in editions.values() if e.editie.concept for taak in _edition(dataset, e)),
        *_texts(dataset, Soort.HERSCHRIJVEN, drafts(dataset)),
        *_texts(dataset, Soort.AANVULLEN, _unfinished(dataset)),
        *_stories(dataset),
    ]
    order = list(Soort)
    return tuple(sorted(found, key=lambda t: (t.redacteur, order.index(t.soort), t.place)))


def _edition(dataset: Dataset, e: EditieCijfers) -> Iterator[Taak]:
    """The projects of an edition that lack figures, and its date."""
    missing = {s for r in e.rubrieken for total in r.totalen.values() for s in total.ontbreekt}
    for rubriek in e.rubrieken:
        for post in rubriek.posten:
            stand = dataset.stand(post.slug, e.kwartaal)
            if stand.open if stand else post.slug in missing:
                path = ds.stand_path(post.slug, e.kwartaal)
                place = dataset.value(path, "cijfers", *stand.open[:1]) if stand else Place(path)
                who = post.project.redacteur or _redacteur(dataset, e.kwartaal)
                yield Taak(who, Soort.CIJFERS, place, _named(post.naam, stand))
    if e.editie.verschenen is None:
        place = Place(ds.editie_path(e.kwartaal))
        yield Taak(_redacteur(dataset, e.kwartaal), Soort.VERSCHIJNEN, place, str(e.kwartaal))


def _named(naam: str, stand: Stand | None) -> str:
    """A project, with the figures that are open where others were filled in."""
    some = stand is not None and 0 < len(stand.open) < len(stand.cijfers)
    return f"{naam} (nog {notation.opsomming(stand.open)})" if stand and some else naam


def _texts(dataset: Dataset, soort: Soort, places: Iterable[Place]) -> Iterator[Taak]:
    """A piece of work for each file that one of *places* is in."""
    first: dict[str, Place] = {}
    for place in places:
        first.setdefault(place.path, place)
    for path, place in first.items():
        yield Taak(_whose(dataset, path), soort, place)


def _unfinished(dataset: Dataset) -> Iterator[Place]:
    for tekst in dataset.teksten.values():
        for n, line in enumerate(tekst.markdown.split("\n")):
            if VUL_AAN in line:
                yield Place(tekst.path, tekst.line + n, line.index(VUL_AAN) + 1)
    yield from unfilled(dataset, dataset.modellen())


def _stories(dataset: Dataset) -> Iterator[Taak]:
    """Stories that wait for consent: it was not given yet, so it was not withdrawn either."""
    for slug, left_out in dataset.weggelaten.items():
        t = left_out.toestemming
        if left_out.reden is Belet.KANAAL and t.grondslag == "toestemming" and t.datum is None:
            place = dataset.value(ds.verhaal_path(slug), "toestemming")
            yield Taak(_redacteur(dataset, None), Soort.TOESTEMMING, place)


def _whose(dataset: Dataset, path: str) -> str:
    """Who writes the file at *path*: the redacteur of its project, or of its edition."""
    _, about, rest = path.rpartition(".")[0].partition("/projecten/")
    project = dataset.projecten.get(rest.partition("/")[0]) if about else None
    own = project.redacteur if project else None
    return own or _redacteur(dataset, edition_of(dataset, path))


def _redacteur(dataset: Dataset, kwartaal: Kwartaal | None) -> str:
    """Who looks after an edition: its redacteur, else its contact; of None the newest one."""
    known = kwartaal if kwartaal in dataset.edities else max(dataset.edities, default=None)
    if known is None:
        return REDACTIE
    editie = dataset.edities[known]
    contact = editie.colofon.contact
    return editie.redacteur or (contact.rol if contact else REDACTIE)
