import Diagnostics
import Glibc

/// Standard output and standard error.
enum Console {
  /// Writes to standard output. If nobody reads it any more there is nothing to say; any other failure is told.
  static func write(_ bytes: [UInt8]) throws(ExitStatus) {
    do throws(SystemError) {
      try writeAll(bytes, to: STDOUT_FILENO)
    } catch {
      if error.code != EPIPE {
        writeToError(Array("error: cannot write to standard output: \(error.text)\n".utf8))
      }
      throw .failed
    }
  }

  /// Writes lines to standard output, or to standard error where the former belongs to a program.
  static func write(lines: [String], toError: Bool = false) throws(ExitStatus) {
    if lines.isEmpty { return }
    let bytes = Array(lines.map { visible($0) + "\n" }.joined().utf8)
    if toError { writeToError(bytes) } else { try write(bytes) }
  }

  /// Writes to standard error. If that fails, nobody can be told.
  static func writeToError(_ bytes: [UInt8]) {
    try? writeAll(bytes, to: STDERR_FILENO)
  }

  /// Whether standard error shows colours: on a terminal that has them, to people who want them.
  static var hasColor: Bool {
    guard isatty(STDERR_FILENO) == 1, variable("NO_COLOR").isEmpty else { return false }
    return variable("TERM") != "dumb"
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
