"""The JSON Schema of the language accepts all valid specs, and rejects mistakes that a schema can detect."""
import functools
import json
import re

import jsonschema
import pytest
import yaml

from judging import EXAMPLES, PROGRAM, REFERENCES, REPOSITORY, each, run, succeeds

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


def test_every_reference_is_defined():
    text = json.dumps(validator().schema)
    names = set(re.findall(r'"\$ref": "#/\$defs/([^"]+)"', text))
    assert names <= set(validator().schema["$defs"]), names - set(validator().schema["$defs"])


def test_everything_is_documented():
    bare = [f"{name}.{key}" for name, value in validator().schema["$defs"].items()
            for part in [value, *value.get("anyOf", [])] for key, field in part.get("properties", {}).items()
            if not field.get("description", "").strip()]
    assert not bare


@each(EXAMPLES + REFERENCES + CORPUS)
def test_accepts(spec):
    found = errors(load(spec.read_text()))
    if found:
        pytest.fail("\n".join(found), pytrace=False)


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
    "one or many": "apis: {a: {cors: {allowOrigins: a, allowMethods: [GET, POST]}, routes: {}}}",
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
