"""A story without consent leaves no trace: not on a page, in a pdf or in a cache."""

import errno
import io
import random
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from builders import Q, editie
from on_disk import KLEIN, copy, put, tree
from waw_site import toestemming
from waw_site.cli import main
from waw_site.kwartaal import Datum, Kwartaal, maanden_later
from waw_site.model import Toestemming
from waw_site.toestemming import Belet, Kanaal, belet, dag_van

SLUG = "kwispelgaard"
STORY = f"content/verhalen/{SLUG}.md"
AFTER = "content/verhalen/borduurtje.md"
PICTURE = "content/beelden/fladderbeeld.png"
REVIEW = "data/terugblikken/zorg.yaml"

RECORD = """\
titel: Quirijntje bouwt een zweefmolentje
naam: Quirijntje
project: zorg
jaar: 2023
edities: [2023-Q4, 2024-Q2]
functie: glaskralenrijgster
citaat: Vlinderdasjes staan mij goed.
link: https://druifluis.example/knerpje
beeld: {bestand: fladderbeeld.png, alt: Een wapperdoek boven een trommelsteen.}
feiten: {schelpjes: {waarde: 48613, naam: Jutterswaar, bron: {document: monitor-2024}}}
bron: {document: monitor-2024, kop: Zonnehoedjes}
"""
CONSENT = """\
toestemming:
  grondslag: toestemming
  datum: 2023-02-01
  naam: ja
  foto: ja
  gezondheid: nee
  web: ja
  pdf: ja
  tot_en_met: 2026-06
"""
TEXT = "Zij raapte {{ schelpjes }} knikkerpotjes op.\n"
FOLLOWING = f"""\
---
titel: Zij werkt nu
project: zorg
jaar: 2024
edities: [2024-Q2]
vervolg_op: {SLUG}
{CONSENT.replace("2026-06", "2029")}bron: {{document: monitor-2024}}
---
Nu heeft zij een egelopvang.
"""
WITHDRAWN = f"{CONSENT}  ingetrokken: 2024-11-02\n"
# One word of every part of the story that readers can see.
SEEN = {"quirijntje", "zweefmolentje", "glaskralenrijgster", "vlinderdasjes", "druifluis"}
SEEN |= {"knerpje", "fladderbeeld", "wapperdoek", "zonnehoedjes", "knikkerpotjes", "jutterswaar"}
SEEN |= {"48.613"}
KEPT = {SLUG}  # nobody sees it, but a cache knows it


def story(record: str = RECORD, consent: str = CONSENT, text: str = TEXT) -> str:
    return f"---\n{record}{consent}---\n{text}"


def noise() -> bytes:
    """A picture that is like no other."""
    pixels = random.Random(20241102).randbytes(32 * 32 * 3)  # noqa: S311  any picture will do
    rows = b"".join(b"\0" + pixels[n : n + 96] for n in range(0, len(pixels), 96))
    parts = ((b"IHDR", struct.pack(">2I5B", 32, 32, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (*parts, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site with a story of rare words, one that follows on it, and a review of it."""
    copy(KLEIN, tmp_path)
    put(tmp_path / STORY, story())
    put(tmp_path / AFTER, FOLLOWING)
    (tmp_path / PICTURE).write_bytes(noise())
    review = (tmp_path / REVIEW).read_text()
    put(tmp_path / REVIEW, review.replace("verhalen: [sanne]", f"verhalen: [sanne, {SLUG}]"))
    return tmp_path


def run(site: Path, *arguments: str, out: str = "uit") -> int:
    folders = [f"--{name}={site / name}" for name in ("data", "content")]
    return main([*arguments, *folders, *([] if "check" in arguments else [f"--out={site / out}"])])


def left(site: Path) -> Iterator[bytes]:
    """All that is on the disk but for the input itself: every name, and every content."""
    for path, content in tree(site).items():
        if path.startswith(("data/", "content/")):
            continue
        yield path.encode()
        yield (missing(content) if "/manifest-" in path else content).lower()


def missing(listed: bytes) -> bytes:
    """What a manifest names that is not there; what is may be named."""
    lines = listed.decode().splitlines()
    return "\n".join(n for n in lines if not Path(n.partition(" ")[2] or "-").exists()).encode()


def found(site: Path) -> set[str]:
    """The words of the story that are left anywhere."""
    everything = b"\n".join(left(site))
    return {word for word in words() if word.encode() in everything}


@cache
def words() -> frozenset[str]:
    """Every word of the story."""
    return frozenset(re.findall(r"[a-z]{4,}", story().lower())) | SEEN | KEPT


def marker(site: Path) -> bytes:
    """A piece of the picture as it was published."""
    picture = (site / "uit/beelden/fladderbeeld.png").read_bytes()
    return picture[len(picture) // 2 :][:32].lower()


def withdraw(site: Path) -> None:
    put(site / STORY, story(consent=WITHDRAWN))


def only_the_record(site: Path) -> None:
    put(site / STORY, story(consent=WITHDRAWN, text=""))


def only_the_consent(site: Path) -> None:
    put(site / STORY, story(record="", consent=WITHDRAWN, text=""))
    (site / PICTURE).unlink()


def with_faults(site: Path) -> None:
    """Nothing that is wrong in the rest of its file keeps a story up."""
    record = RECORD.replace("titel:", "ttiel:")
    put(site / STORY, story(record, WITHDRAWN, "# A\n\n# B\n{{ weg }}\n"))


def delete(site: Path) -> None:
    """With the references to it."""
    for path in (STORY, PICTURE):
        (site / path).unlink()
    for path, name in ((AFTER, f"vervolg_op: {SLUG}\n"), (REVIEW, f", {SLUG}")):
        put(site / path, (site / path).read_text().replace(name, ""))


def nowhere(site: Path) -> None:
    put(site / STORY, story(consent=re.sub("(web|pdf): ja", r"\1: nee", CONSENT)))


def later_edition(site: Path) -> None:
    """The consent lapses because a newer edition appears."""
    path = site / "data/edities/2024-Q2.yaml"
    put(path, path.read_text().replace("verschenen: 2024-09", "verschenen: 2026-07-01"))


GONE: list[Callable[[Path], None]] = [
    withdraw,
    only_the_record,
    only_the_consent,
    with_faults,
    delete,
    nowhere,
    later_edition,
]


@pytest.fixture
def elsewhere(site: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The words of the story that are on the site without it; all others are of it alone."""
    bare = copy(site, tmp_path_factory.mktemp("zonder"))
    delete(bare)
    assert run(bare) == 0
    common = found(bare)
    assert common.isdisjoint(SEEN | KEPT)
    return common


@pytest.fixture
def warm(site: Path, elsewhere: set[str]) -> Path:
    """The site, built as a whole and by edition; every word of the story can be found."""
    assert run(site) == 0
    assert found(site) == words()
    everything = b"".join(tree(site / "uit").values())
    assert {w for w in SEEN if w.encode() not in everything.lower()} == set()
    assert run(site, "--edition", "2024-Q2", out="editie") == 0
    kept = [f for f in (site / ".cache").iterdir() if f.is_dir()]
    assert len(kept) == 2
    assert all(b"knikkerpotjes" in (f / "texts").read_bytes() for f in kept)
    assert all(b"knikkerpotjes" in (f / "pages").read_bytes() for f in kept)
    return site


@pytest.mark.parametrize("gone", GONE, ids=lambda gone: gone.__name__)
def test_a_build_leaves_no_word_of_it(
    warm: Path, elsewhere: set[str], gone: Callable[[Path], None]
) -> None:
    """However it goes: not in the site, nor in any cache, also of another edition."""
    piece = marker(warm)
    assert piece in b"".join(left(warm))
    gone(warm)
    assert run(warm) == 0
    assert run(warm, "--edition", "2024-Q2", out="editie") == 0
    assert found(warm) - elsewhere == set()
    assert piece not in b"".join(left(warm))
    assert "Nu heeft zij een egelopvang." in (warm / "uit/2024-Q2/index.html").read_text()


def test_the_site_is_as_if_it_never_was(
    warm: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """To the byte: a story that is left out changes nothing else."""
    bare = copy(warm, tmp_path_factory.mktemp("zonder"))
    delete(bare)
    withdraw(warm)
    assert (run(bare), run(warm)) == (0, 0)
    assert tree(warm / "uit") == tree(bare / "uit")


@pytest.mark.parametrize(
    "arguments", [(), ("--edition", "2024-Q2"), ("--no-cache",), ("--strict",)]
)
def test_one_build_is_enough(warm: Path, elsewhere: set[str], arguments: tuple[str, ...]) -> None:
    """For its own output and for the caches of all."""
    withdraw(warm)
    assert run(warm, *arguments) == 0
    for folder in ("uit", ".cache"):
        put(warm / "los" / folder / "x", "").unlink()
        (warm / folder).rename(warm / "los" / folder / "y")
    assert found(warm / "los") - elsewhere == set()


def test_a_day_on_the_command_line_lets_consent_lapse(
    warm: Path, elsewhere: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """And without it the story is told again, whatever was built in between."""
    before = tree(warm / "uit")
    assert run(warm, "--on", "2026-06-30") == 0
    assert tree(warm / "uit") == before
    capsys.readouterr()
    assert run(warm, "--on", "2026-07-01") == 0
    assert capsys.readouterr().out.endswith(" --on 2026-07-01\n")
    assert run(warm, "--on", "2026-07-01", "--edition", "2024-Q2", out="editie") == 0
    assert found(warm) - elsewhere == set()
    assert run(warm) == 0
    assert tree(warm / "uit") == before


def cached(site: Path) -> set[str]:
    """The words of the story that are left in the caches."""
    (site / "los").mkdir(exist_ok=True)
    (site / ".cache").rename(site / "los/.cache")
    said = found(site / "los")
    (site / "los/.cache").rename(site / ".cache")
    return said


def test_a_check_is_enough_for_the_caches(warm: Path, elsewhere: set[str]) -> None:
    assert cached(warm) - elsewhere
    withdraw(warm)
    assert run(warm, "check") == 0
    assert cached(warm) - elsewhere == set()


def test_a_failed_build_in_between_keeps_nothing(
    warm: Path, elsewhere: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The old site stands, and it is said what may still stand there; the next takes it away."""
    stand = warm / "data/projecten/zorg/2024-Q2.yaml"
    right = stand.read_text()
    before = tree(warm / "uit")
    withdraw(warm)
    put(stand, "cijfers: 3\n")
    assert run(warm) == 1
    assert "kan nog een verhaal staan dat niet meer" in capsys.readouterr().err
    assert tree(warm / "uit") == before
    assert cached(warm) - elsewhere == set()
    put(stand, right)
    assert run(warm) == 0
    assert run(warm, "--edition", "2024-Q2", out="editie") == 0
    assert found(warm) - elsewhere == set()


def test_what_a_killed_build_left_goes_too(warm: Path, elsewhere: set[str]) -> None:
    """Unfinished files of a cache, and the folder beside the site."""
    kept = next(f for f in (warm / ".cache").iterdir() if f.is_dir())
    (kept / ".pages-abc").write_bytes((kept / "pages").read_bytes())
    (warm / ".uit-abc").mkdir()
    for path, content in tree(warm / "uit").items():
        put(warm / ".uit-abc" / path, "").write_bytes(content)
    withdraw(warm)
    assert run(warm) == 0
    assert run(warm, "--edition", "2024-Q2", out="editie") == 0
    assert found(warm) - elsewhere == set()
    assert not (warm / ".uit-abc").exists()


def test_a_cache_of_another_version_is_emptied_too(warm: Path, elsewhere: set[str]) -> None:
    """It cannot be read, and yet it can be searched."""
    for store in (warm / ".cache").glob("*/*"):
        store.write_bytes(b"0" * 32 + store.read_bytes()[32:])
    withdraw(warm)
    assert run(warm, "check") == 0
    assert cached(warm) - elsewhere == set()


def test_only_what_is_ours_is_removed(warm: Path) -> None:
    """The folder of the caches may be somebody's ~/.cache."""
    theirs = [put(warm / ".cache" / name, "x") for name in ("pages", "pip/texts", "a" * 12)]
    (warm / ".cache" / ("b" * 12)).symlink_to(put(warm / "weg/texts", "x").parent)
    withdraw(warm)
    assert run(warm) == 0
    assert all(path.read_text() == "x" for path in [*theirs[1:], warm / "weg/texts"])


def test_what_cannot_be_removed_is_told(
    warm: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site is built all the same, without the story."""
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if warm / ".cache" in path.parents:
            raise PermissionError(errno.EACCES, "no", str(path))
        unlink(path, missing_ok)

    withdraw(warm)
    monkeypatch.setattr(Path, "unlink", refuse)
    capsys.readouterr()
    assert run(warm) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert said.count("kan niet weg (geen toegang)") == 1
    assert ".cache" in said
    assert "Quirijntje" not in (warm / "uit/2024-Q2/index.html").read_text()


def test_the_caches_stay_when_no_story_changes(
    warm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what has to go, goes: charts stay also when a story goes."""
    text = warm / "content/2024-Q2/inleiding.md"
    put(text, f"{text.read_text()}\nNog een zin.\n")
    for change in (lambda: None, lambda: withdraw(warm)):
        change()
        capsys.readouterr()
        assert run(warm) == 0
        assert " 0 grafieken getekend" in capsys.readouterr().out


def test_messages_repeat_no_word_of_it(
    warm: Path, elsewhere: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """In any form, but for the path of the file that is there."""
    for gone in (withdraw, only_the_record, with_faults, later_edition):
        gone(warm)
        for form in ("tekst", "json", "github"):
            capsys.readouterr()
            assert run(warm, "check", "--format", form) == 0
            said = capsys.readouterr().out.lower()
            assert f"{SLUG}.md" in said
            assert {w for w in words() - {SLUG} if w in said} <= elsewhere | {"toestemming"}


# -- pdf


def said(pdf: bytes) -> str:
    """All text of a pdf: of its pages, and every string in it, such as what a picture shows."""
    reader = PdfReader(io.BytesIO(pdf))
    text = "".join(sheet.extract_text() for sheet in reader.pages)
    text += "".join(strings(reader))
    text += "".join(f.content.decode("utf-8", "replace") for f in reader.attachment_list)
    return re.sub(r"[\s\u00ad\u2010-]", "", text.lower())


def strings(reader: PdfReader) -> Iterator[str]:
    for number in range(1, int(reader.trailer["/Size"])):  # type: ignore[call-overload]  # it is a number
        thing = reader.get_object(number)
        if isinstance(thing, DictionaryObject):
            yield from (str(v) for v in thing.values() if isinstance(v, str))


def in_pdfs(folder: Path) -> dict[str, set[str]]:
    """The words of the story in each pdf, and its name in what is attached."""
    pdfs = {p: said(content) for p, content in tree(folder).items() if p.endswith(".pdf")}
    return {path: {w for w in words() if w in text} for path, text in pdfs.items()}


def pictures(pdf: bytes) -> int:
    """How many different ones there are."""
    sheets = PdfReader(io.BytesIO(pdf)).pages
    return len({image.data for sheet in sheets for image in sheet.images})


def test_no_pdf_has_a_word_of_it(warm: Path, elsewhere: set[str]) -> None:
    """Of an edition nor of a review; and what is said of the pdfs empties the caches too."""
    assert run(warm, "pdf", "--edition", "2024-Q2", out="pdf") == 0
    hidden = {"fladderbeeld", SLUG}  # names of files
    before = in_pdfs(warm / "pdf")
    for path in ("monitor-2024-Q2.pdf", "terugblikken/zorg.pdf"):
        assert (SEEN - before[path]) <= hidden
    shown = pictures((warm / "pdf/monitor-2024-Q2.pdf").read_bytes())
    withdraw(warm)
    assert run(warm, "pdf", "--edition", "2024-Q2", out="pdf") == 0
    after = in_pdfs(warm / "pdf")
    council = after["monitor-2024-Q2-raadsversie.pdf"]
    assert before["monitor-2024-Q2-raadsversie.pdf"] == council
    assert set().union(*after.values()) <= elsewhere | council
    assert council.isdisjoint(SEEN | KEPT)
    assert pictures((warm / "pdf/monitor-2024-Q2.pdf").read_bytes()) == shown - 1
    assert cached(warm) - elsewhere == set()


# -- what may be told, and when


def consent(**more: str) -> Toestemming:
    basis = dict.fromkeys(("naam", "foto", "gezondheid", "web", "pdf"), "ja")
    return Toestemming.model_validate({"grondslag": "publicatie", **basis, **more})


DAY = date(2024, 9, 30)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, None),
        ({"ingetrokken": "2024-09-30"}, Belet.INGETROKKEN),
        ({"ingetrokken": "2030"}, Belet.INGETROKKEN),
        ({"ingetrokken": "2020", "tot_en_met": "2021", "web": "nee"}, Belet.INGETROKKEN),
        ({"tot_en_met": "2024-09-29"}, Belet.VERLOPEN),
        ({"tot_en_met": "2024-09-30"}, None),
        ({"tot_en_met": "2024-08"}, Belet.VERLOPEN),
        ({"tot_en_met": "2024-09"}, None),
        ({"tot_en_met": "2024"}, None),
        ({"tot_en_met": "2023"}, Belet.VERLOPEN),
        ({"web": "nee"}, None),
        ({"web": "nee", "pdf": "nee"}, Belet.KANAAL),
    ],
)
def test_why_a_story_may_not_be_told(given: dict[str, str], why: Belet | None) -> None:
    """A withdrawal holds at once, an end holds to the end of what it names."""
    assert belet(consent(**given), DAY) == why


def test_each_channel_has_its_own_consent() -> None:
    channels: tuple[tuple[Kanaal, Kanaal], ...] = (("web", "pdf"), ("pdf", "web"))
    for kanaal, other in channels:
        one = consent(**{kanaal: "nee"})
        assert belet(one, DAY, kanaal) is Belet.KANAAL
        assert belet(one, DAY, other) is None


@pytest.mark.parametrize(
    ("appeared", "day"),
    [
        ({"2023-Q4": "2024-01-15", "2024-Q2": "2024-09"}, date(2024, 9, 30)),
        ({"2023-Q4": "2024-01-15", "2024-Q2": "2024"}, date(2024, 12, 31)),
        ({"2023-Q4": "2024-01-15", "2024-Q2": None}, date(2024, 6, 30)),
        ({"2023-Q4": "2025-01-15", "2024-Q2": "2024-09"}, date(2025, 1, 15)),
        ({}, date.max),
    ],
)
def test_the_day_is_that_of_the_newest_edition(appeared: dict[str, str | None], day: date) -> None:
    """Where it is not known exactly, the last that it can be."""
    editions = {Q(k): editie({}, **({"verschenen": v} if v else {})) for k, v in appeared.items()}
    assert dag_van(editions) == day


@given(st.dates(date(1900, 1, 1), date(2199, 1, 1)), st.integers(0, 24))
def test_months_later_is_the_same_day_or_the_last(day: date, months: int) -> None:
    later = maanden_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    end = Datum(later.year, later.month).laatste_dag
    assert later == end if later.day < day.day else later.day == day.day


@given(st.integers(1900, 2199), st.integers(1, 4))
def test_a_quarter_ends_the_day_before_the_next(year: int, number: int) -> None:
    end = Kwartaal(year, number).laatste_dag
    assert (end.month, end.day) == {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}[number]


@pytest.mark.parametrize(
    ("day", "soon"),
    [("2025-12-29", False), ("2025-12-30", True), ("2026-06-30", True), ("2026-07-01", False)],
)
def test_a_check_lists_what_ends_within_six_months(
    site: Path, day: str, soon: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the place of the end; once it has passed, since when it has."""
    assert run(site, "check", "--on", day) == 0
    told = capsys.readouterr().out
    line = (site / STORY).read_text().splitlines().index("  tot_en_met: 2026-06") + 1
    assert (f"{STORY}:{line}:15: opmerking\n  De toestemming voor" in told) == soon
    assert ("liep tot en met juni 2026" in told) == (day > "2026-06-30")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--on", "2026"), "“2026” is geen dag"),
        (("--on", "2026-02-30"), "De dag 2026-02-30 bestaat niet."),
        (("--on", "morgen"), "“morgen” is geen dag"),
        (("--on",), "Bij --on ontbreekt een waarde."),
        (("new", "brief", "--edition", "2024-Q2", "--on", "2026-01-01"), "Met --on hoort"),
    ],
)
def test_a_wrong_day_is_told(
    site: Path, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, *arguments) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_days_are_remembered_apart(
    warm: Path, elsewhere: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """That nothing has changed since a build for one day says nothing of another."""
    for _ in range(2):
        assert run(warm, "--on", "2026-07-01") == 0
    capsys.readouterr()
    assert run(warm) == 0
    assert "Niets gewijzigd" not in capsys.readouterr().out
    assert "Quirijntje" in (warm / "uit/2024-Q2/index.html").read_text()


@pytest.mark.parametrize("channel", ["web", "pdf"])
def test_a_story_is_told_in_its_channels_alone(site: Path, channel: str) -> None:
    """On the site and not in a pdf, or the other way round."""
    put(site / STORY, story(consent=CONSENT.replace(f"{channel}: ja", f"{channel}: nee")))
    assert run(site) == 0
    assert run(site, "pdf", "--edition", "2024-Q2", out="pdf") == 0
    pages = b"".join(left(site)).decode("latin-1")
    on_site = {word for word in SEEN if word in pages}
    on_paper = set().union(*in_pdfs(site / "pdf").values()) & SEEN
    assert bool(on_site) == (channel == "pdf")
    assert bool(on_paper) == (channel == "web")


def test_module_knows_no_clock() -> None:
    """The day comes from the data or from the command line."""
    source = Path(toestemming.__file__).read_text()
    assert not re.search(r"today|now\(", source)
