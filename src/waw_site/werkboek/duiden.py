"""Tables → what each says of which row and column, and a message for all that does not fit."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Ernst, nearest
from waw_site.werkboek import koppen, verstuurd, vorm
from waw_site.werkboek.blad import Inhoud, staand
from waw_site.werkboek.cellen import BezwaarError, Cellen, woorden
from waw_site.werkboek.keuze import gelijk
from waw_site.werkboek.koppen import Koppen
from waw_site.werkboek.opgave import AfgekeurdError
from waw_site.werkboek.tabel import Bezwaar, Cel, Gemaakt, Inzending, Plaats, Tabel
from waw_site.werkboek.verstuurd import Verstuurd
from waw_site.werkboek.vorm import Kolom, Regel, Soort

KWARTAAL = Kolom("kwartaal", "Kwartaal", Soort.VAST, "Van welk kwartaal de cijfers zijn.")


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
    slugs = {regel.slug for made in inzending.gemaakt.values() for regel in _regels(made)}
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
        unread = (b for b in inzending.bezwaren if b.ernst is Ernst.FOUT)
        self.geweigerd = {bezwaar.plaats for bezwaar in unread}  # cells that could not be read
        self.programma = dataset.programma
        self.alleen = alleen
        self.cellen = Cellen(dataset, alleen)
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
            here = (i for i in regels(self.opgaven) if _samen(i[2].plaats, tabel.plaats))
            rows = [(of, regel) for of, regel, _ in here]
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
                ritme = self.programma.ritme
                hint = f"Noem het naar het {ritme}, zoals het was. Is het kladwerk? Haal het weg. "
                message = f"Het blad “{tabel.plaats.blad}” is geen {ritme}."
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
            kwartaal = kwartaal or self.cellen.kwartaal(cells.get("kwartaal"), row[0].plaats)
            if self.alleen not in (None, kwartaal):
                return
            regel = self.cellen.regel(cells, row[0].plaats)
        except BezwaarError as error:
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
                value = self.cellen.waarde(cel, kolom, regel, csv=csv)
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
        said = re.sub(r" \(.*\)$", "", woorden(cel.waarde))
        before = (k for k in self.dataset.standen.get(regel.slug, {}) if k < kwartaal)
        rows = (staand(self.dataset, regel.slug, k).get(regel, {}) for k in before)
        if said not in {str(row.get(kolom.sleutel)) for row in rows}:
            message = f"Onder “{vorm.VORIGE}” staat {said}, en dat was het niet."
            hint = f"Daar wordt niets gelezen. Hoort het onder “{kolom.kop}”?"
            self.bezwaren.append(Bezwaar(cel.plaats, message, hint, Ernst.WAARSCHUWING))

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
                self._mist(self.opgaven.get(kwartaal, {}), _regels(made), at)

    def _mist(self, here: Mapping[Regel, Ingevuld], asked: Iterable[Regel], at: Plaats) -> None:
        """Each row that is gone; with a project its parts, which are not named one by one."""
        there = {regel.slug for regel in here}
        for regel in (r for r in asked if r.slug in self.dataset.projecten):
            whole = here.get(Regel(regel.slug))
            if regel.slug not in there and not regel.naar:
                word = self.cellen.lijsten["project"].woord(regel.slug)
                hint = "Zet haar terug. Is er niets te melden? Laat de cellen dan leeg."
                self._bezwaar(at, f"De regel van “{word}” ontbreekt.", hint)
            elif whole and regel not in here and {*regel.naar} <= self.programma.dimensies.keys():
                self.bezwaren.append(deel_ontbreekt(self.dataset, regel, whole.plaats))

    def _bezwaar(self, plaats: Plaats, melding: str, hint: str = "") -> None:
        self.bezwaren.append(Bezwaar(plaats, melding, hint))


_TITEL = 2  # the column of the words above a sheet


def deel_ontbreekt(dataset: Dataset, regel: Regel, plaats: Plaats) -> Bezwaar:
    """That the row of a part is gone, at the first row of its project."""
    naam = vorm.lijsten(dataset)["project"].woord(regel.slug)
    deel = vorm.delen(dataset.programma, regel.naar).woord("+".join(regel.deel))
    message = f"Bij “{naam}” ontbreekt de regel van het deel “{deel}”."
    return Bezwaar(plaats, message, "Zet haar terug; de delen horen bij elkaar.")


def _regels(made: Gemaakt) -> Iterator[Regel]:
    """The rows that a sheet was made with; a key that somebody typed over is none."""
    for key in made.regels:
        with suppress(TypeError):
            yield Regel.lees(key)


def _samen(one: Plaats, other: Plaats) -> bool:
    return one.nummer == other.nummer


def _op(plaats: Plaats, row: Plaats) -> int:
    """The column of a cell that is in the same row; 0 for another."""
    return plaats.kolom if (plaats.nummer, plaats.rij) == (row.nummer, row.rij) else 0


def regels(opgaven: Opgaven) -> Iterator[tuple[Kwartaal, Regel, Ingevuld]]:
    """Every row of every quarter."""
    for kwartaal, rows in sorted(opgaven.items()):
        for regel, row in rows.items():
            yield kwartaal, regel, row
