"""Rules on the documents beside the monitor: what they name, and what adds up."""

from collections.abc import Iterator

from waw_site import begroting, notation
from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Model, Voorstel
from waw_site.model.stuk import Bijlage
from waw_site.model.walk import Loc, walk
from waw_site.problem import Ernst, Place, Problem, nearest

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


def stories_belong_to_an_edition(dataset: Dataset) -> Iterator[Problem]:
    """Every edition that a story names exists."""
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


def letters_have_a_body(dataset: Dataset) -> Iterator[Problem]:
    """A letter has its text, and a text of a letter its letter."""
    texts = {p.removeprefix("content/brieven/").removesuffix(".md") for p in dataset.teksten}
    for slug in dataset.brieven:
        if slug not in texts:
            path = ds.stuk_path("brieven", slug)
            hint = f"Schrijf hem in content/brieven/{slug}.md."
            yield Problem(Place(path), "Deze brief heeft nog geen tekst.", hint)
