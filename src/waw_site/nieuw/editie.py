"""The next edition: a concept with what stays, empty figures, and the earlier texts as drafts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from waw_site import dataset as ds
from waw_site import notation
from waw_site.add import Vervanging
from waw_site.catalogus import _, later
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Editie
from waw_site.nieuw.begin import Begin, CannotBeginError
from waw_site.nieuw.stand import geschreven, indicatoren, stand
from waw_site.nieuw.tekst import overgenomen
from waw_site.nieuw.yaml import Tekstbestand
from waw_site.read import Bestand, Files
from waw_site.scalar import scalar
from waw_site.text import herschrijf

INDELEN = later("nog-in-te-delen")
BLIJFT = ("titel", "redacteur", "colofon", "feiten")  # what an edition takes over as it stands


def begin(dataset: Dataset, files: Files, kwartaal: Kwartaal) -> Begin:
    """
    The files of a new edition.

    A position of that quarter that stands already stays; it is told in `stond`. Raises
    CannotBeginError where the edition is there, no plan is in force, or the one before it is
    written in a way that cannot be carried over.
    """
    return _Begin(dataset, {file.path: file for file in files.bestanden}, kwartaal).begin()


@dataclass(frozen=True)
class _Begin:
    dataset: Dataset
    files: Mapping[str, Bestand]
    kwartaal: Kwartaal

    def begin(self) -> Begin:
        path = ds.editie_path(self.kwartaal)
        if path in self.files:
            raise CannotBeginError(f"De editie {self.kwartaal} is er al, in {path}.")
        if self.dataset.programma.plan_in(self.kwartaal) is None:
            first = min(plan.vanaf for plan in self.dataset.programma.plannen)
            raise CannotBeginError(
                f"In {self.kwartaal} gold nog geen plan; het eerste begint in {first}."
            )
        if self.kwartaal < self.dataset.programma.begin:
            begun = self.dataset.programma.begin
            raise CannotBeginError(
                f"{self.kwartaal} is voor het begin van het programma ({begun})."
            )
        standen = [ds.stand_path(slug, self.kwartaal) for slug in self.melders]
        new = {path: self.editie()} | self.standen() | self.teksten()
        there = tuple(p for p in standen if p in self.files)
        return Begin(new, self.bronnen(), there)

    @cached_property
    def vorige(self) -> Kwartaal | None:
        """The edition before it: the last that is published, or else a concept."""
        before = [k for k in self.dataset.edities if k < self.kwartaal]
        published = [k for k in before if not self.dataset.edities[k].concept]
        return max(published or before, default=None)

    @cached_property
    def was(self) -> Editie | None:
        """What it goes on with."""
        return self.dataset.edities[self.vorige] if self.vorige else None

    @cached_property
    def document(self) -> str:
        """The name of the monitor itself among the documents."""
        return f"monitor-{str(self.kwartaal).lower()}"

    @cached_property
    def erbij(self) -> tuple[str, ...]:
        """Projects that run and began, or first reported, after the edition before it."""
        known = self.listed
        return tuple(s for s in self.dataset.projecten if s not in known and self.is_new(s))

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The projects of the edition before it, and the parts that report for themselves."""
        found = dict.fromkeys(self.was.listed if self.was else ())
        waiting = list(found)
        while waiting:
            project = self.dataset.projecten[waiting.pop()]
            parts = [p for p in project.onderdelen if p not in found]
            found |= dict.fromkeys(parts)
            waiting += parts
        return tuple(found)

    def is_new(self, slug: str) -> bool:
        """Whether the edition before it could not have named *slug*."""
        if not self.runs(slug):
            return False
        begin = next(s.vanaf for s in self.dataset.projecten[slug].status if s.fase.runs)
        told = [k for k in (begin, *self.dataset.standen.get(slug, ())) if k]
        return self.vorige is None or (bool(told) and min(told) > self.vorige)

    def runs(self, slug: str) -> bool:
        """Whether *slug* runs in the quarter."""
        status = self.dataset.projecten[slug].status_in(self.kwartaal)
        return status is not None and status.fase.runs

    @cached_property
    def melders(self) -> tuple[str, ...]:
        """The projects that run and report: of a part whose whole reports, only with a history."""
        wholes = {
            part: slug for slug in self.listed for part in self.dataset.projecten[slug].onderdelen
        }
        return tuple(
            slug
            for slug in (*self.listed, *self.erbij)
            if self.runs(slug)
            and (slug not in wholes or slug in self.dataset.standen)
            and indicatoren(self.dataset, slug, self.kwartaal)
        )

    def standen(self) -> dict[str, bytes]:
        """An empty position of every project that reports and has none of this quarter."""
        return {
            path: stand(
                self.dataset, self.files, slug, kwartaal=self.kwartaal, document=self.document
            )
            for slug in self.melders
            if (path := ds.stand_path(slug, self.kwartaal)) not in self.files
        }

    def teksten(self) -> dict[str, bytes]:
        """Every text of the edition before it, as a draft."""
        if self.vorige is None:
            return {}
        old, new = f"content/{self.vorige}/", f"content/{self.kwartaal}/"
        return {
            path.replace(old, new, 1): overgenomen(
                file, self.vorige, frozenset(self.dataset.feiten.get(path, ()))
            )
            for path, file in self.files.items()
            if path.startswith(old)
        }

    def bronnen(self) -> dict[str, Vervanging]:
        """The list of documents with the monitor itself, unless it names that already."""
        if self.document in self.dataset.bronnen:
            return {}
        file = Tekstbestand(self.files[ds.BRONNEN])
        titel = _("Monitor {naam}, {kwartaal}").format(
            naam=self.titel, kwartaal=notation.kwartaal(self.kwartaal)
        )
        after = file.appended([f"{self.document}:", f"  titel: {scalar(titel)}"])
        longer = Tekstbestand(Bestand(ds.BRONNEN, "bronnen", "", "", after))
        expected = {**file.value, self.document: {"titel": titel}}
        if not longer.parsed.complete or longer.value != expected:
            raise CannotBeginError(
                f"Onder aan {ds.BRONNEN} kan niets worden bijgeschreven. Zet er zelf "
                f"“{self.document}” in, met een titel."
            )
        return {ds.BRONNEN: Vervanging(file.data, after)}

    @cached_property
    def titel(self) -> str:
        """What it is called."""
        return self.was.titel if self.was else self.dataset.programma.naam

    def editie(self) -> bytes:
        """The file of the edition: what stays stands as it stood, what is new is empty."""
        last = Tekstbestand(self.files[ds.editie_path(self.vorige)]) if self.vorige else None
        if last and not (last.plain and (last.opens("rubrieken") or not self.erbij)):
            raise CannotBeginError(
                f"{last.path} kan niet worden overgenomen. Zet daar elke sleutel op een eigen "
                "regel, en elke rubriek ook."
            )
        stays = {key: last.block(key) for key in BLIJFT} if last else {}
        lines = [
            *(stays.get("titel") or [f"titel: {scalar(self.titel)}"]),
            *self._number(),
            "# verschenen: vul in wanneer deze editie uitgaat, als maand of als dag",
            "status: concept",
            *stays.get("redacteur", ()),
            *self._rubrieken(last),
            *self._gepubliceerd(),
            *stays.get("colofon", ()),
            *stays.get("feiten", ()),
            f"bron: {{document: {self.document}}}",
        ]
        end = last.newline if last else "\n"
        return "".join(f"{line}{end}" for line in lines).encode()

    def _number(self) -> Iterator[str]:
        if self.was and self.was.nummer is not None:
            yield f"# nummer: de vorige editie was nummer {self.was.nummer}"

    def _rubrieken(self, last: Tekstbestand | None) -> Iterator[str]:
        """The categories as they were, and one for the projects that came after."""
        block = last.block("rubrieken") if last else ["rubrieken:"]
        yield from block
        if self.erbij or not last:
            dash = next((line for line in block if line.lstrip().startswith("- ")), "  -")
            indent = dash[: len(dash) - len(dash.lstrip())]
            naam = herschrijf(_("deel deze projecten in"))
            yield f"{indent}- rubriek: {_(INDELEN)}"
            yield f"{indent}  naam: {scalar(naam)}"
            yield f"{indent}  projecten: [{', '.join(self.erbij)}]"

    def _gepubliceerd(self) -> Iterator[str]:
        """The totals, empty, with the goals of the plan; as comments where they were not told."""
        sign = "" if self.was and self.was.gepubliceerd else "# "
        yield f"{sign}gepubliceerd:"
        plan = self.dataset.programma.plan_in(self.kwartaal)
        goals = {doel.indicator: doel for doel in plan.doelen} if plan else {}
        for indicator in self.dataset.programma.counted:
            remarks = []
            if (doel := goals.get(indicator)) and doel.totaal is not None:
                remarks.append(f"doel {doel.totaal}")
            if doel and self.kwartaal in doel.tussendoelen:
                remarks.append(f"tussendoel {doel.tussendoelen[self.kwartaal]}")
            if self.was and indicator in self.was.gepubliceerd:
                remarks.append(f"{geschreven(self.was.gepubliceerd[indicator])} in {self.vorige}")
            yield f"{sign}  {indicator}:{'  # ' if remarks else ''}{'; '.join(remarks)}"
