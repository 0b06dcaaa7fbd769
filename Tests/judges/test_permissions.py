"""The table of permissions in docs/aws.md: its actions exist, and are those that CloudFormation needs.

The actions of AWS and the permissions of each resource type are those of cfn-lint's data: AWS's service authorization
reference, and the `handlers` of CloudFormation's resource schemas.
"""
import fnmatch
import importlib.util
import json
import re
from pathlib import Path

import pytest

from judging import EXAMPLES, REPOSITORY

DATA = Path(importlib.util.find_spec("cfnlint").origin).parent / "data"
ACTIONS = {service: set(facts["Actions"]) for service, facts in
           json.loads((DATA / "AdditionalSpecs/Policies.json").read_text()).items()}
SCHEMAS = json.loads((DATA / "schemas/providers/us-east-1.json").read_text())

# What a resource type needs only for options that the language does not have, or that the page names after the table.
OTHERS = {
    "kms:*": "customer managed keys", "codedeploy:*": "weighted aliases", "acm-pca:*": "private certificates",
    "elasticfilesystem:*": "file systems of functions", "s3files:*": "file systems of functions",
    "firehose:*": "classes of log groups", "cognito-idp:addcustomattributes": "custom attributes",
    "iam:deleteservicelinkedrole": "not at deployment", "iam:getservicelinkedroledeletionstatus": "not at deployment",
    "lambda:associateruntimealias": "not an action", "lambda:passcapacityprovider": "Managed Instances",
    "apigateway:*tagresource": "not an action: tags are PUT and DELETE on /tags",
    "logs:*indexpolic*": "indexes", "logs:*dataprotectionpolicy": "data protection",
    "logs:putbearertokenauthentication": "other clients", "logs:putloggroupdeletionprotection": "deletion protection",
    "logs:deleteresourcepolicy": "resource policies of its own",
    "s3:rest.put.object": "not an action", "lambda:putruntimemanagementconfig": "runtime updates",
    "ec2:*": "in words", "elasticloadbalancing:*": "in words",
}


def table():
    """The patterns of actions in the table, in lower case."""
    text = (REPOSITORY / "docs/aws.md").read_text().split("## Permissions for deployments")[1].split("\n## ")[0]
    for row in re.findall(r"^\| [^|]+ \| ([^|]+) \|$", text, re.M)[1:]:
        service = None
        for word in re.findall(r"`([^`]+)`", row):
            if re.fullmatch(r"[a-z0-9-]+:[A-Za-z*]+", word):
                service, word = word.split(":")
            elif service is None or not re.fullmatch(r"[A-Z*][A-Za-z*]+", word):
                continue
            if word != "REGION":
                yield f"{service}:{word}".lower()


def written():
    """The resource types of the examples."""
    templates = [spec.with_name(f"{spec.stem}.template.json") for spec in EXAMPLES]
    types = {resource["Type"] for template in templates if template.exists()
             for resource in json.loads(template.read_text())["Resources"].values()}
    # The examples have it in `resources`.
    return sorted(types - {"AWS::Lambda::EventSourceMapping"})


PATTERNS = sorted(set(table()))


def test_the_table_is_read():
    assert len(PATTERNS) > 80 and "apigateway:get" in PATTERNS and "iam:passrole" in PATTERNS


@pytest.mark.parametrize("pattern", PATTERNS)
def test_exists(pattern):
    service, action = pattern.split(":")
    assert fnmatch.filter(ACTIONS[service], action), f"{service} has no action {action}"


@pytest.mark.parametrize("kind", [kind for kind in written() if kind in SCHEMAS and kind.split("::")[1] in (
    "ApiGateway", "ApiGatewayV2", "CertificateManager", "Cognito", "IAM", "Lambda", "Logs", "Route53", "ServiceDiscovery",
    "EC2", "ElasticLoadBalancingV2", "CloudFormation")])
def test_is_complete(kind):
    schema = json.loads((DATA / f"schemas/resources/{SCHEMAS[kind]}.json").read_text())
    needed = {action.lower() for name, handler in schema.get("handlers", {}).items() if name != "list"
              for action in handler.get("permissions", [])}
    missing = {action for action in needed if not any(
        fnmatch.fnmatch(action, pattern) for pattern in [*PATTERNS, *OTHERS])}
    # IAM's policies of users and groups are not written.
    missing = {action for action in missing if not re.match(r"iam:\w+(user|group)policy", action)}
    assert not missing
