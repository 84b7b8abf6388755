"""A published page → the figures that it states, as its page of origins lists them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from waw_site.catalogus import _, later
from waw_site.problem import Place

AFGESCHERMD = "x"
_VOID = {"meta", "link", "br", "img", "hr", "input", "wbr", "path", "circle", "rect", "line"}
_LIST = re.compile(rb'<ol class="waw-herkomst">.*?</ol>', re.DOTALL)
_PLACE = re.compile(r"(.+):(\d+)")
_TAG = re.compile(r"<[^>]*>")

# What herkomst.html says, and how waarde.py says that a figure was made.
_MADE = later("Zo gemaakt: %(regel)s.")
_LACKS = later("Ontbreekt, want niet gemeld: %(wie)s.")
_INSIDE = later('Hierin zit %(naam)s: <span class="waw-herkomst__getal">%(getal)s</span>.')
_WHEN = later("%(naam)s, stand %(tot_en_met)s")
_RULES = (
    later("opgeteld"),
    later("afgetrokken"),
    later("geteld"),
    later("gedeeld, naar beneden afgerond"),
)


@dataclass(frozen=True, slots=True)
class Gezegd:
    """One figure where a page states it: its name, and what a reader sees of it."""

    naam: str
    tekst: str

    @property
    def verborgen(self) -> bool:
        """Whether a reader sees that there is a figure, and not which."""
        return self.tekst == AFGESCHERMD


@dataclass(frozen=True, slots=True)
class Rij:
    """
    One figure with all that its row says: other words for it, and how it was made.

    `pagina` is the address of the row, `plaats` the line of the input that it stands on. `termen`
    hold a sign each; `meegeteld` are figures that are in this one.
    """

    cijfer: Gezegd
    pagina: str
    vormen: tuple[str, ...] = ()
    plaats: Place | None = None
    regel: str = ""
    termen: tuple[tuple[str, Gezegd], ...] = ()
    ontbreekt: bool = False
    meegeteld: tuple[Gezegd, ...] = ()


class Knoop:
    """An element: its tag, its attributes, and what is in it."""

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Knoop | str] = []

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return self.attributes.get("class", "").split()

    @property
    def nodes(self) -> "list[Knoop]":
        """The elements right within it."""
        return [child for child in self.children if isinstance(child, Knoop)]

    def walk(self) -> "Iterator[Knoop]":
        """It and every element within."""
        yield self
        for child in self.nodes:
            yield from child.walk()

    def first(self, tag: str, class_: str = "") -> "Knoop | None":
        """The first element right within it of this kind."""
        kinds = (n for n in self.nodes if n.tag == tag and (not class_ or class_ in n.classes))
        return next(kinds, None)

    def text(self) -> str:
        """What is seen of it: not what is only read out."""
        if "waw-voorlezen" in self.classes:
            return ""
        parts = (c if isinstance(c, str) else c.text() for c in self.children)
        return " ".join("".join(parts).split())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Knoop("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Knoop(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Knoop(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def boom(html: bytes) -> Knoop:
    """The tree of a page."""
    builder = _Builder()
    builder.feed(html.decode())
    return builder.root


def rijen(path: str, html: bytes) -> Iterator[Rij]:
    """Every figure of the page of origins at *path*, terms that were made of others included."""
    found = _LIST.search(html)
    top = boom(found[0]).first("ol") if found else None
    if top is None:
        return
    items = {item.attributes.get("id", ""): item for item in top.nodes}
    for item in top.nodes:
        yield from _Lezing(f"{path}#{item.attributes.get('id', '')}", items).rij(item)


@dataclass(frozen=True, slots=True)
class _Lezing:
    """The reading of one row, which may lead to other rows of the same page."""

    pagina: str
    items: Mapping[str, Knoop]

    def rij(self, item: Knoop) -> Iterator[Rij]:
        """The figure of *item*, a row or a term, and those terms that have terms themselves."""
        terms = self.terms(item)
        lines = [node.text() for node in item.nodes if node.tag == "p"]
        made, lacks, inside = _before(_MADE), _before(_LACKS), _before(_INSIDE)
        rule = next((t for t in lines if t.startswith(made)), "")
        said = rule.removeprefix(made).removesuffix(".")
        included = [n for n in item.nodes if n.tag == "p" and n.text().startswith(inside)]
        yield Rij(
            cijfer=Gezegd(self.naam(item), _value(item)),
            pagina=self.pagina,
            vormen=tuple(
                q.text() for n in item.nodes if n.tag == "p" for q in n.walk() if q.tag == "q"
            ),
            plaats=_place(item),
            regel=next((known for known in _RULES if _(known) == said), said),
            termen=tuple((sign, self.gezegd(term)) for sign, term in terms),
            ontbreekt=any(t.startswith(lacks) for t in lines),
            meegeteld=tuple(self.gezegd(node) for node in included),
        )
        for _sign_of, term in terms:
            if any(node.tag == "ul" for node in term.nodes):
                yield from self.rij(term)

    def terms(self, item: Knoop) -> list[tuple[str, Knoop]]:
        """The terms of a row, each with its sign; the first of a sum has none."""
        listed = item.first("ul")
        return [] if listed is None else [(_sign(term), term) for term in listed.nodes]

    def gezegd(self, item: Knoop) -> Gezegd:
        """A figure as another row states it."""
        return Gezegd(self.naam(item), _value(item))

    def naam(self, item: Knoop) -> str:
        """What a figure is called; one without a name is known by what it is and is made of."""
        if name := item.attributes.get("data-cijfer"):
            return name
        link = item.first("a", "waw-herkomst__rij")
        if link and (row := self.items.get(link.attributes["href"].lstrip("#"))) not in (
            None,
            item,
        ):
            return self.naam(row)
        title = item.first("h2") or item.first("span", "waw-herkomst__naam")
        number = title.first("span", "waw-herkomst__nummer") if title else None
        words = title.text() if title else ""
        words = words.removeprefix(number.text()).strip() if number else _without_date(words)
        made = [f"{sign}{self.naam(term)}" for sign, term in self.terms(item)]
        at = _place(item)
        return f"{words.lower()} ({' '.join(made) or at or self.pagina})"


def _value(item: Knoop) -> str:
    number = item.first("span", "waw-herkomst__getal")
    if number is None:
        number = next(
            (n for p in item.nodes if p.tag == "p" for n in p.walk() if n.tag == "strong"), None
        )
    text = number.text() if number else ""
    return AFGESCHERMD if text == _("afgeschermd") else text


def _before(words: str) -> str:
    """What a sentence of the catalogue says before its first part."""
    return _TAG.sub("", _(words)).partition("%(")[0]


def _without_date(words: str) -> str:
    """The name of a figure, without when it was counted."""
    return words.partition(_(_WHEN).partition("%(naam)s")[2].partition("%(")[0])[0]


def _sign(term: Knoop) -> str:
    return "".join(c for c in term.children if isinstance(c, str)).strip()[:1]


def _place(item: Knoop) -> Place | None:
    """The line of the input: of a row in a paragraph, of a term in a span."""
    within = [n for n in item.nodes if n.tag == "p" or "waw-herkomst__plaats" in n.classes]
    codes = (code.text() for node in within for code in node.walk() if code.tag == "code")
    match = _PLACE.fullmatch(next(codes, ""))
    return Place(match[1], int(match[2])) if match else None
