"""
Markdown → HTML: headings fitted in under those of the page, raw HTML shown as text.

Whatever Markdown makes of a text, nh3 lets through only what a text may become.
"""

from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from waw_site.text import SCHEMES

TAGS = frozenset("p a span strong em code pre ul ol li blockquote hr br h1 h2 h3 h4 h5 h6".split())
_GATE = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"a": {"href", "title"}, "ol": {"start"}},
    url_schemes={scheme.partition(":")[0] for scheme in SCHEMES},
    url_relative="deny",
    link_rel=None,
)


class _Levels(Treeprocessor):
    """Move `##` to the level that the page has room for."""

    def __init__(self, md: Markdown, level: int) -> None:
        super().__init__(md)
        self.level = level

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                written = max(int(element.tag[1]), 2)
                element.tag = f"h{min(written - 2 + self.level, 6)}"


class _Links(Treeprocessor):
    """
    Leave of a link that does not lead to a web or mail address only its text.

    Markdown itself writes `<name@example.org>` as character codes.
    """

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            if not element.get("href", "").startswith((*SCHEMES, AMP_SUBSTITUTE)):
                element.tag = "span"
                element.attrib.clear()


class _Plain(Extension):
    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Markdown's
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("image_link")
        md.inlinePatterns.deregister("image_reference")
        md.treeprocessors.register(_Levels(md, self.level), "levels", 5)
        md.treeprocessors.register(_Links(md), "links", 4)


def html(markdown: str, level: int) -> str:
    """The HTML of a text whose `##` headings become `<h{level}>`."""
    md = Markdown(extensions=[_Plain(level), "sane_lists"], output_format="html")
    return _GATE.clean(md.convert(markdown))
