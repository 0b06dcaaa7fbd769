import CLibYAML

/// Limits on what is read of one file.
enum Limit {
  static let fileBytes = 16 << 20
  /// Nested lists and mappings, aliases followed. Readers may recurse.
  static let nesting = 200
  /// Entries that `<<` adds in one file: a few lines could expand to any number.
  static let mergedEntries = 1_000_000
  /// Mistakes reported in one file.
  static let problems = 1_000
}

/// Checks a file before libyaml reads it.
func checkText(of source: Source, index: Int, textCount: Int) -> Problem? {
  let bytes = source.bytes
  let start = Mark(source: UInt32(index), start: 0, end: 0)
  guard bytes.count <= Limit.fileBytes else {
    return Problem(
      kind: .tooLarge, message: "the file is larger than 16 MiB, the maximum size", mark: start)
  }
  // A record has 16 bits for its source and 32 for its text. A decoded escape may be three times as long as its source.
  guard index <= UInt16.max, textCount + 3 * bytes.count <= UInt32.max else {
    return Problem(kind: .tooLarge, message: "the files are too large to be read together", mark: start)
  }
  if let name = wideEncoding(of: bytes) {
    return Problem(
      kind: .encoding, message: "the file is encoded as \(name), expected UTF-8", mark: start,
      help: saveAsUTF8(from: name))
  }
  if let offset = firstZero(in: bytes) {
    return Problem(
      kind: .encoding, message: "a NUL byte is not allowed in YAML",
      mark: Mark(source: UInt32(index), start: UInt32(offset), end: UInt32(offset + 1)),
      help: #"in a string in double quotes, write it as `"\0"`"#)
  }
  return nil
}

/// The offset of the first zero byte; the C library looks at many bytes at a time.
private func firstZero(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - start
  }
}
