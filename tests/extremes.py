"""Programmes of other sizes: as small, large, long or empty as one may come."""

from dataclasses import dataclass
from pathlib import Path

from on_disk import put

INDICATORS = {"gestart": "trajecten", "bemiddeld": "inwoners"}
LONG = "Scholing en begeleiding naar duurzaam werk in zorg, techniek en onderwijs voor jongeren nr"


@dataclass(frozen=True, slots=True)
class Extreme:
    """How many of what; `tot` is what the largest project reaches, None where nothing is known."""

    projecten: int = 6
    edities: int = 3
    tot: int | None = 120
    doel: int = 600
    naam: str = "Project"


ALL = {
    "3 projects": Extreme(projecten=3),
    "60 projects": Extreme(projecten=60, doel=6000),
    "counts of 40,000": Extreme(tot=40_000, doel=200_000),
    "counts of 4": Extreme(tot=4, doel=20),
    "all unknown": Extreme(tot=None),
    "names of 90 characters": Extreme(naam=LONG),
    "forty editions": Extreme(edities=40),
    "goals passed": Extreme(doel=100),
    "one edition": Extreme(edities=1),
}


def write(folder: Path, extreme: Extreme) -> Path:
    """Write the programme of *extreme* under *folder*, as data/ and content/."""
    quarters = [f"{2015 + n // 4}-Q{n % 4 + 1}" for n in range(extreme.edities)]
    put(folder / "data/programma.yaml", _programme(extreme, quarters))
    put(folder / "data/bronnen.yaml", "bron: {titel: Verzonnen bron, datum: 2024}\n")
    slugs = [f"project-{n:02d}" for n in range(extreme.projecten)]
    for n, slug in enumerate(slugs):
        place = folder / "data/projecten" / slug
        put(place / "project.yaml", _project(extreme, n))
        for k, quarter in enumerate(quarters):
            put(place / f"{quarter}.yaml", _position(extreme, n, k))
    for quarter in quarters:
        put(folder / f"data/edities/{quarter}.yaml", _edition(slugs))
        put(folder / f"content/{quarter}/inleiding.md", "Zo staat het programma ervoor.\n")
    return folder


def _programme(extreme: Extreme, quarters: list[str]) -> str:
    indicators = "".join(
        f"  {name}: {{label: {name.title()}, kort: {name}, eenheid: {unit}, telt_mee: ja}}\n"
        for name, unit in INDICATORS.items()
    )
    goals = ", ".join(f"{{indicator: {name}, totaal: {extreme.doel}}}" for name in INDICATORS)
    return (
        f"naam: Verzonnen programma\nregio: Verzonnen regio\nbegin: {quarters[0]}\n"
        f"indicatoren:\n{indicators}plannen:\n"
        f"  - {{vanaf: {quarters[0]}, einde: 2025-Q4, tussendoel: lineair, doelen: [{goals}],"
        " bron: {document: bron}}\n"
    )


def _project(extreme: Extreme, n: int) -> str:
    return f'naam: "{extreme.naam} {n + 1}"\nstatus: [{{fase: lopend}}]\nbron: {{document: bron}}\n'


def _position(extreme: Extreme, n: int, quarter: int) -> str:
    """What project *n* reached: growing to the end, the first project the most."""
    if extreme.tot is None:
        return "cijfers: {gestart: , bemiddeld: }\nbron: {document: bron}\n"
    started = extreme.tot * (quarter + 1) // extreme.edities // (n % 4 + 1)
    return f"cijfers: {{gestart: {started}, bemiddeld: {started // 2}}}\nbron: {{document: bron}}\n"


def _edition(slugs: list[str]) -> str:
    members = ", ".join(slugs)
    return (
        "titel: Verzonnen programma\nbron: {document: bron}\n"
        f"rubrieken:\n  - {{rubriek: scholing, naam: Scholing, projecten: [{members}]}}\n"
    )
