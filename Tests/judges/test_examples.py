"""Every example has no warnings, and its template equals the golden template; every reference has no warnings either,
apart from those that it ignores."""
import difflib
import json
import os

import pytest

from judging import EXAMPLES, PROGRAM, REFERENCES, REPOSITORY, each, run, succeeds, synthesize


def golden_of(spec):
    return spec.with_name(f"{spec.stem}.template.json")


@each(EXAMPLES)
def test_golden(spec):
    written, golden = synthesize(spec).read_bytes(), golden_of(spec)
    if golden.exists() and golden.read_bytes() == written:
        return
    if os.environ.get("RECORD") == "1":
        golden.write_bytes(written)
        pytest.fail(f"{golden.name} was rewritten: read the diff, then run without RECORD", pytrace=False)
    if not golden.exists():
        pytest.fail(f"{golden.name} does not exist: run `make record`", pytrace=False)
    lines = [text.decode(errors="backslashreplace").splitlines(keepends=True) for text in (golden.read_bytes(), written)]
    difference = "".join(difflib.unified_diff(*lines, golden.name, "what is written now"))
    pytest.fail(f"the template differs; if that is intended, run `make record`\n{difference}", pytrace=False)


@each(EXAMPLES + REFERENCES)
def test_no_warnings(spec):
    answer = json.loads(succeeds(run(PROGRAM, "validate", "--format", "json", spec)))
    found = [d for d in answer["diagnostics"] if d["severity"] != "note"]
    if found:
        pytest.fail(f"examples and references must not have findings: {json.dumps(found, indent=1)}", pytrace=False)


def test_every_golden_has_its_example():
    goldens = set((REPOSITORY / "examples").glob("*.template.json"))
    assert goldens <= {golden_of(spec) for spec in EXAMPLES}
