"""Rebuild what was sealed, and say what holds."""

import sys
import textwrap
from dataclasses import replace

from waw_site import report, waarmerk
from waw_site.commands.shared import FINE, WRONG_INPUT, leaks, opened, refuse, show
from waw_site.options import Options


def run(options: Options) -> int:
    """Rebuild every sealed edition in memory and say what holds."""
    found, _ = opened(replace(options, cached=False))
    if found.dataset is None or (found.dataset.zegels and not found.zegels):
        return refuse(found, options)
    if code := leaks(found, options):
        return code
    said = [*waarmerk.waarmerk(found)]
    for line in said:
        print(
            textwrap.fill(line.tekst, report.WIDTH, subsequent_indent="  ", break_on_hyphens=False)
        )
    if not said:
        print("Er is nog geen editie verzegeld.")
    broken = [p for p in found.grave(strict=False) if "/zegels/" in p.place.path]
    show(tuple(broken), sys.stderr)
    return WRONG_INPUT if broken or not all(line.klopt for line in said) else FINE
