"""What the pages say about the figures."""

import pytest

from waw_site.cijfers import Totaal
from waw_site.koers import Koers
from waw_site.model import Oordeel, Oordeling
from waw_site.page import zinnen
from waw_site.waarde import NIET_GEMELD, Waarde

OWN = Oordeling(oordeel=Oordeel.OP_KOERS)
REASONED = Oordeling(oordeel=Oordeel.OP_KOERS, reden="De winter telt niet.")


@pytest.mark.parametrize(
    ("koers", "text"),
    [
        (Koers(Oordeel.OP_KOERS, procent=124), "124 procent van het tussendoel"),
        (Koers(Oordeel.DOEL_BEREIKT), "het hele doel is gehaald"),
        (Koers(None, "er is geen doel"), "er is geen doel"),
        (Koers(None, "er is geen doel", programma=OWN), "volgens het programma zelf"),
        (Koers(Oordeel.ACHTER, procent=5, programma=REASONED), "volgens de redactie"),
    ],
)
def test_a_status_says_what_it_rests_on(koers: Koers, text: str) -> None:
    assert zinnen.koers(koers) == text


@pytest.mark.parametrize(
    ("gemeld", "ontbreekt", "text"),
    [
        ("", "", "Geen enkel project meldde hier iets over."),
        ("ab", "", "Opgeteld uit twee projecten; alle meldden een getal."),
        ("abc", "defgh", "Opgeteld uit 3 van de 8 projecten; de andere meldden geen getal."),
    ],
)
def test_a_sum_says_on_how_many_reports_it_rests(gemeld: str, ontbreekt: str, text: str) -> None:
    assert zinnen.dekking(Totaal(NIET_GEMELD, tuple(gemeld), tuple(ontbreekt))) == text


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
    assert zinnen.groei(waarde, "vierde kwartaal 2023") == text
