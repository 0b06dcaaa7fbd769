import Glibc

/// A template and its output file.
struct OutputFile {
  /// How the new content compares with the existing file.
  enum State: Equatable {
    /// The file does not exist.
    case missing
    /// The content differs; the permissions are kept.
    case different(permissions: mode_t)
    /// The content is the same.
    case same
  }

  /// Its path as the user wrote it.
  let path: String
  /// The path of the file that is replaced: the target if the path is a symbolic link, so that the link is kept.
  let target: String
  let bytes: [UInt8]
  let state: State

  /// Compares bytes with the file at a path.
  init(path: String, bytes: [UInt8]) throws(FileProblem) {
    self.path = path
    self.bytes = bytes
    target = try Self.followLink(path)
    do throws(SystemError) {
      let status = try status(of: target)
      if status.isFile {
        state = Self.compare(bytes, target, status)
        return
      }
      if status.isFolder { throw SystemError(code: EISDIR) }
    } catch {
      if error.code != ENOENT { throw FileProblem(.unwritableFile, path: path, error) }
      state = .missing
      return
    }
    throw FileProblem(.unwritableFile, path: path, reason: "it is not a regular file")
  }

  private static func compare(_ bytes: [UInt8], _ path: String, _ status: stat) -> State {
    let different = State.different(permissions: status.st_mode & 0o7777)
    guard status.st_size == bytes.count, let file = try? call({ open(path, O_RDONLY | O_CLOEXEC) }) else {
      return different
    }
    defer { close(file) }
    // An unreadable file may still be replaced. The C library compares many bytes at a time.
    guard let known = try? readAll(from: file, expected: bytes.count, limit: bytes.count + 1),
      known.count == bytes.count, memcmp(known, bytes, bytes.count) == 0
    else { return different }
    return .same
  }

  private static func followLink(_ path: String) throws(FileProblem) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.isLink else { return path }
    guard let resolved = RelativePath.resolve(path) else {
      let failure = SystemError(code: errno)
      throw FileProblem(
        .unwritableFile, path: path,
        reason: failure.code == ENOENT ? "it is a broken symbolic link" : failure.text)
    }
    return resolved
  }
}
