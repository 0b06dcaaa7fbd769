"""Simulates API Gateway for a WebSocket API, using only read calls of the service.

Nothing is sent over a network: a message passes through route selection, the integration and the response, and the
result of each step is returned. So the tests check the deployed account, not the template.
"""
import fnmatch
import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import boto3

REGION = "eu-west-1"
INVOCATION = re.compile(r"arn:aws:apigateway:[a-z0-9-]+:lambda:path/2015-03-31/functions/(.+)/invocations")
ACTION = re.compile(r"arn:aws:apigateway:[a-z0-9-]+:([a-z0-9.-]+):(action|path)/.+")


class Rejected(Exception):
    """API Gateway returns an error, or no response where one is expected."""


@dataclass
class Outcome:
    """The result of a message."""
    route: str
    #: "lambda", "http", "aws" or "mock", and its target.
    kind: str
    target: str
    #: Whether the client gets a response, and its template, if any.
    answers: bool
    template: str | None


class Account:
    """An account at an endpoint: the resources of a stack."""

    def __init__(self, endpoint):
        def client(service):
            return boto3.client(service, endpoint_url=endpoint, region_name=REGION, aws_access_key_id="test",
                                aws_secret_access_key="test")
        self.gateway, self.functions = client("apigatewayv2"), client("lambda")
        self.stacks, self.roles = client("cloudformation"), client("iam")

    def deploy(self, template, stack="messages"):
        self.stacks.create_stack(StackName=stack, TemplateBody=template.read_text(encoding="utf-8"),
                                 Capabilities=["CAPABILITY_NAMED_IAM"])
        standing = self.stacks.describe_stacks(StackName=stack)["Stacks"][0]
        assert standing["StackStatus"] == "CREATE_COMPLETE", standing.get("StackStatusReason")
        self.resources = self.stacks.describe_stack_resources(StackName=stack)["StackResources"]

    def ids(self, kind):
        return [r["PhysicalResourceId"] for r in self.resources if r["ResourceType"] == kind]

    def api(self):
        (identity,) = self.ids("AWS::ApiGatewayV2::Api")
        return Api(self, identity)


class Api:
    """A WebSocket API in an account."""

    def __init__(self, account, identity):
        self.account, self.id, calls = account, identity, account.gateway
        self.itself = calls.get_api(ApiId=identity)
        assert self.itself["ProtocolType"] == "WEBSOCKET"
        self.routes = {route["RouteKey"]: route for route in calls.get_routes(ApiId=identity)["Items"]}
        self.integrations = {i["IntegrationId"]: i for i in calls.get_integrations(ApiId=identity)["Items"]}
        self.stages = [stage["StageName"] for stage in calls.get_stages(ApiId=identity)["Items"]]

    def connect(self):
        """A client opens a connection; without a `$connect` route this is always allowed."""
        return self._take("$connect", {}) if "$connect" in self.routes else None

    def disconnect(self):
        return self._take("$disconnect", {}) if "$disconnect" in self.routes else None

    def send(self, message):
        """A client sends a message: a string, or a value that is converted to JSON."""
        text = message if isinstance(message, str) else json.dumps(message)
        try:
            body = json.loads(text)
        except ValueError:
            body = None
        key = None if body is None else select(self.itself["RouteSelectionExpression"], body)
        # A message cannot select a predefined route.
        if key is None or key not in self.routes or key.startswith("$"):
            key = "$default"
        if key not in self.routes:
            raise Rejected(f"no route for {text}")
        return self._take(key, body)

    def _take(self, key, body):
        route = self.routes[key]
        found = re.fullmatch("integrations/(.+)", route.get("Target") or "")
        if not found or found[1] not in self.integrations:
            raise Rejected(f"route {key} has no integration")
        integration = self.integrations[found[1]]
        kind, target = self._reach(key, integration)
        status = self._request(integration, body)
        template = None
        is_proxy = integration["IntegrationType"] in ("AWS_PROXY", "HTTP_PROXY")
        if not is_proxy:
            template = self._response(integration, status)
        return Outcome(key, kind, target, self._answers(route), template)

    def _reach(self, key, integration):
        """The target of the integration, which must exist and allow the call."""
        kind, uri = integration["IntegrationType"], integration.get("IntegrationUri") or ""
        if kind == "MOCK":
            return "mock", ""
        if kind in ("HTTP", "HTTP_PROXY"):
            if urlsplit(uri).scheme not in ("http", "https") or not urlsplit(uri).hostname:
                raise Rejected(f"{uri} is not a URL")
            return "http", uri
        invocation = INVOCATION.fullmatch(uri)
        if kind == "AWS_PROXY" and not invocation:
            raise Rejected(f"{uri} does not invoke a function")
        if invocation:
            return "lambda", self._invoke(key, invocation[1])
        if not ACTION.fullmatch(uri):
            raise Rejected(f"{uri} is not an action of a service")
        self._assume(integration.get("CredentialsArn"))
        return "aws", uri

    def _invoke(self, key, arn):
        """The name of a function that exists and allows this API to invoke it for this route."""
        name = self.account.functions.get_function(FunctionName=arn)["Configuration"]["FunctionName"]
        policy = json.loads(self.account.functions.get_policy(FunctionName=name)["Policy"])
        caller = f"arn:aws:execute-api:{REGION}:123456789012:{self.id}/{self.stages[0]}/{key}"
        for statement in policy["Statement"]:
            source = statement["Condition"]["ArnLike"]["AWS:SourceArn"]
            if statement["Principal"]["Service"] == "apigateway.amazonaws.com" and fnmatch.fnmatchcase(caller, source):
                return name
        raise Rejected(f"{name} does not allow {caller} to invoke it")

    def _assume(self, arn):
        """API Gateway must be able to assume the role of an action."""
        if not arn:
            raise Rejected("an action without a role")
        role = self.account.roles.get_role(RoleName=arn.rsplit("/", 1)[1])["Role"]
        trusted = [s["Principal"].get("Service") for s in role["AssumeRolePolicyDocument"]["Statement"]]
        if "apigateway.amazonaws.com" not in trusted:
            raise Rejected(f"{arn} does not trust API Gateway")

    @staticmethod
    def _request(integration, body):
        """The status code: of a mock, from its request template; of a backend, 200."""
        templates = integration.get("RequestTemplates") or {}
        if not templates:
            if integration["IntegrationType"] == "MOCK":
                raise Rejected("a mock without a status code")
            return 200
        key = select(integration.get("TemplateSelectionExpression") or "\\$default", body or {})
        if key not in templates:
            raise Rejected(f"no request template for {key!r}")
        found = re.search(r'"statusCode"\s*:\s*(\d+)', templates[key])
        return int(found[1]) if found else 200

    def _response(self, integration, status):
        """The template of the integration response that a status selects."""
        items = self.account.gateway.get_integration_responses(
            ApiId=self.id, IntegrationId=integration["IntegrationId"])["Items"]
        keyed = {item["IntegrationResponseKey"]: item for item in items}
        fitting = [item for key, item in keyed.items()
                   if key != "$default" and re.fullmatch(key.strip("/"), str(status))]
        if not fitting and "$default" not in keyed:
            raise Rejected(f"no integration response for {status}")
        templates = (fitting[0] if fitting else keyed["$default"]).get("ResponseTemplates") or {}
        return next(iter(templates.values()), None)

    def _answers(self, route):
        """Whether a route has a response: the selection expression and the route response that it selects."""
        expression = route.get("RouteResponseSelectionExpression")
        if not expression:
            return False
        for identity in self.account.ids("AWS::ApiGatewayV2::RouteResponse"):
            try:
                response = self.account.gateway.get_route_response(
                    ApiId=self.id, RouteId=route["RouteId"], RouteResponseId=identity)
            except self.account.gateway.exceptions.NotFoundException:
                continue
            if response["RouteResponseKey"] == expression:
                return True
        raise Rejected(f"route {route['RouteKey']} selects {expression}, and has no such response")


def select(expression, body):
    """The result of a selection expression for a message body; a missing value is an empty string."""
    def value(path):
        if path != "request.body" and not path.startswith("request.body."):
            raise Rejected(f"${path} is not part of a message")
        found = body
        for name in path.split(".")[2:]:
            found = found.get(name) if isinstance(found, dict) else None
        return found if isinstance(found, str) else "" if found is None else json.dumps(found)

    text = expression.replace("\\$", "\0")
    text = re.sub(r"\$\{([\w.-]+)\}|\$([\w.-]+)", lambda match: value(match[1] or match[2]), text)
    return text.replace("\0", "$")
