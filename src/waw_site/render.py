"""Pages → HTML, through the templates."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from waw_site import koers, notation
from waw_site.cache import Store
from waw_site.chart import Beeld
from waw_site.chart.spec import Tekening
from waw_site.page import Page
from waw_site.text import Tekst

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

    def __init__(self, templates: Path, drawings: Drawings, prose: Prose, compiled: Store) -> None:
        self._drawings = drawings
        self._prose = prose
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_Compiled(compiled),
        )
        self._environment.globals |= {
            "op_koers_vanaf": koers.OP_KOERS_VANAF,
            "bijsturen_vanaf": koers.BIJSTUREN_VANAF,
            "minst_gepland": koers.MINST_GEPLAND,
        }
        self._environment.filters.update(
            {
                "getal": notation.getal,
                "kwartaal": notation.kwartaal,
                "tot_en_met": notation.tot_en_met,
                "einde": notation.einde,
                "datum": notation.datum,
                "zin": notation.zin,
                "opsomming": notation.opsomming,
            }
        )

    def render(self, page: Page) -> bytes:
        """The HTML of *page*."""
        numbers = count(1)
        template = self._environment.get_template(page.template)
        text = template.render(
            **page.context,
            wortel="../" * page.path.count("/"),
            noten=Noten(),
            proza=self._text,
            beelden=lambda grafiek: self._drawings[grafiek.tekening],
            nummer=lambda: next(numbers),
        )
        return text.encode()

    def _text(self, tekst: Tekst, level: int) -> Markup:
        return Markup(self._prose(tekst.markdown, level))  # noqa: S704  prose.py escapes raw HTML
