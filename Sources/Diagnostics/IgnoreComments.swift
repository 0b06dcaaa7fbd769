import YAMLTree

/// A comment that speaks to this program: `# apigw-synth: ignore[ID, ID2] reason`.
public struct IgnoreComment: Sendable {
  /// An id, and where it stands.
  public struct Name: Sendable {
    /// The id, as it was written.
    public let id: String
    /// Where it stands.
    public let mark: Mark
  }

  /// The whole comment.
  public let mark: Mark
  /// The number of the line that it is about: its own, or the next one that is no comment where it stands alone.
  public let line: Int
  /// What is to be ignored; nil where the comment has another form.
  public let names: [Name]?
  /// Whether it says why.
  public let hasReason: Bool
}

/// Finds those comments. A file that does not name the program costs a quick look and no more.
public struct IgnoreComments {
  private static let word = Array("apigw-synth:".utf8)
  private let tree: Tree
  private let number: Int
  private let source: Source

  /// All comments in the sources of a tree.
  public static func all(in tree: Tree) -> [IgnoreComment] {
    tree.sources.indices.flatMap { IgnoreComments(tree: tree, number: $0, source: tree.sources[$0]).found }
  }

  /// Whether a file may hold one.
  public static func areIn(_ source: Source) -> Bool { nextWord(from: 0, in: source) != nil }

  private var found: [IgnoreComment] {
    var comments: [IgnoreComment] = []
    var start = 0
    while let place = Self.nextWord(from: start, in: source) {
      start = place + Self.word.count
      if let hash = hash(before: place), !tree.isQuoted(hash, in: number) {
        comments.append(comment(at: hash, text: start))
      }
    }
    return comments
  }

  /// The next place where the word stands: each step looks at its last byte and mostly goes on by its length.
  private static func nextWord(from start: Int, in source: Source) -> Int? {
    return source.bytes.withUnsafeBufferPointer { bytes in
      var end = start + word.count - 1
      while end < bytes.count {
        if bytes[end] == UInt8(ascii: ":") {
          let place = end - word.count + 1
          if bytes[place...end].elementsEqual(word) { return place }
          end += 1
        } else if let distance = word.lastIndex(of: bytes[end]) {
          end += word.count - 1 - distance
        } else {
          end += word.count
        }
      }
      return nil
    }
  }

  /// The `#` that begins a comment whose first word is at a place.
  private func hash(before place: Int) -> Int? {
    let bytes = source.bytes
    var hash = place - 1
    while hash >= 0, isBlank(bytes[hash]) { hash -= 1 }
    guard hash >= 0, bytes[hash] == UInt8(ascii: "#") else { return nil }
    // A line starts after its byte order mark, too.
    let start = source.lineRange(source.position(at: hash).line)?.lowerBound ?? 0
    return hash == start || isBlank(bytes[hash - 1]) ? hash : nil
  }

  private func comment(at hash: Int, text start: Int) -> IgnoreComment {
    let bytes = source.bytes
    let own = source.position(at: hash).line
    let lineRange = source.lineRange(own) ?? hash..<bytes.count
    let isAlone = bytes[lineRange.lowerBound..<hash].allSatisfy(isBlank)
    let mark = mark(hash, trimmedEnd(start..<lineRange.upperBound))
    let list = names(in: start..<lineRange.upperBound)
    return IgnoreComment(
      mark: mark, line: isAlone ? nextLine(after: own) : own, names: list?.names, hasReason: list?.hasReason ?? false)
  }

  /// The next line that holds more than a comment.
  private func nextLine(after line: Int) -> Int {
    var next = line + 1
    while let range = source.lineRange(next),
      source.bytes[range].first(where: { !isBlank($0) }) == UInt8(ascii: "#")
    {
      next += 1
    }
    return next
  }

  /// What stands behind the word: `ignore[ID, ID2] reason`.
  private func names(in range: Range<Int>) -> (names: [IgnoreComment.Name], hasReason: Bool)? {
    let bytes = source.bytes
    let verb = Array("ignore".utf8)
    guard let start = bytes[range].firstIndex(where: { !isBlank($0) }), bytes[start...].starts(with: verb),
      let open = bytes[(start + verb.count)..<range.upperBound].firstIndex(where: { !isBlank($0) }),
      bytes[open] == UInt8(ascii: "["),
      let close = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let names = bytes[(open + 1)..<close].split(separator: UInt8(ascii: ",")).compactMap { part in
      let first = part.firstIndex { !isBlank($0) }
      return first.map { name($0..<trimmedEnd($0..<part.endIndex)) }
    }
    if names.isEmpty { return nil }
    return (names, bytes[(close + 1)..<range.upperBound].contains { !isBlank($0) && $0 != UInt8(ascii: ":") })
  }

  private func name(_ range: Range<Int>) -> IgnoreComment.Name {
    IgnoreComment.Name(
      id: String(decoding: source.bytes[range], as: UTF8.self), mark: mark(range.lowerBound, range.upperBound))
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    source.bytes[range].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? range.lowerBound
  }

  private func mark(_ start: Int, _ end: Int) -> Mark {
    Mark(source: UInt32(number), start: UInt32(start), end: UInt32(end))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
