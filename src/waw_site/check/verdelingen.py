"""Rules on breakdowns: of what they are, which parts they have, and what those add up to."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import ONBEKEND, Programma, Stand, Verdeling
from waw_site.places import Loc
from waw_site.problem import Ernst, Problem, nearest

IN_TOELICHTING = "Zeg het in een toelichting."


def _verdelingen(dataset: Dataset) -> Iterator[tuple[str, Kwartaal, Stand, int, Verdeling]]:
    """Every breakdown whose dimensions exist."""
    for slug, standen in dataset.standen.items():
        for kwartaal, stand in standen.items():
            for n, verdeling in enumerate(stand.verdelingen):
                if all(dim in dataset.programma.dimensies for dim in verdeling.naar):
                    yield slug, kwartaal, stand, n, verdeling


def dimensions_exist(dataset: Dataset) -> Iterator[Problem]:
    """A breakdown is by dimensions of programma.yaml, and each set of them stands there once."""
    for slug, standen in dataset.standen.items():
        for kwartaal, stand in standen.items():
            path = ds.stand_path(slug, kwartaal)
            seen: dict[frozenset[str], int] = {}
            for n, verdeling in enumerate(stand.verdelingen):
                for m, dim in enumerate(verdeling.naar):
                    if dim not in dataset.programma.dimensies:
                        hint = nearest(dim, dataset.programma.dimensies)
                        place = dataset.value(path, "verdelingen", n, "naar", m)
                        yield Problem(place, f"De dimensie “{dim}” is niet bekend.", hint)
                place = dataset.value(path, "verdelingen", n, "naar")
                dims = frozenset(verdeling.naar)
                if len(dims) < len(verdeling.naar):
                    yield Problem(place, f"Hier staat twee keer “{verdeling.naar[0]}”.")
                elif verdeling.naar != _ordered(dataset.programma, verdeling.naar):
                    better = ", ".join(_ordered(dataset.programma, verdeling.naar))
                    message = "De dimensies staan in een andere volgorde dan in programma.yaml."
                    yield Problem(place, message, f"Schrijf naar: [{better}].")
                for indicator in verdeling.cijfers if dims in seen else ():
                    if indicator in stand.verdelingen[seen[dims]].cijfers:
                        message = f"{indicator} is hier voor de tweede keer zo verdeeld."
                        where = dataset.key(path, "verdelingen", n, "cijfers", indicator)
                        yield Problem(where, message, "Laat er een weg.")
                seen.setdefault(dims, n)


def _ordered(programma: Programma, naar: tuple[str, ...]) -> tuple[str, ...]:
    known = list(programma.dimensies)
    return tuple(sorted(naar, key=lambda d: known.index(d) if d in known else len(known)))


def breakdowns_are_of_a_figure(dataset: Dataset) -> Iterator[Problem]:
    """What is broken down is an exact number of the same position, and a count."""
    for slug, kwartaal, stand, n, verdeling in _verdelingen(dataset):
        path = ds.stand_path(slug, kwartaal)
        for indicator in verdeling.cijfers:
            cijfer = stand.cijfers.get(indicator)
            about = dataset.programma.indicatoren.get(indicator)
            place = dataset.key(path, "verdelingen", n, "cijfers", indicator)
            if cijfer is None or about is None:
                hint = nearest(indicator, stand.cijfers)
                yield Problem(place, f"Deze stand heeft geen cijfer {indicator}.", hint)
            elif about.soort != "aantal":
                yield Problem(place, f"{indicator} is een percentage; dat heeft geen delen.")
            elif not isinstance(cijfer.waarde, int) or cijfer.kwalificatie:
                message = f"{indicator} is hier geen precies getal; dan heeft het geen delen."
                yield Problem(place, message, "Schrijf het precieze getal, of laat de delen weg.")
            elif cijfer.waarde < dataset.programma.bescherming.kleinste_geheel:
                message = f"{indicator} is {cijfer.waarde}: te klein om te verdelen."
                hint = "De delen worden niet getoond en niet opgeteld; u kunt ze weglaten."
                yield Problem(place, message, hint, Ernst.OPMERKING)


def parts_are_those_of_the_dimension(dataset: Dataset) -> Iterator[Problem]:
    """A breakdown has every part of its dimension, none that it does not have, and no other."""
    for slug, kwartaal, _, n, verdeling in _verdelingen(dataset):
        path = ds.stand_path(slug, kwartaal)
        for indicator, parts in verdeling.cijfers.items():
            loc: Loc = ("verdelingen", n, "cijfers", indicator)
            yield from _parts(dataset, path, loc, (verdeling.naar[0], kwartaal), parts)
            for name, inside in parts.items():
                two = len(verdeling.naar) == 2
                if two and isinstance(inside, dict):
                    second = (verdeling.naar[1], kwartaal)
                    yield from _parts(dataset, path, (*loc, name), second, inside)
                elif two or isinstance(inside, dict):
                    expected = f"de delen naar {verdeling.naar[1]}" if two else "een getal"
                    place = dataset.value(path, *loc, name)
                    yield Problem(place, f"Bij “{name}” wordt hier verwacht: {expected}.")


def _parts(
    dataset: Dataset,
    path: str,
    loc: Loc,
    of: tuple[str, Kwartaal],
    parts: Mapping[str, object],
) -> Iterator[Problem]:
    dimensie, kwartaal = of
    programma = dataset.programma
    known = programma.delen(dimensie)
    for name in parts:
        place = dataset.key(path, *loc, name)
        if name not in known:
            yield Problem(place, f"{dimensie} heeft geen deel “{name}”.", nearest(name, known))
        elif programma.dimensies[dimensie].delen is None and name != ONBEKEND:
            vanaf = programma.gemeenten[name].vanaf
            if vanaf and kwartaal < vanaf:
                yield Problem(place, f"“{name}” hoort pas vanaf {vanaf} bij de regio.")
    for name in programma.verplicht(dimensie, kwartaal):
        if name not in parts:
            message = f"Het deel “{name}” ontbreekt."
            yield Problem(dataset.key(path, *loc), message, "Is er niemand? Schrijf 0.")


def wholes_or_their_parts_are_broken_down(dataset: Dataset) -> Iterator[Problem]:
    """Of a whole that spans projects, either itself or its parts have breakdowns, not both."""
    for slug, project in dataset.projecten.items():
        own = _broken_down(dataset, slug)
        for part in project.onderdelen:
            for indicator, (kwartaal, n) in _broken_down(dataset, part).items():
                if indicator in own:
                    loc = ("verdelingen", n, "cijfers", indicator)
                    yield Problem(
                        dataset.key(ds.stand_path(part, kwartaal), *loc),
                        f"{indicator} is hier verdeeld, en ook bij het geheel “{slug}”.",
                        "Samen verraden zij te veel. Verdeel alleen het geheel, of alleen de "
                        "onderdelen.",
                    )


def _broken_down(dataset: Dataset, slug: str) -> dict[str, tuple[Kwartaal, int]]:
    """The indicators of a project that are broken down, each with where that is first."""
    found: dict[str, tuple[Kwartaal, int]] = {}
    for kwartaal, stand in sorted(dataset.standen.get(slug, {}).items()):
        for n, verdeling in enumerate(stand.verdelingen):
            for indicator in verdeling.cijfers:
                found.setdefault(indicator, (kwartaal, n))
    return found


def parts_add_up(dataset: Dataset) -> Iterator[Problem]:
    """The parts, those that are not known included, add up to the figure."""
    for slug, kwartaal, stand, n, verdeling in _verdelingen(dataset):
        for indicator in verdeling.cijfers:
            numbers = verdeling.delen(indicator)
            cijfer = stand.cijfers.get(indicator)
            if cijfer is None or not isinstance(cijfer.waarde, int) or cijfer.kwalificatie:
                continue
            total = sum(numbers.values())
            if total != cijfer.waarde:
                added = " + ".join(str(number) for number in numbers.values())
                yield Problem(
                    dataset.key(
                        ds.stand_path(slug, kwartaal), "verdelingen", n, "cijfers", indicator
                    ),
                    f"De delen zijn samen {added} = {total}, maar {indicator} is {cijfer.waarde}.",
                    "Ontbreekt er een deel, zoals onbekend?",
                )


def margins_agree(dataset: Dataset) -> Iterator[Problem]:
    """A breakdown by two dimensions gives the same as those by each of them."""
    for slug, kwartaal, stand, n, verdeling in _verdelingen(dataset):
        if len(verdeling.naar) < 2:
            continue
        for m, dim in enumerate(verdeling.naar):
            others = [v for v in stand.verdelingen if v.naar == (dim,)]
            for indicator in verdeling.cijfers:
                single = next((v.delen(indicator) for v in others if indicator in v.cijfers), None)
                if single is None:
                    continue
                margin = verdeling.marge(indicator, m)
                for part in sorted({*single, *margin}):
                    one, two = single.get(part, 0), margin.get(part, 0)
                    if one != two:
                        path = ds.stand_path(slug, kwartaal)
                        loc: Loc = ("verdelingen", n, "cijfers", indicator)
                        yield Problem(
                            dataset.key(path, *loc),
                            f"“{part[0]}” is hier samen {two}, maar in de verdeling naar alleen "
                            f"{dim} {one}.",
                            "Kijk beide verdelingen na.",
                        )


def parts_do_not_fall(dataset: Dataset) -> Iterator[Problem]:
    """A part of a count from the start does not fall; where it does, a toelichting says why."""
    for slug, standen in dataset.standen.items():
        for (kwartaal, n, verdeling), indicator, part, was, now in _through(standen):
            about = dataset.programma.indicatoren.get(indicator)
            if about is None or about.telling != "oplopend" or now >= was:
                continue
            cijfer = standen[kwartaal].cijfers.get(indicator)
            why = verdeling.toelichting or (cijfer.toelichting if cijfer else None)
            loc: Loc = ("verdelingen", n, "cijfers", indicator, *part)
            message = f"{indicator}, {' en '.join(part)}, daalt van {was} naar {now}."
            hint = f"Cijfers tellen op vanaf het begin. Klopt het toch? {IN_TOELICHTING}"
            yield Problem(
                dataset.key(ds.stand_path(slug, kwartaal), *loc),
                message,
                f"Toelichting: {why}" if why else hint,
                Ernst.OPMERKING if why else Ernst.FOUT,
            )


_Move = tuple[tuple[Kwartaal, int, Verdeling], str, tuple[str, ...], int, int]


def _through(standen: Mapping[Kwartaal, Stand]) -> Iterator[_Move]:
    """Each part of two breakdowns that follow each other: then and now."""
    found: dict[tuple[tuple[str, ...], str], dict[Kwartaal, tuple[int, Verdeling]]] = {}
    for kwartaal, stand in sorted(standen.items()):
        for n, verdeling in enumerate(stand.verdelingen):
            for indicator in verdeling.cijfers:
                through = found.setdefault((verdeling.naar, indicator), {})
                through.setdefault(kwartaal, (n, verdeling))
    for (_, indicator), through in found.items():
        for (_, (_, before)), (kwartaal, (n, after)) in pairwise(through.items()):
            old, new = before.delen(indicator), after.delen(indicator)
            for part in old:
                yield (kwartaal, n, after), indicator, part, old[part], new.get(part, 0)


def parts_stay_below_their_limit(dataset: Dataset) -> Iterator[Problem]:
    """A part of what is itself a part of another count (`hoogstens`) is not above that."""
    for slug, kwartaal, stand, n, verdeling in _verdelingen(dataset):
        for indicator in verdeling.cijfers:
            about = dataset.programma.indicatoren.get(indicator)
            for limit in about.hoogstens if about else ():
                above = [
                    v.delen(limit)
                    for v in stand.verdelingen
                    if v.naar == verdeling.naar and limit in v.cijfers
                ]
                for part, number in verdeling.delen(indicator).items():
                    most = above[0].get(part, 0) if above else number
                    if number > most:
                        path = ds.stand_path(slug, kwartaal)
                        loc: Loc = ("verdelingen", n, "cijfers", indicator, *part)
                        yield Problem(
                            dataset.key(path, *loc),
                            f"{indicator}, {' en '.join(part)} ({number}) is hoger dan {limit} "
                            f"({most}).",
                            "Dat kan niet: kijk beide getallen na.",
                        )
