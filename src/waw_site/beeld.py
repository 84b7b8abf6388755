"""
A picture of content/beelden/ → the same picture without all that is not seen of it.

What is published is made anew of the pixels alone: no place, camera, author, thumbnail, colour
profile or comment comes along, and nothing that stood behind the picture.
"""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any

from waw_site.problem import Place, Problem

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 24_000_000
LONGEST = 1600  # pixels of a side of what is published; twice what a page has room for
_FORMATS: dict[str, tuple[str, dict[str, Any]]] = {
    "jpg": ("JPEG", {"quality": 85, "optimize": True}),
    "png": ("PNG", {"optimize": True}),
    "webp": ("WEBP", {"quality": 85}),
}


class _RefusedError(Exception):
    """A picture that cannot be shown; the arguments are a message and a hint, in Dutch."""


def gebreken(path: str, data: bytes) -> tuple[Problem, ...]:
    """What is wrong with the picture at *path*: each is looked at as a whole."""
    try:
        _pixels(path, data)
    except _RefusedError as refused:
        message, hint = refused.args
        return (Problem(Place(path), message, hint),)
    return ()


def schoon(path: str, data: bytes) -> bytes:
    """The picture as it is published: its pixels, upright, and no larger than a page can use."""
    name, how = _FORMATS[_suffix(path)]
    made = BytesIO()
    _pixels(path, data).save(made, name, **how)
    return made.getvalue()


def _suffix(path: str) -> str:
    return path.rpartition(".")[2]


def _pixels(path: str, data: bytes) -> "Image":
    suffix = _suffix(path)
    try:
        with warnings.catch_warnings():  # too many pixels are told below
            warnings.simplefilter("ignore")
            return _upright(_FORMATS[suffix][0], data)
    except _RefusedError:
        raise
    except Exception as error:  # Pillow lets through whatever its readers run into
        message = f"Dit is geen {suffix}, of het bestand is stuk."
        hint = "Open het in een beeldprogramma en bewaar het opnieuw."
        raise _RefusedError(message, hint) from error


def _upright(kind: str, data: bytes) -> "Image":
    from PIL import Image, ImageOps

    image: Image.Image = Image.open(BytesIO(data), formats=[kind])
    width, height = image.size
    if width * height > MOST_PIXELS:
        message = f"Dit beeld is te groot: {width} bij {height} beeldpunten."
        most = MOST_PIXELS // 1_000_000
        raise _RefusedError(message, f"Verklein het; samen mogen het er {most} miljoen zijn.")
    if kind != "JPEG" and getattr(image, "n_frames", 1) > 1:  # a second one in a jpg is not shown
        raise _RefusedError("Dit beeld beweegt.", "Zet er één stilstaand beeld van neer.")
    image.draft("RGB", (LONGEST, LONGEST))
    image = ImageOps.exif_transpose(image)
    image = image.convert("RGBA" if kind != "JPEG" and image.has_transparency_data else "RGB")
    image.thumbnail((LONGEST, LONGEST))
    image.info = {}  # a format writes along what it finds here
    return image
