"""The sheet that charts are drawn on: matplotlib's SVG renderer, its output made fit for a page."""

import io
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from math import ceil, log10
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

BREED, KRAP = 784, 288  # the widths that charts are drawn for, in CSS pixels
SMAL, KOLOM = 416, 320  # the wide width of a chart that stands in a column beside others
LETTER = 16  # font size in pixels
_WIDE = 0.54  # of a letter, in parts of its size: in a sans-serif that is not even narrow
matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "waw", "path.simplify": False})

_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
_FONT = FontProperties(family="sans-serif", size=LETTER)

# Colours by class for where monitor.css does not reach; there each class has its own.
_INKT, _ZACHT, _WATER, _MIDDEN, _LICHT, _LIJN, _PAPIER, _RASTER = (
    "#1d1a16 #574f43 #07505f #3a7d89 #6a98a1 #7b725f #ffffff #d9d1bf".split()
)
_FILL = {
    "vlak-leeg": _PAPIER,
    "vlak-vol": _WATER,
    "vlak-inkt": _INKT,
    "vlak-open": _PAPIER,
    "vlak-nu": _WATER,
    "staaf-0": _LIJN,
    "staaf-1": _MIDDEN,
    "staaf-2": _WATER,
    "stip-0": _LIJN,
    "stip-1": _MIDDEN,
    "stip-2": _WATER,
    "stip-open-0": _PAPIER,
    "stip-open-1": _PAPIER,
    "stip-open-2": _PAPIER,
}
_STROKE = {
    "vlak-leeg": _INKT,
    "vlak-open": _INKT,
    "stip-open-0": _LIJN,
    "stip-open-1": _MIDDEN,
    "stip-open-2": _WATER,
    "ontbreekt": _LIJN,
    "verborgen": _LIJN,
    "nul": _INKT,
    "ruim": _WATER,
    "as": _INKT,
    "halo": _PAPIER,
    "nodig": _WATER,
    "raster": _RASTER,
    "lijn-0": _LIJN,
    "lijn-1": _MIDDEN,
    "lijn-2": _WATER,
    "turf-0": _LIJN,
    "turf-1": _MIDDEN,
    "turf-2": _WATER,
    "turf-eerst": _LICHT,
    "turf-eerder": _MIDDEN,
    "turf-rest": _LIJN,
}
_TEXT = {
    "tekst": _ZACHT,
    "as-tekst": _ZACHT,
    "tekst-inkt": _INKT,
    "tekst-sterk": _INKT,
    "tekst-groot": _INKT,
    "tekst-wit": _PAPIER,
}
LIJN = (1.75, 3, 5)  # how thick a line is, by the rank of its indicator
STREEP: tuple[tuple[float, ...], ...] = (
    (7, 3),
    (),
    (),
)  # for who sees grey
GROOT = 20  # font size of the figures in a chart through time
_SIZE = {"tekst-groot": GROOT}


Point = tuple[float, float]


class Blad:
    """
    A sheet of *breedte* × *hoogte* pixels, origin top left, on which marks get a class.

    Nothing on it has an id, a style or a colour that a stylesheet cannot replace. Text is never
    measured, so that the fonts of the machine do not matter.
    """

    def __init__(self, breedte: int, hoogte: int) -> None:
        self.breedte = breedte
        self.hoogte = hoogte
        self._out = io.StringIO()
        self._marks: list[dict[str, str]] = []
        self._svg = RendererSVG(breedte, hoogte, self._out, image_dpi=72, metadata=_METADATA)
        self._down = Affine2D().scale(1, -1).translate(0, hoogte)

    def vlak(self, x: float, y: float, breedte: float, hoogte: float, klasse: str) -> None:
        """A rectangle."""
        self.veelhoek(
            [(x, y), (x + breedte, y), (x + breedte, y + hoogte), (x, y + hoogte)], klasse
        )

    def veelhoek(self, punten: Sequence[Point], klasse: str) -> None:
        """A closed shape."""
        codes = [Path.MOVETO, *[Path.LINETO] * (len(punten) - 1), Path.CLOSEPOLY]
        self._path([*punten, punten[0]], codes, klasse, 1.5)

    def lijn(
        self,
        punten: Sequence[Point],
        klasse: str,
        *,
        dik: float = 1,
        streep: tuple[float, ...] = (),
    ) -> None:
        """An open line, *dik* pixels thick; *streep* is its dash pattern."""
        self.lijnen([punten], klasse, dik=dik, streep=streep)

    def lijnen(
        self,
        lijnen: Sequence[Sequence[Point]],
        klasse: str,
        *,
        dik: float = 1,
        streep: tuple[float, ...] = (),
    ) -> None:
        """Open lines as one mark; the dash pattern begins anew with each."""
        codes = [c for punten in lijnen for c in (Path.MOVETO, *[Path.LINETO] * (len(punten) - 1))]
        self._path([punt for punten in lijnen for punt in punten], codes, klasse, dik, streep)

    def kader(self, x: float, y: float, breedte: float, hoogte: float, klasse: str) -> None:
        """A dashed box: here belongs a figure that is not shown."""
        right, bottom = x + breedte, y + hoogte
        self.lijn([(x, y), (right, y), (right, bottom), (x, bottom), (x, y)], klasse, streep=(3, 3))

    def stip(self, x: float, y: float, straal: float, klasse: str) -> None:
        """A dot."""
        punten = [(x + straal * dx, y + straal * dy) for dx, dy in _CIRCLE]
        self._path(punten, [Path.MOVETO, *[Path.CURVE4] * 12], klasse, 3)

    def tekst(
        self, x: float, y: float, tekst: str, klasse: str = "tekst", anker: str = "start"
    ) -> None:
        """One line of text on baseline *y*; *anker* is start, middle or end."""
        gc = self._svg.new_gc()
        gc.set_foreground(_TEXT[klasse])
        self._open(klasse, {"x": _short(x), "y": _short(y), "text-anchor": anker})
        self._svg.draw_text(gc, x, y, tekst, _FONT, 0)
        self._svg.close_group("m")

    def svg(self) -> str:
        """All marks as SVG elements, without the `<svg>` around them."""
        self._svg.finalize()
        root = ET.fromstring(self._out.getvalue())  # noqa: S314  matplotlib wrote it just now
        marks = [g for g in root.iter(f"{_NS}g") if g.get("id", "").startswith("m:")]
        return "".join(self._mark(group) for group in marks)

    def _path(
        self,
        punten: Sequence[Point],
        codes: list[Any],
        klasse: str,
        dik: float,
        streep: tuple[float, ...] = (),
    ) -> None:
        gc = self._svg.new_gc()
        stroke = _STROKE.get(klasse)
        gc.set_linewidth(dik if stroke else 0)
        gc.set_foreground(stroke or _INKT)
        gc.set_capstyle("butt")
        if streep:
            gc.set_dashes(0, streep)
        fill = _FILL.get(klasse)
        path = Path([(round(x, 2), round(y, 2)) for x, y in punten], codes)
        self._open(klasse, {})
        self._svg.draw_path(gc, path, self._down, to_rgba(fill) if fill else None)
        self._svg.close_group("m")

    def _open(self, klasse: str, attributes: dict[str, str]) -> None:
        self._svg.open_group("m", gid=f"m:{len(self._marks)}")
        self._marks.append({"class": f"waw-{klasse}", **attributes})

    def _mark(self, group: ET.Element) -> str:
        ours = self._marks[int(group.get("id", "m:0")[2:])]
        return "".join(_element(element, ours) for element in group)


_NS = "{http://www.w3.org/2000/svg}"
_STYLED = ("fill", "stroke", "stroke-width", "stroke-dasharray")


def _element(element: ET.Element, ours: dict[str, str]) -> str:
    """One element: our class, the geometry, and the style as presentation attributes."""
    tag = element.tag.removeprefix(_NS)
    styles = element.get("style", "").split(";")
    style = dict(part.strip().split(": ", 1) for part in styles if ": " in part)
    attributes = dict(ours)
    if tag == "text":
        size = _SIZE.get(ours["class"].removeprefix("waw-"), LETTER)
        attributes |= {"fill": style["fill"], "font-size": str(size)}
    else:
        attributes["d"] = " ".join(element.get("d", "").split())
        attributes |= {name: style[name] for name in _STYLED if name in style}
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return (
        f"<{tag}{written}>{escape(element.text)}</{tag}>" if element.text else f"<{tag}{written}/>"
    )


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _circle() -> list[Point]:
    """A circle of radius 1 in four curves; matplotlib's own takes eight."""
    k = 0.5522847498  # how far the control points of a quarter lie along its tangents
    quarter = [(1.0, k), (k, 1.0), (0.0, 1.0)]
    points = [(1.0, 0.0)]
    for _ in range(4):
        points += quarter
        quarter = [(-y, x) for x, y in quarter]
    return points


_CIRCLE = _circle()


def ticks(highest: float, most: int = 6) -> list[int]:
    """Round numbers from 0 up to and including *highest*, at most about *most* of them."""
    if highest <= 0:
        return [0]
    raw = highest / most
    magnitude = 10 ** int(log10(raw)) if raw >= 1 else 1
    step = next(m * magnitude for m in (1, 2, 5, 10) if m * magnitude >= raw)
    return list(range(0, int(highest) + 1, step))


def room(text: str, letter: int = LETTER) -> float:
    """About how wide *text* is; wide enough for any sans-serif of *letter* pixels."""
    return ceil(len(text) * letter * _WIDE)


def cut(text: str, width: float) -> str:
    """*text*, shortened so that it fits in *width*."""
    if room(text) <= width:
        return text
    return text[: max(int(width / (LETTER * _WIDE)) - 1, 1)].rstrip() + "…"
