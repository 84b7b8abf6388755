"""A page to be made, and how pages find each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from waw_site.beschrijvingen import publicatie
from waw_site.catalogus import _
from waw_site.chart.spec import Tekening
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal

HOME = "index.html"
TEGENSPRAKEN = "tegenspraken/index.html"
BEGRIPPEN = "begrippen/index.html"
FEED = "feed.xml"
BESCHERMING = "bescherming/index.html"
GEMEENTEN = "gemeenten/index.html"
ZOEKEN = "zoeken/index.html"
GEGEVENS = "gegevens/index.html"
KOLOMMEN = "gegevens/kolommen/index.html"


@dataclass(frozen=True, slots=True)
class Page:
    """
    A page: its path in the site, its template, and all that goes into it.

    The context holds values only, so that its repr tells whether the page has changed. `kwartaal`
    is the edition that the page belongs to, if it belongs to one.
    """

    path: str
    template: str
    context: Mapping[str, Any]
    tekeningen: tuple[Tekening, ...] = ()
    kwartaal: Kwartaal | None = None


def shared(dataset: Dataset) -> dict[str, Any]:
    """What every page needs: the names at its top, and the links at its foot."""
    foot = [(_("Alle edities"), "index.html"), (_("Alle projecten"), "index.html#projecten")]
    foot.append((_("Zoeken"), ZOEKEN))
    if dataset.tegenspraken:
        foot.append((_("Tegenspraken in de bronnen"), TEGENSPRAKEN))
    if dataset.afkortingen:
        foot.append((_("Begrippen en afkortingen"), BEGRIPPEN))
    if dataset.cellen:
        foot.append((_("Niemand is te vinden in de cijfers"), BESCHERMING))
    foot.append((_("Gegevens"), GEGEVENS))
    programma = dataset.programma
    if programma.toegankelijkheid:
        foot.append((_("Toegankelijkheid"), programma.toegankelijkheid))
    return {
        "programma": programma.naam,
        "regio": programma.regio,
        "ritme": programma.ritme,
        "voet": tuple(foot),
    }


def adres(dataset: Dataset) -> str | None:
    """Where the site stands, with a slash at its end, if the programme says so."""
    return publicatie(dataset).adres


def editie_url(kwartaal: Kwartaal) -> str:
    """The address of an edition, from the root of the site."""
    return f"{kwartaal}/index.html"


def plaatje_url(kwartaal: Kwartaal) -> str:
    """The address of the picture by which an edition is shared, from the root of the site."""
    return f"{kwartaal}/deel.png"


def verdeling_url(kwartaal: Kwartaal) -> str:
    """The address of the breakdowns of an edition, from the root of the site."""
    return f"{kwartaal}/verdeling/index.html"


def project_url(slug: str) -> str:
    """The address of a project, from the root of the site."""
    return f"projecten/{slug}/index.html"


def gemeente_url(slug: str) -> str:
    """The address of a municipality, from the root of the site."""
    return f"gemeenten/{slug}/index.html"


def stuk_url(soort: str, slug: str) -> str:
    """The address of a document, from the root of the site."""
    return f"{soort}/{slug}/index.html"
