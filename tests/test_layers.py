"""The shape of the house: imports run downward only."""

import ast
from pathlib import Path

import pytest

from on_disk import REAL

SOURCE = REAL / "src" / "waw_site"

LAYERS = """
cli
commands
commands.build commands.check commands.export commands.formulier commands.importeer commands.init
commands.new
commands.pdf commands.schemas commands.seal commands.verify
commands.serve
preview.server
preview
commands.shared
options
report
nieuw
nieuw.brief nieuw.editie nieuw.project nieuw.stukken nieuw.verhaal
nieuw.stand nieuw.tekst
nieuw.begin nieuw.yaml
te_doen
add
werkboek
werkboek.neerzetten werkboek.rijen werkboek.schrijven werkboek.toepassen werkboek.verslag
werkboek.lijsten werkboek.redactie werkboek.uitleg werkboek.vergelijken
werkboek.duiden werkboek.opmaak
werkboek.cellen werkboek.koppen werkboek.verstuurd
werkboek.blad
werkboek.komma werkboek.lezen
werkboek.tabel werkboek.vorm
werkboek.keuze werkboek.opgave
formulier
veld
schemas
soorten uitleg woorden
aanzet papier waarmerk
site
rendering
audit
audit.los audit.melding
audit.eisen
audit.gegevens audit.oplosser audit.structuur
audit.pagina
taal
alinea
drawing
cijferlijst
render
write
pdf
pdf.blad pdf.tags
pdf.inkt
pdf.vel
invoer
vindplaats
omschrijving.schrijf
omschrijving.dcat omschrijving.mdto omschrijving.schemaorg omschrijving.sitemap
omschrijving.datapackage omschrijving.xml
omschrijving
page
page.editie page.feed
page.uitgegeven
page.archief page.begrippen page.bescherming page.gegevens page.gemeente page.gewijzigd
page.project page.stukken
page.verdeling page.vergeleken
page.kop page.links page.zoeken
page.kaart
page.deel
page.page
page.verloop
page.grafiek page.turf
page.bron page.errata page.verhaal page.zinnen
prose
stijl
chart
chart.deel chart.plaat
chart.raster chart.svg
chart.helling chart.lat chart.looptijd chart.staven chart.tijdlijn chart.turf
chart.style
chart.letters
chart.spec
breuk
verschil
zegel
namen
binding
afkortingen
check
check.paden
check.counts check.figures check.names check.publicatie check.structure
check.stukken check.texts check.verdelingen check.verhalen
bewering
tegenspraken
bescherming
onderdruk
solver
gegevens
gegevens.uitgave
gegevens.tabel gegevens.werkmap
gegevens.tekst
gegevens.bestanden gegevens.kolommen gegevens.rijen
cijferboek
uitgesplitst
wijzigingen vergelijking
cellen
aggregate
optelling
begroting gelezen
cijfers
koers
load
teksten
validate
scalar
tree
syntax
proza
audit.kennis
beschrijvingen
dataset
cel
expressie
toestemming
text
read
beeld
places
zin
belofte
kenmerk
notation
waarde
woordkeus
model
model.brief model.editie model.terugblik model.voorstel model.zegel
model.afkorting model.begroting model.stuk model.tegenspraak model.verhaal
model.programma
model.project
model.cijfer model.publicatie model.redactie
model.walk model.woord
model.types
model.vorm
getallen
engels nederlands
spraak
kwartaal
problem
catalogus
cache
progress
manifest
folders
git
"""

DEPTH = {
    name: depth for depth, line in enumerate(LAYERS.strip().splitlines()) for name in line.split()
}


def modules() -> dict[str, Path]:
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if name:
            found[name] = path
    return found


def imports(path: Path) -> set[str]:
    """The modules of ours that *path* imports, wherever it does so."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {n for n in inside if n.removeprefix("waw_site.") in DEPTH} or {node.module}
    return {name.removeprefix("waw_site.") for name in names if name.startswith("waw_site.")}


def test_every_module_has_its_place() -> None:
    """A new module is given a layer; a layer without a module is taken out."""
    assert set(modules()) == set(DEPTH)


@pytest.mark.parametrize("name", sorted(modules()))
def test_imports_run_downward(name: str) -> None:
    """A module knows only what stands below it."""
    up = {other for other in imports(modules()[name]) if DEPTH[other] <= DEPTH[name]}
    assert up == set()


def test_what_is_heavy_is_imported_late() -> None:
    """Nothing that a build without changes passes through imports more than the bare minimum."""
    allowed = {"os", "stat", "sys", "zlib", "collections.abc", "waw_site"}
    for name in ("cli", "manifest", "folders"):
        tree = ast.parse(modules()[name].read_text())
        top = {
            alias.name if isinstance(node, ast.Import) else node.module
            for node in tree.body
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        assert top <= allowed
