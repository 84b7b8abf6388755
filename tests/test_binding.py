"""Figures in texts: what is true passes, what is not is told with what would be."""

from dataclasses import replace

import pytest

from on_disk import REAL, found
from waw_site.binding import Bound, bind
from waw_site.problem import Ernst
from waw_site.text import Tekst
from waw_site.zin import Gebonden, tekst

READ = found(REAL)
PATH = "content/2024-Q2/toekomst.md"


def bound(text: str) -> Bound:
    """*text* as a text of the newest edition of the real data."""
    assert READ.dataset
    dataset = replace(READ.dataset, teksten={PATH: Tekst(PATH, None, text, 1)}, proza=(), feiten={})
    return bind(dataset, READ.editions)


def told(text: str) -> list[str]:
    return [f"{p.melding} {p.hint}" for p in bound(text).problems]


TRUE = """
{{ zorgstart.afgerond }} inwoners maakten ZorgStart af.
{{ 467 = zorgstart.afgerond }} inwoners maakten ZorgStart af.
{{ ruim 460 = zorgstart.afgerond }} inwoners maakten het af.
Dat zijn er {{ minstens 428 = bemiddeld.opgeteld }}, dus {{ meer dan 420 = bemiddeld.opgeteld }}.
{{ Bijna 470 = zorgstart.afgerond }} inwoners maakten het af.
{{ meer dan 400 = zorgstart.afgerond }}, {{ minder dan 500 = zorgstart.afgerond }}.
{{ minstens 467 = zorgstart.afgerond }}, {{ ten hoogste 467 = zorgstart.afgerond }}.
{{ ongeveer 450 = zorgstart.afgerond }}, {{ zo'n 480 = zorgstart.afgerond }}.
{{ iets meer dan 450 = bemiddeld }} en {{ ruim 450 = bemiddeld }} mogen allebei.
{{ drieëntwintig = projecten }} projecten.
Er zijn er {{ 16 = ik-in-de-kinderopvang.gestart }}.
Er zijn er {{ vijf = ik-in-de-kinderopvang.afgerond }} klaar.
{{ 5 van de 16 = ik-in-de-kinderopvang.afgerond van ik-in-de-kinderopvang.gestart }} zijn klaar.
Er is {{ zo'n 1,3 miljoen euro = begroting.2024.beschikbaar }} beschikbaar.
Precies {{ € 50.455,25 = begroting.2024.trainingen.exact }}.
Nog {{ een half jaar = tijd.over }}, en toen {{ ruim anderhalf jaar = tijd.over in 2023-Q1 }}.
Het programma duurt {{ vijf jaar = tijd.looptijd }}.
Het ligt {{ op koers = bemiddeld.status }}, {{ goed op schema = bemiddeld.status }}.
Het ligt {{ niet achter = bemiddeld.status }}.
Motopp is {{ lopend = motopp.status }}.
In 2023 waren het er {{ zorgstart-en-wijkleerbedrijf.bemiddeld in 2023-Q2 }}.
Er kwamen er {{ bemiddeld.groei }} bij; nog {{ bemiddeld.over }} te gaan.
Er is {{ bemiddeld.rest }} over, van {{ bemiddeld.procent }}.
{{ rubriek.ontwikkeltrajecten.gestart }} van {{ sector.zorg.bemiddeld }}.
{{ rubriek.scholing.projecten }} projecten.
""".strip().split("\n")


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_passes(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("zorgstart.afgerond", "467"),
        ("bemiddeld", "iets meer dan 450"),
        ("bemiddeld.doel", "500"),
        ("bemiddeld.opgeteld", "minstens 428"),
        ("bemiddeld.rest", "iets meer dan 22"),
        ("bemiddeld.groei", "iets meer dan 70"),
        ("bemiddeld.over", "minder dan 50"),
        ("bemiddeld.procent", "iets meer dan 90 procent"),
        ("gestart in 2021-Q1", "242"),
        ("gestart.tussendoel in 2021-Q1", "194"),
        ("bemiddeld.doel in 2022-Q4", "500"),
        ("motopp.bemiddeld", "3"),
        ("zorgstart.leerroute.doel in 2023-Q3", "400"),
        ("jongerenspecialist.bemiddeld", "65"),
        ("rubriek.ontwikkeltrajecten.gestart", "183"),
        ("rubriek.ontwikkeltrajecten.projecten", "6"),
        ("sector.zorg.bemiddeld", "280"),
        ("sector.zorg.gestart", "735"),
        ("projecten", "23"),
        ("tijd.over", "een half jaar"),
        ("tijd.over in 2023-Q1", "ruim anderhalf jaar"),
        ("tijd.looptijd in 2021-Q1", "vier jaar"),
        ("begroting.2024.totaal", "€ 1.054.795"),
        ("begroting.2024.trainingen.exact", "€ 50.455,25"),
        ("begroting.2024.voorwaardelijk", "€ 108.000"),
        ("bemiddeld.status", "op koers"),
        ("basiskok.status", "afgerond"),
    ],
)
def test_every_name_gives_its_figure(name: str, said: str) -> None:
    made = bound(f"Het is {{{{ {name} }}}}.")
    assert [tekst(zin) for zin in made.gebonden.values()] == [said]
    assert made.problems == ()


@pytest.mark.parametrize(
    "words",
    [
        "ruim € 1 miljoen = begroting.2024.totaal",
        "€ 50.455,25 = begroting.2024.trainingen.exact",
        "80 procent = wijkleerbedrijf.diplomarendement.doel",
        "zo'n 1,3 miljoen euro = begroting.2024.beschikbaar",
    ],
)
def test_unit_is_bound_with_its_number(words: str) -> None:
    """The link from a figure holds all that is said of it."""
    (zin,) = bound(f"Het is {{{{ {words} }}}}.").gebonden.values()
    (part,) = zin
    assert isinstance(part, Gebonden)
    assert part.woorden == words.partition(" = ")[0]


FALSE = """
{{ 468 = zorgstart.afgerond }} inwoners
{{ ruim 467 = zorgstart.afgerond }} inwoners
{{ ruim 400 = zorgstart.afgerond }} inwoners
{{ bijna 467 = zorgstart.afgerond }} inwoners
{{ meer dan 300 = zorgstart.afgerond }} inwoners
{{ precies 450 = bemiddeld }} inwoners
{{ 450 = bemiddeld }} inwoners
{{ bijna 460 = bemiddeld }} inwoners
{{ ruim 1.100 = gestart }} trajecten
{{ 428 = bemiddeld.opgeteld }} inwoners
Ruim {{ zorgstart.afgerond }} mensen.
Bijna {{ 467 = zorgstart.afgerond }} mensen.
Geen {{ 280 = zorgstart-en-wijkleerbedrijf.bemiddeld }} mensen.
ruim {{ bemiddeld }} inwoners
Onder de {{ 467 = zorgstart.afgerond }} mensen.
Het ligt niet {{ op koers = bemiddeld.status }}.
Het ligt niet langer {{ op koers = bemiddeld.status }}.
{{ zorgstart.afgerond }} procent van de inwoners
{{ 467 = zorgstart.afgerond }} miljoen mensen
{{ niet meer dan 460 = zorgstart.afgerond }}
{{ nog geen 467 = zorgstart.afgerond }}
{{ onder de 467 = zorgstart.afgerond }}
{{ over de 467 = zorgstart.afgerond }}
{{ max. 467 = zorgstart.afgerond }}
{{ 467+ = zorgstart.afgerond }}
{{ -467 = zorgstart.afgerond }}
{{ 467 tot zeshonderd = zorgstart.afgerond }}
{{ vierduizend en 467 = zorgstart.afgerond }}
{{ bijna de helft van 467 = zorgstart.afgerond }}
{{ 467 (dat is 99,9 procent) = zorgstart.afgerond }}
{{ 467, anderhalf keer zoveel als eerst = zorgstart.afgerond }}
{{ 467 en een half = zorgstart.afgerond }}
{{ 280 miljard = zorgstart-en-wijkleerbedrijf.bemiddeld }}
{{ 280 procent = zorgstart-en-wijkleerbedrijf.bemiddeld }}
{{ 80 euro = wijkleerbedrijf.diplomarendement.doel }}
{{ 1.300.000 = begroting.2024.beschikbaar }}
{{ 16 van de 5 = ik-in-de-kinderopvang.gestart van ik-in-de-kinderopvang.afgerond }}
{{ nog geen half jaar = tijd.over }}
{{ minder dan een half jaar = tijd.over }}
{{ ruim een half jaar = tijd.over }}
{{ een half jaar, of eigenlijk twee jaar = tijd.over }}
{{ 2,6 maanden = tijd.over }}
{{ achter = bemiddeld.status }}
{{ niet op koers = bemiddeld.status }}
{{ nooit op koers = bemiddeld.status }}
{{ bijna op koers = bemiddeld.status }}
{{ op koers maar loopt flink achter = bemiddeld.status }}
{{ op koers? Niet. = bemiddeld.status }}
{{ gaat achteruit = bemiddeld.status }}
{{ nog niet afgerond = basiskok.status }}
{{ niet lopend = motopp.status }}
{{ vernieuwd = training-ik-start.status }}
{{ 12 = motopp.status }}
{{ bemiddeld, gestart }}
{{ 3 en 3 = motopp.gestart }}
{{ ruim een maand = tijd.over }}
{{ bijna 11 maanden = tijd.over }}
{{ elk half jaar = tijd.over }}
{{ 1.054.795 = begroting.2024.totaal }} inwoners vonden werk.
{{ 80 = wijkleerbedrijf.diplomarendement.doel }} deelnemers
€{{ zorgstart.afgerond }}
-{{ zorgstart.afgerond }}
>{{ zorgstart.afgerond }}
{{ zorgstart.afgerond }}+
{{ zorgstart.afgerond }}k
{{ zorgstart.afgerond }}{{ zorgstart.afgerond }}
{{ zorgstart.afgerond }}.{{ zorgstart.afgerond }}
{{ zorgstart.afgerond }} mln
{{ zorgstart.afgerond }} pct
{{ zorgstart.afgerond }} **procent**
{{ zorgstart.afgerond }} *miljoen*
{{ zorgstart.afgerond }} tienduizend
{{ zorgstart.afgerond }} of meer
Ruim de {{ zorgstart.afgerond }} inwoners
Bijna alle {{ zorgstart.afgerond }} inwoners
Hooguit {{ zorgstart.afgerond }} inwoners
Een kleine {{ zorgstart.afgerond }} inwoners
Op zijn minst {{ zorgstart.afgerond }} inwoners
Ver over de {{ zorgstart.afgerond }} inwoners
Het ligt niet meer helemaal {{ op koers = bemiddeld.status }}.
Het ligt allerminst {{ op koers = bemiddeld.status }}.
Het ligt bijna {{ op koers = bemiddeld.status }}.
{{ op koers = bemiddeld.status }} ligt het niet.
{{ 3 van de 467 = motopp.gestart van zorgstart.afgerond }}
{{ bijna 1 = statushouders-voor-de-klas.afgerond }}
{{ ruim 1 = statushouders-voor-de-klas.gestart }}
{{ begroting.2024.totaal.onzin }}
{{ zorgstart.status.doel }}
""".strip().split("\n")


@pytest.mark.parametrize("text", FALSE)
def test_what_is_not_true_is_told(text: str) -> None:
    problems = bound(text).problems
    assert [p.ernst for p in problems][:1] == [Ernst.FOUT]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("{{ ruim 480 = zorgstart.afgerond }}", "ruim 450"),
        ("{{ bijna 460 = zorgstart.afgerond }}", "bijna 500"),
        ("{{ 466 = zorgstart.afgerond }}", "467"),
        ("{{ anderhalf jaar = tijd.over }}", "een half jaar"),
        ("{{ achter = bemiddeld.status }}", "op koers"),
        ("{{ ruim € 1,2 miljoen = begroting.2024.totaal }}", "ruim € 1.000.000"),
    ],
)
def test_what_would_be_true_is_proposed(text: str, better: str) -> None:
    """And it is: the proposal passes."""
    (message,) = told(text)
    assert f"Schrijf “{better}”" in message
    names = text.rpartition("=")[2]
    assert told(f"{{{{ {better} ={names}") == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ zorgstat.afgerond }}", "Bedoelde u “zorgstart”?"),
        ("{{ zorgstart.afgrond }}", "Bedoelde u “afgerond”?"),
        ("{{ zorgstart.afgerond.doell }}", "Bedoelde u “doel”?"),
        ("{{ rubriek.scholling.gestart }}", "Bedoelde u “scholing”?"),
        ("{{ bemiddeld in 2024-Q1 }}", "Bedoelde u “2024-Q2”?"),
        ("{{ begroting.2024.zorgstar }}", "Bedoelde u “zorgstart”?"),
    ],
)
def test_a_misspelt_name_gets_the_nearest(text: str, hint: str) -> None:
    (message,) = told(text)
    assert hint in message


def test_a_place_is_that_of_the_braces() -> None:
    problems = bound("Eerste regel.\n\nHet zijn er {{ zorgstat.afgerond }}, en 12.").problems
    assert [str(p.place) for p in problems] == [f"{PATH}:3:13", f"{PATH}:3:41"]


ATTEMPTS = [
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "bemiddeld.__class__",
    "bemiddeld.getal",
    "bemiddeld.koers.programma",
    "zorgstart.__init__.__globals__",
    "zorgstart.naam",
    "projecten.__len__",
    "self",
    "config",
    "__import__('os').system('id')",
    "open('/etc/passwd').read()",
    "lambda: 1",
    "[x for x in range(10**9)]",
    "9**9**9",
    "'x' * 10**9",
    "bemiddeld | attr('x')",
    "range(999999999)",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "request.application",
    "content/2024-Q2/inleiding.md#jaren",
    "../../etc/passwd",
    "%27%2Bx",
    "bemiddeld" + ".doel" * 50,
    "bemiddeld, " * 200 + "bemiddeld",
    "a" * 100_000,
]


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda a: a[:30])
@pytest.mark.parametrize("form", ["{{{{ {} }}}}", "{{{{ 12 = {} }}}}"])
def test_nothing_but_figures_is_reached(attempt: str, form: str) -> None:
    """Neither attributes, nor imports, nor loops, nor other texts, nor more than was asked for."""
    made = bound(form.format(attempt))
    assert [p.ernst for p in made.problems if p.ernst is Ernst.FOUT]
    assert made.gebonden == {}
    assert sum(len(p.melding) for p in made.problems) < 5000


@pytest.mark.parametrize(
    "text", ["{{ 1{% for x in y %} = gestart }}", "{{ {{ gestart }} }}", "{{", "}} {{"]
)
def test_braces_that_are_no_expression_are_told(text: str) -> None:
    assert told(text)


def test_what_a_mark_says_is_only_figures_and_the_words_beside_them() -> None:
    """The words of an editor are shown as text, whatever they hold."""
    made = bound("{{ <script>12</script> = training-ik-start.gestart }}")
    assert [p.ernst for p in made.problems] == [Ernst.FOUT]
    (said,) = bound("{{ ruim 11 = training-ik-start.gestart }}").gebonden.values()
    assert tekst(said) == "ruim 11"


def test_a_sentence_begins_with_a_capital() -> None:
    said = bound("{{ bemiddeld }} inwoners. Dat zijn er {{ bemiddeld }}.").gebonden.values()
    assert sorted(tekst(s) for s in said) == ["Iets meer dan 450", "iets meer dan 450"]
