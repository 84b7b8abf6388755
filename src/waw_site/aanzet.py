"""The first files of another programme: an example that builds, and what is to be done in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import indent, wrap

from waw_site.catalogus import _, catalogue, later, spreek
from waw_site.kwartaal import Kwartaal
from waw_site.scalar import scalar
from waw_site.text import vul_aan

_BREED = 100
_JAREN = 4  # that the example plan lasts


# Words that stand within other text, where the extraction of words does not see them.
_WOORDEN = frozenset(
    (
        later("Afgerond"),
        later("afgerond"),
        later("de echte cijfers; deze zijn verzonnen"),
        later("de naam van de regio"),
        later("de naam van het programma"),
        later("de titel van de opgave van de projecten"),
        later("de titel van het plan"),
        later("Deelnemers"),
        later("deelnemers"),
        later("deelnemers maakten hun project af"),
        later("een echt project; dit is verzonnen"),
        later("Een nieuwe monitor"),
        later("gemeente"),
        later("Gemeente"),
        later("het projectteam"),
        later("Iemand begint aan een project."),
        later("jong"),
        later("jongeren"),
        later("Leeftijd"),
        later("niveau 1 of 2"),
        later("opgave"),
        later("opleiding"),
        later("Opleiding"),
        later("oud"),
        later("plan"),
        later("TE DOEN"),
        later("voorbeeld"),
        later("Voorbeeld"),
        later("Voorbeeldproject"),
        later("voorbeeldsector"),
        later("Voorbeeldsector"),
        later("Voorbeeldstad"),
    )
)


def woord(text: str) -> str:
    """A word of the table in the language of the programme."""
    if text not in _WOORDEN:
        raise KeyError(text)
    return _(text)


@dataclass(frozen=True, slots=True)
class Keuze:
    """What is known of the programme; an empty name is one that is still to be filled in."""

    naam: str
    regio: str
    taal: str
    begin: Kwartaal
    bouw: str  # how the program is called for it


def aanzet(keuze: Keuze) -> dict[str, str]:
    """The files of a new programme by path, in its language; everything invented says so."""
    with spreek(catalogue(keuze.taal)):
        project, begin = _("voorbeeldproject"), keuze.begin
        return {
            "README.md": "\n\n".join(_readme(keuze)) + "\n",
            ".gitignore": "/site/\n/pdf/\n.cache/\n.DS_Store\nThumbs.db\n",
            "data/programma.yaml": _yaml(_programma(keuze)),
            "data/bronnen.yaml": _yaml(_bronnen()),
            f"data/projecten/{project}/project.yaml": _yaml(_project(begin)),
            f"data/projecten/{project}/{begin}.yaml": _yaml(_stand()),
            f"data/edities/{begin}.yaml": _yaml(_editie(keuze, project)),
            f"content/{begin}/inleiding.md": _open(_("schrijf in een paar zinnen hoe het gaat")),
            f"content/projecten/{project}.md": _open(_("schrijf wat dit project is, en voor wie")),
            "content/huisstijl.css": _huisstijl(),
        }


def _open(what: str) -> str:
    return f"{vul_aan(what)}\n"


def _quoted(text: str, else_: str) -> str:
    """*text* as YAML, or what is to be filled in."""
    return scalar(text or _open(else_).strip())


def _yaml(lines: Iterator[str]) -> str:
    """
    A file of YAML: a line that begins with `# ` is a to-do or an explanation, and is wrapped.

    What begins with a bare `#` is a key that is off: without that sign it is one that works.
    """
    return "".join(f"{line}\n" for text in lines for line in _wrapped(text))


def _wrapped(text: str) -> list[str]:
    indent = text[: len(text) - len(text.lstrip(" "))]
    if not text.startswith(f"{indent}# "):
        return [text]
    return wrap(
        text[len(indent) + 2 :],
        _BREED,
        initial_indent=f"{indent}# ",
        subsequent_indent=f"{indent}# ",
        break_on_hyphens=False,
    )


def _todo(what: str, indent: str = "") -> str:
    return f"{indent}# {woord('TE DOEN')}: {what}"


def _programma(keuze: Keuze) -> Iterator[str]:
    yield "# " + _(
        "Dit is het programma. Bij elke sleutel staat wat u moet doen. Haal die regel weg als het "
        "klaar is. Een sleutel met # ervoor staat uit; haal het # weg als u haar nodig hebt."
    )
    yield ""
    yield _todo(_("de naam van het programma, zoals hij boven elke pagina staat."))
    yield f"naam: {_quoted(keuze.naam, woord('de naam van het programma'))}"
    yield _todo(_("de regio die verslag doet."))
    yield f"regio: {_quoted(keuze.regio, woord('de naam van de regio'))}"
    yield _todo(_("kijk of dit de taal van de pagina's is: nl (Nederlands) of en (Engels)."))
    yield f"taal: {keuze.taal}"
    yield _todo(
        _(
            "kijk of dit klopt: kwartaal, halfjaar of jaar. Zo vaak komen er cijfers. Verander het "
            "niet meer als er cijfers staan."
        )
    )
    yield f"ritme: {keuze.begin.ritme}"
    yield _todo(_("de eerste periode van het programma."))
    yield f"begin: {keuze.begin}"
    yield ""
    yield from _indicatoren()
    yield ""
    yield from _plannen(keuze.begin)
    yield ""
    yield from _indeling()
    yield ""
    yield from _gemeenten(keuze.begin)
    yield ""
    yield from _regels()
    yield ""
    yield from _openbaar(keuze)


def _indicatoren() -> Iterator[str]:
    yield _todo(
        _(
            "wat u telt. De naam van elk blok gebruikt u in de andere bestanden. label is de naam "
            "in een kop, kort die bij een getal, en eenheid wat er geteld wordt."
        )
    )
    yield "indicatoren:"
    who, done = _("deelnemers"), _("afgerond")
    yield f"  {who}:"
    yield f"    label: {woord('Deelnemers')}"
    yield f"    kort: {who}"
    yield f"    eenheid: {who}"
    yield _todo(_("wanneer iets meetelt, in één zin."), "    ")
    yield f"    definitie: {woord('Iemand begint aan een project.')}"
    yield _todo(_("ja als de projecten opgeteld het programma geven."), "    ")
    yield "    telt_mee: ja"
    yield f"  {done}:"
    yield f"    label: {woord('Afgerond')}"
    yield f"    kort: {done}"
    yield f"    eenheid: {who}"
    yield "    telt_mee: ja"
    yield _todo(
        _("de woorden achter het grote getal boven een editie; dat is de laatste die meetelt."),
        "    ",
    )
    yield f"    kop: {woord('deelnemers maakten hun project af')}"
    yield _todo(_("aantal of percentage; een percentage wordt nooit opgeteld."), "    ")
    yield "    soort: aantal"
    yield _todo(_("oplopend (telt vanaf het begin), per_jaar of moment."), "    ")
    yield "    telling: oplopend"
    yield _todo(_("waar dit niet boven kan komen, en waar het zelden boven komt."), "    ")
    yield f"    hoogstens: [{who}]"
    yield f"    zelden_meer_dan: [{who}]"


def _plannen(begin: Kwartaal) -> Iterator[str]:
    yield _todo(
        _(
            "het plan: vanaf wanneer het geldt, wanneer het eindigt, en de doelen. Dit zijn "
            "verzonnen doelen. Een nieuw plan zet u eronder; reden zegt waarom het er kwam."
        )
    )
    yield "plannen:"
    yield f"  - vanaf: {begin}"
    yield f"    einde: {begin + (_JAREN * begin.ritme.per_jaar - 1)}"
    yield _todo(
        _(
            "lineair rekent tussendoelen uit, evenredig met de tijd. Bij gepubliceerd gelden "
            "alleen de tussendoelen die u opschrijft."
        ),
        "    ",
    )
    yield "    tussendoel: lineair"
    yield "    doelen:"
    yield (
        f"      - {{indicator: {woord('deelnemers')}, totaal: 400, tussendoelen: {{{begin}: 30}}}}"
    )
    yield f"      - {{indicator: {woord('afgerond')}, totaal: 200}}"
    said = _quoted("", _("waarom dit plan er kwam"))
    yield f"    #reden: {said}"
    said = _quoted("", _("de echte doelen; deze zijn verzonnen"))
    yield f"    toelichting: {said}"
    yield f"    bron: {{document: {woord('plan')}}}"


def _indeling() -> Iterator[str]:
    yield _todo(
        _("de woorden waarmee u projecten indeelt: sectoren, soorten werk, en voor wie zij zijn.")
    )
    yield f"sectoren: {{{woord('voorbeeldsector')}: {woord('Voorbeeldsector')}}}"
    yield f"soorten: {{{woord('opleiding')}: {woord('Opleiding')}}}"
    yield f"doelgroepen: {{{woord('jongeren')}: {woord('jongeren')}}}"
    yield _todo(
        _(
            "namen waar een getal in zit, zoals van een niveau of een wet; zo'n getal is geen "
            "cijfer."
        )
    )
    yield f"#vaste_namen: [{woord('niveau 1 of 2')}]"


def _gemeenten(begin: Kwartaal) -> Iterator[str]:
    yield _todo(
        _(
            "de gemeenten van de regio, als u cijfers per gemeente hebt. vanaf en tot_en_met zijn "
            "voor een gemeente die er later bij kwam, of wegging."
        )
    )
    town = _("voorbeeldstad")
    yield "#gemeenten:"
    yield f"#  {town}: {{naam: {woord('Voorbeeldstad')}, vanaf: {begin}, tot_en_met: {begin + 40}}}"
    yield _todo(
        _(
            "waarnaar u cijfers verdeelt. Zonder delen zijn de delen de gemeenten. Bij een "
            "gevoelige dimensie worden ook grotere delen niet getoond."
        )
    )
    yield "#dimensies:"
    yield f"#  {woord('gemeente')}: {{naam: {woord('Gemeente')}}}"
    age, young, old = _("leeftijd"), _("Tot 27 jaar"), _("27 jaar en ouder")
    yield f"#  {age}:"
    yield f"#    naam: {woord('Leeftijd')}"
    yield f"#    delen: {{{woord('jong')}: {young}, {woord('oud')}: {old}}}"
    yield "#    gevoelig: nee"


def _regels() -> Iterator[str]:
    yield _todo(
        _(
            "vanaf welk deel van het tussendoel (in procenten) een doel op koers is, en vanaf welk "
            "deel het bijgestuurd moet worden. Is er minder gepland dan minst_gepland, dan komt er "
            "geen oordeel."
        )
    )
    yield "koers: {op_koers_vanaf: 95, bijsturen_vanaf: 60, minst_gepland: 10}"
    yield _todo(
        _(
            "spreek af hoe klein een getal mag zijn. minst is het kleinste deel dat getoond wordt, "
            "minst_gevoelig dat van een gevoelige dimensie. Bij een verborgen getal blijven "
            "meer dan breedte getallen op een rij mogelijk. De rest zegt wat er met nullen, "
            "volle groepen, groei, en kleine hele cijfers van een project of rubriek gebeurt: "
            "tonen of verbergen."
        )
    )
    yield "bescherming:"
    yield "  minst: 5"
    yield "  minst_gevoelig: 10"
    yield "  breedte: 5"
    yield "  nullen: verbergen"
    yield "  volle_groepen: verbergen"
    yield "  groei: verbergen"
    yield "  project: tonen"
    yield "  rubriek: tonen"
    said = _quoted("", _("door wie en wanneer dit is afgesproken"))
    yield f"  #toelichting: {said}"


def _openbaar(keuze: Keuze) -> Iterator[str]:
    yield _todo(_("het adres van uw toegankelijkheidsverklaring."))
    yield "#toegankelijkheid: https://www.voorbeeld.example/"
    yield _todo(_("waar de regels van deze bestanden te lezen zijn, als uw git openbaar is."))
    yield "#vindplaats: https://git.voorbeeld.example/blob/{commit}/{pad}#L{regel}"
    yield _todo(
        _(
            "in welke dienst voor git het formulier bewaart: github, gitlab, gitea of forgejo. "
            "adres is dat van een eigen dienst, aanmelden is er alleen bij github."
        )
    )
    yield "#formulier:"
    yield "#  dienst: gitlab"
    yield f"#  project: {woord('voorbeeld')}/monitor"
    yield "#  tak: main"
    yield "#  adres: https://git.voorbeeld.example"
    yield "#  aanmelden: https://aanmelden.voorbeeld.example"
    yield '#  app: "0123456789"'
    yield _todo(
        _(
            "waar de site komt te staan, en wie haar uitgeeft. Zonder dit zegt de site dat "
            "het niet bekend is. De handleiding zegt wat elke sleutel is."
        )
    )
    yield "#publicatie:"
    yield "#  adres: https://monitor.voorbeeld.example/"
    yield f"#  uitgever: {{naam: {_quoted(keuze.regio, woord('de naam van de regio'))}}}"
    yield f"#  contact: {{rol: {woord('het projectteam')}, email: monitor@voorbeeld.example}}"
    yield "#  licentie: CC0"
    yield "#  themas: [overheid en publieke sector]"


def _bronnen() -> Iterator[str]:
    yield _todo(_("de documenten waar uw cijfers en doelen uit komen. Elk cijfer noemt er een."))
    yield f"{woord('plan')}:"
    yield f"  titel: {_quoted('', woord('de titel van het plan'))}"
    yield f"{woord('opgave')}:"
    yield f"  titel: {_quoted('', woord('de titel van de opgave van de projecten'))}"


def _project(begin: Kwartaal) -> Iterator[str]:
    yield _todo(
        _(
            "dit is een verzonnen project. Kopieer deze map voor elk echt project, en haal haar "
            "daarna weg, ook uit de editie."
        )
    )
    yield f"naam: {woord('Voorbeeldproject')}"
    yield f"sector: {woord('voorbeeldsector')}"
    yield f"soort: {woord('opleiding')}"
    yield f"doelgroepen: [{woord('jongeren')}]"
    yield f"indicatoren: [{woord('deelnemers')}, {woord('afgerond')}]"
    yield "status:"
    yield f"  - {{fase: lopend, vanaf: {begin}}}"
    yield f"noot: {_quoted('', woord('een echt project; dit is verzonnen'))}"
    yield f"bron: {{document: {woord('plan')}}}"


def _stand() -> Iterator[str]:
    yield _todo(
        _(
            "de cijfers van het project tot en met deze periode. Wat niet gemeld is, blijft leeg; "
            "dat is iets anders dan 0."
        )
    )
    yield f"cijfers: {{{woord('deelnemers')}: 40, {woord('afgerond')}: 25}}"
    yield f"toelichting: {_quoted('', woord('de echte cijfers; deze zijn verzonnen'))}"
    yield f"bron: {{document: {woord('opgave')}}}"


def _editie(keuze: Keuze, project: str) -> Iterator[str]:
    yield _todo(
        _(
            "één monitor. Zij is een concept tot u de regel status weghaalt. Vul dan ook "
            "verschenen in, met de datum."
        )
    )
    yield f"titel: {_quoted(keuze.naam, woord('de naam van het programma'))}"
    yield "status: concept"
    yield "#verschenen: 2026-01-01"
    yield _todo(_("de rubrieken, met hun projecten in de volgorde van de pagina."))
    yield "rubrieken:"
    yield f"  - rubriek: {woord('voorbeeld')}"
    yield f"    naam: {woord('Voorbeeld')}"
    yield f"    projecten: [{project}]"
    yield f"bron: {{document: {woord('opgave')}}}"


def _huisstijl() -> str:
    about = _(
        "TE DOEN: uw eigen kleuren en letters, voor licht en voor donker. Noem alleen wat u "
        "verandert; de handleiding zegt hoe."
    )
    light, dark = (
        f":root {{\n  --basis-color-accent-1-color-default: {colour};\n"
        f"  --basis-color-action-1-color-default: {colour};\n}}\n"
        for colour in ("#5a3d7a", "#cdb4f0")
    )
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n{indent(dark, '  ')}}}\n"
    return f"/* {about} */\n\n{light}\n{dark}"


def _readme(keuze: Keuze) -> Iterator[str]:
    yield f"# {keuze.naam or woord('Een nieuwe monitor')}"
    yield _(
        "Dit zijn de cijfers en teksten van een monitor. Een programma maakt er een website "
        "van. Dat programma staat in een andere map, met een handleiding erbij."
    )
    yield f"    {keuze.bouw} check\n    {keuze.bouw}\n    {keuze.bouw} serve"
    yield _(
        "De eerste opdracht zegt wat er nog te doen is. De tweede bouwt de website in de map "
        "`site`. De derde toont haar terwijl u schrijft."
    )
    yield _(
        "Alles wat er nu in staat is een voorbeeld, en verzonnen. Begin met `data/programma.yaml`. "
        "Maak dan een map per project, en haal het voorbeeld weg. Wat nog moet worden ingevuld, "
        "staat tussen [Vul aan: …]."
    )
