"""Seal an edition."""

from dataclasses import replace

from waw_site import cache as caching
from waw_site import waarmerk
from waw_site.commands.shared import FINE, asked, leaks, opened, refuse, told, where
from waw_site.options import MisuseError, Options


def run(options: Options) -> int:
    """Write the seal of an edition; one that stands there is never changed."""
    if not options.wat:
        raise MisuseError("Zeg welke editie: seal 2024-Q2.")
    options = replace(options, editions=options.wat)
    found, _ = opened(options)
    if found.usable(strict=False) is None:
        return refuse(found, options)
    if code := leaks(found, options):
        return code
    for kwartaal in asked(options, found) or ():
        path = options.data / "zegels" / f"{kwartaal}.yaml"
        if found.editions[kwartaal].editie.concept:
            hint = "Zet haar status eerst op definitief."
            raise MisuseError(f"De editie {kwartaal} is een concept. {hint}")
        text = waarmerk.zegel(found, kwartaal)
        if path.exists():
            if path.read_text(encoding="utf-8") != text:
                hint = "Dat zegel blijft; het erratum zegt wat daarna veranderde."
                raise MisuseError(f"De editie {kwartaal} is al verzegeld. {hint}")
            print(f"{where(path)} stond er al, en zegt hetzelfde.")
            continue
        with told("Het zegel kon"):
            caching.replace(path, text.encode())
        print(f"Verzegeld: {where(path)}. Zet het in git.")
    return FINE
