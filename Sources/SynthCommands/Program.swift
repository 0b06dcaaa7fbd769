import ArgumentParser
import Glibc

/// The program from its arguments to its exit status.
public enum Program {
  /// Does what the command line asks for, and exits.
  public static func main() -> Never {
    Signals.ignoreFailedWrites()
    exit(run().rawValue)
  }

  private static func run() -> ExitStatus {
    do {
      var command = try command(for: Array(CommandLine.arguments.dropFirst()))
      try command.run()
      return .fine
    } catch let status as ExitStatus {
      return status
    } catch {
      return answer(error)
    }
  }

  /// The command that the arguments ask for.
  ///
  /// The one that the first argument names, or `synth`, is tried by itself: from the root the parser looks at each
  /// command on the way several times, which takes 14 M instructions instead of 8. What that command does not
  /// understand is for the root to answer: help, completion scripts, wrong usage.
  private static func command(for arguments: [String]) throws -> any ParsableCommand {
    let named = Apigw.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    let type = named ?? SynthCommand.self
    guard arguments.first != "help",
      let command = try? type.parseAsRoot(Array(arguments.dropFirst(named == nil ? 0 : 1))),
      // The parser may give a command of its own, such as help.
      Swift.type(of: command) == type
    else { return try Apigw.parseAsRoot(arguments) }
    return command
  }

  /// Prints what the parser has to say. It calls wrong usage 64 and more; here everything of the kind is one status.
  private static func answer(_ error: any Error) -> ExitStatus {
    let text = Apigw.fullMessage(for: error)
    let bytes = Array(text.utf8) + (text.isEmpty || text.hasSuffix("\n") ? [] : [UInt8(ascii: "\n")])
    guard Apigw.exitCode(for: error).isSuccess else {
      Console.writeToError(bytes)
      return .failed
    }
    do throws(ExitStatus) {
      try Console.write(bytes)
      return .fine
    } catch {
      return error
    }
  }
}
