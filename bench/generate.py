"""
An invented programme of any size, always the same to the byte.

1× is 27 projects × 14 quarters × 6 editions; 10× and 100× have that many times the projects. Chance
comes from generators that are seeded with the number of the project, so that no two projects have
the same figures or texts: equal ones would be drawn or converted once, and flatter every build.
"""

import argparse
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

PROJECTS, QUARTERS, EDITIONS = 27, 14, 6
FIRST_YEAR = 2021
LAST = QUARTERS - 1
EDITION_QUARTERS = tuple(LAST - 2 * n for n in reversed(range(EDITIONS)))
LISTED_AFTER = 4  # quarters that a project which ended is still named by editions
CATEGORIES = ("scholing", "werk", "doelgroepen")
ENDED = "afgerond"
SECTORS = ("zorg", "techniek", "media", "horeca", "onderwijs")
COUNTED = {"gestart": "trajecten", "afgerond": "scholingstrajecten", "bemiddeld": "inwoners"}
SHARE = {"gestart": 100, "afgerond": 60, "bemiddeld": 33}  # per cent of what starts, on average
PLANS = ((0, 7), (6, 11), (10, 15))  # since and until; the last one has no goals to date of its own
WORDS = (
    "deelnemers leren een vak en krijgen begeleiding van een coach die helpt bij taal werkgevers "
    "in de regio bieden een leerbaan aan wie scholing afmaakt elke week komt groep bijeen om te "
    "oefenen met gereedschap na afloop volgt gesprek over werk dat past"
).split()

Figures = tuple[int, int, int]


def slug(n: int) -> str:
    """The folder of project *n*."""
    return f"project-{n:04d}"


def quarter(q: int) -> str:
    """The name of quarter *q*, from 0."""
    return f"{FIRST_YEAR + q // 4}-Q{q % 4 + 1}"


def write(folder: Path, scale: int) -> int:
    """Write the programme under *folder*, as data/ and content/; returns the number of files."""
    count = 0
    for path, text in files(PROJECTS * scale):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        count += 1
    return count


def files(projects: int) -> Iterator[tuple[str, str]]:
    """Every file of a programme with so many *projects*, as path and text."""
    yield "data/programma.yaml", _programme(projects)
    yield "data/bronnen.yaml", _sources()
    for n in range(projects):
        yield f"data/projecten/{slug(n)}/project.yaml", _project(n)
        yield f"content/projecten/{slug(n)}.md", _prose(f"about {n}", f"Dit is {_name(n)}.", 1)
        for q in range(_last(n) + 1):
            yield f"data/projecten/{slug(n)}/{quarter(q)}.yaml", _position(n, q)
    for number, q in enumerate(EDITION_QUARTERS, start=1):
        members = _members(projects, q)
        yield f"data/edities/{quarter(q)}.yaml", _edition(number, q, members, projects)
        yield from _edition_texts(q, members)


# What a project is follows from its number: of every nine the first is a whole, the next two are
# its parts, and the others each have something that occurs in a real monitor.


def _is_whole(n: int) -> bool:
    return n % 9 == 0


def _is_part(n: int) -> bool:
    return n % 9 in (1, 2)


def _omits_completed(n: int) -> bool:
    """Whether the project has not reported how many completed it."""
    return n % 9 == 4


def _rounds(n: int) -> bool:
    return n % 9 == 5


def _has_goals(n: int) -> bool:
    return n % 9 == 6


def _stands_apart(n: int) -> bool:
    """Whether its figures are shown and not added up."""
    return n % 27 == 7


def _last(n: int) -> int:
    """The last quarter that project *n* reports: every ninth ends, at three different times."""
    return (7, 10, LAST)[n // 9 % 3] if n % 9 == 8 else LAST


def _has_ended(n: int, q: int) -> bool:
    return n % 9 == 8 and q >= _last(n)


def _name(n: int) -> str:
    return f"{('Leerlijn', 'Werkplaats', 'Start')[n % 3]} {SECTORS[n % 5].title()} {n}"


@cache
def _own(n: int) -> tuple[Figures, ...]:
    """Per quarter how many started, completed and were placed since the start; never falling."""
    chance = Random(f"figures {n}")
    started = chance.randint(0, 60)
    completed, placed = chance.randint(50, 70), chance.randint(25, 41)  # per cent
    rows = []
    for _ in range(QUARTERS):
        started += chance.randint(1, 12)
        rows.append((started, started * completed // 100, started * placed // 100))
    return tuple(rows)


def figures(n: int, q: int) -> Figures:
    """What project *n* reports in quarter *q*; a whole reports the sum of its parts."""
    if not _is_whole(n):
        return _own(n)[q]
    one, other = _own(n + 1)[q], _own(n + 2)[q]
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _added(projects: int, q: int) -> Figures:
    """What the projects of the edition of quarter *q* add up to."""
    totals = [0, 0, 0]
    for n in range(projects):
        if _is_part(n) or _stands_apart(n):
            continue
        for rank, figure in enumerate(figures(n, min(q, _last(n)))):
            totals[rank] += 0 if rank == 1 and _omits_completed(n) else figure
    return totals[0], totals[1], totals[2]


def _programme(projects: int) -> str:
    lines = ["naam: Verzonnen programma", "regio: Verzonnen regio", f"begin: {quarter(0)}"]
    lines.append("indicatoren:")
    for name, unit in COUNTED.items():
        limit = "" if name == "gestart" else ", hoogstens: [gestart]"
        words = f"label: {name.title()} sinds het begin, kort: {name}, eenheid: {unit}"
        lines.append(f"  {name}: {{{words}, telt_mee: ja{limit}}}")
    extra = "label: Bijeenkomsten, kort: bijeenkomsten, eenheid: bijeenkomsten, telling: per_jaar"
    lines += [f"  bijeenkomsten: {{{extra}}}", "plannen:"]
    for number in range(len(PLANS)):
        lines += _plan(number, projects)
    lines.append(f"sectoren: {{{', '.join(f'{name}: {name.title()}' for name in SECTORS)}}}")
    lines.append("soorten: {scholing: Scholing, begeleiding: Begeleiding}")
    return _lines([*lines, "doelgroepen: {jongeren: jongeren, nieuwkomers: nieuwkomers}"])


def _plan(number: int, projects: int) -> list[str]:
    since, until = PLANS[number]
    linear = number == len(PLANS) - 1
    lines = [f"  - vanaf: {quarter(since)}", f"    einde: {quarter(until)}"]
    lines += ["    reden: Het programma duurt een jaar langer."] if number else []
    lines += ["    tussendoel: lineair"] if linear else []
    lines.append("    doelen:")
    for name, share in SHARE.items():
        total = projects * (30 + 6 * (until + 1)) * share // 100
        steps = [q for q in EDITION_QUARTERS if since <= q <= until and not linear]
        to_date = ", ".join(f"{quarter(q)}: {total * (q + 1) // (until + 1)}" for q in steps)
        between = f", tussendoelen: {{{to_date}}}" if to_date else ""
        lines.append(f"      - {{indicator: {name}, totaal: {total}{between}}}")
    return [*lines, f"    bron: {{document: plan, kop: Plan {number + 1}}}"]


def _sources() -> str:
    lines = ["plan: {titel: Verzonnen plan, uitgever: Verzonnen regio, datum: 2020-12}"]
    for q in range(QUARTERS):
        year, month = FIRST_YEAR + q // 4, q % 4 * 3 + 3
        title = f"Verzonnen bericht {quarter(q)}"
        lines.append(f"{_source(q)}: {{titel: {title}, datum: {year}-{month:02d}}}")
    return _lines(lines)


def _source(q: int) -> str:
    return f"bericht-{quarter(q).lower()}"


def _project(n: int) -> str:
    lines = [f"naam: {_name(n)}", f"sector: {SECTORS[n % len(SECTORS)]}"]
    lines += [f"soort: {('scholing', 'begeleiding')[n % 2]}", "doelgroepen: [jongeren]"]
    lines.append(f"partners: [Verzonnen school {n % 7}, Verzonnen bedrijf {n % 11}]")
    if _is_whole(n):
        lines.append(f"onderdelen: [{slug(n + 1)}, {slug(n + 2)}]")
    if _stands_apart(n):
        lines.append("buiten_regionale_doelen: De gemeenten volgen dit project zelf.")
    if _has_goals(n):
        lines += _goals(n)
    lines += ["status:", f"  - {{fase: nieuw, vanaf: {quarter(0)}}}"]
    lines.append(f"  - {{fase: lopend, vanaf: {quarter(3)}}}")
    if _last(n) < LAST or _has_ended(n, LAST):
        reason = "Er waren te weinig deelnemers."
        lines.append(f"  - {{fase: gestopt, vanaf: {quarter(_last(n))}, reden: {reason}}}")
    return _lines([*lines, "bron: {document: plan}"])


def _goals(n: int) -> list[str]:
    """An earlier name, an indicator and a word of its own, and goals to date."""
    total = 200 + n % 50
    steps = ", ".join(f"{quarter(q)}: {total * (q + 1) // 16}" for q in EDITION_QUARTERS)
    return [
        f"namen: [{{naam: Proef {n}, tot_en_met: {quarter(4)}}}]",
        f"indicatoren: [{', '.join(COUNTED)}, bijeenkomsten]",
        "labels: {bemiddeld: betaalde baan}",
        f"doelen: [{{indicator: gestart, totaal: {total}, tussendoelen: {{{steps}}}}}]",
    ]


def _position(n: int, q: int) -> str:
    started, completed, placed = figures(n, q)
    lines = ["cijfers:", f"  gestart: {started}"]
    lines.append("  afgerond:" if _omits_completed(n) else f"  afgerond: {completed}")
    rounded = f"{{waarde: {placed}, kwalificatie: ruim, noot: een baan of leerbaan}}"
    lines.append(f"  bemiddeld: {rounded if _rounds(n) else placed}")
    if _has_goals(n):
        lines.append(f"  bijeenkomsten: {n % 5 + 3 * (q % 4 + 1)}")
    if _omits_completed(n):
        lines.append("toelichting: Hoeveel deelnemers klaar zijn, staat niet in de bron.")
    if q == _last(n) and _has_ended(n, q):
        lines.append("eindstand: ja")
    return _lines([*lines, f"bron: {{document: {_source(q)}, kop: {_name(n)}}}"])


def _members(projects: int, q: int) -> dict[str, list[int]]:
    """The projects of an edition by category; one that ended is named until some time after."""
    found: dict[str, list[int]] = {name: [] for name in (*CATEGORIES, ENDED)}
    for n in range(projects):
        if not _has_ended(n, q):
            found[CATEGORIES[n // 9 % len(CATEGORIES)]].append(n)
        elif q <= _last(n) + LISTED_AFTER:
            found[ENDED].append(n)
    return {name: members for name, members in found.items() if members}


def _edition(number: int, q: int, members: dict[str, list[int]], projects: int) -> str:
    lines = ["titel: Verzonnen programma", f"nummer: {number}", f"verschenen: {_appeared(q)}"]
    lines.append("rubrieken:")
    for name, numbers in members.items():
        listed = ", ".join(slug(n) for n in numbers)
        lines.append(f"  - {{rubriek: {name}, naam: {name.title()}, projecten: [{listed}]}}")
    placed = _added(projects, q)[2]
    published = f"{{waarde: {placed + projects}, kwalificatie: ruim}}"
    lines += ["gepubliceerd:", "  gestart:", f"  bemiddeld: {published}", "oordelen:"]
    lines.append("  bemiddeld: {oordeel: bijsturen, reden: Veel banen zijn tijdelijk.}")
    lines.append("colofon: {frequentie: twee keer per jaar, uitgevers: [Verzonnen regio]}")
    return _lines([*lines, f"bron: {{document: {_source(q)}}}"])


def _appeared(q: int) -> str:
    return f"{FIRST_YEAR + (q + 1) // 4}-{(q + 1) % 4 * 3 + 1:02d}"


def _edition_texts(q: int, members: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    name = quarter(q)
    for part, paragraphs in {"inleiding": 2, "koers": 3, "toekomst": 1, "verantwoording": 2}.items():
        text = _prose(f"{part} {q}", f"Dit is het verslag van {name}.", paragraphs)
        yield f"content/{name}/{part}.md", f"# Over {part}\n\n{text}" if part == "koers" else text
    for category, numbers in members.items():
        text = _prose(f"{category} {q}", f"Hier staan {len(numbers)} projecten.", 1)
        yield f"content/{name}/rubrieken/{category}.md", text
        for n in numbers:
            text = _prose(f"report {n} {q}", f"{_name(n)} in {name}.", 2)
            yield f"content/{name}/projecten/{slug(n)}.md", text


def _prose(seed: str, opening: str, paragraphs: int) -> str:
    """Markdown that occurs once: paragraphs, and now and then a list, a link or bold words."""
    chance = Random(f"text {seed}")
    found = [opening]
    for _ in range(paragraphs):
        words = chance.choices(WORDS, k=chance.randint(14, 26))
        words[3] = f"**{words[3]}**" if chance.random() < 0.3 else words[3]
        found.append(f"{' '.join(words).capitalize()}.")
    if chance.random() < 0.2:
        found.append("\n".join(f"- {' '.join(chance.choices(WORDS, k=5))}" for _ in range(3)))
    if chance.random() < 0.2:
        found.append("Lees meer op [de site](https://voorbeeld.example/monitor).")
    return "\n\n".join([*found, ""])


def _lines(lines: list[str]) -> str:
    return "\n".join([*lines, ""])


def main() -> None:
    """Write a programme into the folder that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where data/ and content/ are written")
    parser.add_argument("--scale", type=int, default=1, help="times the projects of 1x")
    options = parser.parse_args()
    if any((options.folder / name).exists() for name in ("data", "content")):
        parser.error(f"{options.folder} already holds a data/ or content/")
    print(f"{write(options.folder, options.scale)} files in {options.folder}")


if __name__ == "__main__":
    main()
