import Glibc

/// A template and the file that it is for.
struct OutputFile {
  /// How what is to be written compares with what is there.
  enum State: Equatable {
    /// There is no file.
    case missing
    /// There is one with other bytes; its permissions are kept.
    case different(permissions: mode_t)
    /// There is one with the same bytes.
    case same
  }

  /// Its path as the user knows it.
  let path: String
  /// The path of the file that is replaced: where a symbolic link stands, the one that it leads to, so that the link
  /// stays.
  let target: String
  let bytes: [UInt8]
  let state: State

  /// Compares bytes with the file that is at a path.
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
    throw FileProblem(.unwritableFile, path: path, reason: "it is not an ordinary file")
  }

  private static func compare(_ bytes: [UInt8], _ path: String, _ status: stat) -> State {
    let different = State.different(permissions: status.st_mode & 0o7777)
    guard status.st_size == bytes.count, let file = try? call({ open(path, O_RDONLY | O_CLOEXEC) }) else {
      return different
    }
    defer { close(file) }
    // One that cannot be read may be replaced all the same.
    return (try? readAll(from: file, expected: bytes.count, limit: bytes.count + 1)) == bytes ? .same : different
  }

  private static func followLink(_ path: String) throws(FileProblem) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.isLink else { return path }
    guard let resolved = realpath(path, nil) else {
      let failure = SystemError(code: errno)
      throw FileProblem(
        .unwritableFile, path: path,
        reason: failure.code == ENOENT ? "it is a symbolic link that leads nowhere" : failure.text)
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
