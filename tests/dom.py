"""A page as a tree, small enough to ask it questions."""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "hr", "input", "wbr", "path", "circle", "rect", "line"}


class Node:
    """An element: its tag, its attributes, and what is in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def find(self, tag: str, class_: str = "") -> list["Node"]:
        return [n for n in self.walk() if n.tag == tag and (not class_ or class_ in n.classes)]

    def here(self, tag: str, class_: str = "") -> list["Node"]:
        """The children of this kind, not what lies deeper."""
        nodes = (n for n in self.children if isinstance(n, Node))
        return [n for n in nodes if n.tag == tag and (not class_ or class_ in n.classes)]

    def text(self, without: frozenset[str] = frozenset()) -> str:
        """The text, without that of elements of these tags or classes."""
        if self.tag in without or without.intersection(self.classes):
            return " "
        parts = (c if isinstance(c, str) else c.text(without) for c in self.children)
        text = "".join(parts)
        return f" {text} " if self.tag in ("td", "th", "li", "dt", "dd", "p") else text


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {k: v or "" for k, v in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Node(tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def dom(html: str) -> Node:
    """The tree of a page."""
    builder = _Builder()
    builder.feed(html)
    return builder.root
