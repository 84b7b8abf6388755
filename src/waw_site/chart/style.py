"""The sheet that charts are drawn on: marks with a class, and what each class looks like."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10
from typing import Any

from matplotlib.path import Path

BREED, KRAP = 784, 288  # the widths that charts are drawn for, in CSS pixels
SMAL, KOLOM = 416, 320  # the wide width of a chart that stands in a column beside others
LETTER = 16  # font size in pixels
_WIDE = 0.54  # of a letter, in parts of its size: in a sans-serif that is not even narrow

# Colours by class for where monitor.css does not reach; there each class has its own.
INKT, _ZACHT, _WATER, _MIDDEN, _LICHT, _LIJN, _PAPIER, _RASTER = (
    "#1d1a16 #574f43 #07505f #3a7d89 #6a98a1 #7b725f #ffffff #d9d1bf".split()
)
_FILL = {
    "vlak-leeg": _PAPIER,
    "vlak-vol": _WATER,
    "vlak-inkt": INKT,
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
    "vlak-leeg": INKT,
    "vlak-open": INKT,
    "stip-open-0": _LIJN,
    "stip-open-1": _MIDDEN,
    "stip-open-2": _WATER,
    "ontbreekt": _LIJN,
    "verborgen": _LIJN,
    "nul": INKT,
    "ruim": _WATER,
    "as": INKT,
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
    "tekst-inkt": INKT,
    "tekst-sterk": INKT,
    "tekst-groot": INKT,
    "tekst-wit": _PAPIER,
    "tekst-titel": INKT,
    "deel-naam": INKT,
    "deel-kop": INKT,
    "deel-tekst": _ZACHT,
    "deel-sterk": INKT,
    "deel-cijfer": _WATER,
}
LIJN = (1.75, 3, 5)  # how thick a line is, by the rank of its indicator
STREEP: tuple[tuple[float, ...], ...] = (
    (7, 3),
    (),
    (),
)  # for who sees grey
GROOT = 20  # font size of the figures in a chart through time
_SIZE = {
    "tekst-groot": GROOT,
    "tekst-titel": 24,
    "deel-naam": 34,
    "deel-kop": 54,
    "deel-tekst": 28,
    "deel-sterk": 30,
    "deel-cijfer": 112,
}
VET = frozenset(
    "tekst-sterk tekst-groot tekst-wit tekst-titel deel-kop deel-sterk deel-cijfer".split()
)


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Vorm:
    """A shape: its points, what they are to the path, and how it looks."""

    punten: Sequence[Point]
    codes: Sequence[Any]
    klasse: str
    dik: float
    streep: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Woorden:
    """A line of text on its baseline."""

    x: float
    y: float
    tekst: str
    klasse: str
    anker: str


class Blad:
    """
    A sheet of *breedte* × *hoogte* pixels, origin top left, on which marks get a class.

    Text is never measured here, so that the fonts of the machine do not matter. What becomes of
    the marks is up to `svg.py` and `raster.py`.
    """

    def __init__(self, breedte: int, hoogte: int) -> None:
        self.breedte = breedte
        self.hoogte = hoogte
        self.tekens: list[Vorm | Woorden] = []  # in the order in which they were drawn

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
        self.tekens.append(Woorden(x, y, tekst, klasse, anker))

    def plak(self, ander: "Blad", x: float, y: float) -> None:
        """All that was drawn on another sheet, its top left corner at (*x*, *y*)."""
        for teken in ander.tekens:
            if isinstance(teken, Woorden):
                self.tekst(x + teken.x, y + teken.y, teken.tekst, teken.klasse, teken.anker)
            else:
                punten = [(x + px, y + py) for px, py in teken.punten]
                self._path(punten, teken.codes, teken.klasse, teken.dik, teken.streep)

    def _path(
        self,
        punten: Sequence[Point],
        codes: Sequence[Any],
        klasse: str,
        dik: float,
        streep: tuple[float, ...] = (),
    ) -> None:
        self.tekens.append(Vorm(punten, codes, klasse, dik, streep))


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


def vulling(klasse: str) -> str | None:
    """The colour that a shape of this class is filled with."""
    return _FILL.get(klasse)


def rand(klasse: str) -> str | None:
    """The colour of its line."""
    return _STROKE.get(klasse)


def inkt(klasse: str) -> str:
    """The colour of a text."""
    return _TEXT[klasse]


def gebruikt() -> list[str]:
    """Every colour that marks and texts have."""
    return sorted({*_FILL.values(), *_STROKE.values(), *_TEXT.values()})


def grootte(klasse: str) -> int:
    """The size of its letters, in pixels."""
    return _SIZE.get(klasse, LETTER)


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
