"""What a workbook says against what stands: what changes, and what an empty cell leaves there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.problem import Ernst
from waw_site.werkboek import verstuurd, vorm
from waw_site.werkboek.blad import Inhoud, staand
from waw_site.werkboek.cellen import WEG
from waw_site.werkboek.duiden import Ingevuld, Opgaven, deel_ontbreekt
from waw_site.werkboek.opgave import NIET_GEMELD, Opgave
from waw_site.werkboek.tabel import Bezwaar, Plaats
from waw_site.werkboek.vorm import Regel


@dataclass(frozen=True, slots=True)
class Mutatie:
    """One value that becomes another; *was* is None for what was not there."""

    kwartaal: Kwartaal
    regel: Regel
    kolom: str  # its key: cijfer.gestart, toelichting
    was: Inhoud | None
    wordt: Inhoud | None
    plaats: Plaats
    waarom: str = "de cel is leeg"  # where nothing changes

    @property
    def pad(self) -> str:
        """The file that says it."""
        if self.kolom in ("status", "sector"):
            return ds.project_path(self.regel.slug)
        return ds.stand_path(self.regel.slug, self.kwartaal)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What is to change, what stays though its cell is empty, and what cannot be."""

    mutaties: tuple[Mutatie, ...]
    blijft: tuple[Mutatie, ...]
    bezwaren: tuple[Bezwaar, ...]


def vergelijk(dataset: Dataset, opgaven: Opgaven, bron: str | None = None) -> Uitslag:
    """
    Compare each row with the data.

    *bron* is the document of a new position that names none.
    """
    changes: list[Mutatie] = []
    stays: list[Mutatie] = []
    wrong: list[Bezwaar] = []
    for kwartaal, rows in sorted(opgaven.items()):
        for slug in dict.fromkeys(regel.slug for regel in rows):
            own = {regel: row for regel, row in rows.items() if regel.slug == slug}
            one = _Project(dataset, kwartaal, slug, own)
            changes += one.mutaties(bron)
            stays += one.blijft
            wrong += one.bezwaren
    return Uitslag(tuple(changes), tuple(stays), tuple(wrong))


class _Project:
    """The rows of one project in one quarter."""

    def __init__(
        self, dataset: Dataset, kwartaal: Kwartaal, slug: str, rows: Mapping[Regel, Ingevuld]
    ) -> None:
        self.dataset, self.kwartaal, self.slug, self.rows = dataset, kwartaal, slug, rows
        self.staand = staand(dataset, slug, kwartaal)
        self.stand = dataset.stand(slug, kwartaal)
        self.blijft: list[Mutatie] = []
        self.bezwaren: list[Bezwaar] = []

    def mutaties(self, bron: str | None) -> list[Mutatie]:
        found = [w for regel, row in self.rows.items() for w in self._rij(regel, row)]
        self._mist()
        if self.stand is None:
            found = self._nieuw(found, bron)
        found = [w for w in found if self._mag(w)]
        for mutatie in found:
            self._verzegeld(mutatie)
        return found

    def _rij(self, regel: Regel, row: Ingevuld) -> Iterator[Mutatie]:
        known = self.staand.get(regel, {})
        for kolom in sorted(row.kolommen):
            was = known.get(kolom)
            value, at = row.cellen.get(kolom, (None, row.plaats))
            if value is None:
                if was not in (None, Opgave(None)):
                    self.blijft.append(Mutatie(self.kwartaal, regel, kolom, was, was, row.plaats))
            elif value == WEG:
                if was is not None:
                    yield from self._anders(
                        Mutatie(self.kwartaal, regel, kolom, was, None, at), row
                    )
            elif not _zelfde(was, value):
                yield from self._anders(Mutatie(self.kwartaal, regel, kolom, was, value, at), row)

    def _anders(self, mutatie: Mutatie, row: Ingevuld) -> Iterator[Mutatie]:
        """What another wrote since the workbook was made is not undone by a cell of before."""
        known = "" if row.verstuurd is None else row.verstuurd.get(mutatie.kolom, "")
        now, said = verstuurd.woord(mutatie.was), verstuurd.woord(mutatie.wordt)
        if row.verstuurd is None or known is None or _plat(known) == _plat(now):
            self._past(mutatie)
            yield mutatie
        elif verstuurd.ongemoeid(row.verstuurd, mutatie.kolom, said):
            waarom = f"het werkboek zegt {_kort(said)}, zoals het was toen het werd gemaakt"
            self.blijft.append(replace(mutatie, wordt=mutatie.was, waarom=waarom))
        else:
            message = (
                f"Hier staat {_kort(said)}; intussen ging het in de monitor van {_kort(known)} "
                f"naar {_kort(now)}."
            )
            hint = f"Zet in deze cel wat geldt. Is dat {_kort(said)}? Zet het dan in {mutatie.pad}."
            self.bezwaren.append(Bezwaar(mutatie.plaats, message, hint))

    def _past(self, mutatie: Mutatie) -> None:
        """A figure that the project does not report may stand below the wrong head."""
        project = self.dataset.projecten[self.slug]
        asked = {f"cijfer.{i}" for i in vorm.verwacht(self.dataset.programma, project)}
        new = mutatie.kolom.startswith("cijfer.") and mutatie.was is None
        if new and mutatie.kolom not in asked:
            message = f"“{project.naam}” hoort dit cijfer niet te melden."
            hint = "Staat het onder de goede kop?"
            self.bezwaren.append(Bezwaar(mutatie.plaats, message, hint, Ernst.WAARSCHUWING))

    def _mist(self) -> None:
        """Of a project every row is there: its own, and all parts of what it broke down."""
        whole = self.rows.get(Regel(self.slug))
        at = (whole or next(iter(self.rows.values()))).plaats
        naam = vorm.lijsten(self.dataset)["project"].woord(self.slug)
        if whole is None:
            message = f"De regel van “{naam}” zelf ontbreekt; hier staan alleen delen."
            self.bezwaren.append(
                Bezwaar(at, message, "Zet haar terug, met het cijfer van het geheel.")
            )
        dims = {regel.naar for regel in self.rows if regel.naar}
        for regel in self.staand:
            if regel.naar in dims and regel not in self.rows:
                self.bezwaren.append(deel_ontbreekt(self.dataset, regel, at))

    def _nieuw(self, found: list[Mutatie], bron: str | None) -> list[Mutatie]:
        """A position that was not there yet: whole, with what was not reported and its source."""
        filled = [w for w in found if w.kolom not in vorm.REDACTIE]
        if not filled:
            return [w for w in found if w.kolom in ("status", "sector")]
        regel, at = Regel(self.slug), filled[0].plaats
        own = {w.kolom: w for w in found if w.regel == regel}
        project = self.dataset.projecten[self.slug]
        asked = {f"cijfer.{i}" for i in vorm.verwacht(self.dataset.programma, project)}
        row = self.rows.get(regel)
        for kolom in (f"cijfer.{i}" for i in self.dataset.programma.indicatoren):
            if kolom in asked and kolom not in own and row and kolom in row.kolommen:
                found.append(Mutatie(self.kwartaal, regel, kolom, None, Opgave(None), row.plaats))
        if "bron" not in own:
            editie = self.dataset.edities.get(self.kwartaal)
            document = bron or (editie.bron.document if editie else None)
            if document:
                found.append(Mutatie(self.kwartaal, regel, "bron", None, document, at))
            else:
                where = f"“{vorm.lijsten(self.dataset)['project'].woord(self.slug)}”"
                message = f"Bij de nieuwe stand van {where} ontbreekt de bron."
                hint = "Kies het document in de kolom Bron, of geef het met --bron."
                self.bezwaren.append(Bezwaar(at, message, hint))
        return found

    def _mag(self, w: Mutatie) -> bool:
        """What has no place to be taken away from is refused."""
        if w.wordt is None and w.kolom in vorm.REDACTIE and w.kolom != "kop":
            message = f"De {w.kolom} kan niet leeg worden."
            self.bezwaren.append(Bezwaar(w.plaats, message, f"Pas haar aan in {w.pad}."))
            return False
        if isinstance(w.wordt, Opgave) and w.was is None and w.kolom.startswith("cijfer."):
            return not (self.stand and w.wordt == Opgave(None))
        return True

    def _verzegeld(self, w: Mutatie) -> None:
        """What was published does not change in silence."""
        if self.kwartaal not in self.dataset.zegels or w.pad == ds.project_path(self.slug):
            return
        name = f"{self.slug}.{w.kolom.removeprefix('cijfer.')}"
        for dim, deel in zip(w.regel.naar, w.regel.deel, strict=True):
            name += f".{dim}.{deel}"
        editie = self.dataset.edities.get(self.kwartaal)
        named = {naam for e in editie.errata for naam in e.cijfers} if editie else set()
        nothing = w.was is None and w.wordt == Opgave(None)
        if w.kolom.startswith("cijfer.") and not nothing and name not in named:
            message = (
                f"De editie {self.kwartaal} is verzegeld; {name} kan niet van "
                f"{_woord(w.was)} naar {_woord(w.wordt)}."
            )
            hint = (
                f"Was het fout? Schrijf eerst een erratum in {ds.editie_path(self.kwartaal)}, met "
                f"cijfers: [{name}]. Anders: zet het oude cijfer terug."
            )
            self.bezwaren.append(Bezwaar(w.plaats, message, hint))


def _zelfde(was: Inhoud | None, value: Inhoud) -> bool:
    if isinstance(was, str) and isinstance(value, str):
        return _plat(was) == _plat(value)
    return was == value


def _plat(text: str) -> list[str]:
    """A text as the monitor reads it: spaces at the ends of lines say nothing."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _kort(text: str) -> str:
    """A value as it is quoted; nothing, where there was none."""
    text = " ".join(text.split())
    return f"“{text[:60]}…”" if len(text) > 60 else text or "niets"


def _woord(value: Inhoud | None) -> str:
    return NIET_GEMELD if value is None else str(value)
