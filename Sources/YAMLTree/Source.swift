import Synchronization

/// The text of one file and its lines.
///
/// A line ends with `\n`, `\r\n` or `\r`. The line table is made when a position is first needed: a run without
/// findings never pays for it.
public final class Source: Sendable {
  /// The file's path as the user wrote it; `<stdin>` for standard input.
  public let path: String
  /// The file as it was read.
  public let bytes: [UInt8]
  /// The same bytes, as long as this object lives: an array that does not change does not move.
  nonisolated(unsafe) let text: UnsafeBufferPointer<UInt8>
  /// The path of the file's folder, to which local paths in the file are relative; nil for the first file, whose folder
  /// is passed separately.
  public let folder: String?
  private let table = Mutex<LineTable?>(nil)

  /// A file's text.
  public init(path: String, bytes: [UInt8], folder: String? = nil) {
    self.path = path
    self.bytes = bytes
    text = bytes.withUnsafeBufferPointer { $0 }
    self.folder = folder
  }

  /// The line and column of a byte; an offset outside the text is clamped.
  public func position(at offset: Int) -> Position {
    withTable { $0.position(at: offset, in: bytes) }
  }

  /// A line's range without its line end and byte order mark; nil if the line does not exist.
  public func lineRange(_ number: Int) -> Range<Int>? {
    withTable { $0.range(ofLine: number, in: bytes) }
  }

  /// A line's text without its line end; nil if the line does not exist.
  public func line(_ number: Int) -> String? {
    lineRange(number).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func withTable<Result>(_ body: (LineTable) -> Result) -> Result {
    table.withLock { table in
      let known = table ?? LineTable(bytes)
      table = known
      return body(known)
    }
  }
}
