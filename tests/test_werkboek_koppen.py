"""A column that is gone, renamed, moved or added: what matters is refused, at its head."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from invulwerk import KOP, Bureau, bewerk, kolom, rij, vul
from waw_site.werkboek import vorm

BLAD = "2024-Q2"
LEEG = ("--leeg", "--kwartaal", "2024-Q4")
GESTART, BEMIDDELD = "Gestarte trajecten (trajecten)", "Bemiddeld naar werk (inwoners)"


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


def aan(bureau: Bureau, change: Callable[[Worksheet], object], *words: str) -> Path:
    """A workbook of which one sheet came back like this."""
    name = "2024-Q4" if words else BLAD
    return bewerk(bureau.export(*words), lambda book: void(change(book[name])))


def void(_: object) -> None:
    """What a change gives is of no use."""


@pytest.mark.parametrize("kop", ["Gestarte", "Status", "Voorlopig", "Toelichting", "Bron", "Deel"])
@pytest.mark.parametrize("words", [(), LEEG], ids=["filled", "empty"])
def test_a_column_that_is_gone(bureau: Bureau, kop: str, words: tuple[str, ...]) -> None:
    """Whatever it is for, and also where nothing was in it; one message, where its head stood."""
    gone: list[str] = []

    def change(sheet: Worksheet) -> None:
        head = sheet.cell(KOP, kolom(sheet, kop))
        gone.extend((head.coordinate, str(head.value)))
        sheet.delete_cols(head.column)

    said = bureau.geweigerd(aan(bureau, change, *words))
    blad = "2024-Q4" if words else BLAD
    assert f"Blad {blad}, cel {gone[0]}: de kolom “{gone[1]}” ontbreekt. Zet haar terug." in said
    assert "1 fout." in said


def test_columns_of_before_may_go(bureau: Bureau) -> None:
    """They are there to look at; nothing is read from them."""

    def change(sheet: Worksheet) -> None:
        for head in reversed(sheet[KOP]):
            if head.value == vorm.VORIGE:
                sheet.delete_cols(head.column)

    book = vul(aan(bureau, change, *LEEG), "2024-Q4", {("zorg-a", "Gestarte"): 160})
    code, said = bureau.importeer(book, "--bron", "monitor-2024")
    assert code == 0, said
    assert "gestart: niet gemeld → 160" in said


def test_all_columns_that_are_gone_beside_a_cell_that_is_wrong(bureau: Bureau) -> None:
    """At once, each by itself."""
    book = vul(bureau.export(), BLAD, {("techniek", "Bemiddeld"): "veel"})

    def change(book: Workbook) -> None:
        for kop in ("Toelichting", "Gestarte"):
            book[BLAD].delete_cols(kolom(book[BLAD], kop))

    said = bureau.geweigerd(bewerk(book, change))
    assert f"cel G{KOP}: de kolom “{GESTART}” ontbreekt." in said
    assert f"cel M{KOP}: de kolom “Toelichting” ontbreekt." in said
    assert "hier staat “veel”." in said
    assert "3 fouten." in said


def test_without_the_names_no_row_is_accused(bureau: Bureau) -> None:
    """Of whom each row is, is not known: that is one thing that is wrong, not one per row."""
    book = aan(bureau, lambda sheet: sheet.delete_cols(kolom(sheet, "Project")))
    said = bureau.geweigerd(book)
    assert f"Blad {BLAD}, cel B{KOP}: de kolom “Project” ontbreekt." in said
    assert "1 fout." in said


def test_a_head_that_was_renamed(bureau: Bureau) -> None:
    """Not also told as gone."""

    def change(sheet: Worksheet) -> None:
        sheet.cell(KOP, kolom(sheet, "Gestarte")).value = "Gestarte mensen"

    said = bureau.geweigerd(aan(bureau, change))
    assert (
        f"cel G{KOP}: de kop “Gestarte mensen” hoort bij geen kolom. "
        f"Hier stond “{GESTART}”; zet die kop terug."
    ) in said
    assert "1 fout." in said


def test_a_head_that_was_emptied(bureau: Bureau) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.cell(KOP, kolom(sheet, "Gestarte")).value = None

    said = bureau.geweigerd(aan(bureau, change))
    assert f"cel G{KOP}: boven deze kolom staat geen kop, en er staan gegevens in." in said
    assert f"Hier stond “{GESTART}”; zet die kop terug." in said
    assert "1 fout." in said


def test_heads_that_changed_places(bureau: Bureau) -> None:
    """Each figure would be taken for the other; nothing else shows it."""

    def change(sheet: Worksheet) -> None:
        one, other = (sheet.cell(KOP, kolom(sheet, k)) for k in ("Gestarte", "Bemiddeld"))
        one.value, other.value = other.value, one.value

    said = bureau.geweigerd(aan(bureau, change))
    assert (
        f"cel G{KOP}: de kolommen staan in een andere volgorde: hier staat “{BEMIDDELD}”, "
        f"en hier stond “{GESTART}”."
    ) in said
    assert "1 fout." in said


def test_a_column_that_was_copied(bureau: Bureau) -> None:
    """Which of the two counts, is not guessed."""

    def change(sheet: Worksheet) -> None:
        for n in range(KOP, sheet.max_row + 1):
            sheet.cell(n, 17).value = sheet.cell(n, 7).value

    said = bureau.geweigerd(aan(bureau, change))
    assert f"cel Q{KOP}: de kolom “{GESTART}” staat er twee keer. Haal er een weg." in said


def eigen(sheet: Worksheet, column: int) -> None:
    """A column of a partner's own."""
    sheet.cell(KOP, column).value = "Nog navragen"
    sheet.cell(KOP + 1, column).value = "bij Anna"


def test_notes_to_the_right_are_told_and_not_read(bureau: Bureau) -> None:
    """All that was sent is there: they do no harm, and figures beside them are taken in."""
    book = aan(bureau, lambda sheet: eigen(sheet, sheet.max_column + 1))
    code, said = bureau.importeer(vul(book, BLAD, {("gemeenten", "Gestarte"): 41}))
    assert code == 0, said
    told = " ".join(said.split())
    assert "gestart: 40 → 41" in told
    assert (
        f"waarschuwing Blad {BLAD}, cel Q{KOP}: de kop “Nog navragen” hoort bij geen kolom; "
        "wat eronder staat, is niet gelezen."
    ) in told


def test_a_column_between_ours_is_refused(bureau: Bureau) -> None:
    """There it may be one of ours under another name."""

    def change(sheet: Worksheet) -> None:
        sheet.insert_cols(8)
        eigen(sheet, 8)

    said = bureau.geweigerd(aan(bureau, change))
    assert f"cel H{KOP}: de kop “Nog navragen” hoort bij geen kolom." in said
    assert "Is het een eigen aantekening? Haal haar dan weg" in said


def test_notes_do_no_harm_only_where_nothing_is_gone(bureau: Bureau) -> None:
    """A column that was cut, and pasted to the right under another name."""

    def change(sheet: Worksheet) -> None:
        sheet.delete_cols(kolom(sheet, "Toelichting"))
        eigen(sheet, sheet.max_column + 1)

    said = bureau.geweigerd(aan(bureau, change))
    assert "de kop “Nog navragen” hoort bij geen kolom." in said
    assert "de kolom “Toelichting” ontbreekt." in said


def test_an_indicator_that_the_programme_no_longer_has(bureau: Bureau) -> None:
    """It is not the partner who changed the head."""
    book = bureau.export()
    programma = bureau.site / "data/programma.yaml"
    programma.write_text(programma.read_text().replace("Gestarte trajecten", "Trajecten"))
    said = bureau.geweigerd(book)
    assert f"de kolom “{GESTART}” kent dit programma niet meer. Heet zij nu anders?" in said


def test_all_rows_of_a_breakdown_that_are_gone(bureau: Bureau) -> None:
    """Also of a quarter of which nothing is known yet."""

    def change(sheet: Worksheet) -> None:
        for deel in ("jong", "oud", "onbekend"):
            sheet.delete_rows(rij(sheet, f"zorg/leeftijd/{deel}"))

    said = bureau.geweigerd(aan(bureau, change, *LEEG))
    for deel in ("Tot 27 jaar", "27 jaar en ouder", "Onbekend"):
        assert f"bij “Zorg A en Zorg B” ontbreekt de regel van het deel “{deel}”." in said
    assert "3 fouten." in said


def test_what_is_asked_for_is_out_of_sight(bureau: Bureau) -> None:
    """It stands where nobody types."""

    def look(book: Workbook) -> None:
        keuzes = book[vorm.KEUZES]
        for head in keuzes[1]:
            hidden = str(head.value).startswith((vorm.REGELS, vorm.KOLOMMEN))
            assert keuzes.column_dimensions[head.column_letter].hidden == hidden

    bewerk(bureau.export(), look)


def csv_zonder(path: Path, *koppen: str) -> Path:
    """A CSV file of ours that came back without these columns."""
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))
    keep = [n for n, head in enumerate(rows[0]) if head not in koppen]
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([[row[n] for n in keep] for row in rows])
    path.write_text(out.getvalue())
    return path


def test_a_figure_that_is_gone_from_a_csv(bureau: Bureau) -> None:
    """Which projects should report it is known, also when we did not make the file."""
    said = bureau.geweigerd(csv_zonder(bureau.export(naam="terug.csv"), GESTART))
    assert f"Regel 1: de kolom “{GESTART}” ontbreekt; “" in said
    assert "hoort dit cijfer te melden." in said
    assert "1 fout." in said


def test_a_figure_that_is_gone_from_a_csv_to_fill(bureau: Bureau) -> None:
    path = csv_zonder(bureau.export(*LEEG, naam="terug.csv"), BEMIDDELD)
    assert f"Regel 1: de kolom “{BEMIDDELD}” ontbreekt" in bureau.geweigerd(path)


def test_half_of_what_says_of_which_part_a_row_is(bureau: Bureau) -> None:
    said = bureau.geweigerd(csv_zonder(bureau.export(naam="terug.csv"), "Deel"))
    assert "Regel 1: de kolom “Deel” ontbreekt." in said
    assert "1 fout." in said


def test_words_that_are_gone_from_a_csv_are_told(bureau: Bureau) -> None:
    """Who sends figures alone says nothing of the rest, and that stays."""
    before = bureau.stand("techniek", BLAD)
    path = csv_zonder(bureau.export(naam="terug.csv"), "Status", "Toelichting", "Bron")
    code, said = bureau.importeer(path)
    assert code == 0, said
    told = "Regel 1: niet in dit bestand: Status, Toelichting en Bron."
    assert f"{told} Wat daarvan bekend is, blijft staan." in " ".join(said.split())
    assert bureau.stand("techniek", BLAD) == before


def test_a_new_workbook_without_our_lists_is_read_as_a_csv(bureau: Bureau) -> None:
    """What it was made with is not known; what its projects report is."""

    def change(book: Workbook) -> None:
        book.remove(book[vorm.KEUZES])
        book[BLAD].delete_cols(kolom(book[BLAD], "Gestarte"))

    said = bureau.geweigerd(bewerk(bureau.export("--kwartaal", BLAD), change))
    assert f"Blad {BLAD}, cel A{KOP}: de kolom “{GESTART}” ontbreekt; “" in said
