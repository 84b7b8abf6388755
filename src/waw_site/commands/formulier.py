"""Write the form in the browser, for who edits no YAML."""

import os
from pathlib import Path

from waw_site import formulier
from waw_site.commands.shared import FINE, ROOT, legneer, opened, refuse, told, where
from waw_site.options import MisuseError, Options

_VAST = (
    ".gitignore",
    "index.html",
    "formulier.js",
    "behoud.js",
    "verdeling.js",
    "dienst.js",
    "package.json",
    "package-lock.json",
)


def run(options: Options) -> int:
    """Write it in formulier/ beside the data; the program of the form itself comes through npm."""
    data, content = (Path(os.path.abspath(folder)) for folder in (options.data, options.content))
    if (data.name, content) != ("data", data.parent / "content"):
        raise MisuseError("Het formulier kent alleen de mappen data en content, naast elkaar.")
    found, _ = opened(options)
    if found.dataset is None:
        return refuse(found, options)
    folder = data.parent / "formulier"
    files = {folder / name: _ours(name) for name in _VAST if folder != ROOT / "formulier"}
    with told("Het formulier kon"):
        legneer(files | {folder / "config.yml": formulier.instellingen(found.dataset)})
    print(f"Het formulier staat in {where(folder)}. Open het zo:\n")
    npm = "npm.cmd" if os.name == "nt" else "npm"  # PowerShell often refuses to run npm itself
    print(f"    cd {where(folder)}\n    {npm} ci\n    {npm} start")
    if not found.dataset.programma.formulier:
        print("\nIn programma.yaml staat geen formulier: het werkt alleen op deze computer.")
    return FINE


def _ours(name: str) -> str:
    return (ROOT / "formulier" / name).read_text(encoding="utf-8")
