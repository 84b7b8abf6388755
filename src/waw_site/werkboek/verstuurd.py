"""What the monitor knew of a row when a workbook was made, in a hidden cell of that row."""

import json
from collections.abc import Mapping

from waw_site.werkboek.blad import Blad, Inhoud
from waw_site.werkboek.opgave import Opgave
from waw_site.werkboek.vorm import Regel

_MEEST = 30_000  # characters; Excel keeps no more than 32767 in a cell
_REGEL = ""  # the key of the row itself: a cell that was left behind when others moved says nothing
_VOORSTEL = "voorstel."  # before the key of what was put in a cell, and was in no file

Verstuurd = Mapping[str, str | None]  # by the key of the column; None where it was not shown


def schrijf(blad: Blad, regel: Regel) -> str:
    """The cell of *regel*: it is gone where the row is, and says no more than was shown there."""
    shown, known = blad.inhoud[regel], blad.bekend.get(regel, {})
    said = {key: woord(value) if key in shown else None for key, value in known.items()}
    said |= {f"{_VOORSTEL}{k}": woord(value) for k, value in shown.items() if k not in known}
    text = json.dumps({_REGEL: str(regel), **said}, ensure_ascii=False, separators=(",", ":"))
    return text if len(text) <= _MEEST else ""


def lees(text: str, regel: Regel) -> Verstuurd | None:
    """What the cell says; None when it is not that of *regel*."""
    try:
        said = json.loads(text)
    except ValueError:
        return None
    if not isinstance(said, dict) or said.get(_REGEL) != str(regel):
        return None
    return {k: None if v is None else str(v) for k, v in said.items()}


def ongemoeid(sent: Verstuurd, kolom: str, said: str) -> bool:
    """Whether a cell still says what we put there: what was known, or what we proposed."""
    ours = (sent.get(key) or "" for key in (kolom, f"{_VOORSTEL}{kolom}"))
    return any(one and one.split() == said.split() for one in ours)


def woord(value: Inhoud | None) -> str:
    """A value as it is compared; what was not reported is as if it was not there."""
    return "" if value is None or value == Opgave(None) else str(value)
