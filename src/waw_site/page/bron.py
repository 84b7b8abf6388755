"""What a position or a chart rests on: its documents, and what an editor explained."""

from waw_site import notation
from waw_site.catalogus import _
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Document, Stand


def sources(dataset: Dataset, stand: Stand | None) -> tuple[str, ...]:
    """Every document that the figures of *stand* come from, each once."""
    if stand is None:
        return ()
    found = [stand.bron, *(c.bron for c in stand.cijfers.values() if c.bron)]
    return tuple(dict.fromkeys(dataset.bron(bron) for bron in found))


def explanations(stand: Stand | None) -> tuple[str, ...]:
    """What is explained of the position and of each of its figures."""
    if stand is None:
        return ()
    found = [stand.toelichting, *(c.toelichting for c in stand.cijfers.values())]
    return tuple(text for text in found if text)


def described(document: Document) -> str:
    """Who published a document and when, as far as that is known."""
    when = notation.datum(document.datum) if document.datum else _("zonder datum")
    return f"{document.uitgever}, {when}" if document.uitgever else when


def van_grafiek(dataset: Dataset, kwartaal: Kwartaal | None) -> str:
    """Where a chart comes from that is seen outside its page, in lines."""
    programma = dataset.programma
    who = _("Bron: Monitor {programma}, {regio}").format(
        programma=programma.naam, regio=programma.regio
    )
    at = kwartaal or max(dataset.edities, default=None)
    if at is None:
        return who
    editie = dataset.edities[at]
    said = _("Concept van editie {titel}, stand {peil}") if editie.concept else ""
    said = said or _("Editie {titel}, stand {peil}")
    when = said.format(titel=editie.titel, peil=notation.tot_en_met(at))
    lines = [who, when]
    if editie.verschenen:
        day = notation.datum(editie.verschenen)
        lines.append(_("Verschenen: {datum}").format(datum=day))
    return "\n".join(lines)
