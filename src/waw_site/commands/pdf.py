"""Print editions and documents."""

import time
from dataclasses import replace

from waw_site import pdf
from waw_site.cache import Cache
from waw_site.commands.shared import (
    FINE,
    asked,
    guard,
    leaks,
    opened,
    refuse,
    remarks,
    told,
    where,
)
from waw_site.options import MisuseError, Options
from waw_site.papier import print_pdfs


def run(options: Options) -> int:
    """Write a pdf of each edition and each document."""
    clock = time.perf_counter()
    try:
        pdf.check_surroundings()
    except pdf.MissingError as missing:
        raise MisuseError(str(missing)) from None
    with told("De pdf's konden"):
        guard(options)
        found, _ = opened(replace(options, cached=False))
        if found.usable(strict=options.strict) is None:
            return refuse(found, options)
        if code := leaks(found, options):
            return code
        made = print_pdfs(found, options.out, Cache.none(), asked(options, found))
    spent = f"{time.perf_counter() - clock:.1f}".replace(".", ",")
    print(f"{where(options.out)}: {len(made)} pdf's, {spent} s." + remarks(found, options))
    return FINE
