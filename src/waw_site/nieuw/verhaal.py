"""A story that stands nowhere yet: nobody agreed to anything."""

from collections.abc import Iterator

from waw_site import dataset as ds
from waw_site.catalogus import _
from waw_site.nieuw.begin import Begin
from waw_site.scalar import scalar
from waw_site.text import vul_aan


def begin(slug: str, *, project: str, jaar: int, document: str) -> Begin:
    """The record and the text of a story of a participant of *project*, told in *jaar*."""
    lines = _verhaal(project, jaar, document)
    return Begin({ds.verhaal_path(slug): "".join(f"{line}\n" for line in lines).encode()})


def _verhaal(project: str, jaar: int, document: str) -> Iterator[str]:
    yield "---"
    titel = vul_aan(_("de titel"))
    yield f"titel: {scalar(titel)}"
    yield "# naam: alleen als de deelnemer met naam genoemd wil worden"
    yield f"project: {project}"
    yield f"jaar: {jaar}"
    yield "# edities: [waar het verhaal in staat]"
    yield "# Zolang web en pdf nee zijn, staat dit verhaal nergens."
    yield "# Vul in waar de deelnemer ja op zei, en wanneer."
    yield "toestemming:"
    yield "  grondslag: toestemming"
    yield "  # datum: de dag waarop de toestemming is gegeven"
    for what in ("naam", "foto", "gezondheid", "web", "pdf"):
        yield f"  {what}: nee"
    yield f"bron: {{document: {document}}}  # waar het verhaal uit komt: klopt dat?"
    yield "---"
    yield ""
    yield vul_aan(_("het verhaal."))
