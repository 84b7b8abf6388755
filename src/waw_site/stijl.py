"""The stylesheet: our tokens, a house style over them, the rules, and the margins of the print."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from waw_site import notation
from waw_site.catalogus import _, later
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Place, Problem, nearest
from waw_site.text import decode

TOKENS, RULES, ICOON = "tokens.css", "monitor.css", "icoon.svg"
LICHT, DONKER = "licht", "donker"

_LINE = re.compile(
    r"(?P<dark>@media screen and \(prefers-color-scheme: dark\)\s*\{)"
    r"|(?P<root>:root\s*\{)|(?P<end>\})"
    r"|(?P<name>--[\w-]+)\s*:\s*(?P<value>[^;{}]*);|(?P<other>[^\s{}][^;{}]*[;{}]?|\{)"
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VAR = re.compile(r"var\((--[\w-]+)\)")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_COLOUR = re.compile(rf"{_HEX.pattern}|{_VAR.pattern}")
# A plain value: words, numbers, colours and names of typefaces, and functions that only compute.
_STRING = re.compile(r"\"[^\"'<>\\\n]*\"|'[^\"'<>\\\n]*'")
_COMPUTES = re.compile(r"\b(?:var|calc|min|max|clamp)\([\w\s#%.,+*/-]*\)")
_WORDS = re.compile(r"[\w\s#%.,+*/-]*", re.ASCII)
_NESTED = 4  # functions within each other
_PAGES = (later("bladzijde {blad} van {bladen}"), later("{blad} van {bladen}"))
LANGST = 500  # characters of a value, also when every name in it is filled in

# Which colours stand on which, and the contrast that WCAG 2.2 asks: 4.5 for text (1.4.3), 3 for
# what a chart is made of and for the focus (1.4.11).
_BASIS = "--basis-color-"
_PAPER, _SUBTLE = f"{_BASIS}default-bg-document", f"{_BASIS}default-bg-subtle"
_HEATHER = f"{_BASIS}accent-2-bg-subtle"
_TEXT = tuple(
    f"{_BASIS}{name}"
    for name in (
        "default-color-document default-color-subtle accent-1-color-default "
        "accent-2-color-default action-1-color-default action-1-color-hover"
    ).split()
)
_MARKS = (
    *(f"--waw-grafiek-{name}-color" for name in "rang-0 rang-1 rang-2 eerst eerder rest".split()),
    *(f"{_BASIS}{name}-color-default" for name in ("positive", "warning", "negative")),
    f"{_BASIS}default-border-default",
    "--basis-focus-outline-color",
)
PAREN = (
    *((text, ground, 4.5) for text in _TEXT for ground in (_PAPER, _SUBTLE, _HEATHER)),
    *((mark, _PAPER, 3.0) for mark in _MARKS),
    ("--basis-focus-color", "--basis-focus-background-color", 4.5),
    ("--nl-skip-link-color", "--nl-skip-link-background-color", 4.5),
    ("--waw-grafiek-op-balk-color", "--waw-grafiek-rang-2-color", 4.5),
    (f"{_BASIS}default-color-document", "--waw-grafiek-leeg-color", 4.5),
    (f"{_BASIS}default-color-subtle", "--waw-grafiek-leeg-color", 4.5),
    ("--waw-grafiek-rang-2-color", "--waw-grafiek-leeg-color", 3.0),
)

# What the colours of charts are called here, for pictures that no stylesheet reaches.
_DRAWN = (
    f"{_BASIS}default-color-document",
    f"{_BASIS}default-color-subtle",
    f"{_BASIS}default-border-subtle",
    *(f"--waw-grafiek-{name}-color" for name in "rang-0 rang-1 rang-2 eerst".split()),
)

Kleuren = tuple[tuple[str, str], ...]  # colours of ours that are other in the house style


@dataclass(frozen=True, slots=True)
class Token:
    """One custom property as it is written: in which light it holds, and where it stands."""

    licht: str
    naam: str
    waarde: str
    place: Place


def tokens(path: str, css: str) -> tuple[list[Token], list[Problem]]:
    """Every custom property of a tokens file, and what in it is anything else."""
    plain = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)
    found: list[Token] = []
    problems: list[Problem] = []
    open_: list[str] = []
    for part in _LINE.finditer(plain):
        line = plain.count("\n", 0, part.start()) + 1
        place = Place(path, line, part.start() - plain.rfind("\n", 0, part.start()))
        if part["dark"] or part["root"]:
            open_.append("dark" if part["dark"] else "root")
        elif part["end"] and open_:
            open_.pop()
        elif part["name"] and "root" in open_ and _is_plain(part["value"]):
            light = DONKER if "dark" in open_ else LICHT
            found.append(Token(light, part["name"], " ".join(part["value"].split()), place))
        else:
            hint = "Hier horen alleen tokens, in :root { … }: --basis-…: waarde;"
            problems.append(Problem(place, "Dit hoort niet in een huisstijl.", hint))
    if open_:
        place = Place(path, plain.count("\n") + 1)
        problems.append(Problem(place, "Een { wordt niet gesloten.", "Zet er een } bij."))
    return found, problems


def _is_plain(value: str) -> bool:
    if len(value) > LANGST:
        return False
    value = _STRING.sub("x", value)
    for _deep in range(_NESTED):
        value = _COMPUTES.sub("x", value)
    return "/*" not in value and _WORDS.fullmatch(value) is not None


def kleuren(found: Iterable[Token], licht: str) -> dict[str, str]:
    """Every token as it is in that light, each `var()` in it replaced by what it stands for."""
    values: dict[str, str] = {}
    for token in found:
        if token.licht in (LICHT, licht):
            values[token.naam] = token.waarde
    return {name: _resolved(value, values) for name, value in values.items()}


def _resolved(value: str, values: Mapping[str, str]) -> str:
    for _deep in values:  # as deep as there are names, at most
        again = _VAR.sub(lambda found: values.get(found[1], found[0]), value)
        if again == value or len(value) > LANGST:
            break
        value = again
    return value


def huis(templates: Path, theirs: bytes) -> tuple[str, Kleuren]:
    """The letters of charts, and which of their colours are other than ours; by day."""
    ours, _wrong = tokens(TOKENS, (templates / TOKENS).read_text(encoding="utf-8"))
    mine = kleuren(ours, LICHT)
    dress = kleuren([*ours, *tokens("", decode("", theirs)[0] or "")[0]], LICHT)
    pairs = {(_long(mine[name]), _long(dress[name])) for name in _DRAWN}
    letters = dress["--basis-heading-font-family"].replace('"', "'")
    return letters, tuple(sorted((one, other) for one, other in pairs if one != other))


def _long(colour: str) -> str:
    """A colour of three digits in six."""
    return f"#{''.join(c * 2 for c in colour[1:])}" if len(colour) == 4 else colour


def contrast(een: str, ander: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it, from 1 to 21; each is `#rrggbb`."""
    low, high = sorted((_luminance(een), _luminance(ander)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    channels = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def huisstijl(path: str, data: bytes, ours: list[Token]) -> list[Problem]:
    """What is wrong with a house style over *ours*: its names, its values, and its contrasts."""
    text, problems = decode(path, data)
    if text is None:
        return list(problems)
    theirs, wrong = tokens(path, text)
    known = {token.naam for token in ours}
    problems = [*problems, *wrong]
    for token in theirs:
        if token.naam not in known:
            message = f"Het token “{token.naam}” bestaat niet."
            problems.append(Problem(token.place, message, nearest(token.naam, known)))
        elif "-color" in token.naam and not _COLOUR.fullmatch(token.waarde):
            message = f"“{token.waarde}” is geen kleur die na te rekenen is."
            problems.append(Problem(token.place, message, "Schrijf een kleur als #07505f."))
    if not problems:
        problems = list(_contrasts(path, ours, theirs))
    return problems


def _contrasts(path: str, ours: list[Token], theirs: list[Token]) -> Iterator[Problem]:
    """Each pair of colours that is hard to tell apart, at the token that was set last."""
    for light in (LICHT, DONKER):
        values = kleuren([*ours, *theirs], light)
        endless = [t for t in theirs if len(values[t.naam]) > LANGST]
        for token in endless:
            message = f"“{token.naam}” wordt eindeloos lang."
            yield Problem(token.place, message, "Noem minder andere tokens.")
        vague = [t for t in theirs if "-color" in t.naam and not _HEX.fullmatch(values[t.naam])]
        for token in vague:
            message = f"“{token.waarde}” leidt niet tot een kleur."
            yield Problem(token.place, message, "Schrijf een kleur als #07505f.")
        if endless or vague:
            return
        at = {token.naam: token.place for token in theirs if token.licht in (LICHT, light)}
        for one, ground, least in PAREN:
            ratio = contrast(values[one], values[ground])
            if ratio < least:
                said = f"{ratio:.1f}".replace(".", ",")
                asked = f"{least:g}".replace(".", ",")
                message = f"{one} is op {ground} slecht te zien: {said} op 1, en niet {asked}."
                hint = f"Dit gaat over de {light}e kleuren. Maak het verschil groter."
                yield Problem(at.get(one) or at.get(ground) or Place(path), message, hint)


def stylesheet(templates: Path, theirs: bytes, marges: Mapping[Kwartaal, str], naam: str) -> bytes:
    """
    The one stylesheet of the site.

    *theirs* are the tokens of a house style, empty for ours alone; they are written as they were
    understood, so that nothing else of that file comes along. *marges* are the titles of the
    editions, for the margin of the print; other pages have *naam* there.
    """
    dress = "\n".join(map(_written, tokens("", decode("", theirs)[0] or "")[0])).encode()
    rules = spoken((templates / RULES).read_text(encoding="utf-8")).encode()
    parts = [(templates / TOKENS).read_bytes(), dress, rules]
    pages = [_margin("", _("Monitor {naam}").format(naam=naam))]
    for kwartaal, titel in marges.items():
        name = paginanaam(kwartaal)
        said = _("Monitor {naam}, {kwartaal}")
        text = said.format(naam=titel, kwartaal=notation.kwartaal(kwartaal))
        pages.append(f"{_margin(name, text)}\n@media print {{ .{name} {{ page: {name}; }} }}")
    return b"\n".join(part for part in (*parts, "\n".join(pages).encode() + b"\n") if part)


def spoken(css: str) -> str:
    """*css*, with what it says itself in the language of the programme."""
    for words in _PAGES:
        css = css.replace(_content(words), _content(_(words)))
    return css


def _content(words: str) -> str:
    """*words*, with counters of pages in them, as a value of `content`."""
    counted = words.format(blad='" counter(page) "', bladen='" counter(pages) "')
    return f'"{counted}"'.removeprefix('"" ').removesuffix(' ""')


def icoon(templates: Path, theirs: bytes) -> bytes:
    """The icon of the site, in the colours of the house style; *theirs* as for the stylesheet."""
    found = tokens("", (templates / TOKENS).read_text(encoding="utf-8"))[0]
    found += tokens("", decode("", theirs)[0] or "")[0]
    drawn = (templates / ICOON).read_text(encoding="utf-8")
    return _resolved(drawn, kleuren(found, LICHT)).encode()


def _written(token: Token) -> str:
    rule = f":root {{ {token.naam}: {token.waarde}; }}"
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {rule} }}"
    return dark if token.licht == DONKER else rule


def paginanaam(kwartaal: Kwartaal) -> str:
    """What the printed pages of an edition are called."""
    return f"waw-{kwartaal}".lower()


def _margin(name: str, text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'@page {name} {{ @bottom-left {{ content: "{quoted}"; }} }}'
