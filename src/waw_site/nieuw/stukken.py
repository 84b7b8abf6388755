"""Documents beside the monitor: a proposal, a budget, a review; what the data says is filled in."""

from collections.abc import Iterator

from waw_site import dataset as ds
from waw_site import notation
from waw_site.catalogus import _, later
from waw_site.cijfers import EditieCijfers, Post
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Begroting
from waw_site.nieuw.begin import Begin
from waw_site.scalar import scalar
from waw_site.text import vul_aan

GEMAAKT = later("Dit stuk is gemaakt uit de gegevens van de monitor. Het is nog niet vastgesteld.")


def voorstel(dataset: Dataset, slug: str, e: EditieCijfers) -> Begin:
    """A proposal on the projects of an edition that run, with what each of them reached."""
    return _begin("voorstellen", slug, _voorstel(dataset, e))


def terugblik(dataset: Dataset, slug: str, e: EditieCijfers) -> Begin:
    """The review of the project *slug*, up to the quarter of an edition."""
    return _begin("terugblikken", slug, _terugblik(dataset, slug, e))


def begroot(dataset: Dataset, slug: str, e: EditieCijfers) -> Begin:
    """A budget with the rows of the last one, or else the projects that run; no amount is known."""
    return _begin("begrotingen", slug, _begroting(dataset, slug, e))


def _begin(soort: str, slug: str, lines: Iterator[str]) -> Begin:
    return Begin({ds.stuk_path(soort, slug): "".join(f"{line}\n" for line in lines).encode()})


def _head(titel: str, kwartaal: Kwartaal) -> Iterator[str]:
    yield f"titel: {scalar(titel)}"
    yield f"editie: {kwartaal}"
    yield f"kwartaal: {kwartaal}"


def _voorstel(dataset: Dataset, e: EditieCijfers) -> Iterator[str]:
    titel = _("Voorstel {naam}, {kwartaal}").format(
        naam=dataset.programma.naam, kwartaal=notation.kwartaal(e.kwartaal)
    )
    yield from _head(titel, e.kwartaal)
    yield "# kop:"
    yield "#   onderwerp: waar het over gaat"
    yield "#   datum: vul in wanneer het voorstel uitgaat"
    yield "besluiten:"
    besluit = _open(_("wat er wordt besloten."))
    yield f"  - tekst: {besluit}"
    yield "    # projecten: [de projecten waar het besluit over gaat]"
    todo = _open(_("wat er met dit project moet gebeuren."))
    groups = {r.naam: [p for p in r.posten if _runs(p)] for r in e.rubrieken}
    if any(groups.values()):
        yield "groepen:"
    for naam, posten in groups.items():
        if posten:
            yield f"  - naam: {scalar(naam)}"
            yield "    projecten:"
        for post in posten:
            yield f"      - project: {post.slug}"
            if told := _told(dataset, post):
                yield f'        resultaat: "{told}"'
            yield f"        tekst: {todo}"
    yield f"toelichting: {scalar(_(GEMAAKT))}"


def _open(what: str) -> str:
    return scalar(vul_aan(what))


def _told(dataset: Dataset, post: Post) -> str:
    """The counted figures that a project reported, each bound to the data."""
    labels, known = dataset.programma.indicatoren, _reported(dataset, post)
    return ", ".join(f"{labels[i].kort}: {{{{ {post.slug}.{i} }}}}" for i in known)


def _reported(dataset: Dataset, post: Post) -> list[str]:
    counted = [i for i in dataset.programma.counted if i in post.cijfers]
    return [i for i in counted if post.cijfers[i].getal is not None]


def _runs(post: Post) -> bool:
    return post.status is not None and post.status.fase.runs


def _terugblik(dataset: Dataset, slug: str, e: EditieCijfers) -> Iterator[str]:
    project = dataset.projecten[slug]
    yield from _head(_("Terugblik op {naam}").format(naam=project.naam), e.kwartaal)
    yield f"project: {slug}"
    doel = _open(_("wat het project wilde bereiken."))
    yield f"doel: {doel}"
    if project.doelgroepen:
        yield "voor_wie:"
        yield from (f"  - {scalar(dataset.programma.doelgroepen[d])}" for d in project.doelgroepen)
    post = e.posten.get(slug)
    if reported := _reported(dataset, post) if post else []:
        yield f"trechter: [{', '.join(f'{slug}.{i}' for i in reported)}]"
    yield "# stappen:"
    yield "#   - {naam: Aanmelden, tekst: Wat er dan gebeurt.}"
    if project.partners:
        yield "partners:"
        yield from (f"  - {{naam: {scalar(p)}}}" for p in project.partners)
    yield f"toelichting: {scalar(_(GEMAAKT))}"


def _begroting(dataset: Dataset, slug: str, e: EditieCijfers) -> Iterator[str]:
    year = e.kwartaal.next.jaar
    last = max(dataset.begrotingen.items(), key=lambda item: item[1].jaar, default=None)
    titel = _("Begroting {naam} {slug}").format(naam=dataset.programma.naam, slug=slug)
    yield f"titel: {scalar(titel)}"
    yield f"jaar: {slug if slug.isdecimal() else year}"
    yield f"editie: {e.kwartaal}"
    yield "secties:"
    yield from _rows(last[1]) if last else _projects(e)
    toelichting = _open(_("de bedragen. Nu staat er overal nul."))
    yield f"toelichting: {toelichting}"
    yield f"bron: {{document: {e.editie.bron.document}}}  # het stuk met deze begroting: klopt dat?"


def _rows(last: Begroting) -> Iterator[str]:
    """The rows of an earlier budget, with what each was beside it."""
    for sectie in last.secties:
        yield f"  - naam: {scalar(sectie.naam)}"
        yield "    posten:"
        for post in sectie.posten:
            project = f", project: {post.project}" if post.project else ""
            row = f"post: {post.post}, naam: {scalar(post.naam)}{project}, bedrag: 0"
            yield f"      - {{{row}}}  # was {notation.euro(post.bedrag)} in {last.jaar}"


def _projects(e: EditieCijfers) -> Iterator[str]:
    """A row for each project of the edition that runs."""
    naam = scalar(_("Projecten"))
    yield f"  - naam: {naam}"
    yield "    posten:"
    for post in (p for r in e.rubrieken for p in r.posten if _runs(p)):
        naam = scalar(post.naam)
        yield f"      - {{post: {post.slug}, naam: {naam}, project: {post.slug}, bedrag: 0}}"
