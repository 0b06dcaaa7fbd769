"""Messages to the examples of WebSocket APIs, deployed to an emulated account."""
import pytest

from judging import REPOSITORY, needs_shared, synthesize

messages = pytest.importorskip("messages")

pytestmark = needs_shared


@pytest.fixture
def api(account, request):
    account = messages.Account(account.address)
    account.deploy(synthesize(REPOSITORY / f"examples/{request.param}.yaml"))
    return account.api()


def function_of(outcome):
    """The function of the spec that received a message: its name contains its logical ID."""
    assert outcome.kind == "lambda"
    return outcome.target.split("-")[1]


@pytest.mark.parametrize("api", ["chat"], indirect=True)
def test_chat(api):
    assert api.stages == ["live"]
    assert function_of(api.connect()) == "ConnectFunction"
    assert function_of(api.disconnect()) == "DisconnectFunction"

    sent = api.send({"action": "send", "text": "Hello!"})
    assert (sent.route, function_of(sent), sent.answers) == ("send", "SendFunction", True)

    # Routes are matched exactly: each of these messages gets the default response.
    for message in ({"action": "Send"}, {"action": "$connect"}, {"action": ["send"]}, {"text": "Hello!"}, "Hello!"):
        rejected = api.send(message)
        assert (rejected.route, rejected.kind, rejected.answers) == ("$default", "mock", True), message
        assert "the only action is send" in rejected.template

    # A sender may post to connections of this API only.
    configuration = api.account.functions.get_function(FunctionName=sent.target)["Configuration"]
    assert configuration["Environment"]["Variables"]["CHAT_CALLBACK_URL"].startswith(f"https://{api.id}.execute-api.")
    role = configuration["Role"].rsplit("/", 1)[1]
    (policy,) = [api.account.roles.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
                 for name in api.account.roles.list_role_policies(RoleName=role)["PolicyNames"] if "Sender" in name]
    (statement,) = policy["Statement"]
    assert statement["Action"] == "execute-api:ManageConnections"
    assert statement["Resource"] == f"arn:aws:execute-api:{messages.REGION}:123456789012:{api.id}/*/*/@connections/*"


@pytest.mark.parametrize("api", ["chat"], indirect=True)
def test_messages_are_checked_by_their_model(api):
    (identity,) = api.account.ids("AWS::ApiGatewayV2::Model")
    model = api.account.gateway.get_model(ApiId=api.id, ModelId=identity)
    route = api.routes["send"]
    assert messages.select(route["ModelSelectionExpression"], {}) in route["RequestModels"]
    assert route["RequestModels"] == {"$default": model["Name"]}
    assert "required" in model["Schema"]


@pytest.mark.parametrize("api", ["echo"], indirect=True)
def test_echo(api):
    echoed = api.send({"action": "echo", "text": "Hello!"})
    assert (echoed.route, echoed.kind, echoed.answers) == ("echo", "mock", True)
    assert "$.text" in echoed.template
    assert api.send("no JSON").route == "$default"


@pytest.mark.parametrize("api", ["job-queue"], indirect=True)
def test_job_queue(api):
    assert api.connect().kind == "mock"
    submitted = api.send({"action": "submit", "job": "resize"})
    assert (submitted.route, submitted.kind, submitted.answers) == ("submit", "aws", True)
    assert ":sqs:path/123456789012/" in submitted.target and "MessageId" in submitted.template


@pytest.mark.parametrize("api", ["websocket"], indirect=True)
def test_one_way(api):
    outcome = api.send({"action": "stock", "title": "Invisible Cities"})
    assert (outcome.route, function_of(outcome), outcome.answers) == ("stock", "StockFunction", False)


def test_selection():
    """The expressions in the API Gateway developer guide."""
    body = {"service": "chat", "action": "join", "data": {"room": [1, 2]}}
    assert messages.select("$request.body.action", body) == "join"
    assert messages.select("${request.body.service}/${request.body.action}", body) == "chat/join"
    assert messages.select("$request.body.data.room", body) == "[1, 2]"
    assert messages.select("$request.body.nothing", body) == ""
    assert messages.select("\\$default", body) == "$default"
    with pytest.raises(messages.Rejected):
        messages.select("$request.header.action", body)
