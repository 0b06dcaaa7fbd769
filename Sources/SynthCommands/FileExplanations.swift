import Diagnostics

extension Explanation {
  /// What the ids of problems outside of every spec stand for.
  static let files: [Explanation] = FileProblem.Kind.allCases.map { kind in
    Explanation(id: kind.rawValue, summary: kind.summary, why: kind.why)
  }
}

extension FileProblem.Kind {
  fileprivate var summary: String {
    switch self {
    case .reading: "a file that cannot be read"
    case .writing: "a file or folder that cannot be written"
    case .sameOutput: "two specs that would be written to one file"
    case .choice: "an environment or a variable on the command line that no spec has"
    }
  }

  fileprivate var why: String {
    switch self {
    case .reading: "The operating system's own words say why. The other specs are checked all the same."
    case .writing: "The operating system's own words say why. Nothing is left half written."
    case .sameOutput: "One of the templates would be gone; `stack` gives each of them a name of its own."
    case .choice: "What was meant by it would have no effect on any template."
    }
  }
}
