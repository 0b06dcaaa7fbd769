"""Every form of a function or of an entry of a template section that the program accepts has no error in cfn-lint.

The forms of `forms.py` are written into few specs, one per line. Lines with an error are removed until the rest is accepted.
"""
import json
import sys

import pytest

import forms
from judging import PROGRAM, complain, installed, run

# The most entries of a section in one spec, below the limits of a template.
LIMITS = {"resources": 400, "outputs": 150, "parameters": 150, "conditions": 150, "mappings": 150, "rules": 150}


def batches(entries):
    """Groups of forms that one spec can have."""
    groups = []
    counts = {}
    for form in entries:
        section = form[0]
        group = counts.get(section, 0) // LIMITS[section]
        counts[section] = counts.get(section, 0) + 1
        if group == len(groups):
            groups.append([])
        groups[group].append(form)
    return groups


def lines(group, extensions):
    """The lines of a spec: text, and the form that it is; None for what every spec has."""
    yield '{"transform": "AWS::LanguageExtensions",' if extensions else "{", None
    yield '"apis": {"main": {"routes": {"GET /a": "https://e.example.com"}}},', None
    for section, common in forms.COMMON.items():
        yield f'"{section}": {{', None
        for name, entry in common.items():
            yield f' "{name}": {json.dumps(entry)},', None
        for number, form in enumerate(group):
            if form[0] == section:
                name = f"{section.capitalize()}{number}"
                yield f' "{name}": {json.dumps(form[2]).replace("NAME", name)},', form
        yield "},", None
    yield "}", None


def accepted(group, folder, extensions):
    """The template of the forms without an error, and those forms by section and name."""
    left = list(group)
    spec = folder / "spec.yaml"
    while True:
        text = list(lines(left, extensions))
        spec.write_text("\n".join(line for line, _ in text))
        outcome = run(PROGRAM, "validate", "--format", "json", spec)
        if outcome.returncode not in (0, 1):
            complain(outcome)
        wrong = {f["line"] - 1 for f in json.loads(outcome.stdout)["diagnostics"] if f["severity"] == "error"}
        if not wrong:
            break
        strange = [text[line][0] for line in wrong if text[line][1] is None]
        assert not strange, f"an error in what every spec has: {strange}\n{outcome.stdout[:2000]}"
        left = [form for line, (_, form) in enumerate(text) if form and line not in wrong]
    outcome = run(PROGRAM, spec, "-o", folder)
    if outcome.returncode:
        complain(outcome)
    return folder / "spec.template.json", left


def check(entries, folder, extensions=False):
    """The forms without an error that cfn-lint rejects."""
    gaps, count = [], 0
    for number, group in enumerate(batches(entries)):
        home = folder / str(number)
        home.mkdir()
        template, left = accepted(group, home, extensions)
        count += len(left)
        outcome = run(installed("cfn-lint"), "--format", "json", "--ignore-checks", "W", "I", "--", template)
        for error in json.loads(outcome.stdout or "[]"):
            # E0002: a check of cfn-lint failed with an exception.
            if error["Rule"]["Id"] == "E0002":
                continue
            path = error["Location"]["Path"] or []
            name = str(path[1]) if len(path) > 1 else ""
            digits = "".join(filter(str.isdigit, name))
            label = left[int(digits)][1] if digits else name
            gaps.append(f"{label}: {error['Rule']['Id']} {error['Message']}")
    return gaps, count


@pytest.mark.parametrize("extensions", [False, True], ids=["plain", "with-extensions"])
def test_functions(tmp_path, extensions):
    entries = list(forms.functions())
    gaps, count = check(entries, tmp_path, extensions)
    print(f"{len(entries)} forms, {count} accepted, {len(gaps)} of them with an error in cfn-lint")
    assert not gaps, "\n".join(gaps)


def test_entries_of_sections(tmp_path):
    entries = list(forms.entries())
    gaps, count = check(entries, tmp_path)
    print(f"{len(entries)} forms, {count} accepted, {len(gaps)} of them with an error in cfn-lint")
    assert not gaps, "\n".join(gaps)
