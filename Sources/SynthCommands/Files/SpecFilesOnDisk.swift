import Gateway
import Glibc
import TextSearch
import YAMLTree

extension SpecFiles {
  /// The files of specs, on disk. `outputFolder` is the folder to which local paths in the files are made relative, if
  /// templates are written. No file outside of `boundary` is read.
  static func onDisk(outputFolder: String?, boundary: Boundary? = nil, drafts: Drafts = [:]) -> SpecFiles {
    SpecFiles(
      read: { path throws(Failure) in
        try check(path, boundary)
        do throws(SystemError) {
          let bytes: [UInt8]
          if let draft = drafts.source(path) {
            bytes = draft.bytes
          } else {
            bytes = try InputFile.bytes(ofOrdinaryFile: path)
          }
          let folder = outputFolder.map { RelativePath.toSpecFolder(from: $0, spec: path) } ?? ""
          return Source(path: path, bytes: bytes, folder: folder)
        } catch {
          throw Failure(isUndecodable(path) && error.code == ENOENT ? "the file name is not UTF-8" : error.text)
        }
      },
      list: { folder throws(Failure) in
        try check(folder.isEmpty ? "." : folder, boundary)
        do throws(SystemError) { return try entries(of: folder) } catch { throw Failure(error.text) }
      },
      identity: { path in boundary?.contains(path) ?? true ? FileIdentity(of: path)?.text : nil },
      boundary: boundary)
  }

  private static func check(_ path: String, _ boundary: Boundary?) throws(Failure) {
    guard let boundary, !boundary.contains(path) else { return }
    throw Failure("it is outside of \(boundary.folder), the folder of --within")
  }

  private static func entries(of folder: String) throws(SystemError) -> [Entry] {
    try names(in: folder).compactMap { name in kind(of: folder + name).map { Entry(name: name, kind: $0) } }
  }

  /// The kind of a path; nil for what is neither a file nor a folder, and for broken links. A name that is not UTF-8 is
  /// listed, so that its file is not silently left out: reading it fails.
  private static func kind(of path: String) -> Entry.Kind? {
    var own = stat()
    guard lstat(path, &own) == 0, let target = try? SynthCommands.status(of: path) else {
      return isUndecodable(path) ? .file : nil
    }
    if target.isFolder { return own.isLink ? .linkedFolder : .folder }
    return target.isFile ? .file : nil
  }

  /// Whether a path may come from a name that is not UTF-8: invalid bytes are decoded as U+FFFD.
  private static func isUndecodable(_ path: String) -> Bool { path.mentions("\u{FFFD}") }
}

extension SpecFiles.Boundary {
  /// The boundary at a folder on disk. A path that does not exist is inside if its folder is; a broken link is not.
  static func onDisk(_ folder: String) -> SpecFiles.Boundary? {
    guard let root = RelativePath.resolve(folder) else { return nil }
    let components = RelativePath.components(root)
    return SpecFiles.Boundary(folder: folder) { path in
      var path = path
      while true {
        if let resolved = RelativePath.resolve(path) {
          return RelativePath.components(resolved).starts(with: components)
        }
        let parent = RelativePath.folder(of: path)
        var own = stat()
        if parent == path || path.split(separator: "/").last == ".." || lstat(path, &own) == 0 { return false }
        path = parent
      }
    }
  }
}
