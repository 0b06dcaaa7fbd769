import YAMLTree

/// A comment that suppresses findings: `# apigw-synth: ignore[ID, ID2] reason`.
public struct IgnoreComment: Sendable {
  /// An ID and its location.
  public struct Name: Sendable {
    /// The ID as written.
    public let id: String
    /// Where it is.
    public let mark: Mark
  }

  /// The whole comment.
  public let mark: Mark
  /// The line that it applies to: its own or, for a comment on a line of its own, the next line without a comment.
  public let line: Int
  /// The IDs to ignore; nil if the comment is malformed.
  public let names: [Name]?
  /// Whether a reason is given.
  public let hasReason: Bool
}

/// Finds ignore comments. A file without the program's name is only searched once.
public struct IgnoreComments {
  private static let word: StaticString = "apigw-synth:"
  private let tree: Tree
  private let number: Int
  private let source: Source

  /// All ignore comments in the sources of a tree.
  public static func all(in tree: Tree) -> [IgnoreComment] {
    tree.sources.indices.flatMap { IgnoreComments(tree: tree, number: $0, source: tree.sources[$0]).found }
  }

  /// Whether a file may contain an ignore comment.
  public static func areIn(_ source: Source) -> Bool { source.bytes.firstPlace(of: word) != nil }

  private var found: [IgnoreComment] {
    var comments: [IgnoreComment] = []
    for place in source.bytes.places(of: Self.word) {
      let start = place + Self.word.utf8CodeUnitCount
      if let hash = hash(before: place), !tree.isQuoted(hash, in: number) {
        comments.append(comment(at: hash, text: start))
      }
    }
    return comments
  }

  /// The `#` of a comment whose first word is at an offset.
  private func hash(before place: Int) -> Int? {
    let bytes = source.bytes
    var hash = place - 1
    while hash >= 0, isBlank(bytes[hash]) { hash -= 1 }
    guard hash >= 0, bytes[hash] == UInt8(ascii: "#") else { return nil }
    // A byte order mark may precede the first line.
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

  /// The next line that is not only a comment.
  private func nextLine(after line: Int) -> Int {
    var next = line + 1
    while let range = source.lineRange(next),
      source.bytes[range].first(where: { !isBlank($0) }) == UInt8(ascii: "#")
    {
      next += 1
    }
    return next
  }

  /// Parses the text after the word: `ignore[ID, ID2] reason`.
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
