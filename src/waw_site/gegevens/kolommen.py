"""The columns of the open data: one table, that every file and every description is made from."""

from dataclasses import dataclass
from typing import Literal

from waw_site.catalogus import _
from waw_site.kwartaal import PERIODE
from waw_site.model import NVT, Kwalificatie, Programma
from waw_site.notation import STREEP, VERBORGEN

Type = Literal["string", "integer", "boolean", "date"]

NIVEAUS = ("programma", "rubriek", "sector", "project")
SOORTEN = ("bereikt", "opgeteld", "gepubliceerd", "rest", "doel", "tussendoel")
SYMBOLEN = (STREEP, VERBORGEN, NVT)
JA, NEE = "ja", "nee"  # how a boolean is written where there are only texts
SLEUTEL = ("editie", "soort", "cijfer")  # no two rows of a file have the same

_SDMX = "http://purl.org/linked-data/sdmx/2009"


@dataclass(frozen=True, slots=True)
class Kolom:
    """
    One column: its name, its type as Table Schema calls it, and what it holds in words.

    `waarden` are the only texts that it may hold; empty leaves them free. `lijst` is the key of
    programma.yaml whose names it holds. `verplicht` says that it is filled in every row. `uri` is
    what others call the same.
    """

    naam: str
    type: Type
    titel: str
    uitleg: str
    waarden: tuple[str, ...] = ()
    lijst: Literal["", "indicatoren", "sectoren", "dimensies"] = ""
    patroon: str = ""
    verplicht: bool = False
    uri: str = ""

    def toegestaan(self, programma: Programma) -> tuple[str, ...]:
        """The only texts that the column may hold in the data of *programma*; empty: any."""
        return tuple(getattr(programma, self.lijst)) if self.lijst else self.waarden


def kolommen() -> tuple[Kolom, ...]:
    """All columns in order, with their words in the language of the programme."""
    return (*_wat(), *_getal(), *_herkomst())


def _wat() -> tuple[Kolom, ...]:
    """What is counted, where and when."""
    return (
        Kolom(
            "editie",
            "string",
            _("Editie"),
            _("De editie van de monitor waarin het cijfer staat, met haar periode als naam."),
            patroon=PERIODE,
            verplicht=True,
        ),
        Kolom(
            "kwartaal",
            "string",
            _("Periode"),
            _(
                "De stand tot en met deze periode. Van een project dat eerder eindigde is het de "
                "periode van zijn eindstand."
            ),
            patroon=PERIODE,
            verplicht=True,
            uri=f"{_SDMX}/dimension#refPeriod",
        ),
        Kolom(
            "niveau",
            "string",
            _("Niveau"),
            _("Waar het cijfer over gaat: het hele programma, een rubriek, een sector of project."),
            NIVEAUS,
            verplicht=True,
        ),
        Kolom(
            "rubriek",
            "string",
            _("Rubriek"),
            _("De rubriek, of de rubriek waarin het project in deze editie staat."),
        ),
        Kolom(
            "sector",
            "string",
            _("Sector"),
            _("De sector, of de sector van het project."),
            lijst="sectoren",
        ),
        Kolom(
            "project",
            "string",
            _("Project"),
            _("De vaste naam van het project, zoals in zijn adres op de site."),
        ),
        Kolom(
            "projectnaam",
            "string",
            _("Projectnaam"),
            _("De naam die het project in deze editie had."),
        ),
        Kolom(
            "indicator",
            "string",
            _("Indicator"),
            _("Wat er geteld wordt. De lijst van indicatoren zegt wat elk betekent."),
            lijst="indicatoren",
            verplicht=True,
        ),
        Kolom(
            "soort",
            "string",
            _("Soort cijfer"),
            _(
                "bereikt: de stand. opgeteld: de som van de projecten. gepubliceerd: wat de "
                "editie noemde. rest: gepubliceerd min opgeteld. doel: het hele doel. tussendoel: "
                "het doel tot en met de periode. Van het programma is bereikt het gepubliceerde "
                "cijfer, of anders de som. Tel dus nooit soorten bij elkaar op."
            ),
            SOORTEN,
            verplicht=True,
        ),
        Kolom(
            "dimensie",
            "string",
            _("Dimensie"),
            _("Waarnaar het cijfer is verdeeld. Leeg bij een heel cijfer."),
            lijst="dimensies",
        ),
        Kolom("deel", "string", _("Deel"), _("Het deel van de dimensie waar het getal bij hoort.")),
        Kolom(
            "dimensie2",
            "string",
            _("Tweede dimensie"),
            _("Waarnaar het cijfer ook is verdeeld, als het naar twee dimensies tegelijk is."),
            lijst="dimensies",
        ),
        Kolom("deel2", "string", _("Tweede deel"), _("Het deel van de tweede dimensie.")),
    )


def _getal() -> tuple[Kolom, ...]:
    """The number, and how to read it."""
    return (
        Kolom(
            "waarde",
            "integer",
            _("Waarde"),
            _("Het getal. Leeg als er geen getal te tonen is; dan zegt het symbool waarom."),
            uri=f"{_SDMX}/measure#obsValue",
        ),
        Kolom(
            "symbool",
            "string",
            _("Symbool"),
            _(
                "Waarom er geen getal staat. – is niet gemeld, x is afgeschermd zodat niemand te "
                "vinden is, n.v.t. is niet van toepassing. Geen van drieën is een nul."
            ),
            SYMBOLEN,
            uri=f"{_SDMX}/attribute#obsStatus",
        ),
        Kolom(
            "kwalificatie",
            "string",
            _("Kwalificatie"),
            _(
                "Het woord dat in de bron bij een afgerond getal stond. Bij een som zonder alle "
                "projecten staat minstens. Leeg bij een precies getal."
            ),
            tuple(Kwalificatie),
        ),
        Kolom(
            "eenheid",
            "string",
            _("Eenheid"),
            _("Wat er geteld is. Een traject is geen persoon: wie er meer volgt, telt voor elk."),
            verplicht=True,
            uri=f"{_SDMX}/attribute#unitMeasure",
        ),
        Kolom(
            "telling",
            "string",
            _("Telling"),
            _(
                "oplopend: alles vanaf het begin van het programma of project. per_jaar: vanaf het "
                "begin van het jaar. moment: de stand op dat moment."
            ),
            ("oplopend", "per_jaar", "moment"),
            verplicht=True,
        ),
        Kolom(
            "telt_mee",
            "boolean",
            _("Telt mee"),
            _(
                "Of het cijfer van dit project is opgeteld in dat van het programma. Nee als het "
                "al in een ander project zit, of niet bij de regionale doelen hoort."
            ),
        ),
        Kolom(
            "gemeld",
            "integer",
            _("Gemeld"),
            _("Bij een som: hoeveel projecten een getal hebben gemeld."),
        ),
        Kolom(
            "verwacht",
            "integer",
            _("Verwacht"),
            _("Bij een som: hoeveel projecten een getal moesten melden."),
        ),
        Kolom(
            "voorlopig",
            "boolean",
            _("Voorlopig"),
            _("Ja als het cijfer nog kan veranderen, nee als het definitief is."),
            verplicht=True,
        ),
        Kolom(
            "hersteld",
            "date",
            _("Hersteld op"),
            _("De dag waarop het cijfer is hersteld, na het verschijnen van de editie."),
        ),
    )


def _herkomst() -> tuple[Kolom, ...]:
    """Where the number comes from."""
    return (
        Kolom(
            "bron",
            "string",
            _("Bron"),
            _("Het document waarin het cijfer verscheen."),
            uri="http://purl.org/dc/terms/source",
        ),
        Kolom(
            "bestand",
            "string",
            _("Bestand"),
            _("Het bestand van de redactie waarin het getal staat. Leeg bij een berekend cijfer."),
        ),
        Kolom("regel", "integer", _("Regel"), _("De regel in dat bestand.")),
        Kolom(
            "berekening",
            "string",
            _("Berekening"),
            _("Hoe een berekend cijfer is gemaakt, uit welke andere cijfers van deze lijst."),
        ),
        Kolom(
            "cijfer",
            "string",
            _("Naam van het cijfer"),
            _("De vaste naam. Zo heet het cijfer ook op de pagina's met de herkomst."),
            verplicht=True,
            uri="http://purl.org/dc/terms/identifier",
        ),
    )
