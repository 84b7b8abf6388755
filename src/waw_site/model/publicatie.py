"""`publicatie` in programma.yaml: where the site stands, who publishes it, and on what terms."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from waw_site.model.types import Email, Model, Regel, Siteadres, Tekst, Webadres


class Contact(Model):
    """Whom to ask: a role or a team, and an address."""

    rol: Regel
    email: Email


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
    uri: Webadres | None = None


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
    handeling: Annotated[Handeling, Field(strict=False)]


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
    beperking: Regel
    begrippenlijst: Regel
    archiefvormer: Tekst | None = None


class Publicatie(Model):
    """
    How the site and its data are published; what is not known stays out, and the site says so.

    `adres` is that of the home page without `index.html`, with a slash at its end.
    """

    adres: Siteadres | None = None
    uitgever: Uitgever | None = None
    contact: Contact | None = None
    licentie: Annotated[Licentie | None, Field(strict=False)] = None
    themas: Annotated[tuple[Annotated[Thema, Field(strict=False)], ...], Field(strict=False)] = ()
    woo: Woo | None = None
    archief: Archief | None = None
