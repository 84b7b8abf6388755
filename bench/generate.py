"""
A programme of any size, invented and always the same.

1× is 27 projects × 14 quarters × 6 editions; 10× and 100× have so many times the projects.
"""

from collections.abc import Iterator
from pathlib import Path

PROJECTS, QUARTERS, EDITIONS = 27, 14, 6
FIRST_YEAR = 2021
RUBRIEKEN = ("scholing", "werk", "nieuw", "afgerond")
SECTORS = ("zorg", "techniek", "media", "horeca", "onderwijs")
WORDS = (
    "deelnemers leren een vak en krijgen begeleiding van een coach die helpt bij de taal "
    "werkgevers in de regio bieden een leerbaan aan wie de scholing afmaakt"
).split()


def quarter(n: int) -> str:
    """The name of the *n*-th quarter, from 0."""
    return f"{FIRST_YEAR + n // 4}-Q{n % 4 + 1}"


def edition_quarters() -> list[int]:
    """The quarters that have an edition: evenly spread, the last one included."""
    return [QUARTERS - 1 - 2 * n for n in reversed(range(EDITIONS))]


def files(scale: int) -> Iterator[tuple[str, str]]:
    """Every file of a programme *scale* times as large, as path and text."""
    count = PROJECTS * scale
    yield "data/programma.yaml", _programme(count)
    yield "data/bronnen.yaml", "bron: {titel: Verzonnen bron, datum: 2024}\n"
    for n in range(count):
        yield f"data/projecten/project-{n:04d}/project.yaml", _project(n)
        yield f"content/projecten/project-{n:04d}.md", _text(n, 30)
        for q in range(QUARTERS):
            if q <= _last(n):
                yield f"data/projecten/project-{n:04d}/{quarter(q)}.yaml", _position(n, q)
    for q in edition_quarters():
        yield from _edition(q, count)


def write(folder: Path, scale: int) -> None:
    """Write the programme under *folder*, as data/ and content/."""
    for path, text in files(scale):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _programme(count: int) -> str:
    kinds = {"gestart": "trajecten", "afgerond": "scholingstrajecten", "bemiddeld": "inwoners"}
    indicators = "".join(
        f"  {name}: {{label: {name.title()}, kort: {name}, eenheid: {unit}, telt_mee: ja}}\n"
        for name, unit in kinds.items()
    )
    until = {quarter(q): 60 * count * (q + 1) // QUARTERS for q in edition_quarters()}
    steps = ", ".join(f"{name}: {value}" for name, value in until.items())
    goals = "".join(
        f"      - {{indicator: {name}, totaal: {60 * count}, tussendoelen: {{{steps}}}}}\n"
        for name in kinds
    )
    sectors = ", ".join(f"{name}: {name.title()}" for name in SECTORS)
    return (
        f"naam: Verzonnen programma\nregio: Verzonnen regio\nbegin: {quarter(0)}\n"
        f"indicatoren:\n{indicators}plannen:\n  - vanaf: {quarter(0)}\n    einde: {quarter(15)}\n"
        f"    doelen:\n{goals}    bron: {{document: bron}}\nsectoren: {{{sectors}}}\n"
    )


def _last(n: int) -> int:
    """The last quarter in which project *n* reports: one in nine has ended."""
    return QUARTERS // 2 if n % 9 == 8 else QUARTERS - 1


def _project(n: int) -> str:
    lines = [f"naam: Project {n}", f"sector: {SECTORS[n % len(SECTORS)]}"]
    if n % 9 == 0:
        lines.append(f"onderdelen: [project-{n + 1:04d}, project-{n + 2:04d}]")
    lines += ["status:", f"  - {{fase: lopend, vanaf: {quarter(0)}}}"]
    if _last(n) < QUARTERS - 1:
        lines.append(
            f"  - {{fase: gestopt, vanaf: {quarter(_last(n))}, reden: Te weinig deelnemers.}}"
        )
    return "\n".join([*lines, "bron: {document: bron}", ""])


def figures(n: int, q: int) -> tuple[int, int, int]:
    """Started, completed and placed, of a project that is no whole."""
    started = (q + 1) * (3 + n % 5) + n * 13
    return started, started * 2 // 3, started // 3


def _position(n: int, q: int) -> str:
    whole = n % 9 == 0
    parts = [figures(n + 1, q), figures(n + 2, q)] if whole else [figures(n, q)]
    started, completed, placed = (sum(values) for values in zip(*parts, strict=True))
    rounded = n % 9 == 5
    lines = ["cijfers:", f"  gestart: {started}"]
    lines.append("  afgerond:" if n % 9 == 4 else f"  afgerond: {completed}")
    placed_text = f"{{waarde: {placed}, kwalificatie: ruim}}" if rounded else str(placed)
    lines.append(f"  bemiddeld: {placed_text}")
    if q == _last(n) < QUARTERS - 1:
        lines.append("eindstand: ja")
    return "\n".join([*lines, "bron: {document: bron, kop: Verzonnen kop}", ""])


def _edition(q: int, count: int) -> Iterator[tuple[str, str]]:
    name = quarter(q)
    running = [n for n in range(count) if q <= _last(n)]
    lines = ["titel: Verzonnen programma", f"verschenen: {FIRST_YEAR + q // 4}", "rubrieken:"]
    for k, rubriek in enumerate(RUBRIEKEN):
        members = ", ".join(f"project-{n:04d}" for n in running if n // 9 % len(RUBRIEKEN) == k)
        lines.append(f"  - {{rubriek: {rubriek}, naam: {rubriek.title()}, projecten: [{members}]}}")
        yield f"content/{name}/rubrieken/{rubriek}.md", _text(k, 25)
    yield f"data/edities/{name}.yaml", "\n".join([*lines, "bron: {document: bron}", ""])
    for part in ("inleiding", "koers", "verantwoording"):
        yield f"content/{name}/{part}.md", _text(q, 60)
    for n in running:
        yield f"content/{name}/projecten/project-{n:04d}.md", _text(n + q, 45)


def _text(seed: int, length: int) -> str:
    words = [WORDS[(seed + k * 7) % len(WORDS)] for k in range(length)]
    lines = [" ".join(words[k : k + 12]) for k in range(0, length, 12)]
    return "\n\n".join(f"{line.capitalize()}." for line in lines) + "\n"
