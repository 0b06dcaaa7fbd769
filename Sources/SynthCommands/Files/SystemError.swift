import Glibc

/// A failed system call.
struct SystemError: Error {
  let code: Int32
  /// The operating system's message, or a more specific one.
  let text: String

  init(code: Int32, text: String? = nil) {
    self.code = code
    self.text = text ?? String(cString: strerror(code))
  }
}

/// Makes a system call, again after an interruption by a signal. Throws if it fails.
@discardableResult
func call<Result: SignedInteger>(_ body: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = body()
    if result != -1 { return result }
    if errno != EINTR { throw SystemError(code: errno) }
  }
}

/// Writes all bytes, in several calls if needed.
func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
  var written = 0
  while written < bytes.count {
    written += try call { bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) } }
  }
}

/// Reads to the end, at most `limit` bytes. `expected` is the probable size.
func readAll(from file: Int32, expected: Int = 0, limit: Int = .max) throws(SystemError) -> [UInt8] {
  // One more than expected, so that the end is detected without growing the buffer.
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

/// The names of the entries of a folder.
func names(in folder: String) throws(SystemError) -> [String] {
  guard let stream = opendir(folder.isEmpty ? "." : folder) else { throw SystemError(code: errno) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let capacity = Int(entry.pointee.d_reclen)
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names
}

/// The status of a path, symbolic links followed.
func status(of path: String) throws(SystemError) -> stat {
  var status = stat()
  try call { stat(path, &status) }
  return status
}

extension stat {
  /// Whether it is a folder.
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  /// Whether it is a symbolic link, if these are not followed.
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
  /// Whether it is a regular file.
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
}
