/// Where something stands: a range of bytes in one source.
public struct Mark: Hashable, Sendable {
  /// The source's place in `Tree.sources`.
  public let source: UInt32
  /// Offset of the first byte.
  public let start: UInt32
  /// Offset after the last byte; the same as `start` for something that was left out (`key:` with no value).
  public let end: UInt32

  /// A range of one source.
  @inlinable
  public init(source: UInt32, start: UInt32, end: UInt32) {
    self.source = source
    self.start = start
    self.end = end
  }

  /// The place of a value that nobody wrote, a default for instance.
  @inlinable
  public static var nowhere: Mark { Mark(source: .max, start: 0, end: 0) }

  /// Whether nobody wrote this.
  @inlinable
  public var isNowhere: Bool { source == .max }
}

/// A place as people say it.
public struct Position: Hashable, Sendable {
  /// From 1.
  public let line: Int
  /// From 1, counted in Unicode scalars.
  public let column: Int

  /// A place as people say it.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
