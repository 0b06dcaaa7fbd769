"""`!GetAtt` accepts every attribute that cfn-lint knows of a type whose attributes are described, and no other one."""
import json

import pytest
from cfnlint.helpers import REGION_PRIMARY
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from judging import PROGRAM, run

TYPES = """
ApiGateway::RestApi AppConfig::Application AppConfig::ConfigurationProfile AppConfig::Environment AppSync::GraphQLSchema
CertificateManager::Certificate Cognito::UserPool Cognito::UserPoolClient DynamoDB::GlobalTable DynamoDB::Table
EC2::EIP EC2::InternetGateway EC2::NatGateway EC2::RouteTable EC2::SecurityGroup EC2::Subnet EC2::VPC EC2::VPCEndpoint
EFS::FileSystem ElasticLoadBalancingV2::Listener ElasticLoadBalancingV2::LoadBalancer ElasticLoadBalancingV2::TargetGroup
Events::EventBus IAM::ManagedPolicy IAM::Role KMS::Key Kinesis::Stream Lambda::Alias Lambda::Function Lambda::Version
Logs::LogGroup Route53::HostedZone S3::Bucket SNS::Topic SQS::Queue SecretsManager::Secret ServiceDiscovery::Service
StepFunctions::StateMachine
""".split()
# `Fn::GetAtt` gives the parts of this object.
OBJECT = "SnapStartResponse"


def attributes(kind):
    known = PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION_PRIMARY, kind).get_atts
    return [path for path in known.keys() if "*" not in path and path != OBJECT]


def finds(folder, kind, attributes):
    """Whether an attribute of a resource of the type is reported."""
    outputs = {f"O{index}": {"Value": {"Fn::GetAtt": ["R", name]}} for index, name in enumerate(attributes)}
    spec = folder / "spec.yaml"
    spec.write_text(json.dumps({"resources": {"R": {"Type": kind}}, "outputs": outputs}))
    outcome = run(PROGRAM, "validate", spec)
    return "[REF002]" in outcome.stdout + outcome.stderr


@pytest.mark.parametrize("kind", TYPES)
def test_its_attributes_are_accepted_and_others_are_not(tmp_path, kind):
    assert not finds(tmp_path, f"AWS::{kind}", attributes(f"AWS::{kind}"))
    assert finds(tmp_path, f"AWS::{kind}", ["Nothing"])
