"""Runs the code blocks of a Markdown page.

Each section (`## Title`) has a folder of its own, in which its blocks are used in their order:

- A block whose first line is a comment with a file name (`# prod.yaml`, `// src/index.mjs`) is that file. A `yaml`
  block without one is `spec.yaml`.
- A `console` block has commands (`$ …`), each followed by its whole output. A line `…` replaces any lines.
- A `sh` block has commands whose output is not shown. They use the AWS CLI, with an emulated account. As a comment
  (`<!-- sh`) it prepares that account.

A spec that no command names is synthesized. With RECORD=1 the output of commands is written to the page; the test still
fails, so that the change is read.
"""
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from judging import PROGRAM, REPOSITORY

FENCE = re.compile(r"^(?:```|<!-- )([\w-]*)\n(.*?)^(?:```|-->)$", re.M | re.S)
FILE_NAME = re.compile(r"(?:#|//)\s+([\w./-]+\.\w+)(?:\s.*)?")
ELISION = "…"


@dataclass
class Section:
    """A section of a page: its title, and its blocks as (language, text)."""
    page: str
    title: str
    blocks: list = field(default_factory=list)

    @property
    def uses_aws(self):
        return any(language == "sh" and re.search(r"^\s*aws ", text, re.M) for language, text in self.blocks)


def sections(page):
    """The sections of a page that have blocks to run."""
    found = []
    for part in re.split(r"^(?=## )", (REPOSITORY / page).read_text(), flags=re.M):
        title = part.splitlines()[0].strip("# ")
        section = Section(page, title, FENCE.findall(part))
        if any(language in ("yaml", "console", "sh") for language, _ in section.blocks):
            found.append(section)
    return found


def run(section, folder, environment=None):
    """Runs the blocks of a section; returns what is wrong, as a list of texts."""
    bin = folder.parent / "bin"
    bin.mkdir()
    (bin / "apigw-synth").symlink_to(PROGRAM)
    variables = {**os.environ, **(environment or {}), "NO_COLOR": "1"}
    variables["PATH"] = f"{bin}:{Path(sys.executable).parent}:{variables['PATH']}"
    _write_files(section, folder)
    commands, problems = "", []
    for language, text in section.blocks:
        if language == "console":
            problems += _console(section, text, folder, variables)
        elif language == "sh" and not FILE_NAME.fullmatch(text.splitlines()[0]):
            status, output = _shell("set -eu\n" + text, folder, variables)
            if status != 0:
                problems.append(f"{text}exit status {status}\n{output}")
        commands += text if language in ("console", "sh") else ""
    if (folder / "spec.yaml").exists() and "spec.yaml" not in commands:
        status, output = _shell("apigw-synth spec.yaml -o out --quiet", folder, variables)
        problems += [output] * (status != 0)
    return problems


def findings(section, folder):
    """The findings of spec.yaml and of its environments, as text, unless the section shows findings itself."""
    shown = any(language == "console" and re.search(r": (error|warning|note): ", text) for language, text in section.blocks)
    if shown or not (folder / "spec.yaml").exists():
        return ""
    return _shell(f"apigw-synth validate -f concise {folder}/spec.yaml 2>&1 | grep -E ' (error|warning|note)' || true", folder,
                  {**os.environ, "PATH": f"{folder.parent / 'bin'}:{os.environ['PATH']}"})[1]


def _write_files(section, folder):
    for language, text in section.blocks:
        name = FILE_NAME.fullmatch(text.splitlines()[0]) if text.strip() else None
        if language in ("console", "mermaid") or not name and language != "yaml":
            continue
        path = folder / (name[1] if name else "spec.yaml")
        assert not path.exists(), f"{section.title}: two blocks are {path.name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _console(section, text, folder, variables):
    """What differs in a block of commands and their output."""
    problems, recorded = [], ""
    for part in re.split(r"^(?=\$ )", text, flags=re.M):
        command = re.match(r"\$ ((?:.*\\\n)*.*)\n", part)
        if not command:
            continue
        shown = part[command.end():]
        status, output = _shell(command[1], folder, variables)
        output = "".join(f"{line.rstrip()}\n" for line in output.splitlines())
        if status != 0 and not re.search(r"error|-> exit status", shown) and "--fail-on" not in command[1]:
            problems.append(f"$ {command[1]}\nexit status {status}\n{output}")
        if not _matches(shown, output):
            problems.append(f"$ {command[1]}\n--- shown\n{shown}--- printed\n{output}")
        recorded += part[:command.end()] + (shown if _matches(shown, output) else output)
    if os.environ.get("RECORD") == "1" and recorded != text:
        page = REPOSITORY / section.page
        page.write_text(page.read_text().replace(f"```console\n{text}```", f"```console\n{recorded}```", 1))
    return problems


def _matches(shown, output):
    pattern = "".join("(?:.*\n)*" if line == ELISION else re.escape(line.rstrip()) + "\n" for line in shown.splitlines())
    return re.fullmatch(pattern, output) is not None


def _shell(command, folder, variables):
    """Runs a command in the folder of a section, or the one that an earlier command changed to: the exit
    status, and standard output and standard error together."""
    # `cd` also applies to the commands that follow.
    place = folder.parent / "place"
    script = f"{command}\nstatus=$?; pwd > {place}; exit $status"
    outcome = subprocess.run(["bash", "-c", script], cwd=place.read_text().strip() if place.exists() else folder,
                             env=variables, text=True, timeout=300, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return outcome.returncode, outcome.stdout
