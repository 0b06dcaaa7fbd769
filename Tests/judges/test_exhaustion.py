"""Limits of the operating system on memory and the stack: the program ends with a message and status 2."""
import subprocess

import pytest

from judging import PROGRAM

MEMORY = "error: not enough memory"
STACK = "error: the stack is full"


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A spec that needs some ten megabytes."""
    spec = tmp_path_factory.mktemp("large") / "spec.yaml"
    spec.write_text("apis:\n  a:\n    routes:\n" + "".join(
        f"      GET /a{number}: https://a.example.com/{number}\n" for number in range(3_000)))
    return spec


@pytest.fixture(scope="module")
def deep(tmp_path_factory):
    """A spec with the deepest nesting that is allowed, and more than that."""
    spec = tmp_path_factory.mktemp("deep") / "spec.yaml"
    spec.write_text("apis: {a: {routes: {GET /a: https://a.example.com}}}\nresources: {R: {Type: A::B::C, Properties: {a: "
                    + "[" * 190 + "]" * 190 + "}}}\nx-more: " + "[" * 100_000)
    return spec


def limited(limit, *command):
    return subprocess.run(["bash", "-c", f'ulimit {limit}; exec "$0" "$@"', PROGRAM, *map(str, command)],
                          capture_output=True, text=True, timeout=300, errors="replace")


def outcomes(option, sizes, spec):
    """The outcomes with these limits, without those that do not even let the program start."""
    for size in sizes:
        if limited(f"{option} {size}", "--version").returncode in (0, 2):
            yield size, limited(f"{option} {size}", "validate", spec, "-f", "concise")


def test_memory(large):
    failures = 0
    for size, outcome in outcomes("-v", range(20_000, 240_000, 6_000), large):
        assert outcome.returncode in (1, 2), f"{size}: {outcome.stderr[-500:]}"
        if outcome.returncode == 2:
            failures += 1
            last = outcome.stderr.splitlines()[-1]
            assert last.startswith((MEMORY, STACK, "error: cannot read")), f"{size}: {last}"
    assert failures >= 1


def test_stack(deep):
    # With 16 KB or less it is chance whether the program starts: the environment and the random place of the stack take
    # so much that one of five runs ends before the program can do anything.
    failures = 0
    for size, outcome in outcomes("-s", (20, 24, 32, 48, 64, 96, 128), deep):
        assert outcome.returncode in (1, 2), f"{size}: {outcome.stderr[-500:]}"
        if outcome.returncode == 2:
            failures += 1
            assert outcome.stderr.splitlines()[-1].startswith(STACK), f"{size}: {outcome.stderr[-500:]}"
        else:
            assert "nested more than 200 levels deep [YAML008]" in outcome.stderr
    assert failures >= 1
