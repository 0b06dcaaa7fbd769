"""The inputs that fuzzing starts with, and what it has found: each gives a report or a template, and never a crash."""
import re

import pytest

from judging import PROGRAM, REPOSITORY, run

CORPUS = sorted(path for path in (REPOSITORY / "Tests/Fuzz/corpus").glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_input(path, tmp_path):
    spec = tmp_path / "spec.yaml"
    spec.write_text("apis: {a: {routes: {GET /a: https://a.example.com}}}\n")
    for command in (["validate", path], [path, "-o", tmp_path / "out"], ["validate", path, "--diff"], ["routes", path],
                    ["diff", spec, "--against", path]):
        outcome = run(PROGRAM, *command)
        assert outcome.returncode in (0, 1, 2), f"{command}: {outcome.returncode} {outcome.stderr[:500]}"
        if command[0] == "validate" and outcome.returncode:
            assert re.search(rf"^{re.escape(str(path))}:\d+:\d+: error: |^error: .* \[CFN021\]", outcome.stderr, re.M)
        assert run(PROGRAM, *command).stderr == outcome.stderr
