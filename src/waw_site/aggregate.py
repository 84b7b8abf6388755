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
    geteld,
    getoond,
    plandoel,
    plantussendoel,
    projectdoel,
    projecttussendoel,
)
from waw_site.koers import Tussendoel, koers, lineair
from waw_site.kwartaal import Kwartaal
from waw_site.model import Doel, Editie, Plan, Stand
from waw_site.waarde import NIET_GEMELD, Waarde, som, verschil


def plan_in(plannen: Iterable[Plan], kwartaal: Kwartaal) -> Plan | None:
    """The plan in force in *kwartaal*: the last one that had begun."""
    begun = [plan for plan in plannen if plan.vanaf <= kwartaal]
    return max(begun, key=lambda plan: plan.vanaf) if begun else None


def aggregate(dataset: Dataset) -> dict[Kwartaal, EditieCijfers]:
    """
    The figures of every edition, by quarter, ascending.

    Growth is since the edition before it that is published: what is only a concept changes nothing.
    """
    wholes = _wholes(dataset)
    editions: dict[Kwartaal, EditieCijfers] = {}
    vorige: EditieCijfers | None = None
    for kwartaal, editie in dataset.edities.items():
        made = _Telling(dataset, kwartaal, editie, wholes).editie_cijfers(vorige)
        editions[kwartaal] = made
        vorige = vorige if editie.concept else made
    return editions


def _wholes(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Per project the wholes that it is a part of."""
    found: dict[str, tuple[str, ...]] = {}
    for slug, project in dataset.projecten.items():
        for part in project.onderdelen:
            found[part] = (*found.get(part, ()), slug)
    return found


@dataclass(frozen=True)
class _Telling:
    """The count of one edition: who is in it, what each reported, and who counts."""

    dataset: Dataset
    kwartaal: Kwartaal
    editie: Editie
    wholes: Mapping[str, tuple[str, ...]]

    @cached_property
    def rubriek_of(self) -> dict[str, str]:
        """Every project of the edition → its category; an unlisted part goes with its whole."""
        found = {p: r.rubriek for r in self.editie.rubrieken for p in r.projecten}
        waiting = [p for p in self.editie.listed if p in self.dataset.projecten]
        while waiting:
            whole = waiting.pop(0)
            for part in self.dataset.projecten[whole].onderdelen:
                if part not in found and self.takes_part(part):
                    found[part] = found[whole]
                    waiting.append(part)
        return {slug: r for slug, r in found.items() if slug in self.dataset.projecten}

    def takes_part(self, slug: str) -> bool:
        """Whether a part that the edition does not name has something to do with it."""
        project = self.dataset.projecten.get(slug)
        status = project.status_in(self.kwartaal) if project else None
        reports = self.kwartaal in self.dataset.standen.get(slug, {})
        return project is not None and (reports or bool(status and status.fase.runs))

    @cached_property
    def stand_of(self) -> dict[str, tuple[Kwartaal, Stand]]:
        """Position in force per project: of this quarter, else the final one of before."""
        found = {}
        for slug, standen in self.dataset.standen.items():
            if self.kwartaal in standen and slug in self.rubriek_of:
                found[slug] = (self.kwartaal, standen[self.kwartaal])
                continue
            final = [k for k, s in standen.items() if s.eindstand and k <= self.kwartaal]
            if final and slug in self.dataset.projecten:
                found[slug] = (max(final), standen[max(final)])
        return found

    @cached_property
    def earlier(self) -> tuple[str, ...]:
        """Projects that ended before and are in no category any more: they count all the same."""
        return tuple(slug for slug in sorted(self.stand_of) if slug not in self.rubriek_of)

    def value(self, slug: str, indicator: str) -> Waarde:
        """What *slug* reported of *indicator*, to count with."""
        if slug not in self.stand_of:
            return NIET_GEMELD
        return geteld(self.dataset, slug, self.stand_of[slug][0], indicator)

    def shown(self, w: Waarde) -> Waarde:
        """*w* as it is shown."""
        return getoond(self.dataset, w)

    def counted_in(self, slug: str, indicator: str) -> str | None:
        """The outermost whole that reports *indicator* for *slug*; None where it counts itself."""
        for whole in self.wholes.get(slug, ()):
            outer = self.counted_in(whole, indicator)
            if outer or self.value(whole, indicator).getal is not None:
                return outer or whole
        return None

    def total(self, slugs: Iterable[str], indicator: str, naam: str, cijfer: str) -> Totaal:
        """
        Add *indicator* over those of *slugs* that count, and see who is missing.

        The sum is called *cijfer* in this quarter.
        """
        counted: list[tuple[str, Waarde]] = []
        missing: list[str] = []
        for slug in slugs:
            project = self.dataset.projecten[slug]
            if project.buiten_regionale_doelen or self.counted_in(slug, indicator):
                continue
            figure = self.value(slug, indicator)
            if figure.getal is not None:
                counted.append((slug, figure))
            elif not figure.nvt and self.must_report(slug, indicator):
                missing.append(slug)
        label = self.dataset.programma.indicatoren[indicator].label
        total = som(
            (figure for _slug, figure in counted),
            f"{label}, {naam}",
            peil=self.kwartaal,
            ontbreekt=tuple(self.dataset.projecten[s].name_in(self.kwartaal) for s in missing),
            cijfer=f"{cijfer} in {self.kwartaal}",
            getoond=self.shown,
        )
        return Totaal(self.shown(total), tuple(slug for slug, _figure in counted), tuple(missing))

    def must_report(self, slug: str, indicator: str) -> bool:
        """
        Whether a report of *slug* is missed when there is none.

        It runs, is not yet answered for by its whole, and its own parts do not report either. Of a
        whole without any report the whole is missed, not each of its parts.
        """
        project = self.dataset.projecten[slug]
        status = project.status_in(self.kwartaal)
        expected = project.indicatoren
        if expected is None:
            expected = self.dataset.programma.counted
        if not (status and status.fase.runs and indicator in expected):
            return False
        if any(self.value(part, indicator).getal is not None for part in project.onderdelen):
            return False
        listed = [w for w in self.wholes.get(slug, ()) if w in self.rubriek_of]
        return not any(self.must_report(whole, indicator) for whole in listed)

    def post(self, slug: str, vorige: "EditieCijfers | None") -> Post:
        """One project with its figures."""
        project = self.dataset.projecten[slug]
        stand_van, stand = self.stand_of.get(slug, (None, None))
        names = self.dataset.programma.indicatoren
        reported = {i: self.value(slug, i) for i in names if stand and i in stand.cijfers}
        goals = {i: d for i in names if (d := project.goal_in(self.kwartaal, i))}
        until = {i: d for i, d in goals.items() if self.kwartaal in d.tussendoelen}
        counted = {
            i: whole
            for i, figure in reported.items()
            if figure.getal is not None and (whole := self.counted_in(slug, i))
        }
        figures = {
            i: self.told(slug, i, self.shown(figure), counted.get(i))
            for i, figure in reported.items()
        }
        before = self.before(slug, vorige) if stand_van == self.kwartaal else {}
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
            (self.dataset.projecten[part].name_in(self.kwartaal), self.shown(inside))
            for part in self.dataset.projecten[slug].onderdelen
            if part in self.dataset.projecten
            and (inside := self.value(part, indicator)).getal is not None
        ]
        name = self.dataset.projecten[whole].name_in(self.kwartaal) if whole else ""
        made = replace(figure.herkomst, meegeteld=tuple(parts), telt_mee_in=name)
        note = figure.noot or (_("Telt mee in {naam}.").format(naam=name) if name else None)
        return replace(figure, herkomst=made, noot=note)

    def before(self, slug: str, vorige: "EditieCijfers | None") -> Mapping[str, Waarde]:
        """What *slug* had reported at the previous edition."""
        stand = self.dataset.stand(slug, vorige.kwartaal) if vorige else None
        if stand is None or vorige is None:
            return {}
        return {i: gemeld(self.dataset, slug, vorige.kwartaal, i) for i in stand.cijfers}

    def editie_cijfers(self, vorige: "EditieCijfers | None") -> EditieCijfers:
        """The whole edition."""
        programma = self.dataset.programma
        members: dict[str, list[str]] = {r.rubriek: [] for r in self.editie.rubrieken}
        for slug, rubriek in self.rubriek_of.items():
            members[rubriek].append(slug)
        rubrieken = tuple(
            self.rubriek(r.rubriek, r.naam, members[r.rubriek], vorige)
            for r in self.editie.rubrieken
        )
        everyone = [*self.rubriek_of, *self.earlier]
        plan = plan_in(programma.plannen, self.kwartaal)
        return EditieCijfers(
            kwartaal=self.kwartaal,
            editie=self.editie,
            vorige=vorige.kwartaal if vorige else None,
            plan=plan,
            voortgang={i: self.progress(i, everyone, plan, vorige) for i in programma.counted},
            rubrieken=rubrieken,
            eerder=self.rubriek("eerder", _("Eerder afgerond"), self.earlier, vorige),
            sectoren=self.sectors(everyone),
        )

    def rubriek(
        self, rubriek: str, naam: str, slugs: Iterable[str], vorige: "EditieCijfers | None"
    ) -> RubriekCijfers:
        """A category with its projects."""
        slugs = tuple(slugs)
        counted = self.dataset.programma.counted
        totals = {i: self.total(slugs, i, naam, f"rubriek.{rubriek}.{i}") for i in counted}
        return RubriekCijfers(rubriek, naam, tuple(self.post(s, vorige) for s in slugs), totals)

    def sectors(self, slugs: Iterable[str]) -> dict[str, dict[str, Totaal]]:
        """Totals per sector, in the order of programma.yaml; a project without one is in none."""
        by_sector: dict[str, list[str]] = {s: [] for s in self.dataset.programma.sectoren}
        for slug in slugs:
            sector = self.dataset.projecten[slug].sector
            if sector in by_sector:
                by_sector[sector].append(slug)
        counted = self.dataset.programma.counted
        names = self.dataset.programma.sectoren
        called = {s: _("sector {naam}").format(naam=naam) for s, naam in names.items()}
        return {
            sector: {
                i: self.total(members, i, called[sector], f"sector.{sector}.{i}") for i in counted
            }
            for sector, members in by_sector.items()
            if members
        }

    def progress(
        self,
        indicator: str,
        slugs: Iterable[str],
        plan: Plan | None,
        vorige: "EditieCijfers | None",
    ) -> Voortgang:
        """The programme's way towards one goal."""
        label = self.dataset.programma.indicatoren[indicator].label
        totaal = self.total(slugs, indicator, _("alle projecten samen"), f"{indicator}.opgeteld")
        published = gepubliceerd(self.dataset, self.kwartaal, indicator)
        doel, gepland = self.goal(indicator, plan)
        reached = totaal.opgeteld if published.getal is None else published
        complete = published.getal is not None or not totaal.ontbreekt
        before = vorige.voortgang[indicator] if vorige else None
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
                programma=self.editie.oordelen.get(indicator),
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

    def goal(self, indicator: str, plan: Plan | None) -> tuple[Waarde | None, Tussendoel | None]:
        """The goal of the plan in force, and what of it should be reached by now."""
        doel: Doel | None = None
        if plan:
            doel = next((d for d in plan.doelen if d.indicator == indicator), None)
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
