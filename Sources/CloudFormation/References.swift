extension Value {
  /// Calls `body` with the logical id or parameter of every `Ref`, `Fn::GetAtt` and `${…}` of a `Fn::Sub` inside.
  public func forEachReference(_ body: (String) -> Void) {
    switch self {
    case .ref(let id), .getAtt(let id, _): body(id)
    case .list(let items): for item in items { item.forEachReference(body) }
    case .object(let object):
      if object.members.count == 1, object.members[0].key == "Fn::Sub" {
        return object.members[0].value.forEachSubstitution(body)
      }
      for member in object.members { member.value.forEachReference(body) }
    case .string, .number, .bool, .null: break
    }
  }

  private func forEachSubstitution(_ body: (String) -> Void) {
    switch self {
    case .string(let text): Value.forEachSubstitution(in: text) { body(Value.id(of: $0)) }
    case .list(let parts) where parts.count == 2:
      let own = parts[1].object
      Value.forEachSubstitution(in: parts[0].text ?? "") { name in
        if own?[String(name)] == nil { body(Value.id(of: name)) }
      }
      parts[1].forEachReference(body)
    default: break
    }
  }

  /// The names inside `${…}` of a text, literal `${!…}` left out.
  public static func substitutions(in text: String) -> [String] {
    var names: [String] = []
    forEachSubstitution(in: text) { names.append(String($0)) }
    return names
  }

  private static func forEachSubstitution(in text: String, _ body: (Substring) -> Void) {
    var rest = text.utf8[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[rest.index(after: dollar)...]
      guard rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) else { continue }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      if let first = name.first, first != UInt8(ascii: "!") { body(Substring(name)) }
      rest = rest[end...]
    }
  }

  /// `Api` of `Api.ApiEndpoint`.
  private static func id(of name: Substring) -> String {
    String(Substring(name.utf8.prefix { $0 != UInt8(ascii: ".") }))
  }
}
