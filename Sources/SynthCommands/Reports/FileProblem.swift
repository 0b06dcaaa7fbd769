import Diagnostics

/// A problem outside of specs: a file that cannot be read or written, or an option that does not fit the specs.
struct FileProblem: Error, Equatable {
  let kind: FindingKind
  let path: String
  let message: String
  private(set) var help: String?

  static func == (left: FileProblem, right: FileProblem) -> Bool { left.message == right.message }

  /// A problem with a complete message.
  init(_ kind: FindingKind, path: String, message: String) {
    self.kind = kind
    self.path = path
    self.message = message
  }

  /// A problem reported by the operating system.
  init(_ kind: FindingKind, path: String, _ error: SystemError) {
    self.init(kind, path: path, reason: error.text)
  }

  /// A problem with a reason for the failure.
  init(_ kind: FindingKind, path: String, reason: String) {
    let verb = kind.id == FindingKind.unreadableFile.id ? "read" : "write"
    self.init(kind, path: path, message: "cannot \(verb) \(path.isEmpty ? "''" : path): \(reason)")
  }

  /// The same problem with help.
  func hinting(_ help: String?) -> FileProblem {
    var problem = self
    problem.help = help
    return problem
  }
}
