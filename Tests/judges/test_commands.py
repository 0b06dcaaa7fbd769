"""Every command with hostile arguments, files and streams ends with status 0, 1 or 2: no crash, no hang, no file that is
incomplete, no source that is overwritten."""
import json
import os
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest

from judging import PROGRAM, run, succeeds

SPEC = "stack: s\napis: {a: {routes: {GET /a: https://x.example.com}}}\n"
WRONG = SPEC.replace("routes", "rutes")
LONG = "a" * 100_000
ODD = ["", LONG, "--unknown", "$(touch x)", "*", "\x1b[31m\u202e\n", "%s%n", "-", "--", "é" * 100, "/", "..", "a\tb"]

# Commands that print, with arguments that are right.
PRINTING = [
    "graph s.yaml", "graph s.yaml -f mermaid", "graph s.yaml -f dot", "routes s.yaml", "routes s.yaml -f json", "ids s.yaml",
    "ids s.yaml --attributes -f json", "trace s.yaml GET /a", "trace s.yaml GET /a -f json", "diff s.yaml -o out",
    "diff s.yaml -o none -f markdown", "schema", "rules", "rules -f json", "rules --area REF -f markdown", "reference",
    "explain REF001", "completions bash", "completions zsh", "completions fish", "manual", "--help", "--version", "help init",
    "validate s.yaml", "validate s.yaml -f json", "validate wrong.yaml --diff", "s.yaml -o -", "s.yaml -o out",
    "s.yaml -o out --dry-run",
]
# Each one is given one of the odd arguments.
ARGUMENTS = [
    "explain", "explain REF001", "schema", "rules", "rules --area", "rules --format", "reference", "manual", "completions",
    "completions bash", "init --kind", "init a", "graph", "graph s.yaml --format", "graph s.yaml --env", "graph s.yaml --set",
    "routes", "routes s.yaml", "ids", "ids s.yaml", "ids s.yaml --within", "trace", "trace s.yaml GET", "trace s.yaml",
    "trace s.yaml GET /a --stage", "trace s.yaml GET /a --api", "trace s.yaml GET /a --host", "trace s.yaml GET /a --header",
    "trace s.yaml --message", "diff", "diff s.yaml --against", "diff s.yaml -o", "diff s.yaml --fail-on", "validate",
    "validate s.yaml -f", "validate s.yaml --fail-on", "help", "help help", "--generate-completion-script",
]
STREAMS = [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full", "| true"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "s.yaml").write_text(SPEC)
    (tmp_path / "wrong.yaml").write_text(WRONG)
    succeeds(run(PROGRAM, "s.yaml", "-o", "out", cwd=tmp_path))
    return tmp_path


def contents(folder):
    """All files, with their bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def shell(script, folder):
    """The status of the program in a script, and what it wrote to standard error."""
    outcome = run("bash", "-c", f'set -o pipefail; {script}', cwd=folder, stdin=subprocess.DEVNULL)
    return outcome.returncode, outcome.stderr


def limited(*arguments, folder, **options):
    """The program, which may not hang: it has a minute, also in a debug build on a busy machine."""
    return subprocess.run([PROGRAM, *arguments], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, **options)


@pytest.mark.parametrize("command", ARGUMENTS)
def test_odd_arguments(command, folder):
    before = contents(folder)
    for odd in ODD:
        outcome = limited(*command.split(), odd, folder=folder)
        assert outcome.returncode in (0, 1, 2), f"{odd[:50]!r}: {outcome.returncode}"
        assert outcome.returncode == 2 or outcome.stdout or outcome.stderr, f"{odd[:50]!r}: nothing is printed"
        assert outcome.returncode == 0 or outcome.stderr or command.startswith("trace"), f"{odd[:50]!r}: no message"
        for text in (outcome.stdout, outcome.stderr):
            assert b"\x1b" not in text and "\u202e".encode() not in text, f"{odd[:50]!r}: {text[:300]}"
    if not command.startswith("init"):
        assert contents(folder) == before


@pytest.mark.parametrize("command", [command.split()[0] for command in PRINTING if not command.startswith("-")])
def test_arguments_that_are_not_utf8(command, folder):
    for argument in (b"caf\xe9", b"\xff", b"--set=\xc3\x28", b"\xed\xa0\x80"):
        outcome = limited(command.encode(), argument, folder=folder)
        assert outcome.returncode == 2 and b"is not UTF-8" in outcome.stderr


@pytest.mark.parametrize("command", PRINTING)
def test_streams(command, folder):
    before = contents(folder)
    usual, _ = shell(f"{shlex.quote(str(PROGRAM))} {command} >/dev/null 2>&1", folder)
    assert usual in (0, 1)
    for stream in STREAMS:
        status, errors = shell(f"timeout 20 {shlex.quote(str(PROGRAM))} {command} {stream}", folder)
        if stream.startswith((">&-", "<&- >&-", ">/dev/full")):
            assert status == 2, stream
            if "2>" not in stream:
                assert errors.endswith(("standard output: Bad file descriptor\n", "standard output: No space left on device\n"))
        else:
            assert status == usual, stream
    assert contents(folder) == before


@pytest.mark.parametrize("stream", STREAMS)
def test_files_that_are_written_with_closed_streams(stream, folder):
    program = shlex.quote(str(PROGRAM))
    succeeds(run(PROGRAM, "init", "right/first", cwd=folder))
    for number, command in enumerate([
            "s.yaml -o new", "validate wrong.yaml -f json=report.json -f junit=report.xml", "init first", "wrong.yaml -o none",
            "validate wrong.yaml --fix"]):
        status, _ = shell(f"timeout 20 {program} {command} {stream}", folder)
        assert status in (0, 1, 2)
        assert (folder / "s.yaml").read_text() == SPEC
        assert (folder / "wrong.yaml").read_text() == (SPEC if number == 4 else WRONG)
    assert (folder / "new/s.template.json").read_bytes() == (folder / "out/s.template.json").read_bytes()
    assert contents(folder / "first") == contents(folder / "right/first")
    assert len(json.loads((folder / "report.json").read_text())["diagnostics"]) == 1
    assert len(list(ElementTree.parse(folder / "report.xml").iter("failure"))) == 1
    assert not (folder / "none").exists()
    assert not list(folder.rglob(".apigw-synth-*"))


@pytest.mark.parametrize("name", [
    "with space", "line\nbreak", "quo'te\"s", "-dash", "$(touch x)", "`touch x`", "ünï", "日本", "a;touch x", "a&touch x", ".hidden",
    "tab\t", "%s%n", "\u202e", "*", "[x]", "~", "'", "\\", "a/b/c", "7", "é" * 120,
])
def test_init_with_odd_names(name, tmp_path):
    outcome = run(PROGRAM, "init", "--", name, cwd=tmp_path)
    succeeds(outcome)
    assert not (tmp_path / "x").exists()
    files = contents(tmp_path / name)
    assert sorted(files) == ["apigw-synth.schema.json", "deploy.sh", "spec.yaml", "src/index.mjs"]
    succeeds(run(PROGRAM, "spec.yaml", "-o", "out", "--fail-on", "warning", cwd=tmp_path / name))
    succeeds(run("sh", "-n", "deploy.sh", cwd=tmp_path / name))
    # The commands that it prints work when they are copied.
    lines = [line for line in outcome.stdout.splitlines() if line.startswith("Check it:")]
    if not any(ord(character) < 32 or character == "\u202e" for character in name):
        succeeds(run("sh", "-c", lines[0].removeprefix("Check it:").replace("apigw-synth", '"$0"'), PROGRAM, cwd=tmp_path))
    assert not (tmp_path / "x").exists() and not (tmp_path / name / "x").exists()


def test_init_where_files_exist(tmp_path):
    def fails(*arguments, **options):
        before = contents(tmp_path)
        outcome = run(PROGRAM, "init", *arguments, cwd=tmp_path, **options)
        assert outcome.returncode == 2 and outcome.stderr.startswith("error: "), outcome.stderr
        assert contents(tmp_path) == before
        return outcome.stderr

    (tmp_path / "file").write_text("mine")
    assert "Not a directory" in fails("file")
    assert "Not a directory" in fails("file/below")
    assert "DIR is empty" in fails("")
    assert "File name too long" in fails("é" * 200)
    assert "File name too long" in fails("a/" * 3000)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/deploy.sh").symlink_to("../elsewhere")
    assert "it is a broken symbolic link" in fails("broken")
    (tmp_path / "linked/src").mkdir(parents=True)
    (tmp_path / "linked/src/index.mjs").symlink_to("../../file")
    assert "it exists" in fails("linked")
    (tmp_path / "folders/spec.yaml").mkdir(parents=True)
    assert "Is a directory" in fails("folders")
    (tmp_path / "self").symlink_to("self")
    assert "Too many levels of symbolic links" in fails("self")
    os.mkfifo(tmp_path / "spec.yaml")
    assert "it is not a regular file" in fails()
    assert "Permission denied" in fails("/proc/first") or os.geteuid() == 0


def test_init_again(tmp_path):
    """A run that did not end is completed by the next one."""
    succeeds(run(PROGRAM, "init", "first", cwd=tmp_path))
    before = contents(tmp_path)
    (tmp_path / "first/spec.yaml").unlink()
    output = succeeds(run(PROGRAM, "init", "first", cwd=tmp_path))
    assert output.startswith("wrote first/spec.yaml\nunchanged first/deploy.sh\n")
    assert contents(tmp_path) == before
    (tmp_path / "first/spec.yaml").write_text("mine")
    (tmp_path / "first/deploy.sh").unlink()
    assert run(PROGRAM, "init", "first", cwd=tmp_path).returncode == 2
    assert not (tmp_path / "first/deploy.sh").exists()


def test_two_inits_at_once(tmp_path):
    runs = [subprocess.Popen([PROGRAM, "init", "first"], cwd=tmp_path, stdout=subprocess.DEVNULL) for _ in range(4)]
    assert [process.wait(60) for process in runs] == [0] * 4
    assert len(contents(tmp_path)) == 4


@pytest.mark.parametrize("command", ["init new", "init", "s.yaml -o out", "validate .", "../s.yaml -o out", "../s.yaml -o .", "graph ../s.yaml", "schema"])
def test_a_working_folder_that_was_removed(command, folder):
    (folder / "gone").mkdir()
    status, _ = shell(f'cd gone; rmdir ../gone; timeout 20 {shlex.quote(str(PROGRAM))} {command}', folder)
    assert status == (0 if command in ("graph ../s.yaml", "schema") else 2)
    assert not (folder / "gone").exists()


@pytest.mark.parametrize("command", ["graph", "routes", "ids", "trace", "diff", "validate", "synth"])
def test_files_that_are_not_specs(command, folder):
    os.mkfifo(folder / "fifo")
    (folder / "closed").mkdir(mode=0)
    (folder / "self").symlink_to("self")
    (folder / "empty.yaml").write_text("")
    (folder / "binary.yaml").write_bytes(bytes(range(256)) * 100)
    (folder / "deep.yaml").write_text("[" * 100_000)
    more = {"trace": ["GET", "/a"], "diff": ["-o", "out"], "synth": ["-o", "none"]}.get(command, [])
    for path in ["missing.yaml", "closed/s.yaml", "self", "self/s.yaml", "empty.yaml", "binary.yaml", "deep.yaml", "/dev/null",
                 "/dev/zero", "/proc/self/mem", "s.yaml/s.yaml", "closed", "a" * 5000]:
        outcome = limited(command, path, *more, folder=folder)
        assert outcome.returncode in (1, 2) and outcome.stderr, f"{path}: {outcome.returncode}"
        assert b"\x1b" not in outcome.stderr
    assert not (folder / "none").exists()


@pytest.mark.parametrize("text", [
    "", "{", "[[[[", "[" * 100_000, "[]", "1", "null", '{"Resources": 1}', '{"Resources": []}', '{"Resources": {}}',
    '{"Resources": {"A": 1}}', '{"Resources": {"A": {}}}', '{"Resources": {"A": {"Type": 3}}}',
    '{"Resources": {"A": {"Type": "AWS::ApiGatewayV2::Route", "Properties": []}}}',
    '{"Resources": {"A": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "A"}, "RouteKey": 1}}}}',
    '{"Resources": {"A": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Body": {"paths": 1}}}}}',
    '{"Resources": {"A": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "t.json"}}}}',
    '{"Resources": {"\\u0000\\u202e": {"Type": "\\ud800"}}}', "Resources: &a {A: *a}", "Resources: {A: !Ref [1], B: !Sub {a: b}}",
    '{"Resources": {"A": {"Type": "x"}, "A": {"Type": "y"}}}', "\ufeff{}", "\0",
])
def test_earlier_templates_that_are_wrong(text, folder):
    (folder / "t.json").write_text(text, errors="surrogatepass")
    for form in ("text", "json", "markdown"):
        outcome = limited("diff", "s.yaml", "--against", "t.json", "-f", form, "--all", folder=folder)
        assert outcome.returncode in (0, 2)
        assert outcome.stderr if outcome.returncode else outcome.stdout
        assert form != "json" or outcome.returncode or isinstance(json.loads(outcome.stdout), list)
    assert (folder / "t.json").read_text(errors="surrogatepass") == text


@pytest.mark.skipif(sys.platform != "linux" or not os.path.exists("/proc/self/fd"), reason="needs /proc")
def test_an_output_that_is_a_spec_by_another_name(folder):
    (folder / "link.yaml").symlink_to("s.yaml")
    os.link(folder / "s.yaml", folder / "hard.yaml")
    (folder / "out/s.template.json").unlink()
    os.link(folder / "s.yaml", folder / "out/s.template.json")
    (folder / "name.json").symlink_to("s.yaml")
    for arguments in (["s.yaml", "-o", "out"], ["s.yaml", "-o", "name.json"], ["validate", "s.yaml", "-f", "json=link.yaml"],
                      ["validate", "s.yaml", "-f", "json=hard.yaml"], ["validate", "link.yaml", "-f", "json=./s.yaml"],
                      ["validate", "-f", "junit=/proc/self/cwd/s.yaml", "s.yaml"]):
        outcome = limited(*arguments, folder=folder)
        assert outcome.returncode == 2 and b"input file" in outcome.stderr, outcome.stderr
        assert (folder / "s.yaml").read_text() == SPEC
