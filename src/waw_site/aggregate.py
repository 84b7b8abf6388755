"""Dataset + Kwartaal → the figures of an edition; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers, Post, RubriekCijfers, Totaal, Voortgang
from waw_site.dataset import Dataset
from waw_site.gelezen import (
    gemeld,
    gepubliceerd,
    plandoel,
    plantussendoel,
    projectdoel,
    projecttussendoel,
)
from waw_site.koers import Tussendoel, koers, lineair
from waw_site.kwartaal import Kwartaal
from waw_site.model import Plan
from waw_site.optelling import Optelling, gehelen
from waw_site.waarde import NIET_GEMELD, Waarde, verschil


def aggregate(dataset: Dataset) -> dict[Kwartaal, EditieCijfers]:
    """
    The figures of every edition, by quarter, ascending.

    Growth is since the edition before it that is published: what is only a concept changes nothing.
    """
    wholes = gehelen(dataset)
    editions: dict[Kwartaal, EditieCijfers] = {}
    vorige: EditieCijfers | None = None
    for kwartaal, editie in dataset.edities.items():
        made = _Editie(Optelling(dataset, kwartaal, editie, wholes), vorige).cijfers()
        editions[kwartaal] = made
        vorige = vorige if editie.concept else made
    return editions


@dataclass(frozen=True)
class _Editie:
    """The figures of one edition, from what was added up for it and the edition before it."""

    som: Optelling
    vorige: EditieCijfers | None

    @property
    def dataset(self) -> Dataset:
        return self.som.dataset

    @property
    def kwartaal(self) -> Kwartaal:
        return self.som.kwartaal

    @cached_property
    def plan(self) -> Plan | None:
        return self.dataset.programma.plan_in(self.kwartaal)

    def post(self, slug: str) -> Post:
        """One project with its figures."""
        project = self.dataset.projecten[slug]
        stand_van, stand = self.som.stand_of.get(slug, (None, None))
        names = self.dataset.programma.indicatoren
        reported = {i: self.som.value(slug, i) for i in names if stand and i in stand.cijfers}
        goals = {i: d for i in names if (d := project.goal_in(self.kwartaal, i))}
        until = {i: d for i, d in goals.items() if self.kwartaal in d.tussendoelen}
        counted = {
            i: whole
            for i, figure in reported.items()
            if figure.getal is not None and (whole := self.som.counted_in(slug, i))
        }
        figures = {
            i: self.told(slug, i, self.som.shown(figure), counted.get(i))
            for i, figure in reported.items()
        }
        before = self.before(slug) if stand_van == self.kwartaal else {}
        return Post(
            slug=slug,
            naam=project.name_in(self.kwartaal),
            project=project,
            status=project.status_in(self.kwartaal),
            stand=stand,
            stand_van=stand_van,
            cijfers=figures,
            groei=_growth(figures, before),
            doelen={i: projectdoel(self.dataset, slug, d) for i, d in goals.items()},
            tussendoelen={
                i: projecttussendoel(self.dataset, slug, d, self.kwartaal) for i, d in until.items()
            },
            meegeteld_in=counted,
        )

    def told(self, slug: str, indicator: str, figure: Waarde, whole: str | None) -> Waarde:
        """*figure* with what it says of its whole and its parts, in a note and in its origin."""
        if figure.herkomst is None or (figure.getal is None and not figure.verborgen):
            return figure
        parts = [
            (self.dataset.projecten[part].name_in(self.kwartaal), self.som.shown(inside))
            for part in self.dataset.projecten[slug].onderdelen
            if part in self.dataset.projecten
            and (inside := self.som.value(part, indicator)).getal is not None
        ]
        name = self.dataset.projecten[whole].name_in(self.kwartaal) if whole else ""
        made = replace(figure.herkomst, meegeteld=tuple(parts), telt_mee_in=name)
        note = figure.noot or (_("Telt mee in {naam}.").format(naam=name) if name else None)
        return replace(figure, herkomst=made, noot=note)

    def before(self, slug: str) -> Mapping[str, Waarde]:
        """What *slug* had reported at the previous edition."""
        then = self.vorige.kwartaal if self.vorige else None
        stand = self.dataset.stand(slug, then) if then else None
        if stand is None or then is None:
            return {}
        return {i: gemeld(self.dataset, slug, then, i) for i in stand.cijfers}

    def cijfers(self) -> EditieCijfers:
        """The whole edition."""
        programma = self.dataset.programma
        members: dict[str, list[str]] = {r.rubriek: [] for r in self.som.editie.rubrieken}
        for slug, rubriek in self.som.rubriek_of.items():
            members[rubriek].append(slug)
        rubrieken = tuple(
            self.rubriek(r.rubriek, r.naam, members[r.rubriek]) for r in self.som.editie.rubrieken
        )
        everyone = [*self.som.rubriek_of, *self.som.earlier]
        return EditieCijfers(
            kwartaal=self.kwartaal,
            editie=self.som.editie,
            vorige=self.vorige.kwartaal if self.vorige else None,
            plan=self.plan,
            voortgang={i: self.progress(i, everyone) for i in programma.counted},
            rubrieken=rubrieken,
            eerder=self.rubriek("eerder", _("Eerder afgerond"), self.som.earlier),
            sectoren=self.sectors(everyone),
        )

    def rubriek(self, rubriek: str, naam: str, slugs: Iterable[str]) -> RubriekCijfers:
        """A category with its projects."""
        slugs = tuple(slugs)
        counted = self.dataset.programma.counted
        totals = {i: self.som.total(slugs, i, naam, f"rubriek.{rubriek}.{i}") for i in counted}
        return RubriekCijfers(rubriek, naam, tuple(self.post(s) for s in slugs), totals)

    def sectors(self, slugs: Iterable[str]) -> dict[str, dict[str, Totaal]]:
        """Totals per sector, in the order of programma.yaml; a project without one is in none."""
        by_sector: dict[str, list[str]] = {s: [] for s in self.dataset.programma.sectoren}
        for slug in slugs:
            sector = self.dataset.projecten[slug].sector
            if sector in by_sector:
                by_sector[sector].append(slug)
        return {s: self.sector(s, members) for s, members in by_sector.items() if members}

    def sector(self, sector: str, slugs: Iterable[str]) -> dict[str, Totaal]:
        """The totals of one sector."""
        programma = self.dataset.programma
        naam = _("sector {naam}").format(naam=programma.sectoren[sector])
        return {
            i: self.som.total(slugs, i, naam, f"sector.{sector}.{i}") for i in programma.counted
        }

    def progress(self, indicator: str, slugs: Iterable[str]) -> Voortgang:
        """The programme's way towards one goal."""
        label = self.dataset.programma.indicatoren[indicator].label
        totaal = self.som.total(
            slugs, indicator, _("alle projecten samen"), f"{indicator}.opgeteld"
        )
        published = gepubliceerd(self.dataset, self.kwartaal, indicator)
        doel, gepland = self.goal(indicator)
        reached = totaal.opgeteld if published.getal is None else published
        complete = published.getal is not None or not totaal.ontbreekt
        before = self.vorige.voortgang[indicator] if self.vorige else None
        comparable = complete and before is not None and before.volledig
        return Voortgang(
            indicator=indicator,
            totaal=totaal,
            gepubliceerd=published,
            rest=verschil(
                published,
                totaal.opgeteld,
                _("{wat}, niet uitgesplitst in de bron").format(wat=label),
                cijfer=f"{indicator}.rest in {self.kwartaal}",
            ),
            doel=doel,
            tussendoel=gepland,
            koers=koers(
                reached,
                doel,
                gepland,
                volledig=complete,
                programma=self.som.editie.oordelen.get(indicator),
                ritme=self.kwartaal.ritme,
                regel=self.dataset.programma.koers,
            ),
            groei=verschil(
                reached,
                before.bereikt,
                _("{wat}, erbij sinds de vorige editie").format(wat=label),
                cijfer=f"{indicator}.groei in {self.kwartaal}",
            )
            if before and comparable
            else NIET_GEMELD,
        )

    def goal(self, indicator: str) -> tuple[Waarde | None, Tussendoel | None]:
        """The goal of the plan in force, and what of it should be reached by now."""
        plan = self.plan
        found = (d for d in plan.doelen if d.indicator == indicator) if plan else iter(())
        doel = next(found, None)
        if plan is None or doel is None:
            return None, None
        total = plandoel(self.dataset, plan, doel)
        if self.kwartaal in doel.tussendoelen:
            return total, Tussendoel(plantussendoel(self.dataset, plan, doel, self.kwartaal))
        return total, lineair(plan, total, self.dataset.programma.begin, self.kwartaal)


def _growth(now: Mapping[str, Waarde], before: Mapping[str, Waarde]) -> dict[str, Waarde]:
    """Per indicator what came in addition, where both quarters have a number."""
    return {
        i: _grown(figure, before[i])
        for i, figure in now.items()
        if i in before and figure.getal is not None and before[i].getal is not None
    }


def _grown(now: Waarde, before: Waarde) -> Waarde:
    naam, called = (now.herkomst.naam, now.herkomst.cijfer) if now.herkomst else ("", "")
    what, _in, quarter = called.partition(" in ")
    return verschil(
        now,
        before,
        _("{wat}, erbij sinds de vorige editie").format(wat=naam),
        cijfer=f"{what}.groei in {quarter}" if quarter else "",
    )
