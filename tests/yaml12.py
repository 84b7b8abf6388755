"""YAML as the extension of an editor reads it: the core schema of YAML 1.2."""

import re
from pathlib import Path
from typing import Any

import yaml


class Core(yaml.SafeLoader):
    """Only null, true, false and numbers are no text; a date and `ja` are. (YAML 1.2.2, 10.3.2)."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012  as PyYAML declares it


for tag, pattern, first in (
    ("null", r"(?:~|null|Null|NULL|)", ["~", "n", "N", ""]),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^{pattern}$"), first)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def load(text: str) -> Any:
    """What *text* says; every key is text, as in JSON."""
    return _keyed(yaml.load(text, Core))  # noqa: S506  it is a SafeLoader


def above(path: Path) -> str:
    """What stands above a text between two lines of `---`; nothing where there is no such block."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return text.split("---\n", 2)[1] if text.startswith("---\n") else ""


def _keyed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _keyed(part) for key, part in value.items()}
    return [_keyed(part) for part in value] if isinstance(value, list) else value
