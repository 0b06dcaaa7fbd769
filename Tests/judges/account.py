"""An emulated AWS account as an endpoint for the AWS CLI, and the stacks in it."""
import contextlib
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import boto3
import pytest

from judging import PROGRAM, REPOSITORY, TOOLS, complain, parameter_values

BUCKET = "artifacts"
REGION = "eu-west-1"
# The emulator knows only the listeners of application load balancers, and the spec of one example imports a load balancer.
LACKING = r"Listener protocol '(TCP|TLS|UDP)' must be one of|The specified load balancer does not exist"


class Account:
    """The account. Commands find it by their environment, and the program and the AWS CLI on their path."""

    def __init__(self, address, programs):
        self.address = address
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
            "AWS_ENDPOINT_URL": address, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": REGION, "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_PAGER": "", "NO_PROXY": "127.0.0.1",
            "no_proxy": "127.0.0.1", "PATH": f"{programs}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        }

    def reset(self):
        """Removes everything from the account, except for an empty bucket."""
        request = urllib.request.Request(f"{self.address}/moto-api/reset", method="POST")
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60).close()
        self.client("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
        other = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.2.0/24")["Subnet"]["SubnetId"]
        group = ec2.create_security_group(GroupName="web", Description="web", VpcId=vpc)["GroupId"]
        zone = self.client("route53").create_hosted_zone(Name="example.com", CallerReference="1")["HostedZone"]["Id"]
        self.network = {"vpc-0a1b2c3d4e5f60718": vpc, "subnet-0aa11bb22cc33dd44": subnet,
                        "subnet-0ee55ff66aa77bb88": other, "sg-0123456789abcdef0": group,
                        "sg-0fedcba9876543210": group, "Z0123456789ABCDEFGHIJ": zone.rpartition("/")[2]}

    def with_network(self, text):
        """A text with the IDs of the examples' network and hosted zone replaced by those in this account."""
        return re.sub(r"\b(vpc|subnet|sg)-[0-9a-f]{17}\b|\bZ[0-9A-Z]{20}\b", lambda match: self.network[match[0]], text)

    def client(self, service):
        return boto3.client(service, endpoint_url=self.address, region_name=REGION, aws_access_key_id="test",
                            aws_secret_access_key="test")

    def shell(self, command, folder, succeeds=True):
        """The result of a command of a shell; a failure fails the test."""
        outcome = subprocess.run(["sh", "-c", command], cwd=folder, env=self.environment, capture_output=True, text=True,
                                 timeout=300)
        if succeeds and outcome.returncode != 0:
            complain(outcome)
        return outcome

    def follow(self, outcome, folder, template=None):
        """Runs the commands of the AWS CLI that the program printed. Returns their subcommands."""
        values = parameter_values(template) if template else {}
        commands = re.findall(r"^  (aws cloudformation (\w+) .*)$", outcome.stderr, re.M)
        for command, _ in commands:
            command = re.sub(r"(\w+)=VALUE", lambda match: f"{match[1]}={values[match[1]]}", command)
            done = self.shell(self.with_network(command.replace("BUCKET", BUCKET)), folder, succeeds=False)
            if re.search(LACKING, done.stderr):
                pytest.skip(f"the emulator lacks this: {done.stderr.strip()}")
            if done.returncode != 0:
                complain(done)
        return [subcommand for _, subcommand in commands]

    def resources(self, stack):
        """The physical IDs of the resources of a stack and its nested stacks, by path. The emulator does not know all."""
        found = {}
        for resource in self.client("cloudformation").describe_stack_resources(StackName=stack)["StackResources"]:
            name, identity = resource["LogicalResourceId"], resource.get("PhysicalResourceId", "")
            if resource["ResourceType"] == "AWS::CloudFormation::Stack":
                found |= {f"{name}/{inner}": value for inner, value in self.resources(identity).items()}
            else:
                found[name] = identity
        return found


@contextlib.contextmanager
def emulated_account():
    """An account that exists until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as programs, open(Path(programs) / "log", "w+") as log:
        (Path(programs) / "apigw-synth").symlink_to(PROGRAM)
        account = Account(f"http://127.0.0.1:{port}", programs)
        environment = {name: value for name, value in account.environment.items() if name != "AWS_ENDPOINT_URL"}
        server = subprocess.Popen([sys.executable, TOOLS / "deploy_check.py", "serve", "--port", str(port)],
                                  env=environment, cwd=REPOSITORY, stdout=log, stderr=log)
        try:
            _await_listening(server, port, log)
            yield account
        finally:
            server.terminate()
            server.wait(timeout=30)


def _await_listening(server, port, log):
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    log.seek(0)
    pytest.fail(f"the emulated account does not respond: {log.read()}")
