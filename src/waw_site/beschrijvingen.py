"""Which descriptions of the data there are, and what the programme must say for each."""

from collections.abc import Callable
from dataclasses import dataclass

from waw_site.catalogus import _, later
from waw_site.dataset import Dataset
from waw_site.model import Contact, Publicatie


@dataclass(frozen=True, slots=True)
class Beschrijving:
    """
    One description: its name, where it is, and the keys of `publicatie` that it needs.

    `paden` are from the root of the site; empty where each edition and document has its own.
    """

    naam: str
    paden: tuple[str, ...]
    eisen: tuple[str, ...] = ()

    @property
    def woorden(self) -> str:
        """Its name, as a page says it."""
        return _(self.naam)


DATAPACKAGE = Beschrijving(
    later("Data Package: elke tabel en elke kolom"), ("datapackage.json",)
)  # at the root: a package reaches no folder above its own
SCHEMAORG = Beschrijving(later("Dataset van schema.org: voor zoekmachines"), ("dataset.jsonld",))
DCAT = Beschrijving(
    later("DCAT-AP-NL: voor catalogi van open data"),
    ("catalogus.ttl", "catalogus.jsonld"),
    ("adres", "licentie", "themas", "contact"),
)
SITEMAP = Beschrijving(
    later("Sitemap: alle pagina's, voor zoekmachines"), ("sitemap.xml",), ("adres",)
)
WOO = Beschrijving(
    later("Sitemap voor de Woo-index: alle edities en stukken"),
    ("sitemap-woo.xml",),
    ("adres", "uitgever.uri", "woo"),
)
MDTO = Beschrijving(later("MDTO: voor het archief, bij elke editie en elk stuk"), (), ("archief",))
ALLE = (DATAPACKAGE, SCHEMAORG, DCAT, SITEMAP, WOO, MDTO)


@dataclass(frozen=True, slots=True)
class Gemis:
    """A description that is not made, and the keys that are still open."""

    beschrijving: Beschrijving
    sleutels: tuple[str, ...]

    @property
    def woorden(self) -> tuple[str, ...]:
        """What is still open, as a page says it."""
        return tuple(_(_SLEUTELS[sleutel][0]) for sleutel in self.sleutels)


def gemist(dataset: Dataset) -> tuple[Gemis, ...]:
    """Every description that cannot be made, in order."""
    return tuple(
        Gemis(b, open_)
        for b in ALLE
        if (open_ := tuple(key for key in b.eisen if not _SLEUTELS[key][1](dataset)))
    )


def gemaakt(dataset: Dataset) -> tuple[Beschrijving, ...]:
    """Every description that can be made, in order."""
    lacking = {gemis.beschrijving for gemis in gemist(dataset)}
    return tuple(b for b in ALLE if b not in lacking)


def publicatie(dataset: Dataset) -> Publicatie:
    """How the site is published, as far as the programme says."""
    return dataset.programma.publicatie or Publicatie()


def contact(dataset: Dataset) -> Contact | None:
    """Whom to ask about the data; never who an edition names, as machines gather what this says."""
    return publicatie(dataset).contact


def _uri(dataset: Dataset) -> str | None:
    uitgever = publicatie(dataset).uitgever
    return uitgever.uri if uitgever else None


_SLEUTELS: dict[str, tuple[str, Callable[[Dataset], object]]] = {
    "adres": (later("het adres van de site"), lambda d: publicatie(d).adres),
    "licentie": (later("de licentie"), lambda d: publicatie(d).licentie),
    "themas": (later("de thema's"), lambda d: publicatie(d).themas),
    "contact": (later("wie vragen beantwoordt"), contact),
    "woo": (later("de informatiecategorie"), lambda d: publicatie(d).woo),
    "uitgever.uri": (later("de uitgever in het register van overheden"), _uri),
    "archief": (later("hoe lang het archief alles bewaart"), lambda d: publicatie(d).archief),
}
