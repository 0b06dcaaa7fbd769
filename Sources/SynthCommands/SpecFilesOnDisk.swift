import Gateway
import Glibc
import YAMLTree

extension SpecFiles {
  /// The files of specs, on disk. `outputFolder` is the folder to which local paths in the files are made relative, if
  /// templates are written.
  static func onDisk(outputFolder: String?) -> SpecFiles {
    SpecFiles(
      read: { path throws(Failure) in
        do throws(SystemError) {
          let bytes = try InputFile.bytes(ofOrdinaryFile: path)
          let folder = outputFolder.map { RelativePath.toSpecFolder(from: $0, spec: path) } ?? ""
          return Source(path: path, bytes: bytes, folder: folder)
        } catch {
          throw Failure(error.text)
        }
      },
      list: { folder throws(Failure) in
        do throws(SystemError) { return try entries(of: folder) } catch { throw Failure(error.text) }
      },
      identity: { identity(of: $0) })
  }

  /// The identity of a file, equal for all paths to it; nil if it does not exist.
  static func identity(of path: String) -> String? {
    guard let status = try? SynthCommands.status(of: path) else { return nil }
    return "\(status.st_dev):\(status.st_ino)"
  }

  private static func entries(of folder: String) throws(SystemError) -> [Entry] {
    try names(in: folder).compactMap { name in kind(of: folder + name).map { Entry(name: name, kind: $0) } }
  }

  /// The kind of a path; nil for what is neither a file nor a folder, and for broken links.
  private static func kind(of path: String) -> Entry.Kind? {
    var own = stat()
    guard lstat(path, &own) == 0, let target = try? SynthCommands.status(of: path) else { return nil }
    if target.isFolder { return own.isLink ? .linkedFolder : .folder }
    return target.isFile ? .file : nil
  }
}
