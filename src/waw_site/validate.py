"""Plain values → models, with every refusal of pydantic as a Dutch problem at its place."""

import re
import types
import typing
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from waw_site.model import Model
from waw_site.model.types import Verband, shown
from waw_site.places import Loc, Places
from waw_site.problem import Problem, nearest
from waw_site.tree import Parsed

M = TypeVar("M", bound=Model)


def validate(
    parsed: Parsed, model: type[M], verband: Verband | None = None
) -> tuple[M | None, list[Problem]]:
    """
    Turn a parsed file into *model*, and tell all that stands in the way.

    *verband* is what the file itself cannot tell. What was wrong with the YAML itself comes first;
    a place gets one message, not two.
    """
    problems = list(parsed.problems)
    if not parsed.complete:
        return None, problems
    try:
        return model.model_validate(parsed.value, context=verband), problems
    except ValidationError as error:
        seen = {problem.place for problem in problems}
        details_of = error.errors(include_url=False)
        for details in details_of:
            if details["type"] == "too_short" and _has_faults_inside(details, details_of):
                continue  # its parts were refused, each with its own message
            problem = _problem(details, parsed.places, model)
            if problem.place not in seen or details["type"] in ("missing", "extra_forbidden"):
                problems.append(problem)
                seen.add(problem.place)
        return None, problems


def _has_faults_inside(details: ErrorDetails, others: list[ErrorDetails]) -> bool:
    loc = details["loc"]
    return any(o["loc"][: len(loc)] == loc and len(o["loc"]) > len(loc) for o in others)


def validate_each(
    parsed: Parsed, model: type[M], verband: Verband | None = None
) -> tuple[dict[str, M], list[Problem]]:
    """Turn a file that maps names to things of one kind into models; a bad one is left out."""
    problems = list(parsed.problems)
    if not parsed.complete:
        return {}, problems
    if not isinstance(parsed.value, dict):
        message = f"Hier staat {shown(parsed.value)}. Verwacht: namen met elk een blok eronder."
        return {}, [*problems, Problem(parsed.places.value(), message)]
    found = {}
    below = _below(parsed.places)
    for name, value in parsed.value.items():
        part = Parsed(value, below[name], (), complete=True)
        thing, wrong = validate(part, model, verband)
        problems.extend(wrong)
        if thing:
            found[name] = thing
    return found, problems


def _below(places: Places) -> Mapping[str | int, Places]:
    """The places under each key, as if that were a file of its own."""
    found: defaultdict[str | int, Places] = defaultdict(lambda: Places(places.path))
    for loc, at in places.keys.items():
        found[loc[0]].keys[loc[1:]] = at
    for loc, at in places.values.items():
        if loc:
            found[loc[0]].values[loc[1:]] = at
    return found


def _problem(details: ErrorDetails, places: Places, model: type[BaseModel]) -> Problem:
    loc: Loc = details["loc"]
    kind = details["type"]
    if kind == "missing":
        return Problem(places.value(*loc[:-1]), f"Hier ontbreekt de sleutel “{loc[-1]}”.")
    if kind == "extra_forbidden":
        hint = nearest(str(loc[-1]), _fields(model, loc[:-1]))
        if (inside := _inside(model, loc)) and not hint.startswith("Bedoelde"):
            hint = f"Zet het bij {inside}."
        return Problem(places.key(*loc), f"Onbekende sleutel “{loc[-1]}”.", hint)
    place = places.value(*loc)
    if loc and loc[-1] == "[key]":
        place = places.key(*loc[:-1])
    context = details.get("ctx", {})
    if kind == "waw":
        return Problem(place, context["melding"], context["hint"])
    value = details["input"]
    if kind in ("enum", "literal_error"):
        expected = re.findall(r"'([^']+)'", context["expected"])
        message = f"Hier staat {shown(value)}, en dat is geen bekende keuze."
        return Problem(place, message, nearest(str(value), expected))
    if kind == "too_short":
        least = "één" if context.get("min_length", 1) == 1 else "twee"
        if not value:
            return Problem(place, "Deze lijst is leeg.", f"Zet er ten minste {least} in.")
        return Problem(place, f"In deze lijst horen er ten minste {least}.", "Vul haar aan.")
    if kind == "model_type" and loc[-1:] == ("bron",) and isinstance(value, str):
        message = f"Hier staat {shown(value)}. Verwacht: een blok met document en eventueel kop."
        return Problem(place, message, f"Schrijf bron: {{document: {value}}}.")
    message = f"Hier staat {shown(value)}. Verwacht: {_EXPECTED.get(kind, 'iets anders')}."
    return Problem(place, message, _HINTS.get(kind, ""))


_EXPECTED = {
    "model_type": "een blok met sleutels",
    "dict_type": "een blok met sleutels",
    "tuple_type": "een lijst",
}
_HINTS = {
    "model_type": "Zet de sleutels ingesprongen op de regels eronder.",
    "dict_type": "Zet de sleutels ingesprongen op de regels eronder.",
    "tuple_type": "Zet elk deel op een eigen regel met een streepje ervoor, of tussen [ en ].",
}


def _fields(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the model at *loc* knows."""
    here: Any = model
    for step in loc:
        models = models_in(here)
        if isinstance(step, str) and models and step in models[0].model_fields:
            here = models[0].model_fields[step].annotation
    models = models_in(here)
    return list(models[0].model_fields) if models else []


def _inside(model: type[BaseModel], loc: Loc) -> str:
    """The key beside the one at *loc* under which that belongs, if there is one."""
    if len(loc) > 1:
        return ""
    places = {n: models_in(f.annotation)[:1] for n, f in model.model_fields.items()}
    return next((n for n, found in places.items() for m in found if loc[0] in m.model_fields), "")


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that occur in *annotation*, outermost first."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [found for part in typing.get_args(annotation) for found in models_in(part)]
