import Diagnostics

extension Explanation {
  /// What the ids of files and variables stand for.
  static let assembly: [Explanation] = AssemblyProblem.allCases.map { problem in
    Explanation(
      id: problem.rawValue, severity: problem == .unused ? .warning : .error, summary: problem.summary, why: problem.why
    )
  }
}

extension AssemblyProblem {
  fileprivate var summary: String {
    switch self {
    case .unreadable: "an included file that cannot be read"
    case .noMatch: "a pattern of `include` that no file matches"
    case .circle: "a file that includes itself, maybe through others"
    case .twice: "a name that two files define"
    case .firstFile: "a key that only the first file may have"
    case .tooMany: "more files, or files deeper within one another, than anybody can mean"
    case .undefined: "a variable that is not defined"
    case .circularValue: "a variable whose value needs itself"
    case .malformed: "a `$(` that names no variable"
    case .unused: "a variable that nothing uses"
    case .tooLong: "variables that make texts too long"
    case .changed: "an include's path with a variable that a later file changes"
    }
  }

  fileprivate var why: String {
    switch self {
    case .unreadable: "What the file defines would be missing from the template."
    case .noMatch: "Most often the folder was renamed or the pattern misspelt; what the files define would be missing."
    case .circle: "It would never be read to its end."
    case .twice: "Which of the two is meant cannot be known, and the order of files must not decide it."
    case .firstFile: "It holds for the whole spec, so it stands in one place: the file that the program is given."
    case .tooMany: "A pattern that matches files of another kind, most likely."
    case .undefined: "The text would reach AWS as it is written, with `$(` and `)`."
    case .circularValue: "It has no value that anybody could work out."
    case .malformed: "The text would reach AWS as it is written. For the two characters themselves, write `$$(`."
    case .unused: "It is a leftover, or its name is misspelt where it was meant."
    case .tooLong: "A few lines of variables can stand for more text than a template can hold."
    case .changed: "The path was read with the old value already, so the files would not be those that are meant."
    }
  }
}
