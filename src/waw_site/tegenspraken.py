"""Statements of the sources that do not agree, and those that by now do; pure."""

from dataclasses import dataclass

from waw_site import dataset as ds
from waw_site.belofte import overlappen
from waw_site.cijferboek import Cijferboek, UnknownNameError
from waw_site.expressie import WrongExpressionError
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
    for naam in boek.dataset.tegenspraken:
        try:
            made = als_geval(boek, naam)
        except (UnknownNameError, WrongExpressionError):
            continue
        if not made.opgelost:
            found.append(made)
    return tuple(found)


def als_geval(boek: Cijferboek, naam: str) -> Geval:
    """All that was said about *naam*. Raises UnknownNameError, WrongExpressionError."""
    about = boek.dataset.tegenspraken[naam]
    said = tuple(als_bewering(boek, naam, n) for n in range(len(about.uitspraken)))
    return Geval(naam, about.onderwerp, said, about.toelichting)


def als_bewering(boek: Cijferboek, naam: str, n: int) -> Bewering:
    """Statement *n* about *naam*. Raises UnknownNameError, WrongExpressionError."""
    about = boek.dataset.tegenspraken[naam]
    uitspraak = about.uitspraken[n]
    bron = boek.dataset.bron(uitspraak.bron)
    if uitspraak.cijfer:
        return Bewering(boek.waarde(uitspraak.cijfer), uitspraak.woorden, bron)
    if uitspraak.waarde is None:
        return Bewering(None, uitspraak.woorden, bron)
    place = boek.dataset.value(ds.TEGENSPRAKEN, naam, "uitspraken", n, "waarde")
    made = Herkomst(about.onderwerp, place, bron)
    figure = Waarde(uitspraak.waarde, uitspraak.kwalificatie, herkomst=made)
    return Bewering(figure, uitspraak.woorden, bron)
