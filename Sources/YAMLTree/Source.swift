import Synchronization

/// One file's text, and the lines it consists of.
///
/// A line ends with `\n`, `\r\n` or `\r`. The table of lines is made when a place is first asked for: a run that
/// reports nothing never pays for it.
public final class Source: Sendable {
  /// The file's path as the user wrote it; `<stdin>` for standard input.
  public let path: String
  /// The file as it was read.
  public let bytes: [UInt8]
  /// Leads to the folder that the file is in, from where local paths in it are going to be read; nil for the first
  /// file, whose way is told otherwise.
  public let folder: String?
  private let table = Mutex<LineTable?>(nil)

  /// A file's text.
  public init(path: String, bytes: [UInt8], folder: String? = nil) {
    self.path = path
    self.bytes = bytes
    self.folder = folder
  }

  /// The line and column of a byte; an offset outside the text is moved to its nearest end.
  public func position(at offset: Int) -> Position {
    withTable { $0.position(at: offset, in: bytes) }
  }

  /// A line's bytes without its line end (and without a byte order mark), or nil if there is no such line.
  public func lineRange(_ number: Int) -> Range<Int>? {
    withTable { $0.range(ofLine: number, in: bytes) }
  }

  /// A line's text without its line end, or nil if there is no such line.
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
