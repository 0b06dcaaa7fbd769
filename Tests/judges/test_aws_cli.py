"""The AWS CLI deploys what the program writes to an emulated account, by the commands that the program prints."""
import json
import re
import shutil

from judging import EXAMPLES, REPOSITORY, each, needs_shared

ADDED = {"http": ("GET /added", "https://added.example.com"), "websocket": ("added", "https://added.example.com")}


@needs_shared
@each(EXAMPLES)
def test_an_example_is_deployed_and_updated(spec, account, tmp_path):
    """A route is added; `diff` announces what the update does, and everything else stays."""
    shutil.copytree(REPOSITORY / "examples", tmp_path, dirs_exist_ok=True)
    options = "--env prod" if re.search(r"^environments:", spec.read_text(), re.M) else ""
    copy = tmp_path / spec.name
    copy.write_text(account.with_network(copy.read_text()))

    first = deployed(account, copy, options)
    assert first.routes == written_routes(first.template)

    copy.write_text(with_another_route(copy.read_text()))
    announced = json.loads(account.shell(f"apigw-synth diff {spec.name} -o out --format json {options}", tmp_path).stdout)
    changes = {change["logicalId"]: change["change"] for change in announced[0]["resources"]}
    second = deployed(account, copy, options)

    added = {name for name, change in changes.items() if change in ("added", "replaced")}
    assert set(changes.values()) <= {"added", "changed"} or not first.is_automatic, changes
    assert second.resources.keys() - first.resources.keys() == {n for n, c in changes.items() if c == "added"} != set()
    assert first.resources.keys() - second.resources.keys() == {n for n, c in changes.items() if c == "deleted"}
    assert {name for name, identity in first.resources.items() if second.resources.get(name, identity) != identity} <= added
    assert len(second.routes) == len(first.routes) + 1 and first.routes == [r for r in second.routes if r in first.routes]
    assert second.routes == written_routes(second.template)


class deployed:
    """A stack after the commands that the program printed: its resources and the routes of its APIs."""

    def __init__(self, account, spec, options):
        folder = spec.parent
        outcome = account.shell(f"apigw-synth {spec.name} -o out {options}", folder)
        path = folder / re.search(r"^wrote (\S+) ", outcome.stdout)[1]
        self.template = json.loads(path.read_text())
        subcommands = account.follow(outcome, folder, path)
        has_code = any(isinstance(r.get("Properties", {}).get("Code"), str) for r in self.template["Resources"].values())
        assert subcommands == (["package", "deploy"] if has_code else ["deploy"])
        self.resources = account.resources(path.name.removesuffix(".template.json"))
        self.is_automatic = not any(r["Type"].endswith("::Deployment") for r in self.template["Resources"].values())
        items = lambda command: json.loads(account.shell(f"aws apigatewayv2 {command} --output json", folder).stdout)["Items"]
        self.routes = sorted(route["RouteKey"] for api in items("get-apis")
                             for route in items(f"get-routes --api-id {api['ApiId']}"))


def written_routes(template):
    return sorted(resource["Properties"]["RouteKey"] for resource in template["Resources"].values()
                  if resource["Type"] == "AWS::ApiGatewayV2::Route")


def with_another_route(text):
    """The spec with one more route of its first API."""
    key, target = ADDED["websocket" if re.search(r"^    type: websocket", text, re.M) else "http"]
    return re.sub(r"^( +)routes:\n", rf"\g<0>\1  {key}: {target}\n", text, count=1, flags=re.M)


@needs_shared
def test_from_nothing_to_the_second_deployment(account, tmp_path):
    """Only commands that the program printed, or that its help shows."""
    folder = tmp_path / "hello"
    printed = account.shell("apigw-synth init hello", tmp_path).stdout
    steps = dict(re.findall(r"^(\w+) it: +(.*?)(?:   \(.*)?$", printed, re.M))
    assert account.shell(steps["Check"], tmp_path).stdout == "spec.yaml: valid (7 resources)\n"

    outcome = account.shell(steps["Build"], tmp_path)
    assert account.follow(outcome, folder) == ["package", "deploy"]
    first = account.resources("hello")

    spec = folder / "spec.yaml"
    spec.write_text(spec.read_text().replace("GET /hello: hello", "GET /hello: hello\n      POST /hello: hello"))
    difference = account.shell("apigw-synth diff spec.yaml -o out", folder).stdout
    assert "+ route POST /hello" in difference and "StorePostHelloRoute" in difference
    outcome = account.shell(steps["Build"], tmp_path)
    assert account.follow(outcome, folder) == ["package", "deploy"]
    second = account.resources("hello")
    assert second.keys() - first.keys() == {"StorePostHelloRoute"}
    assert {name: second[name] for name in first} == first

    # New code, the same template otherwise: the function is updated in place.
    code = folder / "src/index.mjs"
    code.write_text(code.read_text().replace("Hello", "Good morning"))
    before = code_hash(account, second["HelloFunction"])
    account.follow(account.shell(steps["Build"], tmp_path), folder)
    assert code_hash(account, second["HelloFunction"]) != before
    assert account.resources("hello") == second


def code_hash(account, function):
    return account.client("lambda").get_function(FunctionName=function)["Configuration"]["CodeSha256"]


@needs_shared
def test_the_first_script_deploys_twice(account, tmp_path):
    printed = account.shell("apigw-synth init --kind websocket chat", tmp_path).stdout
    script = re.search(r"^Or all of it: +(.*?)   \(", printed, re.M)[1].replace("BUCKET", "artifacts")
    first = account.shell(script, tmp_path).stdout
    assert "wss://" in first
    spec = tmp_path / "chat/spec.yaml"
    spec.write_text(spec.read_text() + "      again: echo\n")
    second = account.shell(script, tmp_path).stdout
    assert "+ route again" in second


@needs_shared
def test_code_that_is_not_packaged_is_rejected(account, tmp_path):
    account.shell("apigw-synth init hello && cd hello && apigw-synth spec.yaml -o out", tmp_path)
    outcome = account.shell("aws cloudformation deploy --stack-name hello --template-file out/hello.template.json "
                            "--capabilities CAPABILITY_IAM", tmp_path / "hello", succeeds=False)
    assert outcome.returncode != 0
