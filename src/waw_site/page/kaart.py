"""The cards of an edition: what each project did, category by category."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from waw_site import notation
from waw_site.catalogus import _
from waw_site.chart.spec import Tekening, Turf
from waw_site.cijfers import EditieCijfers, Post, RubriekCijfers, Totaal
from waw_site.dataset import Dataset
from waw_site.kwartaal import Kwartaal
from waw_site.model import Indicator
from waw_site.page import turf, verloop, zinnen
from waw_site.page.bron import explanations, sources
from waw_site.page.grafiek import Grafiek
from waw_site.page.page import project_url
from waw_site.text import Tekst
from waw_site.waarde import NIET_GEMELD, Waarde
from waw_site.zin import Zin

_SMALL = 30  # strokes that fit in a third of a column


@dataclass(frozen=True, slots=True)
class Regel:
    """One figure on a card, with its word, its strokes, its goal and its growth."""

    naam: str
    waarde: Waarde
    turf: Turf | None
    doel: Waarde | None
    tussendoel: Waarde | None
    groei: Zin


@dataclass(frozen=True, slots=True)
class Kaart:
    """
    One project in its category: its figures, its text, and its parts.

    `tellend` are the counted indicators, each with the reason why it is not added, if there is one;
    `turf` are the strokes of the last of them. `sinds` compares it with the previous edition.
    """

    slug: str
    url: str
    naam: str
    noot: str | None
    fase: str
    reden: str | None
    regels: tuple[Regel, ...]
    tellend: tuple[tuple[Waarde, str | None], ...]
    turf: Turf
    sinds: Grafiek | None
    tekst: Tekst | None
    stand_van: Kwartaal | None
    toelichtingen: tuple[str, ...]
    bronnen: tuple[str, ...]
    buiten: str | None
    opgevolgd_door: tuple[tuple[str, str], ...]
    onderdelen: tuple["Kaart", ...]

    @property
    def met_onderdelen(self) -> tuple["Kaart", ...]:
        """The project, its parts, and theirs."""
        return (self, *(k for part in self.onderdelen for k in part.met_onderdelen))

    @property
    def naast(self) -> bool:
        """Whether its figures are so few and small that they fit beside each other."""
        return len(self.regels) <= 3 and all(
            (r.waarde.getal or 0) <= _SMALL and not (r.doel or r.groei) for r in self.regels
        )

    @property
    def tekeningen(self) -> tuple[Tekening, ...]:
        """All that is drawn of the project itself."""
        strokes = tuple(r.turf for r in self.regels if r.turf)
        return (self.turf, *strokes, *((self.sinds.tekening,) if self.sinds else ()))


@dataclass(frozen=True, slots=True)
class Blok:
    """One category: its explanation, its totals, its cards, and those that it only names."""

    rubriek: str
    naam: str
    uitleg: Tekst | None
    totalen: tuple[tuple[str, Totaal], ...]
    dekking: tuple[Zin, ...]
    kaarten: tuple[Kaart, ...]
    genoemd: tuple[Kaart, ...]
    projecten: int

    @property
    def alle(self) -> tuple[Kaart, ...]:
        """Every project of the category, the parts after their whole."""
        return tuple(k for kaart in (*self.kaarten, *self.genoemd) for k in kaart.met_onderdelen)


@dataclass(frozen=True)
class Kaarten:
    """The cards that the figures of one edition make."""

    dataset: Dataset
    cijfers: EditieCijfers

    @property
    def kwartaal(self) -> Kwartaal:
        """That of the edition."""
        return self.cijfers.kwartaal

    @property
    def _about(self) -> Mapping[str, Indicator]:
        return self.dataset.programma.indicatoren

    @cached_property
    def stuk(self) -> int:
        """How many a stroke stands for, on all cards alike."""
        posten, counted = self.cijfers.posten.values(), self.dataset.programma.counted
        figures = [p.cijfers.get(i, NIET_GEMELD) for p in posten for i in counted]
        return turf.stuk_voor(max((w.getal or 0 for w in figures), default=0))

    def blok(self, r: RubriekCijfers) -> Blok:
        """The category *r* with its cards."""
        uitleg = self.dataset.tekst(f"{self.kwartaal}/rubrieken/{r.rubriek}")
        parts = _parts(r.posten)
        inside = {part.slug for found in parts.values() for part in found}
        cards = [self._kaart(p, parts) for p in r.posten if p.slug not in inside]
        told = [k for k in cards if k.regels or k.tekst or k.onderdelen]
        totals = tuple((self._about[i].kort, t) for i, t in r.totalen.items() if t.verwacht)
        return Blok(
            rubriek=r.rubriek,
            naam=r.naam,
            uitleg=uitleg,
            totalen=totals,
            dekking=tuple(
                (f"{notation.zin(name)}: ", *zinnen.dekking(t)) for name, t in totals if t.ontbreekt
            ),
            kaarten=tuple(told),
            genoemd=tuple(k for k in cards if k not in told),
            projecten=len(r.posten),
        )

    def _kaart(self, post: Post, parts: Mapping[str, Sequence[Post]]) -> Kaart:
        project = post.project
        status = post.status
        counted = tuple(self._counted(post, i) for i in self.dataset.programma.counted)
        return Kaart(
            slug=post.slug,
            url=project_url(post.slug),
            naam=post.naam,
            noot=project.noot,
            fase=zinnen.fase(post),
            reden=status.reden if status and status.fase.ended else None,
            regels=tuple(self._regels(post)),
            tellend=counted,
            turf=self._strokes(self.dataset.programma.counted[-1], counted[-1][0]),
            sinds=self._since(post),
            tekst=self.dataset.tekst(f"{self.kwartaal}/projecten/{post.slug}"),
            stand_van=post.stand_van if post.stand_van != self.kwartaal else None,
            toelichtingen=explanations(post.stand),
            bronnen=sources(self.dataset, post.stand),
            buiten=project.buiten_regionale_doelen,
            opgevolgd_door=tuple(
                (self.dataset.projecten[s].naam, project_url(s))
                for s in project.opgevolgd_door
                if s in self.dataset.projecten
            ),
            onderdelen=tuple(self._kaart(part, parts) for part in parts[post.slug]),
        )

    def _since(self, post: Post) -> Grafiek | None:
        vorige = self.cijfers.vorige
        return verloop.sinds(self.dataset, post, vorige, self.kwartaal) if vorige else None

    def _regels(self, post: Post) -> list[Regel]:
        """The figures of the stand, the counted ones that lack beside them, and every goal."""
        known = any(w.getal is not None or w.nvt for w in post.cijfers.values())
        if not known and not post.doelen:
            return []
        counted = self.dataset.programma.counted if post.cijfers else ()
        expected = post.project.indicatoren
        lacking = [i for i in counted if expected is None or i in expected]
        wanted = {*post.cijfers, *post.doelen, *lacking}
        return [self._regel(post, i) for i in self._about if i in wanted]

    def _regel(self, post: Post, indicator: str) -> Regel:
        about = self._about[indicator]
        counted = self.dataset.programma.counted
        figure = post.cijfers.get(indicator, NIET_GEMELD)
        strokes = self._strokes(indicator, figure) if indicator in counted else None
        return Regel(
            naam=post.project.labels.get(indicator, about.kort),
            waarde=figure,
            turf=strokes,
            doel=post.doelen.get(indicator),
            tussendoel=post.tussendoelen.get(indicator),
            groei=self.groei(post.groei.get(indicator, NIET_GEMELD)),
        )

    def _counted(self, post: Post, indicator: str) -> tuple[Waarde, str | None]:
        """A figure for the overview, and why it is not added."""
        figure = post.cijfers.get(indicator, NIET_GEMELD)
        why = None
        if figure.getal is not None and post.project.buiten_regionale_doelen:
            why = _("telt niet mee voor de regionale doelen")
        elif figure.getal is not None and indicator in post.meegeteld_in:
            owner = self.dataset.projecten[post.meegeteld_in[indicator]]
            why = _("telt mee in {naam}").format(naam=owner.name_in(self.kwartaal))
        return figure, why

    def _strokes(self, indicator: str, w: Waarde) -> Turf:
        return Turf(((str(self.dataset.programma.rang(indicator)), w.kaal),), self.stuk)

    def groei(self, w: Waarde) -> Zin:
        """What came in addition since the previous edition."""
        vorige = self.cijfers.vorige
        return zinnen.groei(w, notation.kwartaal(vorige)) if vorige else ()


def _parts(posten: Sequence[Post]) -> dict[str, list[Post]]:
    """Per project the parts that are shown under it: each under the first whole that has it."""
    waiting = {post.slug: post for post in posten}
    found: dict[str, list[Post]] = {}
    for post in posten:
        mine = [part for part in post.project.onderdelen if part in waiting and part != post.slug]
        found[post.slug] = [waiting.pop(part) for part in mine]
    return found
