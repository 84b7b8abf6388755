"""The page that says which figures are not shown, and why."""

from waw_site.catalogus import _, later
from waw_site.dataset import PROGRAMMA, Dataset
from waw_site.page.page import BESCHERMING, Page, shared
from waw_site.waarde import Herkomst, Waarde


def pages(dataset: Dataset) -> list[Page]:
    """The page; none where nothing is broken down."""
    if not dataset.cellen:
        return []
    rule = dataset.programma.bescherming
    whole = "minst" if rule.minst == rule.kleinste_geheel else "breedte"
    context = {
        **shared(dataset),
        "titel": _("Niemand is te vinden in de cijfers"),
        "regel": rule,
        "gevoelig": tuple(d.naam for d in dataset.programma.dimensies.values() if d.gevoelig),
        "grens": {
            **{key: _limit(dataset, key, _(naam)) for key, naam in _LIMITS.items()},
            "geheel": _limit(dataset, whole, _("Kleinste cijfer dat verdeeld wordt")),
        },
        "niets": not dataset.verborgen,
    }
    return [Page(BESCHERMING, "bescherming.html", context)]


_LIMITS = {
    "minst": later("Kleinste deel dat getoond wordt"),
    "minst_gevoelig": later("Kleinste deel van een gevoelige verdeling dat getoond wordt"),
    "breedte": later("Ruimte die elk afgeschermd getal houdt"),
}


def _limit(dataset: Dataset, key: str, naam: str) -> Waarde:
    """A number of the rule; one that the programme does not set has no place."""
    rule = dataset.programma.bescherming
    written = key in rule.model_fields_set
    place = dataset.value(PROGRAMMA, "bescherming", key) if written else None
    return Waarde(getattr(rule, key), herkomst=Herkomst(naam, place) if place else None)
