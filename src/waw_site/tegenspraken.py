"""Statements of the sources that do not agree, and those that by now do; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from waw_site import dataset as ds
from waw_site.belofte import overlappen
from waw_site.cijferboek import Cijferboek, UnknownNameError
from waw_site.expressie import WrongExpressionError
from waw_site.model import Tegenspraak, Uitspraak
from waw_site.problem import Ernst, Problem
from waw_site.waarde import Herkomst, Waarde


@dataclass(frozen=True, slots=True)
class Bewering:
    """What one document says: a figure, words, or both."""

    waarde: Waarde | None
    woorden: str | None
    bron: str


@dataclass(frozen=True, slots=True)
class Geval:
    """One thing on which the sources do not agree."""

    naam: str
    onderwerp: str
    beweringen: tuple[Bewering, ...]
    toelichting: str | None

    @property
    def verenigbaar(self) -> bool:
        """Whether all statements are figures, and one number fits them all."""
        figures = [b.waarde for b in self.beweringen if b.waarde and b.waarde.getal is not None]
        return len(figures) == len(self.beweringen) and overlappen(figures)

    @property
    def opgelost(self) -> bool:
        """Whether all statements say the same."""
        return (
            len({(b.waarde, b.woorden if b.waarde is None else None) for b in self.beweringen}) == 1
        )


def gevallen(boek: Cijferboek) -> tuple[Geval, ...]:
    """Everything on which the sources still do not agree; what cannot be read is left out."""
    found = []
    for naam, geval in boek.dataset.tegenspraken.items():
        try:
            made = _geval(boek, naam, geval)
        except (UnknownNameError, WrongExpressionError):
            continue
        if not made.opgelost:
            found.append(made)
    return tuple(found)


def _geval(boek: Cijferboek, naam: str, geval: Tegenspraak) -> Geval:
    said = tuple(_bewering(boek, naam, n, u) for n, u in enumerate(geval.uitspraken))
    return Geval(naam, geval.onderwerp, said, geval.toelichting)


def _bewering(boek: Cijferboek, naam: str, n: int, uitspraak: Uitspraak) -> Bewering:
    bron = boek.dataset.bron(uitspraak.bron)
    if uitspraak.cijfer:
        return Bewering(boek.waarde(uitspraak.cijfer), uitspraak.woorden, bron)
    if uitspraak.waarde is None:
        return Bewering(None, uitspraak.woorden, bron)
    place = boek.dataset.value(ds.TEGENSPRAKEN, naam, "uitspraken", n, "waarde")
    made = Herkomst(boek.dataset.tegenspraken[naam].onderwerp, place, bron)
    figure = Waarde(uitspraak.waarde, uitspraak.kwalificatie, herkomst=made)
    return Bewering(figure, uitspraak.woorden, bron)


def statements_can_be_read(boek: Cijferboek) -> Iterator[Problem]:
    """Each statement names a figure, a number or words; those that agree are no contradiction."""
    for naam, geval in boek.dataset.tegenspraken.items():
        sound = True
        for n, uitspraak in enumerate(geval.uitspraken):
            place = boek.dataset.value(ds.TEGENSPRAKEN, naam, "uitspraken", n)
            if not (uitspraak.cijfer or uitspraak.woorden or uitspraak.waarde is not None):
                hint = "Schrijf een cijfer, een waarde of woorden."
                yield Problem(place, "Deze uitspraak zegt niets.", hint)
                sound = False
            try:
                _bewering(boek, naam, n, uitspraak)
            except (UnknownNameError, WrongExpressionError) as wrong:
                hint = getattr(wrong, "hint", "")
                loc = (naam, "uitspraken", n, "cijfer")
                yield Problem(boek.dataset.value(ds.TEGENSPRAKEN, *loc), str(wrong), hint)
                sound = False
        if sound and _geval(boek, naam, geval).opgelost:
            yield Problem(
                boek.dataset.key(ds.TEGENSPRAKEN, naam),
                f"De uitspraken over “{geval.onderwerp}” spreken elkaar niet meer tegen.",
                "De pagina toont ze niet; u kunt ze weghalen.",
                Ernst.OPMERKING,
            )
