"""
How long a build takes, as ratios to the bare start of Python with the libraries imported.

All is measured in one run, each step in a process of its own, steps interleaved, the median kept:
the figures drift with the machine, the ratios hold.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from generate import PROJECTS, write

ROOT = Path(__file__).resolve().parents[1]
FLOOR = (
    "import jinja2, markdown, yaml, matplotlib.figure, matplotlib.backends.backend_svg; "
    "from pydantic import BaseModel"
)
BARE_FLOOR = "import jinja2, markdown, yaml; from pydantic import BaseModel"
SETTLE = 0.1  # seconds; a file younger than 50 ms is not trusted by the manifest
GROWTH = 11  # times, from 1× to 10×
MEMORY = 200  # MiB

# Step, and the ratio to the floor that it is to stay under at 1×.
STEPS = {
    "alles, zonder cache": 12.0,
    "niets gewijzigd": 0.5,
    "één tekst gewijzigd": 1.5,
    "één cijfer gewijzigd": 6.0,
}


@dataclass
class Site:
    """A generated programme, and what was measured of it."""

    scale: int
    folder: Path
    times: dict[str, list[float]] = field(default_factory=dict)
    memory: float = 0.0

    @property
    def command(self) -> list[str]:
        """The build of this site."""
        parts = [f"--{name}={self.folder / name}" for name in ("data", "content")]
        return [sys.executable, str(ROOT / "build.py"), *parts, f"--out={self.folder / 'site'}"]

    @property
    def text(self) -> Path:
        """The text that changes."""
        return self.folder / "content/2024-Q2/projecten/project-0003.md"

    @property
    def figure(self) -> Path:
        """The position that changes."""
        return self.folder / "data/projecten/project-0003/2024-Q2.yaml"

    def median(self, step: str) -> float:
        """Milliseconds."""
        return statistics.median(self.times[step]) * 1000


def timed(command: list[str]) -> float:
    """Seconds that *command* takes; bytecode is written and used, as anywhere."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began


def measure(site: Site, turn: int) -> None:
    """Every step once."""

    def step(name: str, *more: str) -> None:
        time.sleep(SETTLE)
        site.times.setdefault(name, []).append(timed([*site.command, *more]))

    full, nothing, text, figure = STEPS
    step(full, "--no-cache")
    timed(site.command)
    time.sleep(SETTLE)
    timed(site.command)
    step(nothing)
    site.text.write_text(site.text.read_text() + f"\nZin {turn} komt erbij.\n")
    step(text)
    site.figure.write_text(changed(site.figure.read_text(), turn))
    step(figure)


def changed(position: str, turn: int) -> str:
    """The position with one more started."""
    lines = position.splitlines()
    n = next(n for n, line in enumerate(lines) if "gestart:" in line)
    lines[n] = f"  gestart: {5000 + turn}"
    return "\n".join([*lines, ""])


def peak(site: Site) -> float:
    """MiB that the largest process of a full build holds."""
    child = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", child, *site.command, "--no-cache"]
    used = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return used / (2**20 if sys.platform == "darwin" else 2**10)


def report(sites: list[Site], floor: float, bare: float) -> None:
    """Print the table in Markdown."""
    print(f"\nFloor: {floor:.0f} ms with all five libraries, {bare:.0f} ms without matplotlib.\n")
    heads = "".join(f" {s.scale}× ms | of floor | of bare |" for s in sites)
    print(f"| step |{heads} to reach at 1× |\n|---|{'--:|--:|--:|' * len(sites)}---|")
    for step, target in STEPS.items():
        cells = "".join(
            f" {s.median(step):.0f} | {s.median(step) / floor:.2f} | {s.median(step) / bare:.2f} |"
            for s in sites
        )
        print(f"| {step} |{cells} under {target:g}{verdict(sites[0], step, floor, target)} |")
    cells = "".join(f" {s.memory:.0f} MiB | | |" for s in sites)
    kept = "" if sites[0].memory < MEMORY else ", NOT REACHED"
    print(f"| geheugen, hoogste |{cells} under {MEMORY} MiB{kept} |\n")
    for other in sites[1:]:
        grown = {step: other.median(step) / sites[0].median(step) for step in STEPS}
        kept = "" if max(grown.values()) < GROWTH else f", NOT under {GROWTH}"
        words = ", ".join(f"{step} {times:.1f}" for step, times in grown.items())
        print(f"Growth from {sites[0].scale}× to {other.scale}×: {words}{kept}.")


def verdict(site: Site, step: str, floor: float, target: float) -> str:
    """Nothing, or that the target was missed."""
    return "" if site.median(step) / floor < target else ", NOT REACHED"


def main() -> None:
    """Generate, measure, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=int, action="append", help="times the projects; 1 and 10")
    parser.add_argument("--turns", type=int, default=7, help="how often each step is measured")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="waw-bench-"))
    try:
        sites = [Site(scale, folder / str(scale)) for scale in options.scale or (1, 10)]
        for site in sites:
            write(site.folder, site.scale)
            timed([*site.command, "--no-cache"])
            print(f"{site.scale}×: {PROJECTS * site.scale} projects", file=sys.stderr)
        floors: dict[str, list[float]] = {FLOOR: [], BARE_FLOOR: []}
        for turn in range(options.turns):
            for code, times in floors.items():
                times.append(timed([sys.executable, "-c", code]))
            for site in sites:
                measure(site, turn)
        for site in sites:
            site.memory = peak(site)
        floor, bare = (statistics.median(times) * 1000 for times in floors.values())
        report(sites, floor, bare)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
