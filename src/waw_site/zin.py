"""A sentence with figures in it, each of which still knows where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter

from waw_site import notation
from waw_site.catalogus import _
from waw_site.waarde import Waarde


@dataclass(frozen=True, slots=True)
class Gebonden:
    """Words of a sentence, and the figure that they rest on."""

    woorden: str
    waarde: Waarde


Zin = tuple[str | Waarde | Gebonden, ...]


def vul(text: str, **delen: "str | Waarde | Gebonden | Zin") -> Zin:
    """*text*, a sentence of the catalogue, with *delen* in it: figures keep their origin."""
    found: list[str | Waarde | Gebonden] = []
    for words, name, _spec, _conversion in Formatter().parse(text):
        part = delen[name] if name else ""
        found += [words, *(part if isinstance(part, tuple) else (part,))]
    return _joined(found)


def samen(zinnen: Iterable[Zin]) -> Zin:
    """Sentences one after another."""
    found: list[str | Waarde | Gebonden] = []
    for zin in zinnen:
        found += (" ", *zin) if found and zin else zin
    return _joined(found)


def _joined(parts: Iterable[str | Waarde | Gebonden]) -> Zin:
    """The same sentence, its words together as far as they go."""
    found: list[str | Waarde | Gebonden] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part != "":
            found.append(part)
    return tuple(found)


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
    if len(parts) < 2:
        return parts[0] if parts else ()
    rest: Zin = parts[0]
    for part in parts[1:-1]:
        rest = (*rest, ", ", *part)
    return vul(_("{rest} en {laatste}"), rest=rest, laatste=parts[-1])
