"""Figures as CSV: what goes out opens in Dutch Excel, and what comes back is read in any dress."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from invulwerk import Bureau
from waw_site.werkboek import komma, opmaak

KOP = "Project;Gestarte trajecten (trajecten);Bemiddeld naar werk (inwoners)"


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


def stuur(bureau: Bureau, data: bytes | str, naam: str = "terug.csv") -> Path:
    """A file as it came back."""
    path = bureau.folder / naam
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_it_opens_in_dutch_excel(bureau: Bureau) -> None:
    """A BOM, semicolons and CRLF; the quarter is a column."""
    data = bureau.export(naam="cijfers.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfKwartaal;Project;")
    assert b"\r\n2024-Q2;Techniek Start;;;nieuw;Techniek;45;ruim 12;n.v.t.;87;" in data


LEZEN = {
    "semicolons": f"{KOP}\nZorg A;149;51\nZorg B;81;29\n",
    "commas": f"{KOP}\nZorg A;149;51\nZorg B;81;29\n".replace(";", ","),
    "tabs": f"{KOP}\nZorg A;149;51\nZorg B;81;29\n".replace(";", "\t"),
    "a BOM": f"\ufeff{KOP}\nZorg A;149;51\nZorg B;81;29\n",
    "CRLF": f"{KOP}\r\nZorg A;149;51\r\nZorg B;81;29\r\n",
    "quotes": f'{KOP}\n"Zorg A";"149";"51"\nZorg B;81;29\n',
    "spaces": f"{KOP}\nZorg A; 149 ;51 \nZorg B;81;29\n",
    "empty lines and columns": f"\n{KOP};;\n;;;\nZorg A;149;51;;\n\nZorg B;81;29;;\n",
    "UTF-16": f"{KOP}\nZorg A;149;51\nZorg B;81;29\n".encode("utf-16"),
}


@pytest.mark.parametrize("data", LEZEN.values(), ids=LEZEN)
def test_every_dress_is_read(bureau: Bureau, data: str | bytes) -> None:
    code, said = bureau.importeer(stuur(bureau, data), "--kwartaal", "2024-Q2")
    assert code == 0, said
    assert "gestart: 150 → 149" in said
    assert bureau.stand("zorg-a", "2024-Q2").startswith("cijfers: {gestart: 149, bemiddeld: 51}\n")


def test_letters_of_windows(bureau: Bureau) -> None:
    """cp1252, as Excel saves CSV without asking."""
    words = "“Energie” heet nu anders – zoals bekend: café."
    rest = "Bijeenkomsten (bijeenkomsten);Diplomarendement (procent);Toelichting"
    text = f"{KOP};{rest}\nTechniek Start;;;;;{words}\n"
    code, said = bureau.importeer(stuur(bureau, text.encode("cp1252")), "--kwartaal", "2024-Q2")
    assert code == 0, said
    assert "“Energie” heet nu anders – zoals bekend: café." in bureau.stand("techniek", "2024-Q2")


WEIGEREN = {
    "a Dutch fraction": (f"{KOP}\nZorg A;1.234,5;50\n", "hier staat “1.234,5”."),
    "a thousand": (f"{KOP}\nZorg A;1.234;50\n", "Schrijf het zonder scheidingsteken: 1234."),
    "an unknown project": (f"{KOP}\nZorg C;150;50\n", "Regel 2, kolom 1: “Zorg C” is onbekend"),
    "quotes that do not close": (f'{KOP}\n"Zorg A;150;50\n', "Dit CSV-bestand klopt niet"),
    "no heads": ("Zorg A;150;50\n", "hier ontbreekt de regel met koppen"),
    "nothing": ("", "hier ontbreekt de regel met koppen"),
    "no text": (b"\0\1\2", "Dit bestand is geen tekst."),
    "another quarter": (
        f"Kwartaal;{KOP}\n2-4-2024;Zorg A;150;50\n",
        "is geen kwartaal.",
    ),
    "twice": (f"{KOP}\nZorg A;150;50\nZorg A;150;50\n", "deze regel staat er twee keer"),
}


@pytest.mark.parametrize("case", WEIGEREN.values(), ids=WEIGEREN)
def test_what_does_not_fit_is_named_by_line(bureau: Bureau, case: tuple[str | bytes, str]) -> None:
    data, told = case
    assert told in bureau.geweigerd(stuur(bureau, data), "--kwartaal", "2024-Q2")


def test_the_quarter_is_asked_for(bureau: Bureau) -> None:
    """Without a column for it, or the option."""
    said = bureau.geweigerd(stuur(bureau, f"{KOP}\nZorg A;150;50\n"))
    assert "van welk kwartaal deze cijfers zijn, staat er niet bij." in said


def test_only_the_quarter_that_was_asked_for(bureau: Bureau) -> None:
    text = f"Kwartaal;{KOP}\n2023-Q4;Zorg A;119;40\n2024-Q2;Zorg A;149;50\n"
    code, said = bureau.importeer(stuur(bureau, text), "--kwartaal", "2023-Q4", "--dry-run")
    assert code == 0, said
    assert "120 → 119" in said
    assert "149" not in said


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n")), min_size=1))
@example([" =1+1", "＝1+1", "'=1", "''＠SUM(A1)", "\t-1", "'", "' x"])
def test_no_text_becomes_a_formula_and_every_text_comes_back(texts: list[str]) -> None:
    """What begins with = + - @ gets an apostrophe, which goes again when it is read."""
    data = komma.schrijf([["Project", *map(str, range(len(texts)))], ["x", *texts]])
    _, row = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    assert not any(cell.lstrip()[:1] in tuple("=+-@＝＋－＠") for cell in row if cell.strip())
    (tabel,) = komma.lees(data).tabellen
    assert [cel.waarde for cel in tabel.rijen[1]] == ["x", *(t for t in texts if t.strip())]


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "＝1+1", "'=1", "-cmd", "'x"])
def test_a_cell_of_a_workbook_has_the_same_guard(text: str) -> None:
    """It is a text for whoever opens it, also after the cell was edited."""
    cell = Workbook().create_sheet().cell(1, 1)
    opmaak.tekst(cell, text)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
