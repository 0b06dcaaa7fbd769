"""Some thousand mutants of examples, references and cases: the outcome is a template that the judges accept, or an error with a
place; two runs give the same, and `--fix` never makes a spec worse.

MUTANTS sets the number of mutants of each part, SEED the first seed. `test_mutants.py SEED SPEC` prints a mutant.
"""
import functools
import json
import os
import re
import shutil
import sys
import tempfile
import zlib
from pathlib import Path

import pytest

from judging import EXAMPLES, PROGRAM, REFERENCES, SHARED, TOOLS, complain, installed, needs_shared, run
from mutation import Mutator

COUNT = int(os.environ.get("MUTANTS", "150"))
SEED = int(os.environ.get("SEED", "0"))
PARTS = 12
BATCH = 15
CASES = sorted(path for kind in ("right", "mistakes") for path in (SHARED / "cases" / kind).glob("*.yaml"))
SPECS = [path for path in EXAMPLES + REFERENCES + CASES if path.stat().st_size < 20_000]


@functools.cache
def mutator():
    return Mutator([path.read_text() for path in SPECS])


def mutant(spec, seed):
    """The text of a mutant, without a stack name: its templates are named after its file."""
    text = mutator().mutant(spec.read_text(), f"{seed} {spec.parent.name}/{spec.name}")
    return re.sub(r"^stack:.*\n?", "", text, flags=re.M)


def write_batch(folder, numbers):
    """Mutants in a folder, beside the files that they refer to."""
    paths = {}
    for number in numbers:
        spec = SPECS[zlib.crc32(str(number).encode()) % len(SPECS)]
        home = folder / spec.parent.name
        if not home.exists():
            home.mkdir()
            for entry in spec.parent.iterdir():
                if not entry.name.endswith(".template.json"):
                    (home / entry.name).symlink_to(entry)
        path = home / f"m{number}.yaml"
        path.write_text(mutant(spec, number), errors="surrogateescape")
        paths[path] = f"SEED {number} of {spec.parent.name}/{spec.name}"
    return paths


def validate(paths, *options):
    """The errors of each spec; fails the test if one has no place."""
    outcome = run(PROGRAM, "validate", "--format", "json", "--fail-on", "error", *options, *paths)
    if outcome.returncode not in (0, 1):
        culprits = [name for path, name in paths.items() if run(PROGRAM, "validate", "-q", path).returncode not in (0, 1)]
        pytest.fail(f"exit status {outcome.returncode}: {culprits}\n{outcome.stderr[:2000]}", pytrace=False)
    found = {path: [] for path in paths}
    report = json.loads(outcome.stdout)
    assert not any(finding["id"] == "OPT002" for finding in report["diagnostics"]), "the batch is too large"
    files = {str(path): path for path in paths}
    for finding in report["diagnostics"]:
        assert finding["path"] and finding["line"] and finding["column"], f"without a place: {finding}"
        assert finding["message"] and "\n" not in finding["message"]
        # Errors in files that a mutant includes belong to all.
        if finding["severity"] == "error" and finding["path"] in files:
            found[files[finding["path"]]].append(finding)
    return found, outcome.stdout


def judge(template):
    """What the judges find in a template and its nested templates."""
    sys.path.insert(0, str(TOOLS))
    import api_model
    import update_check
    model, _ = api_model.read(str(template), check=True)
    # The judges do not know the aliases that SAM makes.
    return [fault.replace(str(template), "template") for fault in model.faults + update_check.faults(model)
            if not re.search(r"Ref '\w+\.Alias' is not in the template", fault)]


@functools.cache
def accepted(name):
    """What the judges find in the template of the spec itself."""
    spec = next(path for path in SPECS if f"{path.parent.name}/{path.name}" == name)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        run(PROGRAM, spec, "-o", folder, "-q")
        return {fault for template in Path(folder).iterdir() for fault in judge(template)}


@needs_shared
@pytest.mark.parametrize("part", range(PARTS))
def test_mutants(part, tmp_path):
    numbers = range(SEED + part * COUNT, SEED + (part + 1) * COUNT)
    faults, templates = [], 0
    for start in range(0, COUNT, BATCH):
        folder = tmp_path / "work"
        folder.mkdir()
        paths = write_batch(folder, numbers[start:start + BATCH])
        found, report = validate(paths)
        assert validate(paths)[1] == report, "two runs report different findings"
        right = valid(paths)
        faults += [f"{paths[path]}: valid with errors" for path in right if found[path]]
        templates += len(right)
        faults += judged(right, paths, folder)
        faults += fixed(found, paths)
        shutil.rmtree(folder)
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)
    assert templates > COUNT / 20, "hardly any mutant is valid"


def valid(paths):
    """The specs without errors, those in included files counted."""
    lines = run(PROGRAM, "validate", *paths).stdout
    return [path for path in paths if f"{path}: valid (" in lines]


def judged(right, paths, folder):
    """The faults of the templates of valid mutants."""
    if not right:
        return
    texts = []
    for out in (folder / "out", folder / "out2"):
        outcome = run(PROGRAM, *right, "-o", out, "-q")
        if outcome.returncode != 0:
            complain(outcome)
        texts.append({file.name: file.read_bytes() for file in out.iterdir()})
    assert texts[0] == texts[1], "two runs give different templates"
    for path in right:
        template = folder / "out" / f"{path.stem}.template.json"
        known = accepted(paths[path].partition(" of ")[2])
        yield from (f"{paths[path]}: {fault}" for fault in judge(template) if fault not in known)


def worsens(fix, path, name):
    """Whether a fix of one edit leaves more errors: `--fix` does not apply it."""
    if len(fix["edits"]) != 1:
        return False
    edit, = fix["edits"]
    lines = path.read_text().splitlines(keepends=True)
    if edit["line"] != edit["endLine"]:
        return False
    line = lines[edit["line"] - 1]
    lines[edit["line"] - 1] = line[:edit["column"] - 1] + edit["replacement"] + line[edit["endColumn"] - 1:]
    other = path.with_name(f"fixed-{path.name}")
    other.write_text("".join(lines))
    counts = [len(validate({one: name})[0][one]) for one in (path, other)]
    return counts[1] > counts[0]


def fixed(found, paths):
    """The specs that `--fix` makes worse: they cannot be read any more, or what was fixed is still reported."""
    fixable = {path: paths[path] for path, errors in found.items() if any(error["fix"] for error in errors)}
    if not fixable:
        return
    # Of fixes that overlap, one is applied in each run.
    for _ in range(3):
        after, _ = validate(fixable, "--fix")
    for path, name in fixable.items():
        before, left = found[path], after[path]
        broken = [error for error in left if error["id"].startswith("YAML")]
        if broken and not any(error["id"].startswith("YAML") for error in before):
            yield f"{name}: --fix breaks it: {broken[0]['message']}"
        still = {(error["id"], error["message"]) for error in left}
        for error in before:
            if error["fix"] and (error["id"], error["message"]) in still and len(left) >= len(before) \
                    and not worsens(error["fix"], path, name):
                yield f"{name}: --fix does not fix {error['id']} {error['message']}"


@needs_shared
def test_a_sample_with_cfn_lint(tmp_path):
    """A few templates: the linter is slow. What a user wrote in CloudFormation's terms is the user's."""
    paths = write_batch(tmp_path, range(SEED, SEED + 60))
    right = [path for path in valid(paths) if "resources:" not in path.read_text()][:12]
    assert run(PROGRAM, *right, "-o", tmp_path / "out", "-q").returncode == 0
    outcome = run(installed("cfn-lint"), "--format", "json", "--ignore-checks", "W", "I", "--", *sorted((tmp_path / "out").iterdir()))
    errors = [f"{Path(m['Filename']).name}: {m['Rule']['Id']} {m['Message']} at {m['Location']['Path']}"
              for m in json.loads(outcome.stdout or "[]")]
    if errors:
        pytest.fail("\n".join(errors), pytrace=False)


if __name__ == "__main__":
    print(mutant(Path(sys.argv[2]), sys.argv[1]), end="")
