"""An edition against the one before it: figures, projects that came and went, plans; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from waw_site import notation
from waw_site.catalogus import _
from waw_site.cijfers import EditieCijfers, Post
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.waarde import NIET_GEMELD, Waarde, verschil
from waw_site.zin import Zin, vul


@dataclass(frozen=True, slots=True)
class Paar:
    """One figure then and now, and the difference where both are known."""

    toen: Waarde
    nu: Waarde
    verschil: Waarde


@dataclass(frozen=True, slots=True)
class Rij:
    """A name, and a pair for each column."""

    naam: str
    paren: tuple[Paar, ...]
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """All that differs between two editions, in tables and in sentences."""

    toen: Kwartaal
    nu: Kwartaal
    indicatoren: tuple[Rij, ...]
    doelen: tuple[Rij, ...]
    rubrieken: tuple[Rij, ...]
    projecten: tuple[Rij, ...]
    zinnen: tuple[Zin, ...]


def vergelijk(dataset: Dataset, toen: EditieCijfers, nu: EditieCijfers) -> Vergelijking:
    """What is otherwise in *nu* than in *toen*, the edition before it."""
    about = dataset.programma.indicatoren
    goals = tuple(
        Rij(about[i].label, (_pair(old.doel or NIET_GEMELD, new.doel or NIET_GEMELD),))
        for i, new in nu.voortgang.items()
        if (old := toen.voortgang[i]).doel or new.doel
    )
    figures = tuple(
        Rij(
            about[i].label,
            (_pair(toen.voortgang[i].bereikt, new.bereikt, complete=_both(toen, nu, i)),),
        )
        for i, new in nu.voortgang.items()
    )
    return Vergelijking(
        toen=toen.kwartaal,
        nu=nu.kwartaal,
        indicatoren=figures,
        doelen=goals,
        rubrieken=tuple(_rubrieken(dataset, toen, nu)),
        projecten=tuple(_projecten(dataset, toen, nu)),
        zinnen=tuple(_zinnen(dataset, toen, nu, (figures, goals))),
    )


def _both(toen: EditieCijfers, nu: EditieCijfers, indicator: str) -> bool:
    """Whether the figures of both editions lack no report, so that they may be compared."""
    return toen.voortgang[indicator].volledig and nu.voortgang[indicator].volledig


def _pair(toen: Waarde, nu: Waarde, *, complete: bool = True) -> Paar:
    name = nu.herkomst.naam if nu.herkomst else ""
    named = _("{wat}, verschil met de vorige editie").format(wat=name)
    gap = verschil(nu, toen, named) if complete else NIET_GEMELD
    return Paar(toen, nu, gap)


def _rubrieken(dataset: Dataset, toen: EditieCijfers, nu: EditieCijfers) -> Iterable[Rij]:
    """The categories of both editions: one that both have by its name is one row."""
    counted = dataset.programma.counted
    old = {r.naam: r for r in toen.rubrieken}
    new = {r.naam: r for r in nu.rubrieken}
    for naam in dict.fromkeys([*new, *old]):
        pairs = []
        for i in counted:
            before = old[naam].totalen[i] if naam in old else None
            now = new[naam].totalen[i] if naam in new else None
            same = bool(before and now and set(before.gemeld) == set(now.gemeld))
            full = bool(same and before and now and not before.ontbreekt and not now.ontbreekt)
            pairs.append(
                _pair(
                    before.getoond if before else NIET_GEMELD,
                    now.getoond if now else NIET_GEMELD,
                    complete=full,
                )
            )
        yield Rij(naam, tuple(pairs))


def _projecten(dataset: Dataset, toen: EditieCijfers, nu: EditieCijfers) -> Iterable[Rij]:
    """Every project with a counted figure in either edition."""
    counted = dataset.programma.counted
    old, new = toen.posten, nu.posten
    for slug in dict.fromkeys([*new, *old]):
        pairs = tuple(_pair(_figure(old, slug, i), _figure(new, slug, i)) for i in counted)
        if any(p.toen.getal is not None or p.nu.getal is not None for p in pairs):
            post = new.get(slug) or old[slug]
            yield Rij(post.naam, pairs, slug)


def _figure(posten: Mapping[str, Post], slug: str, indicator: str) -> Waarde:
    post = posten.get(slug)
    return post.cijfers.get(indicator, NIET_GEMELD) if post else NIET_GEMELD


def _zinnen(
    dataset: Dataset,
    toen: EditieCijfers,
    nu: EditieCijfers,
    rows: tuple[tuple[Rij, ...], tuple[Rij, ...]],
) -> Iterable[Zin]:
    figures, goals = rows
    for row in figures:
        pair = row.paren[0]
        if pair.verschil.getal is not None:
            said = _("{wat}: van {toen} naar {nu}.")
            yield vul(said, wat=row.naam, toen=pair.toen, nu=pair.nu)
    for row in goals:
        pair = row.paren[0]
        if pair.verschil.getal:
            said = _("Het doel voor {wat} ging van {toen} naar {nu}.")
            yield vul(said, wat=row.naam.lower(), toen=pair.toen, nu=pair.nu)
    if toen.plan and nu.plan and toen.plan.einde != nu.plan.einde:
        yield vul(
            _("Het einde van het programma ging van {toen} naar {nu}."),
            toen=notation.einde(toen.plan.einde),
            nu=notation.einde(nu.plan.einde),
        )
    listed_then = {s: r.naam for r in toen.rubrieken for s in (p.slug for p in r.posten)}
    listed_now = {s: r.naam for r in nu.rubrieken for s in (p.slug for p in r.posten)}
    yield from _moves(dataset, (toen, listed_then), (nu, listed_now))


def _moves(
    dataset: Dataset,
    then: tuple[EditieCijfers, Mapping[str, str]],
    now: tuple[EditieCijfers, Mapping[str, str]],
) -> Iterable[Zin]:
    """Projects that came, went, were renamed, were put together, or changed category."""
    (toen, before), (nu, after) = then, now
    old, new = toen.posten, nu.posten
    lists = {
        _("Nieuw in deze editie: {wie}."): [new[s].naam for s in after if s not in before],
        _("Niet meer in een rubriek: {wie}."): [old[s].naam for s in before if s not in after],
        _("Andere naam: {wie}."): [
            _("{toen} heet nu {nu}").format(toen=old[s].naam, nu=new[s].naam)
            for s in after
            if s in before and old[s].naam != new[s].naam
        ],
        _("Andere rubriek: {wie}."): [
            _("{naam} (van {toen} naar {nu})").format(naam=new[s].naam, toen=before[s], nu=after[s])
            for s in after
            if s in before and before[s] != after[s]
        ],
        _("Nu samen geteld: {wie}."): [
            f"{new[s].naam} ({notation.opsomming(_parts(dataset, s, before))})"
            for s in after
            if s not in before and _parts(dataset, s, before)
        ],
        _("Verdergegaan in een ander project: {wie}."): [
            _("{oud} in {nieuw}").format(oud=old[s].naam, nieuw=notation.opsomming(successors))
            for s in before
            if s not in after and (successors := _successors(dataset, s, after))
        ],
        _("Afgerond of gestopt sinds de vorige editie: {wie}."): [
            new[s].naam for s in after if _ended(new[s]) and not (s in old and _ended(old[s]))
        ],
    }
    for words, names in lists.items():
        if names:
            yield (words.format(wie=notation.opsomming(names)),)


def _parts(dataset: Dataset, slug: str, before: Mapping[str, str]) -> list[str]:
    parts = dataset.projecten[slug].onderdelen
    return [dataset.projecten[p].naam for p in parts if p in before and p in dataset.projecten]


def _successors(dataset: Dataset, slug: str, after: Mapping[str, str]) -> list[str]:
    heirs = dataset.projecten[slug].opgevolgd_door
    return [dataset.projecten[p].naam for p in heirs if p in after and p in dataset.projecten]


def _ended(post: Post) -> bool:
    return bool(post.status and post.status.fase.ended)
