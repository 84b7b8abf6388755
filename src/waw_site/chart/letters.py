"""Letters as shapes, from the font that matplotlib brings: the same on every machine."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path as File

import matplotlib as mpl
import numpy as np
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

_FONTS = File(mpl.get_data_path()) / "fonts" / "ttf"
_SIZE = 100  # at which the shapes are taken
_ONBEKEND = "\ufffd"  # drawn for what the font does not have, as many a picture sign
_NARROW = 0.84  # of the width of the font: as narrow as the letters of the house


@dataclass(frozen=True, slots=True)
class _Letter:
    punten: np.ndarray
    codes: np.ndarray
    breedte: float


def vorm(tekst: str, grootte: float, *, vet: bool, anker: str = "start") -> Path:
    """*tekst* in letters of *grootte* pixels on a baseline at 0, with y upward."""
    letters = [_letter(char, vet) for char in tekst]
    places = np.cumsum([0.0, *(letter.breedte for letter in letters)])
    left = {"start": 0.0, "middle": places[-1] / 2, "end": places[-1]}[anker]
    drawn = [
        (x, letter) for x, letter in zip(places[:-1], letters, strict=True) if len(letter.codes)
    ]
    if not drawn:
        return Path(np.empty((0, 2)))
    points = np.concatenate([letter.punten + np.array([x - left, 0]) for x, letter in drawn])
    scale = Affine2D().scale(grootte / _SIZE * _NARROW, grootte / _SIZE)
    path = Path(points, np.concatenate([letter.codes for _, letter in drawn]))
    return scale.transform_path(path)


def breedte(tekst: str, grootte: float, *, vet: bool = False) -> float:
    """How wide *tekst* is in these letters, in pixels."""
    return sum(_letter(char, vet).breedte for char in tekst) * grootte / _SIZE * _NARROW


@cache
def _letter(char: str, vet: bool) -> _Letter:
    font = _font(vet)
    known = char if font.get_char_index(ord(char)) else _ONBEKEND
    glyph = font.load_char(ord(known), flags=LoadFlags.NO_HINTING)
    points, codes = font.get_path()
    return _Letter(points, codes, glyph.linearHoriAdvance / 65536)


@cache
def _font(vet: bool) -> FT2Font:
    file = _FONTS / ("DejaVuSans-Bold.ttf" if vet else "DejaVuSans.ttf")
    font = FT2Font(BytesIO(file.read_bytes()))  # copies of a process share how far a file was read
    font.set_size(_SIZE, 72)
    return font
