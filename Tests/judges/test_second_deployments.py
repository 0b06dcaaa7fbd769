"""`diff` agrees with ../shared/tools/update_check.py on what authors change in a deployed spec: `second_deployments.yaml`.

No change ends in a collision or loses data unless it is listed here.
"""
import json

import pytest
import yaml

from judging import REPOSITORY, needs_shared, tool
from test_updates import ACTIONS, compared, synthesized

SPECS = yaml.safe_load((REPOSITORY / "Tests/judges/second_deployments.yaml").read_text())
CHANGES = {name: (entry["spec"], change) for entry in SPECS for name, change in entry["changes"].items()}
# What no template can avoid, with the topic that `diff` reports.
REPORTED = {
    "domain-renamed": "data", "pool-client-renamed": "data", "pool-renamed": "data", "function-key-with-name": "collision",
    "vpc-cidr": "collision",
}

# Clients lose an URL (UPD006), or everyone can call a route (UPD005).
OUTAGES = {
    "api-disable-endpoint", "api-renamed", "domain-base-path", "domain-logical-host-trailing", "domain-mapping-to-other-api",
    "domain-mtls", "domain-renamed", "domain-swapped", "http-to-websocket", "openapi-to-routes", "stage-default-to-named",
    "stage-removed",
}
OPENINGS = {"auth-if", "authorizer-moved-to-route", "authorizer-removed", "authorizer-to-other-api", "env-auth"}


def after(spec, change):
    if isinstance(change, dict):
        return change["spec"]
    for old, new in change:
        assert old in spec, f"{old!r} is not in the spec"
        spec = spec.replace(old, new)
    return spec


def named(finding):
    return finding["name"].rpartition("/")[2]


@needs_shared
@pytest.mark.parametrize("name", CHANGES)
def test_change(name, tmp_path):
    old, change = CHANGES[name]
    spec = tmp_path / "store.yaml"
    spec.write_text(old)
    assert synthesized(spec, tmp_path / "old")
    spec.write_text(after(old, change))
    assert synthesized(spec, tmp_path / "new")
    found = json.loads(tool("update_check.py", tmp_path / "old", tmp_path / "new", "--json").stdout)
    difference = compared(spec, tmp_path / "old")
    assert {(r["logicalId"], r["change"]) for r in difference["resources"]} \
        == {(named(f), ACTIONS[f["kind"]]) for f in found if f["kind"] in ACTIONS}
    topics = {f["topic"] for f in difference["findings"]} & {"collision", "data"}
    # A table whose key changes "may" be replaced: only `diff` reports the loss, and its name.
    assert topics - ({"data", "collision"} if name == "raw-key-schema" else set()) == ({REPORTED[name]} if name in REPORTED else set())
    ids = {f["id"] for f in difference["findings"]}
    assert ("UPD006" in ids, "UPD005" in ids) == (name in OUTAGES, name in OPENINGS)
    for topic in ("collision", "data"):
        if name != "raw-key-schema":
            assert {f["logicalId"] for f in difference["findings"] if f["topic"] == topic} \
                == {named(f) for f in found if f["kind"] == topic.upper()}


def test_every_reported_change_exists():
    assert set(REPORTED) | OUTAGES | OPENINGS <= set(CHANGES)
