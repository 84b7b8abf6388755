"""What `build.py new` begins: valid files beside what stands, and nothing else touched."""

import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import yaml12
from on_disk import KLEIN, REAL, VERZONNEN, copy, found, make, problems, put, tree
from test_schemas import validators
from waw_site import commands, schemas
from waw_site.expressie import EXPRESSIE, Plek, vastgezet, volledig
from waw_site.kwartaal import Kwartaal
from waw_site.nieuw.tekst import overgenomen
from waw_site.nieuw.yaml import Tekstbestand
from waw_site.read import Bestand, read
from waw_site.te_doen import Soort, te_doen
from waw_site.text import HERSCHRIJF
from waw_site.tree import parse

SITES = {
    "echt": (REAL, "2024-Q4"),
    "klein": (KLEIN, "2024-Q4"),
    "verzonnen": (VERZONNEN, "2023-Q1"),
}
Q4 = Kwartaal(2024, 4)
Said = pytest.CaptureFixture[str]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy(KLEIN, tmp_path)


@pytest.fixture
def said(capsys: Said) -> Said:
    return capsys


def new(site: Path, *arguments: str) -> int:
    """What `build.py new` answers."""
    folders = ("--data", str(site / "data"), "--content", str(site / "content"))
    return commands.run(["new", *arguments, *folders])


def refused(site: Path, said: Said, *arguments: str) -> str:
    """What is said when nothing was begun; nothing may have changed."""
    before = tree(site)
    assert new(site, *arguments) in (1, 2)
    assert without_cache(tree(site)) == without_cache(before)
    return " ".join(said.readouterr().err.split("\n\n")[0].split())


def without_cache(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith(".cache")}


def added(site: Path, before: dict[str, bytes]) -> list[str]:
    """The files that came; all others are as they were, or longer at their end."""
    after = without_cache(tree(site))
    longer = [path for path, data in before.items() if after[path] != data]
    longer = [path for path in longer if not path.startswith("schemas/")]
    assert longer in ([], ["data/bronnen.yaml"])
    assert all(after[path].startswith(before[path]) for path in longer)
    return sorted(after.keys() - before.keys())


def todo(site: Path) -> dict[Soort, list[str]]:
    """What is to be done, by kind of work."""
    read = found(site)
    assert read.gelezen
    made: dict[Soort, list[str]] = {}
    for taak in te_doen(read.gelezen, read.editions):
        made.setdefault(taak.soort, []).append(taak.wat)
    return made


@pytest.mark.parametrize("name", SITES)
def test_an_edition_is_begun_and_nothing_that_stands_changes(name: str, tmp_path: Path) -> None:
    """It brings no problem: all that is left to do is on the list."""
    source, kwartaal = SITES[name]
    site = copy(source, tmp_path)
    before, said = tree(site), problems(site)
    assert new(site, "editie", kwartaal) == 0
    files = added(site, before)
    read = found(site)
    assert read.gelezen
    made = read.gelezen.edities[Kwartaal.parse(kwartaal)]
    assert made.concept
    assert (made.oordelen, made.errata) == ({}, ())
    assert f"data/edities/{kwartaal}.yaml" in files
    assert problems(site) == said
    standen = [path for path in files if path.startswith("data/projecten/")]
    assert len(todo(site)[Soort.CIJFERS]) == len(standen) > 0
    texts = [path for path in files if path.startswith("content/")]
    assert todo(site).get(Soort.HERSCHRIJVEN, []) == texts


def test_every_running_project_of_the_real_edition_gets_a_position(tmp_path: Path) -> None:
    """Those that ended get none, and a part that never reported does not either."""
    site = copy(REAL, tmp_path)
    new(site, "editie", "2024-Q4")
    made = {path.parent.name for path in (site / "data/projecten").glob("*/2024-Q4.yaml")}
    assert {"zorgstart", "zorgstart-en-wijkleerbedrijf", "motopp", "ai-annotatielab"} <= made
    assert not {"basiskok", "training-ik-ben", "eerste-elektromonteur", "werkt-door"} & made
    stand = (site / "data/projecten/trainingen/2024-Q4.yaml").read_text()
    assert "  gestart:  # 119 in 2024-Q2\n" in stand
    assert "  groepen:  # 5 in 2023-Q3; doel 18\n" in stand
    assert "# toelichting in 2024-Q2: De cijfers zijn van de trainingen samen.\n" in stand
    editie = (site / "data/edities/2024-Q4.yaml").read_text()
    assert "  bemiddeld:  # doel 500; iets meer dan 450 in 2024-Q2\n" in editie


def test_what_was_broken_down_stands_there_empty(site: Path) -> None:
    """As comments, as a part cannot be left open; without the signs it is asked for."""
    new(site, "editie", "2024-Q4")
    path = site / "data/projecten/zorg/2024-Q4.yaml"
    lines = path.read_text().split("\n")
    begin = lines.index("# verdelingen:")
    open_again = [line.removeprefix("# ") for line in lines[begin:-2]]
    put(path, "\n".join([*lines[:begin], *open_again, *lines[-2:]]))
    wrong = [p for p in found(site).problems if p.place.path.endswith("zorg/2024-Q4.yaml")]
    assert [p.melding for p in wrong] == [
        "Hier staat niets. Verwacht: een heel getal." for _ in ("jong", "oud", "onbekend")
    ]


def test_an_edition_can_be_built_as_a_concept(site: Path, tmp_path: Path) -> None:
    """With its drafts, plainly marked."""
    new(site, "editie", "2024-Q4")
    built = make(site, tmp_path / "uit")
    assert HERSCHRIJF in built["2024-Q4/index.html"].decode()
    assert HERSCHRIJF not in built["index.html"].decode()


def test_an_edition_with_a_draft_cannot_be_published_or_sealed(site: Path, said: Said) -> None:
    """Each draft is a fault once the edition is no concept any more."""
    new(site, "editie", "2024-Q4")
    texts = len(todo(site)[Soort.HERSCHRIJVEN])
    path = site / "data/edities/2024-Q4.yaml"
    put(path, path.read_text().replace("status: concept\n", "verschenen: 2025-03\n"))
    drafts = [p for p in found(site).problems if "herschreven" in p.melding]
    assert [str(p.ernst) for p in drafts] == ["fout"] * texts
    folders = ("--data", str(site / "data"), "--content", str(site / "content"))
    assert commands.run(["seal", "2024-Q4", *folders]) == 1
    assert "herschreven" in said.readouterr().err
    assert not (site / "data/zegels/2024-Q4.yaml").exists()


def test_the_list_gets_shorter_as_work_is_done(site: Path) -> None:
    """By a figure, by an explanation why it is empty, by a text, by a date; then it is empty."""
    new(site, "editie", "2024-Q4")
    first = todo(site)
    techniek = site / "data/projecten/techniek/2024-Q4.yaml"
    filled = techniek.read_text()
    for figure, number in (("gestart", 50), ("bemiddeld", 20), ("diplomarendement", 88)):
        filled = filled.replace(f"  {figure}:", f"  {figure}: {number}")
    put(techniek, filled)
    most = [n.replace("Start", "Start (nog bijeenkomsten)") for n in first[Soort.CIJFERS]]
    assert todo(site)[Soort.CIJFERS] == most
    put(
        techniek,
        filled.replace(
            "  bijeenkomsten:", "  bijeenkomsten: {waarde: , noot: Geteld wordt later.}"
        ),
    )
    assert todo(site)[Soort.CIJFERS] == [n for n in first[Soort.CIJFERS] if n != "Techniek Start"]
    for path in (site / "data/projecten").glob("*/2024-Q4.yaml"):
        if path != techniek:
            put(path, path.read_text() + "toelichting: De bron noemt geen cijfers.\n")
    assert Soort.CIJFERS not in todo(site)
    for path in (site / "content/2024-Q4").rglob("*.md"):
        put(
            path,
            path.read_text().replace(f"{HERSCHRIJF}: deze tekst komt uit de vorige editie.]\n", ""),
        )
    assert list(todo(site)) == [Soort.VERSCHIJNEN]
    path = site / "data/edities/2024-Q4.yaml"
    put(path, path.read_text().replace("# verschenen: vul", "verschenen: 2025-03  # vul"))
    assert todo(site) == {}


def test_work_is_told_to_who_does_it(site: Path, said: Said) -> None:
    """By the project, else the edition, else its contact; in words and for machines."""
    for slug, redacteur in (("techniek", "projectleider techniek"), ("zorg-a", "adviseur zorg")):
        path = site / f"data/projecten/{slug}/project.yaml"
        put(path, path.read_text() + f"redacteur: {redacteur}\n")
    new(site, "editie", "2024-Q4")
    said.readouterr()
    folders = ("--data", str(site / "data"), "--content", str(site / "content"))
    assert commands.run(["check", *folders]) == 0
    told = said.readouterr().out
    where = site / "content/2024-Q4/projecten"
    assert "Te doen voor adviseur zorg:\n  nog 1 project zonder cijfers: Zorg A\n" in told
    assert "Te doen voor het projectteam:\n  nog 3 projecten zonder cijfers:" in told
    expected = (
        "Te doen voor projectleider techniek: nog 1 project zonder cijfers: Techniek Start "
        f"nog 1 tekst om te herschrijven: {where}/: techniek.md"
    )
    assert "".join(expected.split()) in "".join(told.split())  # however long the path is
    commands.run(["check", "--format", "json", *folders])
    rows = [r for r in json.loads(said.readouterr().out) if r["ernst"] == "te doen"]
    own = [r for r in rows if r["redacteur"] == "adviseur zorg"]
    assert [(r["melding"], r["regel"]) for r in own] == [
        ("Nog te doen: project zonder cijfers (Zorg A).", 3)
    ]
    assert own[0]["bestand"].endswith("data/projecten/zorg-a/2024-Q4.yaml")
    path = site / "data/edities/2024-Q4.yaml"
    put(path, path.read_text() + "redacteur: eindredacteur\n")
    commands.run(["check", *folders])
    assert "Te doen voor eindredacteur:\n  nog 3 projecten" in said.readouterr().out


def test_a_project_that_began_since_is_to_be_put_somewhere(site: Path) -> None:
    """In a category of its own, that cannot be published under that name; one that ran is not."""
    put(
        site / "data/projecten/vers/project.yaml",
        "naam: Vers\nstatus:\n  - {fase: nieuw, vanaf: 2024-Q3}\nbron: {document: plan}\n",
    )
    put(
        site / "data/projecten/oud/project.yaml",
        "naam: Oud\nstatus:\n  - {fase: lopend}\n  - {fase: verlengd, vanaf: 2024-Q3}\n"
        "bron: {document: plan}\n",
    )
    new(site, "editie", "2024-Q4")
    read = found(site)
    assert read.gelezen
    last = read.gelezen.edities[Q4].rubrieken[-1]
    assert (last.rubriek, last.projecten) == ("nog-in-te-delen", ("vers",))
    assert (site / "data/projecten/vers/2024-Q4.yaml").is_file()
    assert "data/edities/2024-Q4.yaml" in todo(site)[Soort.HERSCHRIJVEN]
    path = site / "data/edities/2024-Q4.yaml"
    put(path, path.read_text().replace("status: concept\n", ""))
    assert any(p.place.path == "data/edities/2024-Q4.yaml" for p in found(site).grave(strict=False))


def test_the_first_edition_of_a_programme_has_all_that_runs(site: Path) -> None:
    """Where nothing goes before, its projects wait to be put in categories."""
    for path in [*(site / "data/edities").iterdir(), *(site / "data").glob("[btvz]*en/*.yaml")]:
        path.unlink()
    for folder in ("2024-Q2", "brieven", "verhalen"):
        for path in [p for p in (site / "content" / folder).rglob("*") if p.is_file()]:
            path.unlink()
    for path in (site / "data/projecten").glob("*/20*.yaml"):
        path.unlink()
    (site / "data/tegenspraken.yaml").unlink(missing_ok=True)
    assert new(site, "editie", "2024-Q2") == 0
    read = found(site)
    assert read.gelezen
    (rubriek,) = read.gelezen.edities[Kwartaal(2024, 2)].rubrieken
    assert set(rubriek.projecten) == {"zorg", "zorg-a", "zorg-b", "techniek", "gemeenten"}
    assert read.usable(strict=False)


@pytest.mark.parametrize(
    ("ritme", "eerste", "tweede"), [("halfjaar", "2024-H1", "2024-H2"), ("jaar", "2024", "2025")]
)
def test_an_edition_of_any_rhythm_is_begun(
    ritme: str, eerste: str, tweede: str, tmp_path: Path
) -> None:
    """Of a half year or a year, after one of the same; nothing else is asked for."""
    site = tmp_path / "ander"
    assert commands.run(["init", str(site), "--ritme", ritme, "--begin", eerste]) == 0
    known = set(found(site).problems)
    assert new(site, "editie", tweede) == 0
    assert new(site, "editie", "2026-Q1") == 2
    read = found(site)
    assert read.gelezen
    assert str(max(read.gelezen.edities)) == tweede
    (stand,) = (site / "data/projecten").glob(f"*/{tweede}.yaml")
    assert f" in {eerste}\n" in stand.read_text()
    fresh = {p.melding for p in set(read.problems) - known}
    assert fresh <= {"Hier moet nog iets worden aangevuld."}


def test_a_position_that_stands_already_stays(site: Path, said: Said) -> None:
    """A partner may have been quick; it is told, and the rest is begun."""
    path = put(
        site / "data/projecten/techniek/2024-Q4.yaml",
        "cijfers: {gestart: 50}\nbron: {document: plan}\n",
    )
    before = path.read_bytes()
    assert new(site, "editie", "2024-Q4") == 0
    assert path.read_bytes() == before
    assert "Stond er al, en is niet veranderd: " in said.readouterr().out
    assert (site / "data/projecten/zorg/2024-Q4.yaml").is_file()


@pytest.mark.parametrize(
    "ending", [b"", b"\n", b"\n# einde\n", b"\r\n# CRLF\r\n"], ids=["none", "lf", "comment", "crlf"]
)
def test_documents_are_only_added_to(site: Path, ending: bytes) -> None:
    """What stands in bronnen.yaml stays to the byte, comments and line ends too."""
    path = site / "data/bronnen.yaml"
    was = path.read_bytes().rstrip(b"\n")
    if b"\r" in ending:
        was = was.replace(b"\n", b"\r\n")
    path.write_bytes(was + ending)
    assert new(site, "editie", "2024-Q4") == 0
    now = path.read_bytes()
    assert now.startswith(was + ending)
    assert now.count(b"\r\n") == (now.count(b"\n") if b"\r" in ending else 0)
    read = found(site)
    assert read.gelezen
    titel = read.gelezen.bronnen["monitor-2024-q4"].titel
    assert titel == "Monitor Klein Werk, vierde kwartaal 2024"


def test_what_was_carried_over_keeps_its_line_ends(site: Path) -> None:
    """A file of Windows is followed by one of Windows."""
    for path in (site / "data/edities/2024-Q2.yaml", site / "content/2024-Q2/koers.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    new(site, "editie", "2024-Q4")
    for path in (site / "data/edities/2024-Q4.yaml", site / "content/2024-Q4/koers.md"):
        data = path.read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n") > 3


def test_a_draft_says_what_it_said_and_quotes_nobody() -> None:
    """Its figures keep their quarter, its facts and title stand, the marker comes first."""
    text = (
        "---\nfeiten:\n  plekken: 3\nbron: {document: plan}\n---\n# Kop\n\n"
        "Er zijn {{ plekken }} plekken en {{ ruim 220 = zorg.gestart }} van "
        "{{ a.b in 2023-Q4 }}.\n\n"
        "> Ik vond het mooi,\n> zei Anna.\n\n{{ 5 van de 12 = a.x van a.y }}\n"
    )
    file = Bestand("content/2024-Q2/koers.md", "tekst", "", "2024-Q2", text.encode())
    made = overgenomen(file, Kwartaal(2024, 2), frozenset({"plekken"})).decode()
    assert made == (
        "---\nfeiten:\n  plekken: 3\nbron: {document: plan}\n---\n# Kop\n\n"
        "[Herschrijf: deze tekst komt uit de vorige editie.]\n\n"
        "Er zijn {{ plekken }} plekken en {{ ruim 220 = zorg.gestart in 2024-Q2 }} van "
        "{{ a.b in 2023-Q4 }}.\n\n\n{{ 5 van de 12 = a.x in 2024-Q2 van a.y in 2024-Q2 }}\n"
    )


def test_what_was_begun_is_told_when_the_schemas_cannot_follow(site: Path, said: Said) -> None:
    """The new file stands and the message says so; of the schemas none was changed."""
    stands = site / "schemas/project.schema.json"
    put(stands, "{}")
    (site / "schemas" / schemas.WOORDEN).mkdir()
    assert new(site, "project", "nieuw-werk") == 2
    assert (site / "data/projecten/nieuw-werk/project.yaml").exists()
    told = " ".join(said.readouterr().err.split("\n\n")[0].split())
    assert told.startswith("De nieuwe bestanden staan er, maar de schema's zijn niet bijgewerkt.")
    assert schemas.WOORDEN in told
    assert stands.read_text() == "{}"
    assert [p.name for p in (site / "schemas").iterdir() if p.name.startswith(".")] == []


def test_what_is_begun_is_what_an_editor_of_yaml_expects(tmp_path: Path) -> None:
    """Each file names its schema and keeps to it, also to the names that are new with it."""
    site = copy(REAL, tmp_path)
    shutil.copytree(REAL / "schemas", site / "schemas")
    before = tree(site)
    new(site, "editie", "2024-Q4")
    new(site, "project", "vers")
    for soort, naam in (("voorstel", "proef"), ("begroting", "2025"), ("terugblik", "motopp")):
        new(site, "stuk", soort, naam, "--edition", "2024-Q4")
    dataset = found(site).dataset
    assert dataset
    made = schemas.bestanden(dataset)
    assert (site / "schemas" / schemas.WOORDEN).read_text() == made[schemas.WOORDEN]
    checkers = validators(made)
    kinds = set()
    for file in read(site / "data", site / "content").bestanden:
        if file.path.startswith("data/") and file.path not in before:
            first, _, _ = file.data.decode().partition("\n")
            assert first == schemas.verwijzing(file.path, file.kind)
            wrong = [
                e.message for e in checkers[file.kind].iter_errors(yaml12.load(file.data.decode()))
            ]
            assert (file.path, wrong) == (file.path, [])
            kinds.add(file.kind)
    assert kinds == {"editie", "stand", "project", "voorstel", "begroting", "terugblik"}


def test_no_consent_and_no_story_is_carried_over(tmp_path: Path) -> None:
    """Whoever agreed to one edition did not agree to the next."""
    site = copy(REAL, tmp_path)
    new(site, "editie", "2024-Q4")
    read = found(site)
    assert read.gelezen
    assert not any(Q4 in verhaal.edities for verhaal in read.gelezen.verhalen.values())


REFUSED = {
    "zonder kwartaal": (["editie"], "Zeg van welk kwartaal: new editie 2024-Q2."),
    "geen kwartaal": (["editie", "2024Q4"], "“2024Q4” is geen kwartaal."),
    "halfjaar": (["editie", "2024-H2"], "“2024-H2” is geen kwartaal."),
    "is er al": (["editie", "2024-Q2"], "De editie 2024-Q2 is er al"),
    "voor het plan": (["editie", "2001-Q1"], "In 2001-Q1 gold nog geen plan"),
    "te veel": (["editie", "2024-Q4", "x"], "“x” is er te veel. Schrijf: new editie 2024-Q4."),
    "met editie": (
        ["project", "x", "--edition", "2024-Q2"],
        "Bij new project hoort geen --edition",
    ),
    "met naam": (["editie", "2024-Q4", "--naam", "x"], "Bij new editie hoort geen --naam."),
    "project zonder naam": (["project"], "Zeg hoe het heet: new project naam."),
    "hoofdletters": (["project", "Zorg Plus"], "“Zorg Plus” kan niet."),
    "voorstel voor de naam": (["project", "Zorg Plus"], "Schrijf zorg-plus."),
    "naam van Windows": (["project", "aux"], "“aux” kan niet."),
    "pad": (["project", "../x"], "“../x” kan niet."),
    "project is er al": (["project", "zorg"], "project.yaml is er al; er is niets geschreven."),
    "lege naam": (["project", "x", "--naam", "  "], "Bij --naam hoort een naam"),
    "onzichtbare naam": (["project", "x", "--naam", "a\u115f"], "Bij --naam hoort een naam"),
    "onbekend document": (["project", "x", "--bron", "pln"], "Bedoelde u “plan”?"),
    "verhaal zonder project": (["verhaal", "x"], "Zeg van welk project"),
    "verhaal van niets": (["verhaal", "x", "--project", "zrg"], "Bedoelde u “zorg”?"),
    "verhaal is er al": (["verhaal", "sanne", "--project", "zorg"], "sanne.md is er al"),
    "stuk zonder soort": (["stuk"], "Zeg wat voor stuk"),
    "onbekend stuk": (["stuk", "begrotting", "x"], "Bedoelde u “begroting”?"),
    "stuk zonder naam": (["stuk", "voorstel"], "Zeg hoe het heet"),
    "stuk zonder editie": (["stuk", "voorstel", "x"], "new stuk voorstel x --edition 2024-Q2."),
    "stuk bij niets": (["stuk", "voorstel", "x", "--edition", "2024-Q1"], "geen editie “2024-Q1”"),
    "terugblik op niets": (["stuk", "terugblik", "x", "--edition", "2024-Q2"], "“x” bestaat niet."),
    "onbekend": (["edite"], "Bedoelde u “editie”?"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_wrong_use_begins_nothing(case: str, site: Path, said: Said) -> None:
    arguments, words = REFUSED[case]
    assert words in refused(site, said, *arguments)


def test_a_text_that_stands_in_the_way_is_not_overwritten(site: Path, said: Said) -> None:
    """Such a text is a fault already, as no page shows it; then nothing is begun."""
    put(site / "content/2024-Q4/koers.md", "Al geschreven.\n")
    assert "Geen pagina toont deze tekst" in refused(site, said, "editie", "2024-Q4")


def test_what_cannot_be_carried_over_is_refused(site: Path, said: Said) -> None:
    """An edition on one line, or documents to which no line can be added."""
    path = site / "data/edities/2024-Q2.yaml"
    was = path.read_text()
    value = parse("x", path.read_bytes()).value
    put(path, json.dumps(value, ensure_ascii=False) + "\n")
    assert "kan niet worden overgenomen" in refused(site, said, "editie", "2024-Q4")
    put(path, was)
    bronnen = site / "data/bronnen.yaml"
    put(bronnen, json.dumps(parse("x", bronnen.read_bytes()).value, ensure_ascii=False) + "\n")
    assert "Zet er zelf “monitor-2024-q4” in" in refused(site, said, "editie", "2024-Q4")


def test_what_cannot_be_written_leaves_nothing(
    site: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not one file of an edition of which another could not be put in its place."""
    before, folders = without_cache(tree(site)), sorted(p for p in site.rglob("*") if p.is_dir())
    true, count = os.replace, [0]
    for most in range(0, 14, 3):
        count[0] = 0

        def replace(one: str, other: Path, most: int = most) -> None:
            if ".cache" not in str(other):
                count[0] += 1
                if count[0] == most + 1:
                    raise OSError(28, "", str(other))
            true(one, other)

        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", replace)
            assert new(site, "editie", "2024-Q4") == (2 if count[0] > most else 0)
        if count[0] <= most:
            break
        assert "de schijf is vol" in said.readouterr().err
        assert without_cache(tree(site)) == before
        assert [p for p in sorted(site.rglob("*")) if p.is_dir() and ".cache" not in p.parts] == [
            p for p in folders if ".cache" not in p.parts
        ]


STUKKEN = {
    "voorstel": "data/voorstellen/proef.yaml",
    "begroting": "data/begrotingen/proef.yaml",
}


@pytest.mark.parametrize("soort", STUKKEN)
@pytest.mark.parametrize("name", SITES)
def test_a_document_is_begun_from_the_data(name: str, soort: str, tmp_path: Path) -> None:
    """Valid, and waiting only to be completed."""
    site = copy(SITES[name][0], tmp_path)
    before, known = tree(site), set(found(site).problems)
    last = max(path.stem for path in (site / "data/edities").iterdir())
    assert new(site, "stuk", soort, "proef", "--edition", last) == 0
    assert added(site, before) == [STUKKEN[soort]]
    fresh = {p.melding for p in set(found(site).problems) - known}
    assert fresh == {"Hier moet nog iets worden aangevuld."}
    assert todo(site)[Soort.AANVULLEN] == [STUKKEN[soort]]


def test_a_review_is_begun_from_its_project(tmp_path: Path) -> None:
    site = copy(REAL, tmp_path)
    assert new(site, "stuk", "terugblik", "motopp", "--edition", "2024-Q2") == 0
    read = found(site)
    assert read.gelezen
    made = read.gelezen.terugblikken["motopp"]
    assert made.trechter == ("motopp.gestart", "motopp.afgerond", "motopp.bemiddeld")
    assert todo(site)[Soort.AANVULLEN] == ["data/terugblikken/motopp.yaml"]


def test_a_letter_is_a_document_too(site: Path) -> None:
    assert new(site, "stuk", "brief", "--edition", "2024-Q2") == 0
    assert (site / "data/brieven/raadsbrief-2024-q2.yaml").is_file()
    assert todo(site)[Soort.AANVULLEN] == ["content/brieven/raadsbrief-2024-q2.md"]


@pytest.mark.parametrize("name", SITES)
def test_a_project_is_begun(name: str, tmp_path: Path) -> None:
    """In development, with its own name and nothing that no source says."""
    site = copy(SITES[name][0], tmp_path)
    before, known = tree(site), set(found(site).problems)
    assert new(site, "project", "zorg-plus", "--naam", 'Zorg: "plus", ja') == 0
    assert added(site, before) == ["data/projecten/zorg-plus/project.yaml"]
    read = found(site)
    assert read.gelezen
    project = read.gelezen.projecten["zorg-plus"]
    assert (project.naam, [str(s.fase) for s in project.status]) == (
        'Zorg: "plus", ja',
        ["in ontwikkeling"],
    )
    assert {p.melding for p in set(read.problems) - known} == {
        "Hier moet nog iets worden aangevuld."
    }


def test_a_story_is_begun_that_stands_nowhere(site: Path, tmp_path: Path) -> None:
    """Nobody has agreed yet: it is in no page, and on the list."""
    assert new(site, "verhaal", "anna", "--project", "zorg") == 0
    read = found(site)
    assert read.gelezen
    assert "anna" in read.gelezen.weggelaten
    assert not read.grave(strict=True)
    assert todo(site) == {Soort.TOESTEMMING: ["content/verhalen/anna.md"]}


_NAMES = st.from_regex(r"[a-z]{1,6}(\.[a-z]{1,6})?", fullmatch=True)
_PATHS = st.tuples(_NAMES, st.sampled_from(["", " in 2023-Q4"])).map("".join)


@given(st.lists(_PATHS, min_size=1, max_size=3), st.sampled_from([" van ", " en ", ", ", " tot "]))
def test_a_fixed_text_names_the_same_figures_in_any_edition(paths: list[str], join: str) -> None:
    """A draft is as true as what it came from, and is not changed by being carried over twice."""
    plek = Plek("content/2024-Q2/koers.md", Kwartaal(2024, 2), frozenset({"feit"}))
    later = Plek(plek.path, Q4, plek.feiten)
    text = f"Woorden {{{{ zo = {join.join([*paths, 'feit'])} }}}} en meer."
    fixed = vastgezet(text, plek)
    (was,), (now,) = EXPRESSIE.findall(text), EXPRESSIE.findall(fixed)
    assert volledig(was, plek, "") == volledig(now, later, "")
    assert vastgezet(fixed, later) == fixed


@given(
    st.lists(st.sampled_from(["a: 1", "b: {c: 2}", "# x", "", "d:", "  e: 3"]), max_size=6),
    st.booleans(),
)
def test_what_is_added_leaves_what_stands(lines: list[str], windows: bool) -> None:
    """A file with lines added begins with the file as it was."""
    data = ("\r\n" if windows else "\n").join(lines).encode()
    file = Tekstbestand(Bestand("data/bronnen.yaml", "bronnen", "", "", data))
    assert file.appended(["z: 1"]).startswith(data)
    assert file.appended(["z: 1"]).splitlines()[-1] == b"z: 1"
