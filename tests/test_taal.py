"""How the texts read, and that our own read well."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from on_disk import KLEIN, REAL, copy, found, put
from test_cli import folders, run
from waw_site import taal
from waw_site.alinea import Volzin, volzinnen
from waw_site.binding import Stuk
from waw_site.expressie import Plek, sleutel, volledig
from waw_site.problem import Ernst, Place

PLEK = Plek("content/x.md")


def zinnen(text: str, vast: bool = False, **cijfers: str) -> list[Volzin]:
    """The sentences of a text; *cijfers* says what a bound figure becomes."""
    gebonden = {
        sleutel(volledig(naam, PLEK, before)): (words,)
        for naam, words in cijfers.items()
        for before in ("", "Er zijn ")
    }
    return list(volzinnen(Stuk(PLEK, text, 1, 1, vast=vast), gebonden))


def teksten(text: str, vast: bool = False) -> list[str]:
    return [volzin.tekst for volzin in zinnen(text, vast)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin. Nog een!  Drie?\nVier.", ["Een zin.", "Nog een!", "Drie?", "Vier."]),
        ("Wie werkt, d.w.z. nu, en bijv. een baan heeft.", 1),
        ("Het waren er ca. 5 op 1.146, zie nr. 3 en mbo 3.", 1),
        ("Dat zei J. Jansen. Zij is er om 9.30 uur.", 2),
        ("“Ik ben blij!” zegt Ilse. “Het ging goed.” Zij lacht.", 3),
        ("In 2023. 12 mensen (veel). (Dat is zo.) Éen dag … of twee.", 4),
        ("Mail info@voorbeeld.example of www.voorbeeld.example. Graag.", 2),
    ],
)
def test_where_sentences_end(text: str, expected: list[str] | int) -> None:
    """Not at the point of an abbreviation, a number, an address or a quotation that goes on."""
    assert (teksten(text) if isinstance(expected, list) else len(teksten(text))) == expected


def test_markdown_is_no_part_of_a_sentence() -> None:
    """Headings are left out; an item of a list stands alone; of a link its words are read."""
    text = (
        "## Kop\nZij heeft **veel**\nwerk.\n\n- een\n- [de site](https://a.example/b.c).\n> Ja.\n"
    )
    assert teksten(text) == ["Zij heeft veel werk.", "een", "de site.", "Ja."]


def test_a_new_line_of_yaml_is_a_new_paragraph() -> None:
    assert teksten("een kop\nEen zin", vast=True) == ["een kop", "Een zin"]


def test_a_figure_counts_as_the_words_that_it_becomes() -> None:
    """And a sentence may begin with it."""
    first, second = zinnen("Zij zijn er. {{ a }} van {{ b }}.", a="Iets meer dan 450", b="1.146")
    assert (second.tekst, len(second.woorden)) == ("Iets meer dan 450 van 1.146.", 6)
    assert (len(first.woorden), second.place) == (3, Place("content/x.md", 1, 14))


def test_a_figure_that_is_unknown_is_still_a_word() -> None:
    assert teksten("Er zijn {{ weg }} en {{ = }}.") == ["Er zijn weg en =."]


def test_words() -> None:
    """What holds a letter or a digit; a dash alone is none."""
    (volzin,) = zinnen("Op mbo 3 – of hoger – kost het € 1.146 en/of re-integratie.")
    assert len(volzin.woorden) == 10


def test_each_sentence_is_where_it_is_said_to_be() -> None:
    """In every Markdown text of the repo, its first word stands at its place."""
    real = found(REAL)
    for stuk in real.stukken:
        if stuk.cijfers and not stuk.vast:
            lines = (REAL / stuk.plek.path).read_text().split("\n")
            for volzin in volzinnen(stuk, real.gebonden):
                there = lines[volzin.place.line - 1][volzin.place.column - 1 :].lstrip("*[")
                assert there.startswith(("{{", volzin.tekst.split()[0])), volzin.place


def vijftien(extra: str = "") -> str:
    return f"Wij {'en zij ' * 7}{extra}."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (vijftien(), []),
        (vijftien("ook"), ["Zin van 16 woorden: “Wij en zij en zij en …”. Knip haar in tweeën."]),
        (
            vijftien("en zij " * 8),
            ["Zin van 31 woorden: “Wij en zij en zij en …”. Knip haar in drieën."],
        ),
        ("Het doel wordt gehaald.", ["Lijdende vorm: “wordt … gehaald”. Zeg liever wie het doet."]),
        (
            "Een vigerende, vigerende regel.",
            [
                "Het woord “vigerende” is zeldzaam. "
                "Kies een bekender woord, of leg het uit in data/afkortingen.yaml."
            ],
        ),
    ],
)
def test_remarks(text: str, expected: list[str]) -> None:
    """Each where its sentence begins; a rare word once a text."""
    site = found(KLEIN)
    assert site.dataset
    made = list(taal.opmerkingen([Stuk(PLEK, text, 3, 1, vast=False)], {}, site.dataset))
    assert [f"{p.melding} {p.hint}".strip() for p in made[1:]] == expected
    assert {(p.place.line, p.ernst) for p in made[1:]} <= {(3, Ernst.OPMERKING)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nieuwe projecten werden bedacht en gestart.", "werden … bedacht"),
        ("Hier wordt het werk aanbesteed.", "wordt … aanbesteed"),
        ("Het plan is aangenomen, zo wordt gezegd.", "wordt … gezegd"),
        ("Onderzocht wordt of het kan.", "wordt … onderzocht"),
        ("Zij wordt kok, want zij heeft gewerkt.", ""),
        ("Wie is begeleid, kan docent worden.", ""),
        ("Het gebied wordt bekend en gezond.", ""),
        ("Het is in mei begonnen.", ""),
    ],
)
def test_passive_voice(text: str, expected: str) -> None:
    """A form of worden and a participle in one clause; no adjective, and nothing across a comma."""
    assert taal.lijdende_vorm(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("inwoners", True),
        ("taaltraining", True),
        ("scholingstrajecten", True),
        ("doorstroombanen", True),
        ("subsidiariteit", False),
        ("onderhavige", False),
        ("discrepantie", False),
    ],
)
def test_what_is_rare(word: str, expected: bool) -> None:
    """A compound of words that are not rare is not rare."""
    assert taal.bekend(word) is expected


def test_names_and_what_is_explained_are_not_rare() -> None:
    """Nor words with a capital, numbers and addresses."""
    site = found(KLEIN)
    assert site.dataset
    afkortingen = {"subsidiariteit": next(iter(site.dataset.afkortingen.values()))}
    programma = site.dataset.programma.model_copy(
        update={"vaste_namen": ("het discrepantie-plan",)}
    )
    data = replace(site.dataset, afkortingen=afkortingen, programma=programma)
    text = "Het discrepantie-plan, subsidiariteit, Xyzzy, xyz4 en xyzzy@xyzzy.example."
    assert len(list(taal.opmerkingen([Stuk(PLEK, text, 1, 1, vast=False)], {}, data))) == 1


def test_reading_ease_is_the_formula_of_douma() -> None:
    """206,835 less 0,93 a word of the sentence and 77 a syllable of the word."""
    text = "De man zit op de bank. De hond ligt bij hem (o.a. op 1.146)."
    words, syllables = 14 / 2, 15 / 14  # pyphen takes `oa` for one, as it does 1146
    assert taal.leesgemak(zinnen(text)) == pytest.approx(
        206.835 - 0.93 * words - 77 * syllables, 0.1
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin van vijf woorden.", "1 zin van 5 woorden. Te kort voor een score."),
        ("Een. Twee drie.", "2 zinnen, mediaan 1,5 woorden, langste 2. Te kort voor een score."),
        (
            "De man zit op de bank. " * 5,
            "5 zinnen, mediaan 6 woorden, langste 6. "
            "Leesgemak (Flesch-Douma) 100: zeer gemakkelijk.",
        ),
        (
            "De arbeidsmarktintermediairs operationaliseren de beleidsuitgangspunten. " * 6,
            "6 zinnen, mediaan 5 woorden, langste 5. Leesgemak (Flesch-Douma) 0: zeer moeilijk.",
        ),
    ],
)
def test_one_line_sums_a_text_up(text: str, expected: str) -> None:
    assert taal.samenvatting(zinnen(text)) == expected


def long_text(site: Path) -> Path:
    put(site / "content/2024-Q2/toekomst.md", f"{vijftien('ook')}\n")
    return site


def test_remarks_never_stop_anything(tmp_path: Path) -> None:
    """Also with --strict; without --taal there is no word of them."""
    site = long_text(copy(KLEIN, tmp_path))
    strict = run("check", "--strict", *folders(site))
    told = run("check", "--taal", "--strict", *folders(site))
    assert (strict.returncode, told.returncode) == (0, 0)
    assert "Zin van 16 woorden" in told.stdout
    assert "Zin van" not in strict.stdout


def test_machines_read_them_too(tmp_path: Path) -> None:
    site = long_text(copy(KLEIN, tmp_path))
    rows = json.loads(run("check", "--taal", "--format", "json", *folders(site)).stdout)
    mine = [row for row in rows if row["bestand"].endswith("toekomst.md")]
    assert [(row["ernst"], row["melding"].split(":")[0]) for row in mine] == [
        ("opmerking", "1 zin van 16 woorden. Te kort voor een score."),
        ("opmerking", "Zin van 16 woorden"),
    ]
    lines = run("check", "--taal", "--format", "github", *folders(site)).stdout
    assert "toekomst.md,line=1,col=1::Zin van 16 woorden" in lines


def test_says_what_it_needs(tmp_path: Path) -> None:
    """Without its libraries: which is missing, and how to get it."""
    put(tmp_path / "textstat.py", 'raise ModuleNotFoundError("no", name="textstat")\n')
    refused = run("check", "--taal", PYTHONPATH=str(tmp_path))
    assert refused.returncode == 2
    assert "Voor --taal ontbreekt de bibliotheek textstat." in refused.stderr
    assert "make taal" in refused.stderr


def test_nothing_else_needs_the_libraries() -> None:
    """A check without --taal imports none of them."""
    code = (
        "import sys; sys.path.insert(0, 'src'); from waw_site.cli import main; main(['check']); "
        "print({'textstat', 'wordfreq', 'simplemma'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REAL, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "set()"


def test_our_texts_have_short_sentences() -> None:
    """The median sentence of every text of the repo has at most fifteen words."""
    real = found(REAL)
    lengths: dict[str, list[int]] = {}
    for stuk in real.stukken:
        if stuk.cijfers:
            for volzin in volzinnen(stuk, real.gebonden):
                lengths.setdefault(stuk.plek.path, []).append(len(volzin.woorden))
    assert len(lengths) > 100
    assert {path: found for path, found in lengths.items() if median(found) > taal.LANGST} == {}


_INLINE = "a abbr b bdi code data em i q small span strong sub sup time var wbr".split()


def template_text(source: str) -> str:
    """What a template says: a figure is a word, a block of HTML a paragraph."""
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|<!.*?>|<svg.*?</svg>", " ", source, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "X", text, flags=re.DOTALL)
    return re.sub(
        r"</?(\w+)[^>]*>",
        lambda tag: "" if tag[1] in _INLINE else "\n\n",
        re.sub(r"\n\s*", " ", text),
    )


def test_templates_have_short_sentences() -> None:
    """The median sentence of all templates together has at most fifteen words."""
    lengths = [
        len(volzin.woorden)
        for path in sorted((REAL / "templates").glob("*.html"))
        for volzin in zinnen(template_text(path.read_text()))
        if volzin.tekst.endswith((".", "!", "?")) and len(volzin.woorden) > 2
    ]
    assert len(lengths) > 30
    assert median(lengths) <= taal.LANGST
