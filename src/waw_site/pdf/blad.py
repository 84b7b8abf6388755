"""The page made fit for paper: its stylesheets, its links, its texts for who cannot see."""

from base64 import b64encode
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import tinycss2

from waw_site.catalogus import _, later
from waw_site.pdf.inkt import SVG, ink, on_paper
from waw_site.pdf.vel import Vel

_TITLE, _DESC = (SVG.replace("}svg", f"}}{tag}") for tag in ("title", "desc"))
_STAYS = ("#", "http:", "https:", "mailto:")  # links that lead somewhere from a pdf too
UITLEG = later(
    "Een getal tussen rechte haken is het nummer van een regel in {bestand}. "
    "Dat bestand zit als bijlage in deze pdf. Daar staat waar het cijfer vandaan komt."
)


def prepare(html: Any, vel: Vel, bijlage: str) -> None:
    """Change the tree of *html* in place, before WeasyPrint lays it out."""
    tree = html.etree_element
    rules = [rule for css in vel.stijl for rule in on_paper(css)]
    _head(tree, tinycss2.serialize(rules), vel)
    _links(tree)
    _pictures(tree, vel.beelden)
    _alternatives(tree)
    if bijlage:
        _explain(tree, bijlage)
    ink(html.wrapper_element, rules)


def _head(tree: Element, css: str, vel: Vel) -> None:
    """One stylesheet in the page instead of links to several; title and author."""
    head = _first(tree, "head")
    for link in head.findall("link"):
        head.remove(link)
    SubElement(head, "style").text = css
    SubElement(head, "meta", name="author", content=vel.auteur)
    title = _first(head, "title")
    title.text = f"{title.text}{vel.toevoeging}"


def _links(tree: Element) -> None:
    """Only links that lead somewhere from a file that was mailed: not those to other pages."""
    for link in tree.iter("a"):
        if not link.get("href", "").startswith(_STAYS):
            link.attrib.pop("href", None)


def _pictures(tree: Element, beelden: Mapping[str, bytes]) -> None:
    """The pictures come along in the page itself: nothing is fetched."""
    for img in tree.iter("img"):
        data = beelden[img.get("src", "").rpartition("/")[2]]
        img.set("src", f"data:;base64,{b64encode(data).decode()}")


def _alternatives(tree: Element) -> None:
    """An alternative text is the title and the description; WeasyPrint takes the title alone."""
    for svg in tree.iter(SVG):
        title, desc = svg.find(_TITLE), svg.find(_DESC)
        if svg.get("aria-hidden") == "true" or title is None:
            for child in (title, desc):
                if child is not None:
                    svg.remove(child)
        elif desc is not None:
            title.text = f"{title.text}. {desc.text}"


def _explain(tree: Element, bijlage: str) -> None:
    main = next(tree.iter("main"))
    SubElement(main, "p", {"class": "waw-klein"}).text = _(UITLEG).format(bestand=bijlage)


def _first(tree: Element, tag: str) -> Element:
    found = tree.find(tag)
    if found is None:
        raise ValueError(f"the page has no <{tag}>")
    return found
