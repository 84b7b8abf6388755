"""Pages → HTML, through the templates."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import count
from pathlib import Path
from posixpath import join

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup

from waw_site import notation, zin
from waw_site.afkortingen import Voluit, anker
from waw_site.cache import Store
from waw_site.catalogus import _, ngettext, taal
from waw_site.chart import Beeld
from waw_site.chart.spec import Plaat, Tekening
from waw_site.cijfers import Herstel
from waw_site.expressie import TEKEN
from waw_site.gegevens.bestanden import MAP
from waw_site.gegevens.tabel import csv_van_tabel
from waw_site.page import BEGRIPPEN, Page
from waw_site.page.grafiek import Grafiek
from waw_site.problem import Place
from waw_site.stijl import Kleuren
from waw_site.text import Tekst
from waw_site.waarde import Herkomst, Waarde
from waw_site.zin import Gebonden, Zin

Drawings = Mapping[Tekening, tuple[Beeld, ...]]
Prose = Callable[[str, int], str]


class Noten:
    """The footnotes of one page: numbered in the order in which the page refers to them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._times: Counter[str] = Counter()

    def ref(self, text: str) -> tuple[int, str]:
        """The number of the note, and an id for this reference to it."""
        number = self._numbers.setdefault(text, len(self._numbers) + 1)
        self._times[text] += 1
        again = f"-{self._times[text]}" if self._times[text] > 1 else ""
        return number, f"verwijzing-{number}{again}"

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return ((number, text) for text, number in self._numbers.items())

    def __len__(self) -> int:
        return len(self._numbers)


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A link from a figure to its row: the number of the row, and an id for the first of them."""

    nummer: int
    id: str | None


@dataclass(frozen=True, slots=True)
class Rij:
    """One row of the page of origins: a figure, and the words it was shown in."""

    nummer: int
    waarde: Waarde
    herkomst: Herkomst
    vormen: tuple[str, ...]


class Verwijzingen:
    """The figures of one page, numbered in the order in which it shows them."""

    def __init__(self) -> None:
        self._shown: dict[Herkomst, dict[str, None]] = {}
        self._figures: dict[Herkomst, Waarde] = {}
        self._numbers: dict[Herkomst, int] = {}

    def ref(self, waarde: Waarde, woorden: str) -> Verwijzing | None:
        """The row of *waarde*, shown here as *woorden*; None where its origin is not known."""
        if waarde.herkomst is None:
            return None
        number = self._numbers.setdefault(waarde.herkomst, len(self._numbers) + 1)
        new = waarde.herkomst not in self._figures
        self._figures.setdefault(waarde.herkomst, waarde)
        if woorden != notation.waarde(self._figures[waarde.herkomst]):
            self._shown.setdefault(waarde.herkomst, {})[woorden] = None
        return Verwijzing(number, f"cijfer-{number}" if new else None)

    @property
    def rijen(self) -> tuple[Rij, ...]:
        """All rows, in order."""
        return tuple(
            Rij(self._numbers[h], waarde, h, tuple(self._shown.get(h, ())))
            for h, waarde in self._figures.items()
        )


class _Compiled(BytecodeCache):
    """Compiled templates, kept in a store of the cache."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._store.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.put(bucket.key + bucket.checksum, bucket.bytecode_to_string())


class Renderer:
    """The templates, ready to make pages of."""

    def __init__(
        self,
        templates: Path,
        drawings: Drawings,
        prose: Prose,
        compiled: Store,
        *,
        gebonden: Mapping[str, Zin],
        voluit: Callable[[str], Voluit],
        vindplaats: Mapping[str, str],
        huis: tuple[str, Kleuren],
    ) -> None:
        self._huis = huis
        self._platen: dict[str, Plaat] = {}
        self._prose = prose
        self._gebonden = gebonden
        self._vindplaats = vindplaats
        self._refs = Verwijzingen()
        self._rows: dict[Herkomst, int] = {}
        self._files: dict[str, bytes] = {}  # what of the page can be fetched
        self._folder = ""
        self._hersteld: Mapping[Place | Herkomst, Herstel] = {}
        self._new_voluit = voluit
        self._voluit = voluit("")
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_Compiled(compiled),
            extensions=[InternationalizationExtension],
        )
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
            _, ngettext, newstyle=True
        )
        self._environment.globals |= {
            "taal": taal,
            "beelden": drawings.__getitem__,
            "verwijzing": self._ref,
            "rij_van": self._row,
            "telt_cijfers": lambda: bool(self._refs.rijen),
            "delen": self._parts,
            "bestanden_van": self._bestanden,
            "vindplaats": self._url,
            "herstel": self._mended,
            "gezegd": lambda z: zin.tekst(self._parts(tuple(z))),
            "alineas": lambda text: text.split("\n"),
            "bestand": self._file,
        }
        self._environment.filters.update(
            {
                "getal": notation.getal,
                "hoeveel": lambda w: notation.hoeveel(w.getal, w.soort),
                "waarde": notation.waarde,
                "anker": anker,
                "platte_tekst": zin.tekst,
                "hoofdletter": zin.hoofdletter,
                "kwartaal": notation.kwartaal,
                "dit": notation.dit,
                "periode": notation.periode,
                "zonder_jaar": notation.zonder_jaar,
                "tot_en_met": notation.tot_en_met,
                "einde": notation.einde,
                "datum": notation.datum,
                "zin": notation.zin,
                "opsomming": notation.opsomming,
                "aangehaald": _quoted,
            }
        )

    def render(self, page: Page) -> tuple[dict[str, bytes | Plaat], Page | None]:
        """
        The files of *page*, and the page that says where its figures come from, if it has any.

        The files are its HTML, its tables and its pictures, which are still to be drawn.
        """
        html, rijen = self.alone(page)
        made: dict[str, bytes | Plaat] = {page.path: html, **self._files}
        for name, plaat in self._platen.items():
            made |= {join(self._folder, f"{name}.{vorm}"): plaat for vorm in plaat.vormen}
        return made, origins_of(page, rijen) if rijen else None

    def origins(self, page: Page) -> dict[str, bytes]:
        """The file of a page that says where figures come from."""
        self._refs = Verwijzingen()
        self._rows = {rij.herkomst: rij.nummer for rij in page.context["rijen"]}
        return {page.path: self._html(page)}

    def alone(self, page: Page) -> tuple[bytes, tuple[Rij, ...]]:
        """The HTML of *page*, and the figures that it shows."""
        self._refs = Verwijzingen()
        self._files = {}
        self._folder = page.path.rpartition("/")[0]
        self._platen = {}
        self._bron = page.context["grafiekbron"]
        self._voluit = self._new_voluit(f"{_root(page)}{BEGRIPPEN}")
        return self._html(page), self._refs.rijen

    def _html(self, page: Page) -> bytes:
        numbers = count(1)
        self._hersteld = page.context["hersteld"]
        template = self._environment.get_template(page.template)
        text = template.render(
            **page.context,
            wortel=_root(page),
            noten=Noten(),
            proza=self._text,
            pad=page.path,
            nummer=lambda: next(numbers),
        )
        return text.encode()

    def _ref(self, waarde: Waarde, woorden: Markup) -> Verwijzing | None:
        return self._refs.ref(waarde, " ".join(woorden.striptags().split()))

    def _file(self, naam: str, tabel: Markup) -> str:
        """The address of a file that says what *tabel* shows; no two of a page have one name."""
        stem = "-".join([*filter(None, self._folder.split("/")), naam])
        path = f"{MAP}/{stem}.csv"
        whole = f"{self._folder}/{path}" if self._folder else path
        if whole in self._files:
            raise ValueError(f"two tables of a page are called {naam!r}")
        self._files[whole] = csv_van_tabel(tabel)
        return path

    def _bestanden(self, grafiek: Grafiek) -> list[tuple[str, str]]:
        """The pictures of a chart: what kind each is, and where."""
        finding = zin.tekst(grafiek.bevinding)
        plaat = Plaat(grafiek.tekening, grafiek.titel, finding, self._bron, *self._huis)
        name = f"grafieken/{grafiek.naam}"
        self._platen[name] = plaat
        return [(vorm.upper(), f"{name}.{vorm}") for vorm in plaat.vormen]

    def _row(self, herkomst: Herkomst) -> int | None:
        """The row of a figure that is a term of another, if the page shows it too."""
        return self._rows.get(herkomst)

    def _mended(self, waarde: Waarde) -> Herstel | None:
        """What a figure was before it was put right, if it was."""
        if not self._hersteld or waarde.herkomst is None:
            return None
        return self._hersteld.get(waarde.herkomst.plaats or waarde.herkomst)

    def _url(self, place: Place) -> str | None:
        """Where a line of the input can be read, if the programme says where its files are."""
        top, _, rest = place.path.partition("/")
        if top not in self._vindplaats:
            return None
        address = self._vindplaats[top].replace("{pad}", rest)
        return address.replace("{regel}", str(place.line))

    def _parts(self, sentence: str | Zin) -> Zin:
        """A sentence in parts, with what each mark in it says."""
        found: list[str | Waarde | Gebonden] = []
        for part in (sentence,) if isinstance(sentence, str) else sentence:
            if not isinstance(part, str):
                found.append(part)
                continue
            for n, piece in enumerate(TEKEN.split(part)):
                written = piece
                if isinstance(sentence, str):
                    written = Markup(self._voluit.gewone_tekst(piece))  # noqa: S704  it escapes
                found.extend(self._gebonden[piece] if n % 2 else (written,))
        return tuple(found)

    def _text(self, tekst: Tekst, level: int) -> Markup:
        """The HTML of a text, in which each mark is replaced by what it says."""
        html = self._prose(tekst.markdown, level)
        figures = self._environment.get_template("_cijfer.html").module
        shown = figures.zin  # type: ignore[attr-defined]  # a macro of the template
        pieces = TEKEN.split(self._voluit.html(html))
        for n in range(1, len(pieces), 2):
            pieces[n] = str(shown(self._gebonden[pieces[n]]))
        return Markup("".join(pieces))  # noqa: S704  prose.py escapes raw HTML


def _quoted(vormen: Sequence[str]) -> Markup:
    """Each form between quotation marks: “a” en “b”."""
    quoted = (Markup("<q>{}</q>").format(vorm) for vorm in vormen)
    both = Markup(_("{rest} en {laatste}"))  # noqa: S704  words of ours
    return reduce(lambda rest, last: both.format(rest=rest, laatste=last), quoted)


def _root(page: Page) -> str:
    """The way from *page* to the root of the site."""
    return "../" * page.path.count("/")


def origins_of(page: Page, rijen: Sequence[Rij]) -> Page:
    """The page that says where the figures of *page* come from; it lies in a folder below it."""
    folder, _slash, name = page.path.rpartition("/")
    path = f"{folder}/herkomst/index.html" if folder else "herkomst/index.html"
    titel = page.context["titel"]
    shared = {key: page.context[key] for key in ("programma", "regio", "voet", "kop", "hersteld")}
    context = {
        **shared,
        "titel": _("Herkomst van de cijfers, {titel}").format(titel=titel),
        "van": titel,
        "terug": f"../{name}",
        "rijen": tuple(rijen),
    }
    return Page(path, "herkomst.html", context)
