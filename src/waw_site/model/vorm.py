"""
What the smallest things accept, in the words of JSON Schema: never stricter than their checks.

Patterns mean the same in Python and in ECMAScript, which editors of YAML run on.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import WithJsonSchema

Vorm = dict[str, Any]

_GEHEEL: Vorm = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
_GETAL: Vorm = {"anyOf": [_GEHEEL, {"enum": ["n.v.t."]}, {"type": "null"}]}
_DAGEN = "(0[13-9]|1[0-2])-(0[1-9]|[12][0-9]|30)|(0[13578]|1[02])-31|02-(0[1-9]|[12][0-9])"
_BEDRAG: Vorm = {
    "anyOf": [
        {"type": "number", "minimum": 0, "exclusiveMaximum": 1_000_000_000},
        {"type": "string", "pattern": r"^\s*[0-9]{1,9}([,.][0-9]{2})?\s*$"},
    ]
}
_DATUM: Vorm = {
    "anyOf": [
        {"type": "string", "pattern": f"^(19|20|21)[0-9]{{2}}(-(0[1-9]|1[0-2]|{_DAGEN}))?$"},
        {"type": "integer", "minimum": 1900, "maximum": 2199},
    ]
}


def _tekst(pattern: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, **more})


SLUG = _tekst("^[a-z0-9]+([-_][a-z0-9]+)*$", maxLength=100)
TEKST = _tekst(r"^(?![\s\S]*\{\{)[\s\S]*\S")
REGEL = _tekst(r"\S")
PROZA = _tekst(r"\S", maxLength=10_000)
EMAIL = _tekst(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
WEBADRES = _tekst(r"^https?://[^\s<>\"]+$")
SITEADRES = _tekst(r"^https?://[^/?#\s<>\"]+/([^?#\s<>\"]*/)?$")
SJABLOON = _tekst(r"^(?=.*\{commit\})(?=.*\{pad\})(?=.*\{regel\})https://[^\s<>\"']+$")
JA_NEE = WithJsonSchema({"enum": ["ja", "nee"]})
PERIODE = WithJsonSchema({"woord": "perioden"})  # how one is written, the programme says
DATUM = WithJsonSchema(_DATUM)
BEDRAG = WithJsonSchema(_BEDRAG)
HEEL = WithJsonSchema(_GEHEEL)
GETAL = WithJsonSchema(_GETAL)
DEEL = WithJsonSchema({"anyOf": [_GEHEEL, {"type": "object", "additionalProperties": _GEHEEL}]})


@dataclass(frozen=True, slots=True)
class Kort:
    """A model that may also be written as one value, of this form."""

    vorm: WithJsonSchema

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Vorm:
        short: Vorm = self.vorm.json_schema or {}
        return {"anyOf": [*short.get("anyOf", [short]), handler(core)]}
