"""Every condition of the catalogue is reported, or excluded for a reason.

`catalogue.tsv` has a row for each way in which a condition is reported: by a rule, whose examples are tests; by reading
or by the finished template, with a spec (`<129>` in it is replaced by that many letters) or the name of a test. The
IDs of the catalogue are those of `rules.tsv`; the program's IDs follow the same scheme.
"""
import functools
import json
import re

import pytest

from judging import PROGRAM, REPOSITORY, SHARED, needs_shared, run, succeeds

TABLE = [line.split("\t") for line in (REPOSITORY / "Tests/judges/catalogue.tsv").read_text().splitlines()
         if not line.startswith("#")]
LEFT_OUT = [row for row in TABLE if row[1] == "-"]
BY_RULE = [row for row in TABLE if row[1] != "-" and not row[2]]
BY_TEST = [row for row in TABLE if row[2].startswith("test: ")]
BY_SPEC = [row for row in TABLE if row not in LEFT_OUT + BY_RULE + BY_TEST]


def rows(table):
    return pytest.mark.parametrize("condition, finding, how", table, ids=[f"{row[0]}-{row[1]}" for row in table])


@functools.cache
def explained():
    """The output of `rules` by ID."""
    return {rule["id"]: rule for rule in json.loads(succeeds(run(PROGRAM, "rules", "--format", "json")))}


@needs_shared
def test_every_condition_has_its_rows():
    lines = (SHARED / "reference/rules.tsv").read_text().splitlines()[1:]
    conditions = [line.split("\t")[0] for line in lines if line]
    assert list(dict.fromkeys(row[0] for row in TABLE)) == conditions


def test_excluded_conditions_have_a_reason():
    found = {row[0] for row in TABLE if row[1] != "-"}
    for condition, _, why in LEFT_OUT:
        assert condition not in found, f"{condition} is excluded, but reported"
        assert len(why.split()) > 5, f"{condition} is excluded without a reason"
    assert len(LEFT_OUT) <= 4, "too many conditions are excluded"


def test_readme_has_the_right_count():
    count = len({row[0] for row in TABLE})
    assert f"lists {count} conditions" in (REPOSITORY / "docs/aws.md").read_text()


@rows(BY_RULE)
def test_reported_by_a_rule(condition, finding, how):
    assert explained()[finding].get("bad"), f"{finding} has no example: add a spec"


@rows(BY_SPEC)
def test_reported_in_a_spec(condition, finding, how):
    spec = re.sub(r"<(\d+)>", lambda letters: "x" * int(letters[1]), how)
    outcome = run(PROGRAM, "validate", "--format", "json", "-", input=spec)
    found = {finding["id"] for finding in json.loads(outcome.stdout)["diagnostics"]}
    assert finding in found, f"{how}\nfinds {sorted(found)}"
    assert finding in explained()


@rows(BY_TEST)
def test_reported_in_a_test(condition, finding, how):
    name = how.removeprefix("test: ")
    sources = [path.read_text() for path in (REPOSITORY / "Tests").rglob("*.swift")]
    tests = [test for source in sources for test in re.split(r"(?m)^  @Test", source) if f"func {name}(" in test]
    assert len(tests) == 1 and finding in tests[0], f"no test {name} mentions {finding}"
