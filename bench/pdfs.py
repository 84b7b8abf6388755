"""How long the pdf of each edition of the real programme takes, and how large it is."""

import statistics
import sys
import time
from pathlib import Path

SECONDS, BYTES = 3.0, 1_500_000  # to reach, of an edition
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))


def main(turns: int = 3) -> None:
    """Print the table in Markdown; one process, WeasyPrint imported."""
    import weasyprint  # noqa: F401  no part of what one edition takes

    from waw_site import pdf
    from waw_site.cache import Cache
    from waw_site.invoer import inspect
    from waw_site.papier import vellen

    found = inspect(ROOT / "data", ROOT / "content", Cache.none())
    sheets = [vel for vel in vellen(found, Cache.none()) if not vel.is_stuk]
    print("| pdf | s | kB | under 3 s and 1.5 MB |\n|---|--:|--:|---|")
    for vel in sheets:
        times = []
        for _ in range(turns):
            began = time.perf_counter()
            made = pdf.make(vel)
            times.append(time.perf_counter() - began)
        took = statistics.median(times)
        kept = "yes" if took < SECONDS and len(made) < BYTES else "NOT REACHED"
        print(f"| {vel.pad} | {took:.2f} | {len(made) // 1000} | {kept} |")


if __name__ == "__main__":
    main()
