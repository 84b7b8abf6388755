"""Changes → the files of data/ as they will be, each other line as it was."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from waw_site import dataset as ds
from waw_site.dataset import Dataset
from waw_site.places import Loc
from waw_site.tree import parse
from waw_site.werkboek import redactie, vorm
from waw_site.werkboek.opgave import Opgave
from waw_site.werkboek.redactie import RedactieError, Stijl
from waw_site.werkboek.tabel import Bezwaar
from waw_site.werkboek.vergelijken import Mutatie

_STAND = ("cijfers", "verdelingen", "eindstand", "voorlopig", "toelichting", "feiten", "bron")
_PROJECT = tuple(
    "naam namen noot sector soort doelgroepen partners onderdelen indicatoren labels doelen status "
    "opgevolgd_door".split()
)
_VELD: dict[str, Loc] = {"bron": ("bron", "document"), "kop": ("bron", "kop")}

Lees = Callable[[str], bytes]  # a file of data/ by its path


def pas_toe(
    dataset: Dataset, mutaties: Iterable[Mutatie], lees: Lees
) -> tuple[dict[str, bytes], list[Bezwaar]]:
    """The files that change, by path from data/ on; and what could not be put into them."""
    files: dict[str, list[Mutatie]] = {}
    for mutatie in mutaties:
        files.setdefault(mutatie.pad, []).append(mutatie)
    made: dict[str, bytes] = {}
    wrong: list[Bezwaar] = []
    for path, changes in files.items():
        if path not in dataset.places and not any(w.kolom == "bron" for w in changes):
            continue  # a new position without a source was refused already
        bestand = _Bestand(dataset, path, changes)
        try:
            if path in dataset.places:
                made[path] = bestand.wijzig(lees(path).decode()).encode()
            else:
                made[path] = bestand.nieuw(lees).encode()
        except RedactieError as error:
            hint = f"Pas {path} met de hand aan, en haal het uit het werkboek."
            message = f"Dit kan niet vanzelf in {path} worden gezet ({error})."
            wrong.append(Bezwaar(changes[0].plaats, message, hint))
    return made, wrong


class _Bestand:
    """One file and its changes."""

    def __init__(self, dataset: Dataset, path: str, changes: Sequence[Mutatie]) -> None:
        self.dataset = dataset
        self.path = path
        self.kwartaal, self.slug = changes[0].kwartaal, changes[0].regel.slug
        self.heel = [w for w in changes if not w.regel.naar]
        self.delen = [w for w in changes if w.regel.naar]

    def wijzig(self, text: str) -> str:
        """*text* with every change in it."""
        for w in self.heel:
            text = self._heel(text, w)
        for naar in dict.fromkeys(w.regel.naar for w in self.delen):
            text = self._verdeling(text, naar)
        return text

    def _heel(self, text: str, w: Mutatie) -> str:
        if isinstance(w.wordt, Opgave):
            return _cijfer(text, ("cijfers", w.kolom.removeprefix("cijfer.")), w.wordt)
        if w.kolom == "status":
            return self._status(text, str(w.wordt))
        loc = _VELD.get(w.kolom, (w.kolom,))
        if w.wordt is None:
            return redactie.weg(text, loc)
        return redactie.zet(text, loc, w.wordt, _PROJECT if w.kolom == "sector" else _STAND)

    def _status(self, text: str, fase: str) -> str:
        """A new turn in the life of the project, or another word for the one of this quarter."""
        known = self.dataset.projecten[self.slug].status
        now = [n for n, s in enumerate(known) if s.vanaf is None or s.vanaf <= self.kwartaal]
        if now and known[now[-1]].vanaf == self.kwartaal:
            return redactie.zet(text, ("status", now[-1], "fase"), fase)
        if len(now) < len(known):
            raise RedactieError(f"na {self.kwartaal} staat er al een fase")
        turn = {"fase": fase, "vanaf": str(self.kwartaal)}
        return redactie.zet(text, ("status", len(known)), turn, _PROJECT)

    def _verdeling(self, text: str, naar: tuple[str, ...]) -> str:
        stand: Any = parse("", text.encode()).value
        known: list[Any] = stand.get("verdelingen") or []
        same = [n for n, v in enumerate(known) if v["naar"] == list(naar)]
        groups = self._per_indicator(naar)
        if not same:
            item = {"naar": list(naar), "cijfers": {i: _boom(d) for i, d in groups.items()}}
            return redactie.zet(text, ("verdelingen", len(known)), item, _STAND)
        for indicator, parts in groups.items():
            own = next((n for n in same if indicator in known[n]["cijfers"]), None)
            if own is None:
                loc: Loc = ("verdelingen", same[0], "cijfers", indicator)
                text = redactie.zet(text, loc, _boom(parts))
                continue
            for deel, number in parts.items():
                text = redactie.zet(text, ("verdelingen", own, "cijfers", indicator, *deel), number)
        return text

    def _per_indicator(self, naar: tuple[str, ...]) -> dict[str, dict[tuple[str, ...], int]]:
        """The new number of each part, in the order of the dimension."""
        order = list(vorm.delen(self.dataset.programma, naar).namen)
        rows = [w for w in self.delen if w.regel.naar == naar]
        groups: dict[str, dict[tuple[str, ...], int]] = {}
        for w in sorted(rows, key=lambda w: order.index("+".join(w.regel.deel))):
            if isinstance(w.wordt, Opgave) and isinstance(w.wordt.waarde, int):
                groups.setdefault(w.kolom.removeprefix("cijfer."), {})[w.regel.deel] = (
                    w.wordt.waarde
                )
        return groups

    def nieuw(self, lees: Lees) -> str:
        """A whole new position, written as the one before it was."""
        own = {w.kolom: w.wordt for w in self.heel}
        figures = [i for i in self.dataset.programma.indicatoren if f"cijfer.{i}" in own]
        stand: dict[str, Any] = {"cijfers": {i: _plat(own[f"cijfer.{i}"]) for i in figures}}
        verdelingen = [
            {
                "naar": list(naar),
                "cijfers": {i: _boom(d) for i, d in self._per_indicator(naar).items()},
            }
            for naar in dict.fromkeys(w.regel.naar for w in self.delen)
        ]
        if verdelingen:
            stand["verdelingen"] = verdelingen
        stand |= {k: own[k] for k in ("eindstand", "voorlopig", "toelichting") if k in own}
        bron = {"document": own["bron"]} | ({"kop": own["kop"]} if "kop" in own else {})
        return redactie.schrijf(stand | {"bron": bron}, self._stijl(lees), _STAND)

    def _stijl(self, lees: Lees) -> Stijl:
        """That of the nearest position of the project, or of any other."""
        standen = self.dataset.standen
        own = sorted(standen.get(self.slug, {}), key=lambda k: (k > self.kwartaal, k))
        before = [k for k in own if k < self.kwartaal] or own
        if before:
            return Stijl.van(lees(ds.stand_path(self.slug, before[-1])).decode())
        for slug, others in standen.items():
            for kwartaal in sorted(others, reverse=True):
                return Stijl.van(lees(ds.stand_path(slug, kwartaal)).decode())
        return Stijl()


def _cijfer(text: str, loc: Loc, figure: Opgave) -> str:
    """Put a figure where one may stand with notes of its own, which stay."""
    stand: Any = parse("", text.encode()).value
    known = (stand.get("cijfers") or {}).get(loc[-1])
    if not isinstance(known, Mapping):
        return redactie.zet(text, loc, _plat(figure), _STAND)
    text = redactie.zet(text, (*loc, "waarde"), figure.waarde)
    if figure.kwalificatie:
        return redactie.zet(
            text, (*loc, "kwalificatie"), figure.kwalificatie, ("waarde", "kwalificatie")
        )
    return redactie.weg(text, (*loc, "kwalificatie")) if "kwalificatie" in known else text


def _plat(figure: Any) -> Any:
    """A figure as short as it can be written."""
    if isinstance(figure, Opgave) and figure.kwalificatie:
        return {"waarde": figure.waarde, "kwalificatie": figure.kwalificatie}
    return figure.waarde if isinstance(figure, Opgave) else figure


def _boom(parts: Mapping[tuple[str, ...], int]) -> dict[str, Any]:
    """Parts as the YAML nests them: by the first dimension, and then by the second."""
    tree: dict[str, Any] = {}
    for deel, number in parts.items():
        if len(deel) == 1:
            tree[deel[0]] = number
        else:
            tree.setdefault(deel[0], {})[deel[1]] = number
    return tree
