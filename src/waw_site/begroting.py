"""A budget added up: per row, section and project, against what was published; pure."""

from collections.abc import Callable, Iterator, Mapping

from waw_site import dataset as ds
from waw_site.catalogus import _
from waw_site.dataset import Dataset
from waw_site.model import Begroting
from waw_site.model.begroting import Post
from waw_site.problem import Place
from waw_site.waarde import NIET_GEMELD, Herkomst, Soort, Waarde, som, verschil


def path(slug: str) -> str:
    """The file of a budget."""
    return ds.stuk_path("begrotingen", slug)


def posten(dataset: Dataset, slug: str) -> Iterator[tuple[int, int, Post]]:
    """Every row with the number of its section and of itself."""
    for n, sectie in enumerate(dataset.begrotingen[slug].secties):
        for m, post in enumerate(sectie.posten):
            yield n, m, post


def bedrag(dataset: Dataset, slug: str, n: int, m: int, key: str = "bedrag") -> Waarde:
    """The amount of row *m* in section *n*; *key* is `bedrag` or `exact`."""
    begroting = dataset.begrotingen[slug]
    post = begroting.secties[n].posten[m]
    cents = getattr(post, key)
    if cents is None:
        return NIET_GEMELD
    said = _("{naam}, begroot in {jaar}")
    if key == "exact":
        said = _("{naam}, precies bedrag in {jaar}")
    naam = said.format(naam=post.naam, jaar=begroting.jaar)
    at = dataset.value(path(slug), "secties", n, "posten", m, key)
    return _euro(dataset, begroting, cents, (naam, at))


def eerder(dataset: Dataset, slug: str, n: int, m: int, k: int) -> Waarde:
    """What row *m* in section *n* was before its revision number *k*."""
    begroting = dataset.begrotingen[slug]
    post = begroting.secties[n].posten[m]
    at = dataset.value(path(slug), "secties", n, "posten", m, "herzieningen", k, "was")
    naam = _("{naam}, eerder begroot").format(naam=post.naam)
    return _euro(dataset, begroting, post.herzieningen[k].was, (naam, at))


def _euro(dataset: Dataset, begroting: Begroting, cents: int, named: tuple[str, Place]) -> Waarde:
    naam, place = named
    made = Herkomst(naam, place, dataset.bron(begroting.bron))
    return Waarde(cents, soort=Soort.EURO, herkomst=made)


def sectietotaal(dataset: Dataset, slug: str, n: int) -> Waarde:
    """The rows of section *n* together."""
    begroting = dataset.begrotingen[slug]
    sectie = begroting.secties[n]
    rows = (bedrag(dataset, slug, n, m) for m in range(len(sectie.posten)))
    return som(rows, _("{naam}, begroot in {jaar}").format(naam=sectie.naam, jaar=begroting.jaar))


def totaal(dataset: Dataset, slug: str) -> Waarde:
    """All rows together."""
    rows = (bedrag(dataset, slug, n, m) for n, m, _post in posten(dataset, slug))
    jaar = dataset.begrotingen[slug].jaar
    return som(rows, _("Begroting {jaar}, alle posten samen").format(jaar=jaar))


def gepubliceerd(dataset: Dataset, slug: str) -> Waarde:
    """The total that was published."""
    begroting = dataset.begrotingen[slug]
    if begroting.totaal is None:
        return NIET_GEMELD
    named = (
        _("Begroting {jaar}, gepubliceerd totaal").format(jaar=begroting.jaar),
        dataset.value(path(slug), "totaal"),
    )
    return _euro(dataset, begroting, begroting.totaal, named)


def beschikbaar(dataset: Dataset, slug: str) -> Waarde:
    """What is available, as published."""
    begroting = dataset.begrotingen[slug]
    amount = begroting.beschikbaar
    if amount is None:
        return NIET_GEMELD
    place = dataset.value(path(slug), "beschikbaar", "bedrag")
    bron = dataset.bron(amount.bron or begroting.bron)
    made = Herkomst(_("Beschikbaar in {jaar}").format(jaar=begroting.jaar), place, bron)
    return Waarde(amount.bedrag, amount.kwalificatie, soort=Soort.EURO, herkomst=made)


def vrij(dataset: Dataset, slug: str) -> Waarde:
    """What is available and not reserved."""
    jaar = dataset.begrotingen[slug].jaar
    naam = _("Beschikbaar en niet gereserveerd in {jaar}").format(jaar=jaar)
    return verschil(beschikbaar(dataset, slug), totaal(dataset, slug), naam)


def voorwaardelijk(dataset: Dataset, slug: str) -> Waarde:
    """The amounts that fall free under a condition, together."""
    rows = [bedrag(dataset, slug, n, m) for n, m, p in posten(dataset, slug) if p.voorwaarde]
    jaar = dataset.begrotingen[slug].jaar
    return som(rows, _("Onder voorwaarde begroot in {jaar}").format(jaar=jaar))


TOTALEN: Mapping[str, Callable[[Dataset, str], Waarde]] = {
    "totaal": totaal,
    "gepubliceerd": gepubliceerd,
    "beschikbaar": beschikbaar,
    "vrij": vrij,
    "voorwaardelijk": voorwaardelijk,
}
