import Diagnostics

extension Explanation {
  /// The documentation of the rules about files and variables.
  static let assembly: [Explanation] = AssemblyProblem.allCases.map { problem in
    Explanation(
      id: problem.rawValue, severity: problem == .unused ? .warning : .error, summary: problem.summary, why: problem.why
    )
  }
}

extension AssemblyProblem {
  fileprivate var summary: String {
    switch self {
    case .unreadable: "included file that cannot be read"
    case .noMatch: "`include` pattern that matches no file"
    case .circle: "file that includes itself, directly or indirectly"
    case .twice: "name that is defined in two files"
    case .firstFile: "key that is only allowed in the first file"
    case .tooMany: "files that include each other too deeply"
    case .undefined: "undefined variable"
    case .circularValue: "variable that refers to itself"
    case .malformed: "`$(` without a valid variable name"
    case .unused: "unused variable"
    case .tooLong: "variables that expand to too much text"
    case .changed: "`include` path with a variable that a later file changes"
    }
  }

  fileprivate var why: String {
    switch self {
    case .unreadable: "The definitions in the file would be missing from the template."
    case .noMatch: "Usually the folder was renamed or the pattern is misspelled; the definitions would be missing."
    case .circle: "The inclusion would never end."
    case .twice: "The program cannot know which one is intended, and the order of files must not decide it."
    case .firstFile: "The key applies to the whole spec, so it is set in one place: the file on the command line."
    case .tooMany: "Usually a pattern matches other files than intended."
    case .undefined: "The text would reach AWS unchanged, with `$(` and `)`."
    case .circularValue: "The value of the variable cannot be determined."
    case .malformed: "The text would reach AWS unchanged. To write a literal `$(`, use `$$(`."
    case .unused: "The variable is a leftover, or its name is misspelled where it is used."
    case .tooLong: "A few lines of variables can expand to more text than a template can hold."
    case .changed: "The path was already read with the old value, so that other files than intended were included."
    }
  }
}
