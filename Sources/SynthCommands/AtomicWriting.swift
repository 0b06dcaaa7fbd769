import Glibc

/// Writes files atomically: other processes see either the old or the new content.
enum AtomicWriting {
  /// Writes all files or, as far as failures are detectable before the first is replaced, none: writes the bytes to
  /// temporary files next to the targets, then renames these. No temporary file is left behind.
  static func write(_ files: [OutputFile]) throws(FileProblem) {
    var temporaries: [String] = []
    var renamed = 0
    defer { for temporary in temporaries[renamed...] { unlink(temporary) } }
    for file in files {
      do throws(SystemError) {
        temporaries.append(try writeTemporary(for: file))
      } catch {
        throw FileProblem(.unwritableFile, path: file.path, error)
      }
    }
    for (temporary, file) in zip(temporaries, files) {
      do throws(SystemError) {
        try call { rename(temporary, file.target) }
      } catch {
        throw FileProblem(.unwritableFile, path: file.path, error)
      }
      renamed += 1
    }
  }

  private static func writeTemporary(for file: OutputFile) throws(SystemError) -> String {
    let (descriptor, path) = try openTemporary(beside: file.target)
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

  /// Creates a temporary file in the folder of `path`: renaming works only within one file system.
  private static func openTemporary(beside path: String) throws(SystemError) -> (descriptor: Int32, path: String) {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    var number = 0
    while true {
      let name = "\(folder).apigw-synth-\(getpid())-\(number).tmp"
      do throws(SystemError) {
        return (try call { open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }, name)
      } catch {
        number += 1
        if error.code != EEXIST || number > 1_000 { throw error }
      }
    }
  }
}
