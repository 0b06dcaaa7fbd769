import CloudFormation
import Glibc

/// The folder that templates are written to.
struct OutputFolder {
  /// Its path as the user wrote it.
  let path: String
  /// The file name of the main template, if the user set it.
  private let fileName: String?

  /// A folder, which may not exist yet.
  init(_ path: String) {
    self.path = path
    fileName = nil
  }

  /// The folder that `-o` sets: a folder, or with the name of a JSON file, the folder of that file.
  init(output: String) {
    let isFile = OutputFolder.isFile(output)
    path = isFile ? RelativePath.folder(of: output) : output
    fileName = isFile ? output.split(separator: "/").last.map(String.init) : nil
  }

  /// Whether the argument of `-o` is a file.
  static func isFile(_ output: String) -> Bool {
    output.hasSuffix(".json") && (try? status(of: output).isFolder) != true
  }

  /// The path of a file in it.
  func path(of file: String) -> String {
    if fileName != nil, path == "." { return file }
    return "\(path)\(path.hasSuffix("/") ? "" : "/")\(file)"
  }

  /// The path of the main template of a stack.
  func path(ofStack stack: String) -> String { path(of: fileName ?? SplitTemplate.fileName(ofStack: stack)) }

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
