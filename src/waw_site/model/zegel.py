"""zegels/<kwartaal>.yaml: what an edition published; written by the program, never by hand."""

from typing import Literal

from waw_site.model.types import DatumVeld, Model, Tekst

VERSIE: Literal[1] = 1  # of the format; raised when an edition is given more names
Gezegd = int | str | None  # a figure as published: 735, bijna 450, n.v.t., x; None: not reported


class Zegel(Model):
    """
    Figures by name as published, and a hash (SHA-256) of each text and page.

    `controle` is the hash of all the rest. No hash covers a hidden figure: of those it says x.
    """

    versie: Literal[1]
    controle: Tekst
    verschenen: DatumVeld | None = None
    plan: dict[str, Gezegd]
    cijfers: dict[str, Gezegd]
    teksten: dict[str, str]
    paginas: dict[str, str]
