"""Frozen models of what the YAML may say; their fields are the keys that an editor writes."""

from waw_site.model.afkorting import Afkorting
from waw_site.model.begroting import Begroting
from waw_site.model.brief import Arbeidsmarktcijfer, Brief
from waw_site.model.cijfer import Bron, Cijfer, Doel, Feit, Herziening, MetFeiten, Voorwerk
from waw_site.model.editie import Colofon, Editie, Erratum, Oordeling, Rubriek, Uitgave
from waw_site.model.programma import (
    ONBEKEND,
    Bescherming,
    Dimensie,
    Document,
    Gemeente,
    Indicator,
    Koersregel,
    Plan,
    Programma,
)
from waw_site.model.project import Fase, Naam, Project, Stand, Status, Verdeling
from waw_site.model.publicatie import Contact, Licentie, Publicatie, Thema, Uitgever
from waw_site.model.stuk import Bijlage, Stuk
from waw_site.model.tegenspraak import Tegenspraak, Uitspraak
from waw_site.model.terugblik import Stap, Terugblik
from waw_site.model.types import NVT, Kwalificatie, Model, Oordeel
from waw_site.model.verhaal import MetToestemming, Toestemming, Verhaal
from waw_site.model.voorstel import Groep, Projectbijlage, Projectstand, Voorstel
from waw_site.model.zegel import Gezegd, Zegel

__all__ = [
    "NVT",
    "ONBEKEND",
    "Afkorting",
    "Arbeidsmarktcijfer",
    "Begroting",
    "Bescherming",
    "Bijlage",
    "Brief",
    "Bron",
    "Cijfer",
    "Colofon",
    "Contact",
    "Dimensie",
    "Document",
    "Doel",
    "Editie",
    "Erratum",
    "Fase",
    "Feit",
    "Gemeente",
    "Gezegd",
    "Groep",
    "Herziening",
    "Indicator",
    "Koersregel",
    "Kwalificatie",
    "Licentie",
    "MetFeiten",
    "MetToestemming",
    "Model",
    "Naam",
    "Oordeel",
    "Oordeling",
    "Plan",
    "Programma",
    "Project",
    "Projectbijlage",
    "Projectstand",
    "Publicatie",
    "Rubriek",
    "Stand",
    "Stap",
    "Status",
    "Stuk",
    "Tegenspraak",
    "Terugblik",
    "Thema",
    "Toestemming",
    "Uitgave",
    "Uitgever",
    "Uitspraak",
    "Verdeling",
    "Verhaal",
    "Voorstel",
    "Voorwerk",
    "Zegel",
]
