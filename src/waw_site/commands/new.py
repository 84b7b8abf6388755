"""Begin a document from the figures."""

from pathlib import Path

from waw_site import nieuw
from waw_site.commands.shared import FINE, asked, opened, refuse, told, where
from waw_site.options import MisuseError, Options

NIEUW = ("brief",)


def run(options: Options) -> int:
    """Write the first version of a letter; nothing that stands there is touched."""
    if options.wat not in {(name,) for name in NIEUW}:
        raise MisuseError(f"Zeg wat u wilt beginnen: new {' of new '.join(NIEUW)}.")
    if len(options.editions) != 1:
        raise MisuseError("Zeg bij welke editie: new brief --edition 2024-Q2.")
    found, _ = opened(options)
    dataset = found.usable(strict=False)
    if dataset is None:
        return refuse(found, options)
    only = asked(options, found) or frozenset()
    files = {
        Path(getattr(options, path.split("/")[0])) / path.partition("/")[2]: text
        for kwartaal in only
        for path, text in nieuw.brief(dataset, found.editions[kwartaal]).items()
    }
    for path in files:
        if path.exists():
            raise MisuseError(f"{where(path)} is er al; er is niets geschreven.")
    begun: list[Path] = []
    with told("De brief kon"):
        try:
            for path, text in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    begun.append(path)
                    file.write(text)
        except OSError:
            for path in begun:  # half a letter is of no use
                path.unlink()
            raise
    for path in begun:
        print(f"Begonnen: {where(path)}")
    return FINE
