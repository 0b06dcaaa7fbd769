"""All templates of examples and references are valid and can be deployed."""
import json
import re

import pytest

from emulator import deploy
from judging import (
    EXAMPLES, REFERENCES, complain, each, installed, needs_shared, parameter_values, run, succeeds, synthesize, tool)

SPECS = EXAMPLES + REFERENCES


def test_cfn_lint():
    """All templates in one run, because the linter starts slowly."""
    templates = {str(synthesize(spec)): f"{spec.parent.name}/{spec.stem}" for spec in SPECS}
    # W2531: whether a runtime is deprecated depends on the date.
    outcome = run(installed("cfn-lint"), "--format", "json", "--ignore-checks", "W2531", "--", *templates)
    if not outcome.stdout.lstrip().startswith("["):
        complain(outcome)
    found = [f"{templates[m['Filename']]}: {m['Rule']['Id']} at {'.'.join(map(str, m['Location']['Path'] or []))}: "
             f"{m['Message']}" for m in json.loads(outcome.stdout)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)
    succeeds(outcome)


@needs_shared
@each(SPECS)
def test_check(spec):
    succeeds(tool("api_model.py", "check", synthesize(spec)))


@needs_shared
@each(SPECS)
def test_deploys(spec):
    template = synthesize(spec)
    deployed = json.loads(succeeds(deploy(template, *arguments_for(template))))
    expected = model(template)["apis"]

    # The emulator does not support Cloud Map instances; everything else of these two services must exist.
    unreal = [name for name in deployed["stand-ins"]
              if re.match(r"AWS::(ApiGatewayV2|ServiceDiscovery)::(?!Instance\b)", name)]
    assert not unreal, f"not really created: {unreal}"

    # Resources that are added to an imported API cannot be deployed here.
    inside = {name: api for name, api in expected.items() if not name.startswith("outside: ")}
    outside = [name for name in deployed["stand-ins"] if " on " in name]
    assert not outside or len(inside) < len(expected), f"considered outside of the template: {outside}"

    assert {name: {"routes": {key: route["type"] for key, route in api["routes"].items()}, "stages": api["stages"]}
            for name, api in deployed["apis"].items()} \
        == {name: {"routes": {key: route.get("integration", {}).get("IntegrationType")
                              for key, route in api["routes"].items()}, "stages": sorted(api["stages"])}
            for name, api in inside.items()}


def arguments_for(template):
    for name, value in parameter_values(template).items():
        yield from ("--parameter", f"{name}={value}")


def model(template):
    """The output of ../shared/tools/api_model.py for a template."""
    return json.loads(succeeds(tool("api_model.py", "show", template)))
