"""Lines lead to the file in git, at the commit that built the site."""

import subprocess
from pathlib import Path

from on_disk import KLEIN, copy, make, put
from waw_site.vindplaats import vindplaats

ADDRESS = "https://git.example/waw/blob/{commit}/{pad}#L{regel}"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@voorbeeld.example"]
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_line_at_the_commit(tmp_path: Path) -> None:
    """The path is that in the repository, wherever the site stands in it."""
    site = copy(KLEIN, tmp_path / "repo" / "monitor")
    programma = site / "data/programma.yaml"
    put(programma, f'vindplaats: "{ADDRESS}"\n{programma.read_text()}')
    git(tmp_path / "repo", "init", "--quiet")
    git(tmp_path / "repo", "add", ".")
    git(tmp_path / "repo", "commit", "--quiet", "--message", "begin")
    commit = git(tmp_path / "repo", "rev-parse", "HEAD")
    page = make(site, tmp_path / "uit")["2024-Q2/herkomst/index.html"].decode()
    start = f'<a href="https://git.example/waw/blob/{commit}/monitor/'
    assert f'{start}data/projecten/zorg/2024-Q2.yaml#L1">' in page
    assert f'{start}content/2024-Q2/projecten/techniek.md#L3">' in page


def test_folder_that_is_not_committed_has_no_links(tmp_path: Path) -> None:
    """The line at the commit would say something else than the page."""
    site = copy(KLEIN, tmp_path / "site")
    git(site, "init", "--quiet")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message", "begin")
    folders = {"data": site / "data", "content": site / "content"}
    assert vindplaats(ADDRESS, folders).keys() == {"data", "content"}
    stand = site / "data/projecten/zorg/2024-Q2.yaml"
    put(stand, f"# gewijzigd\n{stand.read_text()}")
    assert vindplaats(ADDRESS, folders).keys() == {"content"}


def test_outside_git_and_without_an_address_lines_are_text(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path / "site")
    assert vindplaats(ADDRESS, {"data": site / "data"}) == {}
    assert vindplaats(None, {"data": KLEIN / "data"}) == {}
    page = make(site, tmp_path / "uit")["2024-Q2/herkomst/index.html"].decode()
    assert "<code>data/projecten/zorg/2024-Q2.yaml:1</code>" in page
    assert "git.example" not in page
