/// What the program tells its caller at the end. Thrown by a command that is done and did not go well; everything
/// that there is to say about it has been said by then.
enum ExitStatus: Int32, Error {
  /// All is well; there may be warnings.
  case fine = 0
  /// A spec has errors.
  case specHasErrors = 1
  /// Wrong usage, or a file that cannot be read or written.
  case failed = 2

  /// Ends a command, unless all is well.
  func end() throws(ExitStatus) {
    if self != .fine { throw self }
  }
}
