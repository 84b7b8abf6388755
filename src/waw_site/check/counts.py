"""Rules on what adds up: parts and wholes, projects and programme, published and shown."""

from collections.abc import Callable, Iterator, Mapping

from waw_site import dataset as ds
from waw_site.belofte import grenzen
from waw_site.bewering import oordeel_van
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Oordeel
from waw_site.notation import getal, opsomming, waarde
from waw_site.problem import Ernst, Place, Problem

Editions = Mapping[Kwartaal, EditieCijfers]
Count = Callable[[Dataset, Editions], Iterator[Problem]]


def wholes_equal_their_parts(dataset: Dataset, _: Editions) -> Iterator[Problem]:
    """A whole equals the sum of its parts, and is not less than what some of them report."""
    for slug, project in dataset.projecten.items():
        for kwartaal, stand in dataset.standen.get(slug, {}).items() if project.onderdelen else ():
            for indicator, cijfer in stand.cijfers.items():
                if cijfer.kwalificatie or not isinstance(cijfer.waarde, int):
                    continue
                parts, complete = _parts(dataset, slug, kwartaal, indicator)
                total = sum(parts.values())
                if not parts or total == cijfer.waarde or (total < cijfer.waarde and not complete):
                    continue
                sum_text = " + ".join(f"{n} ({part})" for part, n in parts.items())
                yield Problem(
                    dataset.value(ds.stand_path(slug, kwartaal), "cijfers", indicator),
                    f"{indicator} is hier {cijfer.waarde}, maar de onderdelen geven {sum_text} = "
                    f"{total}.",
                    "Kijk het geheel en de onderdelen na.",
                )


def _parts(
    dataset: Dataset, slug: str, kwartaal: Kwartaal, indicator: str
) -> tuple[dict[str, int], bool]:
    """What the parts report, and whether every part that ran has reported an exact number."""
    found: dict[str, int] = {}
    complete = True
    for part in dataset.projecten[slug].onderdelen:
        stand = dataset.stand(part, kwartaal)
        cijfer = stand.cijfers.get(indicator) if stand else None
        if cijfer and isinstance(cijfer.waarde, int) and not cijfer.kwalificatie:
            found[part] = cijfer.waarde
            continue
        if ds.stand_path(part, kwartaal) in dataset.unreadable:
            complete = False
        project = dataset.projecten.get(part)
        status = project.status_in(kwartaal) if project else None
        if project is None or (status and not status.fase.ended and status.fase.runs):
            complete = False
    return found, complete


def projects_count_once(dataset: Dataset, editions: Editions) -> Iterator[Problem]:
    """No project is part of two wholes that both report the same indicator in one edition."""
    for kwartaal, editie in editions.items():
        shown = {p.slug: p for r in (*editie.rubrieken, editie.eerder) for p in r.posten}
        for indicator in dataset.programma.counted:
            owners: dict[str, str] = {}
            for slug, post in shown.items():
                if indicator not in post.cijfers or post.cijfers[indicator].getal is None:
                    continue
                for n, part in enumerate(post.project.onderdelen):
                    other = owners.setdefault(part, slug)
                    if other != slug and not _nested(dataset, other, slug):
                        yield Problem(
                            dataset.value(ds.project_path(slug), "onderdelen", n),
                            f"“{part}” telt in {kwartaal} twee keer bij {indicator}: in “{other}” "
                            f"en in “{slug}”.",
                            "Laat het onderdeel van één van beide zijn.",
                        )


def _nested(dataset: Dataset, one: str, other: str) -> bool:
    return other in dataset.projecten[one].onderdelen or one in dataset.projecten[other].onderdelen


def running_projects_report(dataset: Dataset, editions: Editions) -> Iterator[Problem]:
    """
    A project of an edition that runs has reported, or its stand says that it did not.

    What is still to be filled in in a concept is no problem yet: it is on the list of work.
    """
    for kwartaal, editie in editions.items():
        missing: dict[str, list[str]] = {}
        for rubriek in editie.rubrieken:
            for indicator, total in rubriek.totalen.items():
                for slug in total.ontbreekt:
                    missing.setdefault(slug, []).append(indicator)
        for slug, indicators in missing.items():
            stand = dataset.stand(slug, kwartaal)
            waits = editie.editie.concept and stand and set(stand.open) >= set(indicators)
            if _readable(dataset, slug, kwartaal) and not waits:
                yield _missing(dataset, slug, kwartaal, indicators)


def _readable(dataset: Dataset, slug: str, kwartaal: Kwartaal) -> bool:
    """Whether all that the stand says was understood: a misspelt name is not a missing figure."""
    stand = dataset.stand(slug, kwartaal)
    misspelt = stand and not dataset.programma.indicatoren.keys() >= stand.cijfers.keys()
    return ds.stand_path(slug, kwartaal) not in dataset.unreadable and not misspelt


def _missing(dataset: Dataset, slug: str, kwartaal: Kwartaal, indicators: list[str]) -> Problem:
    path = ds.stand_path(slug, kwartaal)
    stand = dataset.stand(slug, kwartaal)
    said = stand is not None and all(i in stand.cijfers for i in indicators)
    message = f"Het project “{slug}” loopt, maar meldt geen {opsomming(indicators)} in {kwartaal}."
    if said:
        return Problem(
            dataset.value(path, "cijfers"),
            message,
            "De pagina zegt dat het ontbreekt.",
            Ernst.OPMERKING,
        )
    place = dataset.value(path, "cijfers") if stand else Place(ds.project_path(slug))
    return Problem(
        place,
        message,
        f"Zet het in {path}; is het echt niet gemeld, laat de plek daar dan leeg.",
        Ernst.WAARSCHUWING,
    )


def reporting_projects_are_listed(dataset: Dataset, editions: Editions) -> Iterator[Problem]:
    """A project that reports a counted figure in the quarter of an edition stands in it."""
    for kwartaal, editie in editions.items():
        if not dataset.knows_all(editie.editie):
            continue
        shown = {p.slug for r in (*editie.rubrieken, editie.eerder) for p in r.posten}
        for slug, standen in dataset.standen.items():
            stand = standen.get(kwartaal)
            counted = [i for i in dataset.programma.counted if stand and i in stand.cijfers]
            if counted and slug not in shown and slug in dataset.projecten:
                yield Problem(
                    Place(ds.stand_path(slug, kwartaal)),
                    f"“{slug}” meldt cijfers, maar staat in geen rubriek van de editie "
                    f"{kwartaal}; het telt niet mee.",
                    f"Zet het in {ds.editie_path(kwartaal)}.",
                    Ernst.WAARSCHUWING,
                )


def published_is_not_less_than_shown(_: Dataset, editions: Editions) -> Iterator[Problem]:
    """A published total is not lower than what the projects of the edition add up to."""
    for editie in editions.values():
        for indicator, v in editie.voortgang.items():
            published, total = v.gepubliceerd, v.totaal.opgeteld
            if published.getal is None or total.getal is None or published.plaats is None:
                continue
            if grenzen(total)[0] > grenzen(published)[1]:
                yield Problem(
                    published.plaats,
                    f"Gepubliceerd is {waarde(published)} voor {indicator}, maar de projecten "
                    f"geven samen {waarde(total)}.",
                    "Kijk het totaal en de standen na.",
                )


def words_of_a_judgement_say_the_same(dataset: Dataset, editions: Editions) -> Iterator[Problem]:
    """The published words are those of the judgement, and a goal is not reached below it."""
    for kwartaal, editie in editions.items():
        for indicator, v in editie.voortgang.items():
            own = v.koers.programma
            if own is None:
                continue
            path = ds.editie_path(kwartaal)
            said, denied = oordeel_van((own.woorden or own.oordeel).lower())
            if denied or (said is not None and said is not own.oordeel):
                yield Problem(
                    dataset.value(path, "oordelen", indicator, "woorden"),
                    f"De woorden “{own.woorden}” zijn een ander oordeel dan “{own.oordeel}”.",
                    "Pas het oordeel of de woorden aan.",
                )
            goal = v.doel.getal if v.doel else None
            below = goal is not None and grenzen(v.bereikt)[1] < goal
            judged = v.koers.berekend is not None or own.reden
            if own.oordeel is Oordeel.DOEL_BEREIKT and below and not judged:
                yield Problem(
                    dataset.value(path, "oordelen", indicator, "oordeel"),
                    f"Het oordeel over {indicator} is “doel bereikt”, maar {waarde(v.bereikt)} is "
                    f"minder dan het doel van {getal(goal or 0)}.",
                    "Pas het oordeel aan, of zet er een reden bij.",
                )


def judgements_agree_with_the_figures(dataset: Dataset, editions: Editions) -> Iterator[Problem]:
    """A published judgement is the computed one, or says with a reason why not."""
    if dataset.unreadable:
        return
    for kwartaal, editie in editions.items():
        for indicator, v in editie.voortgang.items():
            if v.koers.contradicts and not v.koers.overruled and v.koers.programma:
                yield Problem(
                    dataset.value(ds.editie_path(kwartaal), "oordelen", indicator),
                    f"Het oordeel over {indicator} is “{v.koers.programma.oordeel}”, maar de "
                    f"cijfers zeggen “{v.koers.berekend}”.",
                    "Pas het oordeel aan, of zet er een reden bij.",
                )
