"""100,000 findings: the memory for them is at most 20 times the size of the spec, or less than the spec needs without them."""
import subprocess
import sys

import pytest

from judging import PROGRAM

COUNT = 100_000
HEAD = "apis:\n  a:\n    routes:\n      GET /: https://a.example.com\n"


def routes(text, count=COUNT):
    return HEAD + "".join(f"      {text.replace('#', str(number))}\n" for number in range(count))


# The memory is for the findings: the spec itself has few elements.
SMALL = {
    "unknown-keys": HEAD + "".join(f"    unknown{number}: 1\n" for number in range(COUNT)),
    "duplicates": routes("GET /a: https://a.example.com"),
    "undefined-aliases": HEAD + "x-more:\n" + "".join(f"- *missing{number}\n" for number in range(COUNT)),
}
# Each route has a mistake; the reading of so many routes needs memory without them as well.
LARGE = {
    "misspelled-names": "GET /a#: functoin", "bad-values": "GET /a#: {lambda: function, timeout: abc}",
    "unknown-methods": "FETCH /a#: function", "unknown-variables": "GET /a#: $(name#)",
    "unknown-keys-of-routes": "GET /a#: {lambda: function, nope: 1}",
}
FUNCTION = "functions: {function: {arn: 'arn:aws:lambda:eu-central-1:111122223333:function:f'}}\n"


# The memory of a process counts that of its parent, which it has until it starts the program: this one has little.
LAUNCHER = """
import os, sys
report, *command = sys.argv[1:]
to_report = [(os.POSIX_SPAWN_OPEN, 1, report, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
process = os.posix_spawn(command[0], command, os.environ, file_actions=to_report)
_, status, usage = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
"""


def peak(text, folder):
    """The maximum resident memory of a run in bytes."""
    (folder / "spec.yaml").write_text(text)
    command = [PROGRAM, "validate", folder / "spec.yaml", "-f", "concise"]
    launched = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, folder / "report", *command], capture_output=True, text=True, check=True)
    status, kilobytes = map(int, launched.stdout.split())
    assert status in (0, 1)
    return kilobytes * 1024


@pytest.mark.parametrize("name", SMALL)
def test_findings(name, tmp_path):
    start = peak(HEAD, tmp_path)
    ratio = (peak(SMALL[name], tmp_path) - start) / len(SMALL[name])
    assert "not shown [OPT002]" in (tmp_path / "report").read_text()
    assert ratio <= 20, f"{ratio:.1f} times the size of the spec"


def test_findings_need_less_than_the_spec(tmp_path):
    allowed = peak(FUNCTION + routes("GET /a#: function", 20_000), tmp_path)
    for name, route in LARGE.items():
        used = peak(FUNCTION + routes(route, 20_000), tmp_path)
        assert "not shown [OPT002]" in (tmp_path / "report").read_text()
        assert used <= allowed, f"{name}: {used} bytes, {allowed} without the mistakes"
