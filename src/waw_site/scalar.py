"""A text → a value of YAML: the one place where quotation marks are put around it."""

import json
import re

import yaml

from waw_site.tree import parse

# What other readers take for more than text: a number of YAML 1.2, and the short yes of YAML 1.1.
_OTHER = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[yYnN]"
)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # as YAML has it (1.2, 5.1)


def scalar(text: str) -> str:
    """*text* as it can stand anywhere, also within brackets; in quotation marks where it must."""
    if _is_plain(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)  # all that JSON can escape, YAML reads
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _is_plain(text: str) -> bool:
    """Whether every reader of YAML reads the bare *text* as just that text."""
    if not re.fullmatch(r"[^\t\n#]+", text) or _OTHER.fullmatch(text):
        return False
    places = f"- {text}\n- [{text}, {text}]\n- {{a: {text}, b: {text}}}\n- {text}: x\n"
    said = [text, [text, text], {"a": text, "b": text}, {text: "x"}]
    read = parse("", places.encode())
    if read.value != said or read.problems or not read.complete:
        return False
    try:
        return bool(yaml.safe_load(places) == said)
    except (yaml.YAMLError, ValueError):  # the latter of a day that is not in the calendar
        return False
