import YAMLTree

extension Explanation {
  /// The documentation of the rules about YAML itself.
  public static let yaml: [Explanation] = Problem.Kind.allCases.map { kind in
    Explanation(id: Diagnostic.id(of: kind), summary: kind.summary, why: kind.why)
  }
}

extension Problem.Kind {
  fileprivate var summary: String {
    switch self {
    case .encoding: "file that is not UTF-8, or a character that YAML does not allow"
    case .syntax: "invalid YAML syntax"
    case .empty: "empty file"
    case .secondDocument: "more than one YAML document in a file"
    case .rootNotMapping: "file that is a list or a single value"
    case .duplicateKey: "duplicate key"
    case .keyNotText: "list or mapping used as a key"
    case .nesting: "lists and mappings nested too deeply"
    case .tooLarge: "file too large to be read"
    case .undefinedAlias: "alias of an undefined anchor"
    case .mergeValue: "`<<` with a value that is not a mapping"
    }
  }

  fileprivate var why: String {
    switch self {
    case .encoding:
      """
      A spec is read as UTF-8. In another encoding the same bytes are different characters, without any error.
      Control characters are invisible in an editor and change what is read.
      """
    case .syntax:
      """
      Nothing in the file can be used: what follows the mistake may belong anywhere. Usual causes are a tab in the
      indentation, a colon or brace in an unquoted string, and an unclosed bracket.
      """
    case .empty: "No template can be generated from an empty file. Usually the wrong file was given."
    case .secondDocument:
      """
      A line `---` starts another document. Many YAML parsers read the first document and ignore the rest; here that
      would lose routes.
      """
    case .rootNotMapping: "A spec is a mapping: `apis:`, `functions:` and the other sections and their content."
    case .duplicateKey:
      """
      YAML forbids duplicate keys, but most parsers silently keep the last one: a route or a function is lost. Rename or
      remove one of them.
      """
    case .keyNotText:
      """
      `{id}` and `[id]` are a mapping and a list in YAML. Quote them as part of a key inside braces:
      `{"GET /books/{id}": books}`.
      """
    case .nesting: "No spec needs so many levels. Usually a bracket is missing, or the file is meant as an attack."
    case .tooLarge: "No spec is this large. Usually the wrong file was given."
    case .undefinedAlias:
      """
      `*name` refers to the node marked `&name` earlier in the file. A string that starts with an asterisk needs quotes:
      `"*"`.
      """
    case .mergeValue: "`<<: *name` adds the keys of a mapping or of a list of mappings. Other values have no keys."
    }
  }
}
