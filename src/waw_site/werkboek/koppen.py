"""The heads of a sheet → its columns, and a message for each that is gone, unknown or moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.notation import opsomming
from waw_site.problem import Ernst, nearest
from waw_site.werkboek import vorm
from waw_site.werkboek.keuze import gelijk
from waw_site.werkboek.tabel import Bezwaar, Cel, Plaats
from waw_site.werkboek.vorm import Kolom, Regel

_EIGEN = "Is het een eigen aantekening? Haal haar dan weg, of zet haar onder Toelichting."
_LEEG = "Zet haar terug. Is er niets te melden? Laat de cellen eronder dan leeg."


@dataclass(frozen=True, slots=True)
class Koppen:
    """The row of heads: where it is, the columns by their number, and what is wrong with it."""

    plaats: Plaats
    kolommen: Mapping[int, Kolom]
    bezwaren: Sequence[Bezwaar]
    vorige: Mapping[int, Kolom]  # those with a figure of before, by the column that it belongs to

    @property
    def sleutels(self) -> set[str]:
        """The keys of the columns."""
        return {kolom.sleutel for kolom in self.kolommen.values()}

    @property
    def naamloos(self) -> bool:
        """Whether a column is gone without which it is not known whose a row is."""
        return bool(_namen(self.sleutels) - self.sleutels)


def lees(
    row: Sequence[Cel],
    below: Sequence[Sequence[Cel]],
    *,
    bekend: Mapping[str, Kolom],
    gemaakt: Sequence[str] = (),
) -> Koppen:
    """
    The columns that the heads in *row* name, of those that are *bekend* by their head.

    *gemaakt* are the heads that the sheet was made with, in order; empty where that is not known.
    The columns that are hidden and those with figures of before may go: nothing is lost with them.
    """
    lezer = _Lezer(row, bekend, gemaakt)
    lezer.vreemd()
    lezer.zonder_kop(below)
    lezer.weg()
    lezer.volgorde()
    before = (n for n, kop in lezer.koppen.items() if kop == gelijk(vorm.VORIGE))
    vorige = {n: lezer.found[n + 1] for n in before if n + 1 in lezer.found}
    return Koppen(lezer.at, lezer.found, lezer.bezwaren, vorige)


def ongevraagd(
    dataset: Dataset, koppen: Koppen, rows: Iterable[tuple[Kwartaal, Regel]]
) -> Iterator[Bezwaar]:
    """What a file that we did not make leaves out: figures of its projects are to be there."""
    missed: dict[str, str] = {}
    for kwartaal, regel in rows:
        stand = dataset.stand(regel.slug, kwartaal)
        own = vorm.verwacht(dataset.programma, dataset.projecten[regel.slug])
        for indicator in (*own, *(stand.cijfers if stand else ())):
            missed.setdefault(f"cijfer.{indicator}", regel.slug)
    there = koppen.sleutels
    for kolom in vorm.kolommen(dataset.programma, dataset.programma.indicatoren, vorige=False):
        if slug := missed.get(kolom.sleutel) if kolom.sleutel not in there else None:
            naam = vorm.lijsten(dataset)["project"].woord(slug)
            yield _ontbreekt(kolom.kop, koppen.plaats, f"; “{naam}” hoort dit cijfer te melden")
    words = [k.kop for k in (*vorm.VELDEN, *vorm.ACHTERAAN) if k.sleutel not in there]
    if words and missed:
        message = f"Niet in dit bestand: {opsomming(words)}. Wat daarvan bekend is, blijft staan."
        yield Bezwaar(koppen.plaats, message, ernst=Ernst.OPMERKING)


def _namen(there: Set[str]) -> set[str]:
    """The columns that say whose a row is: those of parts go together."""
    return {"project", *(_DELEN if there & _DELEN else ())}


def _ontbreekt(kop: str, plaats: Plaats, waarom: str = "") -> Bezwaar:
    return Bezwaar(plaats, f"De kolom “{kop}” ontbreekt{waarom}.", _LEEG)


class _Lezer:
    def __init__(
        self, row: Sequence[Cel], bekend: Mapping[str, Kolom], gemaakt: Sequence[str]
    ) -> None:
        at = row[0].plaats
        self.at = Plaats(at.nummer, at.rij, 0 if not at.blad else 1, at.blad)
        self.bekend = bekend
        self.gemaakt = [*dict.fromkeys(map(gelijk, gemaakt))]
        self.bezwaren: list[Bezwaar] = []
        self.found: dict[int, Kolom] = {}
        self.onbekend: list[Cel] = []
        self.koppen = {cel.plaats.kolom: gelijk(cel.tekst) for cel in row if not cel.leeg}
        for cel in row:
            if not cel.leeg and gelijk(cel.tekst) != gelijk(vorm.VORIGE):
                self._kop(cel)
        self.stond = {  # where each that is gone was
            n: kop
            for n, kop in enumerate(gemaakt, start=1)
            if gelijk(kop) in bekend.keys() - {*self.koppen.values(), *_MAG_WEG}
        }

    def _kop(self, cel: Cel) -> None:
        kolom = self.bekend.get(gelijk(cel.tekst))
        if kolom is None:
            self.onbekend.append(cel)
        elif kolom in self.found.values():
            message = f"De kolom “{kolom.kop}” staat er twee keer."
            self._bezwaar(cel.plaats, message, "Haal er een weg.")
        else:
            self.found[cel.plaats.kolom] = kolom

    def vreemd(self) -> None:
        """Heads that belong to no column of ours; notes to the right of all ours do no harm."""
        vroeger = {cel: self.stond.pop(cel.plaats.kolom, "") for cel in self.onbekend}
        last = max(self.found, default=0)
        for cel, kop in vroeger.items():
            message = f"De kop “{cel.tekst}” hoort bij geen kolom."
            if gelijk(cel.tekst) in self.gemaakt:
                message = f"De kolom “{cel.tekst}” kent dit programma niet meer."
                hint = "Heet zij nu anders? Zet dan de nieuwe naam hier. Haal haar anders weg."
                self._bezwaar(cel.plaats, message, hint)
            elif kop:
                self._bezwaar(cel.plaats, message, f"Hier stond “{kop}”; zet die kop terug.")
            elif self.gemaakt and not self.stond and cel.plaats.kolom > last:
                message = f"{message.removesuffix('.')}; wat eronder staat, is niet gelezen."
                self._bezwaar(cel.plaats, message, "", Ernst.WAARSCHUWING)
            else:
                proposed = nearest(cel.tekst, [kolom.kop for kolom in self.bekend.values()])
                self._bezwaar(cel.plaats, message, f"{proposed} {_EIGEN}")

    def zonder_kop(self, below: Sequence[Sequence[Cel]]) -> None:
        """Values of which nothing says what they are; a row may have been moved aside."""
        filled = {cel.plaats.kolom for cels in below for cel in cels if not cel.leeg}
        for column in sorted(filled - self.koppen.keys()):
            kop = self.stond.pop(column, "")
            hint = (
                f"Hier stond “{kop}”; zet die kop terug." if kop else f"Zet de kop terug. {_EIGEN}"
            )
            message = "Boven deze kolom staat geen kop, en er staan gegevens in."
            self._bezwaar(self._cel(column), message, hint)

    def weg(self) -> None:
        """What the sheet was made with is there still, and in any case whose each row is."""
        self.bezwaren += [_ontbreekt(kop, self._cel(n)) for n, kop in self.stond.items()]
        there = {kolom.sleutel for kolom in self.found.values()}
        for kolom in vorm.VAST if not self.gemaakt else ():
            if kolom.sleutel in _namen(there) - there:
                self.bezwaren.append(_ontbreekt(kolom.kop, self.at))

    def volgorde(self) -> None:
        """Heads that changed places would have the figures of each other."""
        known = {n: kop for n, kop in self.koppen.items() if n in self.found}
        now = [(n, kop) for n, kop in sorted(known.items()) if kop in self.gemaakt]
        was = [kop for kop in self.gemaakt if kop in known.values()]
        moved = ((n, kop, old) for (n, kop), old in zip(now, was, strict=True) if kop != old)
        for column, kop, old in islice(moved, 1):  # the others follow from it
            message = (
                f"De kolommen staan in een andere volgorde: hier staat “{self.bekend[kop].kop}”, "
                f"en hier stond “{self.bekend[old].kop}”."
            )
            hint = "Zet ze terug, elk met zijn kop; dan is zeker dat geen cijfer is verwisseld."
            self._bezwaar(self._cel(column), message, hint)

    def _cel(self, column: int) -> Plaats:
        return Plaats(self.at.nummer, self.at.rij, column, self.at.blad)

    def _bezwaar(
        self, plaats: Plaats, melding: str, hint: str = "", ernst: Ernst = Ernst.FOUT
    ) -> None:
        self.bezwaren.append(Bezwaar(plaats, melding, hint.strip(), ernst))


_DELEN = {"verdeling", "deel"}
_MAG_WEG = {gelijk(vorm.VORIGE), *(gelijk(kolom.kop) for kolom in vorm.VERBORGEN)}
