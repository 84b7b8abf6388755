"""What is begun: files that are new and files that become longer, or why nothing can be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from waw_site.add import Vervanging


class CannotBeginError(Exception):
    """What was asked cannot be begun; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Files that are new, and those that become longer, by path; and what stood there already."""

    nieuw: Mapping[str, bytes]
    langer: Mapping[str, Vervanging] = field(default_factory=dict)
    stond: tuple[str, ...] = ()
