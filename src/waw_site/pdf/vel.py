"""What a pdf is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Vel:
    """
    A page that is to be a pdf.

    `is_stuk` tells a document from an edition. `html` is the page as on the site, `stijl` the
    stylesheets in their order, `beelden` the pictures by their name. `cijfers` is the file of its
    figures, None without any; `peil` the day they are of. `auteur` goes into the properties of the
    file, and `toevoeging` behind its title.
    """

    pad: str
    is_stuk: bool
    html: str
    stijl: tuple[str, ...]
    beelden: Mapping[str, bytes]
    cijfers: bytes | None
    peil: datetime
    auteur: str
    toevoeging: str = ""
