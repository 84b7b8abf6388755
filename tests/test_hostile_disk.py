"""What lies in data/ and content/ and is no file, and a disk on which nothing can be written."""

import contextlib
import os
import re
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hostile import AFKORTINGEN, HUISSTIJL, PROGRAMMA, STAND, TEKST, VERHAAL
from invulwerk import Bureau, vul
from on_disk import KLEIN, REAL, copy, problems, put, tree
from waw_site import write as writing
from waw_site.problem import oorzaak
from waw_site.write import MARK, write

NOBODY = 65534
MEMORY = 2_000_000_000  # bytes of addresses; a file that explodes asks for more
SECONDS = 30  # of the processor; a file that takes the square of its size asks for more


def replaced(site: Path, path: str) -> Path:
    (site / path).unlink()
    return site / path


def pipe(site: Path) -> None:
    os.mkfifo(replaced(site, STAND))


def plug(site: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(site / "data")  # its address may not be long
        try:
            made.bind("programma.sock")
        finally:
            os.chdir(here)


def device(site: Path) -> None:
    try:
        os.mknod(replaced(site, TEKST), 0o020666, os.makedev(1, 5))  # /dev/zero
    except PermissionError:
        pytest.skip("only root can make a device")


def folder_for_a_file(site: Path) -> None:
    replaced(site, STAND).mkdir()


def folder_for_the_programme(site: Path) -> None:
    replaced(site, PROGRAMMA).mkdir()


def file_for_a_folder(site: Path) -> None:
    put(site / "data/voorstel", "x")


def link_to_a_file(site: Path) -> None:
    replaced(site, TEKST).symlink_to("/etc/passwd")


def link_to_a_folder(site: Path) -> None:
    (site / "content/verwijzing").symlink_to("/etc", target_is_directory=True)


def link_to_itself(site: Path) -> None:
    replaced(site, TEKST).symlink_to(site / TEKST)


def link_to_nothing(site: Path) -> None:
    replaced(site, TEKST).symlink_to("nergens")


def link_within(site: Path) -> None:
    replaced(site, TEKST).symlink_to(site / VERHAAL)


def sparse(site: Path) -> None:
    os.truncate(site / STAND, 10**12)


def many_in_one(site: Path) -> None:
    for n in range(10_001):
        (site / f"content/{n}.md").touch()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (pipe, f"{STAND}:1:1: fout\n  Dit is geen gewoon bestand."),
        (plug, "data/programma.sock:1:1: fout\n  Niets leest dit bestand."),
        (device, f"{TEKST}:1:1: fout\n  Dit is geen gewoon bestand."),
        (folder_for_a_file, f"{STAND}:1:1: fout\n  Dit is een map; hier hoort een bestand."),
        (folder_for_the_programme, f"{PROGRAMMA}:1:1: fout\n  Dit is een map; hier hoort"),
        (file_for_a_folder, "data/voorstel:1:1: fout\n  Niets leest dit bestand."),
        (link_to_a_file, f"{TEKST}:1:1: fout\n  Dit is een snelkoppeling; die wordt niet gevolgd."),
        (link_to_a_folder, "content/verwijzing:1:1: fout\n  Dit is een snelkoppeling;"),
        (link_to_itself, f"{TEKST}:1:1: fout\n  Dit is een snelkoppeling;"),
        (link_to_nothing, f"{TEKST}:1:1: fout\n  Dit is een snelkoppeling;"),
        (link_within, f"{TEKST}:1:1: fout\n  Dit is een snelkoppeling;"),
        (sparse, f"{STAND}:1:1: fout\n  Dit bestand is groter dan 500 kB; het is niet gelezen."),
        (many_in_one, "content:1:1: fout\n  In deze map staan meer dan 10000 bestanden;"),
    ],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_what_is_no_file_is_told(tmp_path: Path, fault: Callable[[Path], None], said: str) -> None:
    site = copy(KLEIN, tmp_path)
    fault(site)
    assert said in problems(site)


def child(*arguments: str, **how: Any) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, which can spend and write no more than it is given."""
    command = [sys.executable, str(REAL / "build.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **how)


def given(site: Path, *more: str) -> list[str]:
    return ["--data", str(site / "data"), "--content", str(site / "content"), *more]


def limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


WORST = {  # those that once took minutes or all memory
    AFKORTINGEN: "".join(f"K{n}: {{voluit: abc}}\n" for n in range(12_000)),
    "data/tegenspraken.yaml": "".join(
        f"t{n}: {{onderwerp: x, uitspraken: [{{waarde: 1, bron: {{document: plan}}}},"
        "{waarde: 2, bron: {document: plan}}]}\n"
        for n in range(2_000)
    ),
    PROGRAMMA: "[" * 490_000,
    STAND: "cijfers:\n  gestart: " + "9" * 490_000,
    TEKST: "{{ zorg.gestart }}\n" * 1_400,
    VERHAAL: "* * *\n" * 8_000,
    HUISSTIJL: ":root {" * 6_000,
    "content/2024-Q2/koers.md": "[a](https://x.example 'x" * 900,
    "content/2024-Q2/verantwoording.md": "5 ‘a" * 9_000,
}


@pytest.mark.parametrize("path", WORST)
def test_the_worst_stays_within_its_means(tmp_path: Path, path: str) -> None:
    """A file that explodes, or takes the square of its size, would be killed by these limits."""
    site = copy(KLEIN, tmp_path)
    put(site / path, WORST[path])
    made = child(*given(site, "--no-cache", "--out", str(tmp_path / "uit")), preexec_fn=limits)
    assert made.returncode in (0, 1), made.stderr[-500:]
    assert "Traceback" not in made.stderr


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("path", [STAND, "data/projecten/techniek", "content/verhalen", "data"])
def test_what_may_not_be_read_is_told(tmp_path: Path, path: str) -> None:
    """Checked by somebody for whom permissions hold."""
    site = copy(KLEIN, tmp_path)
    (site / path).chmod(0)
    code = (
        f"import os, sys; sys.path[:0] = {sys.path!r}; from pathlib import Path\n"
        "from waw_site import invoer, report, commands, load; from waw_site.cache import Cache\n"
        f"os.chdir({str(site)!r}); os.setuid({NOBODY})\n"
        "print(report.text(invoer.inspect(Path('data'), Path('content'), Cache.none()).problems))"
    )
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == 0 and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o011)
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert f"{path}:1:1: fout\n  Dit kan niet worden gelezen (geen toegang)." in said.stdout


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 kB."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("only root can mount a disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_site_and_says_so(tmp_path: Path, small_disk: Path) -> None:
    site = copy(KLEIN, tmp_path / "in")
    out = small_disk / "uit"
    write(out, {"index.html": b"oud"})
    made = child(*given(site, "--no-cache", "--out", str(out)))
    assert (made.returncode, made.stdout) == (2, "")
    assert "De site kon niet worden geschreven: de schijf is vol" in " ".join(made.stderr.split())
    assert "Traceback" not in made.stderr
    assert sorted(p.name for p in small_disk.iterdir()) == ["uit"]
    assert (out / "index.html").read_bytes() == b"oud"


def test_a_disk_too_full_for_the_cache_costs_only_time(tmp_path: Path, small_disk: Path) -> None:
    """The cache lies beside the data; the site itself fits elsewhere."""
    site = copy(KLEIN, small_disk)
    made = child(*given(site, "--out", str(tmp_path / "uit")))
    assert (made.returncode, made.stderr) == (0, "")
    assert tree(tmp_path / "uit") == tree(KLEIN / "_expected")


def test_files_that_may_not_grow_leave_the_old_site(tmp_path: Path) -> None:
    """The same without being root: no file may be larger than 20 kB."""
    site = copy(KLEIN, tmp_path / "in")
    out = tmp_path / "uit"
    write(out, {"index.html": b"oud"})

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    made = child(*given(site, "--no-cache", "--out", str(out)), preexec_fn=small)
    assert made.returncode == 2
    assert "De site kon niet worden geschreven: een bestand werd te groot" in " ".join(
        made.stderr.split()
    )
    assert (out / "index.html").read_bytes() == b"oud"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "uit"]


def test_another_disk_than_that_of_temporary_files(tmp_path: Path, small_disk: Path) -> None:
    """The stage is set beside the target, wherever TMPDIR points."""
    site = copy(KLEIN, tmp_path / "in")
    environment = {**os.environ, "TMPDIR": str(small_disk)}
    made = child(*given(site, "--no-cache", "--out", str(tmp_path / "uit")), env=environment)
    assert made.returncode == 0
    assert tree(tmp_path / "uit") == tree(KLEIN / "_expected")


STEPS = [
    "Path.chmod",
    "Path.write_bytes",
    "Path.mkdir",
    "Path.unlink",
    "os.link",
    "manifest.snapshot",
    "_exchange",
    "os.rename",
    "shutil.rmtree",
]
STOPPED = """
import os, shutil, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from waw_site import manifest, write as writing
from waw_site.write import write
name, at, exchanges, out = sys.argv[2], int(sys.argv[3]), sys.argv[4] == "ja", Path(sys.argv[5])
if not exchanges:
    writing._exchange = lambda one, other: False
place, _, call = name.rpartition(".")
holder = {"Path": Path, "manifest": manifest, "": writing, "os": os, "shutil": shutil}[place]
real, times = getattr(holder, call), 0
def stop(*arguments, **more):
    global times
    times += 1
    if times == at and sys.argv[6] == "voor":
        os.kill(os.getpid(), signal.SIGKILL)
    made = real(*arguments, **more)
    if times == at:
        os.kill(os.getpid(), signal.SIGKILL)
    return made
setattr(holder, call, stop)
write(out, {f"{k}/index.html": b"nieuw" for k in range(4)})
print("klaar")
"""


@pytest.mark.parametrize("when", ["voor", "na"])
@pytest.mark.parametrize("exchanges", ["ja", "nee"])
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_every_step_leaves_one_whole_site(
    tmp_path: Path, step: str, exchanges: str, when: str
) -> None:
    """
    Killed before and after each time that each step is taken.

    Where the system cannot exchange folders the site may be away for an instant; then it still
    stands whole beside its place.
    """
    killed = 0
    for at in range(1, 20):
        out = tmp_path / str(at) / "uit"
        write(out, {f"{k}/index.html": b"oud" for k in range(4)})
        code = [sys.executable, "-c", STOPPED, str(REAL / "src"), step, str(at), exchanges]
        done = subprocess.run([*code, str(out), when], capture_output=True, text=True, check=False)
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        killed += done.returncode != 0
        folders = [out] if out.exists() else [*out.parent.glob(".uit-*-oud")]
        pages = {p: c for p, c in tree(folders[0]).items() if p != MARK}
        assert (len(pages), len(set(pages.values()))) == (4, 1)
        assert out.exists() or exchanges == "nee"
        if done.returncode == 0:
            break
    assert killed or (step in ("os.rename",) and exchanges == "ja")
    assert done.returncode == 0  # there is an end to the steps


def test_two_builds_at_once_leave_one_whole_site(tmp_path: Path) -> None:
    """Whoever comes last, each says that it worked or why not, and nothing is left behind."""
    site = copy(KLEIN, tmp_path / "in")
    out = tmp_path / "uit"
    command = [
        sys.executable,
        str(REAL / "build.py"),
        *given(site, "--no-cache", "--out", str(out)),
    ]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0, 0], said
    assert tree(out) == tree(KLEIN / "_expected")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "uit"]


@pytest.mark.parametrize("command", [[], ["pdf", "--edition", "2023-Q4"]], ids=["site", "pdf"])
def test_no_permission_to_write_is_told(tmp_path: Path, command: list[str]) -> None:
    """Where even root may not write: in what the kernel shows of itself."""
    site = copy(KLEIN, tmp_path / "in")
    made = child(*command, *given(site, "--out", "/proc/nergens/uit"))
    assert made.returncode == 2
    assert "konden" * bool(command) in made.stderr
    assert "niet worden geschreven" in " ".join(made.stderr.split())
    assert "Traceback" not in made.stderr


def test_figures_come_in_whole_or_not_at_all(tmp_path: Path, small_disk: Path) -> None:
    """Also where the disk for what is tried out has no room."""
    bureau = Bureau(tmp_path / "bureau")
    book = vul(bureau.export(), "2024-Q2", {("gemeenten", "Gestarte"): 41})
    (small_disk / "vol").write_bytes(bytes(170_000))
    before = bureau.bytes()
    made = child(
        "import",
        str(book),
        *given(bureau.site, "--no-cache"),
        env={**os.environ, "TMPDIR": str(small_disk)},
    )
    assert (made.returncode, bureau.bytes() == before) == (2, True)
    assert "niet worden geschreven: de schijf is vol" in " ".join(made.stderr.split())
    assert "Traceback" not in made.stderr


def test_a_letter_is_begun_whole_or_not_at_all(small_disk: Path) -> None:
    """On a disk with room for half of it."""
    site = copy(KLEIN, small_disk)
    (site / "data/brieven/raadsbrief.yaml").unlink()
    (site / "content/brieven/raadsbrief.md").unlink()
    with contextlib.suppress(OSError), (small_disk / "vol").open("wb", 0) as full:
        while full.write(bytes(4096)):
            pass
    os.truncate(small_disk / "vol", (small_disk / "vol").stat().st_size // 4096 * 4096 - 4096)
    made = child("new", "brief", "--edition", "2024-Q2", "--no-cache", *given(site))
    assert (made.returncode, made.stdout) == (2, "")
    assert "De nieuwe bestanden konden niet worden geschreven: de schijf is vol" in " ".join(
        made.stderr.split()
    )
    assert not list(site.glob("*/brieven/*"))


@pytest.mark.parametrize(
    "path",
    ["/etc/x", "../x", "a/../../x", "a//b", "", ".", "a/.", ".git/x", "a\\b", "a\0b", "a:b", "a b"],
)
def test_nothing_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    """Whatever a page came to be called: this is our mistake, and stops all."""
    with pytest.raises(ValueError, match="not a path of a site"):
        write(tmp_path / "uit", {"index.html": b"", path: b"x"})
    assert list(tmp_path.iterdir()) == []


def test_causes_are_dutch() -> None:
    """Every cause that a full or closed disk gives has words of its own."""
    known = [oorzaak(OSError(number, "")) for number in (1, 2, 13, 20, 21, 27, 28, 30, 36, 40, 122)]
    assert not [words for words in known if re.search(r"\d", words)]
    assert writing.MARK.startswith(".")
