"""The arguments of the commands in HelpDescription are those that swift-argument-parser describes; with RECORD=1 they are written."""
import os

import pytest

import command_arguments
from judging import REPOSITORY

FILE = REPOSITORY / "Sources/SynthCommands/CommandArguments.swift"


def test_the_arguments_are_those_of_the_commands():
    written = command_arguments.source()
    if os.environ.get("RECORD") == "1" and FILE.read_text() != written:
        FILE.write_text(written)
        pytest.fail("the file was rewritten: read the diff, then build and run without RECORD", pytrace=False)
    assert FILE.read_text() == written, "RECORD=1 pytest Tests/judges/test_command_arguments.py writes it"
