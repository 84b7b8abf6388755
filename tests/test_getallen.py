"""Numbers in plain Dutch sentences: which look like figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waw_site.getallen import WOORDEN, getallen, kale_getallen, maanden, patroon


def bare(text: str, *namen: str) -> list[str]:
    return [getal.tekst for getal in kale_getallen(text, patroon(namen))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Er begonnen 12 mensen.", ["12"]),
        ("Er begonnen 1.146 mensen, 10% meer.", ["1.146", "10"]),
        ("Twee van de vijf, of twintig.", ["Twee", "vijf", "twintig"]),
        ("tweehonderd, vijfentwintig, tweeëntwintig, honderdtwintig, duizend", None),
        ("een half jaar en anderhalf uur", ["half", "anderhalf"]),
        ("Het zijn er ½, 3x of 40mensen.", ["½", "3", "40"]),
        ("1,3 miljoen euro en € 5", ["1,3 miljoen", "5"]),
        ("2024 deelnemers, 1950 mensen, ruim 2100, € 2000", ["2024", "1950", "2100", "2000"]),
        ("Het waren er `900` en _40_.", ["900", "40"]),
        ("‘s Ochtends vonden 900 inwoners werk bij de programma’s.", ["900"]),
        ("“Wij zijn met\n\n5 mensen", ["5"]),
        (
            "tweeduizend tienduizend vijftienhonderd dozijn tientallen duizenden kwart driekwart",
            None,
        ),
        (
            "Er waren 2024 vrouwen, het kostte 2000 per persoon, in totaal 2050.",
            ["2024", "2000", "2050"],
        ),
        (
            "mbo 900 deelnemers, Groep 12 deelnemers, 8.45 miljoen, 12.45 mensen",
            ["900", "12", "8", "45 miljoen", "12", "45"],
        ),
    ],
)
def test_figures_are_seen(text: str, numbers: list[str] | None) -> None:
    assert bare(text) == (numbers or [w.strip(" ,") for w in text.split()])


@pytest.mark.parametrize(
    "text",
    [
        "Op 16 maart 2022, 1 jan. 2023, 16-3-2022 en 16/03/2022.",
        "Tussen 1 en 31 december, van 1 t/m 5 mei, half mei.",
        "In 2024 begint het. 2024 is het laatste jaar, van 2022-2026 en 2022/23.",
        "In 2024-Q2, Q3 en het tweede kwartaal 2024.",
        "Om 10.30 uur, 10:30, half elf, van 9 tot 17 uur, 24/7.",
        "Bel 035-6926222 of 06-12345678; Postbus 251, 1211 AB Hilversum.",
        "Zie pagina 12, hoofdstuk 3, bijlage 2 en versie 1.2.3.",
        "Een mbo-opleiding op mbo 2 of niveau 2, in groep 8.",
        "De jaren 90, ’22 en Windows 11.",
        '“Wij zijn met 5”, ‘met 6’, "met 7" en „met 8”.',
        "Zie https://voorbeeld.example/2/40 en [hier](https://voorbeeld.example/12).",
        "Mail info40@voorbeeld.example.",
        "1. Eerste punt\n2. Tweede punt",
        "De eerste, de 2de en de 20ste; tweejarig, halfjaar, derde.",
        "Een project, één keer, A1 en NT2.",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert bare(text) == []


def test_a_name_may_hold_a_number() -> None:
    assert bare("De 50+ training en 55-plussers.", "50+ training", "55-plussers") == []


@given(st.integers(1, 999))
def test_every_number_has_its_word(number: int) -> None:
    words = [w for w, n in WOORDEN.items() if n == number]
    assert words
    assert [g.waarde for g in getallen(words[0])] == [number]


@given(st.text(max_size=200))
def test_places_stay_whatever_is_blanked_out(text: str) -> None:
    for getal in kale_getallen(text):
        assert text[getal.start : getal.eind] == getal.tekst


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "<" * 100_000, "_a" * 50_000, "](" * 50_000, "1.000" * 20_000]
)
def test_long_texts_are_read_to_the_end(text: str) -> None:
    """What an editor pastes by accident does not hold up the build."""
    assert isinstance(bare(text), list)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("een half jaar", 6),
        ("anderhalf jaar", 18),
        ("twee en een half jaar", 30),
        ("1,5 jaar", 18),
        ("zes maanden", 6),
        ("een kwartaal", 3),
        ("een jaar", 12),
        ("twaalf kwartalen", 36),
        ("2,6 maanden", None),
        ("twee jaar of zo", None),
    ],
)
def test_time_in_words(text: str, months: int | None) -> None:
    assert maanden(text) == months
