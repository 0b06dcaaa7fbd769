import YAMLTree

extension Diagnostic {
  /// A finding for a mistake in the YAML itself.
  public init(_ problem: Problem) {
    self.init(
      FindingKind(problem.kind), message: problem.message, mark: problem.mark,
      related: problem.related.map { Related(message: $0.message, mark: $0.mark) }, help: problem.help)
  }
}

extension FindingKind {
  /// The kinds of mistakes in the YAML itself.
  public static let yaml = Problem.Kind.allCases.map { FindingKind($0) }

  /// A key that a mapping has twice.
  public static let duplicateKey = FindingKind(.duplicateKey)

  init(_ kind: Problem.Kind) {
    self =
      switch kind {
      case .encoding:
        FindingKind(
          id: "YAML001", summary: "file that is not UTF-8, or a character that YAML does not allow",
          why: """
            A spec is read as UTF-8. In another encoding the same bytes are different characters, without any error.
            Control characters are invisible in an editor and change what is read.
            """)
      case .syntax:
        FindingKind(
          id: "YAML002", summary: "invalid YAML syntax",
          why: """
            Nothing in the file can be used: what follows the mistake may belong anywhere. Usual causes are a tab in the
            indentation, a colon or brace in an unquoted string, and an unclosed bracket.
            """)
      case .empty:
        FindingKind(
          id: "YAML003", summary: "empty file",
          why: "No template can be generated from an empty file. Usually the wrong file was given.")
      case .secondDocument:
        FindingKind(
          id: "YAML004", summary: "more than one YAML document in a file",
          why: """
            A line `---` starts another document. Many YAML parsers read the first document and ignore the rest; here that
            would lose routes.
            """)
      case .rootNotMapping:
        FindingKind(
          id: "YAML005", summary: "file that is a list or a single value",
          why: "A spec is a mapping: `apis:`, `functions:` and the other sections and their content.")
      case .duplicateKey:
        FindingKind(
          id: "YAML006", summary: "duplicate key",
          why: """
            YAML forbids duplicate keys, but most parsers silently keep the last one: a route or a function is lost. Rename or
            remove one of them.
            """)
      case .keyNotText:
        FindingKind(
          id: "YAML007", summary: "list or mapping used as a key",
          why: """
            `{id}` and `[id]` are a mapping and a list in YAML. Quote them as part of a key inside braces:
            `{"GET /books/{id}": books}`.
            """)
      case .nesting:
        FindingKind(
          id: "YAML008", summary: "lists and mappings nested too deeply",
          why: "No spec needs so many levels. Usually a bracket is missing, or the file is meant as an attack.")
      case .tooLarge:
        FindingKind(
          id: "YAML009", summary: "file too large to be read",
          why: "No spec is this large. Usually the wrong file was given.")
      case .undefinedAlias:
        FindingKind(
          id: "YAML010", summary: "alias of an undefined anchor",
          why: """
            `*name` refers to the node marked `&name` earlier in the file. A string that starts with an asterisk needs quotes:
            `"*"`.
            """)
      case .mergeValue:
        FindingKind(
          id: "YAML011", summary: "`<<` with a value that is not a mapping",
          why: "`<<: *name` adds the keys of a mapping or of a list of mappings. Other values have no keys.")
      }
  }
}
