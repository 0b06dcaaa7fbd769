import YAMLTree

/// The line of a file that a mark starts on, and what goes below it.
struct Snippet {
  /// The line; of a long one the part around the mark.
  let text: String
  /// What stands in the line below it before the underline. It keeps the line's tabs, which are as wide here.
  let indent: String
  /// `^~~~`, as wide as the mark's part of the line.
  let underline: String

  private static let columns = 160
  /// How much of a line that has to be cut stands before the mark.
  private static let columnsBefore = 60

  /// `secrets` stand as stars, of the same source or another.
  init?(_ mark: Mark, on line: Int, of source: Source, hiding secrets: [Mark] = []) {
    guard let range = source.lineRange(line) else { return nil }
    let start = min(max(Int(mark.start), range.lowerBound), range.upperBound)
    let end = min(max(Int(mark.end), start), range.upperBound)

    // A line may be a file of megabytes: nothing further away than this can be shown. Four bytes a character.
    let reach = 4 * Snippet.columns
    let near = max(range.lowerBound, start - reach)..<min(range.upperBound, start + reach)
    let bytes = source.bytes
    func scalars(_ part: Range<Int>) -> [Unicode.Scalar] {
      var shown = Array(bytes[part])
      for secret in secrets where secret.source == mark.source {
        for index in part.clamped(to: Int(secret.start)..<Int(secret.end)) {
          shown[index - part.lowerBound] = UInt8(ascii: "*")
        }
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
    indent =
      String(repeating: " ", count: head.count)
      + before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: displayWidth($0)) }.joined()
    let width = shownMark.reduce(0) { $0 + displayWidth($1) }
    underline = "^" + String(repeating: "~", count: max(0, width - 1))
  }

  private static func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.lazy.map(stand(for:)))
    return String(text)
  }

  /// What a character of a file is shown as: itself, or one that a terminal does not act upon and that is as wide.
  private static func stand(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard isUnsafe(scalar), scalar != "\t" else { return scalar }
    if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return picture }
    return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
  }
}
