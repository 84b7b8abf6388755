"""Where the pages are: for every search engine (sitemaps.org), and for the Dutch Woo index."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from xml.etree.ElementTree import Element

from waw_site.beschrijvingen import WOO
from waw_site.model import Uitgever
from waw_site.model.publicatie import Handeling, Informatiecategorie, Woo
from waw_site.omschrijving import Omschrijving
from waw_site.omschrijving.xml import Inhoud, element, geschreven
from waw_site.page.uitgegeven import Uitgegeven

_NS = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_DIWOO = {"xmlns:diwoo": "https://standaarden.overheid.nl/diwoo/metadata/"}

# The words of DiWoo metadata 0.9.8: number in the name of the index, name in TOOI, label.
_KERN = "https://identifier.overheid.nl/tooi/def/thes/kern"
_CATEGORIEEN = {
    Informatiecategorie.INGEKOMEN: (
        6,
        "c_8c840238",
        "bij vertegenwoordigende organen ingekomen stukken",
    ),
    Informatiecategorie.VERGADERSTUKKEN: (8, "c_db4862c3", "vergaderstukken decentrale overheden"),
    Informatiecategorie.JAARVERSLAGEN: (12, "c_c6cd1213", "jaarplannen en jaarverslagen"),
    Informatiecategorie.ONDERZOEK: (15, "c_fdaee95e", "onderzoeksrapporten"),
}
_HANDELINGEN = {
    Handeling.ONTVANGST: "c_dfcee535",
    Handeling.VASTSTELLING: "c_641ecd76",
    Handeling.ONDERTEKENING: "c_e1ec050e",
}


def sitemap(o: Omschrijving, paden: Iterable[str], dagen: Mapping[str, str]) -> bytes:
    """Every page of *paden*; *dagen* has the day on which one last changed, where it is known."""
    urls = [_url(o.url(pad), dagen.get(pad)) for pad in sorted(paden)]
    return geschreven(element("urlset", urls, _NS))


def woo_index(woo: Woo) -> str:
    """What the index must be called for the Woo harvester to find it."""
    return f"sitemapindex-diwoo-infocat{_CATEGORIEEN[woo.informatiecategorie][0]:03d}.xml"


def woo_bestanden(
    o: Omschrijving, woo: Woo, stukken: Sequence[Uitgegeven], dagen: Mapping[str, str]
) -> dict[str, bytes]:
    """The index of the one sitemap, and that sitemap, with what is known of each document."""
    pad = WOO.paden[0]
    only = element("sitemap", [element("loc", o.url(pad))])
    urls = [
        _url(o.url(u.url), dagen.get(u.url), _document(o.uitgever, woo, u) if _dag(u) else None)
        for u in stukken
    ]
    return {
        woo_index(woo): geschreven(element("sitemapindex", [only], _NS)),
        pad: geschreven(element("urlset", urls, _NS | _DIWOO)),
    }


def _url(loc: str, lastmod: str | None, *more: Element | None) -> Element:
    day = element("lastmod", lastmod) if lastmod else None
    return element("url", [element("loc", loc), day, *more])


def _dag(u: Uitgegeven) -> str | None:
    """The day of a document; a month alone is none."""
    return str(u.datum) if u.datum and u.datum.dag else None


def _document(uitgever: Uitgever, woo: Woo, u: Uitgegeven) -> Element:
    """What the Woo index is told of one document; a handling needs its day."""
    _nummer, code, label = _CATEGORIEEN[woo.informatiecategorie]
    category = _diwoo("informatiecategorie", label, _woord(code))
    done = [
        _diwoo("soortHandeling", woo.handeling, _woord(_HANDELINGEN[woo.handeling])),
        _diwoo("atTime", f"{_dag(u)}T00:00:00"),
    ]
    known = [
        _diwoo("identifiers", [_diwoo("identifier", u.kenmerk)]),
        _diwoo("publisher", uitgever.naam, {"resource": uitgever.uri or ""}),
        _diwoo("titelcollectie", [_diwoo("officieleTitel", u.titel)]),
        _diwoo("classificatiecollectie", [_diwoo("informatiecategorieen", [category])]),
        _diwoo("creatiedatum", _dag(u)),
        _diwoo("documenthandelingen", [_diwoo("documenthandeling", done)]),
    ]
    return _diwoo("Document", [_diwoo("DiWoo", known)])


def _diwoo(
    tag: str, inhoud: Inhoud, attributen: Mapping[str, str] = MappingProxyType({})
) -> Element:
    return element(f"diwoo:{tag}", inhoud, attributen)


def _woord(code: str) -> dict[str, str]:
    return {"resource": f"{_KERN}/{code}"}
