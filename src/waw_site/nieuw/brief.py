"""A letter to the council, made of the figures of an edition."""

from collections.abc import Iterator

from waw_site import notation
from waw_site.cijfers import EditieCijfers, Voortgang
from waw_site.dataset import Dataset
from waw_site.nieuw.begin import Begin
from waw_site.nieuw.yaml import scalar
from waw_site.text import VUL_AAN


def begin(dataset: Dataset, cijfers: EditieCijfers) -> Begin:
    """
    A letter to the council with the monitor of *cijfers*: its data and its text, by path.

    Every figure in it is bound, so that it stays true when the data changes.
    """
    slug = f"raadsbrief-{str(cijfers.kwartaal).lower()}"
    data = "\n".join(_data(dataset, cijfers)) + "\n"
    text = "\n\n".join(_text(dataset, cijfers)) + "\n"
    return Begin(
        {
            f"data/brieven/{slug}.yaml": data.encode(),
            f"content/brieven/{slug}.md": text.encode(),
        }
    )


def _data(dataset: Dataset, cijfers: EditieCijfers) -> Iterator[str]:
    kwartaal = cijfers.kwartaal
    titel = cijfers.editie.titel
    yield f"titel: {scalar(f'Raadsbrief bij de monitor van het {notation.kwartaal(kwartaal)}')}"
    yield f"onderwerp: {scalar(f'Voortgang {titel}')}"
    yield f"afzender: {scalar(dataset.programma.regio)}"
    yield "aan: de raadsleden"
    yield "# datum: vul in wanneer de brief uitgaat, zoals 2024-10-01"
    yield f"editie: {kwartaal}"
    yield f"kwartaal: {kwartaal}"
    yield "aanhef: Geachte raadsleden,"
    yield "groet: Met vriendelijke groet,"
    lines = [_headline(dataset, v) for v in cijfers.voortgang.values()]
    if any(lines):
        yield "kerncijfers:"
        yield from (f"  - {scalar(line)}" for line in lines if line)
    yield "dashboard: ja"
    yield f"bijschrift: Uit de monitor van het {notation.kwartaal(kwartaal)}."
    yield "bijlagen:"
    naam = f"Monitor {titel}, {notation.kwartaal(kwartaal)}"
    yield f"  - {{nummer: 1, naam: {scalar(naam)}, editie: {kwartaal}}}"
    yield "# ondertekenaars:"
    yield "#   - {ambt: wethouder}"
    yield "# Haal de toelichting weg zodra de brief is verstuurd."
    yield "toelichting: Deze brief is gemaakt uit de cijfers van de monitor. Hij is niet verstuurd."


def _headline(dataset: Dataset, v: Voortgang) -> str:
    if v.bereikt.getal is None:
        return ""
    about = dataset.programma.indicatoren[v.indicator]
    goal = f" Het doel is {{{{ {v.indicator}.doel }}}}." if v.doel and v.doel.getal else ""
    return f"{about.label}: {{{{ {v.indicator} }}}}.{goal}"


def _text(dataset: Dataset, cijfers: EditieCijfers) -> Iterator[str]:
    naam = dataset.programma.naam
    yield (
        f"Bij deze brief hoort de monitor van {naam}. Hij gaat over de tijd "
        f"{notation.tot_en_met(cijfers.kwartaal)}."
    )
    if cijfers.plan and cijfers.plan.einde > cijfers.kwartaal:
        end = notation.einde(cijfers.plan.einde)
        yield f"Het programma duurt tot {end}: nog {{{{ tijd.over }}}}."
    yield "## Liggen we op koers?"
    for indicator, v in cijfers.voortgang.items():
        label = dataset.programma.indicatoren[indicator].label
        if v.koers.oordeel is None:
            yield f"{label}: hier is geen oordeel over te geven."
            continue
        whose = " volgens het programma zelf" if not v.koers.berekend else ""
        if v.koers.overruled and v.koers.programma:
            whose = f" volgens de redactie, want: {v.koers.programma.reden}".rstrip(".")
        grew = (
            f" Sinds de vorige monitor zijn er {{{{ {indicator}.groei }}}} bij gekomen."
            if v.groei.getal
            else ""
        )
        yield f"{label}: {{{{ {indicator}.status }}}}{whose}.{grew}"
    yield "## De projecten"
    for rubriek in cijfers.rubrieken:
        names = notation.opsomming([post.naam for post in rubriek.posten])
        if names:
            yield f"{rubriek.naam}: {names}."
    yield "## Hoe het verdergaat"
    yield f"{VUL_AAN}: wat de raad moet weten over het vervolg.]"
