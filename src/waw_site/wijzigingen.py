"""What an edition says otherwise than an earlier version of itself; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waw_site import dataset as ds
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers
from waw_site.dataset import Dataset
from waw_site.gelezen import gemeld, gepubliceerd, plandoel, projectdoel
from waw_site.model import NVT, Bron, Herziening
from waw_site.problem import Place
from waw_site.waarde import Herkomst, Waarde, som, verschil

_Plaats = tuple[str, tuple[str | int, ...]]  # a file, and a location in it


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One figure or goal: what it was, what it is, what that differs, and what is known of why."""

    was: Waarde
    nu: Waarde
    verschil: Waarde
    herziening: Herziening
    bron: str


@dataclass(frozen=True, slots=True)
class EerdereSom:
    """What the projects of the earlier version add up to, and what that version published."""

    label: str
    opgeteld: Waarde
    gepubliceerd: Waarde
    verschil: Waarde


def wijzigingen(dataset: Dataset, cijfers: EditieCijfers) -> tuple[Wijziging, ...]:
    """Every figure of the edition that was revised: the published totals, then the projects."""
    return tuple(_all(dataset, cijfers))


def _all(dataset: Dataset, cijfers: EditieCijfers) -> Iterator[Wijziging]:
    kwartaal = cijfers.kwartaal
    path = ds.editie_path(kwartaal)
    for indicator, cijfer in cijfers.editie.gepubliceerd.items():
        now = gepubliceerd(dataset, kwartaal, indicator)
        loc = ("gepubliceerd", indicator)
        yield from _of(dataset, (path, loc), cijfer.herzieningen, (now, cijfers.editie.bron))
    for slug in cijfers.posten:
        stand = dataset.stand(slug, kwartaal)
        for indicator, cijfer in stand.cijfers.items() if stand else ():
            now = gemeld(dataset, slug, kwartaal, indicator)
            at = (ds.stand_path(slug, kwartaal), ("cijfers", indicator))
            if stand:
                yield from _of(dataset, at, cijfer.herzieningen, (now, stand.bron))
    yield from _goals(dataset, cijfers)


def _goals(dataset: Dataset, cijfers: EditieCijfers) -> Iterator[Wijziging]:
    plan = cijfers.plan
    if plan:
        n = dataset.programma.plannen.index(plan)
        for m, doel in enumerate(plan.doelen):
            now = plandoel(dataset, plan, doel)
            at: _Plaats = (ds.PROGRAMMA, ("plannen", n, "doelen", m))
            yield from _of(dataset, at, doel.herzieningen, (now, plan.bron))
    for slug, post in cijfers.posten.items():
        for m, doel in enumerate(post.project.doelen):
            if doel.herzieningen and doel.in_force(cijfers.kwartaal):
                now = projectdoel(dataset, slug, doel)
                at = (ds.project_path(slug), ("doelen", m))
                yield from _of(dataset, at, doel.herzieningen, (now, post.project.bron))


def _of(
    dataset: Dataset,
    at: _Plaats,
    herzieningen: Sequence[Herziening],
    now: tuple[Waarde, Bron],
) -> Iterator[Wijziging]:
    """The revisions of one figure, the oldest first, each against the figure of now."""
    (path, loc), (nu, bron) = at, now
    for n, herziening in enumerate(herzieningen):
        place = dataset.value(path, *loc, "herzieningen", n, "was")
        source = dataset.bron(herziening.bron or bron)
        was = _was(herziening, nu, place, source)
        name = nu.herkomst.naam if nu.herkomst else ""
        gap = verschil(nu, was, _("{wat}, gewijzigd").format(wat=name))
        yield Wijziging(was, nu, gap, herziening, source)


def _was(herziening: Herziening, nu: Waarde, place: Place, bron: str) -> Waarde:
    naam = f"{nu.herkomst.naam if nu.herkomst else ''} ({herziening.versie})"
    peil = nu.herkomst.peil if nu.herkomst else None
    getal = herziening.was if isinstance(herziening.was, int) else None
    made = Herkomst(naam, place, bron, peil)
    nvt = herziening.was == NVT
    was = Waarde(getal, herziening.kwalificatie, nvt, soort=nu.soort, herkomst=made)
    return was.afgeschermd if nu.verborgen else was


def eerdere_sommen(
    dataset: Dataset, cijfers: EditieCijfers, changed: Sequence[Wijziging]
) -> tuple[EerdereSom, ...]:
    """
    Per indicator that was published otherwise: the sum that the earlier version did not make.

    Of every project that counts the oldest figure is taken, or the one of now where it did not
    change.
    """
    oldest = {w.nu.plaats: w.was for w in reversed(changed)}
    found = []
    for indicator, v in cijfers.voortgang.items():
        if v.gepubliceerd.plaats not in oldest or v.totaal.opgeteld.herkomst is None:
            continue
        published = oldest[v.gepubliceerd.plaats]
        about = dataset.programma.indicatoren[indicator]
        terms = [oldest.get(w.plaats, w) for _sign, w in v.totaal.opgeteld.herkomst.termen]
        if any(w.verborgen for w in terms):
            continue
        total = som(
            terms,
            _("{wat}, eerdere versie opgeteld").format(wat=about.label),
            peil=cijfers.kwartaal,
        )
        name = _("{wat}, verschil tussen de som en het totaal van de eerdere versie").format(
            wat=about.label
        )
        pair = (published, total)
        high, low = pair if (published.getal or 0) > (total.getal or 0) else pair[::-1]
        found.append(EerdereSom(about.label, total, published, verschil(high, low, name)))
    return tuple(found)
