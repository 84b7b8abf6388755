"""Sealed editions against what the data says now: what differs, why, and what an erratum covers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from waw_site import dataset as ds
from waw_site import notation
from waw_site.cijferboek import Gevonden
from waw_site.cijfers import EditieCijfers, Herstel
from waw_site.dataset import Dataset
from waw_site.koers import Koers
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Erratum, Fase, Gezegd, Zegel
from waw_site.problem import Place, Problem, nearest
from waw_site.waarde import Waarde
from waw_site.zegel import VERHALEN, Camera, Opname, heel, stuk_van

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


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """A sealed edition against its seal."""

    kwartaal: Kwartaal
    zegel: Zegel
    cijfers: tuple[Verschil, ...]
    teksten: tuple[Verschil, ...]
    weg: tuple[str, ...]  # stories that it tells no more
    paginas: tuple[str, ...]  # pages of which the content differs
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Gehouden:
    """Every seal held against the data, and the editions with what was put right in them."""

    editions: dict[Kwartaal, EditieCijfers]
    zegels: tuple[Vergeleken, ...]
    problems: tuple[Problem, ...]


def houd(dataset: Dataset, editions: Mapping[Kwartaal, EditieCijfers]) -> Gehouden:
    """
    Compare every sealed edition; the texts of *dataset* are as they were written.

    What could not be read is not missed here: it was reported already.
    """
    problems = [*_errata_without_seal(dataset), *_broken(dataset)]
    whole = {k: z for k, z in sorted(dataset.zegels.items()) if heel(z) and k in editions}
    if dataset.unreadable or not whole:
        return Gehouden(dict(editions), (), tuple(problems))
    camera = Camera(dataset, editions)
    made = dict(editions)
    elders: dict[Place, frozenset[Bron]] = {}
    covered: dict[Bron, Datum] = {}
    found = []
    for kwartaal, zegel in whole.items():
        nu = camera.opname(kwartaal)
        vergeleken = _Houder(dataset, nu, zegel, elders).vergelijk(covered)
        found.append(vergeleken)
        problems += vergeleken.problems
        hersteld = tuple(_hersteld(nu.cijfers, vergeleken, covered))
        made[kwartaal] = replace(editions[kwartaal], hersteld=hersteld)
    return Gehouden(made, tuple(found), tuple(problems))


def _errata_without_seal(dataset: Dataset) -> Iterator[Problem]:
    for kwartaal, editie in dataset.edities.items():
        if editie.errata and ds.zegel_path(kwartaal) not in dataset.places:
            place = dataset.key(ds.editie_path(kwartaal), "errata")
            hint = "Pas het cijfer of de tekst gewoon aan, of verzegel de editie eerst."
            yield Problem(place, "Er is een erratum, maar deze editie is niet verzegeld.", hint)


def _broken(dataset: Dataset) -> Iterator[Problem]:
    """Seals that were damaged, or whose edition is gone or only a concept."""
    for kwartaal, zegel in dataset.zegels.items():
        path, editie = ds.zegel_path(kwartaal), dataset.edities.get(kwartaal)
        if not heel(zegel):
            message = "Dit zegel is beschadigd of met de hand gewijzigd."
            hint = "Haal het terug uit git. Wat daarna verandert, hoort in een erratum."
            yield Problem(dataset.value(path, "controle"), message, hint)
        if editie is None and ds.editie_path(kwartaal) not in dataset.places:
            message = (
                f"De editie {kwartaal} is verzegeld, maar {ds.editie_path(kwartaal)} ontbreekt."
            )
            hint = "Haal het bestand terug: wat verscheen, blijft staan op zijn adres."
            yield Problem(Place(path), message, hint)
        if editie and editie.concept:
            place = dataset.value(ds.editie_path(kwartaal), "status")
            message = "Deze editie is verzegeld, en dus geen concept meer."
            yield Problem(place, message, "Schrijf definitief of vervangen.")


class _Houder:
    """Holds one edition against its seal."""

    def __init__(
        self,
        dataset: Dataset,
        nu: Opname,
        zegel: Zegel,
        elders: dict[Place, frozenset[Bron]],
    ) -> None:
        self.dataset = dataset
        self.nu = nu
        self.zegel = zegel
        self.elders = elders  # changed figures of the editions before it, by place
        self.kwartaal = nu.kwartaal
        self.path = ds.editie_path(nu.kwartaal)
        self.errata = dataset.edities[nu.kwartaal].errata

    def vergelijk(self, covered: dict[Bron, Datum]) -> Vergeleken:
        """What differs, and what of it no erratum covers; adds to *covered* what does."""
        cijfers = self.cijfers()
        teksten, weg = self.teksten()
        for erratum in self.errata:
            for verschil in cijfers:
                if self._named(erratum, verschil, cijfers):
                    covered[self.kwartaal, verschil.naam] = erratum.datum
        problems = [*self._causes(cijfers, covered), *self._texts(teksten)]
        problems += self._wrong_errata(cijfers, teksten)
        other = (p for p, key in self.zegel.paginas.items() if self.nu.paginas.get(p) != key)
        return Vergeleken(
            self.kwartaal, self.zegel, cijfers, teksten, weg, tuple(other), tuple(sorted(problems))
        )

    def _named(self, erratum: Erratum, verschil: Verschil, cijfers: Iterable[Verschil]) -> bool:
        """Whether *erratum* names the figure, or another name of what stands at its place."""
        if verschil.naam in erratum.cijfers:
            return True
        same = (v for v in cijfers if v.plaats == verschil.plaats and self._leaf(v.naam))
        return self._leaf(verschil.naam) and any(v.naam in erratum.cijfers for v in same)

    def cijfers(self) -> tuple[Verschil, ...]:
        """Every figure and line of the plan that differs."""
        said = self.nu.gezegd
        sealed = self.zegel.cijfers
        names = [
            naam
            for naam in sorted({*said, *sealed})
            if said.get(naam, _WEG) != sealed.get(naam, _WEG) and self._sealed(naam)
        ]
        gone = {naam for naam in names if naam not in said and not _made(naam)}
        changed = {naam for naam in names if self._leaf(naam)}
        for naam in changed:
            self.elders[self._place(naam)] = frozenset({(self.kwartaal, naam)})
        lines = (self._line(naam) for naam in sorted({*self.nu.plan, *self.zegel.plan}))
        plan = [line for line in lines if line]
        ends = frozenset((self.kwartaal, v.naam) for v in plan if v.naam == "plan.einde")
        return (*(self._verschil(naam, changed, gone, ends) for naam in names), *plan)

    def _sealed(self, naam: str) -> bool:
        """
        Whether a name is under the seal.

        A document that came later is not, nor a fact: no text that is sealed can tell it.
        """
        stuk = stuk_van(naam)
        told = "#" not in naam or naam in self.zegel.cijfers or naam in self.zegel.teksten
        new = not told and naam in self.nu.cijfers
        return not new and (not stuk or f"{stuk}/index.html" in self.zegel.paginas)

    def _leaf(self, naam: str) -> bool:
        """Whether the figure stands in a file as such."""
        figure = self.nu.cijfers.get(naam)
        placed = isinstance(figure, Waarde) and figure.plaats is not None
        return placed or isinstance(figure, Fase) or naam in self.nu.plan

    def _verschil(
        self, naam: str, changed: set[str], gone: set[str], ends: frozenset[Bron]
    ) -> Verschil:
        own = causes = frozenset({(self.kwartaal, naam)})
        if naam not in changed and naam not in gone:
            timed = ends if naam.endswith((".tussendoel", ".status")) else frozenset()
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
        lost = (n for n in gone if _made(naam) and n.endswith(f".{indicator}"))
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

    def _causes(
        self, cijfers: Iterable[Verschil], covered: Mapping[Bron, Datum]
    ) -> Iterator[Problem]:
        """A message for each changed line that no erratum covers, with what follows from it."""
        loose = [v for v in cijfers if (self.kwartaal, v.naam) not in covered]
        groups: dict[tuple[Place, bool], list[Verschil]] = {}
        for v in loose:
            if (self.kwartaal, v.naam) in v.oorzaken:
                groups.setdefault((v.plaats, v.verdween), []).append(v)
        for (place, _), group in groups.items():
            names = {(self.kwartaal, v.naam) for v in group}
            follow = {v.naam for v in loose if v.oorzaken & names} - {naam for _, naam in names}
            group.sort(key=lambda v: (v.naam.startswith("plan."), _made(v.naam), v.naam))
            first, *others = (v.naam for v in group)
            name = first if all(self._leaf(v.naam) for v in group) else ", ".join((first, *others))
            hint = f"Schrijf dan een erratum in {self.path}, met cijfers: [{name}]."
            message = f"{_said(group[0], self.kwartaal)}.{_more(others, len(follow))}"
            yield Problem(place, message, f"Zet het terug. Was het fout? {hint}")

    def _texts(self, teksten: Iterable[Verschil]) -> Iterator[Problem]:
        """A message for each file with a text that was changed without a note."""
        noted = {naam for erratum in self.errata for naam in erratum.teksten}
        files: dict[str, list[Verschil]] = {}
        for v in teksten:
            path = v.naam.partition("#")[0]
            if not {v.naam, path} & noted:
                files.setdefault(path, []).append(v)
        for path, changed in files.items():
            words = f"Deze tekst is anders dan in de verzegelde editie {self.kwartaal}"
            if all(v.kwam for v in changed):
                words = f"Deze tekst stond niet in de verzegelde editie {self.kwartaal}"
            elif all(v.verdween for v in changed):
                words = f"De tekst {changed[0].naam} ontbreekt; hij staat in de verzegelde editie"
            others = notation.aantal(len(changed) - 1, "andere tekst", "andere teksten")
            more = f". Zo ook {others} in dit bestand" if len(changed) > 1 else ""
            hint = f"Zet hem terug, of schrijf een erratum in {self.path}, met teksten: [{path}]."
            yield Problem(changed[0].plaats, f"{words}{more}.", hint)

    def _wrong_errata(
        self, cijfers: Iterable[Verschil], teksten: Iterable[Verschil]
    ) -> Iterator[Problem]:
        """An erratum names only what changed, and says what a change of figures does."""
        for n, erratum in enumerate(self.errata):
            if wrong := _incomplete(erratum):
                yield Problem(self.dataset.value(self.path, "errata", n), *wrong)
        changed = {v.naam for v in cijfers}
        texts = {n for v in teksten for n in (v.naam, v.naam.partition("#")[0])}
        figures = {*self.nu.cijfers, *self.nu.plan, *self.zegel.cijfers, *self.zegel.plan}
        for n, erratum in enumerate(self.errata):
            for key, names, right, known in (
                ("cijfers", erratum.cijfers, changed, figures),
                ("teksten", erratum.teksten, texts, self.nu.teksten),
            ):
                for m, naam in enumerate(names):
                    if naam not in right:
                        place = self.dataset.value(self.path, "errata", n, key, m)
                        close = "" if naam in known else nearest(naam, right or known)
                        hint = close if close.startswith("Bedoelde") else ""
                        message = f"“{naam}” is niet anders dan in de verzegelde editie."
                        yield Problem(place, message, hint or "Haal het weg uit het erratum.")


def _incomplete(erratum: Erratum) -> tuple[str, str] | None:
    """What an erratum lacks, and what to do about it."""
    if not erratum.cijfers and not erratum.teksten:
        return "Dit erratum noemt geen cijfer en geen tekst.", "Schrijf cijfers: of teksten:."
    if erratum.cijfers and not erratum.gevolg:
        hint = "Schrijf gevolg: en wat dit doet met eerdere conclusies."
        return "Dit erratum zegt niet wat het gevolg is.", hint
    if not erratum.datum.dag:
        return "Van dit erratum is de dag niet bekend.", "Schrijf de datum zoals 2024-11-02."
    return None


def _hersteld(
    cijfers: Mapping[str, Gevonden], found: Vergeleken, covered: Mapping[Bron, Datum]
) -> Iterator[Herstel]:
    """Each figure that differs with an erratum."""
    for v in found.cijfers:
        figure = cijfers.get(v.naam)
        dates = [covered.get(bron) for bron in v.oorzaken]
        own = covered.get((found.kwartaal, v.naam))
        when = own or (max((d for d in dates if d), key=str) if all(dates) else None)
        if when:
            was = "niet genoemd" if v.kwam else woorden(v.was)
            nu = "vervallen" if v.verdween else woorden(v.nu)
            shown = figure if isinstance(figure, Waarde) else None
            if shown and shown.verborgen:
                was = notation.VERBORGEN  # what is hidden now, no erratum tells
            yield Herstel(v.naam, was, nu, shown, when)


def woorden(said: Gezegd) -> str:
    """What a seal says, as a page shows it."""
    if said is None:
        return "niet gemeld"
    return notation.getal(said) if isinstance(said, int) else str(said)


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


def _made(naam: str) -> bool:
    """Whether a figure of this name is always made of others."""
    return "#" not in naam and (naam.rpartition(".")[2] in _GEVOLG or naam.startswith(_SOMMEN))


def _indicator(naam: str, dataset: Dataset) -> str:
    """The indicator that a sum is of."""
    return next((p for p in naam.split(".") if p in dataset.programma.indicatoren), "")


def _said(v: Verschil, kwartaal: Kwartaal) -> str:
    if v.verdween:
        return f"“{v.naam}” staat niet meer in de editie {kwartaal}; verzegeld is {woorden(v.was)}"
    if v.kwam:
        return f"“{v.naam}” is {woorden(v.nu)}, maar stond niet in de verzegelde editie {kwartaal}"
    return (
        f"“{v.naam}” is {woorden(v.nu)}, maar de verzegelde editie {kwartaal} zei {woorden(v.was)}"
    )


def _more(others: Sequence[str], follow: int) -> str:
    """The other names of what changed there, and how many figures follow from it."""
    same = f" Zo ook {notation.opsomming(others)}." if others else ""
    if not follow:
        return same
    verb = "volgt" if follow == 1 else "volgen"
    return f"{same} {notation.zin(notation.aantal(follow, 'cijfer', 'cijfers'))} {verb} daaruit."
