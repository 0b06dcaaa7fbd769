import Glibc

/// A failed call of the operating system.
struct SystemError: Error {
  let code: Int32
  /// The operating system's own words, or what was found instead of what is needed.
  let text: String

  init(code: Int32, text: String? = nil) {
    self.code = code
    self.text = text ?? String(cString: strerror(code))
  }
}

/// Calls the operating system, again if a signal came in between; what it calls a failure is thrown.
@discardableResult
func call<Result: SignedInteger>(_ body: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = body()
    if result != -1 { return result }
    if errno != EINTR { throw SystemError(code: errno) }
  }
}

/// Writes all bytes, however few of them a single call takes.
func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
  var written = 0
  while written < bytes.count {
    written += try call { bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) } }
  }
}

/// Reads to the end, at most `limit` bytes. `expected` is how many there seem to be.
func readAll(from file: Int32, expected: Int = 0, limit: Int = .max) throws(SystemError) -> [UInt8] {
  // One more than expected, so that the end shows without room being made for more.
  var bytes = [UInt8](repeating: 0, count: min(max(expected + 1, 1 << 14), limit))
  var count = 0
  while count < limit {
    if count == bytes.count { bytes += repeatElement(0, count: min(bytes.count, limit - bytes.count)) }
    let added = try call { bytes[count...].withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) } }
    if added == 0 { break }
    count += added
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

/// What the file system says about a path, symbolic links followed.
func status(of path: String) throws(SystemError) -> stat {
  var status = stat()
  try call { stat(path, &status) }
  return status
}

extension stat {
  /// Whether it is a folder.
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  /// Whether it is a symbolic link, where these are not followed.
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
  /// Whether it is an ordinary file.
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
}
