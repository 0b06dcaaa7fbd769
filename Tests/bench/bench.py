"""Counts the instructions of the program beside those of libyaml's loop, and writes BENCHMARKS.md: bench.py PROGRAM LOOP

Counted by cachegrind, which gives nearly the same number again on any machine, however busy (callgrind gives it as well, in twice
the time). Most of its time is the translation of the program, of which short blocks without optimization need 40 % less.
Only other tools are compared by their time, in peers.py.
"""
import math
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import peers
import resources
import specs

REPOSITORY = Path(__file__).resolve().parents[2]
COUNT = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
         "--vex-guest-chase=no", "--vex-iropt-level=0"]


def instructions(*command):
    """How many instructions a command takes. It may report errors in a spec (status 1)."""
    outcome = subprocess.run([*COUNT, *map(str, command)], capture_output=True, text=True)
    if outcome.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}\n{outcome.stdout}{outcome.stderr}")
    return int(re.search(r"I +refs: +([\d,]+)", outcome.stderr)[1].replace(",", ""))


def memory(*command):
    """The most memory that a command holds, in bytes. GNU time starts it: a process of Python's would count with Python's."""
    with tempfile.NamedTemporaryFile("r") as figure:
        outcome = subprocess.run(
            ["/usr/bin/time", "--format", "%M", "--output", figure.name, *map(str, command)], capture_output=True, text=True)
        if outcome.returncode not in (0, 1):
            sys.exit(f"{' '.join(map(str, command))}\n{outcome.stdout}{outcome.stderr}")
        return int(figure.read().split()[-1]) * 1024


class Bench:
    def __init__(self, program, loop, folder):
        self.program, self.loop, self.folder = program, loop, folder
        # The code of the functions.
        (folder / "src" / "f").mkdir(parents=True)

    def written(self, lines):
        """The file of a spec."""
        file = self.folder / "spec.yaml"
        file.write_text("\n".join(lines) + "\n")
        return file

    def validate(self, lines):
        return instructions(self.program, "validate", self.written(lines))

    def sizes(self):
        """A line for each realistic or terse spec."""
        for name, lines, limit, aim in (
            ("10 routes", specs.realistic(10), "22 M", "12 M"), ("100 routes", specs.realistic(100), "", ""),
            ("1,000 routes", specs.realistic(1_000), "3 ×", "1.8 ×"),
            ("2,000 routes", specs.realistic(2_000), "3 ×", "1.8 ×"), ("300 terse routes", specs.terse(300), "10 ×", "5 ×"),
        ):
            file = self.written(lines)
            loop, validate = instructions(self.loop, file), instructions(self.program, "validate", file)
            synth = instructions(self.program, file, "-o", self.folder / f"out-{name}".replace(" ", "-"))
            yield [name, f"{file.stat().st_size:,}", millions(loop), millions(validate), times(validate, loop), limit, aim,
                   millions(synth), times(synth, loop)]

    def others(self):
        """A line for each other figure."""
        first, hundred, many = (self.validate(specs.realistic(count)) for count in (1, 100, 10_000))
        ratio = (many - first) / 9_999 / ((hundred - first) / 99)
        yield ["validate: a route among 10,000 ÷ a route among 100", f"{ratio:.2f}", "1.05"]
        out = self.folder / "out-diff"
        synth = instructions(self.program, self.written(specs.realistic(1_000)), "-o", out)
        changed = [line.replace("timeout: 3s", "timeout: 4s") for line in specs.realistic(1_000)]
        diff = instructions(self.program, "diff", self.written(changed), "-o", out)
        yield ["`diff` of 1,000 routes, of which 100 change ÷ `synth`", f"{diff / synth:.2f}", "1.65"]
        file = self.written(specs.realistic(1))
        base = memory(self.program, "validate", file)
        yield ["memory for one route", megabytes(base), "8 MB"]
        file = self.written(specs.realistic(2_000))
        slope = (memory(self.program, "validate", file) - base) / file.stat().st_size
        yield ["memory for 2,000 routes, less that for one ÷ bytes of the spec", f"{slope:.0f}", "12"]
        for name, lines in specs.FINDINGS.items():
            file = self.written(lines)
            slope = (memory(self.program, "validate", file) - base) / file.stat().st_size
            yield [f"memory for 100,000 {name}, less that for one route ÷ bytes of the spec", f"{slope:.0f}", "20"]
        yield ["size of the program", megabytes(self.program.stat().st_size), "18 MB"]

    def growth(self):
        """A line for each thing that grows: what N and 2 N of it take more than one does."""
        for name, (make, count) in (specs.GROWTH | resources.GROWTH).items():
            one, some, twice = (self.validate(make(number)) for number in (1, count, 2 * count))
            exponent = math.log2((twice - one) / (some - one))
            yield [name, str(count), millions(some), millions(twice), f"{exponent:.2f}", "1.10"]


def millions(count):
    return f"{count / 1e6:.1f} M"


def megabytes(count):
    return f"{count / 1e6:.1f} MB"


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
            ["spec", "bytes", "libyaml's loop", "validate", "/ loop", "at most", "aim", "synth", "/ loop"], bench.sizes())
        growth = table(["what grows", "N", "validate N", "validate 2 N", "exponent", "at most"], bench.growth())
        others = table(["figure", "measured", "at most"], bench.others())
        tools = table(["tool", "its time", "`synth`", "ratio", "at least", "aim"], peers.rows(program, Path(folder)))
    text = f"""\
# Benchmarks

Instructions of the release binary, counted by cachegrind; `make bench` writes this file. libyaml's loop is
`Tests/bench/libyaml_loop.c`, which parses the same file and does nothing with it. The specs are those of
`Tests/bench/specs.py`. "At most" and "aim" are about `validate`.

{sizes}

The exponent is the binary logarithm of what 2 N take over what N take, less what one takes: 1 is linear.

{growth}

The memory is the largest resident set. Kernels keep more or less of the program around what a run touches.

{others}

The time is the CPU's, for 300 routes, once for each tool. `Tests/bench/peers.py` says what they do.

{tools}
"""
    print(text)
    (REPOSITORY / "BENCHMARKS.md").write_text(text)


if __name__ == "__main__":
    main()
