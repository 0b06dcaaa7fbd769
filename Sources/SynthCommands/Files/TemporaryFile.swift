import Glibc

/// Temporary files next to the files that they replace: renaming works only within one file system.
enum TemporaryFile {
  private static let prefix = ".apigw-synth-"
  private static let suffix = ".tmp"

  /// Writes the content of a file to a temporary file, and returns its path.
  static func make(for file: OutputFile) throws(SystemError) -> String {
    var descriptor: Int32 = -1
    let path = try name(beside: file.target) { path throws(SystemError) in
      descriptor = try call { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    }
    do throws(SystemError) {
      defer { close(descriptor) }
      if case .different(let permissions) = file.state { fchmod(descriptor, permissions) }
      try writeAll(file.bytes, to: descriptor)
      // Some file systems report only here that they are full. Others do not support `fsync`, which is not an error.
      if fsync(descriptor) != 0, errno != EINVAL, errno != EINTR { throw SystemError(code: errno) }
    } catch {
      unlink(path)
      throw error
    }
    return path
  }

  /// Creates a second name for a file; nil if that is not possible.
  static func link(to path: String) -> String? {
    try? name(beside: path) { name throws(SystemError) in try call { Glibc.link(path, name) } }
  }

  /// Removes the temporary files of runs that did not end, in a folder that this run has locked.
  static func removeOld(in folder: String) {
    for name in (try? names(in: folder)) ?? [] where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      unlink(OutputFolder(folder).path(of: name))
    }
  }

  /// Finds a name that no file has; `create` fails with EEXIST if one has.
  private static func name(
    beside path: String, create: (String) throws(SystemError) -> Void
  ) throws(SystemError) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    var number = 0
    while true {
      let name = "\(folder)\(prefix)\(getpid())-\(number)\(suffix)"
      do throws(SystemError) {
        try create(name)
        return name
      } catch {
        number += 1
        if error.code != EEXIST || number > 1_000 { throw error }
      }
    }
  }
}
