"""Rules on the documents beside the monitor: what they name, what adds up, and consent."""

from collections.abc import Iterator

from waw_site import begroting, notation
from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.kwartaal import Datum, Kwartaal
from waw_site.model import Model, Verhaal, Voorstel
from waw_site.model.stukken import Bijlage
from waw_site.model.walk import Loc, walk
from waw_site.problem import Ernst, Place, Problem, nearest

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"RIFF")  # how a jpg, a png and a webp begin
_Named = tuple[Place, str]


def documents_name_what_exists(dataset: Dataset) -> Iterator[Problem]:
    """The projects, stories, budgets and documents that a document names exist."""
    known = {
        "project": dataset.mappen,
        "verhaal": _stories(dataset),
        "begroting": frozenset(dataset.begrotingen),
        "stuk": frozenset(
            f"{soort}/{slug}" for soort, all_ in dataset.stukken().items() for slug in all_
        ),
    }
    for soort, (place, name) in _named(dataset):
        called = f"begrotingen/{name}" if soort == "begroting" else name
        unread = ds.stuk_path(*called.split("/", 1)) if "/" in called else name
        if name not in known[soort] and unread not in dataset.unreadable:
            message = f"{notation.zin(soort)} “{name}” bestaat niet."
            others = known[soort] - {place.path.rpartition("/")[2].removesuffix(".md")}
            yield Problem(place, message, nearest(name, others))


def _stories(dataset: Dataset) -> frozenset[str]:
    """Every story there is, also those whose record could not be read."""
    paths = (*dataset.teksten, *dataset.places)
    folder = "content/verhalen/"
    return frozenset(
        p.removeprefix(folder).removesuffix(".md") for p in paths if p.startswith(folder)
    )


def _named(dataset: Dataset) -> Iterator[tuple[str, _Named]]:
    for slug in dataset.begrotingen:
        for n, m, post in begroting.posten(dataset, slug):
            if post.project:
                loc = ("secties", n, "posten", m, "project")
                yield "project", (dataset.value(begroting.path(slug), *loc), post.project)
    for slug, stuk in dataset.voorstellen.items():
        yield from _of_proposal(dataset, ds.stuk_path("voorstellen", slug), stuk)
    for slug, brief in dataset.brieven.items():
        path = ds.stuk_path("brieven", slug)
        yield from _annexes(dataset, path, "bijlagen", brief.bijlagen)
    for slug, review in dataset.terugblikken.items():
        path = ds.stuk_path("terugblikken", slug)
        yield "project", (dataset.value(path, "project"), review.project)
        for n, stap in enumerate(review.stappen):
            for m, name in enumerate(stap.verhalen):
                yield "verhaal", (dataset.value(path, "stappen", n, "verhalen", m), name)
    for slug, verhaal in dataset.verhalen.items():
        path = ds.verhaal_path(slug)
        yield "project", (dataset.value(path, "project"), verhaal.project)
        if verhaal.vervolg_op:
            yield "verhaal", (dataset.value(path, "vervolg_op"), verhaal.vervolg_op)


def _of_proposal(dataset: Dataset, path: str, stuk: Voorstel) -> Iterator[tuple[str, _Named]]:
    if stuk.begroting:
        yield "begroting", (dataset.value(path, "begroting"), stuk.begroting)
    for n, besluit in enumerate(stuk.besluiten):
        for m, name in enumerate(besluit.projecten):
            yield "project", (dataset.value(path, "besluiten", n, "projecten", m), name)
    for n, groep in enumerate(stuk.groepen):
        for m, stand in enumerate(groep.projecten):
            loc = ("groepen", n, "projecten", m, "project")
            yield "project", (dataset.value(path, *loc), stand.project)
    for n, bijlage in enumerate(stuk.bijlagen):
        yield "project", (dataset.value(path, "bijlagen", n, "project"), bijlage.project)
    yield from _annexes(dataset, path, "bijlagenlijst", stuk.bijlagenlijst)


def _annexes(
    dataset: Dataset, path: str, key: str, bijlagen: tuple[Bijlage, ...]
) -> Iterator[tuple[str, _Named]]:
    for n, bijlage in enumerate(bijlagen):
        if bijlage.stuk:
            yield "stuk", (dataset.value(path, key, n, "stuk"), bijlage.stuk)


def documents_belong_to_an_edition(dataset: Dataset) -> Iterator[Problem]:
    """Every document belongs to an edition, so that readers find it."""
    for soort, stukken in dataset.stukken().items():
        for slug, stuk in stukken.items():
            path = ds.stuk_path(soort, slug)
            for loc, kwartaal in _annexed(stuk):
                if kwartaal not in dataset.edities and not dataset.unreadable:
                    hint = nearest(str(kwartaal), map(str, dataset.edities))
                    place = dataset.value(path, *loc)
                    yield Problem(place, f"Er is geen editie {kwartaal}.", hint)
            if stuk.editie not in dataset.edities and not dataset.unreadable:
                known = map(str, dataset.edities)
                yield Problem(
                    dataset.value(path, "editie"),
                    f"Er is geen editie {stuk.editie}.",
                    nearest(str(stuk.editie), known),
                )
    for slug, verhaal in dataset.verhalen.items():
        for n, kwartaal in enumerate(verhaal.edities):
            if kwartaal not in dataset.edities and not dataset.unreadable:
                place = dataset.value(ds.verhaal_path(slug), "edities", n)
                hint = nearest(str(kwartaal), map(str, dataset.edities))
                yield Problem(place, f"Er is geen editie {kwartaal}.", hint)


def _annexed(stuk: Model) -> Iterator[tuple[Loc, Kwartaal]]:
    """The editions that the annexes of a document name."""
    for loc, value in walk(stuk):
        if isinstance(value, Kwartaal) and loc[0] in ("bijlagen", "bijlagenlijst"):
            yield loc, value


def budgets_add_up(dataset: Dataset) -> Iterator[Problem]:
    """A budget's published total is the sum of its rows, and a rounded row is its exact amount."""
    for slug, begr in dataset.begrotingen.items():
        path = begroting.path(slug)
        total = begroting.totaal(dataset, slug).getal or 0
        if begr.totaal is not None and begr.totaal != total:
            yield Problem(
                dataset.value(path, "totaal"),
                f"Het totaal is hier € {notation.euro(begr.totaal)}, maar de posten geven samen "
                f"€ {notation.euro(total)}.",
                "Kijk het totaal en de posten na.",
            )
        for n, m, post in begroting.posten(dataset, slug):
            if post.exact is not None and (post.exact + 50) // 100 * 100 != post.bedrag:
                yield Problem(
                    dataset.value(path, "secties", n, "posten", m, "exact"),
                    f"Het precieze bedrag (€ {notation.euro(post.exact)}) is niet afgerond tot "
                    f"€ {notation.euro(post.bedrag)}.",
                    "Kijk beide bedragen na.",
                )
        yield from _twice(dataset, slug)


def _twice(dataset: Dataset, slug: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, m, post in begroting.posten(dataset, slug):
        if post.post in seen:
            place = dataset.value(begroting.path(slug), "secties", n, "posten", m, "post")
            yield Problem(place, f"De post “{post.post}” staat er twee keer.", "Geef elk een naam.")
        if post.post in begroting.TOTALEN:
            place = dataset.value(begroting.path(slug), "secties", n, "posten", m, "post")
            message = f"Een post kan niet “{post.post}” heten: zo heet al een totaal."
            yield Problem(place, message, "Kies een andere naam.")
        seen.add(post.post)


def amounts_have_a_decision(dataset: Dataset) -> Iterator[Problem]:
    """An amount of a proposal is that of its budget, and one of its decisions is about it."""
    for slug, stuk in dataset.voorstellen.items():
        path = ds.stuk_path("voorstellen", slug)
        decided = {name for besluit in stuk.besluiten for name in besluit.projecten}
        known = stuk.begroting if stuk.begroting in dataset.begrotingen else None
        posten = begroting.posten(dataset, known) if known else ()
        rows = {p.post: p for _, _, p in posten}
        for n, groep in enumerate(stuk.groepen):
            for m, stand in enumerate(groep.projecten):
                place = dataset.value(path, "groepen", n, "projecten", m, "post")
                amount = rows.get(stand.post or "")
                if stand.post and rows and amount is None:
                    message = f"De begroting heeft geen post “{stand.post}”."
                    yield Problem(place, message, nearest(stand.post, rows))
                elif amount and stand.bedrag not in (None, amount.bedrag, amount.exact):
                    yield Problem(
                        dataset.value(path, "groepen", n, "projecten", m, "bedrag"),
                        f"Hier staat € {notation.euro(stand.bedrag or 0)}, maar de begroting zegt "
                        f"€ {notation.euro(amount.bedrag)}.",
                        "Kijk beide bedragen na.",
                    )
                elif stand.post and stand.besluit_nodig and stand.project not in decided:
                    yield Problem(
                        place,
                        f"Voor “{stand.project}” staat een bedrag in de begroting, maar geen "
                        "besluit gaat erover.",
                        "Is er geen besluit nodig? Schrijf dan besluit_nodig: nee.",
                        Ernst.OPMERKING,
                    )


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
    if verhaal.naam and not t.naam:
        yield ("naam",), "voor de naam is geen toestemming", "Haal de naam weg, ook uit de tekst."
    if verhaal.beeld and not t.foto:
        yield ("beeld",), "voor de foto is geen toestemming", "Haal het beeld weg."
    if verhaal.gezondheid and not t.gezondheid:
        why = "voor gegevens over gezondheid is geen toestemming"
        yield ("gezondheid",), why, "Haal ze uit de tekst, en schrijf gezondheid: nee."
    picture = dataset.beelden.get(verhaal.beeld.bestand) if verhaal.beeld else None
    if verhaal.beeld and picture is not None and not picture.startswith(_PICTURES):
        why = f"“{verhaal.beeld.bestand}” is geen jpg, png of webp"
        yield ("beeld", "bestand"), why, "Zet er een echte afbeelding neer."
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
        if appeared and t.tot_en_met and _after(appeared, t.tot_en_met):
            why = f"de toestemming eindigde voordat de editie {kwartaal} verscheen"
            yield ("toestemming", "tot_en_met"), why, "Haal het verhaal weg, of vraag opnieuw."


def stories_are_shown(dataset: Dataset) -> Iterator[Problem]:
    """A story that may not be on the web says so, and is not awaited in an edition."""
    for slug, verhaal in dataset.verhalen.items():
        if verhaal.edities and not verhaal.toestemming.web:
            place = dataset.value(ds.verhaal_path(slug), "toestemming", "web")
            message = f"Het verhaal “{verhaal.titel}” staat op geen pagina: web is nee."
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


def letters_have_a_body(dataset: Dataset) -> Iterator[Problem]:
    """A letter has its text, and a text of a letter its letter."""
    texts = {p.removeprefix("content/brieven/").removesuffix(".md") for p in dataset.teksten}
    for slug in dataset.brieven:
        if slug not in texts:
            path = ds.stuk_path("brieven", slug)
            hint = f"Schrijf hem in content/brieven/{slug}.md."
            yield Problem(Place(path), "Deze brief heeft nog geen tekst.", hint)
