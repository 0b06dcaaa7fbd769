/// A variable in a mapping value: `$request.path.id`, or with braces `${request.path.id}`.
struct MappingVariable {
  /// The source of the value.
  enum Root: String, CaseIterable {
    case request, response, context, stageVariables
    /// Only in mapping templates, which HTTP APIs do not have.
    case input, util
  }

  let root: Root
  /// The path after the root: `path.id`.
  let path: String
  let isBraced: Bool
  /// Whether its brace is not closed.
  let isOpen: Bool
  let range: Range<String.Index>

  /// The variable as written.
  var text: String { isBraced ? "${\(root.rawValue).\(path)}" : "$\(root.rawValue).\(path)" }

  /// The first word of the path: `path` of `path.id`, `body` of `body[0]`.
  var selector: String { String(path.prefix { $0 != "." && $0 != "[" }) }

  /// Whether a name follows the first word.
  var hasName: Bool { path.count > selector.count + 1 }

  /// The variables of a text, in order. A variable without braces ends at the first character that cannot be part of a
  /// name or JSON path.
  static func all(in text: String) -> [MappingVariable] {
    var found: [MappingVariable] = []
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      rest = rest[text.index(after: dollar)...]
      let isBraced = rest.first == "{"
      var body = isBraced ? rest.dropFirst().prefix { $0 != "}" } : rest.prefix { !ends.contains($0) }
      while !isBraced, let last = body.last, ".:-".contains(last) { body.removeLast() }
      let word = body.prefix { $0 != "." && $0 != "[" }
      guard let root = Root(rawValue: String(word)) else { continue }
      let isOpen = isBraced && body.endIndex == text.endIndex
      let end = isBraced && !isOpen ? text.index(after: body.endIndex) : body.endIndex
      let path = body[word.endIndex...].drop { $0 == "." }
      found.append(
        MappingVariable(root: root, path: String(path), isBraced: isBraced, isOpen: isOpen, range: dollar..<end))
      rest = text[end...]
    }
    return found
  }

  private static let ends: Set<Character> = Set(" \t\n\r\"/,;&={}$|<>")
}
