"""Another programme: how it is begun, and that nothing of ours is left in what is made of it."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dom import Node, dom
from on_disk import HALFJAREN, JAREN, REAL, copy, found, make, problems, put, tree
from waw_site import formulier, model
from waw_site.commands import run
from waw_site.gegevens.kolommen import kolommen
from waw_site.kwartaal import Ritme
from waw_site.model import Model, Programma
from waw_site.model.cijfer import Herziening
from waw_site.problem import Ernst
from waw_site.text import VUL_AAN
from waw_site.validate import models_in

BEGIN = {Ritme.KWARTAAL: "2025-Q3", Ritme.HALFJAAR: "2025-H1", Ritme.JAAR: "2025"}


def begun(target: Path, *arguments: str, ritme: Ritme = Ritme.HALFJAAR) -> Path:
    """What `init` makes at *target*."""
    call = ["init", str(target), "--ritme", ritme, "--begin", BEGIN[ritme], *arguments]
    assert run(call) == 0
    return target


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("ritme", Ritme)
def test_what_is_begun_builds_at_once(tmp_path: Path, ritme: Ritme, taal: str) -> None:
    """The example has no fault, in any rhythm and language, and a page for its first period."""
    site = begun(tmp_path / "ander", "--taal", taal, "--naam", "Samen Fietsen", ritme=ritme)
    made = make(site, tmp_path / "uit")
    assert f"{BEGIN[ritme]}/index.html" in made
    assert b"Samen Fietsen" in made["index.html"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_check_names_every_place_to_fill_in(tmp_path: Path, taal: str) -> None:
    """Wherever something is to be filled in, check says so, and it says nothing else."""
    site = begun(tmp_path / "ander", "--taal", taal)
    said = found(site).problems
    assert {(p.ernst, p.melding) for p in said} == {
        (Ernst.WAARSCHUWING, "Hier moet nog iets worden aangevuld.")
    }
    expected = sorted(
        (path, number)
        for path, data in tree(site).items()
        if path.startswith(("data/", "content/"))
        for number, line in enumerate(data.decode().splitlines(), 1)
        if "[Vul aan" in line and not line.lstrip().startswith("#")
    )
    assert sorted((p.place.path, p.place.line) for p in said) == expected


def keys(kind: type[Model]) -> Iterator[str]:
    """The keys of *kind* and of all that stands in it."""
    for name, field in kind.model_fields.items():
        yield name
        for inner in models_in(field.annotation):
            if inner is not model.Bron and issubclass(inner, Model):
                yield from keys(inner)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_key_of_the_programme_is_explained(tmp_path: Path, taal: str) -> None:
    """No key of programma.yaml has to be looked up to know that it is there."""
    text = (begun(tmp_path / "ander", "--taal", taal) / "data/programma.yaml").read_text()
    own = {name for name in keys(Programma) if not re.search(rf"\b{name}\b", text)}
    revised = {"noot", "herzieningen", *keys(Herziening)}  # that is for later
    assert own - revised - set(keys(model.Publicatie)) == set()
    todo = ("TE DOEN", "TO DO")[taal == "en"]
    top = [name for name in Programma.model_fields if name not in ("soorten", "doelgroepen")]
    before = {name: text.split(f"\n{name}:")[0].split(f"\n#{name}:")[0] for name in top}
    assert [name for name, said in before.items() if todo not in said.split("\n\n")[-1]] == []


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_what_is_off_can_be_put_on(tmp_path: Path, taal: str) -> None:
    """With the # before every key away, the file still says nothing wrong."""
    site = begun(tmp_path / "ander", "--taal", taal)
    path = site / "data/programma.yaml"
    path.write_text(re.sub(r"^( *)#(?! \S)", r"\1", path.read_text(), flags=re.MULTILINE))
    assert "\n#" not in re.sub(r"\n# ", "\n", path.read_text())
    assert [p for p in found(site).problems if p.ernst is Ernst.FOUT] == []


def test_an_editor_of_yaml_knows_the_new_programme(tmp_path: Path) -> None:
    """Every YAML file names a schema that is there, with the words and the rhythm of its own."""
    site = begun(tmp_path / "ander")
    for path in (site / "data").rglob("*.yaml"):
        named = path.read_text().splitlines()[0].partition("$schema=")[2]
        assert (path.parent / named).is_file(), path
    words = (site / "schemas/woorden.schema.json").read_text()
    assert ("deelnemers" in words, "H[1-2]" in words, "Q[1-4]" in words) == (True, True, False)


def test_schemas_and_form_name_nothing_of_ours(tmp_path: Path) -> None:
    """What an editor is shown while typing, in VS Code or the form, has examples of no one."""
    site = begun(tmp_path / "ander")
    made = {path.name: path.read_text() for path in (site / "schemas").iterdir()}
    dataset = found(site).dataset
    assert dataset
    made["formulier"] = formulier.instellingen(dataset)
    names = {name for name in ours() - {"Groepen", "Zorg"} if name[0].isupper()}
    left = {(path, name) for path, text in made.items() for name in names if name in text}
    assert left == set()
    assert {path for path, text in made.items() if re.search(r"[0-9]{4}-Q[1-4]", text)} == set()


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is overwritten, nor added beside what stands."""
    put(tmp_path / "ander/aantekening.txt", "van mij")
    assert run(["init", str(tmp_path / "ander")]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "staat al iets; er is niets geschreven." in said
    assert tree(tmp_path) == {"ander/aantekening.txt": b"van mij"}


def test_the_new_folder_is_told_without_a_detour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Begun beside where we stand, it is called by its own path."""
    (tmp_path / "monitor").mkdir()
    monkeypatch.chdir(tmp_path / "monitor")
    assert run(["init", "../ander"]) == 0
    assert f"bestanden in {tmp_path / 'ander'}. " in capsys.readouterr().out


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "ander").mkdir()
    begun(tmp_path / "ander")
    assert (tmp_path / "ander/README.md").is_file()


def test_a_start_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All files are there, or none of them."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "ander")

    monkeypatch.setattr(Path, "rename", full)
    assert run(["init", str(tmp_path / "ander")]) == 2
    assert "De nieuwe map kon niet worden geschreven" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Zeg in welke nieuwe map: init ../ander-programma."),
        (["x", "--ritme", "maand"], "Onbekend bij --ritme: “maand”."),
        (["x", "--taal", "fy"], "Onbekend bij --taal: “fy”."),
        (["x", "--ritme", "jaar", "--begin", "2025-Q1"], "“2025-Q1” is geen jaar. Schrijf het zo:"),
        (
            ["x", "--naam", "Werk\u202e"],
            "Deze --naam of --regio kan niet. Hier staat een onzichtbaar",
        ),
        (["x", "--naam", "Werk {{ x }}"], "Deze --naam of --regio kan niet."),
        (["x", "--naam", "100% {werk}"], "Hier staat { alleen."),
        (["x", "--naam", "lang" * 400], "Deze --naam of --regio kan niet."),
    ],
)
def test_a_wrong_wish_is_explained(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "naam", ["De \"beste\": 'werk' # \\n", "Werk\naan\twerk", "   ", "yes", "Werk 🎉 工作"]
)
def test_any_name_builds(tmp_path: Path, naam: str) -> None:
    """Spaces are made plain, and without a word it is still to be filled in."""
    site = begun(tmp_path / "ander", "--naam", naam)
    said = found(site).gelezen.programma.naam
    assert said == " ".join(naam.split()) or (said.startswith(VUL_AAN) and not naam.strip())
    assert make(site, tmp_path / "uit")["index.html"]


def test_the_readme_calls_the_program_where_it_is(tmp_path: Path) -> None:
    """From within the new folder, by way of the environment that the program has."""
    site = begun(tmp_path / "ander")
    calls = re.findall(r"^    (\S+) (\S+build\.py)", (site / "README.md").read_text(), re.MULTILINE)
    assert [(site / program).resolve() for _, program in calls] == [REAL / "build.py"] * 3
    assert {(site / python).parts[-3:] for python, _ in calls} == {(".venv", "bin", "python")}


def test_it_is_built_from_within_and_by_its_name(tmp_path: Path) -> None:
    """Standing in the folder, or naming it, gives the same site, in that folder."""
    site = begun(tmp_path / "ander")
    for here, arguments in ((site, []), (tmp_path, ["--programma", "ander"])):
        command = [sys.executable, str(REAL / "build.py"), "--no-cache", *arguments]
        subprocess.run(command, check=True, cwd=here, capture_output=True)
        assert "2025-H1/index.html" in tree(site / "site")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, dict[str, str]]:
    """Every file of both other programmes as text; what is packed is unpacked."""
    out = tmp_path_factory.mktemp("uit")
    return {site: dict(texts(make(site, out / site.name))) for site in (HALFJAREN, JAREN)}


def texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for path, data in files.items():
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for name in packed.namelist():
                    yield f"{path}/{name}", packed.read(name).decode()
        elif not path.endswith(".png"):
            yield path, data.decode("utf-8-sig")


def ours() -> set[str]:
    """What only our programme is called, has, counts and does."""
    dataset = found(REAL).dataset
    assert dataset
    programma = dataset.programma
    names = {programma.naam, programma.regio, *programma.regio.split()[1:], *programma.indicatoren}
    names |= {i.label for i in programma.indicatoren.values()}
    names |= {g.naam for g in programma.gemeenten.values()}
    names |= {p.naam for p in dataset.projecten.values()}
    names |= {p for project in dataset.projecten.values() for p in project.partners}
    names |= {*programma.sectoren.values(), *dataset.projecten, *dataset.bronnen}
    return {name for name in names if len(name) > 3} - ORDINARY


# Words that we use as names, and that say something else on any page.
ORDINARY = {"afgerond", "groepen"}


@pytest.mark.parametrize("site", [HALFJAREN, JAREN], ids=lambda site: site.name)
def test_nothing_of_ours_is_left(site: Path, built: dict[Path, dict[str, str]]) -> None:
    """Pages, charts, stylesheet, feed, data and addresses hold no name of our programme."""
    names = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(ours())))})(?![\w-])")
    left = {
        (path, name)
        for path, text in built[site].items()
        for name in names.findall(f"{path} {text}")
    }
    assert left == set()


DUTCH = frozenset(
    "het een zijn wordt worden werd kwartaal halfjaar jaar editie edities projecten geen voor "
    "cijfer cijfers naar uit gemeente gemeenten niet gemeld dat dit deze bij alles ook aan als "
    "maar nog bereikt doel tussendoel rubriek herkomst lees naam waarde eenheid berekening "
    "onbekend regel regels bron bronnen sinds totaal opgeteld verschenen verhaal verhalen "
    "raadsbrief raadsleden geachte vriendelijke groet gemaakt verstuurd voortgang hoort duurt "
    "koers liggen oordeel verdergaat volgens redactie stuk vastgesteld voorstel terugblik "
    "begroting besloten bedragen tekst titel vorige moet weten hij".split()
)
FIXED = {word for kolom in kolommen() for word in kolom.waarden}  # the words of data files


def test_english_pages_hold_no_dutch_word(built: dict[Path, dict[str, str]]) -> None:
    """What a reader reads, hears or sees in a chart is English; names in the data stand apart."""
    assert dutch(built[HALFJAREN]) == set()


BEGUN = [  # everything that `new` begins, each beside what was begun before it
    ("editie", "2026-H1"),
    ("project", "second-project", "--naam", "Second project"),
    ("verhaal", "robin", "--project", "example-project"),
    ("stuk", "voorstel", "proposal", "--edition", "2025-H1"),
    ("stuk", "terugblik", "example-project", "--edition", "2025-H1"),
    ("stuk", "begroting", "2026", "--edition", "2025-H1"),
    ("brief", "--edition", "2025-H1"),
]


def test_what_is_begun_in_an_english_programme_is_english(tmp_path: Path) -> None:
    """After every `new`, no page holds a Dutch word, but for the marks that editors look for."""
    site = begun(tmp_path / "other", "--taal", "en", "--naam", "Cycling", "--regio", "Northshire")
    pages: set[str] = set()
    for words in BEGUN:
        assert run(["new", *words, "--programma", str(site)]) == 0
        made = dict(texts(make(site, tmp_path / "made")))
        assert dutch(made) == set(), words
        pages |= made.keys()
    assert {
        "2026-H1/index.html",
        "voorstellen/proposal/index.html",
        "terugblikken/example-project/index.html",
        "begrotingen/2026/index.html",
        "brieven/raadsbrief-2025-h1/index.html",
    } <= pages


def dutch(files: Mapping[str, str]) -> set[tuple[str, str]]:
    """Each Dutch word on a page; the words that a data file has for any language are none."""
    return {
        (path, word)
        for path, html in files.items()
        if path.endswith((".html", ".xml"))
        for said in read_aloud(dom(html))
        for word in re.findall(r"(?<![\w./-])[a-z]+(?![\w/-])", _MARK.sub("", said).lower())
        if word in DUTCH and not (word in FIXED and "gegevens" in path)
    }


_MARK = re.compile(r"\[(?:Vul aan|Herschrijf)(?=: )")  # for editors, who write them in any language


def read_aloud(page: Node) -> Iterator[str]:
    yield page.text(frozenset({"code", "script", "style"}))
    for node in page.walk():
        yield from (node.attributes.get(name, "") for name in ("alt", "title", "aria-label"))


@pytest.mark.parametrize(
    ("site", "path", "words"),
    [
        (HALFJAREN, "2025-H2/index.html", "Second half of 2025: 4 of 6 half-years have passed"),
        (JAREN, "2024/index.html", "Jaar 2024: 4 van de 5 jaren voorbij"),
        (JAREN, "2024/index.html", "120 erbij sinds het jaar 2023"),
        (JAREN, "2024/index.html", "tussendoel 320 (berekend)"),
        (JAREN, "2024/herkomst/index.html", "evenredig met de tijd: 4 van de 5 jaren"),
    ],
)
def test_pages_tell_time_in_the_rhythm(
    site: Path, path: str, words: str, built: dict[Path, dict[str, str]]
) -> None:
    """How much time has passed, what was added since, and what a straight line asks for by now."""
    assert words in " ".join(dom(built[site][path]).text().split())


@pytest.mark.parametrize("site", [HALFJAREN, JAREN], ids=lambda site: site.name)
def test_no_quarter_is_spoken_of(site: Path, built: dict[Path, dict[str, str]]) -> None:
    """A programme that tells in another rhythm has no quarters, in its pages nor in its data."""
    code = re.compile(r"\d{4}-Q\d|\bQ[1-4] \d{4}|(?:tweede|derde|vierde) kwartaal")
    left = [(path, code.findall(text)) for path, text in built[site].items() if code.search(text)]
    word = re.compile(r"quarter|kwartaal|kwartalen", re.IGNORECASE)
    for path, text in built[site].items():
        if path.endswith((".html", "feed.xml")):
            left += [(path, word.findall(said)) for said in read_aloud(dom(text))]
    assert [(path, found) for path, found in left if found] == []


@pytest.mark.parametrize(
    ("site", "path", "change", "said"),
    [
        (
            HALFJAREN,
            "data/programma.yaml",
            ("begin: 2024-H1", "begin: 2024-Q3"),
            "data/programma.yaml:5:8: fout\n"
            "  Hier staat “2024-Q3”. Verwacht: een halfjaar, zoals 2024-H2.\n"
            "  2024-Q3 is een kwartaal, en dit programma telt per halfjaar: 2024-H2.\n",
        ),
        (
            JAREN,
            "data/programma.yaml",
            ("begin: 2021", "begin: 2021-03"),
            "data/programma.yaml:4:8: fout\n"
            "  Hier staat “2021-03”. Verwacht: een jaar, zoals 2024.\n"
            "  Dit is een datum; het jaar is 2021.\n",
        ),
        (
            HALFJAREN,
            "content/verhalen/robin.md",
            ("edities: [2025-H2]", "edities: [2025]"),
            "content/verhalen/robin.md:5:11: fout\n"
            "  Hier staat “2025”. Verwacht: een halfjaar, zoals 2024-H2.\n"
            "  Zet het halfjaar erbij, zoals 2025-H1.\n",
        ),
        (
            JAREN,
            "data/programma.yaml",
            ("ritme: jaar", '"ritme": "jaar"'),
            "data/programma.yaml:3:10: fout\n  Zo is het ritme niet te lezen.\n"
            "  Schrijf op een eigen regel, vooraan: ritme: jaar\n",
        ),
    ],
)
def test_a_period_of_another_rhythm_is_refused(
    tmp_path: Path, site: Path, path: str, change: tuple[str, str], said: str
) -> None:
    """At its place, with an example in the rhythm of the programme and what it would be there."""
    broken = copy(site, tmp_path / "site")
    text = (broken / path).read_text()
    assert text.count(change[0]) == 1
    put(broken / path, text.replace(*change))
    assert said in problems(broken)


def test_a_file_of_another_rhythm_is_named(tmp_path: Path) -> None:
    """A position or an edition is called by the period of the programme."""
    broken = copy(JAREN, tmp_path / "site")
    (broken / "data/edities/2024.yaml").rename(broken / "data/edities/2024-Q4.yaml")
    (broken / "data/projecten/daken/2024.yaml").rename(broken / "data/projecten/daken/2024-H2.yaml")
    said = problems(broken)
    assert "“2024-Q4” is geen jaar; een jaar heet zoals 2024." in said
    assert "“2024-H2” is geen jaar; een jaar heet zoals 2024." in said


def test_the_program_speaks_of_the_rhythm_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """How it is called, and what it misses, are told with periods of the programme."""
    site = copy(HALFJAREN, tmp_path / "site")
    assert run(["seal", "--programma", str(site)]) == 2
    told = capsys.readouterr().err
    assert "Zeg welke editie: seal 2024-H1." in told
    assert re.findall(r"\d{4}-Q\d|(?<!-)\bkwartaal\b", told) == []
    assert run(["--programma", str(site), "--edition", "2025-Q4"]) == 2
    assert "Er is geen editie “2025-Q4”." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("site", "editie", "moved"),
    [
        (HALFJAREN, "2024-H2", ("einde: 2025-H1", "einde: 2025-H2")),
        (JAREN, "2023", ("einde: 2025", "einde: 2026")),
    ],
)
def test_a_seal_holds_in_every_rhythm(
    site: Path,
    editie: str,
    moved: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An edition that was sealed is found as it was; a year in its plan is no number."""
    sealed = copy(site, tmp_path / "site")
    assert run(["seal", editie, "--programma", str(sealed)]) == 0
    assert run(["verify", "--programma", str(sealed)]) == 0
    assert f"{editie}: klopt." in capsys.readouterr().out
    programma = sealed / "data/programma.yaml"
    put(programma, programma.read_text().replace(*moved))
    assert any("plan.einde" in problem.melding for problem in found(sealed).problems)


def test_an_edition_is_begun_in_the_rhythm(tmp_path: Path) -> None:
    """What `new` writes is named by the period of the programme, and read again."""
    site = copy(JAREN, tmp_path / "site")
    assert run(["new", "editie", "2025", "--programma", str(site)]) == 0
    assert (site / "data/projecten/daken/2025.yaml").is_file()
    assert [p for p in found(site).problems if p.ernst is Ernst.FOUT] == []
