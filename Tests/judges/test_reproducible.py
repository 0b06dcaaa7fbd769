"""The same input gives the same bytes: whatever the locale, the time zone, the folder, the user and the seed of hashes."""
import os
import shutil
import subprocess

import pytest

from judging import EXAMPLES, PROGRAM, REFERENCES, run, succeeds

# Swift seeds its hashes anew in each process, unless SWIFT_DETERMINISTIC_HASHING is set.
SURROUNDINGS = {
    "as it is": {},
    "again": {},
    "fixed hashes": {"SWIFT_DETERMINISTIC_HASHING": "1"},
    "Turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "C": {"LANG": "C", "LC_ALL": "C", "LANGUAGE": ""},
    "Kiribati": {"TZ": "Pacific/Kiritimati"},
    "another home": {"HOME": "/nonexistent", "USER": "nobody", "TMPDIR": "/nonexistent"},
    "narrow terminal": {"COLUMNS": "20", "TERM": "vt100"},
}


@pytest.fixture
def folder(tmp_path):
    """A folder with all examples and references, and a spec with many mistakes."""
    here = tmp_path / "here"
    here.mkdir()
    here.chmod(0o777)
    tmp_path.chmod(0o755)
    for spec in EXAMPLES + REFERENCES:
        (here / spec.name).write_bytes(spec.read_bytes())
    shutil.copytree(EXAMPLES[0].parent / "shared", here / "shared")
    wrong = "".join(spec.read_text().replace("routes:", "rutes:").replace("lambda:", "lamda:") for spec in EXAMPLES[:1])
    (here / "wrong.yaml").write_text(wrong + "\nfunctons: {a: 1, ä: 2}\nx: [&a {b: *a}]\n")
    return here


def results(folder, variables, prefix=()):
    """All templates, and the reports on the wrong spec in each format."""
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))} | variables
    found = {}
    for spec in sorted(folder.glob("*.yaml")):
        environment = ["--env", "prod"] if "\nenvironments:" in spec.read_text() else []
        outcome = run(*prefix, PROGRAM, spec.name, "-o", "-", *environment, cwd=folder, env=variables)
        found[spec.name] = (outcome.returncode, outcome.stdout)
    for form in ("text", "concise", "json", "sarif", "github", "gitlab", "junit"):
        outcome = run(*prefix, PROGRAM, "validate", "wrong.yaml", "-f", form, cwd=folder, env=variables)
        assert outcome.returncode == 1
        found[form] = outcome.stdout + outcome.stderr
    for command in ("routes", "graph", "ids"):
        found[command] = run(*prefix, PROGRAM, command, "bookstore.yaml", cwd=folder, env=variables).stdout
    return found


def test_surroundings(folder):
    expected = results(folder, {})
    assert sum(status == 0 for status, _ in (value for value in expected.values() if isinstance(value, tuple))) > 20
    for name, variables in SURROUNDINGS.items():
        assert results(folder, variables) == expected, name


def test_folder(folder, tmp_path):
    expected = results(folder, {})
    other = tmp_path / "so me" / "where" / "élse"
    shutil.copytree(folder, other)
    assert results(other, {}) == expected


def test_order_of_names_in_folders(tmp_path):
    """Folders list their files in the order in which they were made, or in any other."""
    templates = set()
    for names in (("a", "b", "c"), ("c", "b", "a")):
        folder = tmp_path / names[0]
        (folder / "shared").mkdir(parents=True)
        for name in names:
            (folder / "shared" / f"{name}.yaml").write_text(
                f"apis: {{{name}: {{routes: {{GET /{name}: https://{name}.example.com}}}}}}\n")
        (folder / "all.yaml").write_text("include: shared/*.yaml\n")
        templates.add(succeeds(run(PROGRAM, "all.yaml", "-o", "-", cwd=folder)))
    assert len(templates) == 1


def test_user(folder):
    prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
    try:
        able = subprocess.run([*prefix, PROGRAM, "--version"], capture_output=True).returncode == 0
    except FileNotFoundError:
        able = False
    if not able:
        pytest.skip("switching users is not possible")
    assert results(folder, {}, prefix) == results(folder, {})


def test_many_specs_in_one_run_give_what_each_gives_alone(folder):
    specs = [spec.name for spec in sorted(folder.glob("*.yaml"))]
    alone = [run(PROGRAM, "validate", "-f", "concise", spec, cwd=folder) for spec in specs]
    expected = ["".join(getattr(outcome, stream) for outcome in alone) for stream in ("stdout", "stderr")]
    for _ in range(5):
        outcome = run(PROGRAM, "validate", "-f", "concise", *specs, cwd=folder)
        assert outcome.returncode == max(one.returncode for one in alone)
        assert [outcome.stdout, outcome.stderr] == expected
