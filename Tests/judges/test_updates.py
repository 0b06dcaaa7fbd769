"""`diff` agrees with ../shared/tools/update_check.py on examples and what becomes of them when someone edits them."""
import json
import random
import re

import pytest

from judging import EXAMPLES, PROGRAM, each, needs_shared, run, tool

ACTIONS = {"+": "added", "-": "deleted", "R": "replaced", "~": "changed", "M": "moved"}


def synthesized(spec, folder):
    return run(PROGRAM, spec, "-o", folder, "--quiet", *environment(spec)).returncode == 0


def environment(spec):
    return ["--env", "prod"] if re.search(r"^environments:", spec.read_text(), re.M) else []


def compared(spec, folder):
    done = run(PROGRAM, "diff", spec, "--against", folder, "--format", "json", "--quiet", *environment(spec))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)[0]


@each(EXAMPLES)
def test_an_example_does_not_differ_from_its_template(spec, tmp_path):
    assert synthesized(spec, tmp_path)
    difference = compared(spec, tmp_path)
    assert all(difference[part] == [] for part in ("findings", "apis", "outputs", "resources", "otherSections"))


def edited(text, choice):
    """The text after an edit: a key renamed wherever it is used, a line removed, or a number increased."""
    numbers = list(re.finditer(r"\b\d+\b", text))
    kind = choice.choice(["rename", "remove", "increase"] if numbers else ["rename", "remove"])
    if kind == "rename":
        keys = sorted(set(re.findall(r"^\s{2,6}([a-z][A-Za-z]{2,})\s*:", text, re.M)))
        key = choice.choice(keys)
        return re.sub(rf"\b{key}\b", key + "x", text)
    if kind == "remove":
        lines = text.split("\n")
        lines.pop(choice.randrange(len(lines)))
        return "\n".join(lines)
    number = choice.choice(numbers)
    return text[:number.start()] + str(int(number[0]) + 1) + text[number.end():]


@needs_shared
@pytest.mark.parametrize("seed", range(8))
def test_agrees_with_the_judge_of_updates(seed, tmp_path):
    choice = random.Random(seed)
    agreed = 0
    for attempt in range(40):
        spec = choice.choice(EXAMPLES)
        old, new, copy = tmp_path / f"{attempt}.old", tmp_path / f"{attempt}.new", tmp_path / spec.name
        copy.write_text(spec.read_text())
        # Some examples refer to files next to them.
        if not synthesized(copy, old):
            continue
        copy.write_text(edited(spec.read_text(), choice))
        if not synthesized(copy, new):
            continue
        found = json.loads(tool("update_check.py", old, new, "--json").stdout)
        difference = compared(copy, old)
        name = lambda finding: finding["name"].rpartition("/")[2]
        assert {(r["logicalId"], r["change"]) for r in difference["resources"]} \
            == {(name(f), ACTIONS[f["kind"]]) for f in found if f["kind"] in ACTIONS}
        for topic, kind in (("collision", "COLLISION"), ("data", "DATA")):
            assert {f["logicalId"] for f in difference["findings"] if f["topic"] == topic} \
                == {name(f) for f in found if f["kind"] == kind}
        agreed += 1
        if agreed == 3:
            break
    assert agreed == 3, "too few edits gave a valid spec"
