"""The arguments of the commands in HelpDescription are those that swift-argument-parser describes; with RECORD=1 they are written."""
import command_arguments
from judging import REPOSITORY, assert_recorded


def test_the_arguments_are_those_of_the_commands():
    assert_recorded({REPOSITORY / "Sources/SynthCommands/CommandLine/CommandArguments.swift": command_arguments.source()})
