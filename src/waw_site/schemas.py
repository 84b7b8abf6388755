"""Models and words → JSON Schemas, with which an editor of YAML completes and checks."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from waw_site.dataset import Dataset
from waw_site.kwartaal import Ritme
from waw_site.soorten import SOORTEN, Soort
from waw_site.uitleg import Uitleg, uitleg
from waw_site.woorden import woorden

DIALECT = "http://json-schema.org/draft-07/schema#"
WOORDEN = "woorden.schema.json"
Schema = dict[str, Any]


def bestanden(dataset: Dataset) -> dict[str, str]:
    """
    Every schema by its name, as text: one for each kind of file, and the words of the programme.

    Only the words differ between programmes, and only they change when the data do.
    """
    made = {f"{soort.kind}.schema.json": schema(soort) for soort in SOORTEN.values()}
    made[WOORDEN] = woordenlijst(dataset)
    return {name: _tekst(schema) for name, schema in made.items()}


def verwijzing(path: str, kind: str) -> str:
    """The first line of the YAML file at *path* (from data/ on), which names its schema."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}schemas/{kind}.schema.json"


def instellingen() -> str:
    """What VS Code must know of these files, as its settings.json."""
    return _tekst(
        {
            "yaml.schemas": {
                f"./schemas/{soort.kind}.schema.json": soort.glob
                for soort in SOORTEN.values()
                if soort.glob.endswith(".yaml")
            },
            "yaml.schemaStore.enable": False,
            "yaml.yamlVersion": "1.2",
            "redhat.telemetry.enabled": False,
            "files.encoding": "utf8",
            "files.eol": "\n",
            "files.insertFinalNewline": True,
            "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        }
    )


def aanbevolen() -> str:
    """The extension that reads the schemas, as extensions.json of VS Code."""
    return _tekst({"recommendations": ["redhat.vscode-yaml"]})


def _tekst(made: Schema) -> str:
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def schema(soort: Soort) -> Schema:
    """What a file of this kind may say, in draft-07."""
    made = soort.model.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Generator
    )
    parts = {name: _plain(_bare(part)) for name, part in made.pop("$defs", {}).items()}
    body: Schema = _plain(_bare(made))
    if soort.lijst:
        parts[soort.model.__name__] = body
        body = {
            "type": "object",
            "additionalProperties": {"$ref": f"#/definitions/{soort.model.__name__}"},
        }
    about = {"$schema": DIALECT, "title": soort.titel, "description": soort.zin}
    return about | body | {"definitions": parts}


def _bare(made: Schema) -> Schema:
    """Without the name and docstring of a class: those are for programmers."""
    return {key: part for key, part in made.items() if key not in ("title", "description")}


def woordenlijst(dataset: Dataset) -> Schema:
    """The names that files may use, by list; a list without names takes any."""
    lists: Schema = {
        n: _lijst(names, jaren=n == "edities") for n, names in woorden(dataset).items()
    }
    title = "De woorden van het programma"
    lists["perioden"] = _periode(dataset.programma.ritme)
    return {"$schema": DIALECT, "title": title, "definitions": lists}


def _periode(ritme: Ritme) -> Schema:
    """How a period is written; a year alone is a number in YAML."""
    written = {"type": "string", "pattern": f"^{ritme.patroon}$", "examples": [ritme.voorbeeld]}
    year = {"type": "integer", "minimum": 1900, "maximum": 2199}
    return {"anyOf": [year, written]} if ritme is Ritme.JAAR else written


def _lijst(names: Mapping[str, str], *, jaren: bool = False) -> Schema:
    """One of *names*; *jaren* are numbers in YAML when they stand without quotes."""
    if not names:
        return {"type": "string"}
    named = [(n, told) for naam, told in names.items() for n in _written(naam, jaren=jaren)]
    return {"enum": [n for n, _ in named], "enumDescriptions": [told for _, told in named]}


def _written(naam: str, *, jaren: bool) -> list[str | int]:
    return [int(naam), naam] if jaren and naam.isdecimal() else [naam]


class _Generator(GenerateJsonSchema):
    """What pydantic makes of a model, in the order of its keys and with their Dutch explanation."""

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:
        return value

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        made = super().model_schema(schema)
        told = uitleg(schema["cls"])
        made["properties"] = {
            key: _explained(part, key, told[key]) for key, part in made["properties"].items()
        }
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        made = _beside(self.generate_inner(schema["schema"]))
        match schema.get("default"):
            case bool(default):
                return made | {"default": "ja" if default else "nee"}
            case str() | int() as default:
                return made | {"default": str(default) if isinstance(default, str) else default}
        return made

    def enum_schema(self, schema: core_schema.EnumSchema) -> Schema:
        return {"enum": [str(member.value) for member in schema["members"]]}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        keys = self.generate_inner(schema["keys_schema"])
        made = {
            "type": "object",
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
        least = {"minProperties": schema["min_length"]} if "min_length" in schema else {}
        return made | ({"propertyNames": keys} if keys != {"type": "string"} else {}) | least

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        made = self.generate_inner(schema["schema"])
        return made if {"type": "null"} in made.get("anyOf", ()) else _or_empty(made)


def _or_empty(made: Schema) -> Schema:
    """*made*, or nothing filled in."""
    if isinstance(made.get("type"), str) and "enum" not in made and "woord" not in made:
        return made | {"type": [made["type"], "null"]}
    return {"anyOf": [*made.get("anyOf", [made]), {"type": "null"}]}


def _beside(part: Schema) -> Schema:
    """*part* such that more can stand in it: what stands beside a $ref is not read."""
    return {"allOf": [part]} if "$ref" in part else part


def _explained(part: Schema, key: str, told: Uitleg) -> Schema:
    """A key with its name, what it means and an example."""
    example = {"examples": [told.waarde]} if told.voorbeeld else {}
    named = {"title": key.replace("_", " ").capitalize(), "description": told.zin}
    return named | example | _beside({k: v for k, v in part.items() if k not in named})


def _plain(node: Any) -> Any:
    """
    *node* with a reference in place of each name that the programme's own files give.

    An example in such names goes: it is none in another programme, and the names are offered.
    """
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(part) for key, part in node.items()}
    if isinstance(lijst := plain.pop("woord", None), str):
        kept = {k: v for k, v in plain.items() if k in ("title", "description")}
        link = {"$ref": f"{WOORDEN}#/definitions/{lijst}"}
        return kept | {"allOf": [link]} if kept else link
    if "description" in plain and "examples" in plain and WOORDEN in str(plain):
        del plain["examples"]
    return plain
