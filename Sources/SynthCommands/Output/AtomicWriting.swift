import Glibc

/// Writes several files as one: other programs, and the next run, find either all old or all new contents.
enum AtomicWriting {
  /// Writes the files that are missing or different. If one of them cannot be written, those that were already replaced
  /// get their old content back, and no temporary file remains.
  ///
  /// `check` is called while no other run can write to the folders.
  static func write(_ files: [OutputFile], check: () throws(FileProblem) -> Void = {}) throws(FileProblem) {
    if files.allSatisfy({ $0.state == .same }) { return }
    let locks = try FolderLocks(files.map { RelativePath.folder(of: $0.target) })
    defer { locks.release() }
    try Signals.holding { () throws(FileProblem) in
      try check()
      for folder in locks.folders { TemporaryFile.removeOld(in: folder) }
      // Another run may have written since the files were compared.
      var changed: [OutputFile] = []
      for file in files {
        let file = try OutputFile(path: file.path, bytes: file.bytes)
        if file.state != .same { changed.append(file) }
      }
      try replace(changed)
    }
  }

  /// The same in folders that may not exist yet. If it fails, those that it created are removed.
  static func write(_ files: [OutputFile], creating folders: [OutputFolder]) throws(FileProblem) {
    var made: [String] = []
    do throws(FileProblem) {
      for folder in folders { made += try folder.create() }
      try write(files)
    } catch {
      OutputFolder.remove(made)
      throw error
    }
  }

  private static func replace(_ files: [OutputFile]) throws(FileProblem) {
    var replacements: [Replacement] = []
    do throws(FileProblem) {
      for file in files {
        try attempt(file) { () throws(SystemError) in
          // A single file is replaced by one system call.
          replacements.append(
            Replacement(file, new: try TemporaryFile.make(for: file), canUndo: files.count > 1))
        }
      }
      // Everything is ready before the first file changes: only a run that is killed between these calls leaves old and
      // new files, until the next run.
      for index in replacements.indices {
        try attempt(files[index]) { () throws(SystemError) in try replacements[index].carryOut() }
      }
    } catch {
      for replacement in replacements.reversed() { replacement.undo() }
      throw error
    }
    for replacement in replacements { replacement.finish() }
  }

  private static func attempt(_ file: OutputFile, _ body: () throws(SystemError) -> Void) throws(FileProblem) {
    do throws(SystemError) { try body() } catch { throw FileProblem(.unwritableFile, path: file.path, error) }
  }
}

/// A file that is replaced by a temporary file.
private struct Replacement {
  private let target: String
  private let new: String
  private let isNew: Bool
  /// A second name of the old file.
  private let old: String?
  private var isDone = false

  init(_ file: OutputFile, new: String, canUndo: Bool) {
    target = file.target
    self.new = new
    isNew = file.state == .missing
    // Some file systems do not have hard links, for example FAT: there the replacement cannot be undone.
    old = canUndo && !isNew ? TemporaryFile.link(to: target) : nil
  }

  mutating func carryOut() throws(SystemError) {
    try call { rename(new, target) }
    isDone = true
  }

  /// Restores the state before.
  func undo() {
    if !isDone { unlink(new) }
    if isDone, let old { rename(old, target) } else if let old { unlink(old) }
    if isDone, isNew { unlink(target) }
  }

  func finish() {
    if let old { unlink(old) }
  }
}
