"""What stands in the data of a quarter, as a sheet: for a workbook to show, and to compare with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Stand, Verdeling
from waw_site.werkboek import vorm
from waw_site.werkboek.opgave import Opgave
from waw_site.werkboek.vorm import Kolom, Regel

Inhoud = Opgave | str  # of a figure; a key, or a text
Staand = Mapping[Regel, Mapping[str, Inhoud]]  # by the key of the column


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet: what it shows, and which of its cells are to be filled unless it is sealed."""

    kwartaal: Kwartaal
    kolommen: Sequence[Kolom]
    regels: Sequence[Regel]
    inhoud: Staand
    gevraagd: frozenset[tuple[Regel, str]]
    vorige: Mapping[tuple[Regel, str], tuple[Kwartaal, Opgave]] = field(default_factory=dict)
    verzegeld: bool = False
    bekend: Staand = field(default_factory=dict)  # what stood in the data, also if it is not shown


def staand(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> dict[Regel, dict[str, Inhoud]]:
    """What the data says of a project in a quarter: its own row first, then its parts."""
    project, stand = dataset.projecten[slug], dataset.stand(slug, kwartaal)
    own: dict[str, Inhoud] = {}
    if status := project.status_in(kwartaal):
        own["status"] = str(status.fase)
    if project.sector:
        own["sector"] = project.sector
    found = {Regel(slug): own}
    if stand is None:
        return found
    own |= {f"cijfer.{i}": Opgave.van(cijfer) for i, cijfer in stand.cijfers.items()}
    for name in ("voorlopig", "eindstand"):
        if name in stand.model_fields_set:
            own[name] = "ja" if getattr(stand, name) else "nee"
    path = ds.stand_path(slug, kwartaal)
    for proza in dataset.proza:
        if proza.plek.path == path and proza.loc == ("toelichting",):
            own["toelichting"] = proza.tekst.strip()
    own["bron"] = stand.bron.document
    if stand.bron.kop:
        own["kop"] = stand.bron.kop
    for verdeling in stand.verdelingen:
        for indicator in verdeling.cijfers:
            for deel, number in verdeling.delen(indicator).items():
                row = found.setdefault(Regel(slug, verdeling.naar, deel), {})
                row[f"cijfer.{indicator}"] = Opgave(number)
    return found


def gevuld(dataset: Dataset, kwartaal: Kwartaal, slugs: Iterable[str]) -> Blad:
    """The sheet of a quarter as it stands."""
    inhoud: dict[Regel, Mapping[str, Inhoud]] = {}
    for slug in slugs:
        if dataset.stand(slug, kwartaal) or _loopt(dataset, slug, kwartaal):
            inhoud |= staand(dataset, slug, kwartaal)
    columns = _kolommen(dataset, inhoud, vorige=False)
    return Blad(
        kwartaal,
        columns,
        tuple(inhoud),
        inhoud,
        frozenset(_open(dataset, kwartaal, inhoud, columns)),
        verzegeld=kwartaal in dataset.zegels,
        bekend=inhoud,
    )


def leeg(dataset: Dataset, kwartaal: Kwartaal, slugs: Iterable[str]) -> Blad:
    """A sheet to fill: no figures of the quarter, and beside each what was reported before."""
    inhoud: dict[Regel, dict[str, Inhoud]] = {}
    bekend: dict[Regel, Mapping[str, Inhoud]] = {}
    editie = dataset.edities.get(kwartaal)
    for slug in slugs:
        if not (dataset.stand(slug, kwartaal) or _loopt(dataset, slug, kwartaal)):
            continue
        there = staand(dataset, slug, kwartaal)
        bekend |= there
        known = there[Regel(slug)]
        own = {key: known[key] for key in vorm.REDACTIE if key in known}
        if editie:
            own.setdefault("bron", editie.bron.document)
        inhoud[Regel(slug)] = own
        inhoud |= {regel: {} for regel in _delen(dataset, slug, kwartaal)}
    columns = _kolommen(dataset, inhoud, vorige=True)
    return Blad(
        kwartaal,
        columns,
        tuple(inhoud),
        inhoud,
        frozenset(_open(dataset, kwartaal, inhoud, columns)),
        dict(_vorige(dataset, kwartaal, inhoud)),
        kwartaal in dataset.zegels,
        bekend,
    )


def _loopt(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> bool:
    """Whether a project is to report in a quarter: it runs then, or ends."""
    project = dataset.projecten[slug]
    status = project.status_in(kwartaal)
    if status is None or not vorm.verwacht(dataset.programma, project):
        return False
    return status.fase.runs or (status.fase.ended and status.vanaf == kwartaal)


def _kolommen(dataset: Dataset, inhoud: Staand, *, vorige: bool) -> list[Kolom]:
    programma = dataset.programma
    asked = {i for r in inhoud for i in vorm.verwacht(programma, dataset.projecten[r.slug])}
    asked |= {key.partition(".")[2] for row in inhoud.values() for key in row if "." in key}
    return [*vorm.kolommen(programma, asked, vorige=vorige), vorm.VERSTUURD]


def _open(
    dataset: Dataset, kwartaal: Kwartaal, inhoud: Staand, columns: Iterable[Kolom]
) -> Iterator[tuple[Regel, str]]:
    """The cells that are to be filled: figures that the project reports, and what it says."""
    for regel, row in inhoud.items():
        own = _gevraagd(dataset, kwartaal, regel) | {key.partition(".")[2] for key in row}
        for kolom in columns:
            asked = {
                vorm.Soort.CIJFER: kolom.indicator in own,
                vorm.Soort.KEUZE: not regel.naar,
                vorm.Soort.TEKST: not regel.naar,
            }
            if asked.get(kolom.soort):
                yield regel, kolom.sleutel


def _gevraagd(dataset: Dataset, kwartaal: Kwartaal, regel: Regel) -> set[str]:
    """The indicators that a row is asked for: of a part those that were broken down so."""
    if not regel.naar:
        return set(vorm.verwacht(dataset.programma, dataset.projecten[regel.slug]))
    last = _verdeeld(dataset, regel.slug, kwartaal)
    return {i for v in last if v.naar == regel.naar for i in v.cijfers}


def _standen(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> list[tuple[Kwartaal, Stand]]:
    """The positions before *kwartaal*, the last one first."""
    standen = dataset.standen.get(slug, {})
    return sorted(((k, s) for k, s in standen.items() if k < kwartaal), reverse=True, key=_eerst)


def _eerst(item: tuple[Kwartaal, Stand]) -> Kwartaal:
    return item[0]


def _verdeeld(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> tuple[Verdeling, ...]:
    """How the project breaks its figures down: in this quarter, or the last time before."""
    now = dataset.stand(slug, kwartaal)
    if now and now.verdelingen:
        return now.verdelingen
    earlier = (s.verdelingen for _, s in _standen(dataset, slug, kwartaal) if s.verdelingen)
    return next(earlier, ())


def _delen(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> Iterator[Regel]:
    """A row for each part of what the project breaks down."""
    for verdeling in _verdeeld(dataset, slug, kwartaal):
        had = {deel for i in verdeling.cijfers for deel in verdeling.delen(i)}
        for deel in vorm.verplicht(dataset.programma, verdeling.naar, kwartaal, had):
            yield Regel(slug, verdeling.naar, deel)


def _vorige(
    dataset: Dataset, kwartaal: Kwartaal, regels: Iterable[Regel]
) -> Iterator[tuple[tuple[Regel, str], tuple[Kwartaal, Opgave]]]:
    """Of each row and indicator the last figure that was reported before, and when."""
    earlier = {
        slug: [
            (k, staand(dataset, slug, k)) for k, _ in reversed(_standen(dataset, slug, kwartaal))
        ]
        for slug in {regel.slug for regel in regels}
    }
    for regel in regels:
        for k, rows in earlier[regel.slug]:  # a later one comes over it
            for key, figure in rows.get(regel, {}).items():
                if isinstance(figure, Opgave) and figure.waarde is not None:
                    yield (regel, f"vorig.{key.partition('.')[2]}"), (k, figure)
