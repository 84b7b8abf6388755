"""The pages beside the editions: contradictions in the sources, and the glossary."""

from waw_site.catalogus import _
from waw_site.cijferboek import Cijferboek
from waw_site.dataset import Dataset
from waw_site.page.page import BEGRIPPEN, TEGENSPRAKEN, Page, shared
from waw_site.tegenspraken import gevallen


def pages(dataset: Dataset, boek: Cijferboek) -> list[Page]:
    """Both pages, each only where there is something to say."""
    found = []
    if dataset.tegenspraken:
        cases = gevallen(boek)
        context = {
            **shared(dataset),
            "titel": _("Tegenspraken in de bronnen"),
            "strijdig": tuple(g for g in cases if not g.verenigbaar),
            "anders": tuple(g for g in cases if g.verenigbaar),
        }
        found.append(Page(TEGENSPRAKEN, "tegenspraken.html", context))
    if dataset.afkortingen:
        words = sorted(dataset.afkortingen.items(), key=lambda item: item[0].lower())
        context = {
            **shared(dataset),
            "titel": _("Begrippen en afkortingen"),
            "begrippen": tuple(words),
        }
        found.append(Page(BEGRIPPEN, "begrippen.html", context))
    return found
