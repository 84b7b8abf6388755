"""A page to be made, and how pages find each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from waw_site.kwartaal import Kwartaal
from waw_site.page.grafiek import Grafiek


@dataclass(frozen=True, slots=True)
class Page:
    """
    A page: its path in the site, its template, and all that goes into it.

    The context holds values only, so that its repr tells whether the page has changed.
    """

    path: str
    template: str
    context: Mapping[str, Any]
    grafieken: tuple[Grafiek, ...] = ()


def editie_url(kwartaal: Kwartaal) -> str:
    """The address of an edition, from the root of the site."""
    return f"{kwartaal}/index.html"


def project_url(slug: str) -> str:
    """The address of a project, from the root of the site."""
    return f"projecten/{slug}/index.html"
