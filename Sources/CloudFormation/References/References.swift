import TextSearch

extension Object {
  /// Calls `body` with each target of its values, and with the attribute; nil for a `Ref`.
  func forEachReference(_ body: (_ id: String, _ attribute: String?) -> Void) {
    for index in members.indices where !members[index].value.isPlain { members[index].value.forEachReference(body) }
  }
}

extension Value {
  /// Calls `body` with the target of every `Ref`, `Fn::GetAtt` and `${…}` of an `Fn::Sub` in the value.
  public func forEachReference(_ body: (String) -> Void) { forEachReference { id, _ in body(id) } }

  /// The first of these targets that fulfils a condition.
  public func firstReference(where isWanted: (String) -> Bool) -> String? {
    var found: String?
    forEachReference { id in if found == nil, isWanted(id) { found = id } }
    return found
  }

  /// Whether one of these targets fulfils a condition.
  public func refers(where isWanted: (String) -> Bool) -> Bool { firstReference(where: isWanted) != nil }

  /// Calls `body` with each target, and with the attribute; nil for a `Ref`.
  func forEachReference(_ body: (_ id: String, _ attribute: String?) -> Void) {
    switch self {
    case .ref(let id): body(id, nil)
    case .getAtt(let id, let attribute): body(id, attribute)
    case .list(let items):
      for index in items.indices where !items[index].isPlain { items[index].forEachReference(body) }
    case .object(let object):
      if object.members.count == 1, object.members[0].key == "Fn::Sub" {
        return object.members[0].value.forEachSubstitution(body)
      }
      object.forEachReference(body)
    case .string, .number, .bool, .null: break
    }
  }

  private func forEachSubstitution(_ body: (String, String?) -> Void) {
    func use(_ name: Bytes) {
      let id = Value.id(of: name)
      let attribute = name.dropFirst(id.utf8.count + 1)
      body(id, attribute.isEmpty ? nil : String(decoding: attribute, as: UTF8.self))
    }
    switch self {
    case .string(let text): Value.forEachName(in: text, use)
    case .list(let parts) where parts.count == 2:
      Value.forEachName(in: parts[0].text ?? "", except: parts[1].object, use)
      parts[1].forEachReference(body)
    default: break
    }
  }

  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Calls `body` with each name in the text of an `Fn::Sub` that is not one of its own variables.
  static func forEachName(in text: String, except variables: Object? = nil, _ body: (Bytes) -> Void) {
    text.withBytes { bytes in
      bytes.forEachSubstitution { place in
        let name = bytes[place]
        if name.isEmpty || name.first == UInt8(ascii: "!") { return }
        if let variables, variables[String(decoding: name, as: UTF8.self)] != nil { return }
        body(name)
      }
    }
  }

  /// `Api` and `ApiEndpoint` of `Api.ApiEndpoint`.
  public static func parts(ofReference name: String) -> (id: String, attribute: String?) {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return (name, nil) }
    return (String(name[..<dot]), String(name[name.utf8.index(after: dot)...]))
  }

  /// `Api` of `Api.ApiEndpoint`.
  static func id(of name: Bytes) -> String {
    String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }
}
