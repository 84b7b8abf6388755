"""Workbooks as partners send them back: exported, filled, and taken in by the real command."""

from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from on_disk import KLEIN, copy, tree
from waw_site.commands import run

KOP = 3  # the row with the heads
Invullen = Mapping[tuple[str, str], object]  # (key of the row, head of the column) → value


class Bureau:
    """A copy of a small site, and what is said when workbooks come and go."""

    def __init__(self, folder: Path, site: Path = KLEIN) -> None:
        self.folder = folder
        self.site = copy(site, folder / "site")
        (folder / "post").mkdir()

    def doe(self, *words: str) -> tuple[int, str]:
        """What a command exits with, and all that it says."""
        said = StringIO()
        where = [f"--{name}={self.site / name}" for name in ("data", "content")]
        with redirect_stderr(said), redirect_stdout(said):
            code = run([*words, *where, "--no-cache"])
        return code, said.getvalue()

    def export(self, *words: str, naam: str = "cijfers.xlsx") -> Path:
        """A workbook as it is sent."""
        path = self.folder / "post" / naam
        path.unlink(missing_ok=True)
        code, said = self.doe("export", *words, "--out", str(path))
        assert code == 0, said
        return path

    def importeer(self, path: Path, *words: str) -> tuple[int, str]:
        """What is said of a workbook that came back."""
        return self.doe("import", str(path), *words)

    def bytes(self) -> dict[str, bytes]:
        """Everything in the folder with data."""
        return tree(self.site / "data")

    def stand(self, slug: str, kwartaal: str) -> str:
        """The file of a position."""
        return (self.site / f"data/projecten/{slug}/{kwartaal}.yaml").read_text(encoding="utf-8")

    def geweigerd(self, path: Path, *words: str) -> str:
        """What is said of a workbook that is refused, after which all is as it was."""
        before = self.bytes()
        code, said = self.importeer(path, *words)
        assert code == 1, said
        assert self.bytes() == before
        assert "Er is niets gewijzigd." in said
        return " ".join(said.split())


def vul(path: Path, blad: str, cellen: Invullen) -> Path:
    """Type these values into a sheet, as a partner does; gives the workbook."""

    def typ(book: Workbook) -> None:
        for (regel, kop), value in cellen.items():
            cel(book[blad], regel, kop).value = value  # type: ignore[assignment]  # Excel has all of these

    return bewerk(path, typ)


def bewerk(path: Path, change: Callable[[Workbook], None]) -> Path:
    """Change a workbook in another way."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def kolom(sheet: Worksheet, kop: str) -> int:
    """The column below the head that begins so."""
    heads = {cell.column: str(cell.value or "") for cell in sheet[KOP]}
    return next(n for n, head in heads.items() if head.startswith(kop))


def rij(sheet: Worksheet, sleutel: str) -> int:
    """The row with this hidden key."""
    return next(n for n in range(KOP + 1, sheet.max_row + 1) if sheet.cell(n, 1).value == sleutel)


def cel(sheet: Worksheet, sleutel: str, kop: str) -> Cell:
    """The cell of a row in the column with this head."""
    return sheet.cell(rij(sheet, sleutel), kolom(sheet, kop))  # type: ignore[return-value]  # none is merged
