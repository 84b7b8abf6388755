"""Rules on the stories of participants, and on the consent for each."""

import re
from collections.abc import Iterator

from waw_site import dataset as ds
from waw_site import notation
from waw_site.dataset import Dataset
from waw_site.kwartaal import Datum, maanden_later
from waw_site.model import Toestemming, Verhaal
from waw_site.model.walk import walk
from waw_site.problem import Ernst, Place, Problem, nearest
from waw_site.toestemming import Belet, Weggelaten

SOON = 6  # months before the end of a consent in which it is announced


def stories_have_consent(dataset: Dataset) -> Iterator[Problem]:
    """A story is published only on a valid ground, and shows no more than that allows."""
    for slug, verhaal in dataset.verhalen.items():
        path = ds.verhaal_path(slug)
        for loc, why, hint in _wanting(dataset, verhaal):
            place = dataset.value(path, *loc)
            message = f"Het verhaal “{verhaal.titel}” mag zo niet verschijnen: {why}."
            yield Problem(place, message, hint)


def _wanting(dataset: Dataset, verhaal: Verhaal) -> Iterator[tuple[tuple[str, ...], str, str]]:
    t = verhaal.toestemming
    at = ("toestemming", "grondslag")
    if t.grondslag == "publicatie" and t.document is None:
        yield at, "er staat niet bij waar het eerder is verschenen", "Zet er een document bij."
    elif t.document and dataset.documenten is not None and t.document not in dataset.documenten:
        hint = nearest(t.document, dataset.documenten)
        yield ("toestemming", "document"), f"het document “{t.document}” bestaat niet", hint
    if t.grondslag == "toestemming" and t.datum is None:
        yield at, "er staat niet bij wanneer de toestemming is gegeven", "Zet er een datum bij."
    if verhaal.beeld and not t.foto:
        yield ("beeld",), "voor de foto is geen toestemming", "Haal het beeld weg."
    if verhaal.gezondheid and not t.gezondheid:
        why = "voor gegevens over gezondheid is geen toestemming"
        yield ("gezondheid",), why, "Haal ze uit de tekst, en schrijf gezondheid: nee."
    if verhaal.beeld and verhaal.beeld.bestand not in dataset.beelden:
        why = f"het beeld “{verhaal.beeld.bestand}” staat niet in content/beelden"
        yield ("beeld", "bestand"), why, nearest(verhaal.beeld.bestand, dataset.beelden)
    shown = verhaal.edities or tuple(dataset.edities)[-1:]  # its project shows it now
    for kwartaal in shown:
        editie = dataset.edities.get(kwartaal)
        appeared = editie.verschenen if editie else None
        if appeared and t.datum and _after(t.datum, appeared):
            why = f"de toestemming is van na de editie {kwartaal}"
            yield ("toestemming", "datum"), why, "Kijk de datum na."


def names_need_consent(dataset: Dataset) -> Iterator[Problem]:
    """A name without consent stands nowhere: not in the record, the text or a file of a picture."""
    for slug, verhaal in dataset.verhalen.items():
        if verhaal.naam and not verhaal.toestemming.naam:
            path = ds.verhaal_path(slug)
            for place in _places(dataset, path, verhaal, verhaal.naam):
                message = (
                    f"Het verhaal “{verhaal.titel}” mag zo niet verschijnen: voor de naam is geen "
                    "toestemming."
                )
                yield Problem(place, message, "Haal de naam weg, overal in dit bestand.")


def _places(dataset: Dataset, path: str, verhaal: Verhaal, naam: str) -> Iterator[Place]:
    """Where *naam* stands in a story."""
    for loc, value in walk(verhaal):
        if isinstance(value, str) and loc[0] != "toestemming" and _says(value, naam):
            yield dataset.value(path, *loc)
    if tekst := dataset.teksten.get(path):
        for n, line in enumerate(tekst.markdown.split("\n")):
            if found := _says(line, naam):
                yield Place(path, tekst.line + n, found.start() + 1)


def _says(text: str, naam: str) -> re.Match[str] | None:
    """*naam* as a word in *text*, also in an address or the name of a file."""
    return re.search(rf"(?<![^\W_]){re.escape(naam)}(?![^\W_])", text, re.IGNORECASE)


def days_of_consent_follow_each_other(dataset: Dataset) -> Iterator[Problem]:
    """Consent ends, or is withdrawn, after it was given; a fault in that never keeps a story up."""
    for slug, verhaal in dataset.verhalen.items():
        yield from _days(dataset, slug, verhaal.toestemming, Ernst.FOUT)
    for slug, left_out in dataset.weggelaten.items():
        yield from _days(dataset, slug, left_out.toestemming, Ernst.WAARSCHUWING)


def _days(dataset: Dataset, slug: str, t: Toestemming, ernst: Ernst) -> Iterator[Problem]:
    place = dataset.value
    path = ds.verhaal_path(slug)
    if t.datum and t.tot_en_met and _after(t.datum, t.tot_en_met):
        message = (
            f"De toestemming eindigt ({notation.datum(t.tot_en_met)}) voordat zij is gegeven "
            f"({notation.datum(t.datum)})."
        )
        yield Problem(place(path, "toestemming", "tot_en_met"), message, "Kijk de data na.", ernst)
    if t.datum and t.ingetrokken and _after(t.datum, t.ingetrokken):
        message = (
            f"De toestemming is ingetrokken ({notation.datum(t.ingetrokken)}) voordat zij is "
            f"gegeven ({notation.datum(t.datum)})."
        )
        hint = "Is er daarna opnieuw toestemming gegeven? Haal ingetrokken dan weg."
        yield Problem(place(path, "toestemming", "ingetrokken"), message, hint, ernst)


def stories_left_out_are_told_of(dataset: Dataset) -> Iterator[Problem]:
    """Of a story that may not be told it is said since when, and no word of it."""
    for slug, left_out in dataset.weggelaten.items():
        key, why = _reason(left_out)
        place = dataset.value(ds.verhaal_path(slug), "toestemming", key)
        message = f"Dit verhaal staat nergens: {why}."
        hint = "" if left_out.leeg else _ERASE[left_out.reden]
        yield Problem(place, message, hint, Ernst.OPMERKING)


_ERASE = {
    Belet.INGETROKKEN: "Haal de rest uit dit bestand; alleen de toestemming blijft. Maak ook de "
    "pdf's opnieuw.",
    Belet.VERLOPEN: "Vraag opnieuw toestemming, of haal het verhaal weg. Maak ook de pdf's "
    "opnieuw.",
    Belet.KANAAL: "",
}


def _reason(left_out: Weggelaten) -> tuple[str, str]:
    """The key that says so, and why in words."""
    t = left_out.toestemming
    if t.ingetrokken:
        return "ingetrokken", f"de toestemming is ingetrokken ({notation.datum(t.ingetrokken)})"
    if left_out.reden is Belet.VERLOPEN and t.tot_en_met:
        return "tot_en_met", f"de toestemming liep tot en met {notation.datum(t.tot_en_met)}"
    return "web", "web en pdf zijn nee"


def names_of_left_out_stories_are_gone(dataset: Dataset) -> Iterator[Problem]:
    """The name in a story that was left out stands in no other text; it is not repeated here."""
    for slug, left_out in dataset.weggelaten.items():
        naam = left_out.naam
        if naam is None or left_out.reden is Belet.KANAAL:
            continue
        places = [
            Place(tekst.path, tekst.line + n, found.start() + 1)
            for tekst in dataset.teksten.values()
            for n, line in enumerate(tekst.markdown.split("\n"))
            if (found := _says(line, naam))
        ]
        places += [
            dataset.value(proza.plek.path, *proza.loc)
            for proza in dataset.proza
            if _says(proza.tekst, naam)
        ]
        for place in places:
            message = f"Hier staat de naam uit {ds.verhaal_path(slug)}; dat verhaal staat nergens."
            hint = "Gaat het om dezelfde persoon? Haal de naam dan ook hier weg."
            yield Problem(place, message, hint, Ernst.OPMERKING)


def consent_that_ends_soon_is_renewed(dataset: Dataset) -> Iterator[Problem]:
    """Consent that ends within six months is announced."""
    for slug, verhaal in dataset.verhalen.items():
        end = verhaal.toestemming.tot_en_met
        if end and end.laatste_dag <= maanden_later(dataset.dag, SOON):
            place = dataset.value(ds.verhaal_path(slug), "toestemming", "tot_en_met")
            today = notation.datum(Datum(dataset.dag.year, dataset.dag.month, dataset.dag.day))
            message = (
                f"De toestemming voor het verhaal “{verhaal.titel}” loopt tot en met "
                f"{notation.datum(end)}, binnen zes maanden na {today}."
            )
            hint = "Vraag op tijd opnieuw toestemming; daarna staat het verhaal nergens meer."
            yield Problem(place, message, hint, Ernst.OPMERKING)


def stories_are_shown(dataset: Dataset) -> Iterator[Problem]:
    """A story that may not be on the web says so, and is not awaited in an edition."""
    for slug, verhaal in dataset.verhalen.items():
        if verhaal.edities and not verhaal.toestemming.web:
            place = dataset.value(ds.verhaal_path(slug), "toestemming", "web")
            message = f"Het verhaal “{verhaal.titel}” staat alleen in de pdf's: web is nee."
            yield Problem(place, message, "", Ernst.OPMERKING)


def follow_ups_make_no_circle(dataset: Dataset) -> Iterator[Problem]:
    """A story does not follow on itself, directly or by way of others."""
    for slug, verhaal in dataset.verhalen.items():
        seen = {slug}
        before = verhaal.vervolg_op
        while before and before in dataset.verhalen and before not in seen:
            seen.add(before)
            before = dataset.verhalen[before].vervolg_op
        if before == slug:
            place = dataset.value(ds.verhaal_path(slug), "vervolg_op")
            message = f"Het verhaal “{slug}” is zo een vervolg op zichzelf."
            yield Problem(place, message, "Haal vervolg_op bij één van beide weg.")


def _after(one: Datum, other: Datum) -> bool:
    """Whether *one* is later than *other*, as far as both are known."""
    mine, theirs = ((d.jaar, d.maand or 0, d.dag or 0) for d in (one, other))
    known = 3 if one.dag and other.dag else 2 if one.maand and other.maand else 1
    return mine[:known] > theirs[:known]
