/// The exit status. A command throws it to end the program after all messages are written.
enum ExitStatus: Int32, Error {
  /// Success; there may be warnings.
  case fine = 0
  /// A spec has errors.
  case specHasErrors = 1
  /// Wrong usage, or a file that cannot be read or written.
  case failed = 2

  /// Ends the command, unless it succeeded.
  func end() throws(ExitStatus) {
    if self != .fine { throw self }
  }
}
