import CloudFormation

/// The body of a request, as JSON paths see it.
struct RequestBody {
  private let text: String?
  private let value: Value?

  init(_ text: String?) {
    self.text = text
    value = text.flatMap { JSONReading.value(of: Array($0.utf8)) }
  }

  /// Whether there is a body.
  var isGiven: Bool { text != nil }

  /// Whether it is a JSON object.
  var isObject: Bool { value?.object != nil }

  /// The text at a JSON path, `.order.items[0]`; the whole body for an empty one. Objects and lists are JSON.
  func value(at path: String) -> String? {
    if path.isEmpty { return text }
    guard var value else { return nil }
    for step in RequestBody.steps(of: path) {
      switch (step, value) {
      case (.name(let name), .object(let object)):
        guard let member = object[name] else { return nil }
        value = member
      case (.index(let index), .list(let items)):
        guard items.indices.contains(index) else { return nil }
        value = items[index]
      default: return nil
      }
    }
    return value.scalar ?? value.json
  }

  private enum Step {
    case name(String)
    case index(Int)
  }

  private static func steps(of path: String) -> [Step] {
    path.split { $0 == "." || $0 == "[" }.map { part in
      guard part.hasSuffix("]") else { return .name(String(part)) }
      let inner = part.dropLast()
      return Int(inner).map { .index($0) } ?? .name(inner.filter { $0 != "'" && $0 != "\"" })
    }
  }
}
