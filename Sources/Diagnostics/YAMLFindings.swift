import YAMLTree

extension Diagnostic {
  /// What is wrong with the YAML itself, as a finding.
  public init(_ problem: Problem) {
    self.init(
      FindingKind(problem.kind), message: problem.message, mark: problem.mark,
      related: problem.related.map { Related(message: $0.message, mark: $0.mark) }, help: problem.help)
  }
}

extension FindingKind {
  /// Mistakes in the YAML itself.
  public static let yaml = Problem.Kind.allCases.map { FindingKind($0) }

  init(_ kind: Problem.Kind) {
    self =
      switch kind {
      case .encoding:
        FindingKind(
          id: "YAML001", summary: "bytes that are no UTF-8 text, or characters that YAML does not allow",
          why: """
            A spec is read as UTF-8. In another encoding the same bytes stand for other characters, and nothing would say so;
            control characters are invisible in an editor and change what is read.
            """)
      case .syntax:
        FindingKind(
          id: "YAML002", summary: "text that does not follow YAML's grammar",
          why: """
            Nothing of the file can be used: what follows the mistake may belong anywhere. A tab in the indentation, a colon
            or a brace in a text without quotes and a bracket that is never closed are the usual reasons.
            """)
      case .empty:
        FindingKind(
          id: "YAML003", summary: "a file with nothing in it",
          why: "There is nothing to make a template of; most often the wrong file was named.")
      case .secondDocument:
        FindingKind(
          id: "YAML004", summary: "a second document in one file",
          why: """
            After a line `---` another document begins. Most readers of YAML take the first one and pass over the rest in
            silence; here that would lose routes.
            """)
      case .rootNotMapping:
        FindingKind(
          id: "YAML005", summary: "a file that holds a list or a single value",
          why: "A spec is a mapping: `apis:`, `functions:` and the other sections with what belongs to them.")
      case .duplicateKey:
        FindingKind(
          id: "YAML006", summary: "a key twice in one mapping",
          why: """
            YAML forbids it, yet most readers keep the last of the two and say nothing: a route or a function is gone. One of
            them has to be renamed or taken away.
            """)
      case .keyNotText:
        FindingKind(
          id: "YAML007", summary: "a list or a mapping as a key",
          why: """
            `{id}` and `[id]` are a mapping and a list in YAML. As part of a key inside braces they need quotes:
            `{"GET /books/{id}": books}`.
            """)
      case .nesting:
        FindingKind(
          id: "YAML008", summary: "lists and mappings too deep within one another",
          why: "No spec needs as many levels; a file that does has lost a bracket, or was made to exhaust a reader.")
      case .tooLarge:
        FindingKind(
          id: "YAML009", summary: "a file, or files, too large to be read",
          why: "No spec is as large; most often the wrong file was named.")
      case .undefinedAlias:
        FindingKind(
          id: "YAML010", summary: "an alias that names no anchor before it",
          why: """
            `*name` stands for what `&name` marks further up. A text that begins with an asterisk needs quotes: `"*"`.
            """)
      case .mergeValue:
        FindingKind(
          id: "YAML011", summary: "`<<` with something else than mappings",
          why: "`<<: *name` takes over the keys of a mapping, or of a list of mappings; nothing else has keys.")
      }
  }
}
