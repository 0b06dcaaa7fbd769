import Glibc

/// The folder that templates are written to.
struct OutputFolder {
  /// Its path as the user wrote it.
  let path: String

  /// A folder, which may not exist yet.
  init(_ path: String) {
    self.path = path
  }

  /// The path of a file in it.
  func path(of file: String) -> String { "\(path)\(path.hasSuffix("/") ? "" : "/")\(file)" }

  /// Whether the folder exists. A file at its path, or at a parent's, is a problem.
  func exists() throws(FileProblem) -> Bool {
    do throws(SystemError) {
      if try status(of: path).isFolder { return true }
    } catch {
      if error.code == ENOENT { return false }
      throw problem(error.text)
    }
    throw problem("it is a file, not a folder")
  }

  /// Creates the folder and its parents where they are missing. Returns those created, outermost first. If it fails,
  /// none of them remains.
  func create() throws(FileProblem) -> [String] {
    var made: [String] = []
    do throws(SystemError) {
      try Self.create(path, &made)
      return made
    } catch {
      Self.remove(made)
      throw problem(error.text)
    }
  }

  /// Removes folders that `create` created, if they are empty.
  static func remove(_ made: [String]) {
    for folder in made.reversed() { rmdir(folder) }
  }

  private func problem(_ reason: String) -> FileProblem {
    FileProblem(.unwritableFile, path: path, message: "cannot write to the folder \(path): \(reason)")
  }

  private static func create(_ path: String, _ made: inout [String]) throws(SystemError) {
    if make(path, &made) { return }
    if errno == ENOENT, let parent = parent(of: path) {
      try create(parent, &made)
      if make(path, &made) { return }
    }
    let failure = SystemError(code: errno)
    // Another process may have created it.
    guard failure.code == EEXIST else { throw failure }
    if try !status(of: path).isFolder { throw SystemError(code: ENOTDIR) }
  }

  private static func make(_ path: String, _ made: inout [String]) -> Bool {
    guard mkdir(path, 0o777) == 0 else { return false }
    made.append(path)
    return true
  }

  private static func parent(of path: String) -> String? {
    var rest = Substring(path)
    while rest.last == "/" { rest.removeLast() }
    while let last = rest.last, last != "/" { rest.removeLast() }
    while rest.last == "/" { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
  }
}
