/// The text of an example for a page: some examples are as large as the limit that they exceed.
struct ExampleText {
  /// The lines that a page shows at most, unless more of them differ.
  private static let manyLines = 40
  /// The lines shown around a difference in a long example.
  private static let context = 6
  /// The characters of a line that a page shows at most.
  private static let manyCharacters = 160

  /// The text with lines that are far from any difference left out, and long lines cut off.
  static func abbreviated(_ text: String, comparedWith other: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(shortened)
    if lines.count <= manyLines { return lines.joined(separator: "\n") }
    let others = other.split(separator: "\n", omittingEmptySubsequences: false).map(shortened)
    let first = zip(lines, others).prefix { $0 == $1 }.count
    let last = lines.count - zip(lines.reversed(), others.reversed()).prefix { $0 == $1 }.count
    let shown = [0..<context, first - context..<first + context, last - context..<last + context]
    return joined(lines) { index in shown.contains { $0.contains(index) } }
  }

  /// Lines, with a comment in the place of those that are not shown.
  private static func joined(_ lines: [String], isShown: (Int) -> Bool) -> String {
    var result: [String] = []
    var hidden = 0
    for (index, line) in lines.enumerated() {
      if isShown(index) {
        if hidden > 0 { result.append("# … \(hidden) more lines …") }
        hidden = 0
        result.append(line)
      } else {
        hidden += 1
      }
    }
    if hidden > 0 { result.append("# … \(hidden) more lines …") }
    return result.joined(separator: "\n")
  }

  private static func shortened(_ line: Substring) -> String {
    // Marks do not count, and must not be cut apart.
    if line.utf8.count <= manyCharacters { return String(line) }
    let isMarked = line.contains("⟦")
    let head = line.prefix(manyCharacters - 40)
    let tail = line.suffix(30)
    let isOpen = isMarked && !head.contains("⟧") && head.contains("⟦")
    return "\(head)…\(tail)" + (isOpen && !tail.contains("⟧") ? "⟧" : "")
  }
}
