"""Every property that CloudFormation has for HTTP and WebSocket APIs can be said in the spec language, without `properties` or `overrides`.

`properties.tsv` tells by which field, or why not; `properties.yaml` says all of it. The resource schemas are those that
cfn-lint bundles, so a property that AWS adds shows here once cfn-lint is updated.
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
SAYABLE = [(kind, name, words) for kind, name, words in TABLE if not words.startswith("refused: ")]

SCHEMAS = """
import json
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER as schemas
names = %r
print(json.dumps({name: schemas.get_resource_schema("us-east-1", "AWS::ApiGatewayV2::" + name).schema for name in names},
                 default=str))
""" % TYPES


def writable(schema):
    """The properties of a resource that a template may write, those inside objects and lists of objects by their path."""
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
    assert not found - set(lines), "properties.tsv lacks these"
    assert not set(lines) - found, "CloudFormation has no such properties"


@functools.cache
def reference():
    """The sections of the reference page by their anchors: each key with the anchor that it links to, if it does."""
    sections, section = {}, None
    for line in succeeds(run(PROGRAM, "reference")).splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").strip("`")
            section = sections.setdefault(re.sub(r"[^a-z0-9-]", "", heading.lower()), {})
        elif section is not None and (row := re.match(r"\| \*{0,2}`([^`]+)`\*{0,2} \| (.*?) \|", line)):
            link = re.search(r"\]\(#([a-z0-9-]+)\)", row[2])
            section[row[1]] = link[1] if link else None
    return sections


@pytest.mark.parametrize("field", sorted({field for _, _, words in SAYABLE for field in words.split(", ")}))
def test_field_is_in_the_reference(field):
    section = "thespec"
    for part in field.split("."):
        if part == "NAME":
            continue
        assert section is not None, f"nothing stands under what is before `{part}`"
        assert part in reference()[section], f"the reference has no `{part}` there"
        section = reference()[section][part]


def test_spec_reaches_every_property():
    template = json.loads(synthesize(FOLDER / "properties.yaml").read_bytes())
    written = set()
    for resource in template["Resources"].values():
        kind = resource["Type"].removeprefix("AWS::ApiGatewayV2::")
        if kind in TYPES:
            written |= {(kind, path) for path in paths(resource["Properties"])}
    assert not {(kind, name) for kind, name, _ in SAYABLE} - written, "properties.yaml does not write these"
    refused = {(kind, name) for kind, name, words in TABLE if words.startswith("refused: ")}
    assert not refused & written, "these are refused"


def paths(value, path=""):
    """All paths through a resource's properties, lists and names that authors chose passed over."""
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
