"""The policy templates, compared with those that SAM's transform has."""
import json
import re
from importlib.resources import files

import pytest

from judging import PROGRAM, run, succeeds

pytest.importorskip("samtranslator")
TEMPLATES = json.loads(
    (files("samtranslator") / "policy_templates_data" / "policy_templates.json").read_text())["Templates"]

# Actions of SAM's that IAM does not have (source: Service Authorization Reference).
UNKNOWN = {"sqs:ChangeMessageVisibilityBatch", "sqs:DeleteMessageBatch"}


def text(value, parameters):
    """A value of a template with the values of its parameters."""
    if isinstance(value, str):
        return value
    if "Ref" in value:
        return parameters.get(value["Ref"], "${%s}" % value["Ref"])
    substitution = value["Fn::Sub"]
    words, variables = substitution if isinstance(substitution, list) else (substitution, {})
    known = parameters | {name: text(inner, parameters) for name, inner in variables.items()}
    return re.sub(r"\$\{([\w:]+)\}", lambda match: known.get(match[1], match[0]), words)


def listed(value):
    return value if isinstance(value, list) else [value]


def statements(found, parameters):
    """Statements in a form that can be compared."""
    result = []
    for statement in listed(found):
        condition = {
            operator: {key: text(value, parameters) for key, value in keys.items()}
            for operator, keys in statement.get("Condition", {}).items()}
        result.append((
            statement["Effect"], sorted(set(listed(statement["Action"])) - UNKNOWN),
            sorted(text(item, parameters) for item in listed(statement["Resource"])), condition))
    return sorted(result, key=str)


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_policy_template(name, tmp_path):
    parameters = {
        key: f"arn:aws:service:eu-west-1:111122223333:my{key}" if key.endswith("Arn") else f"my{key}"
        for key in TEMPLATES[name]["Parameters"]}
    spec = tmp_path / "spec.yaml"
    spec.write_text(f"""functions:
  f:
    runtime: nodejs24.x
    handler: index.handler
    code: {{inline: "exports.handler = async () => ({{}})"}}
    policies: [{{{name}: {json.dumps(parameters)}}}]
apis: {{a: {{routes: {{GET /x: f}}}}}}
""")
    succeeds(run(PROGRAM, "synth", "-q", spec, "-o", tmp_path))
    resources = json.loads((tmp_path / "spec.template.json").read_text())["Resources"]
    [policies] = [r["Properties"]["Policies"] for r in resources.values() if r["Type"] == "AWS::IAM::Role"]
    document = policies[0]["PolicyDocument"]
    expected = statements(TEMPLATES[name]["Definition"]["Statement"], parameters)
    assert statements(document["Statement"], parameters) == expected
