"""A figure as it is shown, and how figures add up when some are rounded and some are missing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import blake2b

from waw_site.catalogus import _
from waw_site.kwartaal import Kwartaal
from waw_site.model import NVT, Cijfer, Kwalificatie
from waw_site.problem import Place

_ABOVE = (
    Kwalificatie.IETS_MEER_DAN,
    Kwalificatie.RUIM,
    Kwalificatie.MEER_DAN,
    Kwalificatie.MINSTENS,
)
_BELOW = (Kwalificatie.BIJNA, Kwalificatie.MINDER_DAN, Kwalificatie.TEN_HOOGSTE)


class Soort(StrEnum):
    """What a number counts, and so how it is written."""

    AANTAL = "aantal"
    PROCENT = "procent"
    EURO = "euro"  # in cents
    MAANDEN = "maanden"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Herkomst:
    """
    Where a figure comes from: read at `plaats`, or made by `regel` from `termen`.

    `naam` says what it is and `peil` of when; `bron` is the document it was published in.
    `cijfer` is the name by which a text can call it, with its quarter; empty where it has none.
    `termen` hold a sign (+, −, ÷ or nothing) and a figure each; `ontbreekt` names what should have
    been a term and reported nothing. `meegeteld` are figures that stand elsewhere too and are in
    this one; `telt_mee_in` names the one that this figure is in.

    `sleutel` stands for all of it, terms included: two are the same when their keys are, and a page
    that shows a sum is compared without going through its terms again.
    """

    naam: str
    plaats: Place | None = None
    bron: str = ""
    peil: Kwartaal | None = None
    voorlopig: bool = False
    regel: str = ""
    termen: tuple[tuple[str, "Waarde"], ...] = ()
    ontbreekt: tuple[str, ...] = ()
    meegeteld: tuple[tuple[str, "Waarde"], ...] = ()
    telt_mee_in: str = ""
    cijfer: str = ""
    sleutel: str = field(init=False)

    def __post_init__(self) -> None:
        at = (self.plaats.path, self.plaats.line) if self.plaats else None  # a column moves
        said = (self.naam, at, self.bron, self.peil, self.voorlopig, self.regel)
        more = (self.termen, self.ontbreekt, self.meegeteld, self.telt_mee_in, self.cijfer)
        key = blake2b(repr((said, more)).encode(), digest_size=12).hexdigest()
        object.__setattr__(self, "sleutel", key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Herkomst) and self.sleutel == other.sleutel

    def __hash__(self) -> int:
        return hash(self.sleutel)

    def __repr__(self) -> str:
        return self.sleutel


@dataclass(frozen=True, slots=True, repr=False)
class Waarde:
    """
    A number with its qualifier, or the reason why there is none.

    `getal` None with `nvt` False is "not reported", which is never zero; `verborgen` is a number
    that is known and too small to show. Two figures are equal when they say the same, wherever they
    come from.
    """

    getal: int | None
    kwalificatie: Kwalificatie | None = None
    nvt: bool = False
    verborgen: bool = False
    noot: str | None = None
    soort: Soort = Soort.AANTAL
    herkomst: Herkomst | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        what = f"{self.getal}, {self.kwalificatie}, {self.nvt}, {self.verborgen}, {self.soort}"
        return f"Waarde({what}, {self.noot!r}, {self.herkomst!r})"

    @property
    def plaats(self) -> Place | None:
        """Where it stands in the input; a figure that was made has no place of its own."""
        return self.herkomst.plaats if self.herkomst else None

    @property
    def kaal(self) -> "Waarde":
        """The figure alone, as a chart draws it."""
        return Waarde(self.getal, self.kwalificatie, self.nvt, self.verborgen, soort=self.soort)

    @property
    def afgeschermd(self) -> "Waarde":
        """The same figure without its number, which may not be shown."""
        return Waarde(None, verborgen=True, soort=self.soort, herkomst=self.herkomst)

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
VERBORGEN = Waarde(None, verborgen=True)  # what could be made of a hidden figure


def waarde(cijfer: Cijfer, herkomst: Herkomst | None = None, soort: Soort = Soort.AANTAL) -> Waarde:
    """The figure of the YAML as it is shown."""
    getal = cijfer.waarde if isinstance(cijfer.waarde, int) else None
    nvt = cijfer.waarde == NVT
    return Waarde(getal, cijfer.kwalificatie, nvt, noot=cijfer.noot, soort=soort, herkomst=herkomst)


def som(
    waarden: Iterable[Waarde],
    naam: str = "",
    *,
    peil: Kwartaal | None = None,
    ontbreekt: tuple[str, ...] = (),
    cijfer: str = "",
    getoond: Callable[["Waarde"], "Waarde"] = lambda w: w,
) -> Waarde:
    """
    Add what was reported; what was not reported is left out, never taken as 0.

    With a *naam* the sum knows its terms, each as *getoond* shows it.

    The sum of rounded numbers is rounded the same way: one may be higher, then so may the sum;
    some may be higher and others lower, then it is about that much. Without any number the sum
    is not reported.
    """
    known = [w for w in waarden if w.getal is not None]
    if not known:
        return NIET_GEMELD
    made = None
    if naam:
        terms = tuple(("+", getoond(w)) for w in known)
        voorlopig = any(w.herkomst and w.herkomst.voorlopig for w in known)
        made = Herkomst(
            naam,
            peil=peil,
            voorlopig=voorlopig,
            regel=_("opgeteld"),
            termen=terms,
            ontbreekt=ontbreekt,
            cijfer=cijfer,
        )
    total = sum(w.getal or 0 for w in known)
    return Waarde(total, _combine(known), soort=known[0].soort, herkomst=made)


def minstens(opgeteld: Waarde) -> Waarde:
    """A sum that lacks reports: the real number is not lower."""
    if opgeteld.getal is None:
        return opgeteld
    word = _combine([opgeteld, Waarde(0, Kwalificatie.MINSTENS)])
    return replace(opgeteld, kwalificatie=word)


def verschil(nu: Waarde, toen: Waarde, naam: str = "", *, cijfer: str = "") -> Waarde:
    """
    What came in addition since *toen*; not reported where either number is missing.

    A rounded number of before turns the other way: 450 less "ruim 380" is "minder dan 70".
    """
    if nu.verborgen or toen.verborgen:
        return VERBORGEN
    if nu.getal is None or toen.getal is None:
        return NIET_GEMELD
    turned = Waarde(-toen.getal, _turn(toen))
    made = None
    if naam:
        peil = nu.herkomst.peil if nu.herkomst else None
        terms = (("", nu), ("−", toen))
        made = Herkomst(naam, peil=peil, regel=_("afgetrokken"), termen=terms, cijfer=cijfer)
    return Waarde(nu.getal - toen.getal, _combine([nu, turned]), soort=nu.soort, herkomst=made)


def aandeel(deel: Waarde, geheel: Waarde, naam: str) -> Waarde:
    """
    *deel* in per cent of *geheel*, rounded down so that no threshold is met by rounding.

    Not reported where either is missing or the whole is nothing.
    """
    if deel.verborgen or geheel.verborgen:
        return VERBORGEN
    if deel.getal is None or not geheel.getal:
        return NIET_GEMELD
    peil = deel.herkomst.peil if deel.herkomst else None
    terms = (("", deel), ("÷", geheel))
    made = Herkomst(naam, peil=peil, regel=_("gedeeld, naar beneden afgerond"), termen=terms)
    turned = Waarde(geheel.getal, _turn(geheel))
    share = deel.getal * 100 // geheel.getal
    return Waarde(share, _combine([deel, turned]), soort=Soort.PROCENT, herkomst=made)


def telling(
    namen: Iterable[tuple[str, Place | None]], naam: str, peil: Kwartaal | None = None
) -> Waarde:
    """How many there are of something, each of which stands at a place in the input."""
    terms = tuple(("+", Waarde(1, herkomst=Herkomst(n, at))) for n, at in namen)
    return Waarde(len(terms), herkomst=Herkomst(naam, peil=peil, regel=_("geteld"), termen=terms))


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
