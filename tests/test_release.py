"""What we stand on: locked with hashes, under licences that we may use, told with each release."""

import re
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import release
from on_disk import REAL
from release import ALLOWED, BESIDE, LICENCES, LOCKS, SHIPPED, allowed, licence, locked

PINNED = re.compile(
    r"^([\w.-]+)==([^\s\\]+)(?: ; [^\\\n]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.M,
)


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_package_is_pinned_with_its_hashes(lock: str) -> None:
    """No line of a lock is anything else."""
    left = PINNED.sub("", (REAL / lock).read_text())
    assert [line for line in left.splitlines() if line and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("lock", LOCKS.values())
def test_make_installs_only_by_hash(lock: str) -> None:
    """Every installation in the Makefile asks for hashes."""
    lines = [line for line in (REAL / "Makefile").read_text().splitlines() if "pip install" in line]
    assert all("--require-hashes" in line for line in lines)
    assert any(line.endswith(f"-r {lock}") for line in lines)


def test_locks_agree() -> None:
    """What is in a lock is in the next with the same version."""
    pins = [
        dict(p[:2] for p in PINNED.findall((REAL / lock).read_text())) for lock in LOCKS.values()
    ]
    site, pdf, tests = (set(p.items()) for p in pins)
    assert site
    assert site < pdf < tests


@pytest.mark.parametrize("name", locked(LOCKS["tests"]))
def test_licence_is_one_that_we_may_use(name: str) -> None:
    """What is passed on is free to be; only beside the tests may a licence ask more."""
    names = ALLOWED if name in locked(SHIPPED) else ALLOWED | BESIDE
    assert allowed(licence(name), names), licence(name)


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("Other/Proprietary License", False),
        ("", False),
    ],
)
def test_a_licence_is_judged_by_its_choices(expression: str, *, may: bool) -> None:
    assert allowed(expression, ALLOWED) is may


def test_list_of_licences_is_up_to_date(*, bless: bool) -> None:
    if bless:
        LICENCES.write_text(release.licences(), encoding="utf-8")
    assert LICENCES.read_text(encoding="utf-8") == release.licences()


def test_sbom_is_valid_and_the_same_each_time() -> None:
    """It holds the names, versions and hashes of the lock, with licences, and nothing of today."""
    bom = release.sbom()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bom) is None
    assert release.sbom() == bom
    assert "timestamp" not in bom
    assert "serialNumber" not in bom
    for name, version, hashes in PINNED.findall((REAL / SHIPPED).read_text()):
        assert f'"purl": "pkg:pypi/{name}@{version}"' in bom
        assert all(found in bom for found in re.findall(r"[0-9a-f]{64}", hashes))


def test_sbom_that_is_not_valid_would_be_seen() -> None:
    bom = release.sbom().replace('"type": "library"', '"type": "boek"')
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bom) is not None


def test_release_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The source, the SBOM and the licences, with their sums."""
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2"\n')
    monkeypatch.setattr(release, "source", lambda name: name.encode())
    monkeypatch.setattr(release, "sbom", lambda: "{}")
    monkeypatch.setattr(release, "licences", lambda: "# Licences")
    monkeypatch.setattr(release, "ROOT", tmp_path)
    release.main()
    dist = tmp_path / "dist"
    sums = dict(reversed(line.split()) for line in (dist / "SHA256SUMS").read_text().splitlines())
    assert sorted(path.name for path in dist.iterdir()) == sorted([*sums, "SHA256SUMS"])
    assert (dist / "waw-site-1.2.tar.gz").read_bytes() == b"waw-site-1.2"
