import Diagnostics
import SpecReading
import YAMLTree

/// Reads a spec's first file and its included files, each once, in the order of inclusion.
struct Inclusion {
  /// The maximum depth of inclusion, and the maximum size of all files.
  private static let depthLimit = 50
  private static let byteLimit = 64 << 20

  /// A file whose inclusions are being read.
  private struct Open {
    let path: String
    let identity: String?
    let mark: Mark
  }

  let reader: Reader
  let files: SpecFiles
  var variables: Variables
  /// The root mappings, starting with the first file's.
  private(set) var roots: [Node] = []
  /// Whether a file could not be read, so that its definitions are missing.
  private(set) var isBroken = false
  private var open: [Open] = []
  private var done: Set<String> = []
  private var size = 0
  /// Paths with variables, as read: later files must not change them.
  private var early: [(node: Node, written: String, read: String)] = []

  init(reader: Reader, files: SpecFiles, choices: Choices) {
    self.reader = reader
    self.files = files
    variables = Variables(reader: reader, choices: choices)
  }

  private var tree: Tree { reader.tree }

  /// Reads a file and its inclusions.
  mutating func read(_ source: Source, at mark: Mark = .nowhere) {
    let identity = files.identity(source.path)
    if let identity { done.insert(identity) }
    guard let root = Inclusion.root(of: source, reader) else { return isBroken = true }
    if !mark.isNowhere, reader.reportsForeignFile(root, includedAs: source.path, at: mark) { return isBroken = true }
    open.append(Open(path: source.path, identity: identity, mark: mark))
    defer { open.removeLast() }
    roots.append(root)
    variables.definitions.note(root)
    for entry in tree.entries(root) where tree.equals(entry.key, "include") {
      fillIn(entry.value)
      let paths = reader.read(entry.value, as: .list(.known(.text)), key: tree.mark(entry.key))
      for path in paths?.items ?? [] {
        // A path with an undefined variable has been reported.
        if path.mark.isNowhere {
          isBroken = true
        } else if let text = path.literal {
          include(text, at: path.mark, from: source.path)
        }
      }
    }
  }

  /// Reads one file into the tree, and reports mistakes in its YAML.
  static func root(of source: Source, _ reader: Reader) -> Node? {
    var problems: [Problem] = []
    let root = reader.tree.read(source, problems: &problems)
    reader.findings.report(problems.map { Diagnostic($0) })
    return root
  }

  // MARK: Paths

  private mutating func fillIn(_ value: Node) {
    for node in tree.kind(value) == .sequence ? Array(tree.items(value)) : [value] where tree.kind(node) == .scalar {
      let written = tree.string(node)
      variables.fillIn(node)
      if !tree.mark(node).isNowhere, tree.string(node) != written {
        early.append((node, written, tree.string(node)))
      }
    }
  }

  private mutating func include(_ path: String, at mark: Mark, from file: String) {
    let full = FilePath.join(FilePath.folder(of: file == "<stdin>" ? "" : file), path)
    guard Glob.isPattern(path) else {
      _ = include(file: full, at: mark)
      return
    }
    var glob = Glob(files: files)
    let own = files.identity(file)
    let found = glob.find(full).filter { own == nil || files.identity($0) != own }
    var isMatched = false
    for file in found where include(file: file, at: mark, byPattern: true) { isMatched = true }
    if !isMatched || glob.failure?.hasPrefix("more than") == true {
      isBroken = true
      reader.report(.includeWithoutMatch, at: mark, "no file matches \(Reader.quoted(full))", help: glob.failure)
    }
  }

  /// False if a pattern does not mean this file: the program wrote it.
  private mutating func include(file path: String, at mark: Mark, byPattern: Bool = false) -> Bool {
    let identity = files.identity(path)
    if let identity, let start = open.firstIndex(where: { $0.identity == identity }) {
      reportCircle(open[start...].map(\.path), at: mark, open[start].mark)
      return true
    }
    if let identity, done.contains(identity) { return true }
    guard open.count < Inclusion.depthLimit else {
      isBroken = true
      reader.report(
        .tooManyIncludes, at: mark, "files include each other more than \(Inclusion.depthLimit) levels deep")
      return true
    }
    do throws(SpecFiles.Failure) {
      let source = try files.read(path)
      if byPattern, ProgramOutput.includes(source) { return false }
      size += source.bytes.count
      if size > Inclusion.byteLimit { throw SpecFiles.Failure("all files together exceed 64 MiB") }
      read(source, at: mark)
    } catch {
      isBroken = true
      reader.report(
        .unreadableInclude, at: mark, "cannot read \(path): \(error.reason)", help: files.help(forUnreadable: path))
    }
    return true
  }

  private mutating func reportCircle(_ paths: [String], at mark: Mark, _ first: Mark) {
    isBroken = true
    let message =
      paths.count == 1
      ? "\(paths[0]) includes itself"
      : "these files include each other in a cycle: " + (paths + [paths[0]]).joined(separator: " → ")
    reader.report(
      .includeCycle, at: mark, message,
      related: first.isNowhere ? [] : [Related(message: "\(paths[0]) is included here", mark: first)],
      help: "remove this entry; definitions of one file can be used in all files")
  }

  /// Reports include paths whose variables were changed by files that were read later.
  mutating func checkEarlyPaths() {
    for path in early {
      guard let now = variables.text(path.written, of: path.node), now != path.read else { continue }
      reader.report(
        .changedIncludePath, at: tree.mark(path.node),
        "a file that is read later changes this path to \(Reader.quoted(now))",
        help: "define the variables of an include path in its own file, or in a file that is read earlier")
    }
  }
}
