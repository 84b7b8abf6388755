"""Frozen models of what the YAML may say; their fields are the keys that an editor writes."""

from waw_site.model.cijfer import Bron, Cijfer, Doel, Feit, MetFeiten, Voorwerk
from waw_site.model.editie import Colofon, Contact, Editie, Oordeling, Rubriek
from waw_site.model.programma import Document, Gemeente, Indicator, Plan, Programma
from waw_site.model.project import Fase, Naam, Project, Stand, Status
from waw_site.model.types import NVT, Kwalificatie, Model, Oordeel

__all__ = [
    "NVT",
    "Bron",
    "Cijfer",
    "Colofon",
    "Contact",
    "Document",
    "Doel",
    "Editie",
    "Fase",
    "Feit",
    "Gemeente",
    "Indicator",
    "Kwalificatie",
    "MetFeiten",
    "Model",
    "Naam",
    "Oordeel",
    "Oordeling",
    "Plan",
    "Programma",
    "Project",
    "Rubriek",
    "Stand",
    "Status",
    "Voorwerk",
]
