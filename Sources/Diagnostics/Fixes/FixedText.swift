import YAMLTree

/// A file with fixes applied. Only the bytes in their edits change.
public struct FixedText {
  /// The file as read.
  public let source: Source
  /// The number of applied fixes. Of overlapping fixes only the first is applied; the others need another run.
  public private(set) var count = 0
  private var edits: [Edit] = []

  /// Applies the fixes that edit one file, which marks refer to as source `number`.
  public init(_ source: Source, number: UInt32, fixes: [Fix]) {
    self.source = source
    for fix in fixes where fix.edits.allSatisfy({ $0.mark.source == number && isPossible($0) }) {
      edits += fix.edits
      count += 1
    }
    edits.sort { ($0.mark.start, $0.mark.end) < ($1.mark.start, $1.mark.end) }
  }

  /// Whether the file has the expected text and no other edit overlaps.
  private func isPossible(_ edit: Edit) -> Bool {
    let (start, end) = (Int(edit.mark.start), Int(edit.mark.end))
    guard end <= source.bytes.count else { return false }
    if let original = edit.original, !source.bytes[start..<end].elementsEqual(original.utf8) { return false }
    return !edits.contains { other in
      let isApart = other.mark.end < edit.mark.start || edit.mark.end < other.mark.start
      let touches = other.mark.end == edit.mark.start || edit.mark.end == other.mark.start
      return !isApart && !(touches && other.mark.start != edit.mark.start)
    }
  }

  /// The new text.
  public var bytes: [UInt8] { bytes(in: 0..<source.bytes.count, edits) }

  private func bytes(in range: Range<Int>, _ edits: some Sequence<Edit>) -> [UInt8] {
    var result: [UInt8] = []
    var position = range.lowerBound
    for edit in edits {
      result += source.bytes[position..<Int(edit.mark.start)]
      result += edit.replacement.utf8
      position = Int(edit.mark.end)
    }
    return result + source.bytes[position..<range.upperBound]
  }

  // MARK: Unified diff

  /// A unified diff, as `diff -u` prints it and `patch -p1` reads it; empty if nothing changes.
  public func diff(path: String) -> [UInt8] {
    if edits.isEmpty { return [] }
    let lines = source.bytes.lines
    let prefixes = path.hasPrefix("/") ? ("", "") : ("a/", "b/")
    var text = Array("--- \(prefixes.0)\(visible(path))\n+++ \(prefixes.1)\(visible(path))\n".utf8)
    var shift = 0
    for hunk in hunks(lines) { text += hunk.text(lines, source.bytes, shift: &shift) }
    return text
  }

  private func hunks(_ lines: [Range<Int>]) -> [Hunk] {
    var changes: [Change] = []
    for edit in edits {
      let first = lines.number(at: Int(edit.mark.start))
      let last = lines.number(at: max(Int(edit.mark.start), Int(edit.mark.end) - 1))
      if let previous = changes.last, previous.lines.upperBound >= first - 1 {
        changes[changes.count - 1].lines = previous.lines.lowerBound...max(last, previous.lines.upperBound)
        changes[changes.count - 1].edits.append(edit)
      } else {
        changes.append(Change(lines: first...last, edits: [edit]))
      }
    }
    var hunks: [Hunk] = []
    for change in changes {
      let range = lines[change.lines.lowerBound].lowerBound..<lines[change.lines.upperBound].upperBound
      let piece = (change.lines, bytes(in: range, change.edits))
      if let last = hunks.last?.pieces.last, change.lines.lowerBound - last.lines.upperBound <= 2 * Hunk.context {
        hunks[hunks.count - 1].pieces.append(piece)
      } else {
        hunks.append(Hunk(pieces: [piece]))
      }
    }
    return hunks
  }

  /// Adjacent changed lines.
  private struct Change {
    var lines: ClosedRange<Int>
    var edits: [Edit]
  }
}

/// Changes close to each other, with the lines around them.
private struct Hunk {
  static let context = 3
  var pieces: [(lines: ClosedRange<Int>, new: [UInt8])]

  func text(_ lines: [Range<Int>], _ bytes: [UInt8], shift: inout Int) -> [UInt8] {
    let first = max(0, pieces[0].lines.lowerBound - Hunk.context)
    let last = min(lines.count - 1, pieces[pieces.count - 1].lines.upperBound + Hunk.context)
    var body: [UInt8] = []
    var added = 0
    var line = first
    for piece in pieces {
      for number in line..<piece.lines.lowerBound { body += Hunk.line(" ", bytes[lines[number]]) }
      for number in piece.lines { body += Hunk.line("-", bytes[lines[number]]) }
      let new = piece.new.lines
      for range in new { body += Hunk.line("+", piece.new[range]) }
      added += new.count - piece.lines.count
      line = piece.lines.upperBound + 1
    }
    for number in line..<(last + 1) { body += Hunk.line(" ", bytes[lines[number]]) }
    let old = last - first + 1
    let head = "@@ -\(first + 1),\(old) +\(first + 1 + shift),\(old + added) @@\n"
    shift += added
    return Array(head.utf8) + body
  }

  private static func line(_ sign: String, _ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let end = bytes.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n"
    return Array(sign.utf8) + bytes + Array(end.utf8)
  }
}

extension [UInt8] {
  /// The lines with their line ends; at least one.
  fileprivate var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? count
      lines.append(start..<end)
      start = end
    }
    return lines.isEmpty ? [0..<0] : lines
  }
}

extension [Range<Int>] {
  /// The number of the line that contains a byte.
  fileprivate func number(at offset: Int) -> Int {
    firstIndex { offset < $0.upperBound } ?? count - 1
  }
}
