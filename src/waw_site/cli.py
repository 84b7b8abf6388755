"""The way in: say at once that nothing has changed, or else do the work."""

import os
from collections.abc import Sequence

from waw_site import folders, manifest


def main(argv: Sequence[str]) -> int:
    """Do what *argv* asks; 0 is fine, 1 a problem in the input, 2 a wrong use."""
    said = manifest.unchanged(manifest.path_for(folders.CACHE, [os.getcwd(), *argv]))
    if said is not None:
        print(said)
        return 0
    from waw_site.commands import run

    return run(list(argv))
