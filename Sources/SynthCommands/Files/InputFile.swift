import Glibc
import YAMLTree

/// A spec's file.
enum InputFile {
  /// The path that means standard input.
  static let standardInput = "-"
  /// The name of standard input in messages.
  static let standardInputName = "<stdin>"

  /// One byte more than the maximum size of a spec, so that the tree reader reports a larger one.
  private static let limit = (16 << 20) + 1

  /// Reads the file at a path, or standard input for `-`.
  static func read(_ path: String) throws(FileProblem) -> Source {
    if path.isEmpty { throw FileProblem(.unreadableFile, path: path, reason: "the path is empty") }
    let name = path == standardInput ? standardInputName : path
    do throws(SystemError) {
      return Source(path: name, bytes: try bytes(at: path))
    } catch {
      throw FileProblem(.unreadableFile, path: name, error)
    }
  }

  private static func bytes(at path: String) throws(SystemError) -> [UInt8] {
    if path == standardInput { return try bytes(of: STDIN_FILENO) }
    let file = try call { open(path, O_RDONLY | O_CLOEXEC) }
    defer { close(file) }
    return try bytes(of: file)
  }

  /// The bytes of a file that a spec refers to, which must not be a device or a pipe.
  static func bytes(ofOrdinaryFile path: String) throws(SystemError) -> [UInt8] {
    // A pipe without a writer must not block.
    let file = try call { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    defer { close(file) }
    var status = stat()
    try call { fstat(file, &status) }
    if !status.isFile && !status.isFolder { throw SystemError(code: EINVAL, text: "it is not a regular file") }
    return try bytes(of: file)
  }

  private static func bytes(of file: Int32) throws(SystemError) -> [UInt8] {
    var status = stat()
    try call { fstat(file, &status) }
    if status.isFolder { throw SystemError(code: EISDIR) }
    // Pipes and devices have no size, and a file may grow: read to the end.
    return try readAll(from: file, expected: status.isFile ? min(Int(status.st_size), limit) : 0, limit: limit)
  }
}
