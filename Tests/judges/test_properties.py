"""The spec language can set every CloudFormation property of HTTP and WebSocket APIs, without `properties` or `overrides`.

`properties.tsv` lists the key or the reason; `properties.yaml` sets all of them. The resource schemas are those that
cfn-lint bundles, so new properties appear when cfn-lint is updated.
"""
import functools
import json
import re
import sys

import pytest

from judging import PROGRAM, REPOSITORY, installed, run, succeeds, synthesize

FOLDER = REPOSITORY / "Tests/judges"
TYPES = ["Api", "ApiMapping", "Authorizer", "Deployment", "DomainName", "Integration", "IntegrationResponse", "Model",
         "Route", "RouteResponse", "Stage", "VpcLink"]
TABLE = [line.split("\t") for line in (FOLDER / "properties.tsv").read_text().splitlines() if not line.startswith("#")]
SUPPORTED = [(kind, name, words) for kind, name, words in TABLE if not words.startswith("rejected: ")]

SCHEMAS = """
import json
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER as schemas
names = %r
print(json.dumps({name: schemas.get_resource_schema("us-east-1", "AWS::ApiGatewayV2::" + name).schema for name in names},
                 default=str))
""" % TYPES


def writable(schema):
    """The writable properties of a resource; nested ones by path."""
    read_only = {path.removeprefix("/properties/") for path in schema.get("readOnlyProperties", [])}

    def leaves(node, path):
        node = schema["definitions"][node["$ref"].rsplit("/", 1)[-1]] if "$ref" in node else node
        inner = node.get("properties")
        items = node.get("items", {})
        if inner is None and ("$ref" in items or "properties" in items):
            yield from leaves(items, path)
        elif inner is None:
            yield path
        else:
            for name, value in inner.items():
                yield from leaves(value, f"{path}.{name}" if path else name)

    return {path for path in leaves({"properties": schema["properties"]}, "") if path.split(".")[0] not in read_only}


def test_every_property_has_its_line():
    schemas = json.loads(succeeds(run(sys.executable, "-c", SCHEMAS)))
    found = {(name, path) for name, schema in schemas.items() for path in writable(schema)}
    lines = [(kind, name) for kind, name, _ in TABLE]
    assert sorted(lines) == lines, "properties.tsv is sorted by type and property"
    assert len(set(lines)) == len(lines), "a property has two lines"
    assert not found - set(lines), "missing in properties.tsv"
    assert not set(lines) - found, "unknown to CloudFormation"


@functools.cache
def reference():
    """The sections of the reference by anchor: each key with the anchor that it links to, if any."""
    sections, section = {}, None
    for line in succeeds(run(PROGRAM, "reference")).splitlines():
        if line.startswith(("## ", "### ")):
            heading = line.lstrip("#").strip(" `")
            section = sections.setdefault(re.sub(r"[^a-z0-9-]", "", heading.lower()), {})
        elif section is not None and (row := re.match(r"\| \*{0,2}`([^`]+)`\*{0,2} \| (.*?) \|", line)):
            link = re.search(r"\]\(#([a-z0-9-]+)\)", row[2])
            section[row[1]] = link[1] if link else None
    return sections


@pytest.mark.parametrize("field", sorted({field for _, _, words in SUPPORTED for field in words.split(", ")}))
def test_field_is_in_the_reference(field):
    section = "thespec"
    for part in field.split("."):
        if part == "NAME":
            continue
        assert section is not None, f"`{part}` has no section in the reference"
        keys = reference()["commonkeys"] | reference()[section]
        assert part in keys, f"the reference has no `{part}` there"
        section = keys[part]


def test_spec_reaches_every_property():
    template = json.loads(synthesize(FOLDER / "properties.yaml").read_bytes())
    written = set()
    for resource in template["Resources"].values():
        kind = resource["Type"].removeprefix("AWS::ApiGatewayV2::")
        if kind in TYPES:
            written |= {(kind, path) for path in paths(resource["Properties"])}
    assert not {(kind, name) for kind, name, _ in SUPPORTED} - written, "missing in properties.yaml"
    rejected = {(kind, name) for kind, name, words in TABLE if words.startswith("rejected: ")}
    assert not rejected & written, "these are rejected"


def paths(value, path=""):
    """All paths of a resource's properties, without list indices and free names."""
    if path:
        yield path
    if isinstance(value, list):
        for item in value:
            yield from paths(item, path)
    elif isinstance(value, dict) and not any(key == "Ref" or key.startswith("Fn::") for key in value):
        for key, inner in value.items():
            yield from paths(inner, f"{path}.{key}" if path else key)
            if path == "RequestParameters":
                yield from paths(inner, path)


def test_cfn_lint_finds_nothing_in_it():
    template = synthesize(FOLDER / "properties.yaml")
    outcome = run(installed("cfn-lint"), "--ignore-checks", "W2531", "--", template)
    assert outcome.returncode == 0, outcome.stdout
