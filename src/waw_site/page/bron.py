"""What a position rests on: its documents, and what an editor explained."""

from waw_site import notation
from waw_site.catalogus import _
from waw_site.dataset import Dataset
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
