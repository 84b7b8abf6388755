"""Whatever a partner fills in comes out in the YAML, and nothing else changes."""

import io
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from ruamel.yaml import YAML

from invulwerk import Bureau, bewerk, cel, rij, vul
from on_disk import KLEIN, REAL, put
from waw_site.tree import parse
from waw_site.werkboek import neerzetten, redactie
from waw_site.werkboek.redactie import Stijl

ORDE = ("cijfers", "verdelingen", "eindstand", "voorlopig", "toelichting", "feiten", "bron")
FIGUREN = st.one_of(st.none(), st.integers(0, 10**9 - 1), st.just("n.v.t."))
STIJLEN = (
    "# Anna\ncijfers:\n  # geteld\n  a: 1   # was 2\n  b:\n\n  c: {waarde: 3, noot: x}\n# einde\n",
    "cijfers: {a: 1, b: , c: {waarde: 3, kwalificatie: ruim}} # kort\nbron:   {document: 'x'}\n",
    'bron: {document: "x"}\r\ncijfers:\r\n    a:   1\r\n    b: null # leeg\r\n    c: ~\r\n',
    "cijfers: {\n  a: 1, # een, twee\n  b: 2,\n  c: 3,\n}\nbron: {document: x}\n",
    "cijfers:\n  a: 1\n  b: 2\n  c: 3\ntoelichting: >-\n  Een lange\n  zin.\n\n\n# slot",
)


@given(st.sampled_from(STIJLEN), st.dictionaries(st.sampled_from("abcd"), FIGUREN, min_size=1))
def test_only_the_characters_of_a_figure_change(text: str, figures: dict[str, Any]) -> None:
    """In any style; comments are those that a library of another make reads."""
    known = parse("", text.encode()).value
    assert isinstance(known, dict)
    new = text
    for name, figure in figures.items():
        inside = ("waarde",) if isinstance(known["cijfers"].get(name), dict) else ()
        new = redactie.zet(new, ("cijfers", name, *inside), figure, ORDE)
    read = parse("", new.encode()).value
    assert isinstance(read, dict)
    for name in known["cijfers"].keys() | figures.keys():
        was = known["cijfers"].get(name)
        whole = {**was, "waarde": figures.get(name, 0)} if isinstance(was, dict) else None
        expected = (whole or figures.get(name)) if name in figures else was
        assert read["cijfers"][name] == expected
    assert re.findall(r"#.*", new) == re.findall(r"#.*", text)
    assert YAML().load(new) is not None
    untouched = [line for line in text.splitlines() if not re.search(r"[abc]:", line)]
    assert [line for line in untouched if line not in new.splitlines()] == []
    assert ("\r\n" in new) == ("\r\n" in text)


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")), min_size=1))
def test_any_text_can_be_put_in_any_place(text: str) -> None:
    """It is quoted where it must be, and then it is that text again."""
    text = " ".join(text.split())
    assume(text)
    try:
        made = redactie.zet("cijfers: {a: 1}\nbron: {document: x}\n", ("bron", "kop"), text)
    except redactie.RedactieError:
        assert parse("", f'a: "{text}"'.encode()).problems or not text.isprintable()
        return
    assert parse("", made.encode()).value == {
        "cijfers": {"a": 1},
        "bron": {"document": "x", "kop": text},
    }
    whole = redactie.schrijf({"cijfers": {"a": 1}, "toelichting": text}, Stijl(), ORDE)
    assert parse("", whole.encode()).value == {"cijfers": {"a": 1}, "toelichting": text}


@settings(
    max_examples=8,
    deadline=None,
    phases=[
        Phase.explicit,
        Phase.generate,
    ],  # each takes seconds: to look for a smaller one is long
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    gestart=st.integers(150, 400),
    bemiddeld=st.one_of(st.integers(50, 120), st.none()),
    jong=st.integers(100, 400),
    rendement=st.one_of(st.integers(0, 100), st.just("n.v.t."), st.none()),
)
def test_any_figures_of_a_partner_come_out_in_the_yaml(
    tmp_path_factory: pytest.TempPathFactory,
    gestart: int,
    bemiddeld: int | None,
    jong: int,
    rendement: int | str | None,
) -> None:
    """Filled with openpyxl in the workbook that was sent; a breakdown adds up to its figure."""
    bureau = Bureau(tmp_path_factory.mktemp("rond"))
    path = bureau.export("--leeg", "--kwartaal", "2024-Q4")
    zorg = max(gestart + 80, jong + 130)
    delen = {"jong": jong, "oud": zorg - jong - 10, "onbekend": 10}
    vul(
        path,
        "2024-Q4",
        {
            ("zorg", "Gestarte"): zorg,
            **{(f"zorg/leeftijd/{deel}", "Gestarte"): n for deel, n in delen.items()},
            ("zorg-b", "Gestarte"): zorg - gestart,
            ("zorg-a", "Gestarte"): gestart,
            ("zorg-a", "Bemiddeld"): bemiddeld,
            ("techniek", "Gestarte"): 46,
            ("techniek", "Diplomarendement"): rendement,
        },
    )
    code, said = bureau.importeer(path, "--bron", "monitor-2024")
    assert code == 0, said
    assert parse("", bureau.stand("zorg", "2024-Q4").encode()).value == {
        "cijfers": {"gestart": zorg, "bemiddeld": None},
        "verdelingen": [{"naar": ["leeftijd"], "cijfers": {"gestart": delen}}],
        "bron": {"document": "monitor-2024"},
    }
    values = parse("", bureau.stand("zorg-a", "2024-Q4").encode()).value
    assert isinstance(values, dict)
    assert values["cijfers"] == {"gestart": gestart, "bemiddeld": bemiddeld}
    values = parse("", bureau.stand("techniek", "2024-Q4").encode()).value
    assert isinstance(values, dict)
    assert values["cijfers"]["diplomarendement"] == rendement


def test_a_sorted_sheet_is_the_same_sheet(tmp_path: Path) -> None:
    """Rows are known by their key and name, wherever they went."""
    bureau = Bureau(tmp_path)

    def sort(book: Workbook) -> None:
        sheet = book["2024-Q2"]
        rows = [[c.value for c in row] for row in sheet.iter_rows(4, 13)]
        for n, row in enumerate(reversed(rows), start=4):
            for m, value in enumerate(row, start=1):
                sheet.cell(n, m).value = value

    code, said = bureau.importeer(bewerk(bureau.export(), sort))
    assert (code, said) == (0, "Niets gewijzigd: het werkboek zegt wat er al staat.\n")


def test_a_sheet_without_its_hidden_keys_is_read_by_its_names(tmp_path: Path) -> None:
    """Who copies what can be seen to a new workbook leaves them behind."""
    bureau = Bureau(tmp_path)

    def without(book: Workbook) -> None:
        book["2024-Q2"].delete_cols(1)
        book["2024-Q2"].column_dimensions["A"].hidden = False

    code, said = bureau.importeer(bewerk(bureau.export(), without))
    assert (code, said) == (0, "Niets gewijzigd: het werkboek zegt wat er al staat.\n")


def test_a_breakdown_that_was_not_there_is_added(tmp_path: Path) -> None:
    """In the empty rows below, with the words of the lists."""
    bureau = Bureau(tmp_path)

    def add(book: Workbook) -> None:
        sheet = book["2024-Q2"]
        first = rij(sheet, "zorg-b") + 1
        column = cel(sheet, "techniek", "Gestarte").column
        for n, (deel, number) in enumerate((("Tot 27 jaar", 30), ("27 jaar en ouder", 15))):
            for at, value in ((2, "Techniek Start"), (3, "Leeftijd"), (4, deel), (column, number)):
                sheet.cell(first + n, at).value = value

    code, said = bureau.importeer(bewerk(bureau.export(), add))
    assert code == 0, said
    assert "  gestart, Leeftijd, Tot 27 jaar: niet gemeld → 30\n" in said
    assert (
        "verdelingen:\n  - naar: [leeftijd]\n    cijfers:\n      gestart: {jong: 30, oud: 15}\n"
    ) in bureau.stand("techniek", "2024-Q2")


def test_a_turn_in_the_life_of_a_project_is_added_to_its_status(tmp_path: Path) -> None:
    """From the quarter of the sheet; what stood stays as it was written."""
    bureau = Bureau(tmp_path)
    path = bureau.site / "data/projecten/zorg-a/project.yaml"
    was = put(path, path.read_text() + "# Tot zover.\n").read_text()
    book = vul(
        bureau.export("--leeg", "--kwartaal", "2024-Q4"),
        "2024-Q4",
        {("zorg-a", "Status"): "verlengd", ("zorg-a", "Sector"): "Techniek"},
    )
    code, said = bureau.importeer(book)
    assert code == 0, said
    turn = "  - {fase: lopend}\n  - {fase: verlengd, vanaf: 2024-Q4}\n"
    expected = was.replace("  - {fase: lopend}\n", turn).replace("sector: zorg", "sector: techniek")
    assert path.read_text() == expected


def test_a_text_is_never_a_formula(tmp_path: Path) -> None:
    """What begins with = + - @ goes out as text, and comes back as it was."""
    bureau = Bureau(tmp_path)
    project = bureau.site / "data/projecten/zorg-a/project.yaml"
    put(project, project.read_text().replace("Zorg A", "=HYPERLINK(weg)"))
    stand = bureau.site / "data/projecten/zorg-a/2024-Q2.yaml"
    for text in ("=SOM(A)", "+ en", "- min", "@allen", "#REF!", "'citaat"):
        put(
            stand,
            f'cijfers: {{gestart: 150, bemiddeld: 50}}\ntoelichting: "{text}"\n'
            "bron: {document: monitor-2024}\n",
        )
        path = bureau.export()
        sheet = load_workbook(path)["2024-Q2"]
        cell = cel(sheet, "zorg-a", "Toelichting")
        assert (cell.value, cell.quotePrefix) == (text, text[0] != "#")
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n", "inlineStr"}
        code, said = bureau.importeer(path)
        assert (code, said) == (0, "Niets gewijzigd: het werkboek zegt wat er al staat.\n")


def libreoffice(rows: list[list[str]]) -> bytes:
    """A workbook with one sheet, written by another program: strings inline and no styles."""
    cells = "".join(f'<row r="{n}">{"".join(rows_)}</row>' for n, rows_ in enumerate(rows, start=1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" '
        f'ContentType="{kind}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{rels}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{rels}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rels}"><sheets>'
        '<sheet name="2024-Q2" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}"><si><t>Gemeentelijke projecten</t></si>'
        "<si><r><t>Bemiddeld naar </t></r><r><t>werk (inwoners)</t></r></si></sst>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def inline(at: str, text: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_workbook_of_another_program(tmp_path: Path) -> None:
    """Inline and shared strings, rich text, a formula with its outcome, and no styles at all."""
    bureau = Bureau(tmp_path)
    path = bureau.folder / "ander.xlsx"
    kop = [
        inline("A1", "Project"),
        inline("B1", "Gestarte trajecten (trajecten)"),
        '<c r="C1" t="s"><v>1</v></c>',
    ]
    row = ['<c r="A2" t="s"><v>0</v></c>', '<c r="B2"><f>40+1</f><v>41</v></c>']
    path.write_bytes(libreoffice([kop, [*row, '<c r="C2"><v>13</v></c>']]))
    code, said = bureau.importeer(path)
    assert code == 0, said
    assert bureau.stand("gemeenten", "2024-Q2").startswith("cijfers: {gestart: 41, bemiddeld: 13}")


def test_git_undoes_it(tmp_path: Path) -> None:
    """With the command that was told; also what was new is gone."""
    bureau = Bureau(tmp_path)

    def git(*words: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@voorbeeld.example"]
        subprocess.run(
            ["git", "-C", str(bureau.site), *who, *words], check=True, capture_output=True
        )

    git("init")
    git("add", "-A")
    git("commit", "-m", "begin")
    before = bureau.bytes()
    book = bureau.export("--leeg", "--kwartaal", "2024-Q4")
    vul(book, "2024-Q4", {("zorg-a", "Gestarte"): 160, ("zorg-a", "Status"): "verlengd"})
    code, said = bureau.importeer(book, "--bron", "monitor-2024")
    assert code == 0, said
    assert bureau.bytes() != before
    command = re.search(r"Ongedaan maken: (.*)", said)
    assert command
    here = os.getcwd()
    words = command[1].replace("git ", f"git -C {bureau.site} ")
    root = os.path.relpath(bureau.site, here)
    subprocess.run(words.replace(f"{root}/", ""), shell=True, check=True)  # noqa: S602  as an editor types it
    assert bureau.bytes() == before


STOPPEN = """
import os, signal, sys
from pathlib import Path
from waw_site.werkboek import neerzetten
at, seen = int(sys.argv[2]), 0
def stop(event, _):
    global seen
    if event.startswith(("os.", "shutil.", "open")):
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(stop)
data = Path(sys.argv[1])
files = {f"data/projecten/{p}/2024-Q4.yaml": b"cijfers: {gestart: 1}" for p in ("zorg", "zorg-a")}
neerzetten.zet(data, files)
"""


def test_a_crash_at_any_moment_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Killed at every step that touches the disk; a later import clears what was left."""
    outcomes = set()
    for at in (*range(1, 100, 7), *range(100, 200, 3)):
        data = Bureau(tmp_path / str(at)).site / "data"
        done = subprocess.run(
            [sys.executable, "-c", STOPPEN, str(data), str(at)],
            env={**os.environ, "PYTHONPATH": str(REAL / "src")},
            check=False,
        )
        new = [(data / f"projecten/{p}/2024-Q4.yaml").exists() for p in ("zorg", "zorg-a")]
        assert len(set(new)) == 1
        assert (data / "projecten/zorg/project.yaml").exists()
        outcomes.add((done.returncode == -signal.SIGKILL, new[0]))
        for left in data.glob(".projecten-*"):
            os.utime(left, (0, 0))
        neerzetten.zet(data, {})
        assert [path for path in data.iterdir() if path.name.startswith(".")] == []
    assert {(True, False), (False, True)} <= outcomes


def test_a_file_that_is_saved_meanwhile_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the import stops, and what was saved stands."""
    data = Bureau(tmp_path).site / "data"
    theirs = data / "projecten/zorg/2024-Q2.yaml"
    real = neerzetten.swap

    def late(one: Path, other: Path) -> None:
        if theirs.read_text() != "bewaard":
            put(theirs, "bewaard")
        real(one, other)

    monkeypatch.setattr(neerzetten, "swap", late)
    with pytest.raises(neerzetten.TussendoorError):
        neerzetten.zet(data, {"data/projecten/zorg-a/2024-Q4.yaml": b"x"})
    assert theirs.read_text() == "bewaard"
    assert not (data / "projecten/zorg-a/2024-Q4.yaml").exists()


def test_an_import_leaves_another_that_is_at_work(tmp_path: Path) -> None:
    """Only what has lain there for more than an hour is cleared away."""
    data = Bureau(tmp_path).site / "data"
    recent, old = data / ".projecten-recent", data / ".projecten-old"
    for folder, age in ((recent, 3000), (old, 4000)):
        folder.mkdir()
        os.utime(folder, (time.time() - age,) * 2)
    neerzetten.zet(data, {})
    assert (recent.exists(), old.exists()) == (True, False)


def test_the_only_copy_is_never_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped between the two steps of the change, it still is there, also after a new try."""
    data = Bureau(tmp_path).site / "data"

    def stopped(one: Path, other: Path) -> None:
        other.rename(f"{one}-oud")
        raise KeyboardInterrupt

    monkeypatch.setattr(neerzetten, "swap", stopped)
    with pytest.raises(KeyboardInterrupt):
        neerzetten.zet(data, {})
    for left in data.glob(".projecten-*"):
        os.utime(left, (0, 0))
    with pytest.raises(FileNotFoundError):
        neerzetten.zet(data, {})
    assert list(data.glob(".projecten-*/projecten-oud/zorg/project.yaml"))


def test_the_small_site_is_not_touched_by_any_of_this() -> None:
    """A copy shares no file with what it was made of."""
    assert not list(KLEIN.rglob("2024-Q4.yaml"))
