import Diagnostics
import Glibc

/// Standard output and standard error.
enum Console {
  /// Writes to standard output. A closed pipe is not an error: the reader has enough. Any other failure is reported.
  static func write(_ bytes: [UInt8]) throws(ExitStatus) {
    do throws(SystemError) {
      try writeAll(bytes, to: STDOUT_FILENO)
    } catch {
      if error.code == EPIPE { return }
      throw failure("cannot write to standard output: \(error.text)")
    }
  }

  /// Writes a text to standard output.
  static func write(_ text: String) throws(ExitStatus) { try write(Array(text.utf8)) }

  /// Writes lines to standard output, or to standard error if the output is for a program.
  static func write(lines: [String], toError: Bool = false) throws(ExitStatus) {
    if lines.isEmpty { return }
    var bytes: [UInt8] = []
    for line in lines { bytes += (visible(line) + "\n").utf8 }
    if toError { writeToError(bytes) } else { try write(bytes) }
  }

  /// Writes to standard error. A failure cannot be reported.
  static func writeToError(_ bytes: [UInt8]) {
    try? writeAll(bytes, to: STDERR_FILENO)
  }

  /// Writes an error that no report has; the status with which the program ends.
  static func failure(_ message: String) -> ExitStatus {
    writeToError(Array("error: \(message)\n".utf8))
    return .failed
  }

  /// Whether to use colors on standard error: if it is a terminal that supports them or they are forced, and `NO_COLOR` is
  /// not set (sources: no-color.org, force-color.org, bixense.com/clicolors).
  static var hasColor: Bool { hasColor(on: STDERR_FILENO) }

  /// Whether to use colors on standard output.
  static var hasColorOnOutput: Bool { hasColor(on: STDOUT_FILENO) }

  private static func hasColor(on file: Int32) -> Bool {
    guard variable("NO_COLOR").isEmpty else { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] where !["", "0", "false"].contains(variable(name)) { return true }
    return isatty(file) == 1 && variable("TERM") != "dumb"
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
