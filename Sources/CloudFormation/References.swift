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
    case .string(let text): Value.forEachSubstitution(in: text, use)
    case .list(let parts) where parts.count == 2:
      let own = parts[1].object
      Value.forEachSubstitution(in: parts[0].text ?? "") { name in
        if own?[String(decoding: name, as: UTF8.self)] == nil { use(name) }
      }
      parts[1].forEachReference(body)
    default: break
    }
  }

  /// The names in `${…}` of a string, without the literal `${!…}`.
  public static func substitutions(in text: String) -> [String] {
    var names: [String] = []
    forEachSubstitution(in: text) { names.append(String(decoding: $0, as: UTF8.self)) }
    return names
  }

  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Calls `body` with each name in `${…}` of a string, without the literal `${!…}`.
  static func forEachSubstitution(in text: String, _ body: (Bytes) -> Void) {
    var text = text
    text.withUTF8 { forEachSubstitution(inBytes: $0, body) }
  }

  private static func forEachSubstitution(inBytes text: UnsafeBufferPointer<UInt8>, _ body: (Bytes) -> Void) {
    var dollar = text.place(of: UInt8(ascii: "$"), from: 0)
    while dollar < text.count {
      let start = dollar + 2
      var next = dollar + 1
      if next < text.count, text[next] == UInt8(ascii: "{") {
        let end = text.place(of: UInt8(ascii: "}"), from: start)
        if end < text.count {
          if start < end, text[start] != UInt8(ascii: "!") { body(text[start..<end]) }
          next = end
        }
      }
      dollar = text.place(of: UInt8(ascii: "$"), from: next)
    }
  }

  /// A text with other texts in place of `${NAME}`; those that `body` returns nil for, and `${!NAME}`, remain.
  public static func replacingSubstitutions(in text: String, _ body: (_ name: String) -> String?) -> String {
    var text = text
    return text.withUTF8 { whole in
      var (written, copied) = ([UInt8](), 0)
      forEachSubstitution(inBytes: whole) { name in
        guard let replacement = body(String(decoding: name, as: UTF8.self)) else { return }
        written += whole[copied..<(name.startIndex - 2)]
        written += replacement.utf8
        copied = name.endIndex + 1
      }
      return copied == 0 ? nil : String(decoding: written + whole[copied...], as: UTF8.self)
    } ?? text
  }

  /// `Api` and `ApiEndpoint` of `Api.ApiEndpoint`.
  public static func parts(ofSubstitution name: String) -> (id: String, attribute: String?) {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return (name, nil) }
    return (String(name[..<dot]), String(name[name.utf8.index(after: dot)...]))
  }

  /// `Api` of `Api.ApiEndpoint`.
  static func id(of name: Bytes) -> String {
    String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
  }
}
