"""
An address that was published once stays: docs/adressen.txt has them all.

`pytest tests/test_adressen.py --bless` adds those that are new, and takes none away.
"""

from pathlib import Path

from on_disk import REAL, make

ADRESSEN = REAL / "docs" / "adressen.txt"


def test_every_address_ever_published_is_still_there(tmp_path: Path, bless: bool) -> None:
    """And every address of today is in the list, so that it will be missed."""
    made = {path for path in make(REAL, tmp_path / "uit") if not path.startswith(".")}
    if bless:
        known = set(ADRESSEN.read_text().split()) if ADRESSEN.exists() else set()
        ADRESSEN.write_text("".join(f"{path}\n" for path in sorted(known | made)))
    known = set(ADRESSEN.read_text().split())
    assert sorted(known - made) == []
    assert sorted(made - known) == []
