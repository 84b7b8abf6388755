"""brieven/, voorstellen/, begrotingen/ and terugblikken/: the documents beside the monitor."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from waw_site.model.cijfer import Bron, KwalificatieVeld, MetFeiten
from waw_site.model.types import (
    BedragVeld,
    DatumVeld,
    EchteDatum,
    Email,
    Heel,
    JaNee,
    KwartaalVeld,
    Lijst,
    Model,
    Proza,
    Regel,
    Slug,
    Tekst,
    Webadres,
)

Teksten = Annotated[tuple[Proza, ...], Field(strict=False)]


class Stuk(MetFeiten):
    """A document that belongs to an edition, and speaks of a quarter."""

    titel: Regel
    editie: KwartaalVeld
    kwartaal: KwartaalVeld
    toelichting: Proza | None = None
    bron: Bron | None = None


class Ondertekenaar(Model):
    """Who signs a letter: an office, and a name if it was published."""

    ambt: Regel
    naam: Tekst | None = None


class Bijlage(Model):
    """An annex: the monitor of an edition, another document, or one that is elsewhere."""

    nummer: Heel | None = None
    naam: Regel
    editie: KwartaalVeld | None = None
    stuk: Tekst | None = None
    link: Webadres | None = None


class Arbeidsmarktcijfer(Model):
    """A figure of the labour market, with its year and who counted it."""

    naam: Regel
    waarde: Heel
    eenheid: Regel
    over: Regel
    volgens: Regel | None = None
    bron: Bron | None = None


class Brief(Stuk):
    """A letter to the council; its body is the text of the same name in content/brieven/."""

    onderwerp: Regel
    afzender: Regel
    aan: Regel
    datum: DatumVeld | None = None
    kwartaal_afgeleid: JaNee = False
    eerdere_brief: Proza | None = None
    aanhef: Regel | None = None
    groet: Regel | None = None
    kerncijfers: Teksten = ()
    dashboard: JaNee = False
    bijschrift: Proza | None = None
    arbeidsmarkt: Annotated[tuple[Arbeidsmarktcijfer, ...], Field(strict=False)] = ()
    bijlagen: Annotated[tuple[Bijlage, ...], Field(strict=False)] = ()
    ondertekenaars: Annotated[tuple[Ondertekenaar, ...], Field(strict=False)] = ()
    disclaimer: Proza | None = None


class Kop(Model):
    """The header of a proposal."""

    onderwerp: Regel | None = None
    kenmerk: Tekst | None = None
    datum: DatumVeld | None = None
    eenheid: Tekst | None = None
    contact: Tekst | None = None
    email: Email | None = None
    verspreiden: JaNee | None = None


class Besluit(Model):
    """One numbered decision, and the projects it is about."""

    tekst: Proza
    projecten: Lijst = ()


class Behandeling(Model):
    """One meeting on the route of a proposal; its conclusion may still be open."""

    datum: DatumVeld
    overleg: Regel
    doel: Regel
    conclusie: Proza | None = None


class Projectstand(Model):
    """What a proposal says of one project."""

    project: Slug
    naam: Regel | None = None
    type: Regel | None = None
    doel: Proza | None = None
    resultaat: Proza | None = None
    tekst: Proza
    post: Slug | None = None
    bedrag: BedragVeld | None = None
    besluit_nodig: JaNee = True


class Groep(Model):
    """A group of projects in a proposal, such as those that run and those that are new."""

    naam: Regel
    inleiding: Proza | None = None
    projecten: Annotated[tuple[Projectstand, ...], Field(strict=False)] = ()


class Projectbijlage(Model):
    """The annex of one project: what is proposed, and what speaks for and against it."""

    project: Slug
    naam: Regel | None = None
    voorstel: Teksten
    samenvatting: Proza | None = None
    voor: Teksten = ()
    tegen: Teksten = ()
    voorwaarde: Proza | None = None


class Voorstel(Stuk):
    """A proposal with its decisions, or the cover sheet of another document."""

    soort: Literal["voorstel", "oplegger"] = "voorstel"
    kop: Kop = Kop()
    besluiten: Annotated[tuple[Besluit, ...], Field(strict=False)]
    behandeling: Annotated[tuple[Behandeling, ...], Field(strict=False)] = ()
    kern: Proza | None = None
    werkwijze: Proza | None = None
    groepen: Annotated[tuple[Groep, ...], Field(strict=False)] = ()
    financien: Proza | None = None
    uitvoering: Proza | None = None
    begroting: Slug | None = None
    bijlagen: Annotated[tuple[Projectbijlage, ...], Field(strict=False)] = ()
    bijlagenlijst: Annotated[tuple[Bijlage, ...], Field(strict=False)] = ()


class Bedragherziening(Model):
    """What an amount was before, and why it changed."""

    was: BedragVeld
    datum: DatumVeld | None = None
    reden: Proza | None = None
    bron: Bron | None = None


class Post(Model):
    """One row of a budget. `exact` is the amount that `bedrag` was rounded from."""

    post: Slug
    naam: Regel
    bedrag: BedragVeld
    exact: BedragVeld | None = None
    project: Slug | None = None
    voorwaarde: Proza | None = None
    toelichting: Proza | None = None
    herzieningen: Annotated[tuple[Bedragherziening, ...], Field(strict=False)] = ()


class Sectie(Model):
    """Rows of a budget under one heading."""

    naam: Regel
    posten: Annotated[tuple[Post, ...], Field(strict=False, min_length=1)]


class Bedrag(Model):
    """An amount as published, with its qualifier."""

    bedrag: BedragVeld
    kwalificatie: KwalificatieVeld | None = None
    bron: Bron | None = None


class Financier(Model):
    """Where other money may come from."""

    naam: Proza
    toelichting: Proza | None = None


class Begroting(MetFeiten):
    """A budget: rows in sections, the total that was published, and what is available."""

    titel: Regel
    jaar: Heel
    editie: KwartaalVeld
    secties: Annotated[tuple[Sectie, ...], Field(strict=False, min_length=1)]
    totaal: BedragVeld | None = None
    beschikbaar: Bedrag | None = None
    bijschrift: Regel | None = None
    cofinanciering: Annotated[tuple[Financier, ...], Field(strict=False)] = ()
    toelichting: Proza | None = None
    bron: Bron


class Pijler(Model):
    """One of the pillars of a project."""

    naam: Regel
    tekst: Proza


class Stap(Model):
    """One step of the route through a project, with the stories told at it."""

    naam: Regel
    tekst: Proza
    onderdelen: Teksten = ()
    verhalen: Lijst = ()


class Partner(Model):
    """An organisation that takes part, and its address."""

    naam: Tekst
    url: Webadres | None = None


class Terugblik(Stuk):
    """The review of one project: goals against results, who took part, the route, stories."""

    project: Slug
    doel: Proza | None = None
    pijlers: Annotated[tuple[Pijler, ...], Field(strict=False)] = ()
    ambities: Teksten = ()
    voor_wie: Teksten = ()
    trechter: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    stappen: Annotated[tuple[Stap, ...], Field(strict=False)] = ()
    partners: Annotated[tuple[Partner, ...], Field(strict=False)] = ()


class Toestemming(Model):
    """
    On what ground a story is published, in which channels, and until when.

    `publicatie`: the person was published before, in `document`. `toestemming`: the person agreed,
    on `datum`. `tot_en_met` holds to the end of the day, month or year that it names.
    """

    grondslag: Literal["publicatie", "toestemming"]
    document: Slug | None = None
    naam: JaNee
    foto: JaNee
    gezondheid: JaNee
    web: JaNee
    pdf: JaNee
    datum: DatumVeld | None = None
    tot_en_met: EchteDatum = None
    ingetrokken: EchteDatum = None


class MetToestemming(Model):
    """Of what stands above a story only the consent, whatever else there is or is wrong."""

    model_config = ConfigDict(extra="ignore")

    toestemming: Toestemming


class Beeld(Model):
    """A picture of content/beelden/, and what it shows in words."""

    bestand: Tekst
    alt: Tekst


class Verhaal(MetFeiten):
    """What stands above the story of a participant."""

    titel: Regel
    naam: Tekst | None = None
    project: Slug
    jaar: Heel
    vorm: Literal["portret", "kort", "anekdote"] = "portret"
    functie: Proza | None = None
    edities: Annotated[tuple[KwartaalVeld, ...], Field(strict=False)] = ()
    vervolg_op: Slug | None = None
    citaat: Tekst | None = None
    gezondheid: JaNee = False
    beeld: Beeld | None = None
    link: Webadres | None = None
    toestemming: Toestemming
    bron: Bron


class Afkorting(Model):
    """An abbreviation or a word of the trade."""

    voluit: Regel | None = None
    uitleg: Proza | None = None
    ook: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()


class Uitspraak(Model):
    """What one document says: a figure of the data by name, a number, or words."""

    cijfer: Tekst | None = None
    waarde: Heel | None = None
    kwalificatie: KwalificatieVeld | None = None
    woorden: Proza | None = None
    bron: Bron


class Tegenspraak(Model):
    """Statements about the same thing that do not agree."""

    onderwerp: Regel
    uitspraken: Annotated[tuple[Uitspraak, ...], Field(strict=False, min_length=2)]
    toelichting: Proza | None = None
