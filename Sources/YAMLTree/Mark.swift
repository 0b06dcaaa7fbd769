/// A location: a range of bytes in one source.
public struct Mark: Hashable, Sendable {
  /// The index of the source in `Tree.sources`.
  public let source: UInt32
  /// Offset of the first byte.
  public let start: UInt32
  /// Offset after the last byte; equal to `start` for a missing value (`key:` without a value).
  public let end: UInt32

  /// A range of one source.
  @inlinable
  public init(source: UInt32, start: UInt32, end: UInt32) {
    self.source = source
    self.start = start
    self.end = end
  }

  /// The mark of a value that has no source, for example a default.
  @inlinable
  public static var nowhere: Mark { Mark(source: .max, start: 0, end: 0) }

  /// Whether the value has no source.
  @inlinable
  public var isNowhere: Bool { source == .max }
}

extension Mark {
  /// Whether another mark is in this one, or is the same.
  public func contains(_ other: Mark) -> Bool { source == other.source && start <= other.start && other.end <= end }

  /// Where a part of a text is, if this is where the text is, without quotes and as it reads; otherwise nil.
  public func mark(of part: Range<String.Index>, in text: String) -> Mark? {
    guard !isNowhere, Int(end - start) == text.utf8.count else { return nil }
    let start = start + UInt32(text.utf8.distance(from: text.startIndex, to: part.lowerBound))
    let length = UInt32(text.utf8.distance(from: part.lowerBound, to: part.upperBound))
    return Mark(source: source, start: start, end: start + length)
  }

  /// The inside of quotes, if it is two bytes longer than the text.
  public func withoutQuotes(around text: String) -> Mark {
    Int(end - start) == text.utf8.count + 2 ? Mark(source: source, start: start + 1, end: end - 1) : self
  }
}

/// A location as line and column.
public struct Position: Hashable, Sendable {
  /// From 1.
  public let line: Int
  /// From 1, counted in Unicode scalars.
  public let column: Int

  /// A location as line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
