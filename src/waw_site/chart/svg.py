"""A sheet → SVG elements: matplotlib's renderer, its output made fit for a page."""

import io
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from waw_site.chart.style import INKT, LETTER, Blad, Vorm, Woorden, grootte, inkt, rand, vulling

mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "waw", "path.simplify": False})

_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_FONT = FontProperties(family="sans-serif", size=LETTER)
_NS = "{http://www.w3.org/2000/svg}"
_STYLED = ("fill", "stroke", "stroke-width", "stroke-dasharray")


def svg(blad: Blad) -> str:
    """
    All marks of *blad* as SVG elements, without the `<svg>` around them.

    Nothing has an id, a style or a colour that a stylesheet cannot replace.
    """
    out = io.StringIO()
    drawn = RendererSVG(blad.breedte, blad.hoogte, out, image_dpi=72, metadata=_METADATA)
    down = Affine2D().scale(1, -1).translate(0, blad.hoogte)
    for n, teken in enumerate(blad.tekens):
        drawn.open_group("m", gid=f"m:{n}")
        if isinstance(teken, Woorden):
            _woorden(drawn, teken)
        else:
            _vorm(drawn, teken, down)
        drawn.close_group("m")
    drawn.finalize()
    root = ET.fromstring(out.getvalue())  # noqa: S314  matplotlib wrote it just now
    marks = [g for g in root.iter(f"{_NS}g") if g.get("id", "").startswith("m:")]
    return "".join(
        _element(element, teken)
        for group, teken in zip(marks, blad.tekens, strict=True)
        for element in group
    )


def _woorden(drawn: RendererSVG, woorden: Woorden) -> None:
    gc = drawn.new_gc()
    gc.set_foreground(inkt(woorden.klasse))
    drawn.draw_text(gc, woorden.x, woorden.y, woorden.tekst, _FONT, 0)


def _vorm(drawn: RendererSVG, vorm: Vorm, down: Affine2D) -> None:
    gc = drawn.new_gc()
    line, fill = rand(vorm.klasse), vulling(vorm.klasse)
    gc.set_linewidth(vorm.dik if line else 0)
    gc.set_foreground(line or INKT)
    gc.set_capstyle("butt")
    if vorm.streep:
        gc.set_dashes(0, vorm.streep)
    path = Path([(round(x, 2), round(y, 2)) for x, y in vorm.punten], vorm.codes)
    drawn.draw_path(gc, path, down, to_rgba(fill) if fill else None)


def _element(element: ET.Element, teken: Vorm | Woorden) -> str:
    """One element: our class, the geometry, and the style as presentation attributes."""
    tag = element.tag.removeprefix(_NS)
    styles = element.get("style", "").split(";")
    style = dict(part.strip().split(": ", 1) for part in styles if ": " in part)
    attributes = {"class": f"waw-{teken.klasse}"}
    if isinstance(teken, Woorden):
        attributes |= {"x": _short(teken.x), "y": _short(teken.y), "text-anchor": teken.anker}
        attributes |= {"fill": style["fill"], "font-size": str(grootte(teken.klasse))}
    else:
        attributes["d"] = " ".join(element.get("d", "").split())
        attributes |= {name: style[name] for name in _STYLED if name in style}
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return (
        f"<{tag}{written}>{escape(element.text)}</{tag}>" if element.text else f"<{tag}{written}/>"
    )


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
