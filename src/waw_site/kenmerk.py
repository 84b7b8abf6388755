"""
A name for each thing that stays the same wherever the site stands, and whatever it says.

One rule: the programme and the thing's own path in it, as a UUID by name (RFC 9562, version 5).
docs/kenmerken.txt has all that were ever given out. Who renames the programme or moves a thing
gives it another name.
"""

from uuid import NAMESPACE_URL, uuid5

from waw_site.kwartaal import Kwartaal
from waw_site.model import Programma


def kenmerk(programma: Programma, *pad: str | Kwartaal) -> str:
    """The name of what lies at *pad*, such as `indicatoren`, `gestart`; without it, of the site."""
    path = "/".join((programma.regio, programma.naam, *map(str, pad)))
    return f"urn:uuid:{uuid5(NAMESPACE_URL, path)}"
