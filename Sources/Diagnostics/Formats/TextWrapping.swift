/// Wraps prose to a width.
enum TextWrapping {
  /// Each paragraph as lines of at most `width` characters; a word that is longer has a line of its own.
  static func wrapped(_ text: String, to width: Int) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy({ $0 == " " }) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1] += line.split(separator: " ")
      }
    }
    return paragraphs.map { lines($0, width) }.joined(separator: "\n\n")
  }

  private static func lines(_ words: [Substring], _ width: Int) -> String {
    var text = ""
    var used = 0
    for word in words {
      let isFull = used > 0 && used + 1 + word.count > width
      text += (isFull ? "\n" : used > 0 ? " " : "") + word
      used = (isFull ? 0 : used + (used > 0 ? 1 : 0)) + word.count
    }
    return text
  }
}
