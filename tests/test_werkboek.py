"""A workbook goes out, is filled, and comes back into the YAML that stands."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from invulwerk import Bureau, cel, vul
from on_disk import REAL, VERZONNEN, tree

LEEG = ("--leeg", "--kwartaal", "2024-Q4")


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


@pytest.mark.parametrize("site", [REAL, VERZONNEN], ids=["real", "verzonnen"])
@pytest.mark.parametrize("naam", ["cijfers.xlsx", "cijfers.csv"])
def test_what_was_not_touched_changes_no_byte(tmp_path: Path, site: Path, naam: str) -> None:
    """Of the whole programme: every quarter, breakdown, note and qualifier."""
    bureau = Bureau(tmp_path, site)
    before = bureau.bytes()
    code, said = bureau.importeer(bureau.export(naam=naam))
    assert (code, said) == (0, "Niets gewijzigd: het werkboek zegt wat er al staat.\n")
    assert bureau.bytes() == before


def test_the_same_data_give_the_same_workbook(bureau: Bureau) -> None:
    """To the byte, at any hour."""
    first = bureau.export().read_bytes()
    assert bureau.export().read_bytes() == first


def test_an_empty_workbook_that_comes_back_empty_changes_nothing(bureau: Bureau) -> None:
    """Empty is not reported, and a position that nobody reported is not begun."""
    code, said = bureau.importeer(bureau.export(*LEEG))
    assert (code, said) == (0, "Niets gewijzigd: het werkboek zegt wat er al staat.\n")


def test_a_filled_workbook_begins_the_quarter(bureau: Bureau) -> None:
    """In the style of the position before it; what was left empty is not reported."""
    path = vul(
        bureau.export(*LEEG),
        "2024-Q4",
        {
            ("techniek", "Gestarte"): 50,
            ("techniek", "Bemiddeld"): "ruim 14",
            ("techniek", "Bijeenkomsten"): "n.v.t.",
            ("techniek", "Toelichting"): "Let op: geteld in december.",
            ("techniek", "Voorlopig"): "ja",
            ("techniek", "Bron"): "Monitor Klein Werk, tweede kwartaal 2024",
            ("zorg-a", "Gestarte"): 160,
            ("zorg-a", "Bemiddeld"): 51,
        },
    )
    code, said = bureau.importeer(path, "--bron", "monitor-2024")
    assert code == 0, said
    assert bureau.stand("techniek", "2024-Q4") == (
        "cijfers:\n"
        "  gestart: 50\n"
        "  bemiddeld: {waarde: 14, kwalificatie: ruim}\n"
        "  bijeenkomsten: n.v.t.\n"
        "  diplomarendement:\n"
        "voorlopig: ja\n"
        'toelichting: "Let op: geteld in december."\n'
        "bron: {document: monitor-2024}\n"
    )
    assert bureau.stand("zorg-a", "2024-Q4") == (
        "cijfers: {gestart: 160, bemiddeld: 51}\nbron: {document: monitor-2024}\n"
    )
    assert "  gestart: niet gemeld → 50\n" in said
    assert bureau.doe("check")[0] == 0


def test_a_new_file_has_the_line_for_the_editor(bureau: Bureau) -> None:
    """That which says what may stand in it, as the file before it has; and its line ends."""
    before = bureau.site / "data/projecten/zorg-a/2024-Q2.yaml"
    line = "# yaml-language-server: $schema=../../../schemas/stand.schema.json"
    text = f"{line}\n# van Anna\n{before.read_text()}"
    before.write_bytes(text.replace("\n", "\r\n").encode())
    book = vul(bureau.export(*LEEG), "2024-Q4", {("zorg-a", "Gestarte"): 160})
    code, said = bureau.importeer(book, "--bron", "monitor-2024")
    assert code == 0, said
    new = (bureau.site / "data/projecten/zorg-a/2024-Q4.yaml").read_bytes()
    assert new.startswith(f"{line}\r\ncijfers: {{gestart: 160, bemiddeld: null}}\r\n".encode())


def test_the_figure_before_stands_beside_the_empty_cell(bureau: Bureau) -> None:
    """Locked, with the quarter that it is of, also where that differs per project."""
    book = load_workbook(bureau.export(*LEEG))
    sheet = book["2024-Q4"]
    figure = cel(sheet, "zorg-a", "Gestarte")
    before = sheet.cell(figure.row, figure.column - 1)
    assert (figure.value, figure.protection.locked) == (None, False)
    assert (before.value, before.protection.locked) == (150, True)
    assert "2024-Q2" in before.number_format


def test_a_changed_figure_changes_its_own_characters_alone(bureau: Bureau) -> None:
    """Comments, order, quotes and line ends stay."""
    path = bureau.site / "data/projecten/techniek/2023-Q4.yaml"
    was = (
        "# van Anna\r\nbron:   {document: monitor-2023}  # zie mail\r\ncijfers:\r\n  # geteld\r\n"
        "  gestart: 0\r\n  bemiddeld:\r\n  diplomarendement:  70   # was 60\r\n"
        'toelichting: "Kort"\r\n'
    )
    path.write_bytes(was.encode())
    figures = {("techniek", "Diplomarendement"): 71, ("techniek", "Bemiddeld"): 0}
    book = vul(bureau.export(), "2023-Q4", figures)
    code, said = bureau.importeer(book)
    assert code == 0, said
    expected = was.replace(" 70 ", " 71 ").replace("bemiddeld:", "bemiddeld: 0")
    assert path.read_bytes() == expected.encode()
    told = "  bemiddeld: niet gemeld → 0\n  diplomarendement: 70 → 71\n"
    assert f"2023-Q4, Techniek Start (techniek)\n{told}" in said


def test_a_dry_run_tells_all_and_writes_nothing(bureau: Bureau) -> None:
    """No file is made or changed, anywhere in the folder."""
    book = vul(bureau.export(), "2023-Q4", {("zorg-a", "Gestarte"): 119})
    before = tree(bureau.site)
    code, said = bureau.importeer(book, "--dry-run")
    assert code == 0
    assert "gestart: 120 → 119" in said
    assert tree(bureau.site) == before


def test_an_empty_cell_erases_nothing_in_silence(bureau: Bureau) -> None:
    """What stands stays, and is told; a dash takes it away."""
    book = vul(bureau.export(), "2024-Q2", {("gemeenten", "Gestarte"): None})
    code, said = bureau.importeer(book)
    assert code == 0
    assert "  gestart blijft 40: de cel is leeg\n" in said
    assert "Niets gewijzigd" in said
    code, said = bureau.importeer(vul(book, "2024-Q2", {("gemeenten", "Bemiddeld"): "–"}))
    assert code == 0, said
    assert "  bemiddeld: 12 → niet gemeld\n" in said
    assert "{gestart: 40, bemiddeld: null}" in bureau.stand("gemeenten", "2024-Q2")
