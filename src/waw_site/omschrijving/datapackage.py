"""The description as a Data Package, and each table of it as CSV on the Web."""

import json
from collections.abc import Iterator
from posixpath import basename
from typing import Any

from waw_site.gegevens.bestanden import Gegevensbestand
from waw_site.gegevens.kolommen import JA, NEE, SLEUTEL, Kolom, kolommen
from waw_site.model import Licentie, Programma
from waw_site.omschrijving import Omschrijving, Reeks

LICENTIES = {
    Licentie.CC0: ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    Licentie.CC_BY: ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
}


def als_json(thing: object) -> bytes:
    """JSON for people too: indented, in the order in which it was made."""
    return (json.dumps(thing, ensure_ascii=False, indent=2) + "\n").encode()


def tabellen(reeks: Reeks) -> Iterator[Gegevensbestand]:
    """The tables that are described: of each form of the same rows the plainest."""
    return (b for b in reeks.bestanden if b.vorm.uitgang == ".csv")


def schema(bestand: Gegevensbestand) -> str:
    """Where the columns of a table are described, as CSV on the Web looks for it."""
    return f"{bestand.pad}-metadata.json"


def datapackage(o: Omschrijving, programma: Programma) -> bytes:
    """`datapackage.json`, after Data Package 1.0 with Table Schema 1.0."""
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "cijfers",
        "id": o.alle.kenmerk,
        "title": o.alle.titel,
        "description": o.alle.uitleg,
        "homepage": o.publicatie.adres,
        "licenses": _licences(o),
        "contributors": [{"title": o.uitgever.naam, "role": "publisher"}],
        "resources": [_resource(b, programma) for reeks in o.reeksen for b in tabellen(reeks)],
    }
    return als_json({key: value for key, value in package.items() if value})


def _licences(o: Omschrijving) -> list[dict[str, str]]:
    licentie = o.publicatie.licentie
    if not licentie:
        return []
    name, address = LICENTIES[licentie]
    return [{"name": name, "path": address, "title": licentie}]


def _resource(bestand: Gegevensbestand, programma: Programma) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": basename(bestand.pad).removesuffix(bestand.vorm.uitgang).lower(),
        "path": bestand.pad,
        "title": bestand.titel,
        "format": "csv",
        "mediatype": bestand.vorm.mediatype,
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(kolom, programma) for kolom in kolommen()],
            "missingValues": [""],
            "primaryKey": list(SLEUTEL),
        },
    }


def _field(kolom: Kolom, programma: Programma) -> dict[str, Any]:
    limits = {
        "required": kolom.verplicht,
        "pattern": kolom.patroon,
        "enum": list(kolom.toegestaan(programma)),
    }
    field: dict[str, Any] = {
        "name": kolom.naam,
        "type": kolom.type,
        "title": kolom.titel,
        "description": kolom.uitleg,
        "rdfType": kolom.uri,
        "constraints": {key: value for key, value in limits.items() if value},
    }
    if kolom.type == "boolean":
        field |= {"trueValues": [JA], "falseValues": [NEE]}
    return {key: value for key, value in field.items() if value}


def csvw(o: Omschrijving, programma: Programma) -> Iterator[tuple[str, bytes]]:
    """Beside each table its description, after the Metadata Vocabulary for Tabular Data."""
    for reeks in o.reeksen:
        for bestand in tabellen(reeks):
            yield schema(bestand), als_json(_table(o, reeks, bestand, programma))


def _table(
    o: Omschrijving, reeks: Reeks, bestand: Gegevensbestand, programma: Programma
) -> dict[str, Any]:
    licentie = o.publicatie.licentie
    table: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": o.taal}],
        "url": basename(bestand.pad),
        "dct:identifier": reeks.kenmerk,
        "dct:title": reeks.titel,
        "dct:description": reeks.uitleg,
        "dct:publisher": o.uitgever.naam,
        "dct:license": {"@id": LICENTIES[licentie][1]} if licentie else None,
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [_column(kolom, programma) for kolom in kolommen()],
            "primaryKey": list(SLEUTEL),
        },
    }
    return {key: value for key, value in table.items() if value}


def _column(kolom: Kolom, programma: Programma) -> dict[str, Any]:
    column: dict[str, Any] = {
        "name": kolom.naam,
        "titles": kolom.naam,
        "dct:title": kolom.titel,
        "dct:description": kolom.uitleg,
        "datatype": _datatype(kolom, programma),
        "propertyUrl": kolom.uri,
        "required": kolom.verplicht,
    }
    return {key: value for key, value in column.items() if value}


def _datatype(kolom: Kolom, programma: Programma) -> str | dict[str, str]:
    """A kind of text is a pattern here: CSV on the Web has no list of values."""
    if kolom.type == "boolean":
        return {"base": "boolean", "format": f"{JA}|{NEE}"}
    words = "|".join(word.replace(".", r"\.") for word in kolom.toegestaan(programma))
    if pattern := kolom.patroon or words:
        return {"base": "string", "format": pattern}
    return kolom.type
