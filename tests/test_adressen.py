"""
An address that was published once stays: docs/adressen.txt has them all.

`pytest tests/test_adressen.py --bless` adds those that are new, and takes none away.
"""

from pathlib import Path

from on_disk import REAL, make
from waw_site.write import MARK

ADRESSEN = REAL / "docs" / "adressen.txt"


def test_every_address_ever_published_is_still_there(tmp_path: Path, bless: bool) -> None:
    """And every address of today is in the list, but for those of a concept."""
    site = make(REAL, tmp_path / "uit")
    made = {p for p, data in site.items() if p != MARK and b'content="noindex"' not in data}
    if bless:
        known = set(ADRESSEN.read_text().split()) if ADRESSEN.exists() else set()
        ADRESSEN.write_text("".join(f"{path}\n" for path in sorted(known | made)))
    known = set(ADRESSEN.read_text().split())
    assert sorted(known - made) == []
    assert sorted(made - known) == []
