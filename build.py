"""Build the monitor: see README.md, or `python build.py --help`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from waw_site.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
