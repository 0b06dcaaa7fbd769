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
      var command = try Apigw.parseAsRoot()
      try command.run()
      return .fine
    } catch let status as ExitStatus {
      return status
    } catch {
      return answer(error)
    }
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
