"""What a workbook changes, in words."""

import os
import shlex
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from waw_site import dataset as ds
from waw_site import notation
from waw_site.dataset import Dataset
from waw_site.git import git
from waw_site.werkboek import vorm
from waw_site.werkboek.blad import Inhoud
from waw_site.werkboek.opgave import NIET_GEMELD, Opgave
from waw_site.werkboek.vergelijken import Mutatie, Uitslag

_LANGST = 60  # characters of a text that is shown


def vertel(dataset: Dataset, uitslag: Uitslag) -> Iterator[str]:
    """A line for each project, and below it one for each value: `gestart: 12 → 15`."""
    programma = dataset.programma
    order = [k.sleutel for k in vorm.kolommen(programma, programma.indicatoren, vorige=False)]
    rows = [*filter(zichtbaar, uitslag.mutaties), *uitslag.blijft]
    rows.sort(key=lambda w: (w.kwartaal, *_rij(w), order.index(w.kolom)))
    for (kwartaal, slug), found in groupby(rows, key=lambda w: (w.kwartaal, w.regel.slug)):
        group, path = list(found), ds.stand_path(slug, kwartaal)
        begun = dataset.stand(slug, kwartaal) is None and any(w.pad == path for w in group)
        new = ", nieuwe stand" if begun else ""
        yield f"{kwartaal}, {dataset.projecten[slug].naam} ({slug}){new}"
        for w in group:
            yield f"  {_naam(dataset, w)}{_verschil(dataset, w)}"


def _rij(w: Mutatie) -> tuple[str, tuple[str, ...], int]:
    """Whose row it is in: the project's own first, then its parts as they follow each other."""
    return w.regel.slug, w.regel.naar, w.plaats.rij


def _naam(dataset: Dataset, w: Mutatie) -> str:
    words = vorm.lijsten(dataset)
    names = (vorm.naam(dataset.programma, words, w.regel, k) for k in ("verdeling", "deel"))
    return ", ".join([w.kolom.removeprefix("cijfer."), *(name for name in names if name)])


def _verschil(dataset: Dataset, w: Mutatie) -> str:
    if w.was == w.wordt:
        return f" blijft {_woord(w.was)}: {w.waarom}"
    niets = NIET_GEMELD if w.kolom.startswith("cijfer.") else "leeg"
    return f": {_woord(w.was, niets)} → {_woord(w.wordt, niets)}"


def _woord(value: Inhoud | None, niets: str = NIET_GEMELD) -> str:
    if value is None:
        return niets
    text = " ".join(str(value).split())
    return text if len(text) <= _LANGST else f"{text[:_LANGST]}…"


def zichtbaar(w: Mutatie) -> bool:
    """Whether it says anything: of a new position, what was not reported is written down too."""
    return w.was is not None or w.wordt != Opgave(None)


def geteld(mutaties: Sequence[Mutatie], bestanden: int) -> str:
    """Drie wijzigingen in twee bestanden."""
    shown = sum(map(zichtbaar, mutaties))
    changes = notation.zin(notation.aantal(shown, "wijziging", "wijzigingen"))
    return f"{changes} in {notation.aantal(bestanden, 'bestand', 'bestanden')}"


def terug(data: Path, known: Sequence[Path], new: Sequence[Path]) -> Iterator[str]:
    """How git undoes it: what stood comes back, what is new goes. Asked before it is done."""
    states = {
        path: git(data, "status", "--porcelain", "--", str(path.absolute())) for path in known
    }
    if git(data, "rev-parse", "--git-dir") is None:
        yield "Deze map staat niet in git: dit is niet vanzelf ongedaan te maken."
        return
    loose = [path for path, state in states.items() if (state or "").startswith("??")]
    changed = [path for path, state in states.items() if (state or "")[1:2] == "M"]
    there = [path for path in known if path not in loose]
    parts = [f"git restore -- {_paden(there)}"] if there else []
    parts += [f"git clean -f -- {_paden(new)}"] if new else []
    if parts:
        yield f"Ongedaan maken: {'; '.join(parts)}"  # PowerShell of Windows knows no &&
    if changed:
        names = _paden(changed)
        yield f"Let op: wat u eerder in {names} wijzigde, gaat dan ook terug; git kent het niet."
    if loose:
        yield f"Let op: niet in git, en dus niet terug te halen: {_paden(loose)}"


def _paden(paths: Sequence[Path]) -> str:
    return " ".join(shlex.quote(os.path.relpath(path)) for path in paths)
