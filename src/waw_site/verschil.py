"""What an edition says otherwise than its seal, and through which figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from waw_site import dataset as ds
from waw_site.cijferboek import Gevonden
from waw_site.dataset import Dataset
from waw_site.koers import Koers
from waw_site.kwartaal import Kwartaal
from waw_site.model import Fase, Gezegd, Zegel
from waw_site.namen import geroepen
from waw_site.problem import Place
from waw_site.waarde import Waarde
from waw_site.zegel import VERHALEN, Opname, stuk_van

_GEVOLG = "groei procent rest over opgeteld bereikt status".split()  # made of other figures
_SOMMEN = ("rubriek.", "sector.", "projecten", "tijd.")
_WEG = object()  # there is no such name

Bron = tuple[Kwartaal, str]  # a figure of an edition


@dataclass(frozen=True, slots=True)
class Verschil:
    """
    One name that says something else than its seal: what it was and is, and where.

    `oorzaken` are the figures that it follows from; itself where it was changed.
    """

    naam: str
    was: Gezegd
    nu: Gezegd
    plaats: Place
    oorzaken: frozenset[Bron]
    kwam: bool = False
    verdween: bool = False


class Proef:
    """Holds one edition against its seal; *elders* takes its changed figures, for later ones."""

    def __init__(
        self, dataset: Dataset, nu: Opname, zegel: Zegel, elders: dict[Place, frozenset[Bron]]
    ) -> None:
        self.dataset = dataset
        self.nu = nu
        self.zegel = zegel
        self.elders = elders  # changed figures of the editions before it, by place
        self.kwartaal = nu.kwartaal
        self.path = ds.editie_path(nu.kwartaal)

    def cijfers(self) -> tuple[Verschil, ...]:
        """Every figure and line of the plan that differs."""
        said = self.nu.gezegd
        sealed = self.zegel.cijfers
        names = [
            naam
            for naam in sorted({*said, *sealed})
            if said.get(naam, _WEG) != sealed.get(naam, _WEG) and self._sealed(naam)
        ]
        gone = {naam for naam in names if naam not in said and not gemaakt(naam)}
        changed = {naam for naam in names if self.blad(naam)}
        for naam in changed:
            self.elders[self._place(naam)] = frozenset({(self.kwartaal, naam)})
        lines = (self._line(naam) for naam in sorted({*self.nu.plan, *self.zegel.plan}))
        plan = [line for line in lines if line]
        ends = frozenset((self.kwartaal, v.naam) for v in plan if v.naam == "plan.einde")
        return (*(self._verschil(naam, changed, gone, ends) for naam in names), *plan)

    def _sealed(self, naam: str) -> bool:
        """
        Whether a name is under the seal.

        A document that came later is not, nor a fact: no text that is sealed can tell it. What only
        a text calls comes and goes with that text.
        """
        if geroepen(naam) and not (naam in self.zegel.cijfers and naam in self.nu.cijfers):
            return False
        stuk = stuk_van(naam)
        told = "#" not in naam or naam in self.zegel.cijfers or naam in self.zegel.teksten
        new = not told and naam in self.nu.cijfers
        return not new and (not stuk or f"{stuk}/index.html" in self.zegel.paginas)

    def blad(self, naam: str) -> bool:
        """Whether the figure stands in a file as such; a time span has one end there."""
        if naam.startswith("tijd.looptijd"):
            return False
        figure = self.nu.cijfers.get(naam)
        placed = isinstance(figure, Waarde) and figure.plaats is not None
        return placed or isinstance(figure, Fase) or naam in self.nu.plan

    def _verschil(
        self, naam: str, changed: set[str], gone: set[str], ends: frozenset[Bron]
    ) -> Verschil:
        own = causes = frozenset({(self.kwartaal, naam)})
        if naam not in changed and naam not in gone:
            timed = ends if naam.endswith((".tussendoel", ".status", ".looptijd")) else frozenset()
            causes = self._through(naam, changed, gone) or timed or own
        return Verschil(
            naam,
            self.zegel.cijfers.get(naam),
            self.nu.gezegd.get(naam),
            self._place(naam),
            causes,
            kwam=naam not in self.zegel.cijfers,
            verdween=naam not in self.nu.cijfers,
        )

    def _line(self, naam: str) -> Verschil | None:
        """A line of the plan that differs: always a change of its own."""
        said, at = self.nu.plan.get(naam, (None, self.dataset.key(ds.PROGRAMMA, "plannen")))
        came, went = naam not in self.zegel.plan, naam not in self.nu.plan
        was = self.zegel.plan.get(naam)
        if said == was and not came and not went:
            return None
        own = frozenset({(self.kwartaal, naam)})
        return Verschil(naam, was, said, at, own, kwam=came, verdween=went)

    def _through(self, naam: str, changed: set[str], gone: set[str]) -> frozenset[Bron]:
        """The changed figures that *naam* is made of, those of earlier editions included."""
        stem = naam.rpartition(".")[0]
        near = [naam] if naam in self.nu.cijfers and not naam.endswith(".status") else []
        near = near or [n for n in self.nu.cijfers if n == stem or n.rpartition(".")[0] == stem]
        places = {p for n in near for p in _leaves(self.nu.cijfers[n])}
        found = frozenset(bron for p in places for bron in self.elders.get(p, ()))
        indicator = _indicator(naam, self.dataset)
        beside = (n for n in {*changed, *gone} if naam.startswith(f"{n}."))
        lost = (n for n in gone if gemaakt(naam) and n.endswith(f".{indicator}"))
        moved = {*gone, *changed} - (self.nu.cijfers.keys() & self.zegel.cijfers.keys())
        listed = moved if naam.rpartition(".")[2] == "projecten" else ()
        return found | {(self.kwartaal, n) for n in (*beside, *lost, *listed)}

    def _place(self, naam: str) -> Place:
        """The line that says it now, or the nearest that is left of it."""
        first, _, rest = naam.partition(".")
        if "#" in naam:
            path, _, fact = naam.partition("#")
            return self.dataset.value(path, "feiten", fact, "waarde")
        figure = self.nu.cijfers.get(naam)
        if isinstance(figure, Waarde) and figure.plaats:
            return figure.plaats
        if isinstance(figure, Fase):
            return self.dataset.key(ds.project_path(first), "status")
        if isinstance(figure, Koers):
            return self.dataset.value(self.path, "oordelen", first)
        if figure:  # made of figures of which none of this edition changed: then one of another
            mine = {f.plaats for f in self.nu.cijfers.values() if isinstance(f, Waarde)}
            if other := next((p for p in _leaves(figure) if p not in mine), None):
                return other
        told = any(n.startswith(f"{first}.") for n in self.nu.cijfers)
        if told and first in self.dataset.projecten:
            path = ds.stand_path(first, self.kwartaal)
            path = path if path in self.dataset.places else ds.project_path(first)
            return self.dataset.key(path, "cijfers", rest.partition(".")[0])
        return self.dataset.key(self.path, "rubrieken")

    def teksten(self) -> tuple[tuple[Verschil, ...], tuple[str, ...]]:
        """
        Every text that differs, and the stories that are told no more.

        Of a project that came or went as a whole its figures tell it.
        """
        then, today = (
            {naam.partition(".")[0] for naam in names}
            for names in (self.zegel.cijfers, self.nu.cijfers)
        )
        moved = then ^ today
        now, sealed = self.nu.teksten, self.zegel.teksten
        found, weg = [], []
        for naam in sorted({*now, *sealed}):
            if naam in now and now[naam][0] == sealed.get(naam):
                continue
            was, (said, at) = sealed.get(naam), now.get(naam) or (None, self._text_place(naam))
            if said is None and naam.startswith(VERHALEN):
                weg.append(naam)
            elif self._sealed(naam) and _project(naam) not in moved:
                own = frozenset({(self.kwartaal, naam)})
                came, went = was is None, said is None
                found.append(Verschil(naam, was, said, at, own, kwam=came, verdween=went))
        return tuple(found), tuple(weg)

    def _text_place(self, naam: str) -> Place:
        path, _, loc = naam.partition("#")
        if path in self.dataset.places and loc:
            steps = (int(step) if step.isdecimal() else step for step in loc.split("."))
            return self.dataset.value(path, *steps)
        return Place(path) if path in self.dataset.teksten else Place(self.path)


def _leaves(figure: Gevonden) -> Iterator[Place]:
    """Where the figures stand that *figure* is made of."""
    if not isinstance(figure, Waarde) or figure.herkomst is None:
        return
    if figure.plaats:
        yield figure.plaats
    for _, term in figure.herkomst.termen:
        yield from _leaves(term)


def _project(naam: str) -> str:
    """The project that a text belongs to; empty for another text."""
    folder, _, rest = naam.partition("data/projecten/")
    return "" if folder else rest.partition("/")[0]


def gemaakt(naam: str) -> bool:
    """Whether a figure of this name is always made of others."""
    name = naam.partition(" in ")[0]
    return "#" not in naam and (name.rpartition(".")[2] in _GEVOLG or naam.startswith(_SOMMEN))


def _indicator(naam: str, dataset: Dataset) -> str:
    """The indicator that a sum is of."""
    return next(
        (p for p in naam.partition(" in ")[0].split(".") if p in dataset.programma.indicatoren), ""
    )
