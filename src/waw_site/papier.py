"""The site on paper: draw → render → pdf → write, of each edition and each document."""

from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

from waw_site import stijl
from waw_site.cache import Cache
from waw_site.cijferlijst import cijferlijst
from waw_site.invoer import Input
from waw_site.kwartaal import Kwartaal
from waw_site.page import pages
from waw_site.page.stukken import SOORTEN
from waw_site.pdf import make_all
from waw_site.pdf.vel import Vel
from waw_site.progress import progress
from waw_site.rendering import TEMPLATES, beelden, renderer_of, spoken, stylesheet
from waw_site.write import write

OP_PAPIER = {"editie.html", *(template for _, template in SOORTEN.values())}


@spoken
def print_pdfs(
    found: Input, out: Path, cache: Cache, only: frozenset[Kwartaal] | None = None
) -> list[str]:
    """
    Make a pdf of each edition and each document. *found* must be usable.

    Of an edition also one without stories, and of a document that tells one. Gives the paths of
    the files. Raises NotOursError, OSError.
    """
    sheets = vellen(found, cache, only)
    files = dict(zip((sheet.pad for sheet in sheets), make_all(sheets), strict=True))
    write(out, files)
    return list(files)


@spoken
def vellen(found: Input, cache: Cache, only: frozenset[Kwartaal] | None = None) -> list[Vel]:
    """What each pdf is made of. A story that may not be in a pdf is in none of it."""
    if found.dataset is None:
        raise ValueError("there is nothing to print")
    on_paper = replace(found.dataset, kanaal="pdf")
    told, bare = (
        _printed(replace(found, dataset=dataset), cache, only, tail)
        for dataset, tail in ((on_paper, ""), (replace(on_paper, verhalen={}), "raadsversie"))
    )
    differ = [b for t, b in zip(told, bare, strict=True) if not b.is_stuk or b.html != t.html]
    return sorted([*told, *differ], key=lambda sheet: sheet.pad)


def _printed(found: Input, cache: Cache, only: frozenset[Kwartaal] | None, tail: str) -> list[Vel]:
    """The pages of *found* that go on paper; *tail* tells these files from others."""
    dataset = found.dataset
    assert dataset  # noqa: S101  the caller made sure
    made = [p for p in pages(dataset, found.editions, only) if p.template in OP_PAPIER]
    renderer, _ = renderer_of(made, found, cache)
    dress = (
        stylesheet(found).decode(),
        stijl.spoken((TEMPLATES / "pdf.css").read_text(encoding="utf-8")),
    )
    pictures = beelden(dataset, cache)
    sheets = []
    for page in progress(made, len(made), "Pagina's"):
        html, rijen = renderer.alone(page)
        name = page.path.removesuffix("/index.html")
        name = name if "stuk" in page.context else f"monitor-{name}"
        sheets.append(
            Vel(
                pad=f"{name}-{tail}.pdf" if tail else f"{name}.pdf",
                is_stuk="stuk" in page.context,
                html=html.decode(),
                stijl=dress,
                beelden=pictures,
                cijfers=cijferlijst(rijen) if rijen else None,
                peil=_last_day(page.kwartaal),
                auteur=dataset.programma.regio,
                toevoeging=f", {tail}" if tail else "",
            )
        )
    return sheets


def _last_day(kwartaal: Kwartaal | None) -> datetime:
    """The day that the figures of a quarter are of."""
    assert kwartaal  # noqa: S101  what goes on paper belongs to an edition
    return datetime.combine(kwartaal.laatste_dag, time.min)
