"""Datasets in memory, as small as a test needs."""

from collections.abc import Mapping, Sequence
from typing import Any

from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Document, Editie, Programma, Project, Stand

Q = Kwartaal.parse
BRON = {"document": "bron"}


def programma(**more: Any) -> Programma:
    """Two counted indicators, one plan of a hundred of each."""
    goals = [{"indicator": i, "totaal": 100} for i in ("gestart", "bemiddeld")]
    return Programma.model_validate(
        {
            "naam": "Proef",
            "regio": "Proefregio",
            "begin": "2020-Q1",
            "indicatoren": {
                i: {"label": i, "kort": i, "eenheid": "inwoners", "telt_mee": "ja"}
                for i in ("gestart", "bemiddeld")
            },
            "sectoren": {"zorg": "Zorg", "techniek": "Techniek"},
            "plannen": [{"vanaf": "2020-Q1", "einde": "2024-Q4", "doelen": goals, "bron": BRON}],
            **more,
        }
    )


def project(**more: Any) -> Project:
    """A running project."""
    basis = {"naam": "P", "status": [{"fase": "lopend"}], "bron": BRON}
    return Project.model_validate(basis | more)


def stand(eindstand: bool = False, **cijfers: Any) -> Stand:
    """A position."""
    final = "ja" if eindstand else "nee"
    return Stand.model_validate({"cijfers": cijfers, "eindstand": final, "bron": BRON})


def editie(rubrieken: Mapping[str, Sequence[str]], **more: Any) -> Editie:
    """An edition with these projects by category."""
    rows = [{"rubriek": r, "naam": r, "projecten": list(p)} for r, p in rubrieken.items()]
    return Editie.model_validate({"titel": "Proef", "rubrieken": rows, "bron": BRON} | more)


def dataset(
    projecten: Mapping[str, Project],
    standen: Mapping[str, Mapping[str, Stand]],
    edities: Mapping[str, Editie],
    **more: Any,
) -> Dataset:
    """All of it together."""
    return Dataset(
        programma=more.get("programma") or programma(),
        bronnen={"bron": Document(titel="Bron")},
        projecten=dict(projecten),
        standen={slug: {Q(k): s for k, s in by.items()} for slug, by in standen.items()},
        edities={Q(k): e for k, e in sorted(edities.items())},
        mappen=frozenset(projecten),
        documenten=frozenset({"bron"}),
    )
