"""
The colours of charts on paper: what the stylesheets say, written into the marks of each svg.

WeasyPrint gives an svg nothing of the page around it: no rules, no custom properties, no colour to
inherit. So it is worked out here, with the same libraries, and becomes presentation attributes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2

SVG = "{http://www.w3.org/2000/svg}svg"
_INHERITED = frozenset(
    "color fill fill-opacity font-family font-size font-style font-weight stroke stroke-dasharray "
    "stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor visibility".split()
)
_KNOWN = _INHERITED | {"display", "opacity", "paint-order"}
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_CLAMP = re.compile(r"clamp\(\s*([^,()]+|var\([^()]*\))\s*,(?:[^()]|\([^()]*\))*\)")
_REM = re.compile(r"([\d.]+)rem\b")
_DEEP = 20  # custom properties that name each other; deeper is a circle

Style = dict[str, str]


def on_paper(css: str) -> list[Any]:
    """
    The rules of *css* that hold on paper, in order.

    A query holds when one of its alternatives is plainly `print` or `all`; what asks for a width
    or a colour scheme is about screens. Of a `clamp()` the smallest remains: WeasyPrint 70 refuses
    every sum in a font size.
    """
    css = _CLAMP.sub(r"\1", css)
    return list(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(rules: Sequence[Any]) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media":
            queries = tinycss2.serialize(rule.prelude).lower().split(",")
            if {"print", "all"} & {query.strip() for query in queries}:
                yield from _rules(tinycss2.parse_rule_list(rule.content, True, True))
        else:
            yield rule


def ink(html: cssselect2.ElementWrapper, rules: Sequence[Any]) -> None:
    """Write into every svg of *html* what *rules* say of its marks."""
    tree = html.etree_element
    parents = {child: parent for parent in tree.iter() for child in parent}
    wanted: set[Element] = set()
    for svg in tree.iter(SVG):
        element: Element | None = svg
        while element is not None and element not in wanted:
            wanted.add(element)
            element = parents.get(element)
    _walk(html, _matcher(rules), wanted, {})


def _matcher(rules: Sequence[Any]) -> cssselect2.Matcher:
    """The declarations that can matter to an svg, by selector."""
    matcher = cssselect2.Matcher()
    for rule in rules:
        style = _declarations(rule.content) if rule.type == "qualified-rule" else {}
        if not style:
            continue
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            continue  # WeasyPrint does not know it either
        for selector in selectors:
            if selector.pseudo_element is None:
                matcher.add_selector(selector, style)
    return matcher


def _declarations(content: Any) -> Style:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return {
        d.name: tinycss2.serialize(d.value).strip()
        for d in found
        if d.type == "declaration" and (d.name.startswith("--") or d.name in _KNOWN)
    }


def _walk(
    wrapper: cssselect2.ElementWrapper,
    matcher: cssselect2.Matcher,
    wanted: set[Element],
    above: Style,
    *,
    inside: bool = False,
) -> None:
    """Go down to the svgs and through them; *above* is what an element inherits."""
    element = wrapper.etree_element
    said: Style = {}
    for *_, style in matcher.match(wrapper):
        said |= style
    custom = {k: v for k, v in (above | said).items() if k.startswith("--")}
    own = {k: _resolved(v, custom) for k, v in said.items() if not k.startswith("--")}
    passed = above | custom | {k: v for k, v in own.items() if v and k in _INHERITED}
    if inside:
        _write(element, own)
    elif element.tag == SVG:
        _write(element, {k: v for k, v in passed.items() if k not in custom})
    inside = inside or element.tag == SVG
    for child in wrapper.iter_children():
        if inside or child.etree_element in wanted:
            _walk(child, matcher, wanted, passed, inside=inside)


def _resolved(value: str, custom: Mapping[str, str]) -> str:
    """*value* without custom properties; empty where one is not known."""
    for _ in range(_DEEP):
        found = _VAR.search(value)
        if found is None:
            break
        known = custom.get(found[1], found[2])
        if known is None:
            return ""
        value = value[: found.start()] + known + value[found.end() :]
    value = _REM.sub(lambda rem: f"{float(rem[1]) * 16:g}px", value)
    return "currentColor" if value.lower() == "currentcolor" else value


def _write(element: Element, style: Style) -> None:
    """As attributes; a halo behind letters is left out, since it would be drawn before them."""
    if style.pop("paint-order", element.get("paint-order", "")).startswith("stroke"):
        style["stroke"] = "none"
    for name, value in style.items():
        if value:
            element.set(name, value)
