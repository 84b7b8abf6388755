"""
Sites that went wrong at random: mutations of good files, and files from scratch.

`make fuzz` runs ten thousand; test_fuzz.py a few hundred, always the same.
"""

import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from hostile import PAYLOADS
from on_disk import KLEIN, REAL

FRAGMENTS = (
    *PAYLOADS.values(),
    *"{ } [ ] , : - ? & * ! | > ' \" % @ ` # ~ < = \\ {{ }} {% %}".split(),
    *"&a *a !!str --- ... null ja".split(),
    *"2024-Q2 2199-Q4 1900-Q1 n.v.t. 0 -1 999999999 1.000 50% zorg.gestart gestart.doel".split(),
    "{{ zorg.gestart }}",
    "{{ ruim 220 = zorg.gestart }}",
    "{{ 5 van de 12 = zorg.gestart van gestart in 2024-Q2 }}",
    "{{ een half jaar = tijd.over }}",
    "[x](javascript:x)",
    "[x](https://x.example)",
    "![x][y]",
    "[y]: data:x",
    "<a@b.example>",
    "> > > ",
    "\n\n---\n\n",
    "\n",
    "\t",
    "  ",
    "\r\n",
    "\0",
    "\u202e",
    "\u00a0",
    "\ud7ff",
    "\ue0000123456789abcdef\ue001",
    "&#xE000;",
    "z\u043erg",
    "\u0662",
    "9" * 5000,
    "a" * 5000,
    "[" * 50,
    "*_" * 50,
)
TRUE = (  # of the small site, and some of them of the real one
    "gestart",
    "bemiddeld.doel",
    "gestart.status",
    "tijd.over",
    "zorg.gestart in 2024-Q2",
    "ruim 220 = zorg.gestart in 2024-Q2",
    "bijna 240 = zorg.gestart in 2024-Q2",
    "meer dan 100 = bemiddeld in 2024-Q2",
    "niet op koers = gestart.status in 2024-Q2",
    "begroting.2024.totaal",
)
FILES = {
    site: sorted(
        path.relative_to(site).as_posix()
        for folder in ("data", "content")
        for path in (site / folder).rglob("*")
        if path.suffix in (".yaml", ".md", ".css")
    )
    for site in (KLEIN, REAL)
}
_PARTS = re.compile(r"\n *- |\n *|: |, |[{}\[\]]|\{\{|\}\}|\b")  # where a file has joints

Lines = list[str]


def _delete(parts: Lines, at: int, to: int, _: str) -> Lines:
    return parts[: min(at, to)] + parts[max(at, to) :]


def _double(parts: Lines, at: int, to: int, _: str) -> Lines:
    low, high = sorted((at, to))
    return parts[:high] + parts[low:high] + parts[high:]


def _swap(parts: Lines, at: int, to: int, _: str) -> Lines:
    made = list(parts)
    if made:
        made[at % len(made)], made[to % len(made)] = made[to % len(made)], made[at % len(made)]
    return made


def _insert(parts: Lines, at: int, _: int, fragment: str) -> Lines:
    return [*parts[:at], fragment, *parts[at:]]


def _replace(parts: Lines, at: int, _: int, fragment: str) -> Lines:
    return [*parts[:at], fragment, *parts[at + 1 :]]


MUTATIONS: tuple[Callable[[Lines, int, int, str], Lines], ...] = (
    _delete,
    _double,
    _swap,
    _insert,
    _replace,
)


@st.composite
def mutated(draw: st.DrawFn, site: Path) -> tuple[str, bytes]:
    """A file of *site* in which up to four things went wrong, by line or by joint."""
    path = draw(st.sampled_from(FILES[site]))
    text = (site / path).read_bytes().decode()
    for _ in range(draw(st.integers(1, 4))):
        by_line = draw(st.booleans())
        cuts = [
            0,
            *(m.end() for m in (re.finditer("\n", text) if by_line else _PARTS.finditer(text))),
        ]
        parts = [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
        at, span = draw(st.integers(0, len(parts))), draw(st.integers(-6, 6))
        fragment = draw(st.sampled_from(FRAGMENTS) | st.text(max_size=8))
        mutation = draw(st.sampled_from(MUTATIONS))
        text = "".join(mutation(parts, at, max(0, at + span), fragment))
    return path, text.encode("utf-8", "surrogatepass")


@st.composite
def scratched(draw: st.DrawFn, site: Path) -> tuple[str, bytes]:
    """A file of *site* that was written anew, of fragments or of any bytes."""
    suffix = draw(st.sampled_from([".yaml", ".md"]))
    path = draw(st.sampled_from([path for path in FILES[site] if path.endswith(suffix)]))
    if draw(st.integers(0, 4)) == 0:
        return path, draw(st.binary(max_size=300))
    pieces = draw(
        st.lists(
            st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=draw(st.integers(1, 25))
        )
    )
    text = draw(st.sampled_from(["", " ", "\n", ": "])).join(pieces)
    return path, text.encode("utf-8", "surrogatepass")


@st.composite
def expressions(draw: st.DrawFn, site: Path) -> tuple[str, bytes]:
    """A text of *site* with an expression that is nearly one, or was never one."""
    texts = [path for path in FILES[site] if path.endswith(".md") and "verhalen" not in path]
    path = draw(st.sampled_from(texts))
    words = st.sampled_from(
        "gestart bemiddeld zorg.gestart zorg zorgstart.afgerond tijd.over gestart.doel .status "
        "gestart.status gestart.groei van en tot in = , . ruim bijna meer dan niet op koers 220 "
        "5 half anderhalf jaar € % 1.200 2024-Q2 2023-Q4 2199-Q4 begroting.2024.totaal ( ) | ~ "
        "__class__ -- \u0662 z\u043erg #".split()
    )
    inside = draw(st.lists(words | st.text(max_size=3), max_size=9))
    made = draw(st.sampled_from([" ", ".", ""])).join(inside)
    if draw(st.booleans()):
        made = draw(st.sampled_from(TRUE))
    around = draw(st.sampled_from(["{} x", "Er zijn {}.", "{}{}", "[x]({})", "`{}`", "- {}\n- {}"]))
    return path, around.replace("{}", f"{{{{ {made} }}}}").encode("utf-8", "surrogatepass")


def anything(site: Path) -> st.SearchStrategy[tuple[str, bytes]]:
    """What can have happened to one file of *site*."""
    return mutated(site) | mutated(site) | scratched(site) | expressions(site)
