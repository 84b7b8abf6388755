"""Sealed editions against what the data says now: what an erratum covers, and what is a fault."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from waw_site import dataset as ds
from waw_site import notation
from waw_site.catalogus import _
from waw_site.cijferboek import Gevonden
from waw_site.cijfers import EditieCijfers, Herstel
from waw_site.dataset import Dataset
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Erratum, Gezegd, Zegel
from waw_site.problem import Place, Problem, nearest
from waw_site.verschil import Bron, Proef, Verschil, gemaakt
from waw_site.waarde import Soort, Waarde
from waw_site.zegel import Camera, heel

_GETAL = re.compile(
    r"(?<!\S)(?P<getal>-?\d+)(?:\.(?P<centen>\d\d))?(?: (?P<soort>procent|maanden|euro))?$"
)


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
        vergeleken = _Houder(Proef(dataset, nu, zegel, elders)).vergelijk(covered)
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
    """Judges what one edition says otherwise than its seal."""

    def __init__(self, proef: Proef) -> None:
        self.proef = proef
        self.nu, self.zegel = proef.nu, proef.zegel
        self.dataset = proef.dataset
        self.kwartaal = proef.kwartaal
        self.path = proef.path
        self.errata = self.dataset.edities[self.kwartaal].errata

    def vergelijk(self, covered: dict[Bron, Datum]) -> Vergeleken:
        """What differs, and what of it no erratum covers; adds to *covered* what does."""
        cijfers = self.proef.cijfers()
        teksten, weg = self.proef.teksten()
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
        same = (v for v in cijfers if v.plaats == verschil.plaats and self.proef.blad(v.naam))
        return self.proef.blad(verschil.naam) and any(v.naam in erratum.cijfers for v in same)

    def _causes(
        self, cijfers: Iterable[Verschil], covered: Mapping[Bron, Datum]
    ) -> Iterator[Problem]:
        """A message for each changed line that no erratum covers, with what follows from it."""
        loose = [v for v in cijfers if (self.kwartaal, v.naam) not in covered]
        groups: dict[tuple[Place, bool], list[Verschil]] = {}
        for v in loose:
            if (self.kwartaal, v.naam) in v.oorzaken:
                groups.setdefault((v.plaats, v.verdween), []).append(v)
        for (place, _gone), group in groups.items():
            names = {(self.kwartaal, v.naam) for v in group}
            follow = {v.naam for v in loose if v.oorzaken & names} - {naam for _, naam in names}
            group.sort(key=lambda v: (v.naam.startswith("plan."), gemaakt(v.naam), v.naam))
            first, *others = (v.naam for v in group)
            name = (
                first
                if all(self.proef.blad(v.naam) for v in group)
                else ", ".join((first, *others))
            )
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
            was = _("niet genoemd") if v.kwam else woorden(v.was)
            nu = _("vervallen") if v.verdween else woorden(v.nu)
            shown = figure if isinstance(figure, Waarde) else None
            if shown and shown.verborgen:
                was = notation.VERBORGEN  # what is hidden now, no erratum tells
            yield Herstel(v.naam, was, nu, shown, when)


def woorden(said: Gezegd) -> str:
    """What a seal says, as a page shows it."""
    if said is None:
        return _("niet gemeld")
    text = str(said)
    number = _GETAL.search(text)
    if number is None:
        return _(text)
    word = text[: number.start()].strip()
    return f"{_(word)} {_number(number)}" if word else _number(number)


def _number(match: re.Match[str]) -> str:
    soort = Soort(match["soort"] or Soort.AANTAL)
    number = int(match["getal"] + (match["centen"] or ""))
    return notation.hoeveel(number, soort)


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
