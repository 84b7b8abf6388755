"""Rules on what is named by a path: it exists, breakdowns add up to it, sources dispute it."""

from collections.abc import Callable, Iterator

from waw_site import dataset as ds
from waw_site.cijferboek import Cijferboek, UnknownNameError
from waw_site.expressie import WrongExpressionError
from waw_site.problem import Ernst, Problem
from waw_site.tegenspraken import als_bewering, als_geval

Rule = Callable[[Cijferboek], Iterator[Problem]]


def funnels_name_figures(boek: Cijferboek) -> Iterator[Problem]:
    """Every step of a funnel is a figure of the data."""
    for slug, review in boek.dataset.terugblikken.items():
        path = ds.stuk_path("terugblikken", slug)
        for n, naam in enumerate(review.trechter):
            slug_, _, indicator = naam.partition(".")
            known = boek.dataset.programma.indicatoren
            if slug_ not in boek.dataset.projecten or indicator not in known:
                place = boek.dataset.value(path, "trechter", n)
                example = f"{review.project}.{next(iter(known))}"
                hint = f"Schrijf een project en een indicator, zoals {example}."
                yield Problem(place, f"“{naam}” is geen stap van een project.", hint)
                continue
            try:
                boek.waarde(naam, review.kwartaal)
            except (UnknownNameError, WrongExpressionError) as wrong:
                place = boek.dataset.value(path, "trechter", n)
                yield Problem(place, str(wrong), getattr(wrong, "hint", ""))


def sums_of_facts_are_right(boek: Cijferboek) -> Iterator[Problem]:
    """
    A fact that adds figures up equals their sum; each names its quarter.

    Where figures are hidden, a count of something says what it adds up.
    """
    for path, feiten in boek.dataset.feiten.items():
        for naam, fact in feiten.items():
            if fact.som is None:
                if boek.dataset.verborgen and fact.soort == "aantal":
                    message = f"Het feit “{naam}” kan iets verraden van een afgeschermd cijfer."
                    hint = (
                        "Zeg bij som uit welke cijfers het is opgeteld. Telt het geen deelnemers? "
                    )
                    place = boek.dataset.feitplaats(path, naam)
                    yield Problem(place, message, f"{hint}Schrijf som: [].")
                continue
            total = 0
            for n, term in enumerate(fact.som):
                place = boek.dataset.value(path, "feiten", naam, "som", n)
                try:
                    total += boek.term(term)[0]
                except (UnknownNameError, WrongExpressionError) as wrong:
                    yield Problem(place, str(wrong), getattr(wrong, "hint", ""))
                    break
            else:
                if fact.som and total != fact.waarde:
                    message = f"De som is {total}, maar hier staat {fact.waarde}."
                    yield Problem(boek.dataset.feitplaats(path, naam), message)


def statements_can_be_read(boek: Cijferboek) -> Iterator[Problem]:
    """Each statement names a figure, a number or words; those that agree are no contradiction."""
    for naam, geval in boek.dataset.tegenspraken.items():
        sound = True
        for n, uitspraak in enumerate(geval.uitspraken):
            place = boek.dataset.value(ds.TEGENSPRAKEN, naam, "uitspraken", n)
            if not (uitspraak.cijfer or uitspraak.woorden or uitspraak.waarde is not None):
                hint = "Schrijf een cijfer, een waarde of woorden."
                yield Problem(place, "Deze uitspraak zegt niets.", hint)
                sound = False
            try:
                als_bewering(boek, naam, n)
            except (UnknownNameError, WrongExpressionError) as wrong:
                hint = getattr(wrong, "hint", "")
                loc = (naam, "uitspraken", n, "cijfer")
                yield Problem(boek.dataset.value(ds.TEGENSPRAKEN, *loc), str(wrong), hint)
                sound = False
        if sound and als_geval(boek, naam).opgelost:
            yield Problem(
                boek.dataset.key(ds.TEGENSPRAKEN, naam),
                f"De uitspraken over “{geval.onderwerp}” spreken elkaar niet meer tegen.",
                "De pagina toont ze niet; u kunt ze weghalen.",
                Ernst.OPMERKING,
            )


PADEN: tuple[Rule, ...] = (funnels_name_figures, sums_of_facts_are_right, statements_can_be_read)
