import YAMLTree

/// The line on which a mark starts, and an underline.
struct Snippet {
  /// The line; of a long line, the part around the mark.
  let text: String
  /// The text before the underline. It keeps the line's tabs, so that the underline is aligned.
  let indent: String
  /// `^~~~`, as wide as the mark's part of the line.
  let underline: String

  private static let columns = 160
  /// The number of columns shown before the mark in a long line.
  private static let columnsBefore = 60

  /// Secrets are shown as asterisks.
  init?(_ mark: Mark, on line: Int, of source: Source, hiding secrets: Secrets? = nil) {
    guard let range = source.lineRange(line) else { return nil }
    let start = min(max(Int(mark.start), range.lowerBound), range.upperBound)
    let end = min(max(Int(mark.end), start), range.upperBound)

    // A line may be megabytes long: only bytes within reach can be shown. A character has up to four bytes.
    let reach = 4 * Snippet.columns
    let near = max(range.lowerBound, start - reach)..<min(range.upperBound, start + reach)
    let bytes = source.bytes
    let hidden = secrets?.ranges(in: mark.source, near: near) ?? []
    func scalars(_ part: Range<Int>) -> [Unicode.Scalar] {
      var shown = Array(bytes[part])
      for secret in hidden {
        for index in part.clamped(to: secret) { shown[index - part.lowerBound] = UInt8(ascii: "*") }
      }
      return Array(String(decoding: shown, as: UTF8.self).unicodeScalars)
    }
    var before = scalars(near.lowerBound..<start)
    let marked = scalars(start..<min(end, near.upperBound))
    var after = scalars(min(end, near.upperBound)..<near.upperBound)

    let isWhole = near == range && before.count + marked.count + after.count <= Snippet.columns
    var (head, tail) = ("", "")
    if !isWhole {
      if before.count > Snippet.columns - Snippet.columnsBefore {
        before = before.suffix(Snippet.columnsBefore)
        head = "…"
      }
      let room = Snippet.columns - before.count
      if marked.count + after.count > room || near.upperBound < range.upperBound { tail = "…" }
      after = Array((marked + after).prefix(room).dropFirst(marked.count))
    }
    let shownMark = marked.prefix(Snippet.columns - (isWhole ? 0 : before.count))
    text = head + Snippet.visible(before) + Snippet.visible(shownMark) + Snippet.visible(after) + tail
    indent = before.reduce(into: String(repeating: " ", count: head.count)) { indent, scalar in
      indent += scalar == "\t" ? "\t" : String(repeating: " ", count: displayWidth(scalar))
    }
    let width = shownMark.reduce(0) { $0 + displayWidth($1) }
    underline = "^" + String(repeating: "~", count: max(0, width - 1))
  }

  private static func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(stand(for: scalar)) }
    return String(text)
  }

  /// The character to print: the same one, or a safe replacement of the same width for one that a terminal acts on.
  private static func stand(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard isUnsafe(scalar), scalar != "\t" else { return scalar }
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return picture }
    return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
  }
}
