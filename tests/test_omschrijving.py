"""
The descriptions of the data, each held against what others read it with.

The site of these tests says all that a programme can say of how it is published. Geonovum's shapes
are not ours to copy: they are read from ../shared/shapes or from where DCAT_AP_NL_SHAPES says.
"""

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from on_disk import KLEIN, REAL, copy, found, make, put
from waw_site.cache import Cache
from waw_site.kenmerk import kenmerk
from waw_site.kwartaal import Kwartaal
from waw_site.site import open_cache

ADRES = "https://www.voorbeeld.example/a/b/"
PUBLICATIE = f"""\
publicatie:
  adres: {ADRES}
  uitgever: {{naam: Voorbeeldregio, uri: https://identifier.overheid.nl/tooi/id/voorbeeld}}
  contact: {{rol: het programmateam, email: monitor@voorbeeld.example}}
  licentie: CC0
  themas: [bevolking en samenleving, economie en financiën]
  frequentie: halfjaar
  woo: {{informatiecategorie: ingekomen stukken, handeling: vaststelling}}
  archief: {{waardering: blijvend te bewaren, beperking: Geen beperking, begrippenlijst: Een lijst}}
"""
SHAPES = Path(os.environ.get("DCAT_AP_NL_SHAPES", REAL.parent / "shared" / "shapes"))
SDO = Namespace("https://schema.org/")
MDTO = "{https://www.nationaalarchief.nl/mdto}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DIWOO = "{https://standaarden.overheid.nl/diwoo/metadata/}"
ATOM = "{http://www.w3.org/2005/Atom}"


def published(to: Path, text: str = PUBLICATIE) -> Path:
    """The input of the small site with *text* at the end of its programma.yaml."""
    site = copy(KLEIN, to)
    path = site / "data/programma.yaml"
    put(path, path.read_text() + text)
    return site


@pytest.fixture(scope="module")
def input_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("invoer") / "in")


@pytest.fixture(scope="module")
def folder(input_: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that says it all, on disk."""
    out = tmp_path_factory.mktemp("uit") / "site"
    make(input_, out)
    return out


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data."""
    out = tmp_path_factory.mktemp("echt") / "site"
    make(REAL, out)
    return out


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def xml(path: Path) -> ET.Element:
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  our own file


def tables(folder: Path) -> list[Path]:
    """The tables that are described."""
    names = [r["path"] for r in read(folder / "datapackage.json")["resources"]]
    return [folder / name for name in names]


# --- Data Package and CSV on the Web


@pytest.mark.parametrize("which", ["folder", "real"])
def test_data_package_is_valid_with_its_tables(
    which: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """frictionless reads every row against the description, and finds nothing wrong."""
    import frictionless

    folder = request.getfixturevalue(which)
    monkeypatch.chdir(folder)
    report = frictionless.validate("datapackage.json")
    assert report.flatten(["type", "title", "message"]) == []
    assert report.valid
    assert len(report.tasks) == len(tables(folder))
    assert all(task.stats["rows"] for task in report.tasks)


def test_data_package_finds_what_is_wrong(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table with a value that its column does not allow fails: the description says something."""
    import frictionless

    put(tmp_path / "datapackage.json", (folder / "datapackage.json").read_text())
    for table in tables(folder):
        rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
        rows[1][rows[0].index("niveau")] = "land"
        written = io.StringIO()
        csv.writer(written).writerows(rows)
        put(tmp_path / table.relative_to(folder), written.getvalue())
    monkeypatch.chdir(tmp_path)
    errors = frictionless.validate("datapackage.json").flatten(["type", "fieldName"])
    assert errors == [["constraint-error", "niveau"]] * len(tables(folder))


@pytest.mark.parametrize("which", ["folder", "real"])
def test_tables_are_valid_csv_on_the_web(which: str, request: pytest.FixtureRequest) -> None:
    """csvwvalidate finds each description beside its table, and nothing wrong."""
    folder: Path = request.getfixturevalue(which)
    for table in tables(folder):
        metadata = table.with_name(f"{table.name}-metadata.json")
        assert metadata.is_file()
        command = [str(Path(sys.executable).with_name("csvwvalidate")), str(table)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_both_describe_the_same_columns(folder: Path) -> None:
    """Those of the table, in its order."""
    resources = read(folder / "datapackage.json")["resources"]
    for resource, table in zip(resources, tables(folder), strict=True):
        head = table.read_text(encoding="utf-8").splitlines()[0].split(",")
        columns = read(table.with_name(f"{table.name}-metadata.json"))["tableSchema"]["columns"]
        assert [f["name"] for f in resource["schema"]["fields"]] == head
        assert [c["titles"] for c in columns] == head


# --- DCAT-AP-NL


def catalogue(folder: Path) -> Graph:
    return Graph().parse(folder / "catalogus.ttl", format="turtle")


@pytest.mark.skipif(
    not (SHAPES / "dcat-ap-nl-SHACL.ttl").is_file(),
    reason=f"Geonovum's shapes may not be copied, and are not in {SHAPES}",
)
def test_catalogue_fits_the_shapes_of_dcat_ap_nl(folder: Path) -> None:
    """DCAT-AP-NL 3.0 with DCAT-AP 3.0; only two recommendations are left."""
    import pyshacl

    shapes = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        shapes.parse(path)
    valid, graph, text = pyshacl.validate(
        catalogue(folder), shacl_graph=shapes, advanced=True, allow_warnings=True
    )
    assert valid, text
    sh = Namespace("http://www.w3.org/ns/shacl#")
    advised = {graph.value(r, sh.resultPath) for r in graph.subjects(RDF.type, sh.ValidationResult)}
    assert advised == {DCTERMS.conformsTo, DCAT.accessService}
    broken = catalogue(folder)
    broken.remove((None, DCTERMS.license, None))
    assert not pyshacl.validate(broken, shacl_graph=shapes, allow_warnings=True)[0]


def test_catalogue_has_what_dcat_ap_nl_demands(folder: Path) -> None:
    """The same without the shapes: each class, and what each of them must say."""
    graph = catalogue(folder)
    dct = "title description publisher identifier accessRights creator license"
    demanded = {
        DCAT.Catalog: "title description publisher dataset contactPoint",
        DCAT.Dataset: "title description accessRights contactPoint creator identifier publisher "
        "theme distribution",
        DCAT.Distribution: "accessURL license",
    }
    for kind, names in demanded.items():
        nodes = set(graph.subjects(RDF.type, kind))
        assert nodes, kind
        for name in names.split():
            told = DCTERMS[name] if name in dct.split() else DCAT[name]
            assert [n for n in nodes if graph.value(n, told) is None] == [], (kind, name)


def test_turtle_and_json_ld_say_the_same(folder: Path) -> None:
    graph = Graph().parse(folder / "catalogus.jsonld", format="json-ld")
    assert isomorphic(graph, catalogue(folder))


def test_every_distribution_is_a_file_of_the_site(folder: Path) -> None:
    """And every address is absolute."""
    files = [str(o) for o in catalogue(folder).objects(None, DCAT.downloadURL)]
    assert files
    for address in files:
        assert (folder / address.removeprefix(ADRES)).is_file(), address
    addresses = re.findall(r"<([^>]+)>", (folder / "catalogus.ttl").read_text())
    assert [a for a in addresses if not re.match(r"https?:|urn:|mailto:", a)] == []


def test_turtle_is_made_once(input_: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build needs no rdflib."""
    cache = open_cache(tmp_path / "cache")
    first = make(input_, tmp_path / "een", cache)
    cache.save()
    monkeypatch.setitem(sys.modules, "rdflib", None)
    assert make(input_, tmp_path / "twee", open_cache(tmp_path / "cache")) == first


# --- schema.org


@pytest.mark.parametrize("which", ["folder", "real"])
def test_dataset_of_schema_org_is_read(which: str, request: pytest.FixtureRequest) -> None:
    """rdflib reads it; the data set has a name, a description, and files that are there."""
    folder: Path = request.getfixturevalue(which)
    base = ADRES if which == "folder" else "https://ergens.example/"
    graph = Graph().parse(folder / "dataset.jsonld", format="json-ld", publicID=base)
    sets = set(graph.subjects(RDF.type, SDO.Dataset))
    assert len(sets) == 1 + len(list(graph.objects(None, SDO.hasPart)))
    for node in sets:
        assert graph.value(node, SDO.name)
        assert 50 <= len(graph.value(node, SDO.description)) <= 5000
    for address in graph.objects(None, SDO.contentUrl):
        assert (folder / str(address).removeprefix(base)).is_file(), address
    licence = URIRef("https://creativecommons.org/publicdomain/zero/1.0/")
    assert set(graph.objects(None, SDO.license)) == {licence}


def test_every_page_leads_to_it(folder: Path) -> None:
    """By a link in its head: a script in the page is forbidden."""
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        link = re.search(r'rel="describedby" href="([^"]+)" type="application/ld\+json"', text)
        assert link, page
        if page.name != "404.html":
            assert (page.parent / link[1]).resolve() == (folder / "dataset.jsonld").resolve()


# --- the feed


def musts(feed: ET.Element) -> Iterator[str]:
    """What RFC 4287 demands and *feed* does not do, by section."""
    for node in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(node.findall(f"{ATOM}{name}")) != 1:
                yield f"4.1: one {name}"
        if not re.match(r"[a-z][a-z0-9+.-]*:\S+$", node.findtext(f"{ATOM}id") or ""):
            yield "4.2.6: an id is an absolute IRI"
        moment = node.findtext(f"{ATOM}updated") or ""
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", moment):
            yield "3.3: a moment is RFC 3339"
        datetime.fromisoformat(moment)
        links = [(link.get("rel"), link.get("type")) for link in node.findall(f"{ATOM}link")]
        if len(set(links)) != len(links):
            yield "4.1.1: no two alternates of one type"
        if not all(link.get("href") for link in node.findall(f"{ATOM}link")):
            yield "4.2.7: a link has an href"
        if node is not feed and not [rel for rel, _ in links if rel == "alternate"]:
            yield "4.1.2: an entry without content has an alternate"
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        yield "4.1.1: an author"
    if [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") != 1:
        yield "4.1.1: a link to itself"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]
    if len(set(ids)) != len(ids):
        yield "4.1.1: an entry occurs once"
    known = {"id", "title", "updated", "author", "link", "entry", "summary", "name", "feed"}
    yield from (f"4: {n.tag}" for n in feed.iter() if n.tag.removeprefix(ATOM) not in known)


@pytest.mark.parametrize("which", ["folder", "real"])
def test_feed_is_valid(which: str, request: pytest.FixtureRequest) -> None:
    """For feedparser, and for what RFC 4287 demands; every link is a page."""
    folder: Path = request.getfixturevalue(which)
    parsed = feedparser.parse((folder / "feed.xml").read_bytes())
    assert (parsed.bozo, parsed.version) == (False, "atom10")
    feed = xml(folder / "feed.xml")
    assert list(musts(feed)) == []
    for link in feed.iter(f"{ATOM}link"):
        path = urljoin(ADRES, link.get("href") or "").removeprefix(ADRES) or "index.html"
        assert (folder / path).is_file(), path
    absolute = [link.get("href", "").startswith(ADRES) for link in feed.iter(f"{ATOM}link")]
    assert set(absolute) == {which == "folder"}


def test_feed_tells_of_documents(folder: Path, input_: Path) -> None:
    """Each under its lasting name."""
    dataset = found(input_).dataset
    assert dataset
    entries = {e.id: e.title for e in feedparser.parse((folder / "feed.xml").read_bytes()).entries}
    documents = [(s, n, d) for s, of in dataset.stukken().items() for n, d in of.items()]
    assert documents
    for soort, naam, stuk in documents:
        assert entries[kenmerk(dataset.programma, soort, naam)] == stuk.titel
    for kwartaal in dataset.edities:
        assert kenmerk(dataset.programma, kwartaal) in entries


# --- sitemaps and the Woo index


def test_sitemap_has_every_page(folder: Path) -> None:
    """By its absolute address, as sitemaps.org has it."""
    root = xml(folder / "sitemap.xml")
    assert root.tag == f"{SITEMAP}urlset"
    locs = [loc.text or "" for loc in root.iter(f"{SITEMAP}loc")]
    pages = {p.relative_to(folder).as_posix() for p in folder.rglob("*.html")}
    listed = {p for p in pages if "herkomst/" not in p and p != "404.html"}
    assert sorted(locs) == sorted(f"{ADRES}{p.removesuffix('index.html')}" for p in listed)
    for day in root.iter(f"{SITEMAP}lastmod"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", day.text or "")


def test_woo_index_leads_to_every_document(folder: Path) -> None:
    """
    Editions and documents, with what DiWoo metadata demands of those whose day is known.

    The XSD of DiWoo 0.9.8 could not be had: its structure is checked here, element by element.
    """
    index = xml(folder / "sitemapindex-diwoo-infocat006.xml")
    assert [loc.text for loc in index.iter(f"{SITEMAP}loc")] == [f"{ADRES}sitemap-woo.xml"]
    urls = list(xml(folder / "sitemap-woo.xml"))
    paths = [(u.findtext(f"{SITEMAP}loc") or "").removeprefix(ADRES) for u in urls]
    assert {p.split("/")[0] for p in paths} >= {"2023-Q4", "2024-Q2", "brieven", "voorstellen"}
    assert [p for p in paths if not (folder / p / "index.html").is_file()] == []
    told = [d for u in urls if (d := u.find(f"{DIWOO}Document/{DIWOO}DiWoo")) is not None]
    assert told
    for document in told:
        publisher = document.find(f"{DIWOO}publisher")
        assert publisher is not None
        assert publisher.get("resource") == "https://identifier.overheid.nl/tooi/id/voorbeeld"
        assert document.findtext(f"{DIWOO}titelcollectie/{DIWOO}officieleTitel")
        category = document.find(f".//{DIWOO}informatiecategorie")
        handling = document.find(f".//{DIWOO}soortHandeling")
        assert category is not None
        assert handling is not None
        for word in (category, handling):
            address = word.get("resource") or ""
            assert address.startswith("https://identifier.overheid.nl/tooi/def/thes/kern/c_")
        datetime.fromisoformat(document.findtext(f".//{DIWOO}atTime") or "")


# --- the archive

INFORMATIEOBJECT = (
    "identificatie naam aggregatieniveau classificatie trefwoord omschrijving raadpleeglocatie "
    "dekkingInTijd dekkingInRuimte taal event waardering bewaartermijn informatiecategorie "
    "isOnderdeelVan bevatOnderdeel heeftRepresentatie aanvullendeMetagegevens "
    "gerelateerdInformatieobject archiefvormer betrokkene activiteit beperkingGebruik"
).split()
BESTAND = (
    "identificatie naam omvang bestandsformaat checksum URLBestand isRepresentatieVan"
).split()


NEEDED = {
    "informatieobject": {
        "identificatie",
        "naam",
        "waardering",
        "archiefvormer",
        "beperkingGebruik",
    },
    "bestand": set(BESTAND) - {"checksum"},  # without a day it cannot be written
}


@pytest.mark.parametrize(
    ("name", "kind", "order"),
    [("mdto.xml", "informatieobject", INFORMATIEOBJECT), ("index.mdto.xml", "bestand", BESTAND)],
)
def test_records_for_the_archive(folder: Path, name: str, kind: str, order: list[str]) -> None:
    """
    In the order of MDTO-XML 1.0.1, with all that it demands.

    Its XSD could not be had: the order is that of its published documentation.
    """
    records = sorted(folder.rglob(name))
    assert len(records) == len(list(xml(folder / "sitemap-woo.xml")))
    for path in records:
        root = xml(path)
        assert (root.tag, [n.tag for n in root]) == (f"{MDTO}MDTO", [f"{MDTO}{kind}"])
        tags = [node.tag.removeprefix(MDTO) for node in root[0]]
        assert tags == sorted(tags, key=order.index)
        assert set(tags) >= NEEDED[kind]


def test_checksum_is_that_of_the_page(folder: Path) -> None:
    """With the day on which the page appeared; where that is not known to the day there is none."""
    days = {}
    for path in folder.rglob("index.mdto.xml"):
        page = (path.parent / "index.html").read_bytes()
        record = xml(path)[0]
        assert record.findtext(f"{MDTO}omvang") == str(len(page))
        days[path.parent.name] = record.findtext(f"{MDTO}checksum/{MDTO}checksumDatum")
        value = record.findtext(f"{MDTO}checksum/{MDTO}checksumWaarde")
        assert value == (hashlib.sha256(page).hexdigest() if days[path.parent.name] else None)
    assert (days["raadsbrief"], days["2023-Q4"], days["2024-Q2"]) == (
        "2024-10-01T00:00:00",
        "2024-01-15T00:00:00",
        None,
    )


# --- sharing and citing


def test_page_says_how_it_is_shared(folder: Path) -> None:
    """With absolute addresses, and the picture of its edition with what that says."""
    page = (folder / "2024-Q2/index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'<meta property="og:([^"]+)" content="([^"]*)">', page))
    assert told["title"] == "Klein Werk, tweede kwartaal 2024"
    assert (told["url"], told["type"]) == (f"{ADRES}2024-Q2/", "article")
    assert told["image"] == f"{ADRES}2024-Q2/deel.png"
    assert told["image:alt"] == (
        "Plaatje met Monitor Klein Werk, tweede kwartaal 2024, Voorbeeldregio, en de stand: "
        "Gestarte trajecten 300, doel: 400, bijsturen; "
        "Bemiddeld naar werk iets meer dan 110, doel: 120, bijsturen volgens het programma."
    )
    assert (folder / "2024-Q2/deel.png").is_file()
    assert f'<link rel="canonical" href="{ADRES}2024-Q2/">' in page


def test_without_an_address_nothing_is_absolute(real: Path) -> None:
    page = (real / "2024-Q2/index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'<meta property="og:([^"]+)" content="([^"]*)">', page))
    assert set(told) == {"title", "site_name", "type", "locale"}
    assert "canonical" not in page


def test_edition_says_how_to_cite_it(folder: Path, real: Path) -> None:
    """Who, when, what, and where: its address, or else its lasting name."""
    page = (folder / "2024-Q2/index.html").read_text(encoding="utf-8")
    cited = f"(2024). Monitor Klein Werk, tweede kwartaal 2024. {ADRES}2024-Q2/<"
    assert cited in page
    page = (real / "2024-Q2/index.html").read_text(encoding="utf-8")
    assert "(2024). Monitor Werken aan Werk, tweede kwartaal 2024. urn:uuid:" in page


# --- what is not known, and what is not published

LEFT_OUT = {
    "adres": {"catalogus.ttl", "catalogus.jsonld", "sitemap.xml", "sitemap-woo.xml"},
    "licentie": {"catalogus.ttl", "catalogus.jsonld"},
    "themas": {"catalogus.ttl", "catalogus.jsonld"},
    "uitgever": {"sitemap-woo.xml"},
    "woo": {"sitemap-woo.xml"},
    "archief": {"2024-Q2/mdto.xml", "2024-Q2/index.mdto.xml"},
}
ALL = set().union(*LEFT_OUT.values())


@pytest.mark.parametrize("key", sorted(LEFT_OUT))
def test_what_needs_something_unknown_is_left_out(key: str, tmp_path: Path) -> None:
    """And check says so: a remark, which stops no build."""
    text = "".join(f"{line}\n" for line in PUBLICATIE.splitlines() if f"  {key}:" not in line)
    site = published(tmp_path / "in", text)
    made = set(make(site, tmp_path / "uit"))
    assert ALL - made == LEFT_OUT[key]
    assert {"datapackage.json", "dataset.jsonld", "feed.xml"} <= made
    said = [p for p in found(site).problems if p.melding.startswith("Nog niet gemaakt: ")]
    assert said
    assert all(key in p.melding and p.ernst == "opmerking" for p in said)


def test_nothing_is_said_to_who_says_nothing_of_publishing(tmp_path: Path) -> None:
    """A programme without the key gets no remark; its site leaves out the same."""
    site = copy(KLEIN, tmp_path / "in")
    assert not [p for p in found(site).problems if p.melding.startswith("Nog niet gemaakt: ")]
    assert not ALL & set(make(site, tmp_path / "uit"))


def test_real_data_invents_nothing(real: Path) -> None:
    """No source tells an address, a theme or whom to ask: what needs these is not there."""
    assert not [name for name in ALL if (real / name).exists()]
    package = read(real / "datapackage.json")
    assert "homepage" not in package
    assert "contactPoint" not in read(real / "dataset.jsonld")


def test_concept_is_in_no_description(tmp_path: Path) -> None:
    """Not its page, not its data, not its documents."""
    site = published(tmp_path / "in")
    path = site / "data/edities/2024-Q2.yaml"
    put(path, path.read_text() + "status: concept\n")
    made = make(site, tmp_path / "uit")
    told = {p: c for p, c in made.items() if p.endswith((".xml", ".json", ".jsonld", ".ttl"))}
    assert "sitemap.xml" in told
    assert [p for p, content in told.items() if b"2024-Q2" in content or "2024-Q2" in p] == []


HOSTILE = """<b>&"'\\ ]]> x"""


def test_hostile_names_are_written_as_they_are(tmp_path: Path) -> None:
    """Every format escapes what it must; who reads it back gets the same words."""
    site = published(tmp_path / "in")
    path = site / "data/programma.yaml"
    name = f"naam: '{HOSTILE.replace(chr(39), chr(39) * 2)}'"
    put(path, path.read_text().replace("naam: Klein Werk", name, 1))
    out = tmp_path / "uit"
    make(site, out)
    whole = f"Monitor {HOSTILE}"
    assert read(out / "datapackage.json")["title"].endswith(HOSTILE)
    assert read(out / "dataset.jsonld")["name"].endswith(HOSTILE)
    assert whole in {str(o) for o in catalogue(out).objects(None, DCTERMS.title)}
    assert xml(out / "feed.xml").findtext(f"{ATOM}title") == whole
    record = xml(out / "2024-Q2/mdto.xml")[0]
    assert record.findtext(f"{MDTO}identificatie/{MDTO}identificatieBron") == whole
    assert xml(out / "sitemap-woo.xml") is not None
    page = (out / "2024-Q2/index.html").read_text(encoding="utf-8")
    assert 'content="Monitor &lt;b&gt;&amp;&#34;' in page
    assert "<b>&" not in page


def test_hidden_figures_change_no_description(folder: Path, input_: Path, tmp_path: Path) -> None:
    """Descriptions hold no figure: another one gives the same bytes, but for the checksums."""
    site = published(tmp_path / "in")
    path = site / "data/projecten/techniek/2024-Q2.yaml"
    text = path.read_text()
    dataset = found(input_).dataset
    assert dataset
    stand = dataset.standen["techniek"][Kwartaal.parse("2024-Q2")]
    figure = stand.cijfers["gestart"].waarde
    assert isinstance(figure, int)
    assert f"gestart: {figure}" in text
    pages = [p.relative_to(folder) for p in folder.rglob("*") if p.suffix in (".ttl", ".jsonld")]
    pages += [p.relative_to(folder) for p in folder.rglob("*.csv-metadata.json")]
    assert pages
    for page in pages:
        assert not re.search(rf"(?<![\w-]){figure}(?![\w-])", (folder / page).read_text())


def test_no_cache_is_needed(input_: Path, folder: Path, tmp_path: Path) -> None:
    """Without one the same is made."""
    made = make(input_, tmp_path / "uit", Cache.none())
    assert made["catalogus.ttl"] == (folder / "catalogus.ttl").read_bytes()
