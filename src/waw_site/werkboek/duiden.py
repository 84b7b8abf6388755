"""Tables → what each says of which row and column, and a message for all that does not fit."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Ernst, nearest
from waw_site.text import INVISIBLE
from waw_site.werkboek import koppen, opgave, verstuurd, vorm
from waw_site.werkboek.blad import Inhoud, staand
from waw_site.werkboek.keuze import Keuzes, gelijk
from waw_site.werkboek.koppen import Koppen
from waw_site.werkboek.opgave import AfgekeurdError, Opgave
from waw_site.werkboek.tabel import Bezwaar, Cel, Gemaakt, Inzending, Plaats, Tabel
from waw_site.werkboek.verstuurd import Verstuurd
from waw_site.werkboek.vorm import Kolom, Regel, Soort

KWARTAAL = Kolom("kwartaal", "Kwartaal", Soort.VAST, "Van welk kwartaal de cijfers zijn.")
WEG = "–"  # in a cell of words: what stands there is to go


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What a row says: per column a value with its cell; *plaats* is the row itself."""

    plaats: Plaats
    cellen: Mapping[str, tuple[Inhoud, Plaats]]
    kolommen: Collection[str] = ()  # that could be read, also where they are empty
    verstuurd: Verstuurd | None = None  # what was known when it was sent, where that is known


Opgaven = dict[Kwartaal, dict[Regel, Ingevuld]]


def duid(
    dataset: Dataset, inzending: Inzending, alleen: Kwartaal | None
) -> tuple[Opgaven, list[Bezwaar]]:
    """
    What the file says, by quarter and row.

    With *alleen* only that quarter counts; a CSV file without a column for it is of that quarter.
    """
    slugs = {Regel.lees(r).slug for made in inzending.gemaakt.values() for r in made.regels}
    if slugs and not slugs & dataset.projecten.keys():
        message = f"Dit werkboek is van een ander programma dan {dataset.programma.naam}."
        return {}, [Bezwaar(Plaats(0, 0, 0), message, "Is het wel het goede bestand?")]
    lezer = _Duider(dataset, alleen, inzending)
    for tabel in inzending.tabellen:
        lezer.tabel(tabel)
    lezer.mist()
    over = [b for b in inzending.bezwaren if lezer.telt(b.plaats)]
    return lezer.opgaven, sorted({*over, *lezer.bezwaren})


class _Duider:
    def __init__(self, dataset: Dataset, alleen: Kwartaal | None, inzending: Inzending) -> None:
        self.dataset = dataset
        self.gemaakt = inzending.gemaakt
        self.geweigerd = {
            b.plaats for b in inzending.bezwaren if b.ernst is Ernst.FOUT
        }  # cells that could not be read
        self.programma = dataset.programma
        self.alleen = alleen
        self.lijsten = vorm.lijsten(dataset)
        columns = vorm.kolommen(self.programma, self.programma.indicatoren, vorige=False)
        self.kolommen = {gelijk(k.kop): k for k in (*columns, vorm.VERSTUURD, KWARTAAL)}
        self.opgaven: Opgaven = {}
        self.bezwaren: list[Bezwaar] = []
        self.overgeslagen: set[int] = set()  # sheets of other quarters
        self.naamloos: set[int] = set()  # sheets with a row of which it is not known whose it is
        self.plaatsen: dict[Kwartaal, Plaats] = {}

    def telt(self, plaats: Plaats) -> bool:
        return plaats.nummer not in self.overgeslagen

    def tabel(self, tabel: Tabel) -> None:
        kwartaal = None if tabel.csv else self._kwartaal_van_blad(tabel)
        if not tabel.csv and (kwartaal is None or self.alleen not in (None, kwartaal)):
            self.overgeslagen |= {tabel.plaats.nummer} if kwartaal or not tabel.rijen else set()
            return
        if kwartaal:
            self.plaatsen[kwartaal] = tabel.plaats
        kop = self._kop(tabel)
        if kop is None:
            self.naamloos.add(tabel.plaats.nummer)
            if tabel.rijen or tabel.csv:
                message = "Hier ontbreekt de regel met koppen; daarin hoort een kolom “Project”."
                self._bezwaar(tabel.plaats, message, "Laat de koppen staan zoals ze waren.")
            return
        row, below = tabel.rijen[kop], tabel.rijen[kop + 1 :]
        made = self.gemaakt.get(str(kwartaal), Gemaakt())
        if made.kolommen:
            self._boven(tabel.rijen[:kop])
        heads = koppen.lees(row, below, bekend=self.kolommen, gemaakt=made.kolommen)
        self.bezwaren += heads.bezwaren
        if tabel.csv and "kwartaal" not in heads.sleutels and not self.alleen:
            message = "Van welk kwartaal deze cijfers zijn, staat er niet bij."
            hint = "Zeg het met --kwartaal, of in een kolom Kwartaal."
            self._bezwaar(tabel.plaats, message, hint)
            return
        if heads.naamloos:
            self.naamloos.add(tabel.plaats.nummer)
            return
        for cells in below:
            self._rij(cells, heads, kwartaal, csv=tabel.csv)
        if not made.kolommen:
            rows = [
                (k, r)
                for k, r, i in regels(self.opgaven)
                if i.plaats.nummer == row[0].plaats.nummer
            ]
            self.bezwaren += koppen.ongevraagd(self.dataset, heads, rows)

    def _boven(self, rows: Sequence[Sequence[Cel]]) -> None:
        """What somebody wrote above the heads, beside our own words in the second column."""
        for cel in (cel for row in rows for cel in row if cel.plaats.kolom > _TITEL):
            message = f"Boven de koppen staat “{cel.tekst}”; daar wordt niets gelezen."
            self.bezwaren.append(Bezwaar(cel.plaats, message, ernst=Ernst.OPMERKING))

    def _kop(self, tabel: Tabel) -> int | None:
        """Which row has the heads: that with most of ours, unless one alone that is not Project."""
        heads = [{gelijk(cel.tekst) for cel in row} & self.kolommen.keys() for row in tabel.rijen]
        best = max(range(len(heads)), key=lambda n: len(heads[n]), default=0)
        return best if heads and ("project" in heads[best] or len(heads[best]) > 1) else None

    def _kwartaal_van_blad(self, tabel: Tabel) -> Kwartaal | None:
        try:
            return Kwartaal.parse(tabel.plaats.blad.strip(), self.programma.ritme)
        except ValueError:
            if tabel.rijen:
                known = sorted({str(k) for s in self.dataset.standen.values() for k in s})
                hint = "Noem het naar het kwartaal, zoals het was. Is het kladwerk? Haal het weg. "
                message = f"Het blad “{tabel.plaats.blad}” is geen kwartaal."
                self._bezwaar(tabel.plaats, message, hint + nearest(tabel.plaats.blad, known))
            return None

    def _rij(
        self,
        row: Sequence[Cel],
        heads: Koppen,
        kwartaal: Kwartaal | None,
        *,
        csv: bool,
    ) -> None:
        columns = heads.kolommen
        cells = {
            columns[c.plaats.kolom].sleutel: c
            for c in row
            if c.plaats.kolom in columns and not c.leeg
        }
        if not cells:
            return
        try:
            kwartaal = kwartaal or self._kwartaal(cells.get("kwartaal"))
            if kwartaal is None or (self.alleen and kwartaal != self.alleen):
                return
            regel = self._regel(cells, row[0].plaats)
        except _BezwaarError as error:
            self.bezwaren.append(error.bezwaar)
            self.naamloos.add(error.bezwaar.plaats.nummer)
            return
        known = self.opgaven.setdefault(kwartaal, {})
        at = next(iter(cells.values())).plaats
        if regel in known:
            first = known[regel].plaats
            message = f"Deze regel staat er twee keer; de eerste is {first}."
            self._bezwaar(at, message, "Laat er een staan, met de goede cijfers.")
            return
        found: dict[str, tuple[Inhoud, Plaats]] = {}
        there = {kolom.sleutel for kolom in columns.values()}
        there -= {columns[p.kolom].sleutel for p in self.geweigerd if _op(p, at) in columns}
        for column, kolom in columns.items():
            cel = cells.get(kolom.sleutel)
            if cel is None or kolom.soort is Soort.VAST or cel.plaats.kolom != column:
                continue
            try:
                value = self._waarde(cel, kolom, regel, csv=csv)
            except AfgekeurdError as error:
                self._bezwaar(cel.plaats, error.melding, error.hint)
                there.discard(kolom.sleutel)
                continue
            if value is not None:
                found[kolom.sleutel] = (value, cel.plaats)
        sent = verstuurd.lees(cells["verstuurd"].tekst, regel) if "verstuurd" in cells else None
        known[regel] = Ingevuld(at, found, there, sent)
        for cel in row:
            if cel.plaats.kolom in heads.vorige and not cel.leeg:
                self._vorig(cel, heads.vorige[cel.plaats.kolom], regel, kwartaal)

    def _vorig(self, cel: Cel, kolom: Kolom, regel: Regel, kwartaal: Kwartaal) -> None:
        """What is beside the cell to fill is ours; who typed there is told that it is not read."""
        said = re.sub(r" \(.*\)$", "", _woorden(cel.waarde))
        before = (k for k in self.dataset.standen.get(regel.slug, {}) if k < kwartaal)
        rows = (staand(self.dataset, regel.slug, k).get(regel, {}) for k in before)
        if said not in {str(row.get(kolom.sleutel)) for row in rows}:
            message = f"Onder “{vorm.VORIGE}” staat {said}, en dat was het niet."
            hint = f"Daar wordt niets gelezen. Hoort het onder “{kolom.kop}”?"
            self.bezwaren.append(Bezwaar(cel.plaats, message, hint, Ernst.WAARSCHUWING))

    def _kwartaal(self, cel: Cel | None) -> Kwartaal | None:
        if cel is None:
            return self.alleen
        ritme = self.programma.ritme
        if isinstance(cel.waarde, date):
            raise _BezwaarError(
                Bezwaar(
                    cel.plaats,
                    opgave.datum(cel.waarde).melding,
                    f"Schrijf het {ritme}, zoals {ritme.voorbeeld}.",
                )
            )
        try:
            return Kwartaal.parse(cel.tekst, ritme)
        except ValueError:
            message = f"“{cel.tekst}” is geen {ritme}."
            raise _BezwaarError(
                Bezwaar(cel.plaats, message, f"Schrijf het zoals {ritme.voorbeeld}.")
            ) from None

    def _regel(self, cells: Mapping[str, Cel], at: Plaats) -> Regel:
        """Whose row it is: its hidden key and its words must say the same."""
        named = self._genoemd(cells, at)
        key = cells.get("sleutel")
        if key is None:
            return named
        try:
            said = Regel.lees(key.tekst)
        except TypeError:
            said = Regel("")
        if said != named:
            words = self._woorden(named)
            message = f"De regel heet {words}, maar de verborgen sleutel zegt “{key.tekst}”."
            hint = "Is maar een deel van het blad gesorteerd of geplakt? Neem de hele regel mee."
            raise _BezwaarError(Bezwaar(at, message, hint))
        return named

    def _genoemd(self, cells: Mapping[str, Cel], at: Plaats) -> Regel:
        slug = self._een(cells, "project", self.lijsten["project"], at)
        if "verdeling" not in cells and "deel" not in cells:
            return Regel(slug)
        if not self.programma.dimensies:
            cel = cells.get("verdeling") or cells["deel"]
            raise _BezwaarError(Bezwaar(cel.plaats, "Dit programma kent geen verdelingen."))
        naar = tuple(self._een(cells, "verdeling", self.lijsten["verdeling"], at).split("+"))
        deel = self._een(cells, "deel", vorm.delen(self.programma, naar), at)
        return Regel(slug, naar, tuple(deel.split("+")))

    def _een(self, cells: Mapping[str, Cel], name: str, words: Keuzes, at: Plaats) -> str:
        cel = cells.get(name)
        if cel is None:
            message = f"In deze regel ontbreekt de naam onder “{name.capitalize()}”."
            raise _BezwaarError(
                Bezwaar(at, message, "Zet haar terug; zonder is de regel van niemand.")
            )
        if isinstance(cel.waarde, date | time | timedelta):
            afgekeurd = opgave.datum(cel.waarde)
            raise _BezwaarError(Bezwaar(cel.plaats, afgekeurd.melding, afgekeurd.hint))
        key = words.sleutel(cel.tekst)
        if key is None:
            message = f"“{cel.tekst}” is onbekend als {name}."
            raise _BezwaarError(Bezwaar(cel.plaats, message, words.hint(cel.tekst)))
        return key

    def _woorden(self, regel: Regel) -> str:
        words = (vorm.naam(self.programma, self.lijsten, regel, k.sleutel) for k in vorm.VAST[1:])
        return f"“{', '.join(word for word in words if word)}”"

    def _waarde(self, cel: Cel, kolom: Kolom, regel: Regel, *, csv: bool) -> Inhoud | None:
        """What a cell says. Raises AfgekeurdError."""
        if kolom.soort is Soort.CIJFER:
            figure = opgave.lees(cel.waarde, opmaak=cel.opmaak, csv=csv)
            if figure:
                self._past(figure, kolom, regel)
            return figure
        if regel.naar:
            message = f"Bij een deel hoort geen {kolom.kop.lower()}."
            raise AfgekeurdError(message, "Zet het in de regel van het project.")
        if isinstance(cel.waarde, date | time | timedelta):
            raise opgave.datum(cel.waarde)
        if isinstance(cel.waarde, bool):
            raise AfgekeurdError("Hier staat WAAR of ONWAAR. Verwacht: woorden.", "Kies ja of nee.")
        text = _woorden(cel.waarde)
        if INVISIBLE.search(text):
            raise AfgekeurdError("Hier staat een onzichtbaar stuurteken.", "Typ de tekst opnieuw.")
        if kolom.soort is Soort.TEKST or text == WEG:
            return text
        words = self.lijsten[kolom.lijst]
        key = words.sleutel(text)
        if key is None:
            raise AfgekeurdError(f"“{text}” staat niet in de lijst.", words.hint(text))
        return key

    def _past(self, figure: Opgave, kolom: Kolom, regel: Regel) -> None:
        """A percentage and a part are numbers of their own kind. Raises AfgekeurdError."""
        about = self.programma.indicatoren[kolom.indicator]
        whole = isinstance(figure.waarde, int) and not figure.kwalificatie
        if regel.naar and about.soort != "aantal":
            raise AfgekeurdError("Een percentage heeft geen delen.", "Laat deze cel leeg.")
        if regel.naar and not whole:
            message = f"Hier staat “{figure}”. Verwacht: het precieze getal van dit deel."
            raise AfgekeurdError(message, "Is er niemand? Schrijf 0.")
        if about.soort == "percentage" and isinstance(figure.waarde, int) and figure.waarde > 100:
            raise AfgekeurdError(f"Een percentage is hoogstens 100; hier staat {figure.waarde}.")

    def mist(self) -> None:
        """What the workbook was made with is there still: its sheets, and on them their rows."""
        for name in self.gemaakt:
            if name not in map(str, self.plaatsen) and str(self.alleen or name) == name:
                hint = "Zet het terug zoals het heette, of kies met --kwartaal een ander blad."
                message = "Dit blad, waar het werkboek voor gemaakt is, ontbreekt."
                self._bezwaar(Plaats(0, 0, 0, name), message, hint)
        for kwartaal, at in self.plaatsen.items():
            made = self.gemaakt.get(str(kwartaal), Gemaakt())
            if at.nummer not in self.naamloos:
                self._mist(self.opgaven.get(kwartaal, {}), map(Regel.lees, made.regels), at)

    def _mist(self, here: Mapping[Regel, Ingevuld], asked: Iterable[Regel], at: Plaats) -> None:
        """Each row that is gone; with a project its parts, which are not named one by one."""
        there = {regel.slug for regel in here}
        for regel in asked:
            whole = here.get(Regel(regel.slug))
            if regel.slug not in there and not regel.naar:
                word = self.lijsten["project"].woord(regel.slug)
                hint = "Zet haar terug. Is er niets te melden? Laat de cellen dan leeg."
                self._bezwaar(at, f"De regel van “{word}” ontbreekt.", hint)
            elif whole and regel not in here and {*regel.naar} <= self.programma.dimensies.keys():
                self.bezwaren.append(deel_ontbreekt(self.dataset, regel, whole.plaats))

    def _bezwaar(self, plaats: Plaats, melding: str, hint: str = "") -> None:
        self.bezwaren.append(Bezwaar(plaats, melding, hint))


_TITEL = 2  # the column of the words above a sheet


class _BezwaarError(Exception):
    def __init__(self, bezwaar: Bezwaar) -> None:
        super().__init__(bezwaar.melding)
        self.bezwaar = bezwaar


def deel_ontbreekt(dataset: Dataset, regel: Regel, plaats: Plaats) -> Bezwaar:
    """That the row of a part is gone, at the first row of its project."""
    naam = vorm.lijsten(dataset)["project"].woord(regel.slug)
    deel = vorm.delen(dataset.programma, regel.naar).woord("+".join(regel.deel))
    message = f"Bij “{naam}” ontbreekt de regel van het deel “{deel}”."
    return Bezwaar(plaats, message, "Zet haar terug; de delen horen bij elkaar.")


def _samen(one: Plaats, other: Plaats) -> bool:
    return one.nummer == other.nummer


def _op(plaats: Plaats, row: Plaats) -> int:
    """The column of a cell that is in the same row; 0 for another."""
    return plaats.kolom if (plaats.nummer, plaats.rij) == (row.nummer, row.rij) else 0


def _woorden(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    lines = (" ".join(line.split()) for line in str(value).replace("_x000D_", "").splitlines())
    return "\n".join(lines).strip()


def regels(opgaven: Opgaven) -> Iterator[tuple[Kwartaal, Regel, Ingevuld]]:
    """Every row of every quarter."""
    for kwartaal, rows in sorted(opgaven.items()):
        for regel, row in rows.items():
            yield kwartaal, regel, row
