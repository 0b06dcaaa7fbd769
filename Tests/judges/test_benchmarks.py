"""The figures of BENCHMARKS.md: the release program keeps each limit that it kept, and no figure above its limit grows by more
than a tenth; one of memory, by more than a quarter: kernels keep more or less of the program around what a run touches."""
import re
import shutil
import sys

import pytest

from judging import RELEASE, REPOSITORY

LOOP = REPOSITORY / ".build/bench/libyaml-loop"
RECORDED = (REPOSITORY / "BENCHMARKS.md").read_text()

sys.path.insert(0, str(REPOSITORY / "Tests/bench"))
import bench  # noqa: E402


def number(cell):
    return float(cell.split()[0].replace(",", ""))


# The columns of the figure and of its limit in the lines of each table.
COLUMNS = {
    "sizes": lambda row: (row[3] if row[5].endswith("M") else row[4], row[5]),
    "growth": lambda row: (row[4], row[5]),
    "others": lambda row: (row[1], row[2]),
}


def recorded(name):
    """The cells of a line of BENCHMARKS.md."""
    line = re.search(rf"^\| {re.escape(name)} +\|.*", RECORDED, re.MULTILINE)
    assert line, f"`make bench` has not written a line for {name}"
    return [cell.strip() for cell in line[0].strip("|").split("|")]


@pytest.mark.skipif(not (RELEASE.exists() and LOOP.exists()), reason="`make release` has not built the release program")
@pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind is not installed")
@pytest.mark.parametrize("part", COLUMNS)
def test_figures(part, tmp_path):
    checked = 0
    for row in getattr(bench.Bench(RELEASE, LOOP, tmp_path), part)():
        measured, limit = COLUMNS[part](row)
        if not limit:
            continue
        before = number(COLUMNS[part](recorded(row[0]))[0])
        most = max(number(limit), before * (1.25 if row[0].startswith("memory") else 1.1))
        assert number(measured) <= most, f"{row[0]}: {measured}, {limit} at most, {before} before"
        checked += 1
    assert checked
