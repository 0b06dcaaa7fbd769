import Diagnostics

extension Explanation {
  /// The documentation of problems outside of specs.
  static let files: [Explanation] = FileProblem.Kind.allCases.map { kind in
    Explanation(id: kind.rawValue, summary: kind.summary, why: kind.why)
  }
}

extension FileProblem.Kind {
  fileprivate var summary: String {
    switch self {
    case .reading: "file that cannot be read"
    case .writing: "file or folder that cannot be written"
    case .sameOutput: "specs with the same output file"
    case .choice: "unknown environment or variable on the command line"
    }
  }

  fileprivate var why: String {
    switch self {
    case .reading: "The message of the operating system gives the reason. The other specs are checked nevertheless."
    case .writing: "The message of the operating system gives the reason. No file is written partially."
    case .sameOutput: "One template would overwrite the other. Set a different `stack` in each spec."
    case .choice: "The option would not change any template."
    }
  }
}
