"""Figures through time: a dot is a reading, a missing one breaks the line, a flag is a goal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from waw_site import notation
from waw_site.chart.spec import Punt, Reeks, Tijdlijn, Vlag
from waw_site.chart.style import GROOT, KRAP, LETTER, LIJN, STREEP, Blad, room, ticks
from waw_site.kwartaal import Kwartaal
from waw_site.notation import getal

_BOTTOM, _ROW, _PLOT = 40, 22, 300
_NAME = 20  # letters to a line of a name beside its line
_AROUND = (  # where the figure of a dot may stand, the best place first
    (-6, -11, "end"),
    (0, -13, "middle"),
    (0, 27, "middle"),
    (-13, 7, "end"),
    (13, 7, "start"),
    (6, -13, "start"),
    (6, 27, "start"),
)
_DOT = (4.5, 6, 7.5)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Quarters and numbers → pixels; the rows above `top` hold names and goals."""

    van: Kwartaal
    kwartalen: int
    hoogste: float
    left: float
    right: float
    top: float
    bottom: float

    def x(self, kwartaal: Kwartaal) -> float:
        """The end of a quarter."""
        passed = kwartaal.index - self.van.index + 1
        return self.left + (self.right - self.left) * passed / self.kwartalen

    def y(self, number: float) -> float:
        """A number; 0 is the axis."""
        return self.bottom - (self.bottom - self.top) * number / self.hoogste


@dataclass(slots=True)
class _Labels:
    """The texts beside the dots: a text that would touch another is left out; the table has it."""

    blad: Blad
    left: float
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def block(self, x: float, y: float, size: float) -> None:
        """Keep a square around (*x*, *y*) free of texts."""
        self.taken.append((x - size, y - size, x + size, y + size))

    def pole(self, x: float, y: float) -> None:
        """Keep the pole of a flag at (*x*, *y*) and the flag itself free of texts."""
        self.taken.append((x - 28, y, x + 2, y + 18))
        self.taken.append((x - 2, 0, x + 2, y + 34))

    def put(self, x: float, y: float, text: str, klasse: str, anker: str = "start") -> bool:
        """Write *text* on baseline *y*, if it stays on the sheet and clear of all others."""
        letter = GROOT if klasse == "tekst-groot" else LETTER
        width = room(text, letter)
        left = {"start": x, "middle": x - width / 2, "end": x - width}[anker]
        box = (left - 2, y - letter * 0.85, left + width + 2, y + letter * 0.25)
        fits = left >= self.left and left + width <= self.blad.breedte
        if not fits or any(_touch(box, other) for other in self.taken):
            return False
        self.taken.append(box)
        self.blad.tekst(x, y, text, klasse, anker)
        return True


def _touch(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def draw(lijn: Tijdlijn, breedte: int) -> Blad:
    """Draw *lijn*; the axis begins at 0. On a narrow sheet the names stand above the lines."""
    named = [r for r in lijn.reeksen if r.naam and _known(r)]
    above = named if breedte <= KRAP else []
    top = 18 + _ROW * (len(above) + len(lijn.vlaggen))
    blad = Blad(breedte, top + _PLOT + _BOTTOM)
    scale = _scale(lijn, blad, top, beside=not above)
    labels = _Labels(blad, scale.left)
    _axes(blad, lijn, scale)
    for row, reeks in enumerate(above):
        _name(blad, reeks, 14 + _ROW * row)
    flags = sorted(lijn.vlaggen, key=lambda vlag: -vlag.kwartaal.index)
    edge = float(breedte)
    for row, vlag in enumerate(flags):
        _flag(blad, vlag, scale, 16 + _ROW * (len(above) + row), edge)
        edge = scale.x(vlag.kwartaal) - 6
        labels.pole(scale.x(vlag.kwartaal), scale.y(vlag.getal))
    if len(lijn.reeksen) == 1 and flags:
        _needed(blad, lijn.reeksen[0], flags, scale)
    for reeks in lijn.reeksen:
        _line(blad, reeks, scale)
        for punt in _known(reeks):
            labels.block(scale.x(punt.kwartaal), scale.y(punt.waarde.getal or 0), _DOT[-1])
    _last_labels(labels, lijn, scale, beside=not above)
    for reeks in reversed(lijn.reeksen):
        for punt in _known(reeks)[:-1]:
            _label(labels, punt, scale)
    return blad


def _known(reeks: Reeks) -> list[Punt]:
    return [punt for punt in reeks.punten if punt.waarde.getal is not None]


def _scale(lijn: Tijdlijn, blad: Blad, top: float, *, beside: bool) -> _Scale:
    numbers = [p.waarde.getal or 0 for r in lijn.reeksen for p in r.punten]
    highest = max([*numbers, *(vlag.getal for vlag in lijn.vlaggen)], default=0) * 1.04 or 1
    last = [_known(r)[-1].label for r in lijn.reeksen if _known(r)]
    names = [line for r in lijn.reeksen for line in wrap(r.naam, _NAME)] if beside else []
    widths = [*(room(text, GROOT) for text in last), *(room(name) for name in names)]
    margin = max(widths, default=0) + 18
    if margin > blad.breedte * 0.4:  # there the last figures stand above their dots
        margin = 24
    return _Scale(
        van=lijn.van,
        kwartalen=lijn.tot_en_met.index - lijn.van.index + 1,
        hoogste=highest,
        left=room(getal(ticks(highest)[-1])) + 12,
        right=blad.breedte - margin,
        top=top,
        bottom=top + _PLOT,
    )


def _axes(blad: Blad, lijn: Tijdlijn, scale: _Scale) -> None:
    for number in ticks(scale.hoogste):
        y = scale.y(number)
        blad.lijn([(scale.left, y), (scale.right, y)], "raster")
        blad.tekst(scale.left - 9, y + 5, getal(number), "as-tekst", "end")
    ritme = lijn.van.ritme
    for n, first in enumerate(range(0, scale.kwartalen, ritme.per_blok)):
        start = scale.x(lijn.van + (first - 1))
        end = scale.x(lijn.van + min(first + ritme.per_blok - 1, scale.kwartalen - 1))
        look = "vlak-inkt" if n % 2 == 0 else "vlak-open"
        blad.vlak(start, scale.bottom, end - start, 6, look)
    years = range(lijn.van.jaar, lijn.tot_en_met.jaar + 1)
    each = (scale.right - scale.left) / max(len(years), 1)
    wide = each > room("2024") + 6
    step = next(n for n in (1, 2, 5, 10, 20, 50) if wide or n * each > room("’24") + 6 or n == 50)
    for jaar in years:
        left, right = max(ritme.van(jaar, 1), lijn.van), min(ritme.van(jaar, 12), lijn.tot_en_met)
        middle = (scale.x(left.previous) + scale.x(right)) / 2
        if jaar % step == 0:
            text = str(jaar) if wide else f"’{jaar % 100:02d}"
            blad.tekst(middle, scale.bottom + 27, text, "as-tekst", "middle")


def _line(blad: Blad, reeks: Reeks, scale: _Scale) -> None:
    rank = min(reeks.soort, 2)
    for run in _runs(reeks.punten):
        points = [(scale.x(p.kwartaal), scale.y(p.waarde.getal or 0)) for p in run]
        if len(points) > 1:
            blad.lijn(points, f"lijn-{rank}", dik=LIJN[rank], streep=STREEP[rank])
    known = _known(reeks)
    crowded = len(known) > (scale.right - scale.left) / (_DOT[-1] * 3)
    for punt in known:
        x, y = scale.x(punt.kwartaal), scale.y(punt.waarde.getal or 0)
        look = f"stip-open-{rank}" if punt.waarde.kwalificatie else f"stip-{rank}"
        blad.stip(x, y, _DOT[rank] / 2 if crowded else _DOT[rank], look)
    for punt in reeks.punten:
        if punt.waarde.getal is None:
            x, y = scale.x(punt.kwartaal), scale.bottom
            blad.kader(x - 4, y - 12, 8, 8, "verborgen" if punt.waarde.verborgen else "ontbreekt")


def _runs(punten: Sequence[Punt]) -> Iterator[list[Punt]]:
    """The stretches between gaps."""
    run: list[Punt] = []
    for punt in punten:
        if punt.waarde.getal is None or punt.los:
            yield run
            run = []
        else:
            run.append(punt)
    yield run


def _needed(blad: Blad, reeks: Reeks, flags: Sequence[Vlag], scale: _Scale) -> None:
    """From the last reading to the goal that holds, dotted: what is still to come."""
    known = _known(reeks)
    goal = next((vlag for vlag in flags if vlag.geldt), None)
    if goal and known and known[-1].kwartaal < goal.kwartaal:
        last = known[-1]
        if (last.waarde.getal or 0) < goal.getal:
            start = (scale.x(last.kwartaal), scale.y(last.waarde.getal or 0))
            end = (scale.x(goal.kwartaal), scale.y(goal.getal))
            blad.lijn([start, end], "nodig", dik=2, streep=(2, 5))


def _label(labels: _Labels, punt: Punt, scale: _Scale, *, last: bool = False) -> None:
    """The figure of a reading, where around it there is room; of the *last* one else below it."""
    x, y = scale.x(punt.kwartaal), scale.y(punt.waarde.getal or 0)
    for dx, dy, anker in _AROUND:
        if y + dy < scale.bottom - 6 and labels.put(
            x + dx, y + dy, punt.label, "tekst-groot", anker
        ):
            return


def _name(blad: Blad, reeks: Reeks, y: float) -> None:
    rank = min(reeks.soort, 2)
    blad.lijn([(1, y - 5), (25, y - 5)], f"lijn-{rank}", dik=LIJN[rank], streep=STREEP[rank])
    blad.tekst(34, y, reeks.naam, "tekst-inkt")


def _last_labels(labels: _Labels, lijn: Tijdlijn, scale: _Scale, *, beside: bool) -> None:
    """Each line's last figure and name beside it, pushed apart where lines end close together."""
    ends = sorted(
        ((scale.y(_known(r)[-1].waarde.getal or 0), r) for r in lijn.reeksen if _known(r)),
        key=lambda end: -end[0],
    )
    floor = scale.bottom - 4
    for y, reeks in ends:
        last = _known(reeks)[-1]
        rows = 2 if reeks.naam and beside else 1
        base = min(y + (30 if lijn.vlaggen else 7), floor - _ROW * (rows - 1))
        x = scale.x(last.kwartaal) + (4 if lijn.vlaggen else 13)
        if not labels.put(x, base, last.label, "tekst-groot"):
            _label(labels, last, scale, last=True)
        for n, line in enumerate(wrap(reeks.naam, _NAME) if rows == 2 else ()):
            labels.put(x, base + _ROW - 2 + (LETTER + 2) * n, line, "tekst-inkt")
        floor = base - _ROW


def _flag(blad: Blad, vlag: Vlag, scale: _Scale, row: float, edge: float) -> None:
    """A pole from the words above down to the goal, where the flag hangs; words end at *edge*."""
    x, y = scale.x(vlag.kwartaal), scale.y(vlag.getal)
    blad.lijn([(x, y + 34), (x, row + 5)], "as", dik=1.5)
    look = "vlak-inkt" if vlag.geldt else "vlak-open"
    blad.veelhoek([(x, y), (x - 28, y + 9), (x, y + 18)], look)
    short = f"{vlag.naam}: {getal(vlag.getal)}"
    full = f"{short}, {notation.einde(vlag.kwartaal)}"
    text = full if room(full) <= edge else short
    klasse = "tekst-sterk" if vlag.geldt else "tekst-inkt"
    blad.tekst(min(max(x, room(text)), edge), row, text, klasse, "end")
