"""Who is in an edition, what each reported, and the sums over those who count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from waw_site.cijfers import Totaal
from waw_site.dataset import Dataset
from waw_site.gelezen import geteld, getoond
from waw_site.kwartaal import Kwartaal
from waw_site.model import Editie, Stand
from waw_site.waarde import NIET_GEMELD, Waarde, som


def gehelen(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Per project the wholes that it is a part of."""
    found: dict[str, tuple[str, ...]] = {}
    for slug, project in dataset.projecten.items():
        for part in project.onderdelen:
            found[part] = (*found.get(part, ()), slug)
    return found


@dataclass(frozen=True)
class Optelling:
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
