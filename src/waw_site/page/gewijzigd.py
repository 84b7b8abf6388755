"""The page of an edition that says what it says otherwise than an earlier version of itself."""

from waw_site import notation
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.page.page import Page, editie_url, shared
from waw_site.wijzigingen import eerdere_sommen, wijzigingen


def url(kwartaal: Kwartaal) -> str:
    """The address of the page."""
    return f"{kwartaal}/gewijzigd/index.html"


def page(dataset: Dataset, cijfers: EditieCijfers) -> Page | None:
    """The page; None where nothing was revised."""
    changed = wijzigingen(dataset, cijfers)
    if not changed and not cijfers.editie.gewijzigd:
        return None
    kwartaal = cijfers.kwartaal
    return Page(
        path=url(kwartaal),
        template="gewijzigd.html",
        context={
            **shared(dataset),
            "titel": _("Wat is er gewijzigd, {kwartaal}").format(
                kwartaal=notation.kwartaal(kwartaal)
            ),
            "kwartaal": kwartaal,
            "editie": (cijfers.editie.titel, editie_url(kwartaal)),
            "wijzigingen": changed,
            "sommen": eerdere_sommen(dataset, cijfers, changed),
            "overig": cijfers.editie.gewijzigd,
        },
        kwartaal=kwartaal,
    )
