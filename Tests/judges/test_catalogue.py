"""Every condition of the catalogue is found, or left out for a reason.

`catalogue.tsv` has a row for each way in which a condition is found: by a rule, whose own examples are tests; by reading
or by the finished template, shown by a spec (`<129>` in it stands for that many letters) or by a test that is named. The
catalogue's ids are those of `rules.tsv` beside the design; the program's own follow the same scheme.
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
    """What `rules` tells of each id."""
    return {rule["id"]: rule for rule in json.loads(succeeds(run(PROGRAM, "rules", "--format", "json")))}


@needs_shared
def test_every_condition_has_its_rows():
    lines = (SHARED / "reference/rules.tsv").read_text().splitlines()[1:]
    conditions = [line.split("\t")[0] for line in lines if line]
    assert list(dict.fromkeys(row[0] for row in TABLE)) == conditions


def test_a_reason_is_given_for_what_is_left_out():
    found = {row[0] for row in TABLE if row[1] != "-"}
    for condition, _, why in LEFT_OUT:
        assert condition not in found, f"{condition} is left out, and found"
        assert len(why.split()) > 5, f"{condition} is left out without a reason"
    assert len(LEFT_OUT) <= 4, "another condition is left out"


def test_the_readme_counts_right():
    count = len({row[0] for row in TABLE})
    assert f"lists {count} conditions" in (REPOSITORY / "README.md").read_text()


@rows(BY_RULE)
def test_a_rule_finds_it(condition, finding, how):
    assert explained()[finding].get("bad"), f"{finding} has no examples: show it by a spec"


@rows(BY_SPEC)
def test_a_spec_shows_it(condition, finding, how):
    spec = re.sub(r"<(\d+)>", lambda letters: "x" * int(letters[1]), how)
    outcome = run(PROGRAM, "validate", "--format", "json", "-", input=spec)
    found = {finding["id"] for finding in json.loads(outcome.stdout)["diagnostics"]}
    assert finding in found, f"{how}\nfinds {sorted(found)}"
    assert finding in explained()


@rows(BY_TEST)
def test_a_test_shows_it(condition, finding, how):
    name = how.removeprefix("test: ")
    sources = [path.read_text() for path in (REPOSITORY / "Tests").rglob("*.swift")]
    tests = [test for source in sources for test in re.split(r"(?m)^  @Test", source) if f"func {name}(" in test]
    assert len(tests) == 1 and finding in tests[0], f"no test {name} speaks of {finding}"
