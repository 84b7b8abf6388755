"""The names that a programme's files may use, each with what it stands for."""

from collections.abc import Mapping
from typing import Any

from waw_site.dataset import Dataset


def woorden(dataset: Dataset) -> Mapping[str, Mapping[str, str]]:
    """
    Every list of names that *dataset* fixes, as a `Woord` of the models calls it.

    Stories are not among them: of one that may no longer be told no word may stay behind.
    """
    p = dataset.programma
    papers = {
        "brieven": dataset.brieven,
        "voorstellen": dataset.voorstellen,
        "begrotingen": dataset.begrotingen,
        "terugblikken": dataset.terugblikken,
    }
    posten = (
        s for b in dataset.begrotingen.values() for sectie in b.secties for s in sectie.posten
    )
    return {
        "documenten": {naam: document.titel for naam, document in dataset.bronnen.items()},
        "indicatoren": {naam: indicator.label for naam, indicator in p.indicatoren.items()},
        "sectoren": p.sectoren,
        "soorten": p.soorten,
        "doelgroepen": p.doelgroepen,
        "dimensies": {naam: dimensie.naam for naam, dimensie in p.dimensies.items()},
        "delen": {deel: naam for d in p.dimensies for deel, naam in p.delen(d).items()},
        "projecten": {slug: _project(dataset, slug) for slug in sorted(dataset.mappen)},
        "edities": {str(kwartaal): editie.titel for kwartaal, editie in dataset.edities.items()},
        "begrotingen": _titels(dataset.begrotingen),
        "posten": {post.post: post.naam for post in posten},
        "stukken": {
            f"{folder}/{slug}": titel
            for folder, stukken in papers.items()
            for slug, titel in _titels(stukken).items()
        },
    }


def _project(dataset: Dataset, slug: str) -> str:
    project = dataset.projecten.get(slug)
    return project.naam if project else slug


def _titels(stukken: Mapping[str, Any]) -> dict[str, str]:
    return {slug: stukken[slug].titel for slug in sorted(stukken)}
