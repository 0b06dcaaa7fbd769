import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// An invisible character in a value that is compared letter by letter.
  static let invisibleCharacter = Rule(
    id: "SPEC034",
    severity: .error,
    summary: "invisible character in an ARN, a URL or another identifier",
    why: """
      Text that is copied from a page or a chat may have a zero-width space, a soft hyphen or a no-break space in it. AWS
      compares the value with it, so that it fits nothing. Texts with spaces, and those in other languages, may have
      such characters. Block scalars, `>` and `|`, end in a line break, which is a part of an ARN or a URL in them as well.
      """,
    source: "Unicode Standard, section 23.2 (layout controls)",
    example: #"""
      apis:
        store:
          cors:
            allowOrigins: [⟦"https://app.example.com\u200B" → https://app.example.com⟧]
          routes:
            GET /books: https://books.example.com
      """#,
    check: { model, report in
      let tree = model.names.tree
      // Text for people may end in a line break, and have no-break spaces.
      func isForPeople(_ key: Node) -> Bool {
        let name = tree.string(key)
        return ["escription", "etadata", "DisplayName"].contains(where: name.hasSuffix)
      }
      if tree.sources.contains(where: { hasBlockOfIdentifier($0.bytes) }) {
        tree.forEachScalar(in: .first, skipping: isForPeople) { node in
          guard tree.withText(node, { $0.last == UInt8(ascii: "\n") && beginsLikeIdentifier($0) }) else { return }
          let text = tree.string(node).dropLast()
          if text.utf8.contains(where: { $0 <= 0x20 }) { return }
          report.report(
            at: tree.mark(node), "\(Reader.quoted(String(text))) ends in a line break",
            help: "write `>-`, which removes it")
        }
      }
      // Few specs have a character besides ASCII, or an escape.
      guard tree.sources.contains(where: { !$0.bytes[...].isASCII || $0.bytes.firstPlace(of: "\\") != nil }) else {
        return
      }
      tree.forEachScalar(in: .first, skipping: isForPeople) { node in
        guard tree.withText(node, { $0.contains { $0 >= 0x80 } }),
          let character = firstInvisibleCharacter(ofIdentifier: tree.string(node))
        else { return }
        var clean = tree.string(node)
        clean.unicodeScalars.removeAll { $0 == character }
        report.report(
          at: tree.mark(node),
          "\(Reader.quoted(tree.string(node))) has an invisible character, \(codePoint(character))",
          help: "write `\(clean)`")
      }
    })

  /// Whether a block scalar with a line break at its end begins like an ARN or a URL.
  private static func hasBlockOfIdentifier(_ bytes: [UInt8]) -> Bool {
    (bytes.places(of: ">\n") + bytes.places(of: "|\n")).contains {
      beginsLikeIdentifier(bytes[($0 + 2)...].drop { $0 == UInt8(ascii: " ") })
    }
  }

  private static func beginsLikeIdentifier<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Bool {
    ["arn:", "https://", "http://", "s3://"].contains { bytes.starts(with: $0.utf8) }
  }

  /// `U+00AD`
  private static func codePoint(_ character: Unicode.Scalar) -> String {
    let digits = String(character.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
