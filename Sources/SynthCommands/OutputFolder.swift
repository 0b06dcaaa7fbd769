import Glibc

/// The folder that templates are written to.
struct OutputFolder {
  /// Its path as the user wrote it.
  let path: String

  /// A folder that may be missing yet.
  init(_ path: String) {
    self.path = path
  }

  /// The path of a file in it.
  func path(of file: String) -> String { "\(path)\(path.hasSuffix("/") ? "" : "/")\(file)" }

  /// Whether it is there. Something else in its place, or on the way to it, is a problem.
  func exists() throws(FileProblem) -> Bool {
    do throws(SystemError) {
      if try status(of: path).isFolder { return true }
    } catch {
      if error.code == ENOENT { return false }
      throw problem(error.text)
    }
    throw problem("it is a file, not a folder")
  }

  /// Makes the folder, and those that it is in, where they are missing. Returns those made, outermost first; if that
  /// fails, none of them is left.
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

  /// Removes folders that `create` made, as long as nothing is in them.
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
    // Someone else may have made it in the meantime.
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
