"""The description for search engines: a Dataset of schema.org, as JSON-LD in a file of its own."""

from typing import Any

from waw_site.gegevens.bestanden import Gegevensbestand
from waw_site.omschrijving import Omschrijving, Reeks
from waw_site.omschrijving.datapackage import LICENTIES, als_json


def schemaorg(o: Omschrijving) -> bytes:
    """All editions as one data set, of which that of each is a part."""
    whole = _dataset(o, o.alle)
    whole["variableMeasured"] = [
        {
            "@id": i.kenmerk,
            "@type": "PropertyValue",
            "identifier": i.kenmerk,
            "name": i.naam,
            "unitText": i.eenheid,
        }
        for i in o.indicatoren
    ]
    whole["about"] = [
        {
            "@id": p.kenmerk,
            "@type": "Project",
            "identifier": p.kenmerk,
            "name": p.naam,
            "url": {"@id": o.url(p.pagina or "")},
        }
        for p in o.projecten
    ]
    whole["hasPart"] = [_dataset(o, reeks) for reeks in o.edities]
    return als_json({"@context": {"@vocab": "https://schema.org/"}, **whole})


def _dataset(o: Omschrijving, reeks: Reeks) -> dict[str, Any]:
    licentie = o.publicatie.licentie
    found: dict[str, Any] = {
        "@id": reeks.kenmerk,
        "@type": "Dataset",
        "identifier": reeks.kenmerk,
        "name": reeks.titel,
        "description": reeks.uitleg,
        "url": {"@id": o.url(reeks.pagina)},
        "inLanguage": o.taal,
        "isAccessibleForFree": True,
        "license": {"@id": LICENTIES[licentie][1]} if licentie else None,
        "creator": _organisation(o),
        "temporalCoverage": f"{reeks.begin}/{reeks.einde}",
        "datePublished": str(reeks.verschenen) if reeks.verschenen else None,
        "distribution": [_download(o, bestand) for bestand in reeks.bestanden],
    }
    return {key: value for key, value in found.items() if value}


def _organisation(o: Omschrijving) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Organization", "name": o.uitgever.naam}
    if o.uitgever.uri:
        found["@id"] = o.uitgever.uri
    if o.contact:
        found["contactPoint"] = {
            "@type": "ContactPoint",
            "contactType": o.contact.rol,
            "email": o.contact.email,
        }
    return found


def _download(o: Omschrijving, bestand: Gegevensbestand) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": f"{bestand.titel}: {bestand.vorm.titel}",
        "encodingFormat": bestand.vorm.mediatype,
        "contentUrl": {"@id": o.url(bestand.pad)},
    }
