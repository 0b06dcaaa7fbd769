import Glibc

/// Writes files so that everyone always sees each of them whole, the old or the new one.
enum AtomicWriting {
  /// Writes all files or, as far as that can be known before the first one is replaced, none of them: first all of the
  /// bytes go to temporary files beside the targets, then these are renamed. No temporary file is ever left.
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
      // Some file systems notice only here that they are full; those that cannot do it have nothing to wait for.
      if fsync(descriptor) != 0, errno != EINVAL, errno != EINTR { throw SystemError(code: errno) }
    } catch {
      unlink(path)
      throw error
    }
    return path
  }

  /// Makes a file that nobody else has, in the folder of `path`: renaming works within one file system only.
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
