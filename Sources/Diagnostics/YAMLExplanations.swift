import YAMLTree

extension Explanation {
  /// What the ids of mistakes in the YAML itself stand for.
  public static let yaml: [Explanation] = Problem.Kind.allCases.map { kind in
    Explanation(id: Diagnostic.id(of: kind), summary: kind.summary, why: kind.why)
  }
}

extension Problem.Kind {
  fileprivate var summary: String {
    switch self {
    case .encoding: "bytes that are no UTF-8 text, or characters that YAML does not allow"
    case .syntax: "text that does not follow YAML's grammar"
    case .empty: "a file with nothing in it"
    case .secondDocument: "a second document in one file"
    case .rootNotMapping: "a file that holds a list or a single value"
    case .duplicateKey: "a key twice in one mapping"
    case .keyNotText: "a list or a mapping as a key"
    case .nesting: "lists and mappings too deep within one another"
    case .tooLarge: "a file, or files, too large to be read"
    case .undefinedAlias: "an alias that names no anchor before it"
    case .mergeValue: "`<<` with something else than mappings"
    }
  }

  fileprivate var why: String {
    switch self {
    case .encoding:
      """
      A spec is read as UTF-8. In another encoding the same bytes stand for other characters, and nothing would say so;
      control characters are invisible in an editor and change what is read.
      """
    case .syntax:
      """
      Nothing of the file can be used: what follows the mistake may belong anywhere. A tab in the indentation, a colon
      or a brace in a text without quotes and a bracket that is never closed are the usual reasons.
      """
    case .empty: "There is nothing to make a template of; most often the wrong file was named."
    case .secondDocument:
      """
      After a line `---` another document begins. Most readers of YAML take the first one and pass over the rest in
      silence; here that would lose routes.
      """
    case .rootNotMapping: "A spec is a mapping: `apis:`, `functions:` and the other sections with what belongs to them."
    case .duplicateKey:
      """
      YAML forbids it, yet most readers keep the last of the two and say nothing: a route or a function is gone. One of
      them has to be renamed or taken away.
      """
    case .keyNotText:
      """
      `{id}` and `[id]` are a mapping and a list in YAML. As part of a key inside braces they need quotes:
      `{"GET /books/{id}": books}`.
      """
    case .nesting: "No spec needs as many levels; a file that does has lost a bracket, or was made to exhaust a reader."
    case .tooLarge: "No spec is as large; most often the wrong file was named."
    case .undefinedAlias:
      """
      `*name` stands for what `&name` marks further up. A text that begins with an asterisk needs quotes: `"*"`.
      """
    case .mergeValue: "`<<: *name` takes over the keys of a mapping, or of a list of mappings; nothing else has keys."
    }
  }
}
