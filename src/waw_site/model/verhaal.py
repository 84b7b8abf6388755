"""What stands above a story in content/verhalen/, and on what ground it is told."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from waw_site.model.cijfer import Bron, MetFeiten
from waw_site.model.types import (
    DatumVeld,
    EchteDatum,
    Heel,
    JaNee,
    Model,
    Proza,
    Regel,
    Slug,
    Tekst,
    Webadres,
)
from waw_site.model.woord import Documentnaam, Editienaam, Projectnaam


class Toestemming(Model):
    """
    On what ground a story is published, in which channels, and until when.

    `publicatie`: the person was published before, in `document`. `toestemming`: the person agreed,
    on `datum`. `tot_en_met` holds to the end of the day, month or year that it names.
    """

    grondslag: Literal["publicatie", "toestemming"]
    """
    De persoon zei zelf ja (toestemming), of het stond al in een document (publicatie).

    Bijvoorbeeld: toestemming
    """
    document: Documentnaam | None = None
    """Bij publicatie: in welk document het stond. Bijvoorbeeld: monitor-2024-q2"""
    naam: JaNee
    """Mag de naam erbij?"""
    foto: JaNee
    """Mag er een foto bij?"""
    gezondheid: JaNee
    """Mag de tekst iets over gezondheid zeggen? Vraag dit apart."""
    web: JaNee
    """Mag het op de site?"""
    pdf: JaNee
    """Mag het in de pdf's, en op papier?"""
    datum: DatumVeld | None = None
    """Bij toestemming: de dag waarop de persoon ja zei. Bijvoorbeeld: 2024-05-14"""
    tot_en_met: EchteDatum = None
    """Tot en met welke dag het mag. Bijvoorbeeld: 2026-05-14"""
    ingetrokken: EchteDatum = None
    """De dag waarop de persoon de toestemming introk. Bijvoorbeeld: 2024-11-02"""


class MetToestemming(Model):
    """Of what stands above a story only the consent, whatever else there is or is wrong."""

    model_config = ConfigDict(extra="ignore")

    toestemming: Toestemming
    """Waarom het verhaal verteld mag worden, en tot wanneer."""


class Beeld(Model):
    """A picture of content/beelden/, and what it shows in words."""

    bestand: Tekst
    """De naam van het bestand in content/beelden. Bijvoorbeeld: michel.jpg"""
    alt: Tekst
    """Wat er te zien is, voor wie het niet ziet."""


class Verhaal(MetFeiten):
    """What stands above the story of a participant."""

    titel: Regel
    """De titel. Bijvoorbeeld: Suzana zoekt opnieuw werk in de zorg"""
    naam: Tekst | None = None
    """De naam van de persoon; laat weg als het zonder kan. Bijvoorbeeld: Suzana"""
    project: Projectnaam
    """Bij welk project het hoort. Bijvoorbeeld: wijkleerbedrijf"""
    jaar: Heel
    """Uit welk jaar het is. Bijvoorbeeld: 2024"""
    vorm: Literal["portret", "kort", "anekdote"] = "portret"
    """Hoe lang het is."""
    functie: Proza | None = None
    """Wat de persoon doet. Bijvoorbeeld: zorgmedewerker"""
    edities: Annotated[tuple[Editienaam, ...], Field(strict=False)] = ()
    """Welke edities het tonen. Bijvoorbeeld: [2024-Q2]"""
    vervolg_op: Slug | None = None
    """Het eerdere verhaal van dezelfde persoon. Bijvoorbeeld: suzana-2020"""
    citaat: Tekst | None = None
    """Wat de persoon letterlijk zei. Bijvoorbeeld: Ik ben super trots op mijzelf!"""
    gezondheid: JaNee = False
    """Of de tekst iets over gezondheid zegt."""
    beeld: Beeld | None = None
    """Een beeld bij het verhaal."""
    link: Webadres | None = None
    """Waar er meer over staat. Bijvoorbeeld: https://www.voorbeeld.nl/verhaal"""
    toestemming: Toestemming
    """Waarom het verhaal verteld mag worden, en tot wanneer."""
    bron: Bron
    """Het document waar het verhaal in staat."""
