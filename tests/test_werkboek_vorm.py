"""What a partner gets to see: what is open, what is locked, which words can be chosen."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from invulwerk import KOP, Bureau, cel
from on_disk import REAL, VERZONNEN, tree
from waw_site.model import Fase

LEEG = ("--leeg", "--kwartaal", "2024-Q4")


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


def blad(bureau: Bureau, *words: str, naam: str = "2024-Q4") -> Worksheet:
    return load_workbook(bureau.export(*words))[naam]


def gekozen(sheet: Worksheet, coordinate: str) -> list[str]:
    """The words that a cell lets choose from."""
    (controle,) = (
        c
        for c in sheet.data_validations.dataValidation
        if coordinate in c.sqref and c.type == "list"
    )
    name, cells = str(controle.formula1).split("!")
    left, top, right, bottom = range_boundaries(cells.replace("$", ""))
    keuzes = sheet.parent[name]
    return [str(c.value) for row in keuzes.iter_rows(top, bottom, left, right) for c in row]


def test_only_the_cells_to_fill_are_open(bureau: Bureau) -> None:
    """Of a project what it reports, of a part what was broken down; without a password."""
    sheet = blad(bureau, *LEEG)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    open_ = {
        (row[0].value, str(sheet.cell(KOP, c.column).value).split(" ")[0])
        for row in sheet.iter_rows(min_row=KOP + 1)
        for c in row
        if row[0].value and not c.protection.locked
    }
    words = {"Status", "Sector", "Voorlopig", "Eindstand", "Toelichting", "Bron", "Kop"}
    own = {"Gestarte", "Bemiddeld", "Bijeenkomsten", "Diplomarendement"}
    assert {head for slug, head in open_ if slug == "techniek"} == words | own
    assert {head for slug, head in open_ if slug == "zorg-a"} == words | {"Gestarte", "Bemiddeld"}
    assert {head for slug, head in open_ if slug == "zorg/leeftijd/jong"} == {"Gestarte"}


def test_words_are_chosen_from_a_list(bureau: Bureau) -> None:
    """Those of the models and the programme."""
    sheet = blad(bureau, *LEEG)
    at = {
        k: cel(sheet, "techniek", k).coordinate for k in ("Status", "Sector", "Voorlopig", "Bron")
    }
    assert gekozen(sheet, at["Status"]) == [str(fase) for fase in Fase]
    assert gekozen(sheet, at["Sector"]) == ["Zorg", "Techniek"]
    assert gekozen(sheet, at["Voorlopig"]) == ["ja", "nee"]
    assert "Plan Klein Werk" in gekozen(sheet, at["Bron"])
    below = sheet.max_row
    assert gekozen(sheet, f"C{below}") == ["Leeftijd"]
    assert gekozen(sheet, f"D{below}") == ["Tot 27 jaar", "27 jaar en ouder", "Onbekend"]
    assert "Techniek Start" in gekozen(sheet, f"B{below}")


@pytest.mark.parametrize(
    ("regel", "kop", "most", "style"),
    [
        ("techniek", "Gestarte", "999999999", "warning"),
        ("techniek", "Diplomarendement", "100", "warning"),
        ("zorg/leeftijd/jong", "Gestarte", "999999999", "stop"),
    ],
)
def test_figures_are_whole_numbers(
    bureau: Bureau, regel: str, kop: str, most: str, style: str
) -> None:
    """A part is a number and nothing else; of a project n.v.t. may be said, after a question."""
    sheet = blad(bureau, *LEEG)
    at = cel(sheet, regel, kop).coordinate
    (controle,) = (c for c in sheet.data_validations.dataValidation if at in c.sqref)
    said = (controle.type, controle.formula1, controle.formula2, controle.errorStyle)
    assert said == ("whole", "0", most, style)


def test_it_can_be_read_and_printed(bureau: Bureau) -> None:
    """The heads stay in sight, also on paper; the keys do not show."""
    sheet = blad(bureau, *LEEG)
    assert sheet.freeze_panes == f"E{KOP + 1}"
    assert sheet.column_dimensions["A"].hidden
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
    assert (sheet.print_title_rows, sheet.print_title_cols) == (f"${KOP}:${KOP}", "$B:$D")
    assert sheet.column_dimensions["B"].width > 25


def test_projects_of_one_name_are_told_apart(bureau: Bureau) -> None:
    """By their short name behind it."""
    path = bureau.site / "data/projecten/zorg-b/project.yaml"
    path.write_text(path.read_text().replace("naam: Zorg B", "naam: Zorg  a"))
    book = bureau.export()
    assert cel(load_workbook(book)["2024-Q2"], "zorg-a", "Project").value == "Zorg A (zorg-a)"
    assert bureau.importeer(book)[1] == "Niets gewijzigd: het werkboek zegt wat er al staat.\n"


def test_indicators_of_one_name_have_each_their_column(bureau: Bureau) -> None:
    programma = bureau.site / "data/programma.yaml"
    text = programma.read_text().replace("Bijeenkomsten,", "Gestarte trajecten,")
    text = text.replace("eenheid: bijeenkomsten", "eenheid: trajecten")
    programma.write_text(text)
    book = bureau.export()
    heads = [str(c.value) for c in load_workbook(book)["2024-Q2"][KOP]]
    kop = "Gestarte trajecten (trajecten)"
    assert [head for head in heads if kop in head] == [f"{kop} (gestart)", f"{kop} (bijeenkomsten)"]
    assert bureau.importeer(book)[1] == "Niets gewijzigd: het werkboek zegt wat er al staat.\n"


@pytest.mark.parametrize("words", [("export",), ("import", "pyproject.toml")], ids=lambda w: w[0])
def test_data_that_cannot_be_read_come_first(bureau: Bureau, words: tuple[str, ...]) -> None:
    """Neither way, until they are mended."""
    stand = bureau.site / "data/projecten/zorg-a/2024-Q2.yaml"
    stand.write_text("cijfers: [\n")
    out = ["--out", str(bureau.folder / "x.xlsx")] if words == ("export",) else []
    code, said = bureau.doe(*words, *out)
    assert code == 1
    assert "zorg-a/2024-Q2.yaml:2:1: fout" in said
    assert not (bureau.folder / "x.xlsx").exists()


def test_one_sheet_is_chosen(bureau: Bureau) -> None:
    """Of sheets that are chosen together Excel changes all at once."""
    book = load_workbook(bureau.export())
    chosen = [sheet.title for sheet in book if sheet.sheet_view.tabSelected]
    assert chosen == [book.active and book.active.title] == ["2023-Q4"]


def test_every_column_is_explained(bureau: Bureau) -> None:
    """On the sheet before, in words that say what to do."""
    book = load_workbook(bureau.export(*LEEG))
    assert book.sheetnames == ["Toelichting", "2024-Q4", "Keuzes"]
    told = {str(a.value): str(b.value) for a, b in book["Toelichting"].iter_rows(max_col=2)}
    heads = {str(c.value) for c in book["2024-Q4"][KOP]}
    assert heads <= told.keys()
    assert all(told[head].endswith(".") for head in heads)
    assert "Geteld vanaf het begin" in told["Gestarte trajecten (trajecten)"]


def test_a_partner_gets_its_own_figures_alone(bureau: Bureau) -> None:
    """No name or number of another project is anywhere in the file."""
    book = load_workbook(bureau.export(*LEEG, "--project", "zorg-a"))
    words = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.value}
    assert "Zorg A" in words
    assert not words & {"Techniek Start", "techniek", "Zorg B", "45", "80"}


def test_who_may_see_it_is_said(tmp_path: Path) -> None:
    """Where the site hides numbers that stand in the workbook."""
    bureau = Bureau(tmp_path, VERZONNEN)
    code, said = bureau.doe("export", "--out", str(tmp_path / "alles.xlsx"))
    assert code == 0
    assert "hierin staan aantallen die de site afschermt" in said
    told = load_workbook(tmp_path / "alles.xlsx")["Toelichting"]
    assert "Deel het alleen met wie deze aantallen mag zien." in str(told["B2"].value)


def test_the_sheet_of_a_sealed_edition_is_locked(tmp_path: Path) -> None:
    """It says why."""
    sheet = blad(Bureau(tmp_path, REAL), "--kwartaal", "2024-Q2", naam="2024-Q2")
    assert all(c.protection.locked for row in sheet.iter_rows(min_row=KOP) for c in row)
    assert "verzegeld" in str(sheet["B2"].value)


MISBRUIK = {
    ("--project", "zorg-c"): "Er is geen project “zorg-c”. Bedoelde u “zorg-",
    ("--kwartaal", "2021-Q1"): "Van 2021-Q1 zijn er geen cijfers.",
    ("--kwartaal", "2024-Q5"): "“2024-Q5” is geen kwartaal.",
    ("--kwartaal", "2024-H1"): "2024-H1 is geen kwartaal. Schrijf het zo: --kwartaal 2024-Q2.",
    ("--leeg", "--kwartaal", "2019-Q1"): "2019-Q1 ligt voor het begin van het programma (2022-Q1).",
    ("--out", "cijfers.pdf"): "Kies een naam die op .xlsx of .csv eindigt",
}


@pytest.mark.parametrize("words", MISBRUIK, ids=" ".join)
def test_what_cannot_be_made_is_told(bureau: Bureau, words: tuple[str, ...]) -> None:
    """And nothing is written."""
    before = tree(bureau.folder)
    out = [] if "--out" in words else ["--out", str(bureau.folder / "x.xlsx")]
    code, said = bureau.doe("export", *words, *out)
    assert code == 2
    assert MISBRUIK[words] in " ".join(said.split())
    assert tree(bureau.folder) == before


def test_a_workbook_that_may_be_filled_is_not_replaced(bureau: Bureau) -> None:
    path = bureau.export()
    was = path.read_bytes()
    code, said = bureau.doe("export", "--leeg", "--kwartaal", "2024-Q4", "--out", str(path))
    assert code == 2
    assert "is er al; misschien is het ingevuld." in " ".join(said.split())
    assert path.read_bytes() == was


def test_the_empty_workbook_is_of_the_newest_edition(bureau: Bureau) -> None:
    """Unless that is sealed: then the quarter must be said."""
    sheet = blad(bureau, "--leeg", naam="2024-Q2")
    assert cel(sheet, "zorg-a", "Gestarte").value is None
    before = cel(sheet, "zorg-a", "Gestarte").offset(column=-1)
    assert (before.value, before.number_format) == (120, '#,##0" (2023-Q4)"')
    real = Bureau(bureau.folder / "echt", REAL)
    code, said = real.doe("export", "--leeg", "--out", str(bureau.folder / "x.xlsx"))
    assert code == 2
    assert "Zeg voor welk kwartaal" in said


def test_a_begun_edition_is_filled_in_the_files_that_were_begun(tmp_path: Path) -> None:
    """The empty figures, with what they were as comments beside, are filled where they stand."""
    bureau = Bureau(tmp_path)
    assert bureau.doe("new", "editie", "2024-Q4")[0] == 0
    before = bureau.stand("zorg-a", "2024-Q4")
    book = load_workbook(path := bureau.export("--leeg"))
    cel(book["2024-Q4"], "zorg-a", "Gestarte").value = 155
    book.save(path)
    code, said = bureau.importeer(path)
    assert code == 0, said
    after = bureau.stand("zorg-a", "2024-Q4")
    assert after == before.replace("gestart:", "gestart: 155", 1)
    assert "# 150 in 2024-Q2" in after


def test_a_figure_of_before_is_seen_whole(bureau: Bureau) -> None:
    """Excel cuts off a text that is wider than its column."""
    sheet = blad(bureau, *LEEG)
    before = cel(sheet, "techniek", "Bemiddeld").offset(column=-1)
    assert before.value == "ruim 12 (2024-Q2)"
    assert sheet.column_dimensions[before.column_letter].width > len(before.value)
