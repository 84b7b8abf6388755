"""How much the invented programme hides, what room that leaves, and how long each step takes."""

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from waw_site import invoer, site  # noqa: E402  now that it can be found
from waw_site.audit import audit  # noqa: E402  the same
from waw_site.audit.kennis import kennis  # noqa: E402  the same
from waw_site.cache import Cache  # noqa: E402  the same
from waw_site.cel import Niveau  # noqa: E402  the same

VERZONNEN = ROOT / "tests" / "sites" / "verzonnen"


@contextmanager
def timed(times: dict[str, float], step: str) -> Iterator[None]:
    """Note how long *step* takes, in seconds of the processor."""
    begin = time.process_time()
    yield
    times[step] = time.process_time() - begin


def main() -> None:
    """Print the table of docs/decisions/disclosure.md."""
    times: dict[str, float] = {}
    with timed(times, "lezen, tellen en afschermen"):
        found = invoer.inspect(VERZONNEN / "data", VERZONNEN / "content", Cache.none())
    dataset = found.dataset
    if dataset is None:
        raise SystemExit("the invented programme cannot be read")
    site.leaking = lambda *_: ()
    with timed(times, "pagina's en grafieken"):
        pages = site.compose(found, Cache.none()).files
    with timed(times, "de audit"):
        problems, outcome = audit(pages, kennis(dataset), {})
    parts = {naam: dataset.cellen[naam] for naam in dataset.delen}
    rows: dict[str, list[str]] = {"alles": list(parts)}
    for niveau in Niveau:
        rows[f"niveau {niveau.value}"] = [n for n, c in parts.items() if c.niveau is niveau]
    for number in (1, 2):
        rows[f"naar {number}"] = [n for n, c in parts.items() if len(c.delen) == number]
    print("| | delen | eerst | erbij | samen |\n|---|--:|--:|--:|--:|")
    for name, names in rows.items():
        beside = sum(n in dataset.erbij for n in names)
        hidden = sum(n in dataset.verborgen for n in names)
        share = f"{100 * hidden / len(names):.0f}%"
        print(f"| {name} | {len(names)} | {hidden - beside} | {beside} | {share} |")
    shown = [c.waarde for n, c in parts.items() if n in dataset.erbij]
    print(f"\nLekken: {len(problems)}. Krapst {outcome.krapst}, mediaan {outcome.midden}.")
    print(f"Groepen: {outcome.groepen}; eisen: {outcome.eisen}.")
    print(f"Mediaan van wat erbij verborgen is: {statistics.median(shown):.0f}.")
    for step, seconds in times.items():
        print(f"{step}: {seconds:.1f} s")


if __name__ == "__main__":
    main()
