"""Failures of the operating system at every place: what was there before is still there, and nothing else remains.

A library that is preloaded makes the writing system calls fail one by one, or kills the program there.
"""
import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from judging import DEBUG_PROGRAM, PROGRAM, REPOSITORY, run, succeeds

COMPILER = os.environ.get("CC") or shutil.which("cc") or shutil.which("clang")
NAMES = ("a", "b", "c")
OLD, NEW = "old", "new"


def spec(name, version):
    return f"""\
description: {version}
apis:
  {name}:
    routes:
      GET /docs: https://{version}.example.com
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    """The library; the test is skipped where it cannot be used."""
    if not COMPILER:
        pytest.skip("no C compiler")
    library = tmp_path_factory.mktemp("shim") / "shim.so"
    succeeds(run(COMPILER, "-shared", "-fPIC", "-O1", "-w", "-o", library, REPOSITORY / "Tests/judges/fault_shim.c", "-ldl"))
    return library


class Synth:
    """Templates of three specs that are written into a folder with their old versions."""
    command = (*[f"{name}.yaml" for name in NAMES], "-o", "out")
    files = tuple(f"out/{name}.template.json" for name in NAMES)

    def prepare(self, folder):
        for version in (OLD, NEW):
            for name in NAMES:
                (folder / f"{name}.yaml").write_text(spec(name, version))
            if version == OLD:
                succeeds(run(PROGRAM, *self.command, cwd=folder))

    def version(self, text):
        """OLD, NEW, or None for anything else."""
        found = set(re.findall(rf"https://({OLD}|{NEW})\.", text))
        return found.pop() if len(found) == 1 and text.endswith("}\n") else None


class Fix:
    """`--fix` of a spec and two files that it includes."""
    command = ("validate", "a.yaml", "--fix")
    files = tuple(f"{name}.yaml" for name in NAMES)

    def prepare(self, folder):
        for name in NAMES:
            include = "include: [b.yaml, c.yaml]\n" if name == "a" else ""
            (folder / f"{name}.yaml").write_text(include + spec(name, OLD).replace("routes:", "rutes:"))

    def version(self, text):
        key = re.search(r"^    (\w+):$", text, re.M)
        return {"routes": NEW, "rutes": OLD}.get(key and key[1]) if text.endswith(".com\n") else None


class NewFolder(Synth):
    """Templates in a folder that does not exist."""

    def prepare(self, folder):
        super().prepare(folder)
        shutil.rmtree(folder / "out")


class Init:
    """The files of `init`."""
    command = ("init", "first")
    files = ("first/spec.yaml", "first/deploy.sh", "first/src/index.mjs")

    def prepare(self, folder):
        succeeds(run(PROGRAM, "init", "right/first", cwd=folder))
        self.contents = {(folder / "right" / file).read_text() for file in self.files}

    def version(self, text):
        return NEW if text in self.contents else None


SCENES = pytest.mark.parametrize(
    "scene", [Synth(), Fix(), NewFolder(), Init()], ids=["synth", "fix", "new-folder", "init"])


def start(scene, folder, shim, at, number=None, **more):
    more.update({"FAULT_AT": str(at)} | ({"FAULT_ERRNO": str(number)} if number else {}))
    return run(DEBUG_PROGRAM, *scene.command, cwd=folder, env=os.environ | {"LD_PRELOAD": str(shim)} | more)


def versions(scene, folder):
    """The version of each file; `missing` if there is none."""
    paths = [folder / file for file in scene.files]
    return [scene.version(path.read_text()) if path.exists() else "missing" for path in paths]


def rest(folder):
    """The temporary files."""
    return sorted(path.name for path in folder.rglob(".apigw-synth-*"))


def fresh(scene, tmp_path):
    folder = tmp_path / "work"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    scene.prepare(folder)
    return folder


def calls(scene, tmp_path, shim):
    """The number of system calls that write."""
    folder = fresh(scene, tmp_path)
    before = versions(scene, folder)
    count = tmp_path / "count"
    succeeds(start(scene, folder, shim, 0, FAULT_COUNT=str(count)))
    assert versions(scene, folder) == [NEW] * 3 and not rest(folder)
    assert count.stat().st_size > 12
    return before, count.stat().st_size


@SCENES
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC], ids=["EIO", "ENOSPC"])
def test_a_call_that_fails(scene, number, shim, tmp_path):
    before, count = calls(scene, tmp_path, shim)
    failures = 0
    for at in range(1, count + 1):
        folder = fresh(scene, tmp_path)
        outcome = start(scene, folder, shim, at, number)
        if outcome.returncode == 0:
            assert versions(scene, folder) == [NEW] * 3, f"call {at}"
            # A file that cannot be removed remains until the next run.
            assert len(rest(folder)) <= 1
            continue
        failures += 1
        assert outcome.returncode == 2, f"call {at}: {outcome.stderr}"
        assert "error: cannot write" in outcome.stderr, f"call {at}"
        assert versions(scene, folder) == before and not rest(folder), f"call {at}"
    assert failures >= 9, "each file is opened, written and renamed"


@SCENES
def test_killed_at_a_call(scene, shim, tmp_path):
    _, count = calls(scene, tmp_path, shim)
    for at in range(1, count + 1):
        folder = fresh(scene, tmp_path)
        assert start(scene, folder, shim, at).returncode == -signal.SIGKILL
        assert None not in versions(scene, folder), f"call {at}: a file is incomplete"
        complete = versions(scene, folder) == [NEW] * 3
        succeeds(run(PROGRAM, *scene.command, cwd=folder))
        assert versions(scene, folder) == [NEW] * 3, f"call {at}"
        assert complete or not rest(folder), f"call {at}: temporary files of a dead run remain"


def test_the_run_after_one_that_was_killed_writes_other_versions(shim, tmp_path):
    """Also between two renames: the next run leaves its own version, the old one or a third one."""
    scene = Synth()
    _, count = calls(scene, tmp_path, shim)
    mixed = 0
    for at in range(1, count + 1):
        for version in (OLD, NEW):
            folder = fresh(scene, tmp_path)
            assert start(scene, folder, shim, at).returncode == -signal.SIGKILL
            is_mixed = len(set(versions(scene, folder))) > 1
            mixed += is_mixed
            for name in NAMES:
                (folder / f"{name}.yaml").write_text(spec(name, version) + "      GET /more: https://more.example.com\n" * is_mixed)
            succeeds(run(PROGRAM, *scene.command, cwd=folder))
            assert versions(scene, folder) == [version] * 3, f"call {at}"
            assert not is_mixed or not rest(folder)
            assert not is_mixed or all("more.example.com" in (folder / file).read_text() for file in scene.files)
    assert mixed == 2 * (len(NAMES) - 1), "files are mixed only between two renames"


def test_a_file_that_changes_before_it_is_fixed(shim, tmp_path):
    scene = Fix()
    folder = fresh(scene, tmp_path)
    # The first call is the lock.
    outcome = start(scene, folder, shim, 1, FAULT_SCRIPT="echo '# mine' >> b.yaml")
    assert outcome.returncode == 2
    assert "cannot write b.yaml: it has changed since it was read" in outcome.stderr
    assert versions(scene, folder)[::2] == [OLD, OLD] and (folder / "b.yaml").read_text().endswith("# mine\n")


def test_killed_at_random_times(tmp_path):
    scene, choice = Synth(), random.Random(13)
    folder = fresh(scene, tmp_path)
    for version in [OLD, NEW] * 10:
        for name in NAMES:
            (folder / f"{name}.yaml").write_text(spec(name, version))
        process = subprocess.Popen([PROGRAM, *scene.command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(choice.uniform(0, 0.12))
        process.kill()
        process.wait()
        assert not {None, "missing"} & set(versions(scene, folder))
    succeeds(run(PROGRAM, *scene.command, cwd=folder))
    assert versions(scene, folder) == [NEW] * 3


def test_two_runs_at_once(tmp_path):
    out = tmp_path / "out"
    for version in (OLD, NEW):
        (tmp_path / version).mkdir()
        for name in NAMES:
            (tmp_path / version / f"{name}.yaml").write_text(spec(name, version))
    seen = set()
    for _ in range(25):
        runs = [subprocess.Popen([PROGRAM, *[tmp_path / version / f"{name}.yaml" for name in NAMES], "-o", out, "-q"])
                for version in (OLD, NEW)]
        assert [process.wait(60) for process in runs] == [0, 0]
        found = {Synth().version((out / f"{name}.template.json").read_text()) for name in NAMES}
        assert len(found) == 1 and None not in found, "the templates of two runs are mixed"
        seen |= found
    assert not rest(out)


def test_waits_for_another_run(tmp_path):
    scene = Synth()
    folder = fresh(scene, tmp_path)
    holder = subprocess.Popen(
        [sys.executable, "-c", "import fcntl, os, time; f = os.open('out', os.O_RDONLY); fcntl.flock(f, fcntl.LOCK_EX);"
         "print(flush=True); time.sleep(0.8)"], cwd=folder, stdout=subprocess.PIPE)
    holder.stdout.readline()
    begin = time.monotonic()
    succeeds(run(PROGRAM, *scene.command, cwd=folder))
    assert time.monotonic() - begin > 0.5
    assert versions(scene, folder) == [NEW] * 3
    holder.wait()


def test_a_spec_that_changes_while_it_is_read(tmp_path):
    file = tmp_path / "spec.yaml"
    texts = [spec("a", OLD), spec("a", NEW) + "      GET /more: https://new.example.com\n" * 1, ""]
    file.write_text(texts[0])
    writer = subprocess.Popen(
        [sys.executable, "-c", "import sys\nwhile True:\n for text in sys.argv[2:]: open(sys.argv[1], 'w').write(text)",
         file, *texts])
    try:
        for _ in range(40):
            outcome = run(PROGRAM, file, "-o", "-", "-q")
            assert outcome.returncode in (0, 1)
            assert outcome.returncode == 0 or re.match(rf"{re.escape(str(file))}:\d+:\d+: error: ", outcome.stderr)
            assert outcome.returncode == 1 or Synth().version(outcome.stdout) in (OLD, NEW)
    finally:
        writer.kill()
        writer.wait()


@pytest.mark.parametrize("name", [
    "with space", "line\nbreak", "quo'te\"s", "-dash", "$(touch x)", "ünï", "日本", "a" * 240, ".hidden", "tab\t", "a.b.c", "%s%n",
    "\u202e", "*", "[x]", "~", "'", "\\",
])
def test_odd_names(name, tmp_path):
    folder = tmp_path / name
    folder.mkdir()
    file = folder / f"{name}.yaml"
    file.write_text("stack: odd\ninclude: more.yaml\n" + spec("a", OLD))
    (folder / "more.yaml").write_text("x-nothing: 1\n")
    out = folder / "out"
    succeeds(run(PROGRAM, file, "-o", out, "-f", "json=" + str(folder / "report"), "-f", "sarif=" + str(folder / "sarif")))
    assert sorted(os.listdir(folder)) == sorted([file.name, "more.yaml", "out", "report", "sarif"])
    relative = run(PROGRAM, f"./{file.name}", "-o", "out", cwd=folder)
    assert relative.returncode == 0 and relative.stdout.startswith("unchanged out/odd.template.json")
    assert "\x1b" not in relative.stdout and "\u202e" not in relative.stdout
    assert len(os.listdir(out)) == 1


def test_a_path_that_is_too_long(tmp_path):
    outcome = run(PROGRAM, "a/" * 3000 + "spec.yaml", "-o", "b/" * 3000, cwd=tmp_path)
    assert outcome.returncode == 2 and "File name too long" in outcome.stderr
    file = tmp_path / "spec.yaml"
    file.write_text(spec("a", OLD))
    outcome = run(PROGRAM, file, "-o", "b/" * 3000, cwd=tmp_path)
    assert outcome.returncode == 2 and os.listdir(tmp_path) == ["spec.yaml"]
    file.write_text("include: " + "a/" * 3000 + "b.yaml\n" + spec("a", OLD))
    assert run(PROGRAM, "validate", file, cwd=tmp_path).returncode == 1


def test_links(tmp_path):
    folder = tmp_path / "real"
    folder.mkdir()
    (folder / "spec.yaml").write_text("include: loop/*.yaml\n" + spec("a", OLD))
    (folder / "loop").symlink_to(".")
    (tmp_path / "folder").symlink_to("real")
    (tmp_path / "self").symlink_to("self")
    outcome = run(PROGRAM, "validate", "folder/spec.yaml", cwd=tmp_path)
    assert outcome.returncode == 1 and "INC002" in outcome.stderr, "a link to the folder itself has no other spec"
    (folder / "spec.yaml").write_text(spec("a", OLD))
    succeeds(run(PROGRAM, "folder/spec.yaml", "-o", "folder/out", cwd=tmp_path))
    assert os.listdir(folder / "out") == ["spec.template.json"]
    for command in (["validate", "self"], ["folder/spec.yaml", "-o", "self"], ["folder/spec.yaml", "-o", "self/out"]):
        outcome = run(PROGRAM, *command, cwd=tmp_path)
        assert outcome.returncode == 2 and "Too many levels of symbolic links" in outcome.stderr


def test_without_proc(tmp_path):
    for prefix in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        if subprocess.run([*prefix, "sh", "-c", "mount -t tmpfs none /proc"], capture_output=True).returncode == 0:
            break
    else:
        pytest.skip("mounting is not possible")
    (tmp_path / "spec.yaml").write_text(spec("a", OLD))
    script = 'mount -t tmpfs none /proc && exec "$0" spec.yaml -o out'
    outcome = succeeds(run(*prefix, "sh", "-c", script, PROGRAM, cwd=tmp_path))
    assert outcome == "wrote out/spec.template.json (4 resources)\n"
