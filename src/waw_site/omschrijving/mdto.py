"""What an archive must know of each edition and document: MDTO 1.0.1."""

import hashlib
from posixpath import dirname
from xml.etree.ElementTree import Element

from waw_site.model.publicatie import Archief, Waardering
from waw_site.omschrijving import Omschrijving
from waw_site.omschrijving.xml import element, geschreven
from waw_site.page.uitgegeven import Uitgegeven

_NS = {
    "xmlns": "https://www.nationaalarchief.nl/mdto",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "https://www.nationaalarchief.nl/mdto "
        "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd"
    ),
}
_CODES = {Waardering.BLIJVEND: "B", Waardering.TIJDELIJK: "V"}
_LANGST = 80  # characters of a name that MDTO advises


def mdto(
    o: Omschrijving, archief: Archief, u: Uitgegeven, deel_van: Uitgegeven | None
) -> tuple[str, bytes]:
    """The record of an edition or document; *deel_van* is the edition that it goes with."""
    known = [
        _identificatie(o, u.kenmerk),
        element("naam", _naam(u.titel)),
        element("omschrijving", u.soort),
        _raadpleeglocatie(o, u),
        element("taal", o.taal),
        _begrip(
            "waardering", archief.waardering, _CODES[archief.waardering], archief.begrippenlijst
        ),
        _verwijzing("isOnderdeelVan", deel_van.titel, o, deel_van.kenmerk) if deel_van else None,
        _verwijzing("heeftRepresentatie", "index.html", o, _bestand_kenmerk(u)),
        _verwijzing("archiefvormer", archief.archiefvormer or o.uitgever.naam),
        element(
            "beperkingGebruik",
            [_begrip("beperkingGebruikType", archief.beperking, "", archief.begrippenlijst)],
        ),
    ]
    return _pad(u, "mdto.xml"), _geschreven("informatieobject", known)


def mdto_bestand(
    o: Omschrijving, u: Uitgegeven, inhoud: bytes, dag: str | None
) -> tuple[str, bytes]:
    """
    The record of the page of *u*, which is *inhoud* since *dag*, a date of ISO 8601.

    A checksum must have its day, so it is not there where that is not known.
    """
    known = [
        _identificatie(o, _bestand_kenmerk(u)),
        element("naam", "index.html"),
        element("omvang", str(len(inhoud))),
        _begrip("bestandsformaat", "text/html", "", "IANA Media Types"),
        _checksum(inhoud, dag) if dag else None,
        element("URLBestand", o.url(u.url)) if o.publicatie.adres else None,
        _verwijzing("isRepresentatieVan", u.titel, o, u.kenmerk),
    ]
    return _pad(u, "index.mdto.xml"), _geschreven("bestand", known)


def _checksum(inhoud: bytes, dag: str) -> Element:
    return element(
        "checksum",
        [
            _begrip("checksumAlgoritme", "SHA-256", "", "MDTO-begrippenlijst checksumalgoritmes"),
            element("checksumWaarde", hashlib.sha256(inhoud).hexdigest()),
            element("checksumDatum", f"{dag}T00:00:00"),
        ],
    )


def _pad(u: Uitgegeven, name: str) -> str:
    return f"{dirname(u.url)}/{name}"


def _bestand_kenmerk(u: Uitgegeven) -> str:
    return f"{u.kenmerk}#index.html"


def _geschreven(tag: str, known: list[Element | None]) -> bytes:
    return geschreven(element("MDTO", [element(tag, known)], _NS))


def _naam(titel: str) -> str:
    return titel if len(titel) <= _LANGST else f"{titel[: _LANGST - 1]}…"


def _identificatie(o: Omschrijving, kenmerk: str, tag: str = "identificatie") -> Element:
    return element(
        tag,
        [element("identificatieKenmerk", kenmerk), element("identificatieBron", o.titel)],
    )


def _raadpleeglocatie(o: Omschrijving, u: Uitgegeven) -> Element | None:
    if not o.publicatie.adres:
        return None
    return element("raadpleeglocatie", [element("raadpleeglocatieOnline", o.url(u.url))])


def _verwijzing(tag: str, naam: str, o: Omschrijving | None = None, kenmerk: str = "") -> Element:
    which = _identificatie(o, kenmerk, "verwijzingIdentificatie") if o else None
    return element(tag, [element("verwijzingNaam", _naam(naam)), which])


def _begrip(tag: str, label: str, code: str, lijst: str) -> Element:
    return element(
        tag,
        [
            element("begripLabel", label),
            element("begripCode", code) if code else None,
            _verwijzing("begripBegrippenlijst", lijst),
        ],
    )
