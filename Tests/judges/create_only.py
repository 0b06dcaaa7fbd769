"""Writes Sources/Gateway/ResourceTypes/CreateOnly/CreateOnly?.swift from CloudFormation's resource schemas, which cfn-lint
bundles.

One line of text for each service: its types, each with the paths of the properties whose change replaces a resource, after
a `?` if only in some cases, with a `!` if they are the resource's identifier and all set by the author.
`RECORD=1 pytest Tests/judges/test_create_only.py` writes the files.
"""
import textwrap

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from cfnlint.helpers import REGION_PRIMARY

# Services whose resources are deployed with an API. `diff` reports for all others that a change may replace them.
SERVICES = """
ACMPCA AmazonMQ ApiGateway ApiGatewayV2 AppConfig AppFlow AppRunner AppSync ApplicationAutoScaling Athena AutoScaling Backup
Batch Bedrock BedrockAgentCore Cassandra CertificateManager CloudFormation CloudFront CloudTrail CloudWatch CodeBuild
CodeDeploy CodePipeline Cognito Config DAX DMS DSQL DocDB DynamoDB EC2 ECR ECS EFS EKS ElastiCache ElasticBeanstalk
ElasticLoadBalancing ElasticLoadBalancingV2 EventSchemas Events FIS GlobalAccelerator Glue IAM IVS IoT KMS Kinesis
KinesisAnalyticsV2 KinesisFirehose Lambda Location Logs MSK MemoryDB Neptune OpenSearchServerless OpenSearchService Pipes
RAM RDS RUM Redshift RedshiftServerless Route53 Route53Resolver S3 S3Express S3Tables S3Vectors SES SNS SQS SSM Scheduler
SecretsManager ServiceCatalogAppRegistry ServiceDiscovery Shield Signer StepFunctions Synthetics Timestream Transfer
VerifiedPermissions VpcLattice WAFv2 XRay
""".split()
# A file for each range of services, so that none is long.
FILES = {"A": ("A", "B"), "B": ("C", "D"), "C": ("E", "E"), "D": ("F", "M"), "E": ("N", "Z")}

HEAD = """\
/// Written by Tests/judges/create_only.py from CloudFormation's resource schemas; do not edit.
extension CreateOnly {{
  static func typesOf{name}(_ service: String) -> String? {{
    switch service {{
"""
TAIL = """\
    default: nil
    }
  }
}
"""


def schema(name):
    return PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION_PRIMARY, name).schema


def paths(schema, section):
    """The paths of a section, without those inside of another one."""
    found = {tuple(path.split("/")[2:]) for path in schema.get(section, [])}
    return sorted(path for path in found if not any(path[:length] in found for length in range(1, len(path))))


def words(schema):
    """The paths of a type as text."""
    read_only = set(paths(schema, "readOnlyProperties"))
    always = [path for path in paths(schema, "createOnlyProperties") if path not in read_only]
    sometimes = [path for path in paths(schema, "conditionalCreateOnlyProperties") if path not in always]
    identifier = paths(schema, "primaryIdentifier")
    if any(len(path) > 1 or path in read_only for path in identifier):
        identifier = []
    # An identifier that is not create-only is none that an update could meet twice.
    marked = ["/".join(path) + ("!" if path in identifier and set(identifier) <= set(always) else "") for path in always]
    return marked + ["?" + "/".join(path) for path in sometimes]


def types():
    """The names of all types, by service."""
    found = {}
    for name in sorted(PROVIDER_SCHEMA_MANAGER.get_resource_types(REGION_PRIMARY)):
        _, service, noun = name.split("::")
        found.setdefault(service, []).append((noun, words(schema(name))))
    return found


def sources():
    """The text of each file by its name."""
    found = types()
    files = {}
    for name, (first, last) in FILES.items():
        text = HEAD.format(name=name)
        for service in sorted(SERVICES):
            if first <= service[0] <= last:
                line = "; ".join(" ".join([noun, *paths]) for noun, paths in found[service])
                lines = textwrap.wrap(line, 111, break_long_words=False, break_on_hyphens=False)
                text += f'    case "{service}":\n      """\n' + " \\\n".join("      " + part for part in lines) + '\n      """\n'
        files[f"CreateOnly{name}.swift"] = text + TAIL
    return files
