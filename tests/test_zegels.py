"""What was published cannot change in silence: seals, errata, concepts, and what verify says."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builders import Q
from on_disk import KLEIN, REAL, copy, found, make, problems, put
from test_cli import run
from test_html import told as validated
from waw_site import site as pipeline
from waw_site.breuk import houd, woorden
from waw_site.cijferboek import Cijferboek, Gevonden
from waw_site.expressie import Pad
from waw_site.kwartaal import Kwartaal
from waw_site.namen import figuren
from waw_site.waarde import Waarde
from waw_site.waarmerk import waarmerk, zegel
from waw_site.zegel import Camera, gezegd, heel

OLD, NEW = "2023-Q4", "2024-Q2"
STAND = f"data/projecten/zorg-a/{OLD}.yaml"
ERRATUM = """errata:
  - datum: 2024-11-02
    cijfers: [zorg-a.gestart]
    reden: Eén aanmelding was niet geteld.
    gevolg: De status blijft bijsturen.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site with both editions sealed."""
    made = copy(KLEIN, tmp_path / "site")
    for kwartaal in (OLD, NEW):
        put(made / f"data/zegels/{kwartaal}.yaml", zegel(found(made), Q(kwartaal)))
    return made


def change(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text()
    assert old in text
    put(site / path, text.replace(old, new, 1))


def add(site: Path, path: str, text: str) -> None:
    put(site / path, (site / path).read_text() + text)


def faults(site: Path) -> str:
    """The messages of what stands in the way of a build."""
    said = re.split(r"\n(?=data|content)", problems(site))
    return "\n".join(" ".join(part.split()) for part in said if "fout\n" in part)


def lines(site: Path) -> Iterator[str]:
    return (line.tekst for line in waarmerk(found(site)))


def told(page: bytes) -> str:
    """The words of a page, with struck words as they are marked."""
    text = re.sub(r"</?del>", "~", page.decode())
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


def test_sealed_site_is_the_same_site(site: Path, tmp_path: Path) -> None:
    """A seal adds nothing to what readers see, and holds from the start."""
    assert make(site, tmp_path / "a") == make(KLEIN, tmp_path / "b")
    assert all("klopt." in line for line in lines(site))


def test_seal_holds_every_figure_as_it_is_shown(site: Path) -> None:
    """Each name of the seal can be called by a text, and says what the text would show."""
    read = found(site)
    assert read.dataset
    boek = Cijferboek(read.dataset, read.editions)
    for kwartaal, sealed in read.dataset.zegels.items():
        for name, said in sealed.cijfers.items():
            naam, _, when = name.partition(" in ")
            assert gezegd(boek.zoek(Pad(naam, Q(when) if when else kwartaal))) == said, name
    old, new = (read.dataset.zegels[Q(k)].cijfers for k in (OLD, NEW))
    assert (old["zorg-a.gestart"], old["bemiddeld.bereikt"]) == (120, "ruim 65")
    assert (old["techniek.bemiddeld"], new["techniek.bijeenkomsten"]) == (None, "n.v.t.")
    assert (new["zorg-a.gestart.groei"], new["gestart.status"]) == (30, "bijsturen")
    assert new["zorg.gestart.leeftijd.jong"] == 100
    assert old["techniek.diplomarendement.doel"] == "80 procent"


def test_figure_of_another_quarter_that_a_text_calls_is_sealed(tmp_path: Path) -> None:
    """Also where no edition has that quarter; it fails where it stands."""
    site = copy(KLEIN, tmp_path / "site")
    stand = "data/projecten/zorg-a/2024-Q1.yaml"
    put(site / stand, "cijfers: {gestart: 130, bemiddeld: 41}\nbron: {document: monitor-2024}\n")
    add(site, f"content/{NEW}/koers.md", "\nEerder waren er {{ zorg-a.gestart in 2024-Q1 }}.\n")
    text = zegel(found(site), Q(NEW))
    assert "\n  zorg-a.gestart in 2024-Q1: 130\n" in text
    put(site / f"data/zegels/{NEW}.yaml", text)
    change(site, stand, "gestart: 130", "gestart: 131")
    said = faults(site)
    assert f"{stand}:1:20: fout “zorg-a.gestart in 2024-Q1” is 131, maar" in said
    name = "zorg-a.gestart in 2024-Q1"
    add(site, f"data/edities/{NEW}.yaml", ERRATUM.replace("zorg-a.gestart", name))
    assert faults(site) == ""
    page = told(make(site, tmp_path / "uit")[f"{NEW}/index.html"])
    assert "Eerder waren er 131 (was ~130~, hersteld op 2 november 2024)." in page


def test_seal_is_a_line_for_each_name_in_order(site: Path) -> None:
    text = (site / f"data/zegels/{NEW}.yaml").read_text()
    block = text.split("cijfers:\n")[1].split("teksten:\n")[0].splitlines()
    names = [line.split(": ")[0] for line in block]
    assert names == sorted(names)
    assert all(re.fullmatch(r"  \S+( in \S+)?: .+", line) for line in block)


def test_changed_figure_fails_with_old_new_and_its_line(site: Path) -> None:
    """One message at the cause; the sums that follow from it are counted."""
    change(site, STAND, "gestart: 120", "gestart: 119")
    said = faults(site)
    assert said.startswith(f"{STAND}:1:20: fout “zorg-a.gestart” is 119, maar")
    assert f"de verzegelde editie {OLD} zei 120." in said
    assert "Vier cijfers volgen daaruit." in said
    assert said.count("fout ") == 1
    assert "cijfers: [zorg-a.gestart]" in said


def test_change_in_an_edition_without_a_seal_is_told_where_it_is(site: Path) -> None:
    """Growth rests on the edition before: its line is the place."""
    (site / f"data/zegels/{OLD}.yaml").unlink()
    change(site, STAND, "gestart: 120", "gestart: 119")
    said = faults(site)
    assert f"{STAND}:1:20: fout “zorg-a.gestart.groei” is 31" in said
    assert "zei 30" in said


def test_qualifier_is_part_of_the_figure(site: Path) -> None:
    change(site, f"data/edities/{OLD}.yaml", "kwalificatie: ruim", "kwalificatie: meer dan")
    assert "“bemiddeld.gepubliceerd” is meer dan 65" in faults(site)
    assert "zei ruim 65" in faults(site)


@pytest.fixture
def mended(site: Path) -> Path:
    """A figure was put right, with an erratum."""
    change(site, STAND, "gestart: 120", "gestart: 119")
    add(site, f"data/edities/{OLD}.yaml", ERRATUM)
    change(site, f"data/edities/{OLD}.yaml", "gestart: 205", "gestart: 206")
    change(
        site, f"data/edities/{OLD}.yaml", "[zorg-a.gestart]", "[zorg-a.gestart, gestart.bereikt]"
    )
    return site


def test_erratum_stands_wherever_the_figure_stands(mended: Path, tmp_path: Path) -> None:
    """On top of the edition, in the archive, in the feed, and beside each figure, in words too."""
    made = make(mended, tmp_path / "uit")
    was = "(was ~120~, hersteld op 2 november 2024)"
    edition = told(made[f"{OLD}/index.html"])
    top, _, below = edition.partition("Hersteld na het verschijnen")[2].partition("Waar staan we?")
    assert f"Zorg A, gestart: 119 {was}" in top
    assert "Eén aanmelding was niet geteld." in top
    assert "De status blijft bijsturen." in top
    assert f"119 {was}" in below
    assert "206 (was ~205~, hersteld op 2 november 2024)" in edition
    for path in ("index.html", "projecten/zorg-a/index.html", f"{OLD}/herkomst/index.html"):
        assert "hersteld op 2 november 2024" in told(made[path]).lower(), path
    assert f"119 {was}" in told(made["projecten/zorg-a/index.html"])
    feed = made["feed.xml"].decode()
    assert "Zorg A, gestart: 119 (was 120)." in feed
    assert "Erratum: Klein Werk, vierde kwartaal 2023" in feed


def test_later_edition_that_follows_from_an_erratum_needs_none(
    mended: Path, tmp_path: Path
) -> None:
    """Growth since the corrected edition is shown as corrected."""
    assert faults(mended) == ""
    page = told(make(mended, tmp_path / "uit")[f"{NEW}/index.html"])
    assert "31 (was ~30~, hersteld op 2 november 2024) erbij sinds" in page


def test_erratum_must_name_what_changed(site: Path) -> None:
    add(site, f"data/edities/{OLD}.yaml", ERRATUM)
    said = faults(site)
    assert f"data/edities/{OLD}.yaml:10:15: fout “zorg-a.gestart” is niet anders" in said


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    gevolg: De status blijft bijsturen.\n", "", "zegt niet wat het gevolg is"),
        ("2024-11-02", "2024-11", "is de dag niet bekend"),
        ("    cijfers: [zorg-a.gestart]\n", "", "noemt geen cijfer en geen tekst"),
    ],
)
def test_erratum_says_all(site: Path, old: str, new: str, message: str) -> None:
    change(site, STAND, "gestart: 120", "gestart: 119")
    add(site, f"data/edities/{OLD}.yaml", ERRATUM.replace(old, new))
    assert message in faults(site)


def test_erratum_covers_only_what_it_names(site: Path) -> None:
    """And all that follows from that; another figure stays an error."""
    change(site, STAND, "gestart: 120, bemiddeld: 40", "gestart: 119, bemiddeld: 41")
    add(site, f"data/edities/{OLD}.yaml", ERRATUM)
    said = faults(site)
    assert "“zorg-a.bemiddeld” is 41" in said
    assert "zorg-a.gestart" not in said


def test_text_needs_a_note(site: Path, tmp_path: Path) -> None:
    """A text that was changed fails; with a note it builds, and the note is shown."""
    path = f"content/{NEW}/koers.md"
    add(site, path, "\nEn nog een zin.\n")
    said = faults(site)
    assert f"{path}:" in said
    assert f"Deze tekst is anders dan in de verzegelde editie {NEW}" in said
    note = f"errata: [{{datum: 2024-11-02, teksten: [{path}], reden: Een zin ontbrak.}}]\n"
    add(site, f"data/edities/{NEW}.yaml", note)
    assert faults(site) == ""
    page = told(make(site, tmp_path / "uit")[f"{NEW}/index.html"])
    assert "Verbeterde tekst: " in page
    assert "Een zin ontbrak." in page


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (f"data/edities/{NEW}.yaml", "elders staat", "verderop staat"),
        ("data/projecten/techniek/2024-Q2.yaml", "niet precies geteld", "precies geteld"),
        ("data/projecten/zorg-a/project.yaml", "naam: Zorg A", "naam: Zorg Alfa"),
        ("data/brieven/raadsbrief.yaml", "titel: ", "titel: De "),
    ],
)
def test_texts_in_yaml_are_sealed(site: Path, path: str, old: str, new: str) -> None:
    change(site, path, old, new)
    assert path in faults(site)


def test_text_that_came_later_fails(site: Path) -> None:
    """Of the edition itself; a document beside it may come afterwards."""
    put(site / f"content/{NEW}/toekomst.md", "Het gaat verder.\n")
    assert "Deze tekst stond niet in de verzegelde editie" in faults(site)
    (site / f"content/{NEW}/toekomst.md").unlink()
    text = (site / "data/begrotingen/2024.yaml").read_text()
    put(site / "data/begrotingen/2024-nieuw.yaml", text)
    assert faults(site) == ""


def test_templates_styles_and_words_of_ours_do_not_break_a_seal(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a page looks like, and the sentences that the program makes, are no content."""
    templates = tmp_path / "templates"
    templates.mkdir()
    for path in (REAL / "templates").iterdir():
        put(templates / path.name, path.read_text().replace("Waar staan we?", "Hoe ver zijn we?"))
    add(tmp_path, "templates/monitor.css", "h1 { color: inherit; }\n")
    put(site / "content/huisstijl.css", ":root { --basis-space-block-md: 2rem; }\n")
    monkeypatch.setattr("waw_site.rendering.TEMPLATES", templates)
    monkeypatch.setattr("waw_site.page.zinnen.dekking", lambda total: ("Anders gezegd.",))
    assert all("klopt." in line for line in lines(site))
    page = make(site, tmp_path / "uit")[f"{NEW}/index.html"].decode()
    assert "Hoe ver zijn we?" in page


def test_hidden_figure_is_sealed_as_hidden(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its seal says x whatever it counts, and keeps it hidden; that it gets hidden is a change."""
    name = "zorg-b.gestart"

    def hide(count: int) -> None:
        def hidden(boek: Cijferboek, kwartaal: Kwartaal) -> dict[str, Gevonden]:
            figures = figuren(boek, kwartaal)
            shown = figures[name]
            assert isinstance(shown, Waarde)
            return figures | {name: replace(shown, getal=count, verborgen=True)}

        monkeypatch.setattr("waw_site.zegel.figuren", hidden)
        monkeypatch.setattr("waw_site.bescherming._sealed", lambda _: {})

    for kwartaal in (OLD, NEW):
        (site / f"data/zegels/{kwartaal}.yaml").unlink()
    hide(3)
    one = zegel(found(site), Q(NEW))
    hide(4)
    assert zegel(found(site), Q(NEW)) == one
    assert f"\n  {name}: x\n" in one
    put(site / f"data/zegels/{NEW}.yaml", one)
    assert faults(site) == ""
    monkeypatch.undo()
    kept = found(site).dataset
    assert kept
    assert f"{name} in {NEW}" in kept.verborgen
    (site / f"data/zegels/{NEW}.yaml").unlink()
    put(site / f"data/zegels/{NEW}.yaml", zegel(found(site), Q(NEW)))
    hide(3)
    assert f"“{name}” is x, maar de verzegelde editie {NEW} zei 80." in faults(site)
    add(site, f"data/edities/{NEW}.yaml", ERRATUM.replace("zorg-a.gestart", name))
    mended = found(site).editions[Q(NEW)].hersteld
    assert [(h.was, h.nu) for h in mended if h.naam == name] == [("x", "x")]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (1146, "1.146"),
        (None, "niet gemeld"),
        ("x", "x"),
        ("n.v.t.", "n.v.t."),
        ("iets meer dan 1450", "iets meer dan 1.450"),
        ("minder dan -2", "minder dan −2"),
        ("ruim 54 procent", "ruim 54 procent"),
        ("50455.25 euro", "€ 50.455,25"),
        ("18 maanden", "anderhalf jaar"),
        ("2024-Q4", "2024-Q4"),
        ("op koers", "op koers"),
    ],
)
def test_old_value_is_told_as_a_page_tells_it(said: int | str | None, words: str) -> None:
    assert woorden(said) == words


def test_verify_says_what_holds(site: Path) -> None:
    """A line for each edition: its counts, its errata; exit 0, or 1 where one fails."""
    folders = ("--data", str(site / "data"), "--content", str(site / "content"))
    result = run("verify", *folders)
    assert (result.returncode, result.stderr) == (0, "")
    assert f"{OLD}: klopt. 53 cijfers, 25 teksten en 1 pagina. Geen errata." in result.stdout
    change(site, STAND, "gestart: 120", "gestart: 119")
    result = run("verify", *folders)
    assert result.returncode == 1
    assert f"{OLD}: klopt niet. " in result.stdout
    assert f"{NEW}: klopt. " in result.stdout
    add(site, f"data/edities/{OLD}.yaml", ERRATUM)
    result = run("verify", *folders)
    assert result.returncode == 0
    assert "Errata: 2 november 2024." in " ".join(result.stdout.split())


def test_verify_without_seals(tmp_path: Path) -> None:
    folders = ("--data", str(KLEIN / "data"), "--content", str(KLEIN / "content"))
    result = run("verify", *folders)
    assert (result.returncode, result.stdout) == (0, "Er is nog geen editie verzegeld.\n")


def test_withdrawn_story_does_not_break_a_seal(site: Path) -> None:
    """Its absence is said; a story that is told otherwise is a change."""
    story = "content/verhalen/sanne.md"
    add(site, story, "\nEn toen nog iets.\n")
    assert story in faults(site)
    change(site, story, "En toen nog iets.\n", "")
    change(site, story, "web: ja", "web: nee")
    assert faults(site) == ""
    assert any(f"Ingetrokken of verlopen: {story}" in line for line in lines(site))


@pytest.mark.parametrize(
    ("old", "new"),
    [("zorg-a.gestart: 120", "zorg-a.gestart: 119"), ("controle: ", "controle: 0")],
)
def test_seal_that_was_changed_by_hand_is_refused(site: Path, old: str, new: str) -> None:
    change(site, f"data/zegels/{OLD}.yaml", old, new)
    said = faults(site)
    assert f"data/zegels/{OLD}.yaml:3:11: fout Dit zegel is beschadigd" in said
    assert run(
        "verify", "--data", str(site / "data"), "--content", str(site / "content")
    ).returncode


def test_line_ends_do_not_damage_a_seal(site: Path) -> None:
    path = site / f"data/zegels/{OLD}.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert faults(site) == ""


def test_removed_edition_is_missed(site: Path) -> None:
    (site / f"data/edities/{OLD}.yaml").unlink()
    assert f"De editie {OLD} is verzegeld, maar" in faults(site)


def test_removed_project_is_missed_in_one_message(site: Path) -> None:
    """With its figures, and the sums that lost it as what follows."""
    change(site, f"data/edities/{OLD}.yaml", "projecten: [koken]", "projecten: []")
    put(site / "data/projecten/koken/2023-Q4.yaml", "")
    (site / "data/projecten/koken/2023-Q4.yaml").unlink()
    said = faults(site)
    assert "“koken.bemiddeld” staat niet meer in de editie" in said
    assert "verzegeld is 5" in said
    assert "koken.gestart" in said
    assert not re.search(r"fout “(?:rubriek|sector)\.\w+\.(?:gestart|bemiddeld)", said)


def test_renamed_project_needs_its_old_name(site: Path) -> None:
    """A new name with the old one kept for its time is no change of what was published."""
    path = "data/projecten/zorg-b/project.yaml"
    naam = re.search(r"naam: (.+)", (site / path).read_text())
    assert naam
    change(site, path, naam[0], "naam: Zorg Beta")
    assert f"{path}:" in faults(site)
    kept = f"namen: [{{naam: {naam[1]}, tot_en_met: {NEW}}}]"
    change(site, path, "naam: Zorg Beta", f"naam: Zorg Beta\n{kept}")
    assert faults(site) == ""


def test_stand_of_a_later_quarter_changes_nothing(site: Path) -> None:
    """Nor do a later status, a later goal or a later plan."""
    put(
        site / "data/projecten/zorg-a/2024-Q4.yaml",
        "cijfers: {gestart: 999, bemiddeld: 99}\nbron: {document: monitor-2024}\n",
    )
    assert faults(site) == ""
    assert all("klopt." in line for line in lines(site))


def test_changed_plan_fails_at_the_plan(site: Path) -> None:
    """The goal at its line, with what follows; an erratum may name either name of it."""
    path = "data/programma.yaml"
    change(site, path, "totaal: 300", "totaal: 310")
    said = faults(site)
    assert f"{path}:" in said
    assert "“gestart.doel” is 310" in said
    assert "Zo ook plan.gestart." in said
    named = ERRATUM.replace("zorg-a.gestart", "plan.gestart")
    add(site, f"data/edities/{OLD}.yaml", named)
    assert "gestart.doel" not in faults(site).replace(f"editie {NEW}", "")


def test_changed_end_of_the_plan_fails(site: Path) -> None:
    change(site, "data/programma.yaml", "einde: 2023-Q4", "einde: 2024-Q1")
    said = faults(site)
    assert said.startswith("data/programma.yaml:18:12: fout “tijd.over” is een kwartaal, maar de")
    assert "Zo ook plan.einde." in said
    assert "looptijd" not in said


def test_erratum_without_a_seal(tmp_path: Path) -> None:
    site = copy(KLEIN, tmp_path / "site")
    add(site, f"data/edities/{OLD}.yaml", ERRATUM)
    assert "maar deze editie is niet verzegeld" in faults(site)


def test_seal_is_written_once(tmp_path: Path) -> None:
    """Again it says the same, or is refused; an erratum does not make another."""
    site = copy(KLEIN, tmp_path / "site")
    folders = ("--data", str(site / "data"), "--content", str(site / "content"))
    first = run("seal", OLD, *folders)
    assert first.returncode == 0
    assert "Verzegeld: " in first.stdout
    text = (site / f"data/zegels/{OLD}.yaml").read_text()
    again = run("seal", OLD, *folders)
    assert (again.returncode, "zegt hetzelfde" in again.stdout) == (0, True)
    change(site, STAND, "gestart: 120", "gestart: 119")
    assert run("seal", OLD, *folders).returncode == 1
    add(site, f"data/edities/{OLD}.yaml", ERRATUM)
    refused = run("seal", OLD, *folders)
    assert (refused.returncode, "is al verzegeld" in refused.stderr) == (2, True)
    assert (site / f"data/zegels/{OLD}.yaml").read_text() == text


@pytest.mark.parametrize("arguments", [("seal",), ("seal", "2020-Q1"), ("verify", OLD)])
def test_wrong_use_is_told(arguments: tuple[str, ...]) -> None:
    folders = ("--data", str(KLEIN / "data"), "--content", str(KLEIN / "content"))
    result = run(*arguments, *folders)
    assert (result.returncode, "Traceback" in result.stderr) == (2, False)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The small site with its newest edition a concept."""
    site = copy(KLEIN, tmp_path / "site")
    change(site, f"data/edities/{NEW}.yaml", "nummer: 2", "nummer: 2\nstatus: concept")
    return site


def test_concept_is_marked_and_nothing_leads_to_it(draft: Path, tmp_path: Path) -> None:
    """It has its pages, with a mark in words and noindex; no other page names it."""
    made = make(draft, tmp_path / "uit")
    mine = {p for p in made if b'content="noindex"' in made[p]}
    assert f"{NEW}/index.html" in mine
    assert {p.split("/")[0] for p in mine} == {
        NEW,
        "begrotingen",
        "brieven",
        "terugblikken",
        "voorstellen",
    }
    assert all(b"<strong>Concept</strong>" in made[p] for p in mine)
    assert b'content: "Monitor Concept: ' in made["monitor.css"]
    others = {p: text for p, text in made.items() if p not in mine and p != "monitor.css"}
    assert [p for p, text in others.items() if NEW.encode() in text] == []
    assert b"2024 " not in others["feed.xml"]
    assert "tweede kwartaal 2024" not in told(others["projecten/zorg-a/index.html"])


def test_concept_is_in_the_archive_when_asked(draft: Path, tmp_path: Path) -> None:
    read = found(draft)
    pipeline.build(read, tmp_path / "uit", pipeline.open_cache(None), concept=True)
    archive = told((tmp_path / "uit/index.html").read_bytes())
    assert "Concept Niet vastgesteld." in archive
    assert NEW in (tmp_path / "uit/feed.xml").read_text()


def test_growth_is_not_measured_against_a_concept(tmp_path: Path) -> None:
    """A later edition compares itself with the last one that was published."""
    site = copy(KLEIN, tmp_path / "site")
    text = (site / f"data/edities/{OLD}.yaml").read_text()
    put(site / "data/edities/2024-Q1.yaml", text.replace("titel:", "status: concept\ntitel:"))
    read = found(site)
    assert (read.editions[Q(NEW)].vorige, read.editions[Q("2024-Q1")].vorige) == (Q(OLD), Q(OLD))
    plain = found(KLEIN).editions[Q(NEW)].voortgang["gestart"].groei
    assert read.editions[Q(NEW)].voortgang["gestart"].groei == plain


def test_sealed_edition_cannot_be_a_concept(site: Path) -> None:
    change(site, f"data/edities/{NEW}.yaml", "nummer: 2", "nummer: 2\nstatus: concept")
    assert "Deze editie is verzegeld, en dus geen concept meer." in faults(site)


def test_replaced_edition_keeps_its_address_and_says_so(site: Path, tmp_path: Path) -> None:
    """With a link to what replaced it; a seal does not mind."""
    status = f"status: vervangen\nvervangen_door: {NEW}\n"
    change(site, f"data/edities/{OLD}.yaml", "verschenen:", f"{status}verschenen:")
    made = make(site, tmp_path / "uit")
    page = made[f"{OLD}/index.html"].decode()
    assert f'Van deze editie is er een nieuwe: lees die van het <a href="../{NEW}/' in page
    assert "Vervangen door de editie van het tweede kwartaal 2024" in told(made["index.html"])


def test_feed_is_atom(tmp_path: Path) -> None:
    """Of RFC 4287: ids that are no relative reference, moments, an author; links stay relative."""
    made = make(REAL, tmp_path / "uit")
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring(made["feed.xml"].decode())  # noqa: S314  our own file
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == 11  # three editions, eight documents
    for node in (feed, *entries):
        assert (node.findtext(f"{atom}id") or "").startswith("urn:uuid:")
        moment = node.findtext(f"{atom}updated") or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", moment)
        assert node.findtext(f"{atom}title")
        hrefs = [link.get("href") or "" for link in node.findall(f"{atom}link")]
        assert hrefs
        assert set(hrefs) <= set(made)
    assert feed.findtext(f"{atom}author/{atom}name") == "Regio Gooi en Vechtstreek"
    ids = [entry.findtext(f"{atom}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    moments = [entry.findtext(f"{atom}updated") or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)


def test_real_editions_are_as_sealed() -> None:
    """Every edition of the real data is sealed, and its seal holds."""
    read = found(REAL)
    assert read.dataset
    assert list(read.dataset.zegels) == list(read.dataset.edities)
    assert all(map(heel, read.dataset.zegels.values()))
    assert [line.klopt for line in waarmerk(read)] == [True, True, True]


def test_real_edition_changes_only_with_an_erratum(tmp_path: Path) -> None:
    """The place of a changed figure; with an erratum the site is built and shows it."""
    site = copy(REAL, tmp_path / "echt")
    stand = "data/projecten/doorstroombanen/2024-Q2.yaml"
    change(site, stand, "gestart: 64", "gestart: 65")
    assert faults(site).startswith(f"{stand}:3:12: fout “doorstroombanen.gestart” is 65, maar de")
    assert [line.klopt for line in waarmerk(found(site))] == [True, True, False]
    name = "doorstroombanen.gestart"
    add(site, "data/edities/2024-Q2.yaml", ERRATUM.replace("zorg-a.gestart", name))
    assert [line.klopt for line in waarmerk(found(site))] == [True, True, True]
    made = make(site, tmp_path / "uit")
    page = told(made["2024-Q2/index.html"])
    assert page.count("65 (was ~64~, hersteld op 2 november 2024)") > 2
    assert "minstens 1.147 (was ~minstens 1.146~, hersteld op 2 november 2024)" in page
    assert b"was 64" in made["feed.xml"]


def test_pages_of_errata_and_concepts_are_valid(mended: Path, tmp_path: Path) -> None:
    """As the Nu checker reads HTML."""
    text = (mended / f"data/edities/{NEW}.yaml").read_text()
    draft = re.sub(r"nummer: 2\n", "status: concept\n", text)
    put(mended / "data/edities/2024-Q4.yaml", draft)
    (mended / f"data/zegels/{NEW}.yaml").unlink()
    status = f"status: vervangen\nvervangen_door: {OLD}\n"
    change(mended, f"data/edities/{NEW}.yaml", "nummer: 2\n", f"nummer: 2\n{status}")
    make(mended, tmp_path / "uit")
    assert validated(tmp_path / "uit") == []


def test_what_cannot_be_read_is_not_missed(site: Path) -> None:
    """A file with a fault of its own gives its own message, and none about the seal."""
    put(site / STAND, "cijfers: {gestart: veel}\n")
    assert "verzegelde" not in faults(site)


def test_comparison_takes_every_text_as_it_was_written(site: Path) -> None:
    """The texts that are held against the seal are those of the files, marks not filled in."""
    read = found(site)
    assert read.gelezen
    assert houd(read.gelezen, read.editions).problems == ()
    opname = Camera(read.gelezen, read.editions).opname(Q(NEW))
    assert read.dataset
    assert {n: key for n, (key, _) in opname.teksten.items()} == read.dataset.zegels[Q(NEW)].teksten
