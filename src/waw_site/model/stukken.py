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
    Model,
    Proza,
    Regel,
    Slug,
    Tekst,
    Webadres,
)
from waw_site.model.woord import (
    Begrotingnaam,
    Documentnaam,
    Editienaam,
    Postnaam,
    Projecten,
    Projectnaam,
    Stuknaam,
)

Teksten = Annotated[tuple[Proza, ...], Field(strict=False)]


class Stuk(MetFeiten):
    """A document that belongs to an edition, and speaks of a quarter."""

    titel: Regel
    """De titel. Bijvoorbeeld: Raadsbrief bij de monitor"""
    editie: Editienaam
    """Bij welke monitor het hoort. Bijvoorbeeld: 2024-Q2"""
    kwartaal: KwartaalVeld
    """Over welk kwartaal de cijfers gaan. Bijvoorbeeld: 2024-Q2"""
    toelichting: Proza | None = None
    """Wat een lezer van de site moet weten. Bijvoorbeeld: Deze brief is niet verstuurd."""
    bron: Bron | None = None
    """Het document zelf, als het in bronnen.yaml staat."""


class Ondertekenaar(Model):
    """Who signs a letter: an office, and a name if it was published."""

    ambt: Regel
    """Het ambt van wie ondertekent. Bijvoorbeeld: wethouder Sociaal Domein"""
    naam: Tekst | None = None
    """De naam, als die is gepubliceerd."""


class Bijlage(Model):
    """An annex: the monitor of an edition, another document, or one that is elsewhere."""

    nummer: Heel | None = None
    """Het nummer van de bijlage. Bijvoorbeeld: 1"""
    naam: Regel
    """Hoe de bijlage heet. Bijvoorbeeld: Monitor"""
    editie: Editienaam | None = None
    """Is het een monitor: welke editie. Bijvoorbeeld: 2024-Q2"""
    stuk: Stuknaam | None = None
    """Is het een ander stuk: welk. Bijvoorbeeld: terugblikken/zorg-plus"""
    link: Webadres | None = None
    """Staat het ergens anders: op welk adres. Bijvoorbeeld: https://www.voorbeeld.nl"""


class Arbeidsmarktcijfer(Model):
    """A figure of the labour market, with its year and who counted it."""

    naam: Regel
    """Wat er geteld is. Bijvoorbeeld: Onbenut arbeidspotentieel"""
    waarde: Heel
    """Het getal. Bijvoorbeeld: 21000"""
    eenheid: Regel
    """Wat er geteld wordt. Bijvoorbeeld: personen"""
    over: Regel
    """
    Over welk jaar het gaat, tussen aanhalingstekens.

    Bijvoorbeeld: "2021"
    """
    volgens: Regel | None = None
    """Wie het telde. Bijvoorbeeld: UWV"""
    bron: Bron | None = None
    """Het document waar het in staat."""


class Brief(Stuk):
    """A letter to the council; its body is the text of the same name in content/brieven/."""

    onderwerp: Regel
    """Waar de brief over gaat. Bijvoorbeeld: Voortgang Samen aan de slag"""
    afzender: Regel
    """Van wie de brief is. Bijvoorbeeld: Regio Voorbeeld"""
    aan: Regel
    """Aan wie. Bijvoorbeeld: de raadsleden"""
    datum: DatumVeld | None = None
    """De datum; zonder datum staat er dat de brief er geen heeft. Bijvoorbeeld: 2023-10"""
    kwartaal_afgeleid: JaNee = False
    """Of het kwartaal is afgeleid, en niet in de brief staat."""
    eerdere_brief: Proza | None = None
    """Welke brief eraan voorafging. Bijvoorbeeld: De vorige brief was van 16 maart 2022."""
    aanhef: Regel | None = None
    """De aanhef. Bijvoorbeeld: Geachte raadsleden,"""
    groet: Regel | None = None
    """De groet. Bijvoorbeeld: Hoogachtend,"""
    kerncijfers: Teksten = ()
    """
    Zinnen met de belangrijkste cijfers.

    Bijvoorbeeld: ["{{ bemiddeld }} inwoners vonden werk."]
    """
    dashboard: JaNee = False
    """Of de doelen van de editie er als plaatje bij staan."""
    bijschrift: Proza | None = None
    """De tekst bij dat plaatje. Bijvoorbeeld: Uit de monitor."""
    arbeidsmarkt: Annotated[tuple[Arbeidsmarktcijfer, ...], Field(strict=False)] = ()
    """Cijfers over de arbeidsmarkt."""
    bijlagen: Annotated[tuple[Bijlage, ...], Field(strict=False)] = ()
    """Wat er bij de brief zit."""
    ondertekenaars: Annotated[tuple[Ondertekenaar, ...], Field(strict=False)] = ()
    """Wie ondertekenen: geen, een of meer."""
    disclaimer: Proza | None = None
    """Kleine letters onderaan."""


class Kop(Model):
    """The header of a proposal."""

    onderwerp: Regel | None = None
    """Waar het stuk over gaat. Bijvoorbeeld: Arbeidsmarktprogramma"""
    kenmerk: Tekst | None = None
    """Het kenmerk. Bijvoorbeeld: DOC-1"""
    datum: DatumVeld | None = None
    """De datum. Bijvoorbeeld: 2023-11-16"""
    eenheid: Tekst | None = None
    """De afdeling. Bijvoorbeeld: Beleid"""
    contact: Tekst | None = None
    """Wie men kan vragen. Bijvoorbeeld: projectteam"""
    email: Email | None = None
    """Het e-mailadres. Bijvoorbeeld: info@voorbeeld.nl"""
    verspreiden: JaNee | None = None
    """Of het stuk verspreid mag worden."""


class Besluit(Model):
    """One numbered decision, and the projects it is about."""

    tekst: Proza
    """Wat er besloten wordt. Bijvoorbeeld: Zorg Plus verlengen tot en met december 2024."""
    projecten: Projecten = ()
    """Over welke projecten het gaat. Bijvoorbeeld: [zorg-plus]"""


class Behandeling(Model):
    """One meeting on the route of a proposal; its conclusion may still be open."""

    datum: DatumVeld
    """De dag van het overleg. Bijvoorbeeld: 2021-03-18"""
    overleg: Regel
    """Welk overleg. Bijvoorbeeld: Beleidsoverleg"""
    doel: Regel
    """Waarvoor het daar ligt. Bijvoorbeeld: bespreken"""
    conclusie: Proza | None = None
    """Wat er uitkwam; leeg als dat niet is ingevuld. Bijvoorbeeld: Aangepast."""


class Projectstand(Model):
    """What a proposal says of one project."""

    project: Projectnaam
    """Welk project. Bijvoorbeeld: zorg-plus"""
    naam: Regel | None = None
    """Hoe het stuk het project noemt. Bijvoorbeeld: Zorg Plus"""
    type: Regel | None = None
    """Wat voor project het stuk het noemt. Bijvoorbeeld: oriëntatie"""
    doel: Proza | None = None
    """
    Wat het doel is.

    Bijvoorbeeld: "{{ zorg-plus.trajecten_dit_jaar.doel }} trajecten"
    """
    resultaat: Proza | None = None
    """
    Wat er bereikt is.

    Bijvoorbeeld: "{{ zorg-plus.trajecten_dit_jaar }} trajecten"
    """
    tekst: Proza
    """Wat het stuk over het project zegt. Bijvoorbeeld: Het project gaat goed."""
    post: Postnaam | None = None
    """De post in de begroting. Bijvoorbeeld: zorg-plus"""
    bedrag: BedragVeld | None = None
    """Het bedrag dat de tekst noemt, gelijk aan de post. Bijvoorbeeld: 150000"""
    besluit_nodig: JaNee = True
    """Of er een besluit over nodig is."""


class Groep(Model):
    """A group of projects in a proposal, such as those that run and those that are new."""

    naam: Regel
    """Hoe de groep heet. Bijvoorbeeld: Lopende projecten"""
    inleiding: Proza | None = None
    """De tekst boven de groep. Bijvoorbeeld: Deze projecten lopen."""
    projecten: Annotated[tuple[Projectstand, ...], Field(strict=False)] = ()
    """De projecten van de groep."""


class Projectbijlage(Model):
    """The annex of one project: what is proposed, and what speaks for and against it."""

    project: Projectnaam
    """Welk project. Bijvoorbeeld: zorg-plus"""
    naam: Regel | None = None
    """Hoe het stuk het project noemt."""
    voorstel: Teksten
    """Wat er wordt voorgesteld. Bijvoorbeeld: [Verleng Zorg Plus.]"""
    samenvatting: Proza | None = None
    """Wat het project doet. Bijvoorbeeld: Inwoners kijken rond in de zorg."""
    voor: Teksten = ()
    """Wat ervoor spreekt. Bijvoorbeeld: [Iedereen kan meedoen.]"""
    tegen: Teksten = ()
    """Wat ertegen spreekt. Bijvoorbeeld: [Er komen minder aanmeldingen.]"""
    voorwaarde: Proza | None = None
    """Onder welke voorwaarde. Bijvoorbeeld: Er moeten genoeg aanmeldingen zijn."""


class Voorstel(Stuk):
    """A proposal with its decisions, or the cover sheet of another document."""

    soort: Literal["voorstel", "oplegger"] = "voorstel"
    """Een voorstel met besluiten, of een oplegger bij een ander stuk."""
    kop: Kop = Kop()
    """Het hoofd van het stuk."""
    besluiten: Annotated[tuple[Besluit, ...], Field(strict=False)]
    """De besluiten, op volgorde."""
    behandeling: Annotated[tuple[Behandeling, ...], Field(strict=False)] = ()
    """De overleggen waar het langs gaat."""
    kern: Proza | None = None
    """De kern. Bijvoorbeeld: Het programma duurt tot het einde van 2024."""
    werkwijze: Proza | None = None
    """Hoe er gewerkt wordt. Bijvoorbeeld: Elk project heeft een eigen planning."""
    groepen: Annotated[tuple[Groep, ...], Field(strict=False)] = ()
    """De projecten, in groepen."""
    financien: Proza | None = None
    """
    Wat het kost.

    Bijvoorbeeld: "Begroot is {{ begroting.2024.totaal }}."
    """
    uitvoering: Proza | None = None
    """Wie het uitvoert. Bijvoorbeeld: Het Regieteam stuurt het programma aan."""
    begroting: Begrotingnaam | None = None
    """
    Welke begroting erbij hoort, tussen aanhalingstekens.

    Bijvoorbeeld: "2024"
    """
    bijlagen: Annotated[tuple[Projectbijlage, ...], Field(strict=False)] = ()
    """Per project wat wordt voorgesteld, met voor en tegen."""
    bijlagenlijst: Annotated[tuple[Bijlage, ...], Field(strict=False)] = ()
    """Wat er bij het voorstel zit."""


class Bedragherziening(Model):
    """What an amount was before, and why it changed."""

    was: BedragVeld
    """
    Het eerdere bedrag.

    Bijvoorbeeld: "46052,81"
    """
    datum: DatumVeld | None = None
    """Wanneer het veranderde. Bijvoorbeeld: 2023-11"""
    reden: Proza | None = None
    """Waarom het veranderde."""
    bron: Bron | None = None
    """Het document waar het eerdere bedrag in staat."""


class Post(Model):
    """One row of a budget. `exact` is the amount that `bedrag` was rounded from."""

    post: Slug
    """De korte naam van de post. Bijvoorbeeld: zorg-plus"""
    naam: Regel
    """De naam op de pagina. Bijvoorbeeld: Zorg Plus"""
    bedrag: BedragVeld
    """Het bedrag in hele euro's, of met centen tussen aanhalingstekens. Bijvoorbeeld: 150000"""
    exact: BedragVeld | None = None
    """
    Het precieze bedrag, als het bedrag is afgerond.

    Bijvoorbeeld: "50455,25"
    """
    project: Projectnaam | None = None
    """Het project waar de post voor is. Bijvoorbeeld: zorg-plus"""
    voorwaarde: Proza | None = None
    """Wanneer het bedrag vrijvalt. Bijvoorbeeld: Valt vrij als er geen groep begint."""
    toelichting: Proza | None = None
    """Uitleg voor de lezer. Bijvoorbeeld: De kosten dalen."""
    herzieningen: Annotated[tuple[Bedragherziening, ...], Field(strict=False)] = ()
    """Wat het bedrag eerder was, en waarom het veranderde."""


class Sectie(Model):
    """Rows of a budget under one heading."""

    naam: Regel
    """De kop boven deze posten. Bijvoorbeeld: Projecten"""
    posten: Annotated[tuple[Post, ...], Field(strict=False, min_length=1)]
    """De posten onder deze kop."""


class Bedrag(Model):
    """An amount as published, with its qualifier."""

    bedrag: BedragVeld
    """Het bedrag in hele euro's, of met centen tussen aanhalingstekens. Bijvoorbeeld: 1300000"""
    kwalificatie: KwalificatieVeld | None = None
    """Als de bron afrondt: hoe het bedrag zich tot het echte verhoudt. Bijvoorbeeld: ongeveer"""
    bron: Bron | None = None
    """Het document waar het bedrag in staat."""


class Financier(Model):
    """Where other money may come from."""

    naam: Proza
    """Waar ander geld vandaan kan komen. Bijvoorbeeld: Integraal Zorgakkoord"""
    toelichting: Proza | None = None
    """Uitleg voor de lezer. Bijvoorbeeld: Hier wordt geld gezocht."""


class Begroting(MetFeiten):
    """A budget: rows in sections, the total that was published, and what is available."""

    titel: Regel
    """De titel. Bijvoorbeeld: Begroting 2024"""
    jaar: Heel
    """Het jaar. Bijvoorbeeld: 2024"""
    editie: Editienaam
    """Bij welke monitor zij hoort. Bijvoorbeeld: 2024-Q2"""
    secties: Annotated[tuple[Sectie, ...], Field(strict=False, min_length=1)]
    """De posten, onder koppen."""
    totaal: BedragVeld | None = None
    """
    Het totaal dat het stuk noemt; het moet gelijk zijn aan de som van de posten.

    Bijvoorbeeld: 200455
    """
    beschikbaar: Bedrag | None = None
    """Hoeveel geld er is."""
    bijschrift: Regel | None = None
    """De tekst bij de tabel. Bijvoorbeeld: Begrote bedragen"""
    cofinanciering: Annotated[tuple[Financier, ...], Field(strict=False)] = ()
    """Waar ander geld vandaan kan komen."""
    toelichting: Proza | None = None
    """Uitleg voor de lezer."""
    bron: Bron
    """Het document waar de begroting in staat."""


class Pijler(Model):
    """One of the pillars of a project."""

    naam: Regel
    """Hoe de pijler heet. Bijvoorbeeld: Toeleiden"""
    tekst: Proza
    """Wat hij inhoudt. Bijvoorbeeld: Op weg naar werk."""


class Stap(Model):
    """One step of the route through a project, with the stories told at it."""

    naam: Regel
    """Hoe de stap heet. Bijvoorbeeld: Aanmelden"""
    tekst: Proza
    """Wat er gebeurt. Bijvoorbeeld: Een inwoner meldt zich aan."""
    onderdelen: Teksten = ()
    """Waar de stap uit bestaat. Bijvoorbeeld: [een gesprek]"""
    verhalen: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    """De verhalen die hier staan. Bijvoorbeeld: [zorina]"""


class Partner(Model):
    """An organisation that takes part, and its address."""

    naam: Tekst
    """De naam van de partner. Bijvoorbeeld: Zorghuis"""
    url: Webadres | None = None
    """Zijn adres. Bijvoorbeeld: https://www.amaris.nl"""


class Terugblik(Stuk):
    """The review of one project: goals against results, who took part, the route, stories."""

    project: Projectnaam
    """Op welk project. Bijvoorbeeld: zorg-plus"""
    doel: Proza | None = None
    """Waar het project voor was. Bijvoorbeeld: De overstap naar de zorg makkelijker maken."""
    pijlers: Annotated[tuple[Pijler, ...], Field(strict=False)] = ()
    """De pijlers van het project."""
    ambities: Teksten = ()
    """Wat het project wilde. Bijvoorbeeld: [Meer kans op werk.]"""
    voor_wie: Teksten = ()
    """Voor wie het was. Bijvoorbeeld: [mensen die werk zoeken]"""
    trechter: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """
    Cijfers uit de data, van veel naar weinig.

    Bijvoorbeeld: [zorg-plus.voorlichting, zorg-plus.leerroute]
    """
    stappen: Annotated[tuple[Stap, ...], Field(strict=False)] = ()
    """De stappen die een deelnemer doorloopt."""
    partners: Annotated[tuple[Partner, ...], Field(strict=False)] = ()
    """Wie meededen."""


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
    """Waar er meer over staat. Bijvoorbeeld: https://www.voorbeeld.nl/suzana"""
    toestemming: Toestemming
    """Waarom het verhaal verteld mag worden, en tot wanneer."""
    bron: Bron
    """Het document waar het verhaal in staat."""


class Afkorting(Model):
    """An abbreviation or a word of the trade."""

    voluit: Regel | None = None
    """De afkorting voluit. Bijvoorbeeld: Regionaal Mobiliteitsteam"""
    uitleg: Proza | None = None
    """Wat het is, in een zin. Bijvoorbeeld: Een plek om tijdelijk werkervaring op te doen."""
    ook: Annotated[tuple[Tekst, ...], Field(strict=False)] = ()
    """Andere vormen van het woord. Bijvoorbeeld: [doorstroombanen]"""


class Uitspraak(Model):
    """What one document says: a figure of the data by name, a number, or words."""

    cijfer: Tekst | None = None
    """Een cijfer uit de data, bij zijn naam. Bijvoorbeeld: zorg-plus.bemiddeld in 2024-Q2"""
    waarde: Heel | None = None
    """Een getal dat niet in de data staat. Bijvoorbeeld: 215"""
    kwalificatie: KwalificatieVeld | None = None
    """Het woord dat bij het getal staat. Bijvoorbeeld: meer dan"""
    woorden: Proza | None = None
    """Wat de bron zegt, of waar het over gaat. Bijvoorbeeld: in de zorg"""
    bron: Bron
    """Het document dat het zegt."""


class Tegenspraak(Model):
    """Statements about the same thing that do not agree."""

    onderwerp: Regel
    """Waar de uitspraken over gaan. Bijvoorbeeld: Nieuwe medewerkers in de zorg"""
    uitspraken: Annotated[tuple[Uitspraak, ...], Field(strict=False, min_length=2)]
    """Wat de bronnen zeggen, ten minste twee."""
    toelichting: Proza | None = None
    """Waarom zij verschillen, als dat bekend is. Bijvoorbeeld: De monitors tellen anders."""
