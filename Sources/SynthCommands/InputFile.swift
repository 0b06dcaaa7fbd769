import Glibc
import YAMLTree

/// A spec's file.
enum InputFile {
  /// What stands for standard input where a path is expected.
  static let standardInput = "-"

  /// One byte more than a spec may have: the reader of the tree then says that it is too large.
  private static let limit = (16 << 20) + 1

  /// Reads the file at a path, or standard input for `-`.
  static func read(_ path: String) throws(FileProblem) -> Source {
    if path.isEmpty { throw FileProblem(.unreadableFile, path: path, reason: "the path is empty") }
    let name = path == standardInput ? "<stdin>" : path
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

  /// The bytes of a file that a spec names, which must be no device and no pipe.
  static func bytes(ofOrdinaryFile path: String) throws(SystemError) -> [UInt8] {
    // A pipe that nobody writes to must not keep anybody waiting.
    let file = try call { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    defer { close(file) }
    var status = stat()
    try call { fstat(file, &status) }
    if !status.isFile && !status.isFolder { throw SystemError(code: EINVAL, text: "it is no ordinary file") }
    return try bytes(of: file)
  }

  private static func bytes(of file: Int32) throws(SystemError) -> [UInt8] {
    var status = stat()
    try call { fstat(file, &status) }
    if status.isFolder { throw SystemError(code: EISDIR) }
    // Pipes and devices have no size, and a file may grow: what counts is the end.
    return try readAll(from: file, expected: status.isFile ? min(Int(status.st_size), limit) : 0, limit: limit)
  }
}
