"""The schemas say what the models say, to those who never start the program."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource

import yaml12
from on_disk import HERE, KLEIN, REAL, VERZONNEN, copy, found
from waw_site import schemas
from waw_site.cli import main
from waw_site.model import Bron, Cijfer, Contact, Document, Gemeente, Model, Rubriek, Toestemming
from waw_site.model.begroting import Bedrag
from waw_site.model.terugblik import Partner
from waw_site.read import read
from waw_site.soorten import SOORTEN
from waw_site.tree import parse
from waw_site.uitleg import uitleg
from waw_site.validate import validate, validate_each

TEKSTEN = ("tekst", "rubriektekst", "editietekst", "projecttekst", "brieftekst", "verhaal")


def validators(made: dict[str, str]) -> dict[str, jsonschema.Draft7Validator]:
    """A validator for each kind of file, by schemas that refer to each other by name."""
    parsed = {name: json.loads(text) for name, text in made.items()}
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in parsed.items()
    )
    return {
        name.partition(".")[0]: jsonschema.Draft7Validator(schema, registry=registry)
        for name, schema in parsed.items()
    }


@cache
def of(site: Path) -> dict[str, jsonschema.Draft7Validator]:
    """The validators of a programme."""
    dataset = found(site).dataset
    assert dataset
    return validators(schemas.bestanden(dataset))


@cache
def anywhere() -> dict[str, jsonschema.Draft7Validator]:
    """The validators without the words of any programme: the shape alone."""
    dataset = found(KLEIN).dataset
    assert dataset
    made = schemas.bestanden(dataset)
    words = json.loads(made[schemas.WOORDEN])
    lists = words["definitions"]
    slug = {"type": "string", "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$"}
    periode = lists["perioden"]
    any_name = dict.fromkeys(lists, slug) | {"perioden": periode, "edities": periode}
    words["definitions"] = any_name | {"stukken": {"type": "string"}}
    return validators(made | {schemas.WOORDEN: json.dumps(words)})


def kind_of(kind: str) -> str:
    return "voorwerk" if kind in TEKSTEN and kind != "verhaal" else kind


def written(site: Path) -> Iterator[tuple[str, str, str]]:
    """Every YAML file, and every block above a text: kind, path, text."""
    for file in read(site / "data", site / "content").bestanden:
        if file.path.endswith(".yaml"):
            yield file.kind, file.path, file.data.decode("utf-8", "replace")
        elif file.path.endswith(".md") and (text := yaml12.above(site / file.path)):
            yield kind_of(file.kind), file.path, text


def accepted(kind: str, text: str) -> bool:
    """Whether the model takes *text*, whatever other files say."""
    soort = SOORTEN[kind]
    parsed = parse("x.yaml", text.encode())
    one = validate_each if soort.lijst else validate
    return not one(parsed, soort.model)[1]


@pytest.mark.parametrize("site", [REAL, KLEIN, VERZONNEN], ids=["echt", "klein", "verzonnen"])
def test_all_that_is_right_is_right_by_the_schemas(site: Path) -> None:
    """No editor sees a red line in a file that the program takes; jsonschema is another reader."""
    wrong = [
        f"{path}: {error.json_path}: {error.message}"
        for kind, path, text in written(site)
        for error in of(site)[kind].iter_errors(yaml12.load(text))
    ]
    assert wrong == []


def test_what_stands_in_schemas_is_current() -> None:
    """After a change of a model or of the data: python build.py schemas."""
    dataset = found(REAL).dataset
    assert dataset
    stands = {p.name: p.read_text(encoding="utf-8") for p in (REAL / "schemas").iterdir()}
    assert stands == schemas.bestanden(dataset)
    assert (REAL / ".vscode/settings.json").read_text() == schemas.instellingen()
    assert (REAL / ".vscode/extensions.json").read_text() == schemas.aanbevolen()


def test_schemas_are_schemas() -> None:
    """Each is valid draft-07 itself, and every reference in it leads somewhere."""
    for validator in of(REAL).values():
        jsonschema.Draft7Validator.check_schema(validator.schema)
        for node in _nodes(validator.schema):
            if "$ref" in node:
                validator._resolver.lookup(node["$ref"])


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(part)


def models(kind: type[Model] = Model) -> Iterator[type[Model]]:
    for thing in kind.__subclasses__():
        yield thing
        yield from models(thing)


@pytest.mark.parametrize("model", sorted(set(models()), key=lambda m: m.__name__))
def test_every_key_is_told_in_dutch(model: type[Model]) -> None:
    """Under each key of a model stands a sentence, which the schema and the form show."""
    told = uitleg(model)
    assert told.keys() == model.model_fields.keys()
    assert [key for key, one in told.items() if not re.search(r"[.?]$", one.zin)] == []


EXAMPLES = [
    (model, key)
    for model in sorted(set(models()), key=lambda m: m.__name__)
    for key, told in uitleg(model).items()
    if told.voorbeeld
]


@pytest.mark.parametrize(("model", "key"), EXAMPLES)
def test_examples_can_be_copied(model: type[Model], key: str) -> None:
    """The model takes the example of each key, and so does its schema."""
    told = uitleg(model)[key]
    _, problems = validate(parse("x.yaml", f"{key}: {told.voorbeeld}\n".encode()), model)
    assert [p.melding for p in problems if "ontbreekt" not in p.melding] == []
    with_part = next((v for v in anywhere().values() if model.__name__ in _parts(v.schema)), None)
    if with_part:
        part = {**with_part.schema["definitions"][model.__name__], "required": []}
        errors = with_part.evolve(schema={**with_part.schema, **part}).iter_errors(
            yaml12.load(f"{key}: {told.voorbeeld}")
        )
        assert [e.message for e in errors] == []


def _parts(schema: dict[str, Any]) -> dict[str, Any]:
    parts: dict[str, Any] = schema["definitions"]
    return parts


# What a model refuses and a schema cannot, or not without refusing what is right.
TOO_SUBTLE = {
    "koers-grenzen-andersom": "no schema compares the values of two keys",
    "nul-vooraan": "YAML 1.2 reads 012 as the number 12",
    "vaste-naam-is-een-getal": "no pattern tells the letters of every alphabet in both dialects",
}
FAULTS = sorted(p for p in (HERE / "sites_invalid").iterdir() if p.is_dir())


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_broken_files_are_refused_where_their_shape_is_broken(fault: Path) -> None:
    """What a model refuses is red in the editor too, and nothing else is."""
    for kind, path, text in written(fault):
        parsed = parse("x.yaml", text.encode())
        if parsed.problems:
            continue  # no YAML that anyone could validate
        fits = anywhere()[kind].is_valid(yaml12.load(text))
        assert fits == (accepted(kind, text) or fault.name in TOO_SUBTLE), path


def test_most_of_what_a_model_refuses_is_among_the_faults() -> None:
    """The faults that are refused by their shape are many: the test above is of something."""
    refused = {
        fault.name
        for fault in FAULTS
        for kind, _, text in written(fault)
        if not parse("x.yaml", text.encode()).problems and not accepted(kind, text)
    }
    assert len(refused) >= 40


SCALARS = [
    (Cijfer, "waarde"),
    (Cijfer, "noot"),
    (Cijfer, "kwalificatie"),
    (Bron, "kop"),
    (Gemeente, "vanaf"),
    (Document, "datum"),
    (Rubriek, "naam"),
    (Rubriek, "rubriek"),
    (Bedrag, "bedrag"),
    (Contact, "email"),
    (Partner, "url"),
    (Toestemming, "naam"),
    (Toestemming, "tot_en_met"),
]
PLAIN = st.one_of(
    st.integers(-5, 10**11).map(str),
    st.from_regex(r"[0-9]{4}(-[0-9Q]{1,2}){0,2}", fullmatch=True),
    st.from_regex(r"[a-z0-9]{1,3}([-_.,@][a-z0-9]{1,3}){0,3}", fullmatch=True),
    st.from_regex(r"[0-9]{1,5}[.,][0-9]{0,3}", fullmatch=True),
    st.sampled_from(["", "~", "null", "ja", "nee", "true", "n.v.t.", "nvt", "ruim", "1_000"]),
    st.sampled_from(["https://a.nl/x", "a@b.nl", "2024-Q2", "2024-Q5", "2024-09", "[]", "{}"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), max_size=12).map(json.dumps),
)


@pytest.mark.parametrize(("model", "key"), SCALARS)
@given(plain=PLAIN)
def test_each_value_that_the_model_takes_is_taken_by_the_schema(
    model: type[Model], key: str, plain: str
) -> None:
    """
    The schema is never stricter, and it is less strict only of what has digits.

    What is text to us and a number or a truth in YAML 1.2, as 0363 and true, needs quotes there.
    """
    text = f"{key}: {plain}\n"
    parsed = parse("x.yaml", text.encode())
    if parsed.problems or not isinstance(parsed.value, dict):
        return
    refused = any(p.place.line and "ontbreekt" not in p.melding for p in validate(parsed, model)[1])
    value = yaml12.load(text)[key]
    if isinstance(parsed.value[key], str) and not isinstance(value, str):
        return
    fits = property_of(model, key).is_valid(value)
    assert fits or refused
    if not re.search(r"[0-9]", plain):
        assert fits != refused


def property_of(model: type[Model], key: str) -> jsonschema.Draft7Validator:
    """The part of a schema that is about one key of *model*."""
    whole = next(
        v for v in anywhere().values() if model.__name__ in v.schema.get("definitions", {})
    )
    part = whole.schema["definitions"][model.__name__]["properties"][key]
    return whole.evolve(schema={**part, "definitions": whole.schema["definitions"]})


FILES = [(kind, yaml12.load(text)) for kind, _, text in written(KLEIN)]
OTHER = st.sampled_from(
    [None, 0, -1, 735, "tekst", "ja", "n.v.t.", "2024-Q2", [], {}, ["x"], {"x": 1}]
)


@given(st.data())
def test_files_that_someone_changed_are_right_or_wrong_to_both(data: st.DataObject) -> None:
    """A key taken away, another value, one too many: the model and the schema say the same."""
    kind, value = data.draw(st.sampled_from(FILES))
    changed = copy_of(value)
    here, key = data.draw(st.sampled_from(list(keys_in(changed))))
    match data.draw(st.sampled_from(["weg", "anders", "erbij"])):
        case "weg":
            del here[key]
        case "anders":
            here[key] = data.draw(OTHER)
        case "erbij" if isinstance(here, dict):
            here[f"{key}x"] = data.draw(OTHER)
    text = json.dumps(changed)
    assert anywhere()[kind].is_valid(changed) == accepted(kind, text), text


def copy_of(value: Any) -> Any:
    return json.loads(json.dumps(value))


def keys_in(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in *node*: what holds it, and under which key."""
    for key, part in node.items() if isinstance(node, dict) else enumerate(node):
        yield node, key
        if isinstance(part, dict | list):
            yield from keys_in(part)


def test_schemas_are_written_beside_the_data(tmp_path: Path, capsys: Any) -> None:
    """Another programme gets its own words, and nothing of ours; settings that stand are kept."""
    site = copy(VERZONNEN, tmp_path)
    (site / ".vscode").mkdir()
    (site / ".vscode/settings.json").write_text("{}")
    argv = ["schemas", "--data", str(site / "data"), "--content", str(site / "content")]
    assert (main(argv), main(argv)) == (0, 0)
    assert capsys.readouterr().out.endswith("De schema's zijn bij.\n")
    assert (site / ".vscode/settings.json").read_text() == "{}"
    ours = {p.name for p in (site / "schemas").iterdir() if p.read_bytes() != of_ours(p.name)}
    assert ours == {schemas.WOORDEN}
    assert "zorgstart" not in (site / "schemas" / schemas.WOORDEN).read_text()


def of_ours(name: str) -> bytes:
    return (REAL / "schemas" / name).read_bytes()


def test_first_line_of_every_file_names_its_schema() -> None:
    """Of all that an editor writes; a seal is written by the program and never changes."""
    for file in read(REAL / "data", REAL / "content").bestanden:
        if file.path.endswith(".yaml") and file.kind != "zegel":
            first = file.data.decode().partition("\n")[0]
            assert first == schemas.verwijzing(file.path, file.kind)
            link = first.partition("$schema=")[2]
            assert (REAL / file.path).parent.joinpath(link).resolve() == (
                REAL / "schemas" / f"{file.kind}.schema.json"
            )


def test_settings_name_the_schema_of_each_file() -> None:
    """Also of a new file that has no first line yet: its folder and name tell."""
    globs = json.loads(schemas.instellingen())["yaml.schemas"]
    for file in read(REAL / "data", REAL / "content").bestanden:
        if file.path.endswith(".yaml"):
            matching = [s for s, glob in globs.items() if PurePosixPath(file.path).match(glob)]
            assert matching == [f"./schemas/{file.kind}.schema.json"]


@pytest.mark.parametrize(("ritme", "begin"), [("jaar", "2024"), ("halfjaar", "2024-H1")])
def test_schemas_serve_a_programme_of_another_rhythm(
    tmp_path: Path, ritme: str, begin: str
) -> None:
    """A year is a number in YAML, and still a period; a quarter is then no period."""
    site = tmp_path / "ander"
    said = ["--naam", "Proef", "--regio", "Proefregio", "--ritme", ritme, "--begin", begin]
    assert main(["init", str(site), *said]) == 0
    wrong = [
        f"{path}: {error.json_path}: {error.message}"
        for kind, path, text in written(site)
        for error in of(site)[kind].iter_errors(yaml12.load(text))
    ]
    assert wrong == []
    programma = yaml12.load((site / "data/programma.yaml").read_text())
    assert of(site)["programma"].is_valid(programma)
    assert not of(site)["programma"].is_valid(programma | {"begin": "2024-Q1"})
