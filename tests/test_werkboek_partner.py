"""What partners and their programs do to a workbook: nothing of it is lost in silence."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from invulwerk import KOP, Bureau, bewerk, cel, kolom, vul
from on_disk import HALFJAREN, VERZONNEN
from waw_site.werkboek import vorm

BLAD = "2024-Q2"
LEEG = ("--leeg", "--kwartaal", "2024-Q4")


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


GETYPT = {  # what people type beside a number → what to type instead
    "Ruim 40": "Schrijf alleen 40. Is het afgerond? Zet er een van deze woorden voor: ruim,",
    "ruim 1.450": "Schrijf alleen 1450.",
    "ca. 40": "Schrijf alleen 40.",
    "40 deelnemers": "Schrijf alleen 40.",
    "40*": "Schrijf alleen 40.",
    "<5": "Schrijf minder dan 5.",
    "> 40": "Schrijf meer dan 40.",
    "geen": "Is er geteld, en is er niemand? Typ 0.",
    "\u200b40": "Er staat een teken bij dat u niet ziet; maak de cel leeg",
    "10-12": "Is het niet gemeld? Laat de cel dan leeg.",
}


@pytest.mark.parametrize("typed", GETYPT)
def test_what_to_type_instead(bureau: Bureau, typed: str) -> None:
    said = bureau.geweigerd(vul(bureau.export(), BLAD, {("gemeenten", "Gestarte"): typed}))
    assert f"Blad {BLAD}, cel G4: hier staat “" in said
    assert GETYPT[typed] in said
    assert "1 fout." in said


def opgemerkt(bureau: Bureau, path: Path, *words: str) -> str:
    """What is said of a workbook that is taken in, with something to look at."""
    code, said = bureau.importeer(path, *words)
    assert code == 0, said
    assert "Kijk hierna nog naar:" in said
    return " ".join(said.split())


@pytest.mark.parametrize(
    "text", ["Klopt dit?", "[Threaded comment] Your version\n\nComment:\n    Klopt dit?"]
)
def test_a_remark_at_a_cell_is_told(bureau: Bureau, text: str) -> None:
    """It is how people speak in a workbook; also with the words of Excel around it."""

    def change(book: Workbook) -> None:
        cell = cel(book[BLAD], "gemeenten", "Gestarte")
        cell.value, cell.comment = 41, Comment(text, "Anna")

    said = opgemerkt(bureau, bewerk(bureau.export(), change))
    assert "gestart: 40 → 41" in said
    told = "bij deze cel staat een opmerking: “Klopt dit?”. Zij wordt niet overgenomen;"
    assert f"Blad {BLAD}, cel G4: {told}" in said


def test_a_remark_at_an_empty_cell_is_told(bureau: Bureau) -> None:
    """It says why there is no figure."""

    def change(book: Workbook) -> None:
        cell = cel(book["2024-Q4"], "zorg-a", "Gestarte")
        cell.comment = Comment("Telling volgt in januari.", "Anna")

    said = opgemerkt(bureau, bewerk(bureau.export(*LEEG), change))
    assert "Niets gewijzigd" in said
    assert "bij deze cel staat een opmerking: “Telling volgt in januari.”." in said


@pytest.mark.parametrize("text", ["Cijfers van Anna", "Project"])
def test_a_note_above_the_heads_is_told(bureau: Bureau, text: str) -> None:
    """It is not taken for the row of heads, whatever its words."""

    def change(book: Workbook) -> None:
        book[BLAD].cell(1, 9).value = text

    said = opgemerkt(bureau, bewerk(bureau.export(), change))
    assert f"Blad {BLAD}, cel I1: boven de koppen staat “{text}”; daar wordt niets gelezen." in said


def test_rows_that_a_filter_hides_are_one_thing(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        for row in (5, 6, 7):
            book[BLAD].row_dimensions[row].hidden = True

    said = bureau.geweigerd(bewerk(bureau.export(), change))
    assert f"Blad {BLAD}, cel A5: de regels 5 t/m 7 zijn verborgen" in said
    assert "1 fout." in said


def test_a_space_far_away_is_nothing(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        book[BLAD].cell(KOP + 2, 16_000).value = " "

    code, said = bureau.importeer(bewerk(bureau.export(), change))
    assert (code, said) == (0, "Niets gewijzigd: het werkboek zegt wat er al staat.\n")


@pytest.mark.parametrize("site", [VERZONNEN, HALFJAREN], ids=["quarters", "half years"])
def test_the_workbook_of_another_programme(tmp_path: Path, bureau: Bureau, site: Path) -> None:
    """One thing is wrong, not each row of it."""
    other = tmp_path / "ander"
    other.mkdir()
    said = bureau.geweigerd(Bureau(other, site).export())
    assert "dit werkboek is van een ander programma dan Klein Werk." in said
    assert "1 fout." in said


def test_a_csv_with_the_name_of_a_workbook(bureau: Bureau) -> None:
    path = bureau.export(naam="cijfers.csv").rename(bureau.folder / "cijfers.xlsx")
    assert "Is het CSV? Noem het dan .csv." in bureau.geweigerd(path)


@pytest.mark.parametrize("naam", ["cijfers.xlsx", "cijfers.csv"])
def test_a_figure_in_the_column_of_before_is_told(bureau: Bureau, naam: str) -> None:
    """Nothing is read there; who typed it in the wrong column hears so."""
    path = bureau.export(*LEEG, naam=naam)
    if naam.endswith(".csv"):
        path.write_text(path.read_text("utf-8-sig").replace("150 (2024-Q2)", "170"))
    else:

        def change(book: Workbook) -> None:
            cel(book["2024-Q4"], "zorg-a", "Gestarte").offset(column=-1).value = 170

        bewerk(path, change)
    said = opgemerkt(bureau, path)
    assert "onder “Vorige stand” staat 170, en dat was het niet. Daar wordt niets gelezen." in said
    assert "Hoort het onder “Gestarte trajecten (trajecten)”?" in said
    assert "Niets gewijzigd" in said


def test_a_figure_that_a_project_does_not_report_is_told(bureau: Bureau) -> None:
    """It may be of the column beside it."""
    said = opgemerkt(bureau, vul(bureau.export(), BLAD, {("zorg-a", "Bijeenkomsten"): 3}))
    assert "“Zorg A” hoort dit cijfer niet te melden. Staat het onder de goede kop?" in said


def later(bureau: Bureau, gestart: int) -> None:
    """Somebody writes another figure while the workbook is away."""
    path = bureau.site / f"data/projecten/gemeenten/{BLAD}.yaml"
    text = path.read_text()
    path.write_text(text.replace("gestart: 40", f"gestart: {gestart}"))
    assert path.read_text() != text


def test_a_figure_of_later_is_not_undone_by_a_cell_that_nobody_touched(bureau: Bureau) -> None:
    """The rest of the workbook is taken in; what stays is told, with why."""
    book = vul(bureau.export(), BLAD, {("gemeenten", "Bemiddeld"): 13})
    later(bureau, 42)
    code, said = bureau.importeer(book)
    assert code == 0, said
    why = "het werkboek zegt 40, zoals het was toen het werd gemaakt"
    assert f"  gestart blijft 42: {why}\n  bemiddeld: 12 → 13\n" in said
    assert bureau.stand("gemeenten", BLAD).startswith("cijfers: {gestart: 42, bemiddeld: 13}\n")


def test_two_that_changed_one_figure_are_heard(bureau: Bureau) -> None:
    """Neither wins in silence."""
    book = vul(bureau.export(), BLAD, {("gemeenten", "Gestarte"): 41})
    later(bureau, 42)
    said = bureau.geweigerd(book)
    told = "hier staat 41; intussen ging het in de monitor van 40 naar 42."
    path = "data/projecten/gemeenten/2024-Q2.yaml"
    assert (
        f"Blad {BLAD}, cel G4: {told} Zet in deze cel wat geldt. Is dat 41? Zet het dan in " in said
    )
    assert path in said
    later_text = bureau.stand("gemeenten", BLAD).replace("42", "41")
    (bureau.site / path).write_text(later_text)
    assert bureau.importeer(book)[0] == 0


@pytest.mark.parametrize("words", [(), ("--leeg", "--kwartaal", BLAD)], ids=["filled", "empty"])
def test_two_partners_with_the_same_workbook(bureau: Bureau, words: tuple[str, ...]) -> None:
    """The second does not undo what the first filled in."""
    one = bureau.export(*words, naam="een.xlsx")
    other = bureau.export(*words, naam="ander.xlsx")
    vul(one, BLAD, {("gemeenten", "Gestarte"): 41})
    vul(other, BLAD, {("techniek", "Gestarte"): 46})
    for book in (one, other):
        code, said = bureau.importeer(book)
        assert code == 0, said
    assert "gestart: 41" in bureau.stand("gemeenten", BLAD)
    assert "gestart: 46" in bureau.stand("techniek", BLAD)


def test_two_partners_that_fill_one_figure_of_a_new_quarter(bureau: Bureau) -> None:
    """It was empty when both were made."""
    books = [bureau.export(*LEEG, naam=f"{n}.xlsx") for n in "ab"]
    for book, figure in zip(books, (160, 161), strict=True):
        vul(book, "2024-Q4", {("zorg-a", "Gestarte"): figure})
    assert bureau.importeer(books[0], "--bron", "monitor-2024")[0] == 0
    said = bureau.geweigerd(books[1], "--bron", "monitor-2024")
    assert "hier staat 161; intussen ging het in de monitor van niets naar 160." in said


def test_a_turn_of_later_is_not_undone(bureau: Bureau) -> None:
    """The status stands in every workbook, also in one to fill."""
    book = vul(bureau.export(*LEEG), "2024-Q4", {("zorg-a", "Gestarte"): 160})
    path = bureau.site / "data/projecten/zorg-a/project.yaml"
    turn = "  - {fase: lopend}\n  - {fase: verlengd, vanaf: 2024-Q4}\n"
    path.write_text(path.read_text().replace("  - {fase: lopend}\n", turn))
    code, said = bureau.importeer(book, "--bron", "monitor-2024")
    assert code == 0, said
    assert "  status blijft verlengd: het werkboek zegt lopend, zoals het was" in said
    assert turn in path.read_text()


def test_what_was_known_goes_where_its_row_goes(bureau: Bureau) -> None:
    """Hidden in the row itself: whoever deletes a row before sending it on, sends none of it."""
    sheet = load_workbook(bureau.export())[BLAD]
    column = kolom(sheet, "Verstuurd")
    assert sheet.column_dimensions[get_column_letter(column)].hidden
    for row in range(KOP + 1, sheet.max_row + 1):
        said, key = sheet.cell(row, column).value, sheet.cell(row, 1).value
        assert (str(said).startswith(f'{{"":"{key}"')) == (key is not None)


def test_a_workbook_to_fill_hides_no_figure_that_it_leaves_open(bureau: Bureau) -> None:
    """Who empties the cells does not send their figures along out of sight."""
    sheet = load_workbook(bureau.export("--leeg", "--kwartaal", BLAD))[BLAD]
    said = str(cel(sheet, "gemeenten", "Verstuurd").value)
    assert '"cijfer.gestart":null' in said
    assert "40" not in said


def test_a_row_of_a_csv_without_its_quarter(bureau: Bureau) -> None:
    """It is not passed over; with the option it is of the quarter that was said."""
    path = bureau.export("--kwartaal", BLAD, naam="cijfers.csv")
    text = path.read_text("utf-8-sig")
    path.write_text(text.replace(f"{BLAD};Gemeente", ";Gemeente").replace(";40;", ";41;"))
    said = bureau.geweigerd(path)
    assert "Regel 2, kolom 2: in deze regel ontbreekt het kwartaal." in said
    assert "gestart: 40 → 41" in bureau.importeer(path, "--kwartaal", BLAD)[1]


def test_a_project_that_got_another_name(bureau: Bureau) -> None:
    """While the workbook was away; no other project is proposed."""
    book = bureau.export("--kwartaal", BLAD)
    path = bureau.site / "data/projecten/zorg-a/project.yaml"
    path.write_text(path.read_text().replace("naam: Zorg A", "naam: Hulp in huis"))
    said = bureau.geweigerd(book)
    hint = "Volgens de verborgen sleutel is dit “Hulp in huis”; zet die naam hier."
    assert f"cel B6: “Zorg A” is onbekend als project. {hint}" in said
    assert "1 fout." in said
    assert bureau.importeer(vul(book, BLAD, {("zorg-a", "Project"): "Hulp in huis"}))[0] == 0


def test_a_project_that_got_another_folder(bureau: Bureau) -> None:
    book = bureau.export("--kwartaal", "2023-Q4")
    folder = bureau.site / "data/projecten"
    (folder / "koken").rename(folder / "kookles")
    told = "een project met de verborgen sleutel “koken” is er niet (meer)."
    assert told in bureau.geweigerd(book)


def test_a_column_that_got_another_name(bureau: Bureau) -> None:
    """In the programme, while the workbook was away: with the new name it is read."""
    book = bureau.export("--kwartaal", BLAD)
    programma = bureau.site / "data/programma.yaml"
    programma.write_text(programma.read_text().replace("Gestarte trajecten", "Trajecten"))
    hint = "Heet zij nu anders? Zet dan de nieuwe naam hier."
    assert hint in bureau.geweigerd(book)

    def change(book: Workbook) -> None:
        book[BLAD].cell(KOP, kolom(book[BLAD], "Gestarte")).value = "Trajecten (trajecten)"

    assert bureau.importeer(bewerk(book, change))[0] == 0


def test_what_we_wrote_out_of_sight_may_be_damaged(bureau: Bureau) -> None:
    """Then less is known, and nothing breaks."""

    def change(book: Workbook) -> None:
        for head in book[vorm.KEUZES][1]:
            if str(head.value).startswith((vorm.REGELS, vorm.KOLOMMEN)):
                head.offset(row=1).value, head.offset(row=2).value = "a/b/c/d", 7
        sheet = book[BLAD]
        for row, word in enumerate(("", "rommel", 5, "[]", '{"": "zorg"}'), start=KOP + 1):
            sheet.cell(row, kolom(sheet, "Verstuurd")).value = word

    book = bewerk(bureau.export("--kwartaal", BLAD), change)
    assert bureau.importeer(vul(book, BLAD, {("gemeenten", "Gestarte"): 41}))[0] == 0


def test_a_workbook_in_a_strict_dress(bureau: Bureau) -> None:
    """Excel can save so, and our reader sees no sheets in it."""
    path = bureau.export()
    data = contents(path)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in data:
            main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            archive.writestr(name, content.replace(main, b"http://purl.oclc.org/ooxml/x/main"))
    assert "Dit werkboek is bewaard als Strict Open XML." in bureau.geweigerd(path)


def contents(path: Path) -> list[tuple[str, bytes]]:
    """The files within a workbook."""
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_a_text_of_later_is_not_taken_away(bureau: Bureau) -> None:
    """A dash takes away what the partner saw, and no other words."""
    book = vul(bureau.export(), BLAD, {("techniek", "Toelichting"): "–"})
    path = bureau.site / f"data/projecten/techniek/{BLAD}.yaml"
    path.write_text(path.read_text().replace("niet precies geteld", "nu precies geteld"))
    said = bureau.geweigerd(book)
    assert "hier staat niets; intussen ging het in de monitor van De uitstroom" in said


def test_a_source_that_we_proposed_is_no_change(bureau: Bureau) -> None:
    """The document of the edition stands in the cell; another chose one meanwhile."""
    path = bureau.site / f"data/projecten/gemeenten/{BLAD}.yaml"
    text = path.read_text()
    path.unlink()
    book = bureau.export("--leeg", "--kwartaal", BLAD)
    assert cel(load_workbook(book)[BLAD], "gemeenten", "Bron").value
    path.write_text(text.replace("document: monitor-2024", "document: monitor-2023"))
    assert path.read_text() != text
    code, said = bureau.importeer(vul(book, BLAD, {("techniek", "Gestarte"): 46}))
    assert code == 0, said
    assert "  bron blijft monitor-2023: het werkboek zegt monitor-2024, zoals het was" in said
    assert "gestart: 46" in bureau.stand("techniek", BLAD)
