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
    case ("Fn::If", .list(let parts)) where parts.count == 3:
      return "{\(parts.dropFirst().map { $0.isNothing ? "nothing" : $0.words }.joined(separator: " or "))}"
    case (let name, _): return "{\(name)}"
    }
  }

  /// The only resource that it refers to: in a `Ref`, an attribute, or a text around it.
  var reference: String? {
    var found: String?
    var isSeveral = false
    forEachReference { id in
      if id.utf8.starts(with: "AWS::".utf8) || id == found { return }
      if found != nil { isSeveral = true }
      found = id
    }
    return isSeveral ? nil : found
  }

  private static func withoutSecrets(_ text: String) -> String {
    let bytes = text.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), bytes[slash...].starts(with: "//".utf8),
      slash > bytes.startIndex, bytes[bytes.index(before: slash)] == UInt8(ascii: ":")
    else { return text }
    let start = bytes.index(slash, offsetBy: 2)
    let rest = bytes[start...].prefix { $0 != UInt8(ascii: "?") }
    let host = rest.prefix { $0 != UInt8(ascii: "/") }
    let after = host.lastIndex(of: UInt8(ascii: "@")).map { bytes.index(after: $0) } ?? start
    return String(text[..<start]) + String(text[after..<rest.endIndex])
  }
}
