"""Rules on order and time: plans, statuses, names, goals, wholes and categories."""

from collections.abc import Iterator, Sequence

from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Doel, Uitgave
from waw_site.problem import Ernst, Place, Problem, nearest

DEEPEST_WHOLE = 5


def wholes_make_no_circle(dataset: Dataset) -> Iterator[Problem]:
    """A project is not a part of itself, directly or by way of its parts."""
    for slug, project in dataset.projecten.items():
        for n, part in enumerate(project.onderdelen):
            if _reaches(dataset, part, slug):
                place = dataset.value(ds.project_path(slug), "onderdelen", n)
                yield Problem(
                    place, f"“{slug}” is zo een onderdeel van zichzelf.", "Haal dit onderdeel weg."
                )


def wholes_are_shallow(dataset: Dataset) -> Iterator[Problem]:
    """Parts of parts go no deeper than a few levels."""
    parts = {part for project in dataset.projecten.values() for part in project.onderdelen}
    for slug in sorted(dataset.projecten.keys() - parts):
        level = {slug}
        for _ in range(DEEPEST_WHOLE):
            level = {
                p for s in level if s in dataset.projecten for p in dataset.projecten[s].onderdelen
            }
        if level:
            place = dataset.value(ds.project_path(slug), "onderdelen")
            message = f"De onderdelen van “{slug}” gaan dieper dan {DEEPEST_WHOLE} lagen."
            yield Problem(place, message, "Maak het geheel platter.")


def something_is_counted(dataset: Dataset) -> Iterator[Problem]:
    """A programme has a figure of its own: one of its indicators adds up."""
    if not dataset.programma.counted:
        place = dataset.value(ds.PROGRAMMA, "indicatoren")
        message = "Geen enkele indicator telt op tot het programma."
        yield Problem(place, message, "Zet bij één of meer indicatoren: telt_mee: ja.")


def _reaches(dataset: Dataset, start: str, goal: str) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen and here in dataset.projecten:
            seen.add(here)
            waiting.extend(dataset.projecten[here].onderdelen)
    return False


def rubrieken_name_a_project_once(dataset: Dataset) -> Iterator[Problem]:
    """An edition names each rubriek once, and each project in one rubriek."""
    for kwartaal, editie in dataset.edities.items():
        path = ds.editie_path(kwartaal)
        rubrieken: set[str] = set()
        projects: dict[str, str] = {}
        for n, rubriek in enumerate(editie.rubrieken):
            if rubriek.rubriek in rubrieken:
                place = dataset.value(path, "rubrieken", n, "rubriek")
                yield Problem(
                    place, f"De rubriek “{rubriek.rubriek}” staat er al.", "Voeg ze samen."
                )
            rubrieken.add(rubriek.rubriek)
            for m, slug in enumerate(rubriek.projecten):
                if slug in projects:
                    yield Problem(
                        dataset.value(path, "rubrieken", n, "projecten", m),
                        f"Het project “{slug}” staat al in de rubriek “{projects[slug]}”.",
                        "Laat het op één plaats staan.",
                    )
                projects.setdefault(slug, rubriek.rubriek)


def statuses_follow_each_other(dataset: Dataset) -> Iterator[Problem]:
    """The statuses of a project go forward in time; only the first may leave open since when."""
    for slug, project in dataset.projecten.items():
        path = ds.project_path(slug)
        last: Kwartaal | None = None
        for n, status in enumerate(project.status):
            place = dataset.value(path, "status", n, "vanaf")
            if status.vanaf is None and n:
                yield Problem(
                    place,
                    f"Bij de fase “{status.fase}” ontbreekt vanaf welk {dataset.programma.ritme}.",
                    "Alleen de eerste fase mag dat openlaten.",
                )
            elif status.vanaf and last and status.vanaf <= last:
                yield Problem(
                    place,
                    f"Deze fase begint in {status.vanaf}, niet na de vorige ({last}).",
                    "Zet de fasen op volgorde van tijd.",
                )
            last = status.vanaf or last


def names_follow_each_other(dataset: Dataset) -> Iterator[Problem]:
    """No two earlier names of a project end in the same quarter."""
    for slug, project in dataset.projecten.items():
        seen: set[Kwartaal] = set()
        for n, naam in enumerate(project.namen):
            if naam.tot_en_met in seen:
                place = dataset.value(ds.project_path(slug), "namen", n, "tot_en_met")
                yield Problem(place, f"Een andere naam gold ook tot en met {naam.tot_en_met}.")
            seen.add(naam.tot_en_met)


def plans_follow_each_other(dataset: Dataset) -> Iterator[Problem]:
    """Plans begin in different quarters, end after they begin, and have a goal once."""
    begun: set[Kwartaal] = set()
    for n, plan in enumerate(dataset.programma.plannen):
        if plan.vanaf in begun:
            place = dataset.value(ds.PROGRAMMA, "plannen", n, "vanaf")
            yield Problem(
                place, f"Er is al een plan vanaf {plan.vanaf}.", "Geef elk plan een eigen begin."
            )
        begun.add(plan.vanaf)
        if plan.einde < plan.vanaf:
            place = dataset.value(ds.PROGRAMMA, "plannen", n, "einde")
            yield Problem(place, f"Dit plan eindigt ({plan.einde}) voor het begint ({plan.vanaf}).")
        seen: set[str] = set()
        for m, doel in enumerate(plan.doelen):
            if doel.indicator in seen:
                place = dataset.value(ds.PROGRAMMA, "plannen", n, "doelen", m, "indicator")
                yield Problem(place, f"Voor “{doel.indicator}” staat in dit plan al een doel.")
            seen.add(doel.indicator)


def goals_make_sense(dataset: Dataset) -> Iterator[Problem]:
    """A goal ends after it begins, and no goal to date is above its total."""
    for n, plan in enumerate(dataset.programma.plannen):
        yield from _goals(dataset, ds.PROGRAMMA, ("plannen", n, "doelen"), plan.doelen)
    for slug, project in dataset.projecten.items():
        yield from _goals(dataset, ds.project_path(slug), ("doelen",), project.doelen)


def _goals(
    dataset: Dataset, path: str, loc: tuple[str | int, ...], doelen: Sequence[Doel]
) -> Iterator[Problem]:
    for n, doel in enumerate(doelen):
        if doel.vanaf and doel.tot_en_met and doel.tot_en_met < doel.vanaf:
            place = dataset.value(path, *loc, n, "tot_en_met")
            yield Problem(
                place, f"Dit doel eindigt ({doel.tot_en_met}) voor het begint ({doel.vanaf})."
            )
        for kwartaal, tussendoel in doel.tussendoelen.items():
            if isinstance(doel.totaal, int) and tussendoel > doel.totaal:
                place = dataset.value(path, *loc, n, "tussendoelen", str(kwartaal))
                message = (
                    f"Het tussendoel ({tussendoel}) is hoger dan het hele doel ({doel.totaal})."
                )
                yield Problem(place, message, ernst=Ernst.WAARSCHUWING)


def editions_appear_after_their_quarter(dataset: Dataset) -> Iterator[Problem]:
    """An edition appears when its quarter is over, or an editor looks at the date once more."""
    for kwartaal, editie in dataset.edities.items():
        when = editie.verschenen
        if when is None or when.maand is None:
            continue
        last = (kwartaal.jaar, kwartaal.laatste_maand)
        early = (when.jaar, when.maand) < last
        if early or (when.dag and (when.jaar, when.maand) == last):
            yield Problem(
                dataset.value(ds.editie_path(kwartaal), "verschenen"),
                f"Deze editie verscheen voordat het {kwartaal.ritme} om was ({kwartaal}).",
                "Kijk of de datum klopt.",
                Ernst.OPMERKING,
            )


def editions_are_replaced_by_another(dataset: Dataset) -> Iterator[Problem]:
    """An edition that was replaced names the published edition that took its place."""
    for kwartaal, editie in dataset.edities.items():
        path, after = ds.editie_path(kwartaal), editie.vervangen_door
        replaced = editie.status is Uitgave.VERVANGEN
        if replaced and after is None:
            later = min((k for k in dataset.edities if k > kwartaal), default=kwartaal.next)
            hint = f"Schrijf bijvoorbeeld vervangen_door: {later}."
            message = "Deze editie is vervangen, maar er staat niet door welke."
            yield Problem(dataset.value(path, "status"), message, hint)
        elif after and not replaced:
            message = "Hier staat waardoor deze editie is vervangen, maar niet dat zij dat is."
            yield Problem(
                dataset.key(path, "vervangen_door"), message, "Schrijf status: vervangen."
            )
        elif after and (after == kwartaal or after not in dataset.edities):
            if ds.editie_path(after) in dataset.places and after != kwartaal:
                continue  # it is there and could not be read
            others = [str(k) for k in dataset.edities if k != kwartaal]
            message = f"Deze editie kan niet zijn vervangen door {after}."
            hint = nearest(str(after), others)
            yield Problem(dataset.value(path, "vervangen_door"), message, hint)
        elif after and dataset.edities[after].concept:
            message = f"De editie {after} is nog een concept; zij kan geen andere vervangen."
            yield Problem(dataset.value(path, "vervangen_door"), message)


def editions_have_a_plan(dataset: Dataset) -> Iterator[Problem]:
    """In the quarter of every edition some plan is in force."""
    for kwartaal in dataset.edities:
        if not dataset.programma.plan_in(kwartaal):
            first = min(plan.vanaf for plan in dataset.programma.plannen)
            yield Problem(
                Place(ds.editie_path(kwartaal)),
                f"In {kwartaal} gold nog geen plan; het eerste begint in {first}.",
                f"Zet in {ds.PROGRAMMA} een plan met een eerder begin.",
            )
