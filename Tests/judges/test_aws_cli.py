"""The AWS CLI deploys an example to an emulated account and reads its routes."""
import json
import os
import socket
import subprocess
import sys
import time

import pytest

from judging import REPOSITORY, TOOLS, installed, needs_shared, run, succeeds, synthesize

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "AWS_PAGER": "", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
}


@pytest.fixture
def account(tmp_path):
    """The address of an emulated account that exists during the test."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open(tmp_path / "server.log", "w+") as log:
        server = subprocess.Popen([sys.executable, TOOLS / "deploy_check.py", "serve", "--port", str(port)],
                                  env=ENVIRONMENT, stdout=log, stderr=log)
        try:
            await_listening(server, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def await_listening(server, port, log):
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    log.seek(0)
    pytest.fail(f"the emulated account does not respond: {log.read()}")


@needs_shared
def test_aws_cli_deploys_the_lambda_example(account):
    def aws(*arguments):
        return succeeds(run(installed("aws"), "--endpoint-url", account, *arguments, env=ENVIRONMENT))

    template = synthesize(REPOSITORY / "examples/lambda.yaml")
    aws("cloudformation", "deploy", "--template-file", template, "--stack-name", "bookstore",
        "--capabilities", "CAPABILITY_IAM")

    resources = json.loads(template.read_bytes())["Resources"].values()
    wanted = sorted(r["Properties"]["RouteKey"] for r in resources if r["Type"] == "AWS::ApiGatewayV2::Route")
    apis = json.loads(aws("apigatewayv2", "get-apis", "--output", "json"))["Items"]
    assert len(apis) == 1, apis
    routes = json.loads(aws("apigatewayv2", "get-routes", "--api-id", apis[0]["ApiId"], "--output", "json"))["Items"]
    assert sorted(route["RouteKey"] for route in routes) == wanted and wanted
