import Diagnostics

/// What can be wrong before the files of a spec are one spec.
extension FindingKind {
  static let unreadableInclude = FindingKind(
    id: "INC001", summary: "an included file that cannot be read",
    why: "What the file defines would be missing from the template.")

  static let includeWithoutMatch = FindingKind(
    id: "INC002", summary: "a pattern of `include` that no file matches",
    why: "Most often the folder was renamed or the pattern misspelt; what the files define would be missing.")

  static let includeCycle = FindingKind(
    id: "INC003", summary: "a file that includes itself, maybe through others",
    why: "It would never be read to its end.")

  static let definedInTwoFiles = FindingKind(
    id: "INC004", summary: "a name that two files define",
    why: "Which of the two is meant cannot be known, and the order of files must not decide it.")

  static let onlyInFirstFile = FindingKind(
    id: "INC005", summary: "a key that only the first file may have",
    why: "It holds for the whole spec, so it stands in one place: the file that the program is given.")

  static let tooManyIncludes = FindingKind(
    id: "INC006", summary: "more files, or files deeper within one another, than anybody can mean",
    why: "A pattern that matches files of another kind, most likely.")

  static let undefinedVariable = FindingKind(
    id: "VAR001", summary: "a variable that is not defined",
    why: "The text would reach AWS as it is written, with `$(` and `)`.")

  static let variableCycle = FindingKind(
    id: "VAR002", summary: "a variable whose value needs itself",
    why: "It has no value that anybody could work out.")

  static let malformedVariable = FindingKind(
    id: "VAR003", summary: "a `$(` that names no variable",
    why: "The text would reach AWS as it is written. For the two characters themselves, write `$$(`.")

  static let unusedVariable = FindingKind(
    id: "VAR004", severity: .warning, summary: "a variable that nothing uses",
    why: "It is a leftover, or its name is misspelt where it was meant.")

  static let variablesTooLong = FindingKind(
    id: "VAR005", summary: "variables that make texts too long",
    why: "A few lines of variables can stand for more text than a template can hold.")

  static let changedIncludePath = FindingKind(
    id: "VAR006", summary: "an include's path with a variable that a later file changes",
    why: "The path was read with the old value already, so the files would not be those that are meant.")

  /// All of them.
  static let assembly = [
    unreadableInclude, includeWithoutMatch, includeCycle, definedInTwoFiles, onlyInFirstFile, tooManyIncludes,
    undefinedVariable, variableCycle, malformedVariable, unusedVariable, variablesTooLong, changedIncludePath,
  ]
}
