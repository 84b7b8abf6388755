"""
From saving a file to the changed page in the browser, while the preview runs.

Chromium itself says when the change is there, by the clock that saves the file. The floor is a
reload of the same page by the same browser, in the same run.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from bench import changed
from generate import write
from playwright.sync_api import Error, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / name) for name in ("src", "tests")]
from chromium import CHROMIUM, FLAGS  # noqa: E402  now that they can be found
from previewed import previewed  # noqa: E402  the same

TEXT = "content/2024-Q2/projecten/project-0003.md"
FIGURE = "data/projecten/project-0003/2024-Q2.yaml"
PAGE = "2024-Q2/"
TARGETS = {"tekst": 500, "cijfer": 1500}  # ms, median, at 1×
QUIET = 2  # s between two steps
FIRST = 5000  # the first figure that is written; no page shows it by chance
# Waits for words, and looks only when the page changes.
SEEN = """words => new Promise(seen => {
  const look = () => {
    if (!document.body || !document.body.textContent.includes(words)) return false;
    watch.disconnect();
    seen(true);
    return true;
  };
  const watch = new MutationObserver(look);
  if (!look()) watch.observe(document, {childList: true, subtree: true});
})"""


def until(page: Page, words: str, began: float) -> float:
    """Milliseconds from *began* until *page* shows *words*."""
    while True:
        try:
            page.evaluate(SEEN, words)
            return (time.perf_counter() - began) * 1000
        except Error:  # it was loaded anew meanwhile
            continue


def measure(page: Page, site: Path, turns: int) -> dict[str, list[float]]:
    """Every step once per turn; the first turn warms up and is not counted."""
    times: dict[str, list[float]] = {"floor": [], **{step: [] for step in TARGETS}}
    text, figure = site / TEXT, site / FIGURE
    for turn in range(turns + 1):
        began = time.perf_counter()
        page.reload()
        floor = (time.perf_counter() - began) * 1000
        time.sleep(QUIET)
        began = time.perf_counter()
        text.write_text(text.read_text() + f"\nZin nummer {turn} komt erbij.\n")
        said = until(page, f"Zin nummer {turn} komt erbij.", began)
        time.sleep(QUIET)
        began = time.perf_counter()
        figure.write_text(changed(figure.read_text(), turn))
        shown = until(page, f"{FIRST + turn:,}".replace(",", "."), began)
        time.sleep(QUIET)
        if turn:
            for step, spent in zip(times, (floor, said, shown), strict=True):
                times[step].append(spent)
    return times


def report(scale: int, times: dict[str, list[float]]) -> None:
    """Print the table in Markdown."""
    floor = statistics.median(times["floor"])
    print(f"\n{scale}×; a reload of the page alone: {floor:.0f} ms.\n")
    print(
        "| saved | median ms | of a reload | slowest ms | to reach at 1× |\n|---|--:|--:|--:|---|"
    )
    for step, target in TARGETS.items():
        median = statistics.median(times[step])
        missed = ", NOT REACHED" if scale == 1 and median >= target else ""
        row = f"{median:.0f} | {median / floor:.1f} | {max(times[step]):.0f}"
        print(f"| {step} | {row} | under {target}{missed} |")


def main() -> None:
    """Generate, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=int, action="append", help="times the projects; 1 and 10")
    parser.add_argument("--turns", type=int, default=9, help="how often each step is measured")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="waw-bench-"))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for scale in options.scale or (1, 10):
                site = folder / str(scale)
                write(site, scale)
                with previewed(site) as running:
                    running.said("Bijgewerkt")
                    page = browser.new_page()
                    page.goto(f"{running.address}{PAGE}")
                    report(scale, measure(page, site, options.turns))
                    page.close()
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
