"""A letter to the council, made of the figures of an edition."""

from collections.abc import Iterator

from waw_site import notation
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers, Voortgang
from waw_site.dataset import Dataset
from waw_site.nieuw.begin import Begin
from waw_site.scalar import scalar
from waw_site.text import vul_aan


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
    kwartaal, titel = cijfers.kwartaal, cijfers.editie.titel
    periode = notation.kwartaal(kwartaal)
    yield _line("titel", _("Raadsbrief bij de monitor van het {kwartaal}").format(kwartaal=periode))
    yield _line("onderwerp", _("Voortgang {titel}").format(titel=titel))
    yield _line("afzender", dataset.programma.regio)
    yield _line("aan", _("de raadsleden"))
    yield "# datum: vul in wanneer de brief uitgaat, zoals 2024-10-01"
    yield f"editie: {kwartaal}"
    yield f"kwartaal: {kwartaal}"
    yield _line("aanhef", _("Geachte raadsleden,"))
    yield _line("groet", _("Met vriendelijke groet,"))
    lines = [_headline(dataset, v) for v in cijfers.voortgang.values()]
    if any(lines):
        yield "kerncijfers:"
        yield from (f"  - {scalar(line)}" for line in lines if line)
    yield "dashboard: ja"
    yield _line("bijschrift", _("Uit de monitor van het {kwartaal}.").format(kwartaal=periode))
    yield "bijlagen:"
    naam = _("Monitor {naam}, {kwartaal}").format(naam=titel, kwartaal=periode)
    yield f"  - {{nummer: 1, naam: {scalar(naam)}, editie: {kwartaal}}}"
    yield "# ondertekenaars:"
    yield "#   - {ambt: wethouder}"
    yield "# Haal de toelichting weg zodra de brief is verstuurd."
    said = _("Deze brief is gemaakt uit de cijfers van de monitor. Hij is niet verstuurd.")
    yield _line("toelichting", said)


def _line(key: str, text: str) -> str:
    return f"{key}: {scalar(text)}"


def _headline(dataset: Dataset, v: Voortgang) -> str:
    if v.bereikt.getal is None:
        return ""
    about = dataset.programma.indicatoren[v.indicator]
    said = f"{about.label}: {_figure(v.indicator)}."
    if v.doel and v.doel.getal:
        said += " " + _("Het doel is {getal}.").format(getal=_figure(f"{v.indicator}.doel"))
    return said


def _figure(name: str) -> str:
    """A figure by its name, bound to the data."""
    return f"{{{{ {name} }}}}"


def _text(dataset: Dataset, cijfers: EditieCijfers) -> Iterator[str]:
    naam = dataset.programma.naam
    said = _("Bij deze brief hoort de monitor van {naam}. Hij gaat over de tijd {tot_en_met}.")
    yield said.format(naam=naam, tot_en_met=notation.tot_en_met(cijfers.kwartaal))
    if cijfers.plan and cijfers.plan.einde > cijfers.kwartaal:
        end = notation.einde(cijfers.plan.einde)
        said = _("Het programma duurt tot {einde}: nog {tijd}.")
        yield said.format(einde=end, tijd=_figure("tijd.over"))
    yield _heading(_("Liggen we op koers?"))
    for indicator, v in cijfers.voortgang.items():
        yield _status(dataset.programma.indicatoren[indicator].label, v)
    yield _heading(_("De projecten"))
    for rubriek in cijfers.rubrieken:
        names = notation.opsomming([post.naam for post in rubriek.posten])
        if names:
            yield f"{rubriek.naam}: {names}."
    yield _heading(_("Hoe het verdergaat"))
    yield vul_aan(_("wat de raad moet weten over het vervolg."))


def _heading(words: str) -> str:
    return f"## {words}"


def _status(label: str, v: Voortgang) -> str:
    """How one goal stands, who says so, and what was added."""
    if v.koers.oordeel is None:
        return _("{label}: hier is geen oordeel over te geven.").format(label=label)
    status = _figure(f"{v.indicator}.status")
    if v.koers.overruled and v.koers.programma:
        said = _("{label}: {status} volgens de redactie, want: {reden}.")
        reden = (v.koers.programma.reden or "").rstrip(".")
        told = said.format(label=label, status=status, reden=reden)
    elif not v.koers.berekend:
        told = _("{label}: {status} volgens het programma zelf.").format(label=label, status=status)
    else:
        told = f"{label}: {status}."
    if v.groei.getal:
        said = _("Sinds de vorige monitor zijn er {getal} bij gekomen.")
        told += " " + said.format(getal=_figure(f"{v.indicator}.groei"))
    return told
