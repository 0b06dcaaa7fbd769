import CloudFormation

extension Value {
  /// A value in few words, without secrets: URLs lose their user and query.
  var words: String {
    switch self {
    case .string(let text), .number(let text): Value.withoutSecrets(text)
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    case .ref(let id): id
    case .getAtt(let id, let attribute): "\(id).\(attribute)"
    case .list(let items): items.map(\.words).joined(separator: ", ")
    case .object(let object): Value.words(of: object)
    }
  }

  private static func words(of object: Object) -> String {
    guard object.members.count == 1 else { return "{…}" }
    switch (object.members[0].key, object.members[0].value) {
    case ("Fn::Sub", .string(let text)): return withoutSecrets(text)
    case ("Fn::Sub", .list(let parts)): return withoutSecrets(parts.first?.text ?? "")
    case ("Fn::Join", .list(let parts)) where parts.count == 2:
      guard case .list(let items) = parts[1] else { return "{Fn::Join}" }
      return items.map(\.words).joined(separator: parts[0].text ?? "")
    case (let name, _): return "{\(name)}"
    }
  }

  /// The only resource that it refers to: in a `Ref`, an attribute, or a text around it.
  var reference: String? {
    var found: Set<String> = []
    forEachReference { id in if !id.hasPrefix("AWS::") { found.insert(id) } }
    return found.count == 1 ? found.first : nil
  }

  private static func withoutSecrets(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    var rest = text[scheme.upperBound...]
    if let query = rest.firstIndex(of: "?") { rest = rest[..<query] }
    let host = rest.prefix { $0 != "/" }
    if let at = host.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    return String(text[..<scheme.upperBound] + rest)
  }
}
