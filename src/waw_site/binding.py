"""Texts and the figures they name → sentences, and every promise that the figures do not keep."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from waw_site import dataset as ds
from waw_site import notation
from waw_site.afkortingen import onbekend
from waw_site.belofte import woord_voor
from waw_site.bewering import UntrueError, bewering, buitenom
from waw_site.catalogus import _
from waw_site.cijferboek import Cijferboek, Gevonden, UnknownNameError
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.expressie import (
    BIJ,
    EXPRESSIE,
    Expressie,
    Plek,
    WrongExpressionError,
    ervoor,
    sleutel,
    vervang,
    volledig,
)
from waw_site.getallen import kale_getallen, patroon
from waw_site.koers import Koers
from waw_site.kwartaal import Kwartaal
from waw_site.model import Fase
from waw_site.problem import Ernst, Place, Problem, nearest
from waw_site.text import Tekst
from waw_site.waarde import Soort, Waarde
from waw_site.woordkeus import woordkeus
from waw_site.zin import Gebonden, Zin

_BRACES = re.compile(r"[{}｛｝]+")
MEESTE = 200  # problems of one kind told of one text; the rest follows when these are solved
_HOW = "Schrijf {{ naam }} of {{ woorden = naam }}; zie de handleiding."


@dataclass(frozen=True, slots=True)
class Bound:
    """The texts with a mark for each expression, what each mark says, and what is wrong."""

    teksten: Mapping[str, Tekst]
    gebonden: Mapping[str, Zin]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text with its place: of a Markdown file, or of one value in a YAML file."""

    plek: Plek
    tekst: str
    line: int
    column: int
    vast: bool  # a YAML value: its inner lines cannot be told apart
    cijfers: bool = True  # whether figures can be bound in it

    def place(self, offset: int) -> Place:
        """Where the character at *offset* stands."""
        if self.vast:
            return Place(self.plek.path, self.line, self.column)
        before = self.tekst[:offset]
        return Place(self.plek.path, self.line + before.count("\n"), offset - before.rfind("\n"))


def bind(dataset: Dataset, editions: Mapping[Kwartaal, EditieCijfers]) -> Bound:
    """Hold every text against the figures that it names."""
    binder = _Binder(Cijferboek(dataset, editions))
    for stuk in stukken(dataset):
        binder.bind(stuk)
    binder.problems += _facts(dataset, binder.used)
    teksten = {
        tekst.path: replace(tekst, markdown=vervang(tekst.markdown, plek))
        for tekst, plek in _teksten(dataset)
    }
    return Bound(teksten, binder.gebonden, tuple(binder.problems))


def stukken(dataset: Dataset) -> Iterator[Stuk]:
    """Every piece of text, as it was written."""
    for tekst, plek in _teksten(dataset):
        yield Stuk(plek, tekst.markdown, tekst.line, 1, vast=False)
        if tekst.titel:
            yield Stuk(plek, tekst.titel, tekst.line - 1, 3, vast=True, cijfers=False)
    for proza in dataset.proza:
        at = dataset.value(proza.plek.path, *proza.loc)
        yield Stuk(proza.plek, proza.tekst, at.line, at.column, vast=True, cijfers=proza.cijfers)


def _teksten(dataset: Dataset) -> Iterator[tuple[Tekst, Plek]]:
    for path, tekst in dataset.teksten.items():
        if path in dataset.places and path not in dataset.feiten:
            continue  # what stands above it could not be read: its facts would all be missed
        feiten = frozenset(dataset.feiten.get(path, ()))
        yield tekst, Plek(path, _quarter(dataset, path), feiten)


def _quarter(dataset: Dataset, path: str) -> Kwartaal | None:
    """The quarter that a text is about: that of its edition, or of its letter."""
    _, folder, name = path.removesuffix(".md").split("/")[:3]
    if folder == "brieven":
        return dataset.brieven[name].kwartaal if name in dataset.brieven else None
    try:
        return Kwartaal.parse(folder)
    except ValueError:
        return None


def _facts(dataset: Dataset, used: set[str]) -> Iterator[Problem]:
    """A fact has a name of its own and a document that exists, and is used."""
    taken = {*dataset.programma.indicatoren, *dataset.projecten, *Cijferboek.VAST}
    for path, facts in dataset.feiten.items():
        for naam, fact in facts.items():
            place = dataset.feitplaats(path, naam)
            if naam in taken:
                message = f"De naam “{naam}” is al van een cijfer."
                yield Problem(dataset.key(path, "feiten", naam), message, "Kies een andere naam.")
            known = dataset.documenten
            named = fact.bron.document if fact.bron and path.startswith("content") else None
            if named and known is not None and named not in known:
                message = f"Het document “{named}” staat niet in {ds.BRONNEN}."
                yield Problem(place, message, nearest(named, known))
            if fact.bron is None:
                hint = "Zet er een bron bij, of één bron voor alle feiten samen."
                yield Problem(place, f"Het feit “{naam}” heeft geen bron.", hint)
            if f"{path}#{naam}" not in used:
                message = f"Het feit “{naam}” wordt niet gebruikt."
                hint = f"Schrijf {{{{ {naam} }}}} in de tekst, of haal het feit weg."
                yield Problem(place, message, hint, Ernst.OPMERKING)


class _Binder:
    def __init__(self, boek: Cijferboek) -> None:
        self.boek = boek
        names = set(boek.dataset.namen())
        self.namen = patroon(n for n in names if any(True for _ in kale_getallen(n)))
        self.afkortingen = boek.dataset.afkortingen
        self.hoofdletters = patroon(n for n in names if any(onbekend(n, {})))
        self.gebonden: dict[str, Zin] = {}
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def bind(self, stuk: Stuk) -> None:
        """Work out every expression of a piece of text, and find its bare numbers."""
        for match in EXPRESSIE.finditer(stuk.tekst):
            if not stuk.cijfers:
                hint = "Haal het cijfer weg, of zet het in de tekst eronder."
                self._report(stuk, match.start(), "Hier kan geen cijfer staan.", hint)
                continue
            try:
                expressie = volledig(match[1], stuk.plek, ervoor(stuk.tekst, match))
                self.used |= {pad.naam for pad in expressie.paden}
                found = [self.boek.zoek(pad) for pad in expressie.paden]
                self._around(
                    ervoor(stuk.tekst, match), stuk.tekst[match.end() : match.end() + BIJ], found
                )
                self._reported(expressie, found)
                _belong_together(expressie)
                self.gebonden[sleutel(expressie)] = _zin(expressie, found)
            except WrongExpressionError as wrong:
                self._report(stuk, match.start(), str(wrong), _HOW)
            except UnknownNameError as unknown:
                own = nearest(match[1].rpartition("=")[2].strip(), stuk.plek.feiten)
                hint = own if own.startswith("Bedoelde") else unknown.hint
                self._report(stuk, match.start(), str(unknown), hint)
            except UntrueError as wrong:
                self._report(stuk, match.start(), str(wrong), wrong.hint)
        bare = EXPRESSIE.sub(lambda m: "\ue000" * len(m[0]), stuk.tekst)
        self._bare(stuk, bare)

    def _around(self, before: str, after: str, found: list[Gevonden]) -> None:
        """No word beside the braces turns what stands inside into something else."""
        oordeel = isinstance(found[0], Koers | Fase)
        if word := buitenom(before, after, oordeel=oordeel):
            inside = (
                f"Zet het binnen de accolades, zoals {{{{ {word} … = naam }}}}, of haal het weg."
            )
            raise UntrueError(
                f"Naast de accolades staat “{word}”; dat verandert wat het cijfer zegt.",
                inside if woord_voor(word)[0] else "Schrijf de zin anders.",
            )

    def _reported(self, expressie: Expressie, found: list[Gevonden]) -> None:
        """Every figure that is named was reported."""
        for pad, figure in zip(expressie.paden, found, strict=True):
            if isinstance(figure, Waarde) and figure.verborgen:
                message = f"“{pad}” wordt niet getoond: daarin kan iemand te vinden zijn."
                raise UntrueError(message, "Noem dit cijfer niet, ook niet ongeveer.")
            if isinstance(figure, Waarde) and figure.getal is None:
                word = "niet van toepassing" if figure.nvt else "niet gemeld"
                known = notation.opsomming([f"“in {k}”" for k in self.boek.kwartalen(pad)])
                hint = f"Wel gemeld: {known}." if known else "Noem een ander cijfer."
                message = f"“{pad.naam}” is hier {word}."
                if pad.naam.endswith((".doel", ".tussendoel")):
                    message = f"“{pad.naam.rpartition('.')[0]}” heeft hier geen doel of tussendoel."
                elif pad.naam.endswith(".groei"):
                    message = f"Van “{pad.naam}” is de groei niet bekend: een cijfer ontbreekt."
                raise UntrueError(message, hint)
            if isinstance(figure, Waarde) and (figure.getal or 0) < 0:
                message = f"“{pad.naam}” ligt onder nul ({notation.waarde(figure)})."
                raise UntrueError(message, "Schrijf de zin anders: er is niets meer te gaan.")
            if isinstance(figure, Waarde) and pad.naam == "tijd.over" and not figure.getal:
                ritme = self.boek.dataset.programma.ritme
                message = f"Het programma is in dit {ritme} afgelopen."
                raise UntrueError(message, "Schrijf de zin anders: er is geen tijd meer.")

    def _bare(self, stuk: Stuk, bare: str) -> None:
        for brace in islice(_BRACES.finditer(bare), MEESTE):
            hint = "Een cijfer in een tekst staat tussen {{ en }}."
            self._report(stuk, brace.start(), f"Hier staat {brace[0]} alleen.", hint)
        plain = (
            self.hoofdletters.sub(lambda m: " " * len(m[0]), bare) if self.hoofdletters else bare
        )
        for offset, name in islice(onbekend(plain, self.afkortingen), MEESTE):
            message = f"De afkorting “{name}” is niet bekend."
            hint = "Zet haar in data/afkortingen.yaml, of bij de vaste_namen in programma.yaml."
            self.problems.append(Problem(stuk.place(offset), message, hint, Ernst.OPMERKING))
        for getal in islice(kale_getallen(bare, self.namen), MEESTE):
            message = f"Het getal “{getal.tekst}” staat los in de tekst."
            bind = f"Schrijf {{{{ {getal.tekst} = naam }}}}, met de naam van een cijfer of feit. "
            hint = (bind if stuk.cijfers else "Haal het weg. ") + (
                "Hoort het bij een naam? Zet die bij de vaste_namen in programma.yaml."
            )
            place = stuk.place(getal.start)
            self.problems.append(Problem(place, message, hint, Ernst.WAARSCHUWING))

    def _report(self, stuk: Stuk, offset: int, message: str, hint: str) -> None:
        self.problems.append(Problem(stuk.place(offset), message, hint))


def _belong_together(expressie: Expressie) -> None:
    """A part and its whole are figures of the same thing."""
    if f" {woordkeus().deel_van} " in f" {expressie.woorden or ''} " and len(expressie.paden) == 2:
        one, other = (pad.naam.partition(".")[0] for pad in expressie.paden)
        facts = any("#" in pad.naam for pad in expressie.paden)
        if one != other and not facts and "." in expressie.paden[0].naam:
            message = f"“{one}” en “{other}” zijn geen deel en geheel."
            raise UntrueError(message, "Neem twee cijfers van hetzelfde project.")


def _zin(expressie: Expressie, found: list[Gevonden]) -> Zin:
    """What readers see of an expression. Raises UntrueError."""
    if expressie.woorden is not None:
        return bewering(expressie.woorden, found)
    if len(found) > 1:
        hint = "Schrijf {{ 5 van de 12 = a van b }}."
        raise UntrueError("Hier staan meer cijfers, en geen woorden.", hint)
    return _shown(found[0], expressie)


def _shown(found: Gevonden, expressie: Expressie) -> Zin:
    match found:
        case Koers():
            if found.oordeel is None:
                raise UntrueError(f"Hier is geen oordeel: {found.waarom_niet}.")
            return (_(str(found.oordeel)),)
        case Fase():
            return (_(str(found)),)
    if found.soort is Soort.MAANDEN and expressie.paden[0].naam.startswith("tijd."):
        return (Gebonden(notation.ruwe_duur(found.getal or 0), found),)
    if expressie.vooraan and found.kwalificatie:
        return (Gebonden(notation.zin(notation.waarde(found)), found),)
    return (found,)
