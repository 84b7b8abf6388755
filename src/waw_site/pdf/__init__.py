"""A page as a pdf: archival (PDF/A-3a) and accessible (PDF/UA-1), made by WeasyPrint."""

import gc
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from io import BytesIO

from waw_site.catalogus import _, begin, taal
from waw_site.pdf.vel import Vel
from waw_site.progress import progress

PAKKETTEN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-liberation"
LETTERTYPEN = ("Liberation Sans Narrow", "Liberation Serif")
_TRIES = 9  # once in some 128 files a second is needed
_DPI = 150  # of pictures; more does not show on paper


class MissingError(Exception):
    """Something that a pdf needs is not on this machine; the message says how to get it."""


def check_surroundings() -> None:
    """Make sure that a pdf can be made here. Raises MissingError."""
    try:
        import weasyprint  # noqa: F401  whether it can be
    except ImportError:
        raise MissingError(
            "Voor een pdf is WeasyPrint nodig. Voer uit: make pdf. Of zet het er zelf bij: "
            f"{sys.executable} -m pip install -r requirements-pdf.lock"
        ) from None
    except OSError:
        raise MissingError(
            f"Voor een pdf is Pango nodig. Voer uit: sudo apt-get install {PAKKETTEN}"
        ) from None
    for naam in LETTERTYPEN:
        if not _has(naam):
            raise MissingError(
                f"Voor een pdf is het lettertype {naam} nodig. "
                f"Voer uit: sudo apt-get install {PAKKETTEN}"
            )


def _has(lettertype: str) -> bool:
    """Whether fontconfig, which Pango brings along, knows the typeface."""
    try:
        found = subprocess.run(  # noqa: S603  fixed words, no shell
            ["fc-match", "--format=%{family}", lettertype],  # noqa: S607  it is where apt put it
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return lettertype in found.stdout


def make_all(vellen: Sequence[Vel]) -> list[bytes]:
    """The pdf of each, made on all cores where processes can be copied."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2 or len(vellen) < 2:
        return [make(vel) for vel in progress(vellen, len(vellen), "Pdf's")]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    import weasyprint  # noqa: F401  once, before the copies are made

    context = get_context("fork")
    with ProcessPoolExecutor(cores, context, initializer=begin, initargs=(taal(),)) as pool:
        return list(progress(pool.map(make, vellen), len(vellen), "Pdf's"))


def make(vel: Vel) -> bytes:
    """The pdf of *vel*: the same input, the same bytes."""
    gc.disable()  # WeasyPrint makes a great many objects that last: a sixth of its time
    try:
        tries = (_make(vel, extra) for extra in range(_TRIES))
        return next(made for made in tries if b"\r\nendstream" not in made)
    finally:
        gc.enable()


def _make(vel: Vel, extra: int) -> bytes:
    """The pdf, with *extra* empty objects: WeasyPrint's last streams end clearly or do not."""
    import weasyprint
    from weasyprint.urls import URLFetcher

    from waw_site.pdf.blad import prepare
    from waw_site.pdf.tags import finish

    naam = f"cijfers-{vel.pad.rpartition('/')[2].removesuffix('.pdf')}.csv" if vel.cijfers else ""
    nothing_else = URLFetcher(allowed_protocols=["data"])
    html = weasyprint.HTML(string=vel.html, url_fetcher=nothing_else)
    prepare(html, vel, naam)
    attachments = []
    if vel.cijfers:
        attachments.append(
            weasyprint.Attachment(
                file_obj=BytesIO(vel.cijfers),
                name=naam,
                description=_("De cijfers van dit document, met hun herkomst"),
                created=vel.peil,
                modified=vel.peil,
                relationship="Data",
            )
        )
    document = html.render()
    for page in document.pages:  # what stands in a link has no link of its own
        page.links[:] = [link for link in page.links if link[-1].element_tag == "a"]
    made = document.write_pdf(
        pdf_variant="pdf/a-3a",
        attachments=attachments,
        finisher=partial(finish, extra=extra),
        dpi=_DPI,
    )
    return bytes(made)
