"""A figure as it is shown, and how figures add up when some are rounded and some are missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from waw_site.model import NVT, Cijfer, Doel, Kwalificatie
from waw_site.problem import Place

_ABOVE = (
    Kwalificatie.IETS_MEER_DAN,
    Kwalificatie.RUIM,
    Kwalificatie.MEER_DAN,
    Kwalificatie.MINSTENS,
)
_BELOW = (Kwalificatie.BIJNA, Kwalificatie.MINDER_DAN)


@dataclass(frozen=True, slots=True)
class Waarde:
    """
    A number with its qualifier, or the reason why there is none.

    `getal` None with `nvt` False is "not reported", which is never zero. `plaats` is where it
    stands in data/; a sum has no place of its own.
    """

    getal: int | None
    kwalificatie: Kwalificatie | None = None
    nvt: bool = False
    noot: str | None = None
    plaats: Place | None = None

    @property
    def exact(self) -> int | None:
        """The number, when it is not rounded."""
        return None if self.kwalificatie else self.getal

    @property
    def above(self) -> bool:
        """Whether the real number may be higher."""
        return self.kwalificatie in _ABOVE or self.kwalificatie is Kwalificatie.ONGEVEER

    @property
    def below(self) -> bool:
        """Whether the real number may be lower."""
        return self.kwalificatie in _BELOW or self.kwalificatie is Kwalificatie.ONGEVEER


NIET_GEMELD = Waarde(None)


def waarde(cijfer: Cijfer, plaats: Place | None = None) -> Waarde:
    """The figure of the YAML as it is shown."""
    getal = cijfer.waarde if isinstance(cijfer.waarde, int) else None
    return Waarde(getal, cijfer.kwalificatie, cijfer.waarde == NVT, cijfer.noot, plaats)


def doelwaarde(doel: Doel, plaats: Place | None = None) -> Waarde:
    """The total of a goal as it is shown."""
    getal = doel.totaal if isinstance(doel.totaal, int) else None
    return Waarde(getal, nvt=doel.totaal == NVT, plaats=plaats)


def som(waarden: Iterable[Waarde]) -> Waarde:
    """
    Add what was reported; what was not reported is left out, never taken as 0.

    The sum of rounded numbers is rounded the same way: one may be higher, then so may the sum;
    some may be higher and others lower, then it is about that much. Without any number the sum
    is not reported.
    """
    known = [w for w in waarden if w.getal is not None]
    if not known:
        return NIET_GEMELD
    return Waarde(sum(w.getal or 0 for w in known), _combine(known))


def minstens(opgeteld: Waarde) -> Waarde:
    """A sum that lacks reports: the real number is not lower."""
    if opgeteld.getal is None:
        return opgeteld
    return som([opgeteld, Waarde(0, Kwalificatie.MINSTENS)])


def verschil(nu: Waarde, toen: Waarde) -> Waarde:
    """
    What came in addition since *toen*; not reported where either number is missing.

    A rounded number of before turns the other way: 450 less "ruim 380" is "minder dan 70".
    """
    if nu.getal is None or toen.getal is None:
        return NIET_GEMELD
    turned = Waarde(-toen.getal, _turn(toen))
    return Waarde(nu.getal - toen.getal, _combine([nu, turned]))


def _combine(waarden: list[Waarde]) -> Kwalificatie | None:
    rounded = {w.kwalificatie for w in waarden if w.kwalificatie}
    if len(rounded) <= 1:
        return next(iter(rounded), None)
    if all(k in _ABOVE for k in rounded):
        return Kwalificatie.MEER_DAN
    if all(k in _BELOW for k in rounded):
        return Kwalificatie.MINDER_DAN
    return Kwalificatie.ONGEVEER


def _turn(w: Waarde) -> Kwalificatie | None:
    if w.kwalificatie in _ABOVE:
        return Kwalificatie.MINDER_DAN
    if w.kwalificatie in _BELOW:
        return Kwalificatie.MEER_DAN
    return w.kwalificatie
