"""The first files of another programme: an example that builds, and what is to be done in it."""

from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.ext import InternationalizationExtension

from waw_site.catalogus import _, catalogue, ngettext, spreek
from waw_site.kwartaal import Kwartaal
from waw_site.scalar import scalar
from waw_site.text import vul_aan

_BREED = 100
_JAREN = 4  # that the example plan lasts
TEKENS: Any = {  # of a template: YAML has braces of its own
    "block_start_string": "<%",
    "block_end_string": "%>",
    "variable_start_string": "<<",
    "variable_end_string": ">>",
    "comment_start_string": "<#",
    "comment_end_string": "#>",
}
_GITIGNORE = "/site/\n/pdf/\n.cache/\n.DS_Store\nThumbs.db\n"


@dataclass(frozen=True, slots=True)
class Keuze:
    """What is known of the programme; an empty name is one that is still to be filled in."""

    naam: str
    regio: str
    taal: str
    begin: Kwartaal
    bouw: str  # how the program is called for it


def aanzet(keuze: Keuze) -> dict[str, str]:
    """The files of a new programme by path, in its language; everything invented says so."""
    with spreek(catalogue(keuze.taal)):
        project, begin = _("voorbeeldproject"), keuze.begin
        templates = {
            "README.md": "leesmij.md",
            "data/programma.yaml": "programma.yaml",
            "data/bronnen.yaml": "bronnen.yaml",
            f"data/projecten/{project}/project.yaml": "project.yaml",
            f"data/projecten/{project}/{begin}.yaml": "stand.yaml",
            f"data/edities/{begin}.yaml": "editie.yaml",
            f"content/{begin}/inleiding.md": "inleiding.md",
            f"content/projecten/{project}.md": "project.md",
            "content/huisstijl.css": "huisstijl.css",
        }
        environment = _environment(keuze)
        made = {path: _made(environment, name) for path, name in templates.items()}
        return made | {".gitignore": _GITIGNORE}


def _environment(keuze: Keuze) -> Environment:
    """The templates beside this module, for what is known of *keuze*."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        extensions=[InternationalizationExtension],
        undefined=StrictUndefined,
        autoescape=select_autoescape(),  # of HTML, and there is none among them
        keep_trailing_newline=True,
        **TEKENS,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
        _, ngettext, newstyle=True
    )
    environment.filters |= {"scalar": scalar, "vul_aan": vul_aan}
    begin = keuze.begin
    environment.globals |= {
        "keuze": keuze,
        "begin": begin,
        "einde": begin + (_JAREN * begin.ritme.per_jaar - 1),
        "te_doen": _("TE DOEN"),
    }
    return environment


def _made(environment: Environment, name: str) -> str:
    text = environment.get_template(name).render()
    if not name.endswith(".yaml"):
        return text
    return "".join(f"{line}\n" for lines in text.splitlines() for line in _wrapped(lines))


def _wrapped(text: str) -> list[str]:
    """
    One line of YAML, or more where it says what is to be done: it begins with `# `.

    What begins with a bare `#` is a key that is off: without that sign it is one that works.
    """
    indent = text[: len(text) - len(text.lstrip(" "))]
    if not text.startswith(f"{indent}# "):
        return [text]
    sign = f"{indent}# "
    said = text.removeprefix(sign)
    return wrap(said, _BREED, initial_indent=sign, subsequent_indent=sign, break_on_hyphens=False)
