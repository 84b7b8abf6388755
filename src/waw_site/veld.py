"""A key of a schema → a field of the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from waw_site.schemas import WOORDEN, Schema

Veld = dict[str, Any]
PERIODEN = f"{WOORDEN}#/definitions/perioden"
_LIJST: Veld = {"widget": "list", "collapsed": True, "minimize_collapsed": True}
_LANG = 10_000  # characters; a text that may be so long gets more than a line


@dataclass(frozen=True, slots=True)
class Velden:
    """
    Makes the fields of one kind of file.

    *woorden* are the names to choose from, by list. Keys that the form has no field for, as those
    under which an editor chooses the names, give None: what stands there is kept as it is.
    """

    schema: Schema
    woorden: Mapping[str, Mapping[str, str]]
    periode: str  # one as the programme writes them

    def van(self, part: Schema) -> list[Veld]:
        """A field for each key of an object that the form can show."""
        required = part.get("required", ())
        found = {key: self.veld(key, about) for key, about in part["properties"].items()}
        return [
            _gevraagd(field, required=key in required and not field.get("nvt"))
            for key, field in found.items()
            if field
        ]

    def veld(self, key: str, about: Schema) -> Veld | None:
        """The field of one key."""
        kind = self._soort(about)
        if kind is None:
            return None
        hint = f"{about.get('description', '')}{self._voorbeeld(about, kind)}"
        return {"name": key, "label": about.get("title", key), "hint": hint, **kind}

    def _voorbeeld(self, about: Schema, kind: Veld) -> str:
        """How it is written, where there is nothing to choose from."""
        example = about.get("examples", [None])[0]
        if PERIODEN in str(about):
            example = self.periode
        known = kind["widget"] in ("string", "text", "getal") and isinstance(example, str | int)
        return f" Bijvoorbeeld: {example}" if known else ""

    def _soort(self, about: Schema) -> Veld | None:
        """How a value is filled in."""
        written: list[Schema] = about.get("anyOf") or about.get("allOf") or [about]
        forms = [self._deel(part) for part in written]
        forms = [form for form in forms if form.get("type") != "null"]
        types = {_type(form) for form in forms}
        if len(forms) > 1 and "waarde" in forms[-1].get("properties", {}):
            return self._cijfer(forms[-1]["properties"])
        if types == {"integer", "object"}:
            return None  # the parts of a breakdown, by dimensions that stand beside it
        if types == {"integer", "keuze"}:
            return {"widget": "getal", "nvt": True}
        if "number" in types:
            return {"widget": "getal", "bedrag": True}
        if types == {"integer", "string"}:
            return {"widget": "string"}
        form = forms[0]
        match _type(form):
            case "keuze":
                return {"widget": "select", "options": _keuzes(form)}
            case "integer":
                return {"widget": "getal"}
            case "string":
                return {"widget": "text" if form.get("maxLength", 0) >= _LANG else "string"}
            case "object":
                return self._blok(form)
            case "array":
                return self._lijst(form)
        return None

    def _cijfer(self, keys: Schema) -> Veld | None:
        """A figure, with the words that may stand beside it; a fact has no such field."""
        if "noot" not in keys:
            return None
        words = self._deel(keys["kwalificatie"]["anyOf"][0])["enum"]
        return {"widget": "cijfer", "kwalificaties": words}

    def _blok(self, form: Schema) -> Veld | None:
        fields = self.van(form) if "properties" in form else self._per_woord(form)
        shown = {field["name"] for field in fields}
        if not fields or not shown.issuperset(form.get("required", ())):
            return None
        return {"widget": "object", "collapsed": False, "fields": fields}

    def _per_woord(self, form: Schema) -> list[Veld]:
        """A field for each name that may stand there; none where the editor makes the names."""
        names = self._woorden(form.get("propertyNames", {}))
        about = form.get("additionalProperties", {})
        made = (self.veld(name, {"title": told, **about}) for name, told in names.items())
        return [_gevraagd(field, required=False) for field in made if field]

    def _lijst(self, form: Schema) -> Veld | None:
        items = form["items"]
        inside = self._soort(items)
        match inside:
            case None:
                return None
            case {"widget": "select", "options": options}:
                return {"widget": "select", "options": options, "multiple": True}
            case {"widget": "object", "fields": list(fields)}:
                return _LIJST | {"fields": fields}
            case dict():
                field = {"name": "regel", "label": "Regel", **inside}
                return _LIJST | {"field": field}

    def _deel(self, part: Schema) -> Schema:
        """*part*, or what it refers to."""
        if names := self._woorden(part):
            return {"namen": names, "edities": part["$ref"].endswith("/edities")}
        if "$ref" in part:
            found: Schema = self.schema["definitions"].get(part["$ref"].rpartition("/")[2], {})
            return found or {"type": "string"}
        return part

    def _woorden(self, part: Schema) -> Mapping[str, str]:
        file, _, lijst = part.get("$ref", "").partition("#/definitions/")
        return self.woorden.get(lijst, {}) if file else {}


def _gevraagd(field: Veld, *, required: bool) -> Veld:
    """*field*, and whether it must be filled in; an optional block is closed and asks nothing."""
    if field["widget"] == "object" and not required:
        fields = [_gevraagd(f, required=False) for f in field["fields"]]
        field = {**field, "collapsed": True, "fields": fields}
    return {**field, "required": required}


def _type(form: Schema) -> str:
    """What a form is: the first of its types, or a choice."""
    if "enum" in form or "namen" in form:
        return "keuze"
    kind = form.get("type", "")
    return kind if isinstance(kind, str) else str(kind[0])


def _jaar(naam: str) -> int | str:
    return int(naam) if naam.isdecimal() else naam


def _keuzes(form: Schema) -> list[Any]:
    if "namen" in form:
        names = form["namen"].items()
        if form["edities"]:  # many have one title; that of a year is a number where it stands
            return [{"value": _jaar(name), "label": f"{name}: {told}"} for name, told in names]
        return [{"value": name, "label": told} for name, told in names]
    return list(form["enum"])
