import Glibc

/// The specs in a folder.
enum SpecSearch {
  /// The maximum number of files and folders that are looked at.
  private static let limit = 50_000

  /// The paths of the specs in a folder and its subfolders, sorted: YAML files with `apis` or `include` at the top level.
  /// Hidden files and folders, links to folders and `node_modules` are skipped.
  static func specs(in folder: String) throws(FileProblem) -> [String] {
    var found: [String] = []
    var count = 0
    do throws(SystemError) {
      try search(folder, &found, &count)
    } catch {
      throw FileProblem(.unreadableFile, path: folder, error)
    }
    if found.isEmpty {
      throw FileProblem(
        .unreadableFile, path: folder,
        reason: "the folder has no specs (.yaml or .yml files with `apis` at the top level)")
    }
    return found.sorted()
  }

  private static func search(_ folder: String, _ found: inout [String], _ count: inout Int) throws(SystemError) {
    for name in try names(in: folder).sorted() where !name.hasPrefix(".") && name != "node_modules" {
      count += 1
      if count > limit { throw SystemError(code: 0, text: "it has more than \(limit) files; give the specs") }
      let path = folder == "." ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
      var own = stat()
      guard lstat(path, &own) == 0 else { continue }
      if own.isFolder {
        try search(path, &found, &count)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml"), isSpec(path) {
        found.append(path)
      }
    }
  }

  /// Whether a file has `apis` or `include` at the top level, in block style.
  private static func isSpec(_ path: String) -> Bool {
    guard let bytes = try? InputFile.bytes(ofOrdinaryFile: path) else { return false }
    return bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      keys.contains { line.starts(with: $0) }
    }
  }

  private static let keys = ["apis:", "\"apis\":", "'apis':", "include:"].map { Array($0.utf8) }
}
