"""Writes Sources/SynthCommands/CommandLine/CommandArguments.swift: the options and arguments of each command, as
swift-argument-parser describes them. It describes them as JSON only, which it writes with Foundation, and release builds do
without Foundation.

`RECORD=1 pytest Tests/judges/test_command_arguments.py` writes the file.
"""
import json
import re
import subprocess
import textwrap

from judging import DEBUG_PROGRAM, REPOSITORY, run, succeeds

HEAD = """\
/// Written by Tests/judges/command_arguments.py from the program's --experimental-dump-help; do not edit.
extension HelpDescription.Argument {
"""


def described():
    """The argument parser's descriptions of the commands in the help."""
    root = json.loads(succeeds(run(DEBUG_PROGRAM, "--experimental-dump-help")))["command"]
    return [command for command in root["subcommands"] if command["shouldDisplay"] and command["commandName"] != "help"]


def commands():
    """The arguments of each command by its name."""
    return {command["commandName"]: [literal(argument) for argument in command["arguments"] if argument["shouldDisplay"]]
            for command in described()}


def literal(argument):
    """An argument as (name, Swift expression)."""
    kind, completion = argument["kind"], argument.get("completionKind", {})
    names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]
    names.sort(key=len)
    values = completion.get("list", {}).get("values") or argument.get("allValues")
    fields = [f"names: {listed(names)}"] if names else []
    fields += ["isFlag: true"] if kind == "flag" else []
    fields += [f"{name}: true" for name in ("isRepeating", "isOptional") if argument[name]]
    fields += [f"valueName: {quoted(argument['valueName'])}", f"abstract: {quoted(argument['abstract'])}"]
    fields += [f"values: {listed(values)}"] if values else []
    fields += [f"defaultValue: {quoted(argument['defaultValue'])}"] if "defaultValue" in argument else []
    if "directory" in completion:
        fields.append("files: .folders")
    elif "file" in completion:
        fields.append(f"files: .with(extensions: {listed(completion['file']['extensions'])})")
    return swift_name(names[-1] if names else argument["valueName"]), fields


def swift_name(words):
    first, *others = re.findall(r"[A-Za-z]+", words)
    return first.lower() + "".join(other.capitalize() for other in others)


def quoted(text):
    """A literal; texts that are too long for a line are continued in the next."""
    assert "\n" not in text and "\\" not in text
    if len(text) < 95:
        return json.dumps(text, ensure_ascii=False)
    lines = textwrap.wrap(text, 105, break_long_words=False, break_on_hyphens=False)
    return '"""\n' + " \\\n".join(lines) + '\n"""'


def listed(texts):
    return "[" + ", ".join(map(quoted, texts)) + "]"


def source():
    """The text of the file: each argument once, then the lists of the commands."""
    arguments, lists = {}, {}
    for command, literals in commands().items():
        lists[command] = []
        for name, fields in literals:
            # Two commands may have different arguments of one name.
            if arguments.setdefault(name, fields) != fields:
                name = f"{name}Of{command.capitalize()}"
                arguments[name] = fields
            lists[command].append(name)
    lines = [f"private static let {name} = Self({', '.join(fields)})" for name, fields in arguments.items()]
    lines += ["", "/// The arguments of a subcommand.", "static func all(of command: String) -> [Self] {", "switch command {"]
    lines += [f'case "{command}": [{", ".join(names)}]' for command, names in lists.items()]
    return formatted(HEAD + "\n".join([*lines, "default: []", "}", "}", "}"]) + "\n")


def formatted(code):
    return succeeds(subprocess.run(
        ["swift", "format", "--configuration", REPOSITORY / ".swift-format"], input=code, capture_output=True, text=True))
