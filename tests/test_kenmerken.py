"""
A lasting name that was given out once stays: docs/kenmerken.txt has them all.

`pytest tests/test_kenmerken.py --bless` adds those that are new, and takes none away.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from builders import programma
from on_disk import REAL, found
from waw_site.kenmerk import kenmerk
from waw_site.omschrijving import omschrijving
from waw_site.omschrijving.schemaorg import schemaorg
from waw_site.page.uitgegeven import uitgegeven

KENMERKEN = REAL / "docs" / "kenmerken.txt"


def given() -> Iterator[str]:
    """What each thing of the real data is called, and its name."""
    dataset = found(REAL).dataset
    assert dataset
    about = omschrijving(dataset, dataset.edities, dataset.projecten)
    assert about
    yield f"{about.kenmerk} catalogus"
    yield from (f"{reeks.kenmerk} {reeks.titel}" for reeks in about.reeksen)
    yield from (f"{u.kenmerk} {u.url}" for u in uitgegeven(dataset, dataset.edities))
    yield from (f"{p.kenmerk} {p.pagina}" for p in about.projecten)
    for slug, of in zip(dataset.programma.indicatoren, about.indicatoren, strict=True):
        yield f"{of.kenmerk} indicatoren/{slug}"


def test_every_name_ever_given_is_still_there(bless: bool) -> None:
    """And every name of today is in the list."""
    now = set(given())
    if bless:
        known = set(KENMERKEN.read_text().splitlines()) if KENMERKEN.exists() else set()
        KENMERKEN.write_text("".join(f"{line}\n" for line in sorted(known | now)))
    known = set(KENMERKEN.read_text().splitlines())
    assert sorted(known - now) == []
    assert sorted(now - known) == []


def test_no_two_things_have_one_name() -> None:
    names = [line.split()[0] for line in given()]
    assert sorted(set(names)) == sorted(names)
    form = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    assert [name for name in names if not form.fullmatch(name)] == []


def test_a_name_does_not_depend_on_where_the_site_stands() -> None:
    """It is made of the programme and the thing alone."""
    here = programma(publicatie={"adres": "https://een.example/a/"})
    there = programma(publicatie={"adres": "https://twee.example/"})
    assert kenmerk(here, "indicatoren", "gestart") == kenmerk(there, "indicatoren", "gestart")
    assert kenmerk(here, "indicatoren", "gestart") != kenmerk(here, "projecten", "gestart")


def test_names_of_projects_and_indicators_are_published() -> None:
    """In the description that every page leads to."""
    dataset = found(REAL).dataset
    assert dataset
    about = omschrijving(dataset, dataset.edities, dataset.projecten)
    assert about
    told: dict[str, Any] = json.loads(schemaorg(about))
    projects = {p["identifier"]: p["name"] for p in told["about"]}
    assert projects[kenmerk(dataset.programma, "projecten", "zorgstart")] == "ZorgStart"
    measured = {i["identifier"]: (i["name"], i["unitText"]) for i in told["variableMeasured"]}
    started = measured[kenmerk(dataset.programma, "indicatoren", "gestart")]
    assert started == ("Gestarte trajecten", "trajecten")
