import CLibYAML

/// What is read of one file at most.
enum Limit {
  static let fileBytes = 16 << 20
  /// Lists and mappings within one another, aliases followed. Readers may recurse.
  static let nesting = 200
  /// Entries that the `<<` of one file bring in: a few lines could ask for any number.
  static let mergedEntries = 1_000_000
  /// Mistakes reported in one file.
  static let problems = 1_000
}

/// What can be said of a file before libyaml sees it.
func checkText(of source: Source, index: Int, textCount: Int) -> Problem? {
  let bytes = source.bytes
  let start = Mark(source: UInt32(index), start: 0, end: 0)
  guard bytes.count <= Limit.fileBytes else {
    return Problem(
      kind: .tooLarge, message: "the file is larger than 16 MiB, the most that is read", mark: start)
  }
  // A record numbers its source in 16 bits and places its text in 32. A text is kept as it is and decoded, where an
  // escape may be three times as long as what it stands for.
  guard index <= UInt16.max, textCount + 4 * bytes.count <= UInt32.max else {
    return Problem(kind: .tooLarge, message: "this is one file more than can be read together", mark: start)
  }
  if let name = wideEncoding(of: bytes) {
    return Problem(kind: .encoding, message: "the file is in \(name)", mark: start, help: "save it as UTF-8")
  }
  if let offset = firstZero(in: bytes) {
    return Problem(
      kind: .encoding, message: "a NUL byte is not allowed in YAML",
      mark: Mark(source: UInt32(index), start: UInt32(offset), end: UInt32(offset + 1)),
      help: #"in a text in double quotes, write it as "\0""#)
  }
  return nil
}

/// The C library looks at many bytes at a time.
private func firstZero(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - start
  }
}

/// The name of the encoding of a text that takes two or four bytes a character: by its byte order mark, or by the
/// zero bytes that its first character, which is nearly always ASCII, then has.
private func wideEncoding(of bytes: [UInt8]) -> String? {
  guard bytes.count >= 2 else { return nil }
  let start = bytes.prefix(4)
  if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
  let isWideMark = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
  return isWideMark || (bytes[0] == 0) != (bytes[1] == 0) ? "UTF-16" : nil
}
