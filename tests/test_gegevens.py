"""The open data: every form says the same, and just what the pages say."""

import csv
import io
import json
import re
import shutil
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from on_disk import KLEIN, REAL, VERZONNEN, copy, found, make, shortened, tree
from test_audit import KENNIS
from test_audit import row as origin
from test_audit import site as origins
from waw_site.audit import audit
from waw_site.cache import Cache
from waw_site.cijferboek import Cijferboek
from waw_site.expressie import ontleed
from waw_site.gegevens.bestanden import bestanden
from waw_site.gegevens.kolommen import SLEUTEL, SOORTEN, SYMBOLEN, kolommen
from waw_site.gegevens.rijen import Rij, rijen
from waw_site.gegevens.tekst import KOMMA, PUNTKOMMA, csv_van, json_van, veilig, zonder
from waw_site.gegevens.werkmap import sjabloon, vul, xml_van
from waw_site.invoer import Input
from waw_site.problem import Place, Problem
from waw_site.site import LeakError, build, compose
from waw_site.waarde import Waarde
from waw_site.zegel import gezegd

Site = dict[str, bytes]
SITES = [REAL, KLEIN, VERZONNEN]
DTYPES = {"string": "string", "integer": "Int64", "boolean": "string", "date": "string"}


@pytest.fixture(scope="module", params=SITES, ids=lambda path: path.name)
def read(request: pytest.FixtureRequest) -> Input:
    return found(request.param)


@pytest.fixture(scope="module")
def site(read: Input) -> Site:
    """All files of a site; that they give nothing away, other tests see."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("waw_site.site.leaking", lambda *_: ())
        return dict(compose(read, Cache.none()).files)


def rows_of(read: Input) -> list[Rij]:
    assert read.dataset
    return [rij for e in read.editions.values() for rij in rijen(read.dataset, e)]


def frame(content: bytes) -> pd.DataFrame:
    """A CSV as a program reads it: by the types of its columns."""
    dtypes = {k.naam: DTYPES[k.type] for k in kolommen()}
    data = io.BytesIO(content)
    return pd.read_csv(data, dtype=dtypes, keep_default_na=False, na_values=[""])


def cells(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    )


def test_the_columns_are_those_of_the_rows() -> None:
    assert tuple(k.naam for k in kolommen()) == Rij._fields


def test_each_row_holds_what_its_columns_allow(read: Input) -> None:
    """The right type, only words from the list, never both a number and a symbol."""
    assert read.dataset
    types = {"string": str, "integer": int, "boolean": bool, "date": str}
    for rij in rows_of(read):
        for kolom, value in zip(kolommen(), rij, strict=True):
            allowed = kolom.toegestaan(read.dataset.programma)
            assert value is None or type(value) is types[kolom.type], (kolom.naam, value)
            assert not (kolom.verplicht and value is None), (kolom.naam, rij)
            assert value is None or not allowed or value in allowed, (kolom.naam, value)
            assert value is None or not kolom.patroon or re.fullmatch(kolom.patroon, str(value))
        assert (rij.waarde is None) != (rij.symbool is None), rij


def test_no_two_rows_are_of_the_same_figure(read: Input) -> None:
    keys = [tuple(getattr(rij, naam) for naam in SLEUTEL) for rij in rows_of(read)]
    assert len(set(keys)) == len(keys)


def test_a_row_says_what_a_text_would_say_by_its_name(read: Input) -> None:
    """The figure that an editor can call, in the same quarter, is the one in the row."""
    assert read.dataset
    boek = Cijferboek(read.dataset, read.editions)
    checked = 0
    for rij in rows_of(read):
        if rij.soort not in ("doel", "tussendoel"):
            called = boek.zoek(ontleed(rij.cijfer).paden[0])
            assert isinstance(called, Waarde)
            assert (called.getal, called.kwalificatie) == (rij.waarde, rij.kwalificatie), rij
            checked += 1
    assert checked


def test_a_sealed_figure_is_as_it_was_sealed() -> None:
    """Each row of a sealed edition that its seal names, says what the seal says."""
    read = found(REAL)
    assert read.dataset
    boek = Cijferboek(read.dataset, read.editions)
    held = 0
    for kwartaal, zegel in read.dataset.zegels.items():
        for rij in rijen(read.dataset, read.editions[kwartaal]):
            naam = rij.cijfer.removesuffix(f" in {kwartaal}")
            if naam in zegel.cijfers and rij.kwartaal == str(kwartaal):
                figure = Waarde(rij.waarde, None, rij.symbool == "n.v.t.")
                said = gezegd(replace(figure, kwalificatie=_word(rij)))
                if rij.eenheid != "procent":
                    assert said == zegel.cijfers[naam], rij
                held += 1
    assert held > 100
    assert boek.editions


def _word(rij: Rij) -> Any:
    from waw_site.model import Kwalificatie

    return Kwalificatie(rij.kwalificatie) if rij.kwalificatie else None


def test_the_projects_that_count_add_up_to_the_programme(site: Site, read: Input) -> None:
    """As pandas adds them: those that count are the sum, and the published figure has its rest."""
    data = frame(site["gegevens/cijfers.csv"])
    whole = data[data.dimensie.isna()]
    mine = whole[
        (whole.niveau == "project") & (whole.telt_mee == "ja") & (whole.soort == "bereikt")
    ]
    added = mine.groupby(["editie", "indicator"]).waarde.sum()
    assert len(added)
    for kwartaal, e in read.editions.items():
        for indicator, v in e.voortgang.items():
            key = (str(kwartaal), indicator)
            if v.totaal.opgeteld.getal is not None:
                assert added[key] == v.totaal.opgeteld.getal
            of = whole[(whole.editie == key[0]) & (whole.indicator == indicator)]
            of = of[of.niveau == "programma"].set_index("soort").waarde
            if v.gepubliceerd.getal is not None and v.rest.getal is not None:
                assert of["gepubliceerd"] - of["opgeteld"] == of["rest"]
            if v.bereikt.getal is not None:
                assert of["bereikt"] == v.bereikt.getal


def test_shown_parts_that_hide_nothing_add_up_to_their_whole(site: Site) -> None:
    data = frame(site["gegevens/cijfers.csv"])
    keys = ["editie", "niveau", "rubriek", "project", "indicator", "soort"]
    data[keys] = data[keys].fillna("")
    wholes = data[data.dimensie.isna()].set_index(keys).waarde.to_dict()
    parts = data[data.dimensie.notna() & data.dimensie2.isna()]
    for (*key, _), group in parts.groupby([*keys, "dimensie"]):
        if group.symbool.isna().all():
            assert group.waarde.sum() == wholes[tuple(key)], key


@pytest.mark.parametrize("of", ["", "editie"])
def test_every_form_says_the_same(site: Site, read: Input, of: str) -> None:
    """The two CSVs, the JSON and the workbook, of each edition and of all together."""
    files = [b for b in bestanden(read.editions) if bool(b.editie) == bool(of)]
    by_edition: dict[Any, Site] = {}
    for b in files:
        by_edition.setdefault(b.editie, {})[b.vorm.uitgang] = site[b.pad]
    for editie, forms in by_edition.items():
        head, *rows = cells(forms[".csv"])
        assert head == list(Rij._fields)
        assert len(rows) == sum(not editie or r.editie == str(editie) for r in rows_of(read))
        assert cells(forms["-puntkomma.csv"], ";") == [head, *rows]
        objects = json.loads(forms[".json"])
        assert [list(o) for o in objects] == [head] * len(rows)
        assert [[_written(v) for v in o.values()] for o in objects] == rows
        book = openpyxl.load_workbook(io.BytesIO(forms[".xlsx"]))
        sheet = book.worksheets[0].iter_rows(values_only=True)
        assert [[_written(v) for v in row] for row in sheet] == [head, *rows]


def _written(value: Any) -> str:
    """How a CSV writes what JSON and a workbook hold."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return veilig(value) if isinstance(value, str) else str(value)


def test_the_workbook_has_numbers_as_numbers_and_explains_itself(site: Site, read: Input) -> None:
    assert read.dataset
    book = openpyxl.load_workbook(io.BytesIO(site["gegevens/cijfers.xlsx"]))
    assert book.sheetnames == ["Cijfers", "Kolommen", "Indicatoren"]
    column = Rij._fields.index("waarde")
    for row in book["Cijfers"].iter_rows(min_row=2):
        assert row[column].value is None or row[column].data_type == "n"
        assert all(cell.data_type in "sn" for cell in row)
    explained = [row[0] for row in book["Kolommen"].iter_rows(min_row=2, values_only=True)]
    assert explained == list(Rij._fields)
    told = [row[0] for row in book["Indicatoren"].iter_rows(min_row=2, values_only=True)]
    assert told == list(read.dataset.programma.indicatoren)


def test_the_csv_is_strict(site: Site, read: Input) -> None:
    """UTF-8 without a mark, CRLF after each line, as many cells in each row (RFC 4180)."""
    for b in bestanden(read.editions):
        content = site[b.pad]
        if b.vorm.uitgang == ".csv":
            assert not content.startswith(b"\xef\xbb\xbf")
        elif b.vorm.uitgang == "-puntkomma.csv":
            assert content.startswith(b"\xef\xbb\xbfeditie;kwartaal;")
            assert content.count(b"\xef\xbb\xbf") == 1
        else:
            continue
        assert content.endswith(b"\r\n")
        assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
        rows = cells(content, ";" if "puntkomma" in b.pad else ",")
        assert {len(row) for row in rows} == {len(Rij._fields)}


@given(st.lists(st.lists(st.text(), min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    """Any text, in both ways of writing; one that looks like a formula has its apostrophe."""
    rows = [[t.replace("\0", "") for t in row] for row in rows]
    encodable = [[t.encode("utf-8", "ignore").decode() for t in row] for row in rows]
    expected = [[veilig(t) for t in row] for row in encodable]
    assert cells(csv_van(encodable, KOMMA)) == expected
    assert cells(csv_van(encodable, PUNTKOMMA), ";") == expected


@pytest.mark.parametrize("text", ["=1+1", "+31", "-cmd", "@SUM(A1)", "\t=1", "  =1", "＝1", "\r1"])
def test_no_text_is_a_formula(text: str) -> None:
    (row,) = cells(csv_van([[text, "x"]], KOMMA))
    assert row == [f"'{text}", "x"]


@pytest.mark.parametrize("text", ["–", "x", "n.v.t.", "a=b", "a-b", "'t", "−3"])
def test_another_text_is_as_it_is(text: str) -> None:
    assert zonder(text) == veilig(text) == text


@given(st.text())
def test_the_apostrophe_can_be_taken_away(text: str) -> None:
    assert zonder(veilig(text)) == text


def test_a_number_has_the_mark_of_its_script() -> None:
    row = [[Decimal("50455.25"), -3, True, None]]
    assert csv_van(row, KOMMA) == b"50455.25,-3,ja,\r\n"
    assert csv_van(row, PUNTKOMMA, kop=False) == b"50455,25;-3;ja;\r\n"


def test_a_name_that_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    """In both CSVs, and in the workbook, where it is no formula."""
    site = copy(KLEIN, tmp_path / "klein")
    path = next(p for p in (site / "data/projecten").rglob("project.yaml") if "zorg" in str(p))
    text = path.read_text()
    path.write_text(re.sub(r"^naam: .*$", 'naam: "=HYPERLINK(1)"', text, flags=re.MULTILINE))
    files = make(site, tmp_path / "uit")
    assert b"'=HYPERLINK(1)" in files["gegevens/cijfers.csv"]
    assert b"'=HYPERLINK(1)" in files["gegevens/cijfers-puntkomma.csv"]
    book = openpyxl.load_workbook(io.BytesIO(files["gegevens/cijfers.xlsx"]))
    told = [c for row in book["Cijfers"].iter_rows() for c in row if c.value == "=HYPERLINK(1)"]
    assert told
    assert {cell.data_type for cell in told} == {"s"}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """With a cache and without; and no file tells when it was made."""
    cache = Cache(tmp_path / "cache", "proef")
    first, second = make(KLEIN, tmp_path / "een", cache), make(KLEIN, tmp_path / "twee", cache)
    assert make(KLEIN, tmp_path / "drie") == second == first
    with zipfile.ZipFile(io.BytesIO(first["gegevens/cijfers.xlsx"])) as book:
        assert {info.date_time[0] for info in book.infolist()} == {2000}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", book.read("docProps/core.xml"))) == {
            b"2000-01-01T"
        }


def test_a_changed_figure_does_not_need_the_library_of_workbooks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It made the empty workbook, which the cache holds."""
    site = copy(KLEIN, tmp_path / "klein")
    cache = Cache(tmp_path / "cache", "proef")
    make(site, tmp_path / "een", cache)
    path = site / "data/projecten/techniek/2024-Q2.yaml"
    path.write_text(path.read_text().replace("diplomarendement: 87", "diplomarendement: 88"))
    monkeypatch.setattr(openpyxl, "Workbook", None)
    after = make(site, tmp_path / "twee", cache)
    assert b",88,,," in after["gegevens/cijfers.csv"]


def test_hidden_numbers_are_in_no_row() -> None:
    """Neither those that the policy hides, nor those that are hidden beside them."""
    read = found(VERZONNEN)
    assert read.dataset
    hidden = {rij.cijfer: rij for rij in rows_of(read) if rij.symbool == "x"}
    shown = {rij.cijfer for rij in rows_of(read) if rij.symbool != "x"}
    assert len(hidden) > 100
    assert read.dataset.erbij & hidden.keys()
    assert not read.dataset.verborgen & shown
    assert all(rij.waarde is None and rij.kwalificatie is None for rij in hidden.values())


def data(**figures: int | None) -> list[Rij]:
    """Rows of one project by gender; None is hidden."""
    empty: dict[str, Any] = dict.fromkeys(Rij._fields)
    rows = []
    for part, number in figures.items():
        called = f"zorg.gestart{f'.geslacht.{part}' if part != 'samen' else ''} in 2024-Q2"
        said = {"waarde": number, "symbool": "x" if number is None else None, "cijfer": called}
        rows.append(Rij(**{**empty, **said, "bestand": "data/zorg.yaml", "regel": 7}))
    return rows


def in_form(rows: list[Rij], ending: str) -> bytes:
    """These rows in one of the forms."""
    if ending == ".json":
        return b"[\n" + b",\n".join(json_van(rows)) + b"\n]\n"
    if ending == ".xlsx":
        return vul(sjabloon("Proef", "Cijfers", ()), xml_van(rows))
    return csv_van([Rij._fields, *rows], PUNTKOMMA if "punt" in ending else KOMMA)


def audited(rows: list[Rij], ending: str, **pages: str) -> tuple[Problem, ...]:
    named = {f"{naam.replace('_', '.')} in 2024-Q2": shown for naam, shown in pages.items()}
    files = origins(*(origin(naam, shown) for naam, shown in named.items()))
    return audit(files | {f"gegevens/cijfers{ending}": in_form(rows, ending)}, KENNIS, {})[0]


PAGES = {"zorg_gestart": "40", "zorg_gestart_geslacht_man": "x", "zorg_gestart_geslacht_vrouw": "x"}
FORMS = [".csv", "-puntkomma.csv", ".json", ".xlsx"]


@pytest.mark.parametrize("ending", FORMS)
def test_a_file_that_hides_what_the_pages_hide_gives_nothing_away(ending: str) -> None:
    assert audited(data(samen=40, man=None, vrouw=None), ending, **PAGES) == ()


@pytest.mark.parametrize("ending", FORMS)
def test_a_hidden_number_that_slips_into_a_file_is_told(ending: str) -> None:
    """Whatever the form: the audit says which figures it gives away, and in which row it stands."""
    rows = data(samen=40, man=None, vrouw=12)
    problems = audited(rows, ending, **PAGES)
    told = [p.melding for p in problems]
    assert [m for m in told if "geslacht.vrouw" in m and m.endswith("het is 12.")]
    assert [m for m in told if "geslacht.man" in m and m.endswith("het is 28.")]
    hints = " ".join(p.hint for p in problems)
    assert f"“zorg.gestart.geslacht.vrouw in 2024-Q2” is 12 (gegevens/cijfers{ending}:4)" in hints


@pytest.mark.parametrize("ending", FORMS[:3])
def test_a_file_that_hides_one_part_alone_gives_it_away(ending: str) -> None:
    """Also where no page says anything of these figures."""
    problems = audited(data(samen=40, man=None, vrouw=12), ending, zorg_gestart="40", a="12")
    assert [p.place for p in problems] == [Place("data/zorg.yaml", 7)]
    assert "geslacht.man in 2024-Q2” is na te rekenen: het is 28." in problems[0].melding


@pytest.mark.parametrize("ending", FORMS)
def test_a_number_that_is_on_no_page_is_told(ending: str) -> None:
    """Also of a figure that nobody has heard of."""
    rows = [*data(samen=40, man=None, vrouw=None), *data(iets=77)]
    (problem,) = audited(rows, ending, **PAGES)
    assert problem.place == Place(f"gegevens/cijfers{ending}", 5)
    assert problem.melding == "Het getal “77” staat op geen pagina."


def test_the_file_of_a_table_says_no_more_than_its_page() -> None:
    """A number that another page has, is not explained by that."""
    here = origins(origin("zorg.gestart in 2024-Q2", "40"), origin("zorg.werk in 2024-Q2", "x"))
    there = origins(origin("bouw.gestart in 2024-Q2", "33"), path="2024-Q2/elders")
    file = "2024-Q2/gegevens/2024-Q2-projecten.csv"
    files = here | there | {file: b"\xef\xbb\xbfProject;Gestart\r\nZorg;40\r\n"}
    assert audit(files, KENNIS, {})[0] == ()
    (problem,) = audit(files | {file: b"Project;Gestart\r\nZorg;33\r\n"}, KENNIS, {})[0]
    assert problem.place == Place(file, 2)
    assert problem.melding == "Het getal “33” is geen cijfer van de site."


def test_a_leak_in_a_file_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is composed while a file tells more than the pages."""
    read = found(shortened(tmp_path / "kort", 1))
    strange = json.dumps([{"cijfer": "iets in 2021-Q1", "waarde": 987_654}]).encode()
    monkeypatch.setattr("waw_site.site.uitgave", lambda *_: {"gegevens/cijfers.json": strange})
    with pytest.raises(LeakError) as leak:
        compose(read, Cache.none())
    (problem,) = leak.value.problems
    assert problem.melding == "Het getal “987.654” staat op geen pagina."


def test_a_concept_is_published_only_when_it_is_asked_for(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path / "klein")
    path = site / "data/edities/2024-Q2.yaml"
    path.write_text(f"{path.read_text()}\nstatus: concept\n")
    read = found(site)
    build(read, tmp_path / "zonder", Cache.none())
    build(read, tmp_path / "met", Cache.none(), concept=True)
    before, after = tree(tmp_path / "zonder"), tree(tmp_path / "met")
    draft = "2024-Q2/gegevens/cijfers-2024-Q2.csv"
    assert draft not in before
    assert draft in after
    assert {row[0] for row in cells(before["gegevens/cijfers.csv"])[1:]} == {"2023-Q4"}
    assert {row[0] for row in cells(after["gegevens/cijfers.csv"])[1:]} == {"2023-Q4", "2024-Q2"}
    assert draft.encode() not in before["gegevens/index.html"]


def test_a_programme_without_editions_has_no_files(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path / "klein")
    for name in ("edities", "brieven", "voorstellen", "begrotingen", "terugblikken"):
        shutil.rmtree(site / "data" / name)
    shutil.rmtree(site / "content")
    (site / "content").mkdir()
    (site / "data/tegenspraken.yaml").unlink()
    read = found(site)
    files = compose(read, Cache.none()).files
    assert not [path for path in files if path.rpartition("/")[2].startswith("cijfers")]
    assert "Er is nog geen editie." in files["gegevens/index.html"].decode()


def test_the_page_says_how_large_each_file_is(site: Site, read: Input) -> None:
    page = site["gegevens/index.html"].decode()
    for b in bestanden(read.editions):
        (said,) = re.findall(rf'href="../{b.pad}".*?waw-vast">([^<]+)<', page)
        number, unit = said.split(" ")
        size = float(number.replace(".", "").replace(",", ".")) * {"kB": 1e3, "MB": 1e6}[unit]
        assert len(site[b.pad]) <= size < len(site[b.pad]) + {"kB": 1e3, "MB": 1e5}[unit]


def test_the_dictionary_has_every_column_and_every_indicator(site: Site, read: Input) -> None:
    assert read.dataset
    page = site["gegevens/kolommen/index.html"].decode()
    for kolom in kolommen():
        assert f'id="kolom-{kolom.naam}"' in page
    for naam, about in read.dataset.programma.indicatoren.items():
        assert f'id="indicator-{naam}"' in page
        assert about.eenheid in page
    assert all(symbol in page for symbol in (*SYMBOLEN, *SOORTEN))
