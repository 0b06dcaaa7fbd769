import Diagnostics

/// What is wrong outside of every spec: a file that cannot be read or written, an option that does not fit.
struct FileProblem: Error {
  let kind: FindingKind
  let path: String
  let message: String
  private(set) var help: String?

  /// A problem in the program's own words.
  init(_ kind: FindingKind, path: String, message: String) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  /// A problem in the words of the operating system.
  init(_ kind: FindingKind, path: String, _ error: SystemError) {
    self.init(kind, path: path, reason: error.text)
  }

  /// A problem with a reason of its own.
  init(_ kind: FindingKind, path: String, reason: String) {
    let verb = kind.id == FindingKind.unreadableFile.id ? "read" : "write"
    self.init(kind, path: path, message: "cannot \(verb) \(path.isEmpty ? "''" : path): \(reason)")
  }

  /// The same problem with a word on what to do.
  func hinting(_ help: String?) -> FileProblem {
    var problem = self
    problem.help = help
    return problem
  }
}
