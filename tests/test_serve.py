"""The preview over HTTP: what it serves, to whom, and what it says."""

import json
import shutil
import socket
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from on_disk import KLEIN, copy, make, put, shortened, tree
from previewed import Running, previewed
from test_cli import run
from waw_site import drawing


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy(KLEIN, tmp_path / "invoer")


@pytest.fixture
def running(site: Path) -> Iterator[Running]:
    with previewed(site) as running:
        running.said("Bijgewerkt")
        yield running


def get(address: str, **headers: str) -> tuple[int, str, bytes]:
    request = urllib.request.Request(address, headers=headers)  # noqa: S310  our own server
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310  the same
            return answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read()


def news(running: Running) -> dict[str, object]:
    """The first event that the preview sends."""
    with urllib.request.urlopen(f"{running.address}_voorbeeld/nieuws") as answer:  # noqa: S310  the same
        return json.loads(answer.readline().removeprefix(b"data: "))


def test_it_serves_what_a_build_writes(running: Running, site: Path, tmp_path: Path) -> None:
    """Every file is as it is built, but for the script that reloads a page."""
    built = make(site, tmp_path / "site")
    for path, data in built.items():
        if path.startswith("."):  # what a build knows its own folder by
            continue
        status, kind, got = get(running.address + path)
        assert status == 200
        if not path.endswith(".html"):
            assert got == data
            continue
        assert kind == "text/html; charset=utf-8"
        added = [line for line in got.splitlines() if line not in data.splitlines()]
        assert len(added) == 3
        assert sum(b"_voorbeeld/" in line for line in added) == 2


def test_no_built_page_runs_a_script_to_reload(
    running: Running, site: Path, tmp_path: Path
) -> None:
    """What reloads is in the preview alone."""
    assert b"_voorbeeld" in get(running.address)[2]
    make(site, tmp_path / "site")
    assert not [p for p, data in tree(tmp_path / "site").items() if b"_voorbeeld" in data]


def test_addresses_without_a_file(running: Running) -> None:
    """A folder leads to its page; what is not there gets the site's own page for that."""
    assert b"<h1" in get(f"{running.address}2024-Q2")[2]
    status, _, page = get(f"{running.address}er/is/niets")
    assert (status, b"_voorbeeld" in page) == (404, True)


def test_another_name_is_refused(running: Running) -> None:
    """A page elsewhere that has its own name lead to this machine reads nothing."""
    assert get(running.address, Host="elders.example")[0] == 403
    port = running.address.split(":")[-1].rstrip("/")
    assert get(running.address, Host=f"localhost:{port}")[0] == 200


def test_problems_go_with_the_last_good_page(running: Running, site: Path) -> None:
    """The terminal and the browser say the same; the page that was good stays."""
    before = get(running.address)[2]
    file = site / "data/programma.yaml"
    good = file.read_text()
    file.write_text(good.replace("naam:", "namm:", 1))
    running.said("Het voorbeeld toont nog de laatste goede versie.")
    told = news(running)
    assert [p["ernst"] for p in told["fouten"]] == ["fout"] * len(told["fouten"]) != []
    assert any("namm" in p["melding"] for p in told["fouten"])
    assert all(":" in p["plaats"] for p in told["fouten"])
    assert get(running.address)[2] == before
    file.write_text(good)
    running.said("Bijgewerkt")
    assert news(running)["fouten"] == []


def test_what_gives_a_hidden_figure_away_is_taken_back(tmp_path: Path) -> None:
    """It is told over the page and in the terminal, after the page: looking for it takes longer."""
    site = shortened(tmp_path / "site", 3)
    text = site / "content/2021-Q3/inleiding.md"
    with previewed(site) as running:
        running.said("Bijgewerkt")
        put(text, "Uit Verzonnenwolde kwamen 3 mensen.\n")
        running.said("Het getal “3” hoort bij geen cijfer van de pagina.")
        (error, *_) = news(running)["fouten"]
        assert error["melding"] == "Het getal “3” hoort bij geen cijfer van de pagina."
        assert "Verzonnenwolde kwamen" not in get(f"{running.address}2021-Q3/")[2].decode()
        text.unlink()
        running.said("Bijgewerkt")
        assert news(running)["fouten"] == []


def test_a_folder_that_goes_and_comes_back_is_followed(running: Running, site: Path) -> None:
    """As when another branch is looked at: the watch of a folder dies with it."""
    folder = site / "content"
    shutil.copytree(folder, site / "bewaard")
    shutil.rmtree(folder)
    running.said("fout")
    shutil.copytree(site / "bewaard", folder)
    running.said("Bijgewerkt")
    text = folder / "2024-Q2/inleiding.md"
    text.write_text("# Een nieuwe titel\n\nWeer gevolgd.\n")
    running.said("Bijgewerkt")
    assert b"Weer gevolgd." in get(f"{running.address}2024-Q2/")[2]


def test_what_is_no_http_is_answered_without_a_word_in_the_terminal(
    running: Running, capfd: pytest.CaptureFixture[str]
) -> None:
    """Scanners and old programs ask anything; the terminal is for the editor."""
    host, port = running.address.removeprefix("http://").strip("/").split(":")
    for asked in (b"GET / HTTP/1.1\r\n\r\n", b"GET /%s HTTP/1.1\r\n\r\n" % (b"a" * 9000)):
        with socket.create_connection((host, int(port))) as line:
            line.sendall(asked)
            assert line.recv(100).startswith(b"HTTP/1.0 400 ")
    assert "Traceback" not in capfd.readouterr().err


def test_a_site_that_is_wrong_from_the_start(site: Path) -> None:
    """Without a good page there is one that says what stands in the way."""
    file = site / "data/programma.yaml"
    good = file.read_text()
    file.write_text("")
    with previewed(site) as running:
        running.said("fout")
        status, _, page = get(running.address)
        assert (status, b"Nog geen voorbeeld" in page) == (503, True)
        assert news(running)["fouten"]
        file.write_text(good)
        running.said("Bijgewerkt")
        assert get(running.address)[0] == 200


def test_a_concept_is_shown(site: Path) -> None:
    """Who writes an edition sees it before it is published."""
    edition = max((site / "data/edities").iterdir())
    edition.write_text(edition.read_text().replace("status: definitief", "status: concept"))
    with previewed(site) as running:
        running.said("Bijgewerkt")
        assert edition.stem.encode() in get(running.address)[2]


def test_a_port_that_is_taken_is_told(site: Path) -> None:
    """With --port it is that one or none."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = run("serve", f"--data={site}/data", f"--content={site}/content", "--port", port)
    assert result.returncode == 2
    assert f"Poort {port} kan niet worden gebruikt" in result.stderr


@pytest.mark.parametrize("port", ["acht", "80", "65536", "-1"])
def test_a_port_is_a_number(site: Path, port: str) -> None:
    """And one that a user may have."""
    result = run("serve", f"--data={site}/data", f"--content={site}/content", f"--port={port}")
    assert (result.returncode, f"“{port}” is geen poort" in result.stderr) == (2, True)


def test_nothing_is_copied_beside_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of a process has none of its threads, and may wait for them for ever."""
    asked: list[str] = []

    def together(make: object, missing: list[int], method: str, cores: int) -> list[int]:
        asked.append(method)
        return missing

    monkeypatch.setattr(drawing, "_together", together)
    monkeypatch.setattr(drawing, "_cores", lambda: 2)
    each = partial(drawing._each, str, [*range(1000)], drawing._PAYS)
    each()
    thread = threading.Thread(target=each)
    thread.start()
    thread.join()
    assert asked == ["fork" if sys.platform == "linux" else "spawn", "spawn"]
