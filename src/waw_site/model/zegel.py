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
    """De vorm van het zegel."""
    controle: Tekst
    """Een getal dat niet meer klopt als iemand het zegel wijzigt."""
    verschenen: DatumVeld | None = None
    """Wanneer de editie verscheen."""
    plan: dict[str, Gezegd]
    """Het plan dat toen gold."""
    cijfers: dict[str, Gezegd]
    """
    Elk cijfer bij zijn naam, zoals het op de pagina staat; leeg is niet gemeld, x is
    afgeschermd.
    """
    teksten: dict[str, str]
    """Van elke tekst een vingerafdruk."""
    paginas: dict[str, str]
    """Van elke pagina een vingerafdruk van haar cijfers en teksten."""
