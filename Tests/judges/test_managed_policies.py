"""The managed policies of AWS, as the emulator lists them."""
import json

import pytest

from judging import PROGRAM, run

POLICIES = json.loads(pytest.importorskip("moto.iam.aws_managed_policies").aws_managed_policies_data)


def findings(tmp_path, policies):
    """What LAM032 reports when functions have these policies, ten each."""
    functions = "".join(
        f"""  f{start}:
    runtime: nodejs24.x
    handler: index.handler
    code: {{inline: "exports.handler = async () => ({{}})"}}
    policies: {json.dumps(policies[start:start + 10])}
""" for start in range(0, len(policies), 10))
    spec = tmp_path / "spec.yaml"
    spec.write_text(f"functions:\n{functions}apis: {{a: {{routes: {{GET /x: f0}}}}}}\n")
    outcome = run(PROGRAM, "validate", spec, "-f", "json")
    return [finding["message"] for finding in json.loads(outcome.stdout)["diagnostics"] if finding["id"] == "LAM032"]


def test_each_policy_is_accepted_by_its_arn(tmp_path):
    arns = [f"arn:aws:iam::aws:policy{policy['Path']}{name}" for name, policy in POLICIES.items()]
    assert findings(tmp_path, arns) == []


def test_each_policy_without_a_path_is_accepted_by_its_name(tmp_path):
    names = [name for name, policy in POLICIES.items() if policy["Path"] == "/"]
    assert len(names) > 500
    assert findings(tmp_path, names) == []


def test_a_policy_under_another_path_is_reported(tmp_path):
    assert len(findings(tmp_path, ["arn:aws:iam::aws:policy/service-role/AmazonS3FullAccess"])) == 1
