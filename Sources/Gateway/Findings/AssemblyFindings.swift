import Diagnostics

/// Mistakes in combining the files of a spec.
extension FindingKind {
  static let unreadableInclude = FindingKind(
    id: "INC001", summary: "included file that cannot be read",
    why: "The definitions in the file would be missing from the template.")

  static let includeWithoutMatch = FindingKind(
    id: "INC002", summary: "`include` pattern that matches no file",
    why: "Usually the folder was renamed or the pattern is misspelled; the definitions would be missing.")

  static let includeCycle = FindingKind(
    id: "INC003", summary: "file that includes itself, directly or indirectly",
    why: "The inclusion would never end.")

  static let definedInTwoFiles = FindingKind(
    id: "INC004", summary: "name that is defined in two files",
    why: "The program cannot know which one is intended, and the order of files must not decide it.")

  static let onlyInFirstFile = FindingKind(
    id: "INC005", summary: "key that is only allowed in the first file",
    why: "The key applies to the whole spec, so it is set in one place: the file on the command line.")

  static let tooManyIncludes = FindingKind(
    id: "INC006", summary: "files that include each other too deeply",
    why: "Usually a pattern matches other files than intended.")

  static let pathOutside = FindingKind(
    id: "INC007", summary: "path outside of the folder that `--within` sets",
    why: """
      A spec may come from another person than the one that runs the program: its paths must not lead to other files, which
      would be read, or uploaded as code.
      """)

  static let undefinedVariable = FindingKind(
    id: "VAR001", summary: "undefined variable",
    why: "The text would reach AWS unchanged, with `$(` and `)`.")

  static let variableCycle = FindingKind(
    id: "VAR002", summary: "variable that refers to itself",
    why: "The value of the variable cannot be determined.")

  static let malformedVariable = FindingKind(
    id: "VAR003", summary: "`$(` without a valid variable name",
    why: "The text would reach AWS unchanged. To write a literal `$(`, use `$$(`.")

  static let unusedVariable = FindingKind(
    id: "VAR004", severity: .warning, summary: "unused variable",
    why: "The variable is a leftover, or its name is misspelled where it is used.")

  static let variablesTooLong = FindingKind(
    id: "VAR005", summary: "variables that expand to too much text",
    why: "A few lines of variables can expand to more text than a template can hold.")

  static let changedIncludePath = FindingKind(
    id: "VAR006", summary: "`include` path with a variable that a later file changes",
    why: "The path was already read with the old value, so that other files than intended were included.")

  /// All of them.
  static let assembly = [
    unreadableInclude, includeWithoutMatch, includeCycle, definedInTwoFiles, onlyInFirstFile, tooManyIncludes,
    pathOutside, undefinedVariable, variableCycle, malformedVariable, unusedVariable, variablesTooLong,
    changedIncludePath,
  ]
}
