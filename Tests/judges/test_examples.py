"""Every example is free of warnings, and synthesizes to its golden template, byte for byte; every reference is, too,
apart from what it is told to ignore."""
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
        pytest.fail(f"{golden.name} was recorded anew: read the difference, then run without RECORD", pytrace=False)
    if not golden.exists():
        pytest.fail(f"there is no {golden.name}: `make record` writes it", pytrace=False)
    lines = [text.decode(errors="backslashreplace").splitlines(keepends=True) for text in (golden.read_bytes(), written)]
    difference = "".join(difflib.unified_diff(*lines, golden.name, "what is written now"))
    pytest.fail(f"it differs; if it should: `make record`\n{difference}", pytrace=False)


@each(EXAMPLES + REFERENCES)
def test_no_warnings(spec):
    answer = json.loads(succeeds(run(PROGRAM, "validate", "--format", "json", spec)))
    found = [d for d in answer["diagnostics"] if d["severity"] != "note"]
    if found:
        pytest.fail(f"it is what newcomers copy, or is known to deploy: {json.dumps(found, indent=1)}", pytrace=False)


def test_every_golden_has_its_example():
    goldens = set((REPOSITORY / "examples").glob("*.template.json"))
    assert goldens <= {golden_of(spec) for spec in EXAMPLES}
