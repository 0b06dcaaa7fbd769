/// When a property is required.
struct Need: Sendable {
  /// Properties any of which makes it optional.
  var unless: [String] = []
  /// A property and the values with which it is required.
  var with: (property: String, values: [String])?
  /// The protocol of the APIs that require it.
  var only: ApiType?

  static func unless(_ names: String...) -> Need { Need(unless: names) }
  static func of(_ type: ApiType) -> Need { Need(only: type) }
  static func with(_ property: String, _ values: String..., of type: ApiType? = nil) -> Need {
    Need(with: (property, values), only: type)
  }
}

extension Need {
  /// Whether the property is required in a resource of an API. `text` returns the text of a property: empty if it is
  /// unknown, nil if the property is not set.
  func isNeed(isWebSocket: Bool?, text: (String) -> String?) -> Bool {
    if unless.contains(where: { text($0) != nil }) { return false }
    if let with, !with.values.contains(text(with.property) ?? "") { return false }
    return only == nil || isWebSocket == (only == .websocket)
  }
}
