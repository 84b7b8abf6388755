"""The small site with its whole expected output, and what holds of the bytes of any site."""

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from on_disk import HERE, KLEIN, REAL, copy, make, put, tree
from waw_site.cache import Cache
from waw_site.site import open_cache

EXPECTED = KLEIN / "_expected"


def test_small_site_is_as_expected(tmp_path: Path, bless: bool) -> None:
    """Every file of the small site, missing and unexpected ones included."""
    made = make(KLEIN, tmp_path / "site")
    if bless:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        shutil.copytree(tmp_path / "site", EXPECTED)
    expected = tree(EXPECTED)
    assert sorted(made) == sorted(expected)
    for path, content in expected.items():
        assert shown(path, made[path]) == shown(path, content), path


def shown(path: str, content: bytes) -> object:
    """A file as it is compared: of what systems pack differently, what is packed."""
    if path.endswith(".xlsx"):
        with ZipFile(BytesIO(content)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    if not path.endswith(".png"):
        return content.decode("latin-1")
    picture = Image.open(BytesIO(content))
    return picture.size, picture.convert("RGB").tobytes()


def shown_all(files: dict[str, bytes]) -> dict[str, object]:
    return {path: shown(path, content) for path, content in files.items()}


def run(out: Path, folder: Path, *arguments: str, **environment: str) -> None:
    """Build the small site of *folder* at *out* in a process of its own."""
    command = [sys.executable, str(REAL / "build.py"), "--out", str(out)]
    command += ["--data", str(folder / "data"), "--content", str(folder / "content"), *arguments]
    subprocess.run(
        command, check=True, cwd=folder, capture_output=True, env={**os.environ, **environment}
    )


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        ((), {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}),
        (("--no-cache",), {"PYTHONHASHSEED": "2", "LC_ALL": "C", "LANG": "C"}),
        (("--no-cache",), {"LC_ALL": "nl_NL.UTF-8", "TZ": "America/New_York"}),
    ],
)
def test_same_input_same_bytes(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    """Another folder, time zone, locale, hash seed, with or without cache: equal to the byte."""
    folder = copy(KLEIN, tmp_path / "een andere map")
    run(tmp_path / "uit", folder, *arguments, **environment)
    assert shown_all(tree(tmp_path / "uit")) == shown_all(tree(EXPECTED))


def test_order_of_the_file_system_does_not_matter(tmp_path: Path) -> None:
    """Files created in another order give the same site."""
    site = tmp_path / "site"
    for path in sorted((p for p in KLEIN.rglob("*") if p.is_file()), reverse=True):
        relative = path.relative_to(KLEIN)
        if relative.parts[0] in ("data", "content"):
            put(site / relative, "").write_bytes(path.read_bytes())
    assert shown_all(make(site, tmp_path / "uit")) == shown_all(tree(EXPECTED))


def test_second_build_reuses_everything(tmp_path: Path) -> None:
    """With the cache of an equal build, no chart is drawn and no page rendered again."""
    folder = tmp_path / "cache"
    first = open_cache(folder)
    one = make(KLEIN, tmp_path / "uit", first)
    first.save()
    second = open_cache(folder)
    stores = [second.data, second.pages, second.charts]
    for store in stores:
        store.put = forbidden  # type: ignore[method-assign]  # nothing may be put
    assert make(KLEIN, tmp_path / "uit", second) == one


def test_another_text_makes_only_its_page_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of data/ is read again and no page of origins made; only what finds words changes."""
    site, cache = copy(KLEIN, tmp_path / "site"), open_cache(None)
    before = make(site, tmp_path / "uit", cache)
    text = site / "content/2024-Q2/inleiding.md"
    put(text, f"{text.read_text()}\nEr kwam een zin bij.\n")
    again = cache.again()
    monkeypatch.setattr(again.data, "put", forbidden)
    monkeypatch.setattr("waw_site.render.Renderer.origins", forbidden)
    after = make(site, tmp_path / "uit", again)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {"2024-Q2/index.html", "zoeken/index.html"}
    monkeypatch.undo()
    assert after == make(site, tmp_path / "uit", Cache.none())


def test_another_figure_makes_its_origins_anew(tmp_path: Path) -> None:
    """With the cache of before the site is the same as without it."""
    site, cache = copy(KLEIN, tmp_path / "site"), open_cache(None)
    make(site, tmp_path / "uit", cache)
    stand = site / "data/projecten/techniek/2024-Q2.yaml"
    put(stand, "# Een regel erboven.\n" + stand.read_text())
    after = make(site, tmp_path / "uit", cache.again())
    assert after == make(site, tmp_path / "uit", Cache.none())


def forbidden(key: str, value: object) -> None:
    raise AssertionError(f"{key} is made anew")


@pytest.mark.parametrize("damage", [b"", b"onzin", b"\x80\x05."])
def test_damaged_cache_costs_only_time(tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / "cache"
    cache = open_cache(folder)
    make(KLEIN, tmp_path / "uit", cache)
    cache.save()
    for file in folder.iterdir():
        content = file.read_bytes()
        file.write_bytes(
            damage or content[: len(content) // 2] + b"x" + content[len(content) // 2 :]
        )
    made = make(KLEIN, tmp_path / "uit", open_cache(folder))
    assert shown_all(made) == shown_all(tree(EXPECTED))


def test_what_goes_from_the_input_goes_from_the_output(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path / "site")
    out = tmp_path / "uit"
    assert "projecten/idee/index.html" in make(site, out)
    shutil.rmtree(site / "data/projecten/idee")
    for path, old, new in (
        ("data/edities/2024-Q2.yaml", "projecten: [idee]", "projecten: []"),
        ("data/projecten/koken/project.yaml", "opgevolgd_door: [idee]\n", ""),
    ):
        put(site / path, (site / path).read_text().replace(old, new))
    made = make(site, out)
    assert not [path for path in made if "idee" in path]
    assert b"Keukenhulp" not in b"".join(made.values())


def test_one_edition_leads_to_nothing_that_is_not_there(tmp_path: Path) -> None:
    """With --edition the site is that edition, its projects and the archive of it alone."""
    run(tmp_path / "uit", copy(KLEIN, tmp_path / "in"), "--edition", "2023-Q4")
    made = tree(tmp_path / "uit")
    assert "2023-Q4/index.html" in made
    assert not [path for path in made if path.startswith("2024")]
    assert b"2024-Q2/index.html" not in b"".join(made.values())


def test_no_cache_writes_none(tmp_path: Path) -> None:
    cache = Cache.none()
    make(KLEIN, tmp_path / "uit", cache)
    cache.save()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["uit"]


def test_small_site_has_no_expected_leftovers() -> None:
    assert (HERE / "sites/klein/_expected/index.html").is_file()


def test_a_part_of_two_wholes_is_shown_once(tmp_path: Path) -> None:
    """Under the first whole that has it, so that no id stands twice on the page."""
    site = copy(KLEIN, tmp_path / "in")
    other = (site / "data/projecten/zorg/project.yaml").read_text()
    put(site / "data/projecten/zorgsamen/project.yaml", other.replace("en Zorg B", "samen"))
    for kwartaal in ("2023-Q4", "2024-Q2"):
        path = site / f"data/edities/{kwartaal}.yaml"
        put(path, path.read_text().replace("zorg-b, techniek]", "zorg-b, techniek, zorgsamen]"))
    page = make(site, tmp_path / "uit")["2024-Q2/index.html"].decode()
    assert page.count('id="project-zorg-a"') == 1
