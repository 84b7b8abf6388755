"""Rules on figures that a document names: they exist, and breakdowns add up to them."""

from collections.abc import Callable, Iterator

from waw_site import dataset as ds
from waw_site.cijferboek import Cijferboek, UnknownNameError
from waw_site.expressie import WrongExpressionError
from waw_site.notation import waarde
from waw_site.problem import Problem
from waw_site.tegenspraken import statements_can_be_read

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
                hint = f"Schrijf een project en een indicator, zoals {review.project}.bemiddeld."
                yield Problem(place, f"“{naam}” is geen stap van een project.", hint)
                continue
            try:
                boek.waarde(naam, review.kwartaal)
            except (UnknownNameError, WrongExpressionError) as wrong:
                place = boek.dataset.value(path, "trechter", n)
                yield Problem(place, str(wrong), getattr(wrong, "hint", ""))


def breakdowns_add_up(boek: Cijferboek) -> Iterator[Problem]:
    """The parts of a breakdown, those that are not known included, add up to its whole."""
    for slug, review in boek.dataset.terugblikken.items():
        path = ds.stuk_path("terugblikken", slug)
        for n, verdeling in enumerate(review.verdelingen):
            place = boek.dataset.value(path, "verdelingen", n, "totaal")
            try:
                whole = boek.waarde(verdeling.totaal, review.kwartaal)
            except (UnknownNameError, WrongExpressionError) as wrong:
                yield Problem(place, str(wrong), getattr(wrong, "hint", ""))
                continue
            total = sum(deel.aantal for deel in verdeling.delen.values())
            if total != whole.getal:
                parts = " + ".join(str(deel.aantal) for deel in verdeling.delen.values())
                yield Problem(
                    place,
                    f"De delen van “{verdeling.naam}” zijn samen {parts} = {total}, maar "
                    f"{verdeling.totaal} is {waarde(whole)}.",
                    "Ontbreekt er een deel, zoals onbekend?",
                )


PADEN: tuple[Rule, ...] = (funnels_name_figures, breakdowns_add_up, statements_can_be_read)
