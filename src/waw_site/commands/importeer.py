"""Take figures from a workbook that was filled: all of them, or none."""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from waw_site import dataset as ds
from waw_site import report
from waw_site.cache import Cache
from waw_site.check.figures import BIJ_CIJFER
from waw_site.check.verdelingen import IN_TOELICHTING
from waw_site.commands.shared import (
    FINE,
    WRONG_INPUT,
    named,
    opened,
    rhythm,
    show,
    told,
    where,
)
from waw_site.dataset import Dataset
from waw_site.invoer import Input, inspect
from waw_site.options import MisuseError, Options
from waw_site.problem import Ernst, Place, Problem, nearest, oorzaak
from waw_site.werkboek import neerzetten, verslag
from waw_site.werkboek.duiden import Opgaven, duid
from waw_site.werkboek.tabel import Bezwaar, Inzending, OnleesbaarError, Plaats
from waw_site.werkboek.toepassen import pas_toe
from waw_site.werkboek.vergelijken import Mutatie, Uitslag, vergelijk

_MEEST = 10_000_000  # bytes; more than any reader accepts


def run(options: Options) -> int:
    """Read, compare, check and only then write; says how git undoes it."""
    if not options.wat:
        raise MisuseError("Zeg welk werkboek: import cijfers.xlsx.")
    path = Path(options.wat[0])
    data = _bytes(path)
    found, _ = opened(options)
    dataset = found.dataset
    if dataset is None or dataset.unreadable:  # what cannot be read cannot be changed
        return _geweigerd(found.grave(strict=False))
    if ongelezen := _ongelezen(options, found, dataset):  # what is there would be written over
        return _geweigerd(ongelezen)
    rhythm(options.kwartaal, dataset)
    if options.bron and options.bron not in dataset.bronnen:
        hint = nearest(options.bron, dataset.bronnen)
        raise MisuseError(f"Het document “{options.bron}” staat niet in bronnen.yaml. {hint}")
    try:
        inzending = _lees(path, data)
    except OnleesbaarError as error:
        return _geweigerd([Problem(Place(where(path)), error.melding, error.hint)])
    opgaven, bezwaren = duid(dataset, inzending, options.kwartaal)
    if not opgaven and not bezwaren:
        van = f" van {options.kwartaal}" if options.kwartaal else ""
        return _geweigerd([Problem(Place(where(path)), f"In dit bestand staan geen cijfers{van}.")])
    uitslag = vergelijk(dataset, opgaven, options.bron)
    return _Import(options, path, found, dataset, opgaven, uitslag).verwerk(bezwaren)


def _ongelezen(options: Options, found: Input, dataset: Dataset) -> list[Problem]:
    """What is wrong with files of projects that are there and were not read at all."""
    folder = where(options.data).replace(os.sep, "/")
    below = ((p, p.place.path.removeprefix(f"{folder}/")) for p in found.grave(strict=False))
    return [
        p
        for p, path in below
        if path.partition("/")[0] == neerzetten.PROJECTEN and f"data/{path}" not in dataset.places
    ]


def _bytes(path: Path) -> bytes:
    """What the file holds, or as much of it as tells that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(_MEEST)
    except OSError as error:
        raise MisuseError(f"{where(path)} kan niet worden gelezen: {oorzaak(error)}.") from None


def _lees(path: Path, data: bytes) -> Inzending:
    """The tables of the file, by what it is called; only here are its readers needed."""
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        from waw_site.werkboek import komma

        return komma.lees(data)
    from waw_site.werkboek import lezen

    return lezen.lees(data)


def _geweigerd(problems: Sequence[Problem]) -> int:
    show(tuple(problems), sys.stderr)
    print(f"{report.counts(problems)}. Er is niets gewijzigd.", file=sys.stderr)
    return WRONG_INPUT


@dataclass(frozen=True)
class _Import:
    """What is asked, what stands, and what the workbook would change in it."""

    options: Options
    path: Path
    found: Input
    dataset: Dataset
    opgaven: Opgaven
    uitslag: Uitslag

    def verwerk(self, bezwaren: Sequence[Bezwaar]) -> int:
        """Tell everything; write when all of it fits."""
        for line in verslag.vertel(self.dataset, self.uitslag):
            print(line)
        files, lastig = pas_toe(self.dataset, self.uitslag.mutaties, self._lees)
        found = sorted({*bezwaren, *self.uitslag.bezwaren, *lastig})
        wrong = [bezwaar for bezwaar in found if bezwaar.ernst is Ernst.FOUT]
        sound = self._gave(wrong, files)
        with told("De proef met de nieuwe cijfers kon"):
            later = [*self._gevolgen(sound)] if sound else []
        after = [bezwaar.problem(where(self.path)) for bezwaar in found] + later
        problems = [p for p in after if p.ernst is Ernst.FOUT and not _in_tekst(p)]
        if problems:
            return _geweigerd(problems)
        code = self._schrijf(files)
        if after:
            print("\nKijk hierna nog naar:")
            show(tuple(after), sys.stdout)
        return code

    def _lees(self, path: str) -> bytes:
        return self._pad(path).read_bytes()

    def _pad(self, path: str) -> Path:
        return self.options.data / path.removeprefix("data/")

    def _gave(self, wrong: Sequence[Bezwaar], files: Mapping[str, bytes]) -> dict[str, bytes]:
        """The files of projects of which no cell was refused: what else is wrong there is told."""
        rows = {(b.plaats.nummer, b.plaats.rij) for b in wrong}
        hurt = set()
        for per_regel in self.opgaven.values():
            for regel, row in per_regel.items():
                at = (row.plaats.nummer, row.plaats.rij)
                if at in rows:
                    hurt.add(regel.slug)
                    rows.discard(at)
        if rows:  # of whom that row is, is not known
            return {}
        return {path: data for path, data in files.items() if path.split("/")[2] not in hurt}

    def _gevolgen(self, files: Mapping[str, bytes]) -> Iterator[Problem]:
        """What `check` would say of the changed data, and does not say now; by cell if it can."""
        with tempfile.TemporaryDirectory(prefix="waw-") as folder:
            data = neerzetten.kopie(self.options.data, files, Path(folder) / "data")
            then = inspect(data, self.options.content, Cache.none(), self.options.on)
        now = Counter((p.place.path, p.melding) for p in self.found.problems)
        shown_as = named(then.problems, self.options)
        for problem, shown in zip(then.problems, shown_as, strict=True):
            key = (shown.place.path, shown.melding)
            now[key] -= 1
            if now[key] < 0:
                yield self._bij_cel(problem, then) or shown

    def _bij_cel(self, problem: Problem, then: Input) -> Problem | None:
        """*problem* at the cell that it comes from; None when it is in no file that changes."""
        changes = [w for w in self.uitslag.mutaties if w.pad == problem.place.path]
        w = next((w for w in changes if _staat(w, then, problem.place)), None)
        plaats = w.plaats if w else changes[0].plaats if changes else self._rij(problem.place.path)
        if plaats is None:
            return None
        said = Bezwaar(plaats, problem.melding, _in_cel(problem), problem.ernst)
        return said.problem(where(self.path))

    def _rij(self, path: str) -> Plaats | None:
        """The row of the project and quarter whose file is at *path*."""
        rows = (
            row.plaats
            for kwartaal, per_regel in self.opgaven.items()
            for regel, row in per_regel.items()
            if path == ds.stand_path(regel.slug, kwartaal)
        )
        return next(rows, None)

    def _schrijf(self, files: Mapping[str, bytes]) -> int:
        if not files:
            print("Niets gewijzigd: het werkboek zegt wat er al staat.")
            return FINE
        if self.options.dry_run:
            counted = verslag.geteld(self.uitslag.mutaties, len(files))
            print(f"\n{counted} mogelijk; er is niets geschreven (--dry-run).")
            return FINE
        known = [self._pad(path) for path in files if path in self.dataset.places]
        new = [self._pad(path) for path in files if path not in self.dataset.places]
        back = list(verslag.terug(self.options.data, known, new))
        with told("De cijfers konden"):
            try:
                neerzetten.zet(self.options.data, files)
            except neerzetten.TussendoorError:
                message = "Iemand bewaarde net een bestand in deze map; er is niets gewijzigd."
                raise MisuseError(f"{message} Probeer het opnieuw.") from None
        print(f"\n{verslag.geteld(self.uitslag.mutaties, len(files))}.")
        print("\n".join(back))
        return FINE


def _in_cel(problem: Problem) -> str:
    """The hint of *problem* for who fills a workbook, where no figure has an explanation."""
    path, empty = problem.place.path, "en laat deze cel leeg."
    verdeling = f"Zet de verdeling met een toelichting in {path}, {empty}"
    hint = problem.hint.replace(IN_TOELICHTING, verdeling)
    if BIJ_CIJFER in hint:
        hint = hint.replace(BIJ_CIJFER, f"Schrijf dan in {path} bij het cijfer zelf")
        hint = f"{hint.removesuffix('.')}, {empty}"
    return hint


def _in_tekst(problem: Problem) -> bool:
    """Whether it is in a text, which can be mended only when the figure is there."""
    return "/content/" in f"/{problem.place.path}" or problem.place.path.endswith(".md")


def _staat(w: Mutatie, then: Input, place: Place) -> bool:
    """Whether the value of *w* stands on the line of *place* in the changed file."""
    if then.dataset is None or w.pad not in then.dataset.places:
        return False
    indicator = w.kolom.removeprefix("cijfer.")
    loc: tuple[str | int, ...] = ("cijfers", indicator) if indicator != w.kolom else (w.kolom,)
    if not w.regel.naar:
        return then.dataset.value(w.pad, *loc).line == place.line
    places = then.dataset.places[w.pad].values
    return any(
        loc[:1] == ("verdelingen",)
        and indicator in loc
        and loc[-len(w.regel.deel) :] == w.regel.deel
        for loc, (line, _) in places.items()
        if line == place.line
    )
