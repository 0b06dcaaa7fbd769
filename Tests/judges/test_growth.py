"""One stack grows from 1 to 400 routes and shrinks again; ../shared/tools/update_check.py judges each update, and an emulated
account takes some of them.

Resources move to nested stacks at few sizes, which are found by bisection; the updates around these are judged, and some
long steps. The stack has all that could make a move fail: functions and log groups of each route, an alias, route
settings, a deployment, conditions, outputs of routes, references between functions, a second API.
"""
import functools
import itertools
import json
import re
import sys
import tempfile
from pathlib import Path

import pytest

from emulator import deploy
from judging import PROGRAM, TOOLS, needs_shared, run, succeeds

LARGEST = 400
# An HTTP API has room for 300 integrations.
FUNCTIONS = 250
CODE = 'exports.handler = async () => ({ statusCode: 200 });'


def function(number):
    """The options of a function: some have a log group, an alias, a name, a condition, a reference to another one."""
    options = {}
    if number % 5 == 1:
        options["logs"] = {"retention": "30d"}
    if number % 11 == 2:
        options["alias"] = "live"
    if number % 40 == 3:
        options["name"] = f"named-{number}"
    if number % 9 == 4:
        options["condition"] = "InUse"
    if number % 30 == 5:
        options["environment"] = {"FIRST": "${Fn::GetAtt:functions.f0.Arn}", "KEY": "${Ref:Secret}"}
    return options


def route(number):
    """The options of a route, which has a function of its own as long as there are integrations."""
    options = {"lambda": f"f{number if number < FUNCTIONS else 0}"}
    if number % 7 == 1:
        options["throttle"] = {"rate": 5, "burst": 5}
    if number < FUNCTIONS and number % 9 == 4:
        options["condition"] = "InUse"
    return options


def spec(routes):
    """A spec of two APIs, of which the first has so many routes."""
    functions = {f"f{number}": function(number) for number in range(min(routes, FUNCTIONS))}
    outputs = {f"Route{number}": {"Value": {"Ref": f"apis.store.routes.GET /r{number}"}} for number in range(0, routes, 50)}
    text = json.dumps({
        "stack": "grows",
        "parameters": {"Secret": {"Type": "String", "NoEcho": True}},
        "conditions": {"InUse": {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]}},
        "defaults": {"functions": {"runtime": "nodejs24.x", "handler": "index.handler", "code": {"inline": CODE}}},
        "functions": functions,
        "apis": {
            "store": {"autoDeploy": False, "routes": {f"GET /r{number}": route(number) for number in range(routes)}},
            "admin": {"nested": True, "routes": {f"GET /r{number}": "f0" for number in range(1 + routes // 4)}},
        },
        "outputs": outputs,
    })
    return re.sub(r'"\$\{(Ref|Fn::GetAtt):([^}]*)\}"', r'{"\1": "\2"}', text)


@pytest.fixture(scope="module")
def written():
    """The folder with the templates of so many routes, written once."""
    with tempfile.TemporaryDirectory(prefix="growth-") as folder:

        @functools.cache
        def write(routes):
            file = Path(folder) / "grows.yaml"
            file.write_text(spec(routes))
            target = Path(folder) / str(routes)
            succeeds(run(PROGRAM, file, "-o", target))
            return target

        yield write


def layout(folder):
    """The types in nested stacks of each kind."""
    found = set()
    for file in folder.glob("*.*.template.json"):
        kind = re.sub(r"\d+$", "", file.name.split(".")[1])
        found |= {(kind, resource["Type"]) for resource in json.loads(file.read_text())["Resources"].values()}
    return found


def changes(written, low, high):
    """The sizes after which the layout changes."""
    if layout(written(low)) == layout(written(high)):
        return []
    if high - low == 1:
        return [low]
    middle = (low + high) // 2
    return changes(written, low, middle) + changes(written, middle, high)


@pytest.fixture(scope="module")
def thresholds(written):
    """The sizes after which resources move."""
    return changes(written, 20, LARGEST)


@needs_shared
def test_growth(written, thresholds):
    assert 2 <= len(thresholds) <= 6, "parts move in two steps"
    steps = [(size, size + 1) for size in thresholds] + [(1, 60), (130, 131), (300, LARGEST)]
    for before, after in itertools.chain(steps, [step[::-1] for step in steps]):
        outcome = run(sys.executable, TOOLS / "update_check.py", written(before), written(after))
        faults = re.findall(r"^(?:COLLISION|DATA|STALE|APIID) .*", outcome.stdout, re.MULTILINE)
        assert outcome.returncode == 0 and not faults, f"{before} → {after} routes: {faults[:5]} {outcome.stderr}"


@needs_shared
@pytest.mark.parametrize("size", [1, 100, 250, LARGEST])
def test_creation(written, size):
    outcome = run(sys.executable, TOOLS / "update_check.py", written(size))
    assert outcome.returncode == 0, outcome.stdout[:2000]


def updated(first, *others, options=()):
    """The steps of updating one stack of an emulated account from template to template."""
    steps = [word for template in others for word in ("--then", template)]
    return json.loads(succeeds(deploy(first, *steps, *options)))["steps"]


@needs_shared
@pytest.mark.parametrize("step", ["99 routes", "into nested stacks"])
def test_an_account_grows_and_shrinks(written, thresholds, step):
    """One route more and one less, also where resources move to nested stacks and back."""
    size = 99 if step == "99 routes" else thresholds[0]
    small, large = (written(count) / "grows.template.json" for count in (size, size + 1))
    _, grown, shrunk = updated(small, large, small, options=("--parameter", "Secret=x"))
    # Log groups are retained.
    assert grown["created"] >= shrunk["deleted"] > 0 and grown["deleted"] <= shrunk["created"]
    assert step == "99 routes" or shrunk["created"] > 50


@needs_shared
def test_an_account_renames_path_variables(tmp_path):
    """API Gateway rejects a second route that differs only in the name of a variable, so the route is changed in place."""
    names = [("id", "page", "rest"), ("bookId", "number", "path")]
    templates = []
    for number, (book, page, rest) in enumerate(names):
        spec = tmp_path / f"{number}.yaml"
        spec.write_text(json.dumps({"stack": "books", "apis": {"store": {
            "routes": {key: "https://books.example.com/" + key.split("/", 1)[1].replace("+", "") for key in (
                f"GET /books/{{{book}}}", f"PUT /books/{{{book}}}/pages/{{{page}}}", f"ANY /files/{{{rest}+}}")}}}}))
        succeeds(run(PROGRAM, spec, "-o", tmp_path / str(number)))
        templates.append(tmp_path / str(number) / "books.template.json")
    _, there, back = updated(templates[0], templates[1], templates[0])
    assert there == {**there, "replaced": 0} and there["updated"] >= 3 and back["updated"] == there["updated"], there
