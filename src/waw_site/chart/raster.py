"""A sheet → PNG: the same marks, drawn in pixels."""

import io
from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image

from waw_site.chart import letters
from waw_site.chart.style import VET, Blad, Vorm, Woorden, gebruikt, grootte, inkt, rand, vulling

PAPIER = "#ffffff"
HALO = 4  # pixels of paper around a text, so that it is read over a line
OVER = frozenset({"tekst-groot", "tekst-inkt"})  # texts that may stand over one
_WHITE = 0xFFFFFFFF
_KINDS = 4096  # of colours that are told apart
_LEVEL = 1  # of compression: more takes longer than drawing


def png(blad: Blad, schaal: float, kleuren: Mapping[str, str], *, halo: bool = True) -> bytes:
    """*blad* on white, *schaal* pixels to each of its own; without anything of when or by what."""
    wide, high = round(blad.breedte * schaal), round(blad.hoogte * schaal)
    agg = RendererAgg(wide, high, 72 * schaal)
    np.asarray(agg.buffer_rgba())[:] = 255
    place = Affine2D().scale(schaal, -schaal).translate(0, high)
    for teken in blad.tekens:
        if isinstance(teken, Vorm):
            _vorm(agg, teken, place, kleuren)
        else:
            _woorden(agg, teken, schaal, high, kleuren, halo=halo)
    solid = [kleuren.get(colour, colour) for colour in gebruikt()]
    return _packed(np.asarray(agg.buffer_rgba()).view("<u4")[..., 0], solid)


def _packed(pixels: np.ndarray, solid: Sequence[str]) -> bytes:
    """
    The picture with a palette: colours that differ by less than is seen become one.

    Most of a chart is paper, so only what is not paper is looked at; *solid* colours stay exact.
    """
    drawn = pixels != _WHITE
    ink = pixels[drawn]
    kind = _kind(ink)
    times = np.bincount(kind, minlength=_KINDS)
    known = np.flatnonzero(times)
    seen = np.zeros(_KINDS, ink.dtype)
    seen[kind] = ink  # of each kind one that is there
    colours = np.stack([(seen[known] >> n & 255).astype(int) for n in (0, 8, 16)], axis=1)
    for colour in solid:
        rgb = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
        colours[known == _kind(np.array(rgb[0] | rgb[1] << 8 | rgb[2] << 16))] = rgb
    kept = np.sort(np.argsort(-times[known], kind="stable")[:255])
    near = np.abs(colours[:, None] - colours[kept][None]).sum(axis=2).argmin(axis=1)
    entry = np.zeros(_KINDS, np.uint8)
    entry[known] = near + 1
    page = np.zeros(pixels.shape, np.uint8)
    page[drawn] = entry[kind]
    image = Image.fromarray(page, "P")
    image.putpalette([255, 255, 255, *colours[kept].ravel().tolist()])
    found = io.BytesIO()
    image.save(found, "PNG", compress_level=_LEVEL)
    return found.getvalue()


def _kind(colour: np.ndarray) -> np.ndarray:
    """The first four bits of red, green and blue."""
    return colour >> 4 & 0xF | colour >> 8 & 0xF0 | colour >> 12 & 0xF00


def _vorm(agg: RendererAgg, vorm: Vorm, place: Affine2D, kleuren: Mapping[str, str]) -> None:
    gc = agg.new_gc()
    line, fill = rand(vorm.klasse), vulling(vorm.klasse)
    gc.set_linewidth(vorm.dik if line else 0)
    gc.set_capstyle("butt")
    if line:
        gc.set_foreground(kleuren.get(line, line))
    if vorm.streep:
        gc.set_dashes(0, vorm.streep)
    colour = to_rgba(kleuren.get(fill, fill)) if fill else None
    agg.draw_path(gc, Path(vorm.punten, vorm.codes), place, colour)


def _woorden(
    agg: RendererAgg,
    woorden: Woorden,
    schaal: float,
    high: int,
    kleuren: Mapping[str, str],
    *,
    halo: bool,
) -> None:
    path = letters.vorm(
        woorden.tekst,
        grootte(woorden.klasse) * schaal,
        vet=woorden.klasse in VET,
        anker=woorden.anker,
    )
    place = Affine2D().translate(woorden.x * schaal, high - woorden.y * schaal)
    if halo and woorden.klasse in OVER:
        gc = agg.new_gc()
        gc.set_foreground(PAPIER)
        gc.set_linewidth(HALO)
        gc.set_joinstyle("round")
        agg.draw_path(gc, path, place, None)
    gc = agg.new_gc()
    gc.set_linewidth(0)
    colour = inkt(woorden.klasse)
    agg.draw_path(gc, path, place, to_rgba(kleuren.get(colour, colour)))
