"""What the audit found, in words for who must mend it."""

from collections.abc import Callable, Sequence

from waw_site.audit.eisen import Cel
from waw_site.audit.oplosser import Eis, Stelsel, nabij
from waw_site.problem import Problem


def lek(cel: Cel, grenzen: tuple[int, int], eisen: Sequence[Eis], vrij: frozenset[str]) -> Problem:
    """A hidden figure that can be reckoned too closely, and a smallest set of what betrays it."""

    def betrays(system: Stelsel) -> bool:
        return system.grenzen(cel.naam) == grenzen

    near = next(system for some in nabij(cel.naam, eisen) if betrays(system := Stelsel(some, vrij)))
    witnesses = near.getuigen(cel.naam)
    enough = bool(witnesses) and betrays(Stelsel(witnesses, vrij))
    guilty = _smallest(witnesses if enough else near.eisen, vrij, betrays)
    low, high = grenzen
    where = f"is {low}" if low == high else f"ligt tussen {low} en {high}"
    message = f"Het afgeschermde cijfer “{cel.naam}” is na te rekenen: het {where}."
    how = "Scherm meer cijfers af, of haal een van deze getallen weg."
    return Problem(cel.plaats, message, f"Het lekt door {_told(guilty)}. {how}")


def strijd(cel: Cel, eisen: Sequence[Eis], vrij: frozenset[str]) -> Problem:
    """Published figures around a hidden one that cannot all be true, and a smallest set of them."""
    near = next(ring for ring in nabij(cel.naam, eisen) if not Stelsel(ring, vrij).past())
    guilty = _smallest(near, vrij, lambda system: not system.past())
    message = f"De cijfers rond het afgeschermde “{cel.naam}” spreken elkaar tegen."
    return Problem(cel.plaats, message, f"Niet samen waar: {_told(guilty)}.")


def onbegrepen(cel: Cel, wat: str) -> Problem:
    """Something that is said around a hidden figure, and that the audit cannot reckon with."""
    message = f"Bij “{cel.naam}” begrijpt de controle {wat} niet."
    return Problem(cel.plaats, message, "Haal dit weg, of toon een ander cijfer.")


def _smallest(
    eisen: Sequence[Eis], vrij: frozenset[str], holds: Callable[[Stelsel], bool]
) -> list[Eis]:
    """Those of *eisen* that are needed for what *holds*: each is left out once, to see."""
    system = Stelsel(eisen, vrij)
    needed = []
    for n, eis in enumerate(eisen):
        system.zonder(n)
        if not holds(system):
            system.weer_met(n)
            needed.append(eis)
    return needed


def _told(eisen: Sequence[Eis]) -> str:
    """The rules of a set, and the figures that each rests on."""
    told = (f"{eis.regel}: {', '.join(eis.bewijs)}" if eis.bewijs else eis.regel for eis in eisen)
    return "; ".join(dict.fromkeys(told)) or "wat iedereen weet"
