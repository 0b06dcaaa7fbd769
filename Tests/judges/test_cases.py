"""The cases of ../shared/cases: specs with one mistake, right specs, updates, judged by ../shared/tools/cases.py.

`cases.txt` lists those that do not pass yet. Remove a case from the list when it passes.
"""
import atexit
import functools
import importlib.util
import sys
import tempfile
from pathlib import Path

import pytest

from judging import PROGRAM, REPOSITORY, SHARED, TOOLS, needs_shared, run, succeeds

CASES = SHARED / "cases"
LIST = REPOSITORY / "Tests/judges/cases.txt"
NOT_YET = {line.split("#")[0].strip() for line in LIST.read_text().splitlines()} - {""}


@functools.cache
def made(kind):
    """A folder with the cases of a kind that are too large to be stored: `large.py` writes them."""
    maker = CASES / kind / "large.py"
    if not maker.exists():
        return None
    folder = tempfile.TemporaryDirectory(prefix=f"cases-{kind}-")
    atexit.register(folder.cleanup)
    succeeds(run(sys.executable, maker, folder.name))
    return Path(folder.name)


def cases(kind):
    """The cases of a kind by name, each with the file or folder that starts with the expected result."""
    folders = [folder for folder in (CASES / kind, made(kind)) if folder]
    if kind == "updates":
        paths = [path for folder in folders for end in ("*.new.yaml", "*.new") for path in folder.glob(end)]
    else:
        paths = [path for folder in folders for path in folder.glob("*.yaml")]
    return {f"{kind}/{path.name.removesuffix('.yaml').removesuffix('.new')}": path for path in paths}


ALL = {name: path for kind in ("mistakes", "right", "updates") for name, path in sorted(cases(kind).items())}


@functools.cache
def judge():
    """The module ../shared/tools/cases.py."""
    specification = importlib.util.spec_from_file_location("cases", TOOLS / "cases.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def judgement(name, path):
    """Whether a case passes, and if not, why."""
    tool, new = str(PROGRAM), str(path)
    try:
        if name.startswith("mistakes/"):
            return judge().judge_mistake(tool, new)
        if name.startswith("right/"):
            return judge().judge_right(tool, new)
        old = str(path.with_name(path.name.replace(".new", ".old")))
        return judge().judge_update(tool, str(TOOLS / "update_check.py"), old, new)
    except Exception as problem:
        return False, f"{type(problem).__name__}: {problem}"


@needs_shared
@pytest.mark.parametrize("name", ALL)
def test_case(name):
    is_right, why = judgement(name, ALL[name])
    if is_right and name in NOT_YET:
        pytest.fail(f"it passes now: remove `{name}` from {LIST.name}", pytrace=False)
    if not is_right and name not in NOT_YET:
        pytest.fail(f"{name}: {why}", pytrace=False)


@needs_shared
def test_list_names_cases():
    assert sorted(NOT_YET - set(ALL)) == [], "unknown cases"
