"""A project that is still being developed, with what it could say as comments."""

from collections.abc import Iterator, Mapping

from waw_site import dataset as ds
from waw_site.catalogus import _
from waw_site.dataset import Dataset
from waw_site.nieuw.begin import Begin
from waw_site.scalar import scalar
from waw_site.text import vul_aan


def begin(dataset: Dataset, slug: str, *, naam: str, document: str) -> Begin:
    """The identity of a project that *document* names."""
    lines = _project(dataset, naam, document)
    return Begin({ds.project_path(slug): "".join(f"{line}\n" for line in lines).encode()})


def _project(dataset: Dataset, naam: str, document: str) -> Iterator[str]:
    programma = dataset.programma
    yield f"naam: {scalar(naam)}"
    yield from _choice("sector", programma.sectoren)
    yield from _choice("soort", programma.soorten)
    yield from _choice("doelgroepen", programma.doelgroepen)
    yield "# partners: [met wie het wordt gedaan]"
    yield "# indicatoren: laat dit weg als het project meldt wat voor het hele programma telt"
    yield "status:"
    yield "  - {fase: in ontwikkeling}"
    yield f"  # Begint het? Zet er dan bij: - {{fase: nieuw, vanaf: {programma.ritme.voorbeeld}}}"
    said = vul_aan(_("wat een lezer moet weten, of haal deze regel weg."))
    yield f"toelichting: {scalar(said)}"
    yield f"bron: {{document: {document}}}  # het document dat dit project noemt: klopt dat?"


def _choice(key: str, words: Mapping[str, str]) -> Iterator[str]:
    if words:
        yield f"# {key}: kies uit {', '.join(words)}"
