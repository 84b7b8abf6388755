"""The figures and goals that stand in data/, as values that know their place."""

from waw_site import dataset as ds
from waw_site.catalogus import _
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import NVT, Bron, Doel, Plan
from waw_site.notation import kwartaal as in_words
from waw_site.waarde import NIET_GEMELD, Herkomst, Soort, Waarde, waarde

_Place = tuple[str, tuple[str | int, ...]]  # a file, and a location in it


def soort(dataset: Dataset, indicator: str) -> Soort:
    """How figures of *indicator* are written."""
    about = dataset.programma.indicatoren.get(indicator)
    return Soort.PROCENT if about and about.soort == "percentage" else Soort.AANTAL


def gemeld(dataset: Dataset, slug: str, kwartaal: Kwartaal, indicator: str) -> Waarde:
    """What *slug* reported of *indicator* in the position of *kwartaal*, as far as it is shown."""
    return getoond(dataset, geteld(dataset, slug, kwartaal, indicator))


def getoond(dataset: Dataset, w: Waarde) -> Waarde:
    """*w*, without its number where that is hidden."""
    hidden = w.herkomst is not None and w.herkomst.cijfer in dataset.verborgen
    return w.afgeschermd if hidden else w


def geteld(dataset: Dataset, slug: str, kwartaal: Kwartaal, indicator: str) -> Waarde:
    """What *slug* reported, to count with; it may not be shown."""
    key = (slug, kwartaal, indicator)
    if key not in dataset.figures:
        dataset.figures[key] = _read(dataset, slug, kwartaal, indicator)
    return dataset.figures[key]


def _read(dataset: Dataset, slug: str, kwartaal: Kwartaal, indicator: str) -> Waarde:
    stand = dataset.stand(slug, kwartaal)
    if stand is None or indicator not in stand.cijfers:
        return NIET_GEMELD
    cijfer = stand.cijfers[indicator]
    made = Herkomst(
        naam=f"{_project(dataset, slug, kwartaal)}, {_label(dataset, slug, indicator)}",
        plaats=dataset.value(ds.stand_path(slug, kwartaal), "cijfers", indicator, "waarde"),
        bron=dataset.bron(cijfer.bron or stand.bron),
        peil=kwartaal,
        voorlopig=stand.voorlopig,
        cijfer=f"{slug}.{indicator} in {kwartaal}",
    )
    return waarde(cijfer, made, soort(dataset, indicator))


def gepubliceerd(dataset: Dataset, kwartaal: Kwartaal, indicator: str) -> Waarde:
    """What the edition of *kwartaal* published of *indicator*."""
    editie = dataset.edities[kwartaal]
    if indicator not in editie.gepubliceerd:
        return NIET_GEMELD
    cijfer = editie.gepubliceerd[indicator]
    path = ds.editie_path(kwartaal)
    made = Herkomst(
        naam=_("{wat}, gepubliceerd totaal").format(wat=_indicator(dataset, indicator)),
        plaats=dataset.value(path, "gepubliceerd", indicator, "waarde"),
        bron=dataset.bron(cijfer.bron or editie.bron),
        peil=kwartaal,
        cijfer=f"{indicator}.gepubliceerd in {kwartaal}",
    )
    return waarde(cijfer, made, soort(dataset, indicator))


def projectdoel(dataset: Dataset, slug: str, doel: Doel) -> Waarde:
    """The total of a goal of *slug*."""
    project = dataset.projecten[slug]
    loc: tuple[str | int, ...] = ("doelen", project.doelen.index(doel))
    about = _label(dataset, slug, doel.indicator)
    naam = _("{naam}, doel voor {wat}").format(naam=project.naam, wat=about)
    called = _called(f"{slug}.{doel.indicator}.doel", doel.vanaf)
    return _goal(dataset, (ds.project_path(slug), loc), (doel, naam), project.bron, called)


def projecttussendoel(dataset: Dataset, slug: str, doel: Doel, kwartaal: Kwartaal) -> Waarde:
    """The goal to date of *slug* in *kwartaal*."""
    project = dataset.projecten[slug]
    loc: tuple[str | int, ...] = ("doelen", project.doelen.index(doel))
    about = _label(dataset, slug, doel.indicator)
    naam = _("{naam}, tussendoel voor {wat}").format(naam=project.naam, wat=about)
    place: _Place = (ds.project_path(slug), (*loc, "tussendoelen", str(kwartaal)))
    called = f"{slug}.{doel.indicator}.tussendoel"
    return _until(dataset, place, (doel, naam), project.bron, (called, kwartaal))


def plandoel(dataset: Dataset, plan: Plan, doel: Doel) -> Waarde:
    """The total of a goal of the programme."""
    naam = _("{wat}, doel van het programma").format(wat=_indicator(dataset, doel.indicator))
    place: _Place = (ds.PROGRAMMA, _in_plan(dataset, plan, doel))
    called = _called(f"{doel.indicator}.doel", plan.vanaf)
    return _goal(dataset, place, (doel, naam), plan.bron, called)


def plantussendoel(dataset: Dataset, plan: Plan, doel: Doel, kwartaal: Kwartaal) -> Waarde:
    """The goal to date of the programme in *kwartaal*, as published."""
    place: _Place = (
        ds.PROGRAMMA,
        (*_in_plan(dataset, plan, doel), "tussendoelen", str(kwartaal)),
    )
    about = _indicator(dataset, doel.indicator)
    naam = _("{wat}, tussendoel van het programma").format(wat=about)
    called = f"{doel.indicator}.tussendoel"
    return _until(dataset, place, (doel, naam), plan.bron, (called, kwartaal))


def tijd_over(dataset: Dataset, plan: Plan, kwartaal: Kwartaal) -> Waarde:
    """How long *plan* still runs after *kwartaal*, in months; 0 when it is over."""
    n = dataset.programma.plannen.index(plan)
    made = Herkomst(
        _("Tijd tot het einde van het programma"),
        dataset.value(ds.PROGRAMMA, "plannen", n, "einde"),
        peil=kwartaal,
        regel=_("van het einde van het {begin} tot dat van het {eind}").format(
            begin=in_words(kwartaal), eind=in_words(plan.einde)
        ),
    )
    months = max((plan.einde.index - kwartaal.index) * kwartaal.ritme.maanden, 0)
    return Waarde(months, soort=Soort.MAANDEN, herkomst=made)


def _called(cijfer: str, vanaf: Kwartaal | None) -> str:
    """The name of a goal: with the quarter from which it holds, where it has one."""
    return f"{cijfer} in {vanaf}" if vanaf else cijfer


def _goal(
    dataset: Dataset, place: _Place, named: tuple[Doel, str], bron: Bron, cijfer: str
) -> Waarde:
    (doel, naam), (path, loc) = named, place
    at = dataset.value(path, *loc, "totaal")
    made = Herkomst(naam, at, dataset.bron(doel.bron or bron), cijfer=cijfer)
    getal = doel.totaal if isinstance(doel.totaal, int) else None
    kind = soort(dataset, doel.indicator)
    return Waarde(getal, nvt=doel.totaal == NVT, noot=doel.noot, soort=kind, herkomst=made)


def _until(
    dataset: Dataset,
    place: _Place,
    named: tuple[Doel, str],
    bron: Bron,
    called: tuple[str, Kwartaal],
) -> Waarde:
    (doel, naam), (cijfer, kwartaal) = named, called
    if kwartaal not in doel.tussendoelen:
        return NIET_GEMELD
    made = Herkomst(
        naam,
        dataset.value(place[0], *place[1]),
        dataset.bron(doel.bron or bron),
        kwartaal,
        cijfer=f"{cijfer} in {kwartaal}",
    )
    return Waarde(doel.tussendoelen[kwartaal], soort=soort(dataset, doel.indicator), herkomst=made)


def _in_plan(dataset: Dataset, plan: Plan, doel: Doel) -> tuple[str | int, ...]:
    return ("plannen", dataset.programma.plannen.index(plan), "doelen", plan.doelen.index(doel))


def _project(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> str:
    project = dataset.projecten.get(slug)
    return project.name_in(kwartaal) if project else slug


def _label(dataset: Dataset, slug: str, indicator: str) -> str:
    project = dataset.projecten.get(slug)
    about = dataset.programma.indicatoren.get(indicator)
    kort = about.kort if about else indicator
    return project.labels.get(indicator, kort) if project else kort


def _indicator(dataset: Dataset, indicator: str) -> str:
    about = dataset.programma.indicatoren.get(indicator)
    return about.label if about else indicator


def feit(dataset: Dataset, path: str, naam: str) -> Waarde:
    """A fact that the text at *path* declares; not reported where there is no such fact."""
    declared = dataset.feiten.get(path, {})
    if naam not in declared:
        return NIET_GEMELD
    fact = declared[naam]
    bron = dataset.bron(fact.bron) if fact.bron else ""
    made = Herkomst(fact.naam or naam.replace("_", " "), dataset.feitplaats(path, naam), bron)
    kind = Soort(fact.soort)
    getal = fact.waarde * (100 if kind is Soort.EURO else 1)
    return Waarde(getal, fact.kwalificatie, soort=kind, herkomst=made)


def arbeidsmarkt(dataset: Dataset, path: str, n: int) -> Waarde:
    """A figure of the labour market that the letter at *path* names."""
    brief = dataset.brieven[path.rpartition("/")[2].removesuffix(".yaml")]
    cijfer = brief.arbeidsmarkt[n]
    bron = cijfer.bron or brief.bron
    place = dataset.value(path, "arbeidsmarkt", n, "waarde")
    made = Herkomst(cijfer.naam, place, dataset.bron(bron) if bron else "")
    return Waarde(cijfer.waarde, herkomst=made)
