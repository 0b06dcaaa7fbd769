"""Shared helpers: paths of the program, the specs and external tools, and synthesis of a spec."""
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
# The release program is linked statically, and does not describe its commands as JSON.
DEBUG_PROGRAM = REPOSITORY / ".build/debug/apigw-synth"
PROGRAM = Path(os.environ.get("APIGW_SYNTH") or DEBUG_PROGRAM).resolve()
RELEASE = Path(os.environ.get("APIGW_SYNTH_RELEASE") or REPOSITORY / ".build/release/apigw-synth").resolve()
SHARED = Path(os.environ.get("APIGW_SHARED") or REPOSITORY.parent / "shared").resolve()
TOOLS = SHARED / "tools"

EXAMPLES = sorted((REPOSITORY / "examples").glob("*.yaml"))
REFERENCES = sorted((REPOSITORY / "Tests/References").glob("*.yaml"))


def each(specs):
    """One test per spec, named after the spec."""
    return pytest.mark.parametrize("spec", specs, ids=lambda spec: f"{spec.parent.name}/{spec.stem}")


needs_shared = pytest.mark.skipif(
    not TOOLS.is_dir(), reason="../shared is not beside this clone")


def run(*command, **options):
    """The result of a command with its output as text; the timeout is five minutes."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300, **options)


def tool(*arguments):
    """One of the programs in ../shared/tools, run with this Python."""
    return run(sys.executable, TOOLS / arguments[0], *arguments[1:])


def installed(name):
    """A program that pip installed for this Python."""
    return Path(sys.executable).with_name(name)


def succeeds(outcome):
    """The standard output of a command; fails the test with its output if the command failed."""
    if outcome.returncode != 0:
        complain(outcome)
    return outcome.stdout


def assert_recorded(texts):
    """The generated files have these texts, by their paths; with RECORD=1 they are written, and the test fails once."""
    changed = [path for path, text in texts.items() if not path.exists() or path.read_text() != text]
    names = [path.name for path in changed]
    if changed and os.environ.get("RECORD") == "1":
        for path in changed:
            path.write_text(texts[path])
        pytest.fail(f"{names} were rewritten: read the diff, then build and run without RECORD", pytrace=False)
    assert changed == [], f"{names} differ: run this test with RECORD=1, which writes them"


def complain(outcome):
    """Fails the test with the output of a command."""
    command = " ".join(map(str, outcome.args))
    pytest.fail(f"{command}\nexit status {outcome.returncode}\n{outcome.stdout}{outcome.stderr}", pytrace=False)


@functools.cache
def synthesize(spec):
    """The path of the template that the program writes for a spec. No other file may be written."""
    assert PROGRAM.exists(), f"{PROGRAM} does not exist: build it first"
    folder = Path(tempfile.mkdtemp(prefix=f"{spec.stem}-", dir=_scratch().name))
    succeeds(run(PROGRAM, spec, "-o", folder))
    written = os.listdir(folder)
    assert len(written) == 1 and written[0].endswith(".template.json"), f"{spec.name}: wrote {written}"
    return folder / written[0]


# Values of parameters without a default, by type.
PARAMETER_VALUES = [
    (r"Number", "1"),
    (r"AWS::Route53::HostedZone::Id", "Z0123456789ABCDEFGHIJ"),
    (r"AWS::EC2::VPC::Id", "vpc-0a1b2c3d4e5f60718"),
    (r".*AWS::EC2::Subnet::Id.*", "subnet-0aa11bb22cc33dd44"),
    (r".*AWS::EC2::SecurityGroup::Id.*", "sg-0123456789abcdef0"),
    (r".*", "example"),
]


def parameter_values(template):
    """Values of the parameters of a template that have no default."""
    return {name: next(value for kind, value in PARAMETER_VALUES if re.fullmatch(kind, parameter["Type"]))
            for name, parameter in json.loads(template.read_bytes()).get("Parameters", {}).items()
            if "Default" not in parameter}


@functools.cache
def _scratch():
    return tempfile.TemporaryDirectory(prefix="apigw-synth-judges-")
