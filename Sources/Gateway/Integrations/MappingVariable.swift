/// A variable in the value of a mapping: `$request.path.id`, or in braces `${request.path.id}`.
struct MappingVariable {
  /// What it reads.
  enum Root: String, CaseIterable {
    case request, response, context, stageVariables
    /// Of mapping templates, which HTTP APIs have not.
    case input, util
  }

  let root: Root
  /// What stands behind the root: `path.id`.
  let path: String
  let isBraced: Bool
  let range: Range<String.Index>

  /// As it is written.
  var text: String { isBraced ? "${\(root.rawValue).\(path)}" : "$\(root.rawValue).\(path)" }

  /// The first word of the path: `path` of `path.id`, `body` of `body[0]`.
  var selector: String { String(path.prefix { $0 != "." && $0 != "[" }) }

  /// Whether something stands behind the first word.
  var hasName: Bool { path.count > selector.count + 1 }

  /// The variables of a text, in order. Without braces one ends where nothing of a name or a JSON path can stand.
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
      let end = isBraced && body.endIndex < text.endIndex ? text.index(after: body.endIndex) : body.endIndex
      let path = body[word.endIndex...].drop { $0 == "." }
      found.append(MappingVariable(root: root, path: String(path), isBraced: isBraced, range: dollar..<end))
      rest = text[end...]
    }
    return found
  }

  private static let ends: Set<Character> = Set(" \t\n\r\"/,;&={}$|<>")
}
