"""A text of an earlier edition → a draft for the next: as true as it was, and to be rewritten."""

import re

from waw_site.catalogus import _
from waw_site.expressie import Plek, vastgezet
from waw_site.kwartaal import Kwartaal
from waw_site.nieuw.yaml import line_end
from waw_site.read import Bestand
from waw_site.text import HERSCHRIJF, decode, herschrijf

_ABOVE = re.compile(r"\s*---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)\s*|\s*", re.DOTALL)
_TITLE = re.compile(r"# [^\n]*(?:\n\s*|\Z)")
_QUOTE = re.compile(r"^ {0,3}>.*\n?(?:[^\n]+\n?)*", re.MULTILINE)


def overgenomen(file: Bestand, van: Kwartaal, feiten: frozenset[str]) -> bytes:
    """
    The text of *file*, of the edition of *van*, for a later one.

    Each figure in it keeps the quarter that it was of. What it quotes stays behind.
    """
    text, _problems = decode(file.path, file.data)
    if text is None:
        raise ValueError(file.path)
    begin = _ABOVE.match(text)
    above = begin[0] if begin else ""
    titel = _TITLE.match(text, len(above))
    above += titel[0] if titel else ""
    rest = _QUOTE.sub("", text[len(above) :]).strip("\n")
    if not rest.startswith(HERSCHRIJF):
        why = _("deze tekst komt uit de vorige editie.")
        rest = f"{herschrijf(why)}\n\n{rest}"
    draft = f"{above}{vastgezet(rest, Plek(file.path, van, feiten))}".rstrip()
    return f"{draft}\n".replace("\n", line_end(file.data)).encode()
