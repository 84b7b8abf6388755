"""Each thing that can be wrong in a workbook has a message of its own, with sheet and cell."""

import datetime
import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from invulwerk import KOP, Bureau, bewerk, cel, kolom, rij, vul
from on_disk import REAL, put
from waw_site.werkboek import lezen, vorm

BLAD = "2024-Q2"


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    return Bureau(tmp_path)


CELLEN = {  # what is typed in a cell → what is said of it
    "tekst met spatie": (
        "12 ",
        "hier staat “12 ” als tekst; het lijkt op een getal.",
    ),
    "apostrof": ("'12", "hier staat “'12” als tekst; het lijkt op een getal."),
    "datum": (
        datetime.datetime(2024, 4, 2),
        "Excel maakte hier een datum of tijd van (2-4-2024).",
    ),
    "tijd": (datetime.time(10, 30), "Excel maakte hier een datum of tijd van (10:30)."),
    "negatief": (-3, "hier staat -3. Een aantal kan niet onder nul liggen."),
    "gebroken": (2.5, "hier staat 2,5. Verwacht: een heel getal. Rond het zelf af."),
    "gebroken tekst": ("2,5", "Een aantal is een heel getal; rond het zelf af."),
    "duizendtallen": ("1.146", "Schrijf het zonder scheidingsteken: 1146."),
    "duizendtallen met spatie": ("1 146", "Schrijf het zonder scheidingsteken: 1146."),
    "Nederlandse breuk": ("1.234,5", "Een aantal is een heel getal; rond het zelf af."),
    "te groot": (10**9, "Een getal heeft hier hoogstens 9 cijfers."),
    "waar": (True, "hier staat WAAR. Verwacht: een heel getal."),
    "woord": ("veel", "hier staat “veel”. Verwacht: een heel getal. Is het niet gemeld?"),
    "nvt": ("nvt", "Schrijf n.v.t."),
    "x": ("x", "De site toont een x waar een getal is afgeschermd. Hier hoort het getal zelf."),
    "procent": ("86%", "Schrijf het zonder procentteken: 86."),
}


@pytest.mark.parametrize("typed", CELLEN.values(), ids=CELLEN)
def test_what_is_no_figure(bureau: Bureau, typed: tuple[object, str]) -> None:
    """It is never guessed at: the cell is named, and what to type instead."""
    value, told = typed
    said = bureau.geweigerd(vul(bureau.export(), BLAD, {("gemeenten", "Gestarte"): value}))
    assert told.lower() in said.lower()
    assert f"Blad {BLAD}, cel G4: " in said
    assert "1 fout." in said


def aan(change: Callable[[Workbook], None]) -> Callable[[Bureau], str]:
    """What is said of a workbook that was changed like this."""
    return lambda bureau: bureau.geweigerd(bewerk(bureau.export(), change))


def test_a_percentage_in_the_format_of_one(bureau: Bureau) -> None:
    """For Excel 86% is 0.86."""

    def change(book: Workbook) -> None:
        cell = cel(book[BLAD], "techniek", "Diplomarendement")
        cell.value, cell.number_format = 0.86, "0%"

    said = aan(change)(bureau)
    assert "Hier staat 86%: voor Excel is dat 0,86." in said.replace("hier", "Hier")


def test_a_percentage_above_a_hundred(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("techniek", "Diplomarendement"): 101})
    assert "een percentage is hoogstens 100; hier staat 101." in bureau.geweigerd(book)


def test_merged_cells(bureau: Bureau) -> None:
    said = aan(lambda book: book[BLAD].merge_cells("G4:G5"))(bureau)
    assert f"Blad {BLAD}, cel G4: de cellen G4:G5 zijn samengevoegd" in said


def test_a_hidden_row(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        book[BLAD].row_dimensions[5].hidden = True

    assert "regel 5 is verborgen, en er staan gegevens in." in aan(change)(bureau)


@pytest.mark.parametrize("letter", ["G", "H"])
def test_a_hidden_column(bureau: Bureau, letter: str) -> None:
    """Also one that was hidden together with its neighbour."""

    def change(book: Workbook) -> None:
        book[BLAD].column_dimensions.group("G", "H", hidden=True)

    assert f"kolom {letter} is verborgen, en er staan gegevens in." in aan(change)(bureau)


def test_a_hidden_sheet(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        book[BLAD].sheet_state = "hidden"

    assert f"Blad {BLAD}: dit blad is verborgen, en er staan cijfers op." in aan(change)(bureau)


def test_a_formula_that_was_never_computed(bureau: Bureau) -> None:
    """Programs that are no Excel leave the outcome out."""
    book = vul(bureau.export(), BLAD, {("gemeenten", "Gestarte"): "=39+1"})
    assert f"Blad {BLAD}, cel G4: hier staat een formule zonder uitkomst." in bureau.geweigerd(book)


def test_a_formula_with_a_fault(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("gemeenten", "Gestarte"): "#REF!"})
    assert "hier staat een fout van Excel (#REF!)." in bureau.geweigerd(book)


def test_an_unknown_project(bureau: Bureau) -> None:
    """The name is compared with those there are, where no hidden key says whose row it is."""
    name = {("gemeenten", "Project"): "Gemeentelijk project", ("gemeenten", "Sleutel"): None}
    book = vul(bureau.export(), BLAD, name)
    said = bureau.geweigerd(book)
    assert "“Gemeentelijk project” is onbekend als project. Bedoelde u “Gemeentelijke" in said


def test_an_unknown_sheet(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        book[BLAD].title = "Q2 2024"

    assert "Blad Q2 2024: het blad “Q2 2024” is geen kwartaal." in aan(change)(bureau)


@pytest.mark.parametrize("naam", [None, "2024-Q3"], ids=["gone", "renamed"])
def test_a_sheet_that_is_gone(bureau: Bureau, naam: str | None) -> None:
    """Renamed, its figures would be those of another quarter; another sheet can be asked for."""
    book = bureau.export()

    def change(book: Workbook) -> None:
        if naam:
            book[BLAD].title = naam
        else:
            book.remove(book[BLAD])

    said = bureau.geweigerd(bewerk(book, change))
    assert f"Blad {BLAD}: dit blad, waar het werkboek voor gemaakt is, ontbreekt." in said
    assert bureau.importeer(book, "--kwartaal", "2023-Q4")[0] == 0


def test_figures_below_no_head(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        sheet = book[BLAD]
        sheet.cell(KOP + 1, sheet.max_column + 2).value = 7

    assert "boven deze kolom staat geen kop, en er staan gegevens in." in aan(change)(bureau)


def test_no_heads_at_all(bureau: Bureau) -> None:
    said = aan(lambda book: book[BLAD].delete_rows(KOP))(bureau)
    assert f"Blad {BLAD}: hier ontbreekt de regel met koppen" in said
    assert "de regel van “" not in said


def test_an_unknown_part(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("zorg/leeftijd/jong", "Deel"): "Tot 72 jaar"})
    said = bureau.geweigerd(book)
    assert "“Tot 72 jaar” is onbekend als deel. Bedoelde u “Tot 27 jaar”?" in said


def test_an_unknown_breakdown(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("zorg/leeftijd/jong", "Verdeling"): "Woonplaats"})
    assert "“Woonplaats” is onbekend als verdeling." in bureau.geweigerd(book)


def test_a_word_that_is_not_in_the_list(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("techniek", "Status"): "klaar"})
    assert "“klaar” staat niet in de lijst. Mogelijk is hier: afgerond" in bureau.geweigerd(book)


def test_a_character_that_cannot_be_seen(bureau: Bureau) -> None:
    """It comes along with what is pasted from a page or a letter."""
    book = vul(bureau.export(), BLAD, {("techniek", "Toelichting"): "de uit\u00adstroom"})
    assert "hier staat een onzichtbaar stuurteken. Typ de tekst opnieuw." in bureau.geweigerd(book)


def test_what_a_calculation_leaves_behind_the_comma_is_no_fraction(bureau: Bureau) -> None:
    """Excel shows fifteen digits, and says 110 for 110.00000000000001."""
    book = vul(bureau.export(), BLAD, {("gemeenten", "Gestarte"): 1.1 * 100})
    code, said = bureau.importeer(book, "--dry-run")
    assert (code, "gestart: 40 → 110" in said) == (0, True)


def test_no_english_is_said_of_what_excel_adds(bureau: Bureau) -> None:
    """The library warns of all that it does not keep."""

    def change(book: Workbook) -> None:
        cell = cel(book[BLAD], "gemeenten", "Gestarte")
        cell.value, cell.number_format = 99999999, "dd-mm-yyyy"

    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        lezen.lees(bewerk(bureau.export(), change).read_bytes())


@pytest.mark.parametrize("fault", ["link", "groot"])
def test_a_file_that_was_not_read_is_not_written_over(bureau: Bureau, fault: str) -> None:
    """What is there and was not read would be lost."""
    book = vul(bureau.export(), BLAD, {("gemeenten", "Gestarte"): 41})
    path = bureau.site / "data/projecten/gemeenten/2024-Q2.yaml"
    if fault == "link":
        path.rename(bureau.folder / "elders.yaml")
        path.symlink_to(bureau.folder / "elders.yaml")
    else:
        path.write_text(path.read_text() + "# wat wij nog weten\n" * 100_000)
    said = bureau.geweigerd(book)
    assert "gemeenten/2024-Q2.yaml:1:1: fout" in said


def test_words_in_the_row_of_a_part(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("zorg/leeftijd/jong", "Toelichting"): "Nieuw"})
    assert "bij een deel hoort geen toelichting." in bureau.geweigerd(book)


def test_a_row_that_is_there_twice(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        sheet = book[BLAD]
        for cell in list(sheet[4]):
            sheet.cell(sheet.max_row + (cell.column == 1), cell.column).value = cell.value

    assert f"deze regel staat er twee keer; de eerste is blad {BLAD}, cel A4." in aan(change)(
        bureau
    )


def test_a_row_that_is_gone(bureau: Bureau) -> None:
    """The sheet of choices says for which projects it was made."""
    said = aan(lambda book: book[BLAD].delete_rows(4))(bureau)
    assert f"Blad {BLAD}: de regel van “Gemeentelijke projecten” ontbreekt." in said


def test_a_row_that_is_gone_from_a_workbook_of_many_sheets(bureau: Bureau) -> None:
    """Its list of projects stands far to the right."""

    def change(book: Workbook) -> None:
        book[vorm.KEUZES].insert_cols(1, 100)
        book[BLAD].delete_rows(4)

    assert f"Blad {BLAD}: de regel van “Gemeentelijke projecten” ontbreekt." in aan(change)(bureau)


def test_a_part_that_is_gone(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        book[BLAD].delete_rows(rij(book[BLAD], "zorg/leeftijd/oud"))

    said = aan(change)(bureau)
    assert "bij “Zorg A en Zorg B” ontbreekt de regel van het deel “27 jaar en ouder”." in said


def test_parts_without_their_whole(bureau: Bureau) -> None:
    def change(book: Workbook) -> None:
        book[BLAD].delete_rows(rij(book[BLAD], "zorg"))

    assert "de regel van “Zorg A en Zorg B” zelf ontbreekt" in aan(change)(bureau)


def test_a_row_that_was_half_sorted(bureau: Bureau) -> None:
    """The hidden key and the name speak of two projects."""

    def change(book: Workbook) -> None:
        sheet = book[BLAD]
        one, other = cel(sheet, "zorg-a", "Project"), cel(sheet, "zorg-b", "Project")
        one.value, other.value = other.value, one.value

    said = aan(change)(bureau)
    assert "de regel heet “Zorg B”, maar de verborgen sleutel zegt “zorg-a”." in said
    assert "de regel heet “Zorg A”, maar de verborgen sleutel zegt “zorg-b”." in said


def test_a_row_of_nobody(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("gemeenten", "Project"): None})
    assert "in deze regel ontbreekt de naam onder “Project”." in bureau.geweigerd(book)


def test_all_that_is_wrong_is_told_at_once(bureau: Bureau) -> None:
    """Of several sheets, in the order of the workbook; and what the check finds elsewhere."""
    book = bureau.export()
    vul(book, "2023-Q4", {("zorg-a", "Gestarte"): "veel"})
    vul(book, BLAD, {("gemeenten", "Gestarte"): -1, ("techniek", "Bemiddeld"): 46})
    said = bureau.geweigerd(book)
    places = [said.index(f"Blad {b}, cel") for b in ("2023-Q4", BLAD)]
    assert places == sorted(places)
    assert "bemiddeld (46) is hoger dan gestart (45)." in said
    assert "Gepubliceerd is iets meer dan 110 voor bemiddeld" in said
    assert "4 fouten." in said


def test_a_row_that_is_gone_is_told_beside_a_cell_that_is_wrong(bureau: Bureau) -> None:
    book = vul(bureau.export(), BLAD, {("techniek", "Gestarte"): "12 "})
    said = bureau.geweigerd(bewerk(book, lambda book: book[BLAD].delete_rows(4)))
    assert "de regel van “Gemeentelijke projecten” ontbreekt." in said
    assert "het lijkt op een getal." in said


def test_a_file_in_a_style_of_its_own(bureau: Bureau) -> None:
    """What cannot be changed without touching more than was asked is left to the editor."""
    path = bureau.site / "data/projecten/techniek/2023-Q4.yaml"
    figures = "? cijfers\n: {gestart: 0, bemiddeld: , diplomarendement: }\n"
    path.write_text(f"{figures}bron: {{document: monitor-2023}}\n")
    said = bureau.geweigerd(vul(bureau.export(), "2023-Q4", {("techniek", "Voorlopig"): "ja"}))
    assert "dit kan niet vanzelf in data/projecten/techniek/2023-Q4.yaml worden gezet" in said
    assert "Pas data/projecten/techniek/2023-Q4.yaml met de hand aan" in said


CONTROLES = {
    "parts do not add up": (("zorg/leeftijd/jong", "Gestarte"), 101, "samen 101 + 120 + 10 = 231"),
    "a part above the whole": (("techniek", "Bemiddeld"), 46, "(46) is hoger dan gestart (45)."),
    "a whole is not its parts": (("zorg-a", "Gestarte"), 149, "de onderdelen geven 149 (zorg-a)"),
    "a count that falls": (("zorg-b", "Gestarte"), 59, "gestart daalt van 60 (2023-Q4) naar 59."),
    "a figure in a text": (("techniek", "Toelichting"), "{{ veel = weg }}", "Is het een feit?"),
}


@pytest.mark.parametrize("case", CONTROLES.values(), ids=CONTROLES)
def test_what_check_would_say_is_said_before(
    bureau: Bureau, case: tuple[tuple[str, str], object, str]
) -> None:
    """At the cell that it comes from."""
    where, value, told = case
    said = bureau.geweigerd(vul(bureau.export(), BLAD, {where: value}))
    assert told in said
    assert f"Blad {BLAD}, cel " in said


def test_a_figure_that_really_fell_is_explained_in_its_file(bureau: Bureau) -> None:
    """No cell holds an explanation: who does what is said instead gets the rest of the workbook."""
    book = vul(bureau.export(), BLAD, {("zorg-b", "Gestarte"): 59, ("techniek", "Gestarte"): 46})
    said = bureau.geweigerd(book)
    path = "data/projecten/zorg-b/2024-Q2.yaml"
    assert (
        f"Klopt het toch? Schrijf dan in {path} bij het cijfer zelf "
        "{waarde: 59, toelichting: …}, en laat deze cel leeg."
    ) in said
    text = bureau.stand("zorg-b", BLAD)
    explained = text.replace("gestart: 80", "gestart: {waarde: 59, toelichting: Eerst dubbel.}")
    assert explained != text
    put(bureau.site / path, explained)
    code, said = bureau.importeer(vul(book, BLAD, {("zorg-b", "Gestarte"): None}))
    assert code == 0, said
    assert bureau.stand("zorg-b", BLAD) == explained
    assert "gestart: 46" in bureau.stand("techniek", BLAD)


def test_a_part_that_fell_is_explained_in_its_file(bureau: Bureau) -> None:
    path = "data/projecten/techniek/2024-Q2.yaml"
    for kwartaal, parts in (("2023-Q4", "jong: 30, oud: 0"), (BLAD, "jong: 30, oud: 15")):
        file = bureau.site / f"data/projecten/techniek/{kwartaal}.yaml"
        text = file.read_text().replace("gestart: 0", "gestart: 30")
        split = f"verdelingen: [{{naar: [leeftijd], cijfers: {{gestart: {{{parts}}}}}}}]\n"
        put(file, f"{text}{split}")
    fell = {("techniek/leeftijd/jong", "Gestarte"): 29, ("techniek/leeftijd/oud", "Gestarte"): 16}
    book = vul(bureau.export(), BLAD, fell)
    said = bureau.geweigerd(book)
    assert f"Zet de verdeling met een toelichting in {path}, en laat deze cel leeg." in said
    text = bureau.stand("techniek", BLAD)
    explained = text.replace(
        "{jong: 30, oud: 15}}", "{jong: 29, oud: 16}}, toelichting: Eerst dubbel."
    )
    assert explained != text
    put(bureau.site / path, explained)
    code, said = bureau.importeer(vul(book, BLAD, dict.fromkeys(fell)))
    assert code == 0, said
    assert bureau.stand("techniek", BLAD) == explained


def test_a_figure_of_a_sealed_edition(tmp_path: Path) -> None:
    """What was published cannot change in silence: first an erratum."""
    bureau = Bureau(tmp_path, REAL)
    book = vul(bureau.export("--kwartaal", BLAD), BLAD, {("motopp", "Gestarte"): 4})
    said = bureau.geweigerd(book)
    assert "de editie 2024-Q2 is verzegeld; motopp.gestart kan niet van 3 naar 4." in said
    assert "Schrijf eerst een erratum in data/edities/2024-Q2.yaml" in said


def test_an_erratum_opens_what_is_sealed(tmp_path: Path) -> None:
    """For the figure that it names, and no other."""
    bureau = Bureau(tmp_path, REAL)
    edition = bureau.site / "data/edities/2024-Q2.yaml"
    edition.write_text(
        f"{edition.read_text()}errata:\n"
        "  - {datum: 2024-12-01, cijfers: [motopp.gestart], reden: Er was een verteld., "
        "gevolg: Het oordeel blijft gelijk.}\n"
    )
    book = vul(bureau.export("--kwartaal", BLAD), BLAD, {("motopp", "Gestarte"): 4})
    code, said = bureau.importeer(book)
    assert code == 0, said
    assert "gestart: 4\n" in bureau.stand("motopp", BLAD)


def test_a_figure_that_a_later_sealed_edition_tells(tmp_path: Path) -> None:
    """It has no edition of its own, but what was published with it stands."""
    bureau = Bureau(tmp_path, REAL)
    book = bureau.export("--kwartaal", "2023-Q3")
    said = bureau.geweigerd(vul(book, "2023-Q3", {("baan-talent-events", "Evenementen"): 5}))
    assert "Blad 2023-Q3, cel " in said
    assert "maar de verzegelde editie 2024-Q2 zei 4." in said


def test_a_new_position_without_a_source(bureau: Bureau) -> None:
    book = bureau.export("--leeg", "--kwartaal", "2024-Q4")
    said = bureau.geweigerd(vul(book, "2024-Q4", {("zorg-a", "Gestarte"): 160}))
    assert "bij de nieuwe stand van “Zorg A” ontbreekt de bron." in said


def zip_(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
TYPES = (
    b'<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
)
BESTANDEN = {
    "leeg": (b"", "Dit is geen Excel-werkboek, of het is beschadigd."),
    "tekst": (b"Project;Gestarte", "Dit is geen Excel-werkboek, of het is beschadigd."),
    "xls": (OLE + bytes(600), "Dit is een Excel-bestand van de oude soort (.xls)."),
    "wachtwoord": (
        OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "Dit werkboek is beveiligd met een wachtwoord.",
    ),
    "ods": (
        zip_(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
        "Dit is een werkboek van LibreOffice (.ods).",
    ),
    "xlsm": (
        zip_(**{"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<workbook/>"}),
        "Dit werkboek bevat macro's (.xlsm).",
    ),
    "xlsb": (zip_(**{"xl/workbook.bin": b""}), "Dit is een binair Excel-bestand (.xlsb)."),
    "zip": (zip_(**{"brief.txt": b"Dag"}), "Dit is geen Excel-werkboek."),
    "bom": (zip_(**{"xl/a.xml": bytes(40_000_000)}), "Dit bestand is uitgepakt groter dan 30 MB"),
    "groot": (bytes(6_000_000), "Dit bestand is groter dan 5 MB."),
    "entiteiten": (
        zip_(**{"[Content_Types].xml": b'<!DOCTYPE x [<!ENTITY a "b">]>', "xl/workbook.xml": b""}),
        "Dit werkboek is niet van Excel; het is niet geopend.",
    ),
}


@pytest.mark.parametrize("case", BESTANDEN.values(), ids=BESTANDEN)
def test_a_file_that_is_no_workbook(bureau: Bureau, case: tuple[bytes, str]) -> None:
    """It is known by its bytes, whatever it is called, and not opened."""
    data, told = case
    path = bureau.folder / "cijfers.xlsx"
    path.write_bytes(data)
    assert told in bureau.geweigerd(path)


@pytest.mark.parametrize("cut", [100, 2000, 5000])
def test_a_damaged_workbook(bureau: Bureau, cut: int) -> None:
    """Cut off in the mail, or with bytes that fell out."""
    path = bureau.export()
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    assert "beschadigd" in bureau.geweigerd(path)
    path.write_bytes(whole[:cut] + bytes(50) + whole[cut + 50 :])
    assert "beschadigd" in bureau.geweigerd(path)


def test_a_file_that_is_not_there(bureau: Bureau) -> None:
    code, said = bureau.importeer(bureau.folder / "weg.xlsx")
    assert code == 2
    assert "kan niet worden gelezen: het bestaat niet." in " ".join(said.split())


def test_a_sheet_without_end(bureau: Bureau) -> None:
    """Something far below, where nobody looks."""

    def change(book: Workbook) -> None:
        book[BLAD].cell(100_000, 1).value = "x"

    assert "dit blad heeft meer dan 5000 regels of 300 kolommen." in aan(change)(bureau)


def test_formats_far_below_are_no_data(bureau: Bureau) -> None:
    """Excel keeps a colour in a million empty rows."""

    def change(book: Workbook) -> None:
        book[BLAD].cell(100_000, kolom(book[BLAD], "Project")).fill = PatternFill("solid", "FF0000")

    code, said = bureau.importeer(bewerk(bureau.export(), change))
    assert (code, said) == (0, "Niets gewijzigd: het werkboek zegt wat er al staat.\n")
