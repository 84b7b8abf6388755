"""The names by which a text can call a figure: name and quarter → figure or status."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from waw_site import begroting
from waw_site import dataset as ds
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers, Post, Voortgang
from waw_site.dataset import Dataset
from waw_site.expressie import Pad, ontleed
from waw_site.gelezen import (
    feit,
    gemeld,
    plandoel,
    projectdoel,
    projecttussendoel,
    tijd_over,
)
from waw_site.koers import Koers
from waw_site.kwartaal import Kwartaal
from waw_site.model import Fase, Plan, Stand
from waw_site.notation import kwartaal as in_words
from waw_site.problem import nearest
from waw_site.uitgesplitst import cel
from waw_site.waarde import NIET_GEMELD, Herkomst, Soort, Waarde, aandeel, telling, verschil

Gevonden = Waarde | Koers | Fase


class UnknownNameError(Exception):
    """There is no figure of that name; says so in Dutch, with a hint."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


PROGRAMMA: dict[str, Callable[[Voortgang], Gevonden]] = {
    "bereikt": lambda v: v.bereikt,
    "doel": lambda v: v.doel or NIET_GEMELD,
    "tussendoel": lambda v: v.tussendoel.waarde if v.tussendoel else NIET_GEMELD,
    "groei": lambda v: v.groei,
    "opgeteld": lambda v: v.totaal.getoond,
    "gepubliceerd": lambda v: v.gepubliceerd,
    "rest": lambda v: v.rest,
    "over": lambda v: verschil(v.doel or NIET_GEMELD, v.bereikt, _("Nog te gaan tot het doel")),
    "procent": lambda v: aandeel(
        v.bereikt, v.doel or NIET_GEMELD, _("Bereikt, als deel van het doel")
    ),
    "status": lambda v: v.koers,
}
_PROJECT = ("doel", "tussendoel", "groei", "procent")


@dataclass(frozen=True)
class Cijferboek:
    """All figures of the data and of every edition, by name."""

    dataset: Dataset
    editions: Mapping[Kwartaal, EditieCijfers]
    _posten: dict[Kwartaal, Mapping[str, Post]] = field(  # those that were asked for, each once
        init=False, default_factory=dict, repr=False, compare=False
    )

    def zoek(self, pad: Pad) -> Gevonden:
        """
        The figure or status that *pad* names; of the newest published edition without a quarter.

        Raises UnknownNameError.
        """
        kwartaal = pad.kwartaal or self.nieuwste
        if "#" in pad.naam:
            path, _sign, naam = pad.naam.rpartition("#")
            return self._feit(path, naam)
        if kwartaal is None:
            ritme = self.dataset.programma.ritme
            raise UnknownNameError(
                f"Er is nog geen editie; noem een {ritme} (in {ritme.voorbeeld})."
            )
        if (part := f"{pad.naam} in {kwartaal}") in self.dataset.delen:
            return cel(self.dataset, part)
        first, *rest = pad.naam.split(".")
        if first in self.dataset.programma.indicatoren:
            return self._programma(kwartaal, first, rest)
        if first in self.dataset.projecten:
            return self._project(kwartaal, first, rest)
        if first in self.VAST:
            return self.VAST[first](self, kwartaal, rest)
        known = [*self.dataset.programma.counted, *self.dataset.projecten, *self.VAST]
        hint = f"{nearest(first, known)} Is het een feit? Zet het dan bij feiten."
        raise UnknownNameError(f"Er is geen cijfer “{pad.naam}”.", hint)

    @property
    def nieuwste(self) -> Kwartaal | None:
        """The quarter of the newest edition, a concept only where there is nothing else."""
        published = [k for k, e in self.editions.items() if not e.editie.concept]
        return max(published or self.editions, default=None)

    def _feit(self, path: str, naam: str) -> Waarde:
        """A fact; as a sum it knows its terms."""
        found = feit(self.dataset, path, naam)
        declared = self.dataset.feiten.get(path, {}).get(naam)
        if declared is None or not declared.som or found.herkomst is None:
            return found
        terms = tuple(("+", self.term(name)[1]) for name in declared.som)
        return replace(found, herkomst=replace(found.herkomst, regel=_("opgeteld"), termen=terms))

    def term(self, naam: str) -> tuple[int, Waarde]:
        """
        The number of a figure that a fact adds up, and the figure as it is shown.

        Raises UnknownNameError, WrongExpressionError.
        """
        pad = ontleed(naam).paden[0]
        shown = self.zoek(pad)
        counted = self.dataset.cellen.get(str(pad))
        if not isinstance(shown, Waarde) or (shown.exact is None and counted is None):
            raise UnknownNameError(f"“{naam}” is geen precies cijfer.", "Noem een ander cijfer.")
        return counted.waarde if counted else shown.getal or 0, shown

    def kwartalen(self, pad: Pad) -> tuple[Kwartaal, ...]:
        """The quarters in which a project did report what *pad* names."""
        slug, _, indicator = pad.naam.partition(".")
        standen = self.dataset.standen.get(slug, {})
        return tuple(
            k
            for k, stand in sorted(standen.items())
            if indicator in stand.cijfers and isinstance(stand.cijfers[indicator].waarde, int)
        )

    def waarde(self, naam: str, kwartaal: Kwartaal | None = None) -> Waarde:
        """
        The figure that *naam* (`zorgstart.bemiddeld in 2024-Q2`) calls, of *kwartaal* by default.

        Raises WrongExpressionError, UnknownNameError.
        """
        read = ontleed(naam)
        if read.woorden or len(read.paden) > 1:
            raise UnknownNameError(f"“{naam}” is meer dan de naam van één cijfer.")
        pad = read.paden[0]
        found = self.zoek(Pad(pad.naam, pad.kwartaal or kwartaal))
        if not isinstance(found, Waarde) or found.getal is None:
            raise UnknownNameError(f"“{naam}” is geen gemeld cijfer.", "Noem een ander cijfer.")
        return found

    def editie(self, kwartaal: Kwartaal) -> EditieCijfers:
        """The edition of *kwartaal*. Raises UnknownNameError."""
        if kwartaal not in self.editions:
            hint = nearest(str(kwartaal), map(str, self.editions))
            raise UnknownNameError(f"Er is geen editie {kwartaal}.", hint)
        return self.editions[kwartaal]

    def posten(self, kwartaal: Kwartaal) -> Mapping[str, Post]:
        """The projects of the edition of *kwartaal*, by name. Raises UnknownNameError."""
        if kwartaal not in self._posten:
            self._posten[kwartaal] = self.editie(kwartaal).posten
        return self._posten[kwartaal]

    def plan(self, kwartaal: Kwartaal) -> Plan:
        """The plan in force in *kwartaal*. Raises UnknownNameError."""
        plan = self.dataset.programma.plan_in(kwartaal)
        if plan is None:
            raise UnknownNameError(f"In {kwartaal} geldt nog geen plan.")
        return plan

    def _programma(self, kwartaal: Kwartaal, indicator: str, rest: list[str]) -> Gevonden:
        part = _one(indicator, rest or ["bereikt"], PROGRAMMA)
        if part == "doel" and kwartaal not in self.editions:
            plan = self.plan(kwartaal)
            goals = [d for d in plan.doelen if d.indicator == indicator]
            return plandoel(self.dataset, plan, goals[0]) if goals else NIET_GEMELD
        voortgang = self.editie(kwartaal).voortgang
        if indicator not in voortgang:
            message = f"“{indicator}” telt niet op tot het programma; noem een project."
            who = next((p for p, s in self.dataset.standen.items() if _meldt(s, indicator)), "")
            hint = f"Schrijf bijvoorbeeld {who}.{indicator}." if who else ""
            raise UnknownNameError(message, hint)
        return PROGRAMMA[part](voortgang[indicator])

    def _project(self, kwartaal: Kwartaal, slug: str, rest: list[str]) -> Gevonden:
        project = self.dataset.projecten[slug]
        if rest[:1] == ["status"] and rest[1:]:
            raise UnknownNameError(f"“{slug}.status” heeft geen “{'.'.join(rest[1:])}”.")
        if rest == ["status"]:
            status = project.status_in(kwartaal)
            if status is None:
                raise UnknownNameError(f"In {kwartaal} heeft “{slug}” nog geen status.")
            return status.fase
        indicator = _one(slug, rest[:1], [*self.dataset.programma.indicatoren, "status"])
        part = _one(f"{slug}.{indicator}", rest[1:] or [""], ["", *_PROJECT])
        figure = self._figure(kwartaal, slug, indicator)
        doel = project.goal_in(kwartaal, indicator)
        goal = projectdoel(self.dataset, slug, doel) if doel else NIET_GEMELD
        match part:
            case "doel":
                return goal
            case "tussendoel" if doel:
                return projecttussendoel(self.dataset, slug, doel, kwartaal)
            case "procent":
                return aandeel(figure, goal, _("Bereikt, als deel van het doel"))
            case "groei":
                posts = self.posten(kwartaal)
                return posts[slug].groei.get(indicator, NIET_GEMELD) if slug in posts else figure
            case "":
                return figure
        return NIET_GEMELD

    def _figure(self, kwartaal: Kwartaal, slug: str, indicator: str) -> Waarde:
        """As the edition of *kwartaal* shows it (a final position goes on), or as reported."""
        if kwartaal in self.editions:
            post = self.posten(kwartaal).get(slug)
            if post and indicator in post.cijfers:
                return post.cijfers[indicator]
        return gemeld(self.dataset, slug, kwartaal, indicator)

    def _projecten(self, kwartaal: Kwartaal, rest: list[str]) -> Gevonden:
        if rest:
            raise UnknownNameError(f"“projecten.{'.'.join(rest)}” is geen cijfer.")
        numbers = range(len(self.editie(kwartaal).editie.rubrieken))
        return self._listed(kwartaal, numbers, _("Projecten in deze editie"))

    def _listed(self, kwartaal: Kwartaal, numbers: Iterable[int], naam: str) -> Waarde:
        editie = self.editie(kwartaal).editie
        path = ds.editie_path(kwartaal)
        return telling(
            (
                (slug, self.dataset.value(path, "rubrieken", n, "projecten", m))
                for n in numbers
                for m, slug in enumerate(editie.rubrieken[n].projecten)
            ),
            naam,
            kwartaal,
        )

    def _rubriek(self, kwartaal: Kwartaal, rest: list[str]) -> Gevonden:
        rubrieken = self.editie(kwartaal).rubrieken
        names = [r.rubriek for r in rubrieken]
        name = _one("rubriek", rest[:1], names)
        what = _one(f"rubriek.{name}", rest[1:], [*self.dataset.programma.counted, "projecten"])
        n = names.index(name)
        if what == "projecten":
            named = _("Projecten in {naam}").format(naam=rubrieken[n].naam)
            return self._listed(kwartaal, [n], named)
        return rubrieken[n].totalen[what].getoond

    def _sector(self, kwartaal: Kwartaal, rest: list[str]) -> Gevonden:
        sectoren = self.editie(kwartaal).sectoren
        name = _one("sector", rest[:1], sectoren)
        what = _one(f"sector.{name}", rest[1:], self.dataset.programma.counted)
        return sectoren[name][what].getoond

    def _begroting(self, _kwartaal: Kwartaal, rest: list[str]) -> Gevonden:
        slug = _one("begroting", rest[:1], self.dataset.begrotingen)
        rows = {p.post: (n, m) for n, m, p in begroting.posten(self.dataset, slug)}
        totals = begroting.TOTALEN
        what = _one(f"begroting.{slug}", rest[1:2] or ["totaal"], [*rows, *totals])
        if what in totals and rest[2:]:
            raise UnknownNameError(f"“begroting.{slug}.{what}” heeft geen “{'.'.join(rest[2:])}”.")
        if what in totals:
            return totals[what](self.dataset, slug)
        key = _one(f"begroting.{slug}.{what}", rest[2:] or ["bedrag"], ["bedrag", "exact", "was"])
        n, m = rows[what]
        if key == "was":
            revised = self.dataset.begrotingen[slug].secties[n].posten[m].herzieningen
            return begroting.eerder(self.dataset, slug, n, m, 0) if revised else NIET_GEMELD
        return begroting.bedrag(self.dataset, slug, n, m, key)

    def _tijd(self, kwartaal: Kwartaal, rest: list[str]) -> Gevonden:
        what = _one("tijd", rest, ["over", "looptijd"])
        plan = self.plan(kwartaal)
        if what == "over":
            return tijd_over(self.dataset, plan, kwartaal)
        begin = self.dataset.programma.begin
        months = (plan.einde.index - begin.index + 1) * begin.ritme.maanden
        said = _("van het {begin} tot en met het {eind}")
        rule = said.format(begin=in_words(begin), eind=in_words(plan.einde))
        place = self.dataset.value(ds.PROGRAMMA, "begin")
        made = Herkomst(_("Looptijd van het programma"), place, peil=kwartaal, regel=rule)
        return Waarde(max(months, 0), soort=Soort.MAANDEN, herkomst=made)

    VAST: ClassVar[Mapping[str, Callable[["Cijferboek", Kwartaal, list[str]], Gevonden]]] = {
        "projecten": _projecten,
        "rubriek": _rubriek,
        "sector": _sector,
        "tijd": _tijd,
        "begroting": _begroting,
    }


def _meldt(standen: Mapping[Kwartaal, Stand], indicator: str) -> bool:
    return any(indicator in stand.cijfers for stand in standen.values())


def _one(before: str, rest: list[str], known: Iterable[str]) -> str:
    """The one name in *rest*, which must be one of *known*."""
    names = [name for name in known if name]
    if not rest:
        raise UnknownNameError(f"Achter “{before}” ontbreekt wat u bedoelt.", nearest("", names))
    if len(rest) > 1 or (rest[0] and rest[0] not in names):
        said = ".".join(rest)
        hint = nearest(rest[0], names)
        raise UnknownNameError(f"“{before}” heeft geen “{said}”.", hint)
    return rest[0]
