"""Nobody can be found in the figures: what is hidden, what leaks, and what no one may see."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from on_disk import HERE, VERZONNEN, found, put, shortened, tree
from waw_site import bescherming, site
from waw_site.audit import Uitkomst, audit
from waw_site.audit.kennis import kennis
from waw_site.cache import Cache
from waw_site.cel import Cel, Cellen, Niveau, Relatie
from waw_site.cellen import cellen
from waw_site.dataset import Dataset
from waw_site.invoer import Input, inspect
from waw_site.kwartaal import Kwartaal
from waw_site.onderdruk import Onderdrukking, Tafel
from waw_site.problem import Problem
from waw_site.site import LeakError, build, compose, open_cache
from waw_site.waarmerk import zegel

Q = Kwartaal.parse


def published(read: Input) -> Mapping[str, bytes]:
    """The site of *read*, whatever it gives away."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "leaking", lambda *_: ())
        return compose(read, Cache.none()).files


def audited(read: Input) -> tuple[tuple[Problem, ...], Uitkomst]:
    assert read.dataset
    return audit(published(read), kennis(read.dataset), {})


@pytest.fixture(scope="module")
def kort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shortened(tmp_path_factory.mktemp("kort") / "site", 3)


def test_audit_passes_on_the_invented_programme() -> None:
    """All eight quarters: every hidden cell has room, and something is hidden on every level."""
    read = found(VERZONNEN)
    assert read.dataset
    problems, outcome = audited(read)
    assert problems == ()
    hidden = [read.dataset.cellen[naam] for naam in read.dataset.verborgen]
    assert outcome.verborgen == len(hidden)
    assert outcome.cellen == len(read.dataset.delen)
    assert outcome.krapst is not None
    assert outcome.krapst >= 5
    assert {c.niveau for c in hidden} == set(Niveau)
    assert {len(c.delen) for c in hidden} == {1, 2}
    assert {c.kwartaal for c in hidden} == set(read.editions)
    assert read.dataset.erbij
    assert len(hidden) < len(read.dataset.delen) / 2


def test_without_secondary_suppression_it_leaks(
    kort: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of the leaks is named, with the numbers that it leaks through; nothing is written."""
    monkeypatch.setattr(Onderdrukking, "beside", lambda *_: (set(), []))
    read = found(kort)
    assert not read.problems or all(p.ernst != "fout" for p in read.problems)
    with pytest.raises(LeakError) as leak:
        build(read, tmp_path / "site", Cache.none())
    assert not (tmp_path / "site").exists()
    told = next(
        p
        for p in leak.value.problems
        if "gestart.opgeteld.uitkering.onbekend in 2021-Q1" in p.melding
    )
    assert "na te rekenen" in told.melding
    assert "“gestart.opgeteld.uitkering.met in 2021-Q1” is" in told.hint


HIDDEN = "zorgstap.gestart.gemeente.verzonnenwolde in 2021-Q3"
SHOWN = "zorgstap.gestart.gemeente.denkberg in 2021-Q3"


def with_text(kort: Path, target: Path, above: str, text: str) -> Input:
    """The invented programme with a text to its last edition."""
    folder = shutil.copytree(kort, target)
    front = f"---\n{above}---\n" if above else ""
    put(folder / "content" / "2021-Q3" / "inleiding.md", f"{front}{text}\n")
    return found(folder)


def test_one_sum_in_prose_gives_a_cell_away(kort: Path, tmp_path: Path) -> None:
    """A sum of figures that only the text tells: the build refuses, and names the text's page."""
    read = found(kort).dataset
    assert read
    total = read.cellen[HIDDEN].waarde + read.cellen[SHOWN].waarde
    above = (
        f"bron: {{document: verzonnen}}\nfeiten:\n  samen:\n    waarde: {total}\n"
        f'    naam: Twee gemeenten samen\n    som: ["{HIDDEN}", "{SHOWN}"]\n'
    )
    text = "Uit twee gemeenten kwamen samen {{ samen }} deelnemers."
    told = with_text(kort, tmp_path / "met tekst", above, text)
    assert HIDDEN in read.verborgen
    assert SHOWN not in read.verborgen
    assert told.usable(strict=False)
    with pytest.raises(LeakError) as leak:
        build(told, tmp_path / "site", Cache.none())
    leaks = leak.value.problems
    assert any(HIDDEN in p.melding and "2021-Q3/herkomst" in p.hint for p in leaks)


def test_a_loose_number_in_prose_stops_the_build(kort: Path, tmp_path: Path) -> None:
    """A number that is bound to nothing, on a page that itself hides nothing."""
    read = with_text(kort, tmp_path / "met tekst", "", "Uit Verzonnenwolde kwamen 3 mensen.")
    assert read.usable(strict=False)
    with pytest.raises(LeakError) as leak:
        build(read, tmp_path / "site", Cache.none())
    assert [(p.place.path, p.melding) for p in leak.value.problems] == [
        (page, "Het getal “3” hoort bij geen cijfer van de pagina.")
        for page in ("2021-Q3/index.html", "zoeken/index.html")
    ]


def test_a_fact_says_what_it_adds_up(kort: Path, tmp_path: Path) -> None:
    """Where figures are hidden, no count in a text is just typed."""
    above = "bron: {document: verzonnen}\nfeiten: {mensen: {waarde: 3, naam: Uit één gemeente}}\n"
    text = "Uit Verzonnenwolde kwamen {{ mensen }} mensen."
    read = with_text(kort, tmp_path / "zonder", above, text)
    assert any("Zeg bij som" in p.hint for p in read.grave(strict=False))
    none = above.replace("waarde: 3,", "waarde: 3, som: [],")
    assert with_text(kort, tmp_path / "met", none, text).usable(strict=False)


def test_no_link_leads_to_the_line_of_a_hidden_figure(kort: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(kort, tmp_path / "site")
    with (folder / "data" / "programma.yaml").open("a") as file:
        file.write("vindplaats: https://git.example/blob/{commit}/{pad}#L{regel}\n")
    (problem,) = found(folder).grave(strict=False)
    assert "vindplaats leidt naar hun regel" in problem.melding


def test_what_is_sealed_keeps_its_pattern(kort: Path, tmp_path: Path) -> None:
    """A seal decides what its quarter hides, also where the rule alone would hide less."""
    folder = shutil.copytree(kort, tmp_path / "site")
    read = found(folder)
    quarter = Q("2021-Q2")
    put(folder / "data" / "zegels" / f"{quarter}.yaml", zegel(read, quarter))
    policy = folder / "data" / "programma.yaml"
    policy.write_text(policy.read_text().replace("groei: verbergen", "groei: tonen"))
    again = found(folder)
    assert read.dataset
    assert again.dataset

    def hidden(dataset: Dataset) -> set[str]:
        return {n for n in dataset.verborgen if dataset.cellen[n].kwartaal == quarter}

    assert hidden(again.dataset) == hidden(read.dataset)
    assert not [p for p in again.grave(strict=False) if "zegels" in p.place.path]


def test_parts_that_grew_little_are_hidden_on_every_level() -> None:
    """Nothing shown grew by less than the threshold since it was last shown, sums included."""
    dataset = found(VERZONNEN).dataset
    assert dataset
    series: dict[str, list[tuple[Kwartaal, int]]] = {}
    for naam in dataset.delen - dataset.verborgen:
        c = dataset.cellen[naam]
        if not {"onbekend", "niet-verdeeld"} & set(dict(c.delen).values()):
            series.setdefault(naam.rpartition(" in ")[0], []).append((c.kwartaal, c.waarde))
    grown = [
        later - earlier
        for shown in series.values()
        for (_, earlier), (_, later) in pairwise(sorted(shown))
    ]
    assert len(grown) > 100
    assert not [n for n in grown if 0 < n < 5]


class _Kept(Onderdrukking):
    """Suppression that a test can look into afterwards."""

    last: "_Kept"

    def __init__(self, breedte: int, laagste: Mapping[str, int]) -> None:
        super().__init__(breedte, laagste)
        _Kept.last = self


def alternatives(read: Input) -> Iterator[tuple[Cellen, dict[str, int]]]:
    """Other numbers for hidden cells, all else the same; and those of projects alone."""
    assert read.dataset
    alles = cellen(read.dataset, read.editions.values())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("waw_site.onderdruk.Onderdrukking", _Kept)
        bescherming.bescherm(read.dataset.programma, alles)
    tables = _Kept.last.tables
    tables += [
        {n: m // 5 for n, m in t.items()} for t in tables if not any(m % 5 for m in t.values())
    ]
    for table in tables:
        moved = {n: replace(c, waarde=c.waarde + table.get(n, 0)) for n, c in alles.cellen.items()}
        numbers = {n: moved[n].waarde for n in table if moved[n].niveau is Niveau.PROJECT}
        yield Cellen(moved, alles.relaties), numbers


def rewritten(folder: Path, read: Input, numbers: dict[str, int]) -> int:
    """Write *numbers* in the place of those of the parts that stand in the data; how many."""
    assert read.dataset
    edits: dict[Path, list[tuple[int, int, int]]] = {}
    for naam, number in numbers.items():
        c: Cel = read.dataset.cellen[naam]
        slug, _, indicator = c.basis.partition(".")
        path = f"data/projecten/{slug}/{c.kwartaal}.yaml"
        dims, parts = zip(*c.delen, strict=True)
        for n, verdeling in enumerate(read.dataset.standen[slug][c.kwartaal].verdelingen):
            if verdeling.naar == dims and indicator in verdeling.cijfers:
                at = read.dataset.value(path, "verdelingen", n, "cijfers", indicator, *parts)
                edits.setdefault(folder / path, []).append((at.line, at.column, number))
    for file, places in edits.items():
        lines = file.read_text().split("\n")
        for line, column, number in sorted(places, reverse=True):
            text = lines[line - 1]
            rest = text[column - 1 :].lstrip("0123456789")
            lines[line - 1] = text[: column - 1] + str(number) + rest
        file.write_text("\n".join(lines))
    return sum(map(len, edits.values()))


def built(folder: Path, out: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The site of *folder* and the caches that the build leaves."""
    cache = open_cache(folder / ".cache")
    read = inspect(folder / "data", folder / "content", cache)
    build(read, out, cache)
    cache.save()
    return tree(out), tree(folder / ".cache")


def test_no_byte_depends_on_what_is_hidden(tmp_path: Path) -> None:
    """Other hidden numbers, the same pattern: every file and every cache is equal to the byte."""
    folder = shortened(tmp_path / "site", 2)
    read = found(folder)
    assert read.dataset
    before = built(folder, tmp_path / "een")
    originals = {p: p.read_bytes() for p in (folder / "data").rglob("*.yaml")}
    tried = 0
    for other, numbers in alternatives(read):
        pattern = bescherming.bescherm(read.dataset.programma, other)
        if tried == 3 or pattern.verborgen != read.dataset.verborgen or pattern.zonder_ruimte:
            continue
        assert rewritten(folder, read, numbers)
        assert built(folder, tmp_path / "twee") == before  # with the caches of the other numbers
        shutil.rmtree(folder / ".cache")
        assert built(folder, tmp_path / "drie") == before  # and without any
        for path, content in originals.items():
            path.write_bytes(content)
        tried += 1
    assert tried


def test_small_figures_of_projects_are_hidden_where_the_policy_says_so(
    kort: Path, tmp_path: Path
) -> None:
    """`project: verbergen`: nothing under five is shown of a project, and the audit passes."""
    folder = shutil.copytree(kort, tmp_path / "site")
    policy = folder / "data" / "programma.yaml"
    text = policy.read_text().replace("project: tonen", "project: verbergen")
    policy.write_text(text.replace("rubriek: tonen", "rubriek: verbergen"))
    read = found(folder)
    assert read.dataset
    problems, _ = audited(read)
    assert problems == ()
    pages = published(read)
    assert "kleine-kring.gestart in 2021-Q2" in read.dataset.verborgen
    assert b"afgeschermd" in pages["projecten/kleine-kring/index.html"]
    assert b"Een heel cijfer van een project onder" in pages["bescherming/index.html"]


def test_the_real_programme_shows_small_projects_and_says_so() -> None:
    """The region published 3/3/3 of one project itself; the page says which rule held."""
    read = found(HERE.parent)
    assert read.dataset
    assert read.dataset.verborgen == frozenset()
    pages = published(read)
    assert b"Hele cijfers van een project worden altijd getoond" in pages["bescherming/index.html"]


@given(
    st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=4),
    st.data(),
)
@settings(max_examples=60)
def test_tables_that_prove_room_agree_with_all_that_is_shown(
    numbers: list[list[int]], data: st.DataObject
) -> None:
    """In any small table with totals each proof adds up and moves hidden cells alone."""
    cells = {f"{r}.{c} in 2024-Q1": n for r, row in enumerate(numbers) for c, n in enumerate(row)}
    cells |= {f"{r}.s in 2024-Q1": sum(row) for r, row in enumerate(numbers)}
    cells |= {f"s.{c} in 2024-Q1": sum(row[c] for row in numbers) for c in range(3)}
    rows = range(len(numbers))
    lines = [[*(f"{r}.{c} in 2024-Q1" for c in range(3)), f"{r}.s in 2024-Q1"] for r in rows]
    lines += [[*(f"{r}.{c} in 2024-Q1" for r in rows), f"s.{c} in 2024-Q1"] for c in range(3)]
    relations = [Relatie((*((1, part) for part in line[:-1]), (-1, line[-1]))) for line in lines]
    first = data.draw(st.sets(st.sampled_from(sorted(cells)), min_size=1, max_size=3))
    search = Onderdrukking(5)
    extra, stuck = search.beside(cells, relations, first, dict.fromkeys(cells, 1))
    assert extra.isdisjoint(first)
    room: dict[str, set[int]] = {naam: {0} for naam in first | extra}
    for table in search.tables:
        assert_true(table, cells, lines)
        assert table.keys() <= first | extra
        for naam, move in table.items():
            room[naam].add(move)
    for naam, moves in room.items():
        assert naam in stuck or max(moves) - min(moves) >= 5


def assert_true(table: Tafel, cells: dict[str, int], lines: list[list[str]]) -> None:
    """*table* is one of whole numbers, none below nought, that adds up."""
    assert all(cells[naam] + move >= 0 for naam, move in table.items())
    for line in lines:
        assert sum(table.get(part, 0) for part in line[:-1]) == table.get(line[-1], 0)
