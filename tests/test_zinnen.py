"""What the pages say about the figures."""

import pytest

from waw_site.cijfers import Totaal
from waw_site.koers import Koers
from waw_site.model import Oordeel, Oordeling
from waw_site.page import zinnen
from waw_site.waarde import NIET_GEMELD, Herkomst, Soort, Waarde, som
from waw_site.zin import tekst

OWN = Oordeling(oordeel=Oordeel.OP_KOERS)
REASONED = Oordeling(oordeel=Oordeel.OP_KOERS, reden="De winter telt niet.")


@pytest.mark.parametrize(
    ("koers", "text"),
    [
        (
            Koers(Oordeel.OP_KOERS, procent=Waarde(124, soort=Soort.PROCENT)),
            "124 procent van het tussendoel",
        ),
        (Koers(Oordeel.DOEL_BEREIKT), "het hele doel is gehaald"),
        (Koers(None, "er is geen doel"), "er is geen doel"),
        (Koers(None, "er is geen doel", programma=OWN), "volgens het programma zelf"),
        (
            Koers(Oordeel.ACHTER, procent=Waarde(5, soort=Soort.PROCENT), programma=REASONED),
            "volgens de redactie",
        ),
    ],
)
def test_a_status_says_what_it_rests_on(koers: Koers, text: str) -> None:
    assert tekst(zinnen.koers(koers)) == text


@pytest.mark.parametrize(
    ("gemeld", "ontbreekt", "text"),
    [
        ("", "", "Geen enkel project meldde hier iets over."),
        ("ab", "", "Opgeteld uit 2 projecten; alle meldden een getal."),
        ("abc", "de", "Opgeteld uit 3 projecten. Geen getal meldden: D en E."),
    ],
)
def test_a_sum_says_on_which_reports_it_rests(gemeld: str, ontbreekt: str, text: str) -> None:
    figures = [Waarde(1, herkomst=Herkomst(slug)) for slug in gemeld]
    total = som(figures, "samen", ontbreekt=tuple(ontbreekt.upper()))
    made = Totaal(total, tuple(gemeld), tuple(ontbreekt))
    assert tekst(zinnen.dekking(made)) == text


@pytest.mark.parametrize(
    ("waarde", "text"),
    [
        (NIET_GEMELD, ""),
        (Waarde(0), "evenveel als in het vierde kwartaal 2023"),
        (Waarde(1200), "1.200 erbij sinds het vierde kwartaal 2023"),
        (Waarde(-3), "3 minder sinds het vierde kwartaal 2023"),
    ],
)
def test_growth_in_words(waarde: Waarde, text: str) -> None:
    assert tekst(zinnen.groei(waarde, "vierde kwartaal 2023")) == text
