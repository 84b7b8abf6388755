"""The seal of an edition: what it says, by name, and the file that holds it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from waw_site import dataset as ds
from waw_site.cijferboek import Cijferboek, Gevonden
from waw_site.cijfers import EditieCijfers, Post
from waw_site.dataset import Dataset, Proza
from waw_site.expressie import Plek
from waw_site.gelezen import plandoel, plantussendoel
from waw_site.koers import Koers
from waw_site.kwartaal import Kwartaal
from waw_site.model import NVT, Gezegd, Plan, Verhaal, Zegel
from waw_site.model.types import MOST_DIGITS
from waw_site.model.zegel import VERSIE
from waw_site.namen import bestanden, figuren, genoemd
from waw_site.notation import VERBORGEN
from waw_site.problem import Place
from waw_site.waarde import Soort, Waarde

VERHALEN = "content/verhalen/"
_OWN = ("naam", "noot", "buiten_regionale_doelen")  # what an edition tells of a project itself
_LATER = ("errata",)  # what an edition gets after it was sealed
_EERDER = ("herzieningen", "gewijzigd")  # what stands on the page of earlier versions


@dataclass(frozen=True, slots=True)
class Opname:
    """What an edition says now: figures, the plan and texts by name, with where each stands."""

    kwartaal: Kwartaal
    plan: Mapping[str, tuple[Gezegd, Place]]
    cijfers: Mapping[str, Gevonden]
    teksten: Mapping[str, tuple[str, Place]]  # the hash of each
    paginas: Mapping[str, str]

    @property
    def gezegd(self) -> dict[str, Gezegd]:
        """Every figure as published."""
        return {naam: gezegd(figure) for naam, figure in self.cijfers.items()}


class Camera:
    """Takes what editions say; what all of them share is looked up once."""

    def __init__(self, dataset: Dataset, editions: Mapping[Kwartaal, EditieCijfers]) -> None:
        self.boek = Cijferboek(dataset, editions)
        self.dataset = dataset
        self.proza: dict[str, list[Proza]] = {}
        for proza in dataset.proza:
            self.proza.setdefault(proza.plek.path, []).append(proza)

    def opname(self, kwartaal: Kwartaal) -> Opname:
        """What the edition of *kwartaal* says; the texts of *dataset* are as they were written."""
        e = self.boek.editions[kwartaal]
        called = genoemd(self.boek, self._gebonden(e), kwartaal)
        cijfers = dict(sorted((figuren(self.boek, kwartaal) | called).items()))
        teksten = dict(sorted((n, (_hash(t), at)) for n, t, at in self._teksten(e)))
        lines = {naam: f"{naam}: {gezegd(figure)}" for naam, figure in cijfers.items()}
        lines |= {naam: f"{naam}: {key}" for naam, (key, _) in teksten.items()}
        plan = dict(sorted(_plan(self.dataset, e.plan, kwartaal))) if e.plan else {}
        return Opname(kwartaal, plan, cijfers, teksten, _paginas(e, lines))

    def _gebonden(self, e: EditieCijfers) -> Iterator[tuple[str, Plek]]:
        """The texts in which figures can be bound, each with what it is about."""
        for path in bestanden(self.dataset, e):
            yield from ((p.tekst, p.plek) for p in self.proza.get(path, ()))
            if tekst := self.dataset.teksten.get(path):
                brief = self.dataset.brieven.get(path.rpartition("/")[2].removesuffix(".md"))
                about = brief.kwartaal if brief and stuk_van(path) else e.kwartaal
                yield (
                    tekst.markdown,
                    Plek(path, about, frozenset(self.dataset.feiten.get(path, ()))),
                )

    def _teksten(self, e: EditieCijfers) -> Iterator[tuple[str, str, Place]]:
        """The texts of an edition as they were written: name, text, place."""
        for path in bestanden(self.dataset, e):
            if tekst := self.dataset.teksten.get(path):
                yield path, f"# {tekst.titel}\n{tekst.markdown}", Place(path, tekst.line)
            elif stuk_van(path):
                texts = (f"{p.loc}: {p.tekst}" for p in self.proza.get(path, ()))
                yield path, "\n".join(texts), Place(path)
            else:
                found = (p for p in self.proza.get(path, ()) if p.loc[0] not in _LATER)
                yield from (self._one(p, p.loc) for p in found)
        for slug, post in e.posten.items():
            path = ds.project_path(slug)
            yield f"{path}#naam", post.naam, self.dataset.value(path, "naam")
            for p in self.proza.get(path, ()):
                if loc := _of_project(p.loc, post, e.kwartaal):
                    yield self._one(p, loc)
        shown = {i for post in e.posten.values() for i in (*post.cijfers, *post.doelen)}
        for p in self.proza.get(ds.PROGRAMMA, ()):
            if loc := self._of_programma(p.loc, e, shown | e.voortgang.keys()):
                yield self._one(p, loc)
        for slug in verteld(self.dataset, e.kwartaal):
            path = ds.verhaal_path(slug)
            yield path, self._verhaal(slug), Place(path, self.dataset.teksten[path].line)

    def _one(self, p: Proza, loc: tuple[str | int, ...]) -> tuple[str, str, Place]:
        path = p.plek.path
        name = f"{path}#{'.'.join(map(str, loc))}"
        return name, p.tekst, self.dataset.value(path, *p.loc)

    def _of_programma(
        self, loc: tuple[str | int, ...], e: EditieCijfers, shown: set[str]
    ) -> tuple[str | int, ...]:
        """The name of a text of programma.yaml that the edition shows; empty for another."""
        if loc[0] == "indicatoren" and loc[1] in shown:
            return loc
        if e.plan and loc[0] == "plannen":
            n = self.dataset.programma.plannen.index(e.plan)
            return ("plan", *loc[2:]) if loc[1] == n else ()
        return ()

    def _verhaal(self, slug: str) -> str:
        """All words of a story."""
        verhaal, path = self.dataset.verhalen[slug], ds.verhaal_path(slug)
        tekst = self.dataset.teksten[path]
        own = [p.tekst for p in self.proza.get(path, ())]
        alt = verhaal.beeld.alt if verhaal.beeld else ""
        words = (tekst.titel, verhaal.naam, verhaal.citaat, alt, *own, tekst.markdown)
        return "\n".join(word or "" for word in words)


def verteld(dataset: Dataset, kwartaal: Kwartaal) -> list[str]:
    """The stories that the edition tells."""
    return [slug for slug, v in dataset.verhalen.items() if _told(dataset, slug, v, kwartaal)]


def _told(dataset: Dataset, slug: str, verhaal: Verhaal, kwartaal: Kwartaal) -> bool:
    known = ds.verhaal_path(slug) in dataset.teksten
    return known and verhaal.toestemming.web and kwartaal in verhaal.edities


def _of_project(
    loc: tuple[str | int, ...], post: Post, kwartaal: Kwartaal
) -> tuple[str | int, ...]:
    """The name of a text of project.yaml that the edition shows; empty for another."""
    match loc:
        case (str(key), *_) if key in _OWN:
            return loc
        case ("labels", i, *_) if i in post.cijfers or i in post.doelen:
            return loc
        case ("status", int(n), *rest) if post.project.status[n] is post.status:
            return ("status", *rest)
        case ("doelen", int(n), *rest):
            doel = post.project.doelen[n]
            held = post.project.goal_in(kwartaal, doel.indicator) is doel
            return ("doelen", doel.indicator, *rest) if held else ()
    return ()


def _plan(
    dataset: Dataset, plan: Plan, kwartaal: Kwartaal
) -> Iterator[tuple[str, tuple[Gezegd, Place]]]:
    """The plan in force: its time, its goals, and the goals to date up to the quarter."""
    n = dataset.programma.plannen.index(plan)
    for key in ("vanaf", "einde"):
        at = dataset.value(ds.PROGRAMMA, "plannen", n, key)
        yield f"plan.{key}", (str(getattr(plan, key)), at)
    for doel in plan.doelen:
        figures = {"": plandoel(dataset, plan, doel)} | {
            f".{k}": plantussendoel(dataset, plan, doel, k)
            for k in sorted(doel.tussendoelen)
            if k <= kwartaal
        }
        for key, figure in figures.items():
            if figure.plaats:
                yield f"plan.{doel.indicator}{key}", (gezegd(figure), figure.plaats)


def _paginas(e: EditieCijfers, lines: Mapping[str, str]) -> dict[str, str]:
    """
    The pages of the edition, each with a hash of the figures and texts that belong to it.

    A story is in none of them: it may be withdrawn.
    """
    pages: dict[str, list[str]] = {}
    for naam, line in lines.items():
        if not naam.startswith(VERHALEN):
            pages.setdefault(pagina(naam, e.kwartaal), []).append(line)
    if e.vorige:
        own = [line for naam, line in lines.items() if "/" not in naam]
        pages[f"{e.kwartaal}/vergeleken/index.html"] = own
    return {path: _hash("\n".join(sorted(found))) for path, found in sorted(pages.items())}


def pagina(naam: str, kwartaal: Kwartaal) -> str:
    """The address of the page that a figure or text of an edition belongs to."""
    path, _, loc = naam.partition("#")
    if soort_slug := stuk_van(naam):
        return f"{soort_slug}/index.html"
    earlier = path == ds.editie_path(kwartaal) or "/projecten/" in path
    if earlier and any(key in loc.split(".") for key in _EERDER):
        return f"{kwartaal}/gewijzigd/index.html"
    return f"{kwartaal}/index.html"


def stuk_van(naam: str) -> str:
    """The document that a figure or text is of, as `brieven/raadsbrief`; empty for the edition."""
    if naam.startswith("begroting."):
        return f"begrotingen/{naam.split('.')[1]}"
    folder = naam.partition("#")[0].rpartition(".")[0].partition("/")[2]
    soort = folder.partition("/")[0]
    return folder if soort in ("brieven", "voorstellen", "begrotingen", "terugblikken") else ""


def gezegd(figure: Gevonden) -> Gezegd:
    """A figure or status as a seal writes it, in words that no new version of ours changes."""
    if isinstance(figure, Koers):
        return str(figure.oordeel) if figure.oordeel else None
    if not isinstance(figure, Waarde):
        return str(figure)
    if figure.verborgen:
        return VERBORGEN
    if figure.getal is None:
        return NVT if figure.nvt else None
    number = str(figure.getal)
    if figure.soort is Soort.EURO:
        euros, cents = divmod(abs(figure.getal), 100)
        number = f"{'-' if figure.getal < 0 else ''}{euros}.{cents:02d}"
    if figure.soort is not Soort.AANTAL:
        number = f"{number} {figure.soort}"
    elif not figure.kwalificatie and len(number) <= MOST_DIGITS:
        return figure.getal
    return f"{figure.kwalificatie} {number}" if figure.kwalificatie else number


def schrijf(opname: Opname, verschenen: object) -> str:
    """The file of a seal: a line for each figure, text and page, sorted."""
    rest = _regels(
        verschenen,
        {naam: said for naam, (said, _) in opname.plan.items()},
        opname.gezegd,
        {naam: key for naam, (key, _) in opname.teksten.items()},
        opname.paginas,
    )
    return (
        "# Dit bestand is geschreven door: python build.py seal. Wijzig het niet.\n"
        f"versie: {VERSIE}\ncontrole: {_hash(rest)}\n{rest}"
    )


def heel(zegel: Zegel) -> bool:
    """Whether the seal says what it said when it was written."""
    said = (zegel.verschenen, zegel.plan, zegel.cijfers, zegel.teksten, zegel.paginas)
    return zegel.controle == _hash(_regels(*said))


def _regels(verschenen: object, *parts: Mapping[str, Gezegd]) -> str:
    lines = [f"verschenen: {verschenen}"] if verschenen else []
    for key, part in zip(("plan", "cijfers", "teksten", "paginas"), parts, strict=True):
        lines.append(f"{key}:" if part else f"{key}: {{}}")
        lines += [f"  {n}: {_waarde(s)}" for n, s in sorted(part.items())]
    return "\n".join(lines) + "\n"


def _waarde(said: Gezegd) -> str:
    """As it is read back; a year (2024) is no number."""
    if isinstance(said, str) and said.isdecimal() and len(said) <= MOST_DIGITS:
        return f'"{said}"'
    return "null" if said is None else str(said)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
