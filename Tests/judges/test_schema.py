"""The JSON Schema of the language accepts all valid specs, and rejects mistakes that a schema can detect."""
import functools
import json
import re

import jsonschema
import pytest
import yaml
from jsonschema.exceptions import best_match

import pages
from judging import EXAMPLES, PROGRAM, REFERENCES, REPOSITORY, SHARED, each, run, succeeds

CORPUS = sorted((REPOSITORY / "Tests/Corpus/ok").glob("*.yaml"))


class Loader(yaml.SafeLoader):
    """YAML 1.2 types as in editors, CloudFormation's tags in long form, and string keys."""

    def construct_mapping(self, node, deep=False):
        self.flatten_mapping(node)
        return {key.value: self.construct_object(value, deep=deep) for key, value in node.value}

    def construct_yaml_map(self, node):
        data = {}
        yield data
        data.update(self.construct_mapping(node))


Loader.yaml_implicit_resolvers = {}
Loader.add_constructor("tag:yaml.org,2002:map", Loader.construct_yaml_map)
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), "tf")
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(null|~|)$"), ["n", "~", ""])
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?(0|[1-9][0-9]*)$"), list("-0123456789"))
Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^-?(0|[1-9][0-9]*)\.[0-9]+$"), list("-0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile("^<<$"), "<")


def intrinsic(loader, name, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {name if name in ("Ref", "Condition") else f"Fn::{name}": value}


Loader.add_multi_constructor("!", intrinsic)


def load(text):
    return yaml.load(text, Loader)


@functools.cache
def validator():
    schema = json.loads(succeeds(run(PROGRAM, "schema")))
    return jsonschema.Draft202012Validator(schema)


def errors(spec):
    return [f"{'.'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator().iter_errors(spec)]


def test_is_a_schema():
    schema = validator().schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_has_an_id():
    assert validator().schema["$id"].startswith("urn:apigw-synth:spec:")


def fields():
    """All fields of all definitions, with the schema of each."""
    for name, definition in validator().schema["$defs"].items():
        for part in parts(definition):
            for key, field in part.get("properties", {}).items():
                if isinstance(field, dict):
                    yield f"{name}.{key}", field


def parts(schema):
    """A schema and those that it selects by the type of a value."""
    yield schema
    for key in ("then", "else"):
        if isinstance(schema.get(key), dict):
            yield from parts(schema[key])


def problems(value, schema):
    whole = {**schema, "$defs": validator().schema["$defs"]}
    return [e.message for e in jsonschema.Draft202012Validator(whole).iter_errors(value)]


def test_defaults_and_examples_are_valid():
    wrong = [f"{name}: {value!r}: {problems(value, field)}" for name, field in fields()
             for value in [*field.get("examples", []), *([field["default"]] if "default" in field else [])]
             if problems(value, field)]
    assert not wrong
    assert sum("default" in field for _, field in fields()) > 50
    assert sum("examples" in field for _, field in fields()) > 15


def test_snippets_are_valid():
    shown = 0
    for name, definition in validator().schema["$defs"].items():
        for snippet in definition.get("defaultSnippets", []):
            shown += 1
            body = json.loads(json.dumps(snippet["body"]).replace("\\\\$", "$"))
            assert "$" not in json.dumps(snippet["body"]).replace("\\\\$", ""), name
            assert not problems(body, definition), name
    assert shown > 20


def test_documentation_is_markdown():
    for name, field in fields():
        if "`" in field.get("description", ""):
            assert field["markdownDescription"] == field["description"], name


def test_every_reference_is_defined():
    text = json.dumps(validator().schema)
    names = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', text))
    assert names <= set(validator().schema["$defs"]), names - set(validator().schema["$defs"])


def test_everything_is_documented():
    described = [name for name, field in fields() if field.get("description", "").strip()]
    assert len(described) > 400
    constraints = {"Ref", "Assert", "AssertDescription", "RuleCondition", "Assertions"}
    bare = {name for name, field in fields()} - set(described)
    assert not {name for name in bare if name.split(".")[-1] not in constraints and not name.split(".")[-1].startswith("Fn::")}


@each(EXAMPLES + REFERENCES + CORPUS)
def test_accepts(spec):
    found = errors(load(spec.read_text()))
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_accepts_the_specs_of_documents():
    specs = [text for page in ["README.md", *(f"docs/{name}.md" for name in ("cookbook", "guide", "aws"))]
             for section in pages.sections(page) for language, text in section.blocks
             if language == "yaml" and re.search(r"^apis:", text, re.M)]
    assert len(specs) > 40
    assert not [(spec, found) for spec in specs if (found := errors(load(spec)))]


@each(EXAMPLES)
def test_example_names_the_schema(spec):
    first = spec.read_text().splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match, f"{spec.name} does not start with `# yaml-language-server: $schema=…`"
    assert (spec.parent / match[1]).resolve() == REPOSITORY / "docs/schema.json"


TAKEN = {
    "shorthand": "apis: {store: {cors: true, routes: {GET /a: books, GET /b: https://b.example.com}}}",
    "intrinsics": "apis: {store: {name: !Sub '${AWS::StackName}-x', description: {Ref: P}, routes: {$default: "
                  "{http: !Join ['', [a, b]], timeout: !Ref T}}}}",
    "one or many": "apis: {a: {cors: {allowOrigins: https://a.example.com, allowMethods: [GET, POST]}, routes: {}}}",
    "numbers as text": "apis: {a: {apiVersion: 1.0, routes: {$default: {lambda: f, payloadFormatVersion: 2.0}}}}",
    "text as numbers": "functions: {f: {runtime: a, handler: b, code: c, memory: '256', timeout: 30s}}",
    "variables": "apis: {a: {routes: {$default: {lambda: f, timeout: $(timeout), payloadFormatVersion: $(v)}}}}",
    "keys of the author's": "x-a: 1\napis: {a: {x-b: [1], routes: {$default: {lambda: f, x-c: {}}}}}",
    "defaults": "defaults: {functions: {runtime: a, code: c}, routes: {timeout: 5s}}\nfunctions: {f: {handler: b}}",
    "nothing": "functions:\nvpcs: {main: }" .replace("functions:\n", ""),
    "lint": "lint: {ignore: REF007, severity: {STG001: note}}",
    "version": "version: 1",
}


@pytest.mark.parametrize("spec", TAKEN.values(), ids=TAKEN)
def test_accepts_all_forms(spec):
    assert errors(load(spec)) == []


REFUSED = {
    "unknown key": "apis: {store: {rutes: {}}}",
    "unknown key at the top": "api: {}",
    "unknown key in a target": "apis: {a: {routes: {$default: {lambda: f, tiemout: 5s}}}}",
    "unknown key in defaults": "defaults: {routes: {tiemout: 5s}}",
    "wrong word": "apis: {store: {type: rest, routes: {}}}",
    "wrong kind": "apis: {store: {name: [a], routes: {}}}",
    "list for a mapping": "apis: []",
    "mapping for text": "apis: {store: {name: {a: b}, routes: {}}}",
    "unknown function": "apis: {store: {name: {'Fn::Nothing': b}, routes: {}}}",
    "two targets": "apis: {a: {routes: {$default: {lambda: f, http: 'https://a.example.com'}}}}",
    "no target": "apis: {a: {routes: {$default: {timeout: 5s}}}}",
    "out of range": "functions: {f: {runtime: a, handler: b, code: c, memory: 1}}",
    "no duration": "functions: {f: {runtime: a, handler: b, code: c, timeout: soon}}",
    "no flag": "apis: {a: {disableExecuteApiEndpoint: 'yes', routes: {}}}",
    "bad name": "functions: {'a b': {arn: x}}",
    "missing key": "apis: {a: {authorizers: {u: {jwt: {issuer: 'https://i.example.com'}}}}}",
    "import that creates": "functions: {f: {arn: a, runtime: b}}",
    "empty value": "apis: {a: {name: , routes: {}}}",
    "empty mapping": "apis: {a: {routes: {$default: {lambda: f, auth: {}}}}}",
    "wrong severity": "lint: {severity: {STG001: loud}}",
}


@pytest.mark.parametrize("spec", REFUSED.values(), ids=REFUSED)
def test_rejects(spec):
    assert errors(load(spec))


# Mistakes of the corpus that a schema can detect.
CAUGHT = ["unknown-keys", "words-of-elsewhere", "wrong-kinds", "enumerations", "missing-keys", "excluding-keys",
          "durations", "booleans", "names"]


@pytest.mark.parametrize("name", CAUGHT)
def test_rejects_mistakes_of_the_corpus(name):
    assert errors(load((REPOSITORY / f"Tests/Corpus/err/{name}.yaml").read_text()))


NAMED = {
    "unknown key": ("apis: {a: {routes: {$default: {lambda: f, tiemout: 5s}}}}", "apis.a.routes.$default", "'tiemout' does not match"),
    "two targets": (
        "apis: {a: {routes: {$default: {lambda: f, http: 'https://a.example.com'}}}}", "apis.a.routes.$default", "'http' does not match"),
    "wrong word": ("apis: {a: {type: rest, routes: {}}}", "apis.a.type", "'rest' is not one of"),
    "wrong kind": ("apis: {a: {cors: {allowOrigins: {a: b}}, routes: {}}}", "apis.a.cors.allowOrigins", "'a'"),
    "in a block": ("apis: {a: {cors: {allowOrigins: '*', maxage: 1h}, routes: {}}}", "apis.a.cors", "'maxage' does not match"),
    "in a list": (
        "functions: {f: {runtime: a, handler: b, code: c, policies: [{allow: a, on: b, alow: c}]}}",
        "functions.f.policies.0", "'alow' does not match"),
    "no duration": ("apis: {a: {routes: {$default: {lambda: f, timeout: soon}}}}", "apis.a.routes.$default.timeout", "soon"),
    "key of the other form": (
        "functions: {f: {arn: a, runtime: b}}", "functions.f", "'runtime' does not match"),
    "URL": ("apis: {a: {routes: {GET /a: 'ftp://a.example.com'}}}", "apis.a.routes.GET /a", "'ftp://a.example.com' does not"),
    "route key": ("apis: {a: {routes: {get /books: f}}}", "apis.a.routes", "'get /books' does not match"),
    "wildcard": ("apis: {a: {routes: {GET /books/*: f}}}", "apis.a.routes", "'GET /books/*' does not match"),
    "name": ("functions: {'a b': {arn: x}}", "functions", "'a b' does not match"),
    "function": ("apis: {a: {name: {'Fn::Nothing': b}, routes: {}}}", "apis.a.name", "'Fn::Nothing'"),
    "arguments": ("outputs: {o: {Value: {'Fn::If': [a, b]}}}", "outputs.o.Value.Fn::If", "is too short"),
}


@pytest.mark.parametrize("spec, path, message", NAMED.values(), ids=NAMED)
def test_names_the_mistake(spec, path, message):
    found = best_match(validator().iter_errors(load(spec)))
    assert found, spec
    assert (".".join(map(str, found.absolute_path)), message in found.message) == (path, True), found.message


# Mistakes whose place and text suffice to see them, of all in the folder; the others need another place of the spec.
DETECTABLE = 52


@pytest.mark.skipif(not (SHARED / "cases").is_dir(), reason="../shared is not beside this clone")
def test_catches_half_of_the_mistakes_that_one_place_shows():
    caught = 0
    for file in sorted((SHARED / "cases/mistakes").glob("*.yaml")):
        try:
            spec = load(file.read_text())
        except yaml.YAMLError:
            caught += 1  # The editor reports it.
            continue
        error = best_match(validator().iter_errors(spec))
        if error:
            caught += 1
            # Except for a missing key, one of several.
            is_missing = error.validator == "anyOf" and {e.validator for e in error.context} == {"required"}
            assert "any of the given schemas" not in error.message or is_missing, (file.name, error.message)
    assert caught * 2 >= DETECTABLE
