"""The tags and the properties of a pdf, completed where WeasyPrint leaves PDF/UA-1 unmet."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_SCOPES = {"row": "/Row"}  # what heads a group of rows stands above them, as what heads a column


def finish(document: Any, pdf: pydyf.PDF, extra: int = 0) -> None:
    """
    Complete *pdf*, made of *document*; WeasyPrint calls this just before it writes.

    *extra* empty objects change the bytes of the streams that it adds itself, and nothing else.
    """
    _declare(pdf)
    _scopes(document)
    _describe_links(document)
    tree = _Tree(pdf)
    tree.links()
    tree.groups("/L", "/Div", "/NonStruct", "/Span", "/Sect")  # such as a div in a dl
    tree.groups("/Table", "/Table")  # of a table that is scrolled, or in a grid
    tree.figures()
    tree.empties()
    tree.artifacts()
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream):
            _end_clearly(stream)
    for _ in range(extra):
        pdf.add_object(pydyf.Dictionary())


def _declare(pdf: pydyf.PDF) -> None:
    """The properties say PDF/UA too, and are readable without unpacking, as PDF/A asks."""
    metadata = _object(pdf, pdf.catalog["Metadata"])
    metadata.compress = False
    before, end, after = b"\n".join(metadata.stream).rpartition(b"</rdf:RDF>")
    metadata.stream = [before + _UA + end + after]


def _scopes(document: Any) -> None:
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.element_tag == "th" and isinstance(getattr(box, "mark", None), dict):
                scope = box.element.get("scope", "")
                box.mark["A"]["Scope"] = _SCOPES.get(scope, "/Column")


def _describe_links(document: Any) -> None:
    """A link is described by its words, not by its address."""
    for page in document.pages:
        for *_, box in page.links:
            words = " ".join("".join(box.element.itertext()).split())
            if box.link_annotation and words:
                box.link_annotation["Contents"] = pydyf.String(words)


def _object(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


class _Tree:
    """The tags of a pdf."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._root = _object(pdf, pdf.catalog["StructTreeRoot"])

    def _all(self, tag: str = "") -> list[Any]:
        objects = (o for o in self._pdf.objects if isinstance(o, dict))
        elements = (o for o in objects if o.get("Type") == "/StructElem")
        return [element for element in elements if not tag or element["S"] == tag]

    def _kids(self, element: Any) -> Iterator[Any]:
        return (_object(self._pdf, kid) for kid in element["K"] if isinstance(kid, bytes))

    def links(self) -> None:
        """A link that leads nowhere is only text."""
        for element in self._all("/Link"):
            if not any(kid.get("Type") == "/OBJR" for kid in self._kids(element)):
                element["S"] = "/Span"

    def groups(self, tag: str, *between: str) -> None:
        """What *tag* holds, it holds at once: tags *between* give way."""
        for element in self._all(tag):
            members = sorted(self._members(element, between), key=self._is_no_caption)
            element["K"] = pydyf.Array(members)
            for member in self._kids(element):
                member["P"] = element.reference

    def _is_no_caption(self, reference: bytes) -> bool:
        """A key that puts a caption first and leaves the rest in order."""
        return bool(_object(self._pdf, reference)["S"] != "/Caption")

    def _members(self, element: Any, between: Sequence[str]) -> Iterator[bytes]:
        for kid in self._kids(element):
            if kid["S"] in between:
                yield from self._members(kid, between)
            else:
                yield kid.reference

    def figures(self) -> None:
        """A picture with a text gets its place in points from below; one without is decoration."""
        for element in self._all("/Figure"):
            if not element.get("Alt"):
                _object(self._pdf, element["P"])["K"].remove(element.reference)
                continue
            height = _object(self._pdf, element["Pg"])["MediaBox"][3]
            x1, y1, x2, y2 = (0.75 * side for side in element["A"]["BBox"])
            element["A"]["BBox"] = pydyf.Array((x1, height - y2, x2, height - y1))

    def empties(self) -> None:
        """What held decoration only is no member of a list."""
        for element in self._all("/LBody"):
            here = element
            while not here["K"]:
                parent = _object(self._pdf, here["P"])
                parent["K"].remove(here.reference)
                here = parent

    def artifacts(self) -> None:
        """What is not in the tree is no content: margins of a page, decoration."""
        known = {element.number for element in self._below(self._root)}
        for element in self._all():
            if element.number not in known:
                for mark in element["K"]:
                    if isinstance(mark, int):
                        self._make_artifact(_object(self._pdf, element["Pg"]), mark)
                element.clear()

    def _below(self, element: Any) -> Iterator[Any]:
        yield element
        for kid in self._kids(element):
            if kid.get("Type") == "/StructElem":
                yield from self._below(kid)

    def _make_artifact(self, page: Any, mark: int) -> None:
        numbers = _object(self._pdf, self._root["ParentTree"])["Nums"]
        numbers[2 * page["StructParents"] + 1][mark] = "null"
        parts = _object(self._pdf, page["Contents"]).stream
        for n, part in enumerate(parts):
            if isinstance(part, dict) and part.get("MCID") == mark:
                parts[n - 1 : n + 2] = ["/Artifact", b"BMC"]
                return


def _end_clearly(stream: pydyf.Stream) -> None:
    """A packed stream that ends in a carriage return seems one byte shorter than it is."""
    raw = b"\n".join(pydyf._to_bytes(item) for item in stream.stream)
    if stream.compress and zlib.adler32(raw) & 0xFF == ord("\r"):
        stream.stream = [zlib.compress(raw, 9).hex().encode(), b">"]
        stream.extra["Filter"] = pydyf.Array(["/ASCIIHexDecode", "/FlateDecode"])
        stream.compress = False
