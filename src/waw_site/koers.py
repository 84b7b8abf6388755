"""Is a goal on course? The plan ratio, its thresholds, and when there is nothing to judge."""

from dataclasses import dataclass

from waw_site.catalogus import _
from waw_site.kwartaal import Kwartaal, Ritme
from waw_site.model import Koersregel, Oordeel, Oordeling, Plan
from waw_site.notation import dit, kwartalen
from waw_site.waarde import Herkomst, Waarde, aandeel

_REGEL = Koersregel()


@dataclass(frozen=True, slots=True)
class Tussendoel:
    """The goal to date, and whether it was published or drawn as a straight line."""

    waarde: Waarde
    berekend: bool = False

    @property
    def getal(self) -> int:
        """The number to reach."""
        return self.waarde.getal or 0


@dataclass(frozen=True, slots=True)
class Koers:
    """
    The status of a goal, with what it rests on.

    `berekend` is what the rule gives; None says that the rule cannot judge, and `waarom_niet`
    why. `programma` is the judgement that the programme published. `procent` is the realised
    share of what was planned to date, rounded down.
    """

    berekend: Oordeel | None
    waarom_niet: str = ""
    procent: Waarde | None = None
    programma: Oordeling | None = None

    @property
    def oordeel(self) -> Oordeel | None:
        """The status to show: the editor's with a reason, else the rule's, else the programme's."""
        if self.programma and (self.overruled or not self.berekend):
            return self.programma.oordeel
        return self.berekend

    @property
    def overruled(self) -> bool:
        """Whether the editor put another judgement over the computed one, with a reason."""
        return bool(self.contradicts and self.programma and self.programma.reden)

    @property
    def contradicts(self) -> bool:
        """Whether the published judgement is another than the computed one."""
        return bool(
            self.programma
            and self.berekend
            and self.programma.oordeel is not self.berekend
            and {self.programma.oordeel, self.berekend} != {Oordeel.OP_KOERS, Oordeel.DOEL_BEREIKT}
        )


def lineair(plan: Plan, totaal: Waarde, begin: Kwartaal, kwartaal: Kwartaal) -> Tussendoel | None:
    """
    The goal to date where none was published and the plan says `lineair`.

    It is the share of *totaal* that belongs to the quarters passed since *begin*, rounded down.
    """
    if plan.tussendoel != "lineair" or totaal.getal is None:
        return None
    whole = plan.einde.index - begin.index + 1
    passed = min(max(kwartaal.index - begin.index + 1, 0), whole)
    if whole <= 0:
        return None
    said = _("evenredig met de tijd: {voorbij} van de {alle} {perioden}, naar beneden afgerond")
    made = Herkomst(
        naam=_("Tussendoel, berekend"),
        peil=kwartaal,
        regel=said.format(voorbij=passed, alle=whole, perioden=kwartalen(begin.ritme)),
        termen=(("", totaal),),
    )
    return Tussendoel(Waarde(totaal.getal * passed // whole, herkomst=made), berekend=True)


def koers(
    bereikt: Waarde,
    doel: Waarde | None,
    gepland: Tussendoel | None,
    *,
    volledig: bool,
    programma: Oordeling | None = None,
    ritme: Ritme = Ritme.KWARTAAL,
    regel: Koersregel = _REGEL,
) -> Koers:
    """
    Judge *bereikt* by the plan ratio R = realised / planned to date.

    Goal reached: realised ≥ total. Op koers and bijsturen: R from the shares of *regel* on, 0.95
    and 0.60 by default. Achter: R below that. Not judged: no goal, nothing planned to date or less
    than *regel* asks for, nothing reported, or a sum that lacks reports (*volledig* False) and
    would be judged too low for that.
    """
    totaal = doel.getal if doel else None

    def not_judged(why: str) -> Koers:
        return Koers(None, why, programma=programma)

    if totaal is None:
        return not_judged(_("er is geen doel"))
    if bereikt.getal is None:
        return not_judged(_("er is geen getal gemeld"))
    reached = bereikt.getal - (1 if bereikt.below else 0)
    if totaal > 0 and reached >= totaal:
        return Koers(Oordeel.DOEL_BEREIKT, programma=programma)
    if gepland is None:
        return not_judged(_("er is geen tussendoel voor {dit}").format(dit=dit(ritme)))
    if gepland.getal == 0:
        return not_judged(_("het tussendoel is nul"))
    if gepland.getal < (least := regel.minst_gepland):
        return not_judged(_("het tussendoel is kleiner dan {minst}").format(minst=least))
    oordeel = _by_ratio(bereikt.getal, gepland.getal, regel)
    if not volledig and oordeel is not Oordeel.OP_KOERS:
        return not_judged(_("nog niet alle projecten hebben gemeld"))
    procent = aandeel(bereikt, gepland.waarde, _("Bereikt, als deel van het tussendoel"))
    return Koers(oordeel, procent=procent, programma=programma)


def _by_ratio(bereikt: int, gepland: int, regel: Koersregel) -> Oordeel:
    """In whole numbers, so that a threshold is met exactly."""
    if bereikt * 100 >= regel.op_koers_vanaf * gepland:
        return Oordeel.OP_KOERS
    if bereikt * 100 >= regel.bijsturen_vanaf * gepland:
        return Oordeel.BIJSTUREN
    return Oordeel.ACHTER
