"""Whether a story may be told, and if not, why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from waw_site.kwartaal import Kwartaal
from waw_site.model import Editie, Toestemming

Kanaal = Literal["web", "pdf"]


class Belet(StrEnum):
    """Why a story may not be told."""

    INGETROKKEN = "ingetrokken"
    VERLOPEN = "verlopen"
    KANAAL = "kanaal"


def belet(toestemming: Toestemming, dag: date, kanaal: Kanaal | None = None) -> Belet | None:
    """
    Why a story may not be told on *dag* in *kanaal* (None: in any); None when it may.

    A withdrawal holds whatever its date: whoever says no in advance has said no.
    """
    if toestemming.ingetrokken:
        return Belet.INGETROKKEN
    if toestemming.tot_en_met and dag > toestemming.tot_en_met.laatste_dag:
        return Belet.VERLOPEN
    told = {"web": toestemming.web, "pdf": toestemming.pdf}
    return None if (told[kanaal] if kanaal else any(told.values())) else Belet.KANAAL


def dag_van(edities: Mapping[Kwartaal, Editie]) -> date:
    """
    The day that consent is held against: that on which the newest edition appeared.

    Of a month or a year the last day, so that no consent is stretched; where an edition does not
    say it, the end of its quarter. Without editions no end is far enough.
    """
    days = (e.verschenen.laatste_dag if e.verschenen else k.laatste_dag for k, e in edities.items())
    return max(days, default=date.max)


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """A story that may not be told: of its file only what is needed to say so."""

    toestemming: Toestemming
    reden: Belet
    naam: str | None  # never shown: to find where else it stands
    leeg: bool  # whether nothing else stands in its file
