"""The description for catalogues of open data: DCAT-AP-NL 3.0, as JSON-LD and as Turtle."""

from datetime import date
from typing import Any

from waw_site.gegevens.bestanden import Gegevensbestand
from waw_site.kwartaal import Datum, Ritme
from waw_site.model import Contact, Licentie, Thema
from waw_site.omschrijving import Omschrijving, Reeks
from waw_site.omschrijving.datapackage import als_json, schema, tabellen

_EU = "http://publications.europa.eu/resource/authority"
_LICENTIES = {
    Licentie.CC0: f"{_EU}/licence/CC0",
    Licentie.CC_BY: f"{_EU}/licence/CC_BY_4_0",
}
_THEMAS = {
    Thema.BEVOLKING: "SOCI",
    Thema.ECONOMIE: "ECON",
    Thema.ENERGIE: "ENER",
    Thema.GEZONDHEID: "HEAL",
    Thema.INTERNATIONAAL: "INTR",
    Thema.JUSTITIE: "JUST",
    Thema.LANDBOUW: "AGRI",
    Thema.MILIEU: "ENVI",
    Thema.ONDERWIJS: "EDUC",
    Thema.OVERHEID: "GOVE",
    Thema.REGIOS: "REGI",
    Thema.VERVOER: "TRAN",
    Thema.WETENSCHAP: "TECH",
}
_RITMES = {Ritme.KWARTAAL: "QUARTERLY", Ritme.HALFJAAR: "ANNUAL_2", Ritme.JAAR: "ANNUAL"}
_TALEN = {"nl": "NLD", "en": "ENG"}
_SOORTEN = {  # the end of a file's name: its file type and what IANA calls it
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


def jsonld(o: Omschrijving, contact: Contact) -> bytes:
    """The catalogue, with a data set of all editions and one of each; *o* must be complete."""
    nodes = [
        _catalogue(o),
        *(_dataset(o, reeks) for reeks in o.reeksen),
        *(_distribution(o, reeks, b) for reeks in o.reeksen for b in reeks.bestanden),
        *_agents(o, contact),
        *_words(o),
    ]
    return als_json({"@context": _CONTEXT, "@graph": nodes})


def turtle(graph: bytes) -> bytes:
    """The same *graph*, which is JSON-LD; only here is rdflib needed."""
    from rdflib import Graph

    found = Graph(bind_namespaces="none")
    found.parse(data=graph, format="json-ld")
    for prefix, address in _CONTEXT.items():
        found.bind(prefix, address)
    return found.serialize(format="turtle", encoding="utf-8")


def _id(address: str) -> Node:
    return {"@id": address}


def _nl(words: str) -> Node:
    return {"@value": words, "@language": "nl"}


def _text(o: Omschrijving, words: str) -> Node:
    return {"@value": words, "@language": o.taal}


def _literal(value: str, kind: str) -> Node:
    return {"@value": value, "@type": f"xsd:{kind}"}


def _day(value: Datum | date) -> Node:
    """A day, a month or a year: as much as is known."""
    kind = ("gYear", "gYearMonth", "date")[str(value).count("-")]
    return _literal(str(value), kind)


def _publisher(o: Omschrijving) -> str:
    return o.uitgever.uri or f"{o.url('')}#uitgever"


def _whole(o: Omschrijving, what: str, kenmerk: str, titel: str, uitleg: str) -> Node:
    """What a catalogue and a data set have in common."""
    return {
        "@id": kenmerk,
        "@type": f"dcat:{what}",
        "dct:title": _text(o, titel),
        "dct:description": _text(o, uitleg),
        "dct:identifier": _literal(kenmerk, "anyURI"),
        "dct:publisher": _id(_publisher(o)),
        "dct:creator": _id(_publisher(o)),
        "dct:language": _id(f"{_EU}/language/{_TALEN[o.taal]}"),
        "dcat:contactPoint": _id(f"{o.url('')}#contact"),
    }


def _catalogue(o: Omschrijving) -> Node:
    return {
        **_whole(o, "Catalog", o.kenmerk, o.titel, o.alle.uitleg),
        "foaf:homepage": _id(o.url("")),
        "dct:license": _licence(o),
        "dcat:dataset": [_id(reeks.kenmerk) for reeks in o.reeksen],
    }


def _licence(o: Omschrijving) -> Node | None:
    licentie = o.publicatie.licentie
    return _id(_LICENTIES[licentie]) if licentie else None


def _dataset(o: Omschrijving, reeks: Reeks) -> Node:
    found: Node = {
        **_whole(o, "Dataset", reeks.kenmerk, reeks.titel, reeks.uitleg),
        "dct:accessRights": _id(f"{_EU}/access-right/PUBLIC"),
        "dcat:theme": [_id(f"{_EU}/data-theme/{_THEMAS[t]}") for t in o.publicatie.themas],
        "dcat:landingPage": _id(o.url(reeks.pagina)),
        "foaf:page": _id(o.url(reeks.pagina)),
        "dct:temporal": _id(f"{o.url(reeks.pagina)}#periode"),
        "dcat:distribution": [_id(_name(o, b)) for b in reeks.bestanden],
    }
    if reeks is o.alle and (often := o.publicatie.frequentie):
        found["dct:accrualPeriodicity"] = _id(f"{_EU}/frequency/{_RITMES[often]}")
    if reeks is not o.alle:
        found["dct:isPartOf"] = _id(o.alle.kenmerk)
    if reeks.verschenen:
        found["dct:issued" if reeks is not o.alle else "dct:modified"] = _day(reeks.verschenen)
    return found


def _name(o: Omschrijving, bestand: Gegevensbestand) -> str:
    """A file as something that is told of; its address alone is the file itself."""
    return f"{o.url(bestand.pad)}#bestand"


def _distribution(o: Omschrijving, reeks: Reeks, bestand: Gegevensbestand) -> Node:
    kind, media = _SOORTEN[bestand.vorm.uitgang.rpartition(".")[2]]
    found: Node = {
        "@id": _name(o, bestand),
        "@type": "dcat:Distribution",
        "dct:title": _text(o, f"{reeks.titel}: {bestand.vorm.titel}"),
        "dct:description": _text(o, bestand.vorm.uitleg),
        "dcat:accessURL": _id(o.url(bestand.pad)),
        "dcat:downloadURL": _id(o.url(bestand.pad)),
        "dcat:mediaType": _id(f"http://www.iana.org/assignments/media-types/{media}"),
        "dct:format": _id(f"{_EU}/file-type/{kind}"),
        "dct:language": _id(f"{_EU}/language/{_TALEN[o.taal]}"),
        "dct:license": _licence(o),
    }
    if bestand in tabellen(reeks):
        found["dct:conformsTo"] = _id(o.url(schema(bestand)))
    return found


def _agents(o: Omschrijving, contact: Contact) -> list[Node]:
    """Who publishes, whom to ask, and the times that are told of."""
    periods = {
        f"{o.url(reeks.pagina)}#periode": {
            "@id": f"{o.url(reeks.pagina)}#periode",
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(reeks.begin),
            "dcat:endDate": _day(reeks.einde),
        }
        for reeks in o.reeksen
    }
    return [
        {"@id": _publisher(o), "@type": "foaf:Agent", "foaf:name": _text(o, o.uitgever.naam)},
        {
            "@id": f"{o.url('')}#contact",
            "@type": "vcard:Kind",
            "vcard:fn": _text(o, contact.rol),
            "vcard:hasEmail": _id(f"mailto:{contact.email}"),
        },
        *periods.values(),
    ]


def _words(o: Omschrijving) -> list[Node]:
    """What the words of others that are used here are, as the shapes ask."""
    kinds = {
        f"{_EU}/access-right/PUBLIC": "dct:RightsStatement",
        f"{_EU}/language/{_TALEN[o.taal]}": "dct:LinguisticSystem",
        **{f"{_EU}/data-theme/{_THEMAS[t]}": "skos:Concept" for t in o.publicatie.themas},
        **{o.url(reeks.pagina): "foaf:Document" for reeks in o.reeksen},
    }
    if often := o.publicatie.frequentie:
        kinds[f"{_EU}/frequency/{_RITMES[often]}"] = "dct:Frequency"
    if licentie := o.publicatie.licentie:
        kinds[_LICENTIES[licentie]] = "dct:LicenseDocument"
    for reeks in o.reeksen:
        for bestand in reeks.bestanden:
            kind, media = _SOORTEN[bestand.vorm.uitgang.rpartition(".")[2]]
            kinds[f"{_EU}/file-type/{kind}"] = "dct:MediaTypeOrExtent"
            kinds[f"http://www.iana.org/assignments/media-types/{media}"] = "dct:MediaType"
            kinds[o.url(bestand.pad)] = "rdfs:Resource"
            if bestand in tabellen(reeks):
                kinds[o.url(schema(bestand))] = "dct:Standard"
    labels = {f"{_EU}/data-theme/{_THEMAS[t]}": _nl(t) for t in o.publicatie.themas}
    return [
        {"@id": address, "@type": kind}
        | ({"skos:prefLabel": labels[address]} if address in labels else {})
        for address, kind in kinds.items()
    ]
