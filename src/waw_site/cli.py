"""The way in: say at once that nothing has changed, or else do the work."""

import os
import sys
from collections.abc import Sequence

from waw_site import folders, manifest


def main(argv: Sequence[str]) -> int:
    """Do what *argv* asks; 0 is fine, 1 a problem in the input, 2 a wrong use."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # both are text
    try:
        try:
            return _main(argv)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read along, as head does, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except ModuleNotFoundError as missing:
        if (missing.name or "waw_site").startswith("waw_site"):
            raise
        print(f"Deze Python mist {missing.name}. Start het programma met die uit", file=sys.stderr)
        print("de map .venv. Is die er niet? Typ eerst: python tools/opzet.py", file=sys.stderr)
        return 2


def _main(argv: Sequence[str]) -> int:
    cache = folders.cache_of(folders.data_of(argv))
    said = manifest.unchanged(manifest.path_for(cache, [os.getcwd(), *argv]))
    if said is not None:
        print(said)
        return 0
    from waw_site.commands import run

    return run(list(argv))
