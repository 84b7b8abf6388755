"""Elements as they are written down: a tag, attributes, and what is in it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element, indent, tostring

Inhoud = str | Iterable[Element | None] | None


def element(
    tag: str, inhoud: Inhoud = None, attributen: Mapping[str, str] = MappingProxyType({})
) -> Element:
    """An element with a text or with elements in it; a None among these is left out."""
    made = Element(tag, dict(attributen))
    if isinstance(inhoud, str):
        made.text = inhoud
    elif inhoud is not None:
        made.extend(child for child in inhoud if child is not None)
    return made


def geschreven(root: Element) -> bytes:
    """A whole file; texts are escaped here and nowhere else."""
    indent(root, space="")
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"
