"""A sentence with figures in it, each of which still knows where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from waw_site import notation
from waw_site.waarde import Waarde


@dataclass(frozen=True, slots=True)
class Gebonden:
    """Words of a sentence, and the figure that they rest on."""

    woorden: str
    waarde: Waarde


Zin = tuple[str | Waarde | Gebonden, ...]


def tekst(zin: Iterable[str | Waarde | Gebonden]) -> str:
    """The sentence as plain text."""
    return "".join(_plain(part) for part in zin)


def _plain(part: str | Waarde | Gebonden) -> str:
    match part:
        case Waarde():
            return notation.waarde(part)
        case Gebonden():
            return part.woorden
        case _:
            return part


def hoofdletter(zin: Zin) -> Zin:
    """With a capital at the front, where it begins with a word."""
    if zin and isinstance(zin[0], str):
        return (notation.zin(zin[0]), *zin[1:])
    return zin


def opsomming(zinnen: Iterable[Zin]) -> Zin:
    """a, b en c."""
    parts = list(zinnen)
    found: list[str | Waarde | Gebonden] = []
    for n, part in enumerate(parts):
        if n:
            found.append(" en " if n == len(parts) - 1 else ", ")
        found.extend(part)
    return tuple(found)
