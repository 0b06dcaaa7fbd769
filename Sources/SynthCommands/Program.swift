import ArgumentParser
import Diagnostics
import Glibc

/// The program, from arguments to exit status.
public enum Program {
  /// Runs the command and exits.
  public static func main() -> Never {
    Signals.ignoreFailedWrites()
    Exhaustion.report()
    exit(run().rawValue)
  }

  private static func run() -> ExitStatus {
    do {
      let arguments = try Arguments.all()
      if let line = PlainCommandLine(arguments) {
        try line.run()
      } else {
        var command = try command(for: arguments)
        try command.run()
      }
      return .fine
    } catch let status as ExitStatus {
      return status
    } catch {
      return answer(error)
    }
  }

  /// The command for the arguments.
  ///
  /// The command named by the first argument, or `synth`, parses the arguments first: starting at the root, the parser
  /// visits each command several times, which takes 14 M instructions instead of 8. If that fails, the root does:
  /// for help, completion scripts and wrong usage.
  private static func command(for arguments: [String]) throws -> any ParsableCommand {
    let named = Apigw.subcommand(arguments.first)
    let type = named ?? SynthCommand.self
    guard arguments.first != "help",
      let command = try? type.parseAsRoot(Array(arguments.dropFirst(named == nil ? 0 : 1))),
      // The parser may return one of its own commands, such as help.
      Swift.type(of: command) == type
    else {
      if named == nil, arguments.first != "help", let message = CommandWords.message(for: arguments.first) {
        throw ValidationError(message)
      }
      return try Apigw.parseAsRoot(arguments)
    }
    return command
  }

  /// Prints the parser's message. The parser has several exit statuses for wrong usage; this program has one.
  private static func answer(_ error: any Error) -> ExitStatus {
    let text = CommandWords.withOption(Apigw.fullMessage(for: error))
    let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
    guard Apigw.exitCode(for: error).isSuccess else {
      // The message repeats arguments.
      let lines = (text + end).split(separator: "\n", omittingEmptySubsequences: false)
      Console.writeToError(Array(lines.map { visible(String($0)) }.joined(separator: "\n").utf8))
      return .failed
    }
    do throws(ExitStatus) {
      try Console.write(text + end)
      return .fine
    } catch {
      return error
    }
  }
}
