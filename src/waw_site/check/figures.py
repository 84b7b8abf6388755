"""Rules on the figures of one project."""

from collections.abc import Iterator
from itertools import pairwise

from waw_site import dataset as ds
from waw_site.belofte import grenzen
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Cijfer, Fase, Project, Stand
from waw_site.notation import waarde as told
from waw_site.problem import Ernst, Place, Problem
from waw_site.waarde import NIET_GEMELD, Waarde, waarde

BIJ_CIJFER = "Schrijf bij het cijfer zelf"


def _standen(dataset: Dataset) -> Iterator[tuple[str, Project, Kwartaal, Stand]]:
    for slug, standen in dataset.standen.items():
        if slug in dataset.projecten:
            for kwartaal, stand in standen.items():
                yield slug, dataset.projecten[slug], kwartaal, stand


def stands_say_something(dataset: Dataset) -> Iterator[Problem]:
    """A stand names at least one indicator."""
    for slug, _, kwartaal, stand in _standen(dataset):
        if not stand.cijfers:
            place = dataset.value(ds.stand_path(slug, kwartaal), "cijfers")
            first = next(iter(dataset.programma.indicatoren), "")
            hint = f"Schrijf de indicatoren op; wat niet gemeld is, blijft leeg ({first}:)."
            yield Problem(place, "Deze stand heeft geen cijfers.", hint)


def cumulative_figures_do_not_fall(dataset: Dataset) -> Iterator[Problem]:
    """A count from the start never falls; where it does, a toelichting at the figure says why."""
    for slug, standen in dataset.standen.items():
        for indicator, about in dataset.programma.indicatoren.items():
            if about.telling != "oplopend" or about.soort != "aantal":
                continue
            known = [
                (k, s.cijfers[indicator]) for k, s in standen.items() if indicator in s.cijfers
            ]
            reported = [(k, c) for k, c in known if isinstance(c.waarde, int)]
            for (before, old), (kwartaal, new) in pairwise(reported):
                if _falls(waarde(old), waarde(new)):
                    place = dataset.value(ds.stand_path(slug, kwartaal), "cijfers", indicator)
                    message = f"{indicator} daalt van {old.waarde} ({before}) naar {new.waarde}."
                    yield _fall(place, message, new)


def _fall(place: Place, message: str, new: Cijfer) -> Problem:
    if new.toelichting:
        return Problem(place, message, f"Toelichting: {new.toelichting}", Ernst.OPMERKING)
    hint = (
        f"Cijfers tellen op vanaf het begin. Klopt het toch? {BIJ_CIJFER} "
        f"{{waarde: {new.waarde}, toelichting: …}}."
    )
    return Problem(place, message, hint)


def _falls(old: Waarde, new: Waarde) -> bool:
    """Whether *new* is lower than *old*, also when either is rounded to the other's side."""
    if old.getal is None or new.getal is None:
        return False
    return grenzen(new)[1] < grenzen(old)[0]


def figures_stay_below_their_limit(dataset: Dataset) -> Iterator[Problem]:
    """What is a part of another count (`hoogstens`) is not above it."""
    for slug, _, kwartaal, stand in _standen(dataset):
        for indicator, cijfer in stand.cijfers.items():
            about = dataset.programma.indicatoren.get(indicator)
            here = waarde(cijfer)
            if about is None or here.getal is None:
                continue
            place = dataset.value(ds.stand_path(slug, kwartaal), "cijfers", indicator)
            for limit in (*about.hoogstens, *about.zelden_meer_dan):
                there = waarde(stand.cijfers[limit]) if limit in stand.cijfers else NIET_GEMELD
                if there.getal is not None and grenzen(here)[0] > grenzen(there)[1]:
                    yield _above(place, (indicator, here), (limit, there), limit in about.hoogstens)


def _above(
    place: Place, one: tuple[str, Waarde], other: tuple[str, Waarde], wrong: bool
) -> Problem:
    message = f"{one[0]} ({told(one[1])}) is hoger dan {other[0]} ({told(other[1])})."
    if wrong:
        return Problem(place, message, "Dat kan niet: kijk beide getallen na.")
    return Problem(place, message, "Dat komt voor; kijk of het klopt.", Ernst.OPMERKING)


def percentages_are_percentages(dataset: Dataset) -> Iterator[Problem]:
    """A percentage is at most 100."""
    for slug, _, kwartaal, stand in _standen(dataset):
        for indicator, cijfer in stand.cijfers.items():
            about = dataset.programma.indicatoren.get(indicator)
            percentage = about is not None and about.soort == "percentage"
            if percentage and isinstance(cijfer.waarde, int) and cijfer.waarde > 100:
                place = dataset.value(ds.stand_path(slug, kwartaal), "cijfers", indicator)
                message = f"{indicator} is een percentage; {cijfer.waarde} is meer dan 100."
                yield Problem(place, message)


def figures_lie_within_the_life_of_a_project(dataset: Dataset) -> Iterator[Problem]:
    """A project reports from its start until its end, and after that only its final position."""
    for slug, project, kwartaal, stand in _standen(dataset):
        place = Place(ds.stand_path(slug, kwartaal))
        if kwartaal < dataset.programma.begin:
            begin = dataset.programma.begin
            yield Problem(place, f"Deze stand is van voor het begin van het programma ({begin}).")
        elif project.status:
            status = project.status_in(kwartaal)
            if status is None or status.fase is Fase.IN_ONTWIKKELING:
                yield Problem(
                    place,
                    f"Het project “{slug}” heeft een stand in {kwartaal}, maar loopt dan nog niet.",
                    f"Kijk de fasen na in {ds.project_path(slug)}.",
                )
            elif status.fase.ended and not stand.eindstand and status.vanaf != kwartaal:
                yield Problem(
                    place,
                    f"Het project “{slug}” heeft een stand in {kwartaal}, maar eindigde in "
                    f"{status.vanaf}.",
                    "Is dit de laatste stand? Schrijf eindstand: ja.",
                )


def final_positions_are_final(dataset: Dataset) -> Iterator[Problem]:
    """An eindstand is of a project that ended, parts included, and no stand comes after it."""
    for slug, project, kwartaal, stand in _standen(dataset):
        if not stand.eindstand:
            continue
        place = dataset.value(ds.stand_path(slug, kwartaal), "eindstand")
        status = project.status_in(kwartaal)
        if not (status and status.fase.ended):
            yield Problem(
                place,
                f"Dit is een eindstand, maar “{slug}” is in {kwartaal} niet afgerond of gestopt.",
                f"Zet het einde bij de status in {ds.project_path(slug)}.",
            )
        for part in project.onderdelen:
            about = (
                dataset.projecten[part].status_in(kwartaal) if part in dataset.projecten else None
            )
            if about and about.fase.runs:
                message = f"Dit is een eindstand van het geheel, maar “{part}” loopt nog."
                yield Problem(place, message, "Laat de onderdelen voortaan zelf tellen.")
        later = [k for k in dataset.standen[slug] if k > kwartaal]
        if later:
            yield Problem(
                Place(ds.stand_path(slug, min(later))),
                f"“{slug}” had al een eindstand, in {kwartaal}.",
                "Haal deze stand weg, of haal eindstand: ja weg bij de vorige.",
            )


def ended_projects_have_a_final_position(dataset: Dataset) -> Iterator[Problem]:
    """Of a project that has ended, its last position says whether it is the final one."""
    for slug, standen in dataset.standen.items():
        project = dataset.projecten.get(slug)
        status = project.status[-1] if project and project.status else None
        if status is None or not status.fase.ended or any(s.eindstand for s in standen.values()):
            continue
        last = max(standen)
        counted = [i for i in dataset.programma.counted if i in standen[last].cijfers]
        if counted and "eindstand" not in standen[last].model_fields_set:
            yield Problem(
                Place(ds.stand_path(slug, last)),
                f"“{slug}” is {status.fase}, maar geen stand is de eindstand; latere edities "
                "tellen het niet mee.",
                "Schrijf bij de laatste stand eindstand: ja, of nee als hij dat niet is.",
                Ernst.WAARSCHUWING,
            )


def figures_are_those_of_the_project(dataset: Dataset) -> Iterator[Problem]:
    """A project reports only the indicators that it says it has."""
    for slug, project, kwartaal, stand in _standen(dataset):
        for indicator in stand.cijfers:
            known = indicator in dataset.programma.indicatoren
            if known and project.indicatoren is not None and indicator not in project.indicatoren:
                yield Problem(
                    dataset.key(ds.stand_path(slug, kwartaal), "cijfers", indicator),
                    f"“{slug}” meldt {indicator}, maar noemt die niet bij zijn indicatoren.",
                    f"Zet {indicator} bij de indicatoren in {ds.project_path(slug)}.",
                    Ernst.WAARSCHUWING,
                )
