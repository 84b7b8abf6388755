"""`publicatie` in programma.yaml: where the site stands, who publishes it, and on what terms."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from waw_site.kwartaal import Ritme
from waw_site.model.types import Email, Model, Regel, Siteadres, Tekst, Webadres


class Contact(Model):
    """Whom to ask: a role or a team, and an address."""

    rol: Regel
    """Wie men kan vragen: een rol of een team. Bijvoorbeeld: coördinator van het programma"""
    email: Email
    """Het e-mailadres. Bijvoorbeeld: info@voorbeeld.nl"""


class Licentie(StrEnum):
    """On what terms the data may be used; those that DCAT-AP-NL advises for open data."""

    CC0 = "CC0"
    CC_BY = "CC BY 4.0"


class Thema(StrEnum):
    """The data themes of the European Union, by their Dutch names."""

    BEVOLKING = "bevolking en samenleving"
    ECONOMIE = "economie en financiën"
    ENERGIE = "energie"
    GEZONDHEID = "gezondheid"
    INTERNATIONAAL = "internationale vraagstukken"
    JUSTITIE = "justitie en veiligheid"
    LANDBOUW = "landbouw en voeding"
    MILIEU = "milieu"
    ONDERWIJS = "onderwijs en cultuur"
    OVERHEID = "overheid en publieke sector"
    REGIOS = "regio en stad"
    VERVOER = "vervoer"
    WETENSCHAP = "wetenschap en technologie"


class Uitgever(Model):
    """Who publishes the site; `uri` is its name in the register of public bodies (TOOI)."""

    naam: Tekst
    """De naam van wie de site uitgeeft. Bijvoorbeeld: Regio Voorbeeld"""
    uri: Webadres | None = None
    """
    Zijn adres in het register van overheden (TOOI).

    Bijvoorbeeld: https://identifier.overheid.nl/tooi/id/voorbeeld
    """


class Informatiecategorie(StrEnum):
    """The categories of art. 3.3 Woo in which a monitor, or what goes with it, can fall."""

    INGEKOMEN = "ingekomen stukken"
    VERGADERSTUKKEN = "vergaderstukken"
    JAARVERSLAGEN = "jaarplannen en jaarverslagen"
    ONDERZOEK = "onderzoeksrapporten"


class Handeling(StrEnum):
    """What happened to a document on the day that it bears."""

    ONTVANGST = "ontvangst"
    VASTSTELLING = "vaststelling"
    ONDERTEKENING = "ondertekening"


class Woo(Model):
    """How the editions and documents are told of to the Dutch Woo index."""

    informatiecategorie: Annotated[Informatiecategorie, Field(strict=False)]
    """In welke categorie van de Woo de monitor valt."""
    handeling: Annotated[Handeling, Field(strict=False)]
    """Wat er gebeurde op de dag waarop een stuk verscheen."""


class Waardering(StrEnum):
    """How long an archive keeps what is published."""

    BLIJVEND = "blijvend te bewaren"
    TIJDELIJK = "tijdelijk te bewaren"


class Archief(Model):
    """
    What an archive must know of every edition and document (MDTO).

    `begrippenlijst` names the list that the words of `waardering` and `beperking` come from.
    """

    waardering: Annotated[Waardering, Field(strict=False)]
    """Of het archief het altijd bewaart."""
    beperking: Regel
    """Wat het gebruik beperkt. Bijvoorbeeld: Geen beperking"""
    begrippenlijst: Regel
    """De lijst waar deze woorden uit komen. Bijvoorbeeld: Begrippenlijst van het archief"""
    archiefvormer: Tekst | None = None
    """
    Van wie het archief is, als dat een ander is dan de uitgever.

    Bijvoorbeeld: Regio Voorbeeld
    """


class Publicatie(Model):
    """
    How the site and its data are published; what is not known stays out, and the site says so.

    `adres` is that of the home page without `index.html`, with a slash at its end. `frequentie` is
    how often an edition appears, which may be less often than projects report.
    """

    adres: Siteadres | None = None
    """
    Het adres van de voorpagina, met een / aan het eind.

    Bijvoorbeeld: https://www.voorbeeld.nl/monitor/
    """
    uitgever: Uitgever | None = None
    """Wie de site uitgeeft; zonder uitgever is dat de regio."""
    contact: Contact | None = None
    """Wie vragen over de gegevens beantwoordt."""
    licentie: Annotated[Licentie | None, Field(strict=False)] = None
    """Wat men met de gegevens mag: alles (CC0), of alles met naam van de uitgever (CC BY 4.0)."""
    themas: Annotated[tuple[Annotated[Thema, Field(strict=False)], ...], Field(strict=False)] = ()
    """De Europese thema's waar de gegevens over gaan. Bijvoorbeeld: [bevolking en samenleving]"""
    frequentie: Annotated[Ritme | None, Field(strict=False)] = None
    """Hoe vaak er een editie verschijnt."""
    woo: Woo | None = None
    """Hoe de stukken in de landelijke Woo-index staan."""
    archief: Archief | None = None
    """Wat een archief moet weten."""
