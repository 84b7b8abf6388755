"""Figures through time: a dot is a reading, a missing one breaks the line, a flag is a goal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waw_site.chart.spec import Punt, Reeks, Tijdlijn, Vlag
from waw_site.chart.style import KRAP, Blad, room, ticks
from waw_site.kwartaal import Kwartaal
from waw_site.notation import getal

_BOTTOM, _ROW, _PLOT = 40, 20, 300
_LINE = (1.75, 3, 5)


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


def draw(lijn: Tijdlijn, breedte: int) -> Blad:
    """Draw *lijn*; the axis begins at 0. On a narrow sheet the names stand above the lines."""
    named = [r for r in lijn.reeksen if r.naam and _known(r)]
    above = named if breedte <= KRAP else []
    top = 14 + _ROW * (len(above) + len(lijn.vlaggen))
    blad = Blad(breedte, top + _PLOT + _BOTTOM)
    scale = _scale(lijn, blad, top, beside=not above)
    _axes(blad, lijn, scale)
    for row, reeks in enumerate(above):
        _name(blad, reeks, 12 + _ROW * row)
    for row, vlag in enumerate(lijn.vlaggen):
        _flag(blad, vlag, scale, 14 + _ROW * (len(above) + row))
    for reeks in lijn.reeksen:
        _line(blad, reeks, scale)
    _last_labels(blad, lijn, scale, beside=not above)
    return blad


def _known(reeks: Reeks) -> list[Punt]:
    return [punt for punt in reeks.punten if punt.waarde.getal is not None]


def _scale(lijn: Tijdlijn, blad: Blad, top: float, *, beside: bool) -> _Scale:
    numbers = [p.waarde.getal or 0 for r in lijn.reeksen for p in r.punten]
    highest = max([*numbers, *(vlag.getal for vlag in lijn.vlaggen)], default=0) * 1.04 or 1
    last = [_known(r)[-1].label for r in lijn.reeksen if _known(r)]
    names = [r.naam for r in lijn.reeksen] if beside else []
    margin = max((room(text) for text in [*last, *names]), default=0) + 18
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
        blad.tekst(scale.left - 9, y + 5, getal(number), anker="end")
    for half in range(0, scale.kwartalen, 2):
        start, end = (
            scale.x(lijn.van + (half - 1)),
            scale.x(lijn.van + min(half + 1, scale.kwartalen - 1)),
        )
        blad.vlak(
            start, scale.bottom, end - start, 6, "vlak-inkt" if half % 4 == 0 else "vlak-open"
        )
    years = range(lijn.van.jaar, lijn.tot_en_met.jaar + 1)
    wide = (scale.right - scale.left) / max(len(years), 1) > 44
    for jaar in years:
        first, last = max(Kwartaal(jaar, 1), lijn.van), min(Kwartaal(jaar, 4), lijn.tot_en_met)
        middle = (scale.x(first.previous) + scale.x(last)) / 2
        text = str(jaar) if wide else f"’{jaar % 100:02d}"
        if wide or len(years) < 12 or jaar % 5 == 0:
            blad.tekst(middle, scale.bottom + 27, text, anker="middle")


def _line(blad: Blad, reeks: Reeks, scale: _Scale) -> None:
    rank = min(reeks.soort, 2)
    for run in _runs(reeks.punten):
        points = [(scale.x(p.kwartaal), scale.y(p.waarde.getal or 0)) for p in run]
        if len(points) > 1:
            blad.lijn(points, f"lijn-{rank}", dik=_LINE[rank])
    known = _known(reeks)
    labelled = _sparse(known, scale)
    for punt in known:
        x, y = scale.x(punt.kwartaal), scale.y(punt.waarde.getal or 0)
        blad.stip(x, y, 6, "stip-open" if punt.waarde.kwalificatie else f"stip-{rank}")
        if punt in labelled:
            blad.tekst(
                max(x - 8, scale.left + room(punt.label)), y - 11, punt.label, "tekst-sterk", "end"
            )
    for punt in reeks.punten:
        if punt.waarde.getal is None:
            x, y = scale.x(punt.kwartaal), scale.bottom
            blad.lijn(
                [(x - 4, y - 12), (x + 4, y - 12), (x + 4, y - 4), (x - 4, y - 4), (x - 4, y - 12)],
                "ontbreekt",
                streep=(2, 2),
            )


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


def _sparse(punten: Sequence[Punt], scale: _Scale) -> list[Punt]:
    """The readings but the last that have room for a label of their own."""
    kept: list[Punt] = []
    edge = -1.0
    for punt in punten[:-1]:
        x = scale.x(punt.kwartaal)
        if x - room(punt.label) > edge:
            kept.append(punt)
            edge = x
    return kept


def _name(blad: Blad, reeks: Reeks, y: float) -> None:
    rank = min(reeks.soort, 2)
    blad.lijn([(1, y - 5), (25, y - 5)], f"lijn-{rank}", dik=_LINE[rank])
    blad.tekst(34, y, reeks.naam)


def _last_labels(blad: Blad, lijn: Tijdlijn, scale: _Scale, *, beside: bool) -> None:
    """Each line's last figure and name beside it, pushed apart where lines end close together."""
    ends = sorted(
        ((scale.y(_known(r)[-1].waarde.getal or 0), r) for r in lijn.reeksen if _known(r)),
        key=lambda end: -end[0],
    )
    floor = scale.bottom - 4
    for y, reeks in ends:
        last = _known(reeks)[-1]
        rows = 2 if reeks.naam and beside else 1
        base = min(y + (24 if lijn.vlaggen else 6), floor - _ROW * (rows - 1))
        blad.tekst(scale.x(last.kwartaal) + 13, base, last.label, "tekst-sterk")
        if rows == 2:
            blad.tekst(scale.x(last.kwartaal) + 13, base + _ROW - 1, reeks.naam)
        floor = base - _ROW


def _flag(blad: Blad, vlag: Vlag, scale: _Scale, row: float) -> None:
    """A pole from the name above down to the goal, where the flag hangs."""
    x, y = scale.x(vlag.kwartaal), scale.y(vlag.getal)
    blad.lijn([(x, y + 34), (x, row - 12)], "as", dik=1.5)
    flag = [(x, y), (x - 24, y + 8), (x, y + 16)]
    blad.veelhoek(flag, "vlak-inkt" if vlag.geldt else "vlak-open")
    blad.tekst(
        x - 8,
        row,
        f"{vlag.naam}: {getal(vlag.getal)}",
        "tekst-sterk" if vlag.geldt else "tekst",
        "end",
    )
