extension StringProtocol {
  /// The name between each `${` and the next `}`.
  public var substitutions: [String] {
    withBytes { bytes in
      var names: [String] = []
      bytes.forEachSubstitution { names.append(bytes.name(at: $0)) }
      return names
    }
  }

  /// The text with other texts in place of each `${NAME}`. One that `body` returns nil for remains, and so does `${!NAME}`,
  /// which is a literal `${NAME}` in `Fn::Sub`. `sign` is what precedes the brace. `body` gets the name without spaces around it.
  public func replacingSubstitutions(
    after sign: UInt8 = UInt8(ascii: "$"), _ body: (_ name: String) -> String?
  ) -> String {
    withBytes { bytes in
      var (written, copied) = ([UInt8](), 0)
      bytes.forEachSubstitution(after: sign) { place in
        let name = bytes.name(at: place)
        guard name.utf8.first != UInt8(ascii: "!"), let replacement = body(name) else { return }
        written += bytes[copied..<place.lowerBound - 2]
        written += replacement.utf8
        copied = place.upperBound + 1
      }
      return copied == 0 ? nil : String(decoding: written + bytes[copied...], as: UTF8.self)
    } ?? String(self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Calls `body` with the place between each `${` and the next `}`. `sign` is what precedes the brace.
  public func forEachSubstitution(after sign: UInt8 = UInt8(ascii: "$"), _ body: (Range<Int>) -> Void) {
    var start = place(of: sign, from: 0)
    while start < count {
      var next = start + 1
      if next < count, self[next] == UInt8(ascii: "{") {
        let end = place(of: UInt8(ascii: "}"), from: next + 1)
        if end < count {
          body(next + 1..<end)
          next = end
        }
      }
      start = place(of: sign, from: next)
    }
  }

  /// The name in a substitution: CloudFormation ignores spaces around it (aws-cloudformation/cfn-lint#236).
  fileprivate func name(at place: Range<Int>) -> String {
    var name = self[place]
    while name.first == UInt8(ascii: " ") { name.removeFirst() }
    while name.last == UInt8(ascii: " ") { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }
}
