"""Texts and the figures they name → sentences, and every promise that the figures do not keep."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from waw_site import notation
from waw_site.afkortingen import onbekend
from waw_site.belofte import klopt, voorstel, woord_voor
from waw_site.cijferboek import Cijferboek, Gevonden, UnknownNameError
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.expressie import (
    EXPRESSIE,
    Expressie,
    Plek,
    WrongExpressionError,
    sleutel,
    vervang,
    volledig,
)
from waw_site.getallen import getallen, kale_getallen, maanden
from waw_site.koers import Koers
from waw_site.kwartaal import Kwartaal
from waw_site.model import Fase, Oordeel
from waw_site.problem import Ernst, Place, Problem
from waw_site.text import Tekst
from waw_site.waarde import Soort, Waarde
from waw_site.zin import Gebonden, Zin

# The words of a judgement in a sentence; docs/handleiding.md has the same table.
OORDEELSWOORDEN: dict[Oordeel, tuple[str, ...]] = {
    Oordeel.DOEL_BEREIKT: ("doel bereikt", "doel gehaald", "bereikt", "gehaald"),
    Oordeel.OP_KOERS: ("op koers", "op schema"),
    Oordeel.BIJSTUREN: ("bijsturen",),
    Oordeel.ACHTER: ("achter",),
}


@dataclass(frozen=True, slots=True)
class Bound:
    """The texts with a mark for each expression, what each mark says, and what is wrong."""

    teksten: Mapping[str, Tekst]
    gebonden: Mapping[str, Zin]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Stuk:
    """A piece of text with its place: of a Markdown file, or of one value in a YAML file."""

    plek: Plek
    tekst: str
    line: int
    column: int
    vast: bool  # a YAML value: its inner lines cannot be told apart

    def place(self, offset: int) -> Place:
        """Where the character at *offset* stands."""
        if self.vast:
            return Place(self.plek.path, self.line, self.column)
        before = self.tekst[:offset]
        return Place(self.plek.path, self.line + before.count("\n"), offset - before.rfind("\n"))


def bind(dataset: Dataset, editions: Mapping[Kwartaal, EditieCijfers]) -> Bound:
    """Hold every text against the figures that it names."""
    binder = _Binder(Cijferboek(dataset, editions))
    teksten = {}
    for path, tekst in dataset.teksten.items():
        plek = Plek(path, _quarter(dataset, path), frozenset(dataset.feiten.get(path, ())))
        binder.bind(_Stuk(plek, tekst.markdown, tekst.line, 1, vast=False))
        if tekst.titel:
            binder.bind(_Stuk(plek, tekst.titel, tekst.line - 1, 3, vast=True))
        teksten[path] = replace(
            tekst,
            markdown=vervang(tekst.markdown, plek),
            titel=vervang(tekst.titel, plek) if tekst.titel else None,
        )
    for proza in dataset.proza:
        at = dataset.value(proza.plek.path, *proza.loc)
        binder.bind(_Stuk(proza.plek, proza.tekst, at.line, at.column, vast=True))
    binder.problems += _facts(dataset, binder.used)
    return Bound(teksten, binder.gebonden, tuple(binder.problems))


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
    """A fact has a document, and is used."""
    for path, facts in dataset.feiten.items():
        for naam, fact in facts.items():
            place = dataset.feitplaats(path, naam)
            if fact.bron is None:
                hint = "Zet er een bron bij, of één bron voor alle feiten samen."
                yield Problem(place, f"Het feit “{naam}” heeft geen bron.", hint)
            if f"{path}#{naam}" not in used:
                message = f"Het feit “{naam}” wordt niet gebruikt."
                yield Problem(
                    place, message, f"Schrijf {{{{ {naam} }}}} in de tekst.", Ernst.OPMERKING
                )


def _without_names(text: str, namen: Iterable[str]) -> str:
    """*text* with *namen* blanked out, so that places stay."""
    for naam in namen:
        text = text.replace(naam, " " * len(naam))
    return text


class _Binder:
    def __init__(self, boek: Cijferboek) -> None:
        self.boek = boek
        names = sorted(set(boek.dataset.namen()), key=lambda n: (-len(n), n))
        self.namen = tuple(n for n in names if any(True for _ in kale_getallen(n)))
        self.afkortingen = boek.dataset.afkortingen
        self.hoofdletters = tuple(n for n in names if any(onbekend(n, {})))
        self.gebonden: dict[str, Zin] = {}
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def bind(self, stuk: _Stuk) -> None:
        """Work out every expression of a piece of text, and find its bare numbers."""
        for match in EXPRESSIE.finditer(stuk.tekst):
            try:
                expressie = volledig(match[1], stuk.plek)
                self.used |= {pad.naam for pad in expressie.paden}
                self.gebonden[sleutel(expressie)] = self.zin(expressie)
            except WrongExpressionError as wrong:
                hint = "Schrijf {{ naam }} of {{ woorden = naam }}; zie de handleiding."
                self._report(stuk, match.start(), str(wrong), hint)
            except UnknownNameError as unknown:
                self._report(stuk, match.start(), str(unknown), unknown.hint)
            except _UntrueError as untrue:
                self._report(stuk, match.start(), str(untrue), untrue.hint)
        bare = EXPRESSIE.sub(lambda m: " " * len(m[0]), stuk.tekst)
        for braces in ("{{", "}}"):
            if braces in bare:
                hint = "Een cijfer in een tekst staat tussen {{ en }}."
                self._report(stuk, bare.index(braces), f"Hier staat {braces} alleen.", hint)
        for offset, name in onbekend(_without_names(bare, self.hoofdletters), self.afkortingen):
            self.problems.append(
                Problem(
                    stuk.place(offset),
                    f"De afkorting “{name}” is niet bekend.",
                    "Zet haar in data/afkortingen.yaml, of bij de vaste_namen in programma.yaml.",
                    Ernst.OPMERKING,
                )
            )
        for getal in kale_getallen(bare, self.namen):
            self.problems.append(
                Problem(
                    stuk.place(getal.start),
                    f"Het getal “{getal.tekst}” staat los in de tekst.",
                    f"Schrijf {{{{ {getal.tekst} = naam }}}}, met de naam van een cijfer of feit. "
                    "Hoort het bij een naam? Zet die bij de vaste_namen in programma.yaml.",
                    Ernst.WAARSCHUWING,
                )
            )

    def _report(self, stuk: _Stuk, offset: int, message: str, hint: str) -> None:
        self.problems.append(Problem(stuk.place(offset), message, hint))

    def zin(self, expressie: Expressie) -> Zin:
        """What readers see of an expression. Raises UnknownNameError, _UntrueError."""
        found = [self.boek.zoek(pad) for pad in expressie.paden]
        if expressie.woorden is None:
            if len(found) > 1:
                raise _UntrueError(
                    "Hier staan meer cijfers, en geen woorden.",
                    "Schrijf {{ 5 van de 12 = a van b }}.",
                )
            return _shown(found[0], expressie)
        return _claim(expressie.woorden, found, expressie)


class _UntrueError(Exception):
    """The words say something else than the figures."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def _shown(found: Gevonden, expressie: Expressie) -> Zin:
    match found:
        case Koers():
            if found.oordeel is None:
                raise _UntrueError(f"Hier is geen oordeel: {found.waarom_niet}.")
            return (str(found.oordeel),)
        case Fase():
            return (str(found),)
        case _:
            return (_known(found, expressie),)


def _known(waarde: Waarde, expressie: Expressie) -> Waarde:
    if waarde.getal is None:
        word = "niet van toepassing" if waarde.nvt else "niet gemeld"
        name = expressie.paden[0].naam.rpartition("#")[2]
        raise _UntrueError(f"“{name}” is hier {word}.", "Noem een ander cijfer of kwartaal.")
    return waarde


def _claim(woorden: str, found: list[Gevonden], expressie: Expressie) -> Zin:
    if len(found) == 1 and isinstance(found[0], Koers | Fase):
        return _judged(woorden, found[0])
    figures = [_known(f, expressie) for f in found if isinstance(f, Waarde)]
    if len(figures) < len(found):
        raise _UntrueError("Een status en een cijfer kunnen niet samen.")
    if len(figures) == 1 and figures[0].soort is Soort.MAANDEN:
        return _time(woorden, figures[0])
    numbers = [g for g in getallen(woorden) if g.waarde is not None]
    if len(numbers) != len(figures):
        counted = notation.aantal(len(numbers), "getal", "getallen")
        raise _UntrueError(
            f"Links van het = staat {counted}, rechts "
            f"{notation.aantal(len(figures), 'cijfer', 'cijfers')}.",
            "Bij elk getal hoort één cijfer.",
        )
    parts: list[str | Waarde | Gebonden] = []
    at = 0
    for number, figure in zip(numbers, figures, strict=True):
        between = woorden[at : number.start]
        word, cut = woord_voor(between)
        each = 100 if figure.soort is Soort.EURO else 1
        if not klopt(word, (number.waarde or 0) * each, figure):
            said = f"{word} {number.tekst}" if word else number.tekst
            raise _untrue(said, voorstel(word, figure), figure)
        parts += [between[:cut], Gebonden(between[cut:] + number.tekst, figure)]
        at = number.start + len(number.tekst)
    return tuple(part for part in (*parts, woorden[at:]) if part != "")


def _time(woorden: str, figure: Waarde) -> Zin:
    """A time in words, such as `ruim anderhalf jaar`."""
    months = maanden(woorden)
    if months is None:
        raise _UntrueError(
            f"“{woorden}” is geen tijd.",
            f"Schrijf “{notation.hoeveel(figure.getal or 0, figure.soort)}”.",
        )
    word = next((k for w in woorden.lower().split() if (k := woord_voor(w)[0])), None)
    if not klopt(word, months, figure):
        raise _untrue(woorden, notation.hoeveel(figure.getal or 0, figure.soort), figure)
    return (Gebonden(woorden, figure),)


def _untrue(said: str, better: str, figure: Waarde) -> _UntrueError:
    name = figure.herkomst.naam if figure.herkomst else "het cijfer"
    at = f" ({figure.plaats.path}:{figure.plaats.line})" if figure.plaats else ""
    true = notation.waarde(figure)
    return _UntrueError(f"“{said}” klopt niet: {name} is {true}{at}.", f"Schrijf “{better}”.")


def _judged(woorden: str, found: Koers | Fase) -> Zin:
    lowered = woorden.lower()
    if isinstance(found, Fase):
        if str(found) not in lowered:
            raise _UntrueError(
                f"“{woorden}” klopt niet: de status is “{found}”.", f"Schrijf “{found}”."
            )
        return (woorden,)
    said = next(
        (o for o, words in OORDEELSWOORDEN.items() if any(w in lowered for w in words)), None
    )
    if said is None:
        known = ", ".join(words[0] for words in OORDEELSWOORDEN.values())
        raise _UntrueError(f"“{woorden}” bevat geen oordeel.", f"Gebruik een van: {known}.")
    status = found.oordeel
    if status is None:
        raise _UntrueError(
            f"“{woorden}” is niet na te gaan: {found.waarom_niet}.",
            "Zet het oordeel van het programma bij de oordelen van de editie.",
        )
    good = {Oordeel.DOEL_BEREIKT, Oordeel.OP_KOERS}
    same = status is said or (said is Oordeel.OP_KOERS and status in good)
    denied = " niet " in f" {lowered} "
    if same is denied:
        raise _UntrueError(
            f"“{woorden}” klopt niet: de status is “{status}”.",
            f"Schrijf “{OORDEELSWOORDEN[status][0]}”, of geef in de editie een reden voor een "
            "ander oordeel.",
        )
    return (woorden,)
