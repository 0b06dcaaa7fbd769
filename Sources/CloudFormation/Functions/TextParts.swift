import TextSearch

extension Value {
  /// The texts and values that an `Fn::Sub` or `Fn::Join` puts together; nil for other values.
  public var textParts: [Value]? {
    guard case .object(let object) = self, object.members.count == 1 else { return nil }
    switch (object.members[0].key, object.members[0].value) {
    case ("Fn::Sub", .string(let text)): return Value.parts(ofSub: text, Object())
    case ("Fn::Sub", .list(let arguments)) where arguments.count == 2:
      guard let text = arguments[0].text, let variables = arguments[1].object else { return nil }
      return Value.parts(ofSub: text, variables)
    case ("Fn::Join", .list(let arguments)) where arguments.count == 2:
      guard let delimiter = arguments[0].text, case .list(let items) = arguments[1] else { return nil }
      return Array(items.map { [$0] }.joined(separator: [.string(delimiter)]))
    default: return nil
    }
  }

  private static func parts(ofSub text: String, _ variables: Object) -> [Value] {
    text.withBytes { bytes in
      func text(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }
      var (parts, end) = ([Value](), 0)
      bytes.forEachSubstitution { place in
        parts.append(.string(text(end..<place.lowerBound - 2)))
        end = place.upperBound + 1
        let name = text(place)
        if name.utf8.first == UInt8(ascii: "!") {
          parts.append(.string("${\(name.dropFirst())}"))
        } else {
          let (id, attribute) = Value.parts(ofReference: name)
          parts.append(variables[name] ?? attribute.map { .getAtt(id, $0) } ?? .ref(id))
        }
      }
      return parts + [.string(text(end..<bytes.count))]
    }
  }
}
