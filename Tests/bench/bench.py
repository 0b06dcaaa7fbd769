"""Counts the instructions of the program beside those of libyaml's loop, and writes BENCHMARKS.md: bench.py PROGRAM LOOP

Counted by callgrind, which gives the same number again on any machine, however busy. No time is measured.
"""
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import specs

REPOSITORY = Path(__file__).resolve().parents[2]


def instructions(*command):
    """How many instructions a command takes, which must succeed."""
    outcome = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)], capture_output=True,
        text=True)
    if outcome.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{outcome.stdout}{outcome.stderr}")
    return int(re.search(r"Collected : (\d+)", outcome.stderr)[1])


class Bench:
    def __init__(self, program, loop, folder):
        self.program, self.loop, self.folder = program, loop, folder

    def written(self, lines):
        """The file of a spec."""
        file = self.folder / "spec.yaml"
        file.write_text("\n".join(lines) + "\n")
        return file

    def validate(self, lines):
        return instructions(self.program, "validate", self.written(lines))

    def sizes(self):
        """A line for each realistic or terse spec."""
        for name, lines, limit in (
            ("10 routes", specs.realistic(10), "30 M"), ("100 routes", specs.realistic(100), ""),
            ("1,000 routes", specs.realistic(1_000), "6 ×"), ("300 terse routes", specs.terse(300), "15 ×"),
        ):
            file = self.written(lines)
            loop, validate = instructions(self.loop, file), instructions(self.program, "validate", file)
            synth = instructions(self.program, file, "-o", self.folder / "out")
            yield [name, f"{file.stat().st_size:,}", millions(loop), millions(validate), times(validate, loop), limit,
                   millions(synth), times(synth, loop)]

    def growth(self):
        """A line for each thing that grows: what N and 2 N of it take more than one does."""
        for name, (make, count) in specs.GROWTH.items():
            one, some, twice = (self.validate(make(number)) for number in (1, count, 2 * count))
            exponent = math.log2((twice - one) / (some - one))
            yield [name, str(count), millions(some), millions(twice), f"{exponent:.2f}"]


def millions(count):
    return f"{count / 1e6:.1f} M"


def times(count, base):
    return f"{count / base:.1f} ×"


def table(heads, rows):
    """A Markdown table: the first column is text, the others are numbers."""
    rows = [heads, *rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heads))]
    lines = ["| " + " | ".join(
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths))) + " |" for row in rows]
    rule = "| " + " | ".join("-" * width if column == 0 else "-" * (width - 1) + ":" for column, width in enumerate(widths)) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def main():
    program, loop = (Path(argument).resolve() for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(program, loop, Path(folder))
        sizes = table(
            ["spec", "bytes", "libyaml's loop", "validate", "/ loop", "at most", "synth", "/ loop"], bench.sizes())
        growth = table(["what grows", "N", "validate N", "validate 2 N", "exponent"], bench.growth())
    text = f"""\
# Benchmarks

Instructions of the release binary, counted by callgrind; `make bench` writes this file. libyaml's loop is
`Tests/bench/libyaml_loop.c`, which parses the same file and does nothing with it. The specs are those of
`Tests/bench/specs.py`.

{sizes}

The exponent is the binary logarithm of what 2 N take over what N take, less what one takes: 1 is linear.

{growth}
"""
    print(text)
    (REPOSITORY / "BENCHMARKS.md").write_text(text)


if __name__ == "__main__":
    main()
