"""The page that holds an edition against the one before it."""

from collections.abc import Container

from waw_site import notation
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.page.page import Page, editie_url, project_url, shared
from waw_site.vergelijking import vergelijk


def url(kwartaal: Kwartaal) -> str:
    """The address of the page."""
    return f"{kwartaal}/vergeleken/index.html"


def page(dataset: Dataset, toen: EditieCijfers, nu: EditieCijfers, paged: Container[str]) -> Page:
    """The page of *nu* against *toen*; *paged* are the projects that have a page."""
    found = vergelijk(dataset, toen, nu)
    rows = [rij.slug for rij in found.projecten if rij.slug in paged]
    return Page(
        path=url(nu.kwartaal),
        template="vergeleken.html",
        context={
            **shared(dataset),
            "titel": _("Vergeleken met het {kwartaal}").format(
                kwartaal=notation.kwartaal(toen.kwartaal)
            ),
            "editie": (nu.editie.titel, editie_url(nu.kwartaal)),
            "vergelijking": found,
            "kort": tuple(dataset.programma.indicatoren[i].kort for i in dataset.programma.counted),
            "urls": {slug: project_url(slug) for slug in rows if slug},
        },
        kwartaal=nu.kwartaal,
    )
