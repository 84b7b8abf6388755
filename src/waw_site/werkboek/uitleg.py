"""The words of the sheet that explains a workbook."""

from collections.abc import Iterator, Sequence

from waw_site.dataset import Dataset
from waw_site.model import Kwalificatie
from waw_site.notation import opsomming
from waw_site.werkboek.blad import Blad
from waw_site.werkboek.vorm import Soort

_STAPPEN = (
    ("1", "Vul de gele cellen. Met de tabtoets springt u van de ene naar de andere."),
    ("", "De rest zit op slot; daar hoeft u niets."),
    ("2", "Een cijfer is de stand van nu, niet het verschil met de vorige keer."),
    (
        "3",
        "Weet u een cijfer niet? Laat de cel leeg. Dat betekent: niet gemeld. Het wordt nooit 0.",
    ),
    ("4", "Hebt u geteld en is er niemand? Typ dan 0."),
    ("5", "Is iets niet van toepassing? Typ n.v.t."),
    ("6", "Sla het bestand op als Excel-werkmap (.xlsx) en stuur het terug."),
)
_GETALLEN = (
    ("Een getal", "Typ alleen cijfers: 1146. Geen punt, komma, spatie of procentteken."),
    (
        "Een afgerond getal",
        "Zet er een woord voor, zoals ruim 450. De woorden zijn: "
        f"{opsomming([str(k) for k in Kwalificatie])}.",
    ),
    (
        "Een cijfer weghalen",
        "Een lege cel haalt niets weg. Typ een streepje (–) als een cijfer vervalt.",
    ),
    (
        "Delen",
        "Staat er een deel, zoals een leeftijd? Dan zijn alle delen samen precies het cijfer van "
        "het project. Weet u het van iemand niet, tel die dan bij Onbekend. Is er niemand, typ 0.",
    ),
    (
        "Een nieuwe verdeling",
        "Onder de projecten staan lege regels. Kies daar een project, een verdeling en een deel. "
        "Alle delen horen erbij.",
    ),
    ("Sorteren", "Mag. Houd elke regel heel, en laat de kolommen staan waar ze staan."),
    ("Een opmerking", "Zet haar onder Toelichting, in de regel van het project."),
)
_KLEUREN = (
    ("Geel", "Hier mag u iets invullen."),
    ("Grijs", "Staat vast, of is van de vorige keer."),
    ("Donkergrijs", "Hoort niet bij dit project."),
)
_WIE = (
    "In dit werkboek staan de echte aantallen, ook kleine, die de site afschermt. Deel het alleen "
    "met wie deze aantallen mag zien."
)


def alineas(dataset: Dataset, bladen: Sequence[Blad]) -> Iterator[tuple[str, str]]:
    """Rows of a name and what is said of it; without the second it is a heading."""
    yield f"{dataset.programma.naam}: cijfers per project", ""
    yield "Let op", _WIE
    for head, rows in (
        ("Zo vult u het in", _STAPPEN),
        ("Getallen", _GETALLEN),
        ("Kleuren", _KLEUREN),
    ):
        yield "", ""
        yield head, ""
        yield from rows
    yield "", ""
    yield "Kolommen", ""
    seen: set[str] = set()
    for kolom in (k for blad in bladen for k in blad.kolommen):
        if kolom.kop not in seen:
            seen.add(kolom.kop)
            filled = "" if kolom.soort in (Soort.VAST, Soort.VORIG) else _KEUZE.get(kolom.soort, "")
            yield kolom.kop, f"{kolom.uitleg}{filled}"


_KEUZE = {Soort.KEUZE: " Kies uit de lijst.", Soort.CIJFER: "", Soort.TEKST: ""}
