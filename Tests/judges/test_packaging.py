"""What is installed beside the program: completions, manual page, archives, and files for CI services."""
import gzip
import json
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
import yaml

import command_arguments
from judging import PROGRAM, RELEASE, REPOSITORY, installed, run, succeeds

PACKAGING = REPOSITORY / "packaging"
# The program by its name, as completion scripts and hooks call it.
ENVIRONMENT = {**os.environ, "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
SPEC = """variables: {stage: dev}
environments: {prod: {stage: prod}, test: {stage: test}}
apis:
  store: {routes: {GET /: "https://example.com/$(stage)"}}
"""


def needs(name):
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "store.yaml").write_text(SPEC)
    (tmp_path / "store.txt").write_text("")
    (tmp_path / "sub").mkdir()
    return tmp_path


# The words of a command line, and the completions of the last one that must be among the result; None for no result.
COMPLETIONS = [
    (["val"], ["validate"]),
    (["sto"], ["store.yaml"]),
    (["validate", "sto"], ["store.yaml"]),
    (["store.yaml", "--env", ""], ["prod", "test"]),
    (["store.yaml", "--set", ""], ["stage="]),
    (["trace", "store.yaml", "GET", "/", "--api", ""], ["store"]),
    (["trace", "store.yaml", "O"], ["OPTIONS"]),
    (["explain", "COR00"], ["COR001", "COR002"]),
    (["validate", "store.yaml", "-f", "sa"], ["sarif"]),
    (["validate", "store.yaml", "--fail"], ["--fail-on"]),
    (["store.yaml", "-o", "s"], ["sub/"]),
    (["store.yaml", "nothing"], None),
]


def bash(words, folder):
    script = """source <("$0" completions bash); COMP_WORDS=(apigw-synth "$@"); COMP_CWORD=$#
      _apigw_synth 2>/dev/null; printf '%s\\n' "${COMPREPLY[@]}" """
    return succeeds(run("bash", "-c", script, PROGRAM, *words, cwd=folder, env=ENVIRONMENT)).split("\n")[:-1]


def fish(words, folder):
    line = " ".join(["apigw-synth", *words])
    script = f"{PROGRAM} completions fish | source; complete -C '{line}'"
    lines = succeeds(run("fish", "--no-config", "-c", script, cwd=folder, env={**ENVIRONMENT, "HOME": str(folder)}))
    return [line.split("\t")[0] for line in lines.splitlines()]


def zsh(words, folder):
    """The script calls functions of zsh's completion system, which print here what they offer."""
    script = """_files() { [[ $1 == -/ ]] && print -l *(/N) | sed 's,$,/,' || print -l ${~${2:-*}}(N) }
      _describe() { for it in "${(@P)2}"; print -r -- "${it%%:*}" }
      compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -rl -- "$@" }
      compdef() { : }
      eval "$($1 completions zsh)"; words=(apigw-synth "${@:2}"); CURRENT=$#words; _apigw-synth"""
    lines = succeeds(run("zsh", "-f", "-c", script, "zsh", PROGRAM, *words, cwd=folder, env=ENVIRONMENT)).split("\n")
    return [line for line in lines if line.startswith(words[-1]) and line]


@pytest.mark.parametrize("words, expected", COMPLETIONS, ids=lambda value: " ".join(value or ["nothing"]))
@pytest.mark.parametrize("shell", [
    pytest.param(bash, marks=needs("bash")), pytest.param(zsh, marks=needs("zsh")), pytest.param(fish, marks=needs("fish")),
])
def test_shells_complete(shell, words, expected, folder):
    offered = shell(words, folder)
    if expected is None:
        assert [word for word in offered if word] == []
    else:
        assert set(expected) <= set(offered)
        assert "store.txt" not in offered or shell is fish


@needs("mandoc")
def test_the_manual_page_has_no_warning(tmp_path):
    page = tmp_path / "apigw-synth.1"
    page.write_text(succeeds(run(PROGRAM, "manual")))
    assert succeeds(run("mandoc", "-Tlint", "-W", "warning", page)) == ""


def test_the_manual_page_has_all_commands_and_options():
    page = succeeds(run(PROGRAM, "manual"))
    for command in command_arguments.described():
        section = re.search(rf'^\.SS "{command["commandName"]}[ "](.*?)(?=^\.S)', page, re.M | re.S)
        assert section, command["commandName"]
        for argument in command.get("arguments", []):
            name = (argument.get("preferredName") or {}).get("name")
            if name and name not in ("help", "version"):
                assert name.replace("-", "\\-") in section[0], f"{command['commandName']} --{name}"


FILES = [
    "bin/apigw-synth", "share/man/man1/apigw-synth.1", "share/bash-completion/completions/apigw-synth",
    "share/zsh/site-functions/_apigw-synth", "share/fish/vendor_completions.d/apigw-synth.fish",
    "share/apigw-synth/schema.json",
]


def test_install(tmp_path):
    succeeds(run(PACKAGING / "install.sh", PROGRAM, tmp_path))
    files = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert files == set(FILES)
    assert (tmp_path / "share/apigw-synth/schema.json").read_text() == (REPOSITORY / "docs/schema.json").read_text()
    assert run(tmp_path / "bin/apigw-synth", "--version").stdout == run(PROGRAM, "--version").stdout


def package_twice(script, folder):
    """The packages that two users with other locales, time zones, masks and folders write, and one of another time."""
    paths = []
    # A small program that answers like the real one: packing that takes long.
    program = folder / "program"
    program.write_text(f'#!/bin/sh\nexec "{PROGRAM}" "$@"\n')
    program.chmod(0o755)
    for name, mask, changes in [
        ("a", "022", {"LC_ALL": "C", "TZ": "UTC"}),
        ("b", "077", {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo", "TMPDIR": str(folder)}),
        ("c", "022", {"SOURCE_DATE_EPOCH": "1800000000"}),
    ]:
        environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        shell = 'umask "$1"; exec "$2" "$3" "$4"'
        printed = run("sh", "-c", shell, "sh", mask, PACKAGING / script, program, folder / name, cwd=folder,
                      env={**environment, **changes})
        paths.append(Path(succeeds(printed).strip()))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert paths[0].read_bytes() != paths[2].read_bytes()
    return paths[0], paths[2]


def test_the_archive_is_complete_and_reproducible(tmp_path):
    path, dated = package_twice("dist.sh", tmp_path)
    with tarfile.open(path) as archive:
        members = {member.name.split("/", 1)[1]: member for member in archive if member.isfile()}
    assert set(members) == set(FILES)
    assert {name: member.mode for name, member in members.items()} == {
        name: 0o755 if name.startswith("bin/") else 0o644 for name in FILES}
    with tarfile.open(dated) as archive:
        assert {member.mtime for member in archive} == {1800000000}


@needs("dpkg-deb")
def test_the_debian_package_is_reproducible(tmp_path):
    path, dated = package_twice("deb.sh", tmp_path)
    assert "2027-01-15" in succeeds(run("dpkg-deb", "--contents", dated, env={**os.environ, "TZ": "UTC"}))
    assert "2026-01-01" in succeeds(run("dpkg-deb", "--contents", path, env={**os.environ, "TZ": "UTC"}))


@needs("dpkg-deb")
def test_the_debian_package(tmp_path):
    package = succeeds(run(PACKAGING / "deb.sh", PROGRAM, tmp_path)).strip()
    fields = succeeds(run("dpkg-deb", "--field", package))
    assert f"Version: {run(PROGRAM, '--version').stdout.strip()}\n" in fields
    root = tmp_path / "root"
    succeeds(run("dpkg-deb", "--extract", package, root))
    assert gzip.decompress((root / "usr/share/man/man1/apigw-synth.1.gz").read_bytes()).startswith(b'.\\" Printed by')
    assert (root / "usr/share/zsh/vendor-completions/_apigw-synth").exists()


def is_static():
    """Whether the static program is built from these sources."""
    if not RELEASE.exists() or shutil.which("readelf") is None:
        return False
    sources = max(path.stat().st_mtime for path in (REPOSITORY / "Sources").rglob("*.swift"))
    headers = subprocess.run(["readelf", "--program-headers", RELEASE], capture_output=True).stdout
    return RELEASE.stat().st_mtime > sources and b"INTERP" not in headers


static_only = pytest.mark.skipif(
    not is_static(), reason="the static program is not built from these sources: run `make build`")


@static_only
def test_the_static_program_runs_in_an_empty_root():
    if os.geteuid() != 0 and run("unshare", "--map-root-user", "true").returncode != 0:
        pytest.skip("this user cannot change the root folder")
    succeeds(run(PACKAGING / "empty-root.sh", RELEASE))


@static_only
@needs("lintian")
@needs("dpkg-deb")
def test_lintian_accepts_the_debian_package(tmp_path):
    package = succeeds(run(PACKAGING / "deb.sh", RELEASE, tmp_path)).strip()
    assert succeeds(run("lintian", "--allow-root", "--fail-on", "error,warning", package)) == ""


# --- CI services ---


WORKFLOW = """on: pull_request
jobs:
  specs:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: {fetch-depth: 0}
      - uses: ./
        with: {specs: specs, fail-on: warning, sarif: findings.sarif, comment: "true"}
"""


def git(*arguments, cwd):
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    return succeeds(run("git", *identity, *arguments, cwd=cwd))


@pytest.fixture
def project(tmp_path):
    """A repository with a spec, whose last commit adds a route."""
    project = tmp_path / "project"
    (project / "specs").mkdir(parents=True)
    spec = project / "specs/store.yaml"
    spec.write_text(SPEC)
    git("init", "--quiet", "--initial-branch=main", cwd=project)
    git("add", ".", cwd=project)
    git("commit", "--quiet", "-m", "base", cwd=project)
    spec.write_text(SPEC.replace("routes: {", "routes: {GET /new: https://example.com/new, "))
    git("commit", "--quiet", "-am", "change", cwd=project)
    return project


def test_actionlint_accepts_the_action(project):
    (project / ".github/workflows").mkdir(parents=True)
    (project / ".github/workflows/specs.yml").write_text(WORKFLOW)
    shutil.copy(REPOSITORY / "action.yml", project)
    assert succeeds(run(installed("actionlint"), "-shellcheck=", cwd=project)) == ""
    # It reads the inputs of the action.
    (project / ".github/workflows/specs.yml").write_text(WORKFLOW.replace("fail-on:", "failon:"))
    assert 'input "failon" is not defined' in run(installed("actionlint"), "-shellcheck=", cwd=project).stdout


def action_step(name, project, folder, **inputs):
    """Runs a step of the action as GitHub does, with its defaults."""
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text())
    step = next(step for step in action["runs"]["steps"] if step["name"] == name)
    values = {f"inputs.{key}": value["default"] for key, value in action["inputs"].items()} | inputs
    variables = {
        key: re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: str(values.get(match[1], "")), value)
        for key, value in step["env"].items()
    }
    folder.mkdir(exist_ok=True)
    environment = {**ENVIRONMENT, **variables, "RUNNER_TEMP": str(folder)}
    return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"], cwd=project, env=environment)


def test_the_action_annotates_and_writes_sarif(project, tmp_path):
    (project / "specs/store.yaml").write_text(SPEC.replace("GET /:", "get /:"))
    outcome = action_step("Check the specs", project, tmp_path / "t", **{"inputs.sarif": "findings.sarif"})
    assert outcome.returncode == 1
    assert outcome.stdout.startswith("::error file=specs/store.yaml,line=4,")
    assert json.loads((project / "findings.sarif").read_text())["runs"][0]["results"]


def test_the_action_comments_the_changes(project, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text('#!/bin/sh\necho "$@"\ncat "$7"\n')
    (tools / "gh").chmod(0o755)
    base = git("rev-parse", "HEAD~1", cwd=project).strip()
    path = ENVIRONMENT["PATH"]
    ENVIRONMENT["PATH"] = f"{tools}:{path}"
    try:
        outcome = action_step("Comment the changes", project, tmp_path / "t", **{
            "github.event.pull_request.base.sha": base, "github.event.pull_request.number": 7})
    finally:
        ENVIRONMENT["PATH"] = path
    comment = succeeds(outcome)
    assert comment.startswith("pr comment 7 --edit-last --create-if-none --body-file")
    assert "GET /new" in comment


def test_the_gitlab_job_writes_its_reports(project):
    template = yaml.safe_load((PACKAGING / "gitlab-ci.yml").read_text())
    job = template["apigw-synth"]
    variables = {key: value for key, value in template["variables"].items()}
    succeeds(run("sh", "-ec", "\n".join(job["script"]), cwd=project, env={**ENVIRONMENT, **variables}))
    assert json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text()) is not None
    assert (project / job["artifacts"]["reports"]["junit"]).read_text().startswith("<?xml")


def test_the_gitlab_job_names_the_missing_program(project, tmp_path):
    template = yaml.safe_load((PACKAGING / "gitlab-ci.yml").read_text())
    environment = {"PATH": "/usr/bin:/bin", **template["variables"]}
    outcome = run("sh", "-ec", "\n".join(template["apigw-synth"]["script"]), cwd=project, env=environment)
    assert outcome.returncode == 1
    assert outcome.stdout == "apigw-synth is not in debian:bookworm-slim; set APIGW_SYNTH_IMAGE\n"


def test_ci_confines_the_paths_of_specs(project, tmp_path):
    (tmp_path / "secret.yaml").write_text("resources: {T: {Type: AWS::SNS::Topic}}\n")
    (project / "specs/store.yaml").write_text("include: ../../secret.yaml\n" + SPEC)
    outcome = action_step("Check the specs", project, tmp_path / "t")
    assert outcome.returncode == 1 and "it is outside of ., the folder of --within" in outcome.stdout
    template = yaml.safe_load((PACKAGING / "gitlab-ci.yml").read_text())
    outcome = run("sh", "-ec", "\n".join(template["apigw-synth"]["script"]), cwd=project,
                  env={**ENVIRONMENT, **template["variables"]})
    assert outcome.returncode == 1 and "it is outside of ., the folder of --within" in outcome.stderr


def test_the_dockerfile_copies_what_a_clone_has_and_the_build_reads():
    sources = [source for line in (REPOSITORY / "Dockerfile").read_text().splitlines()
               if line.startswith("COPY ") and "--from" not in line for source in line.split()[1:-1]]
    assert "Package.swift" in sources
    tracked = git("ls-files", *sources, cwd=REPOSITORY).splitlines()
    for source in sources:
        assert any(path == source or path.startswith(source + "/") for path in tracked), f"{source} is not in the repository"
    scripts = (REPOSITORY / "Makefile").read_text() + (PACKAGING / "functions.sh").read_text()
    assert set(re.findall(r"\b(packaging|examples)/", scripts)) <= set(sources)


def test_the_hooks_run_in_pre_commit(project, tmp_path):
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(REPOSITORY / ".pre-commit-hooks.yaml", hooks)
    git("init", "--quiet", cwd=hooks)
    git("add", ".", cwd=hooks)
    git("commit", "--quiet", "-m", "hooks", cwd=hooks)
    revision = git("rev-parse", "HEAD", cwd=hooks).strip()
    (project / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [
        {"repo": str(hooks), "rev": revision, "hooks": [{"id": "apigw-synth", "files": "^specs/"}]}]}))
    environment = {**ENVIRONMENT, "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    command = [installed("pre-commit"), "run", "--all-files", "apigw-synth"]
    succeeds(run(*command, cwd=project, env=environment))
    (project / "specs/store.yaml").write_text(SPEC.replace("GET /:", "get /:"))
    outcome = run(*command, cwd=project, env=environment)
    assert outcome.returncode == 1
    assert "methods are written in upper case" in outcome.stdout
