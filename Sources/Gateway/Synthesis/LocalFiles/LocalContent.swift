import CloudFormation

/// The contents of local files and folders, as fingerprints.
final class LocalContent {
  /// The maximum number of files and folders that are read for one path.
  private static let limit = 50_000

  private let files: SpecFiles
  /// The folder that the content must be in; nil if it may be anywhere.
  var boundary: SpecFiles.Boundary? { files.boundary }
  private var known: [String: Fingerprint?] = [:]

  init(_ files: SpecFiles) { self.files = files }

  /// Whether a file or folder exists.
  func exists(_ path: String) -> Bool { files.identity(path.isEmpty ? "." : path) != nil }

  /// The names in a folder; nil if it is none.
  func names(in folder: String) -> [String]? {
    (try? files.list(folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"))?.map(\.name)
  }

  /// The fingerprint of a file, or of all files in a folder with their paths; nil if it cannot be read.
  func fingerprint(of path: String) -> Fingerprint? {
    if let known = known[path] { return known }
    var fingerprint = Fingerprint()
    var count = 0
    let isRead = add(path, to: &fingerprint, &count)
    let result = isRead && count > 0 ? fingerprint : nil
    known[path] = result
    return result
  }

  /// The first path outside of the boundary: the path itself, or a link in its folder. Nil if there is none.
  func outsider(in path: String) -> String? {
    var seen: Set<String> = []
    return boundary.flatMap { outsider(in: path, $0, &seen) }
  }

  /// Follows links to folders, as `aws cloudformation package` does. `seen` are the identities of files and folders.
  private func outsider(in path: String, _ boundary: SpecFiles.Boundary, _ seen: inout Set<String>) -> String? {
    if seen.count > LocalContent.limit || !boundary.contains(path) { return path }
    if let identity = files.identity(path.isEmpty ? "." : path), !seen.insert(identity).inserted { return nil }
    let folder = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
    for entry in (try? files.list(folder)) ?? [] {
      let path = folder + entry.name
      if entry.kind == .file {
        if !boundary.contains(path) { return path }
      } else if let found = outsider(in: path, boundary, &seen) {
        return found
      }
    }
    return nil
  }

  private func add(_ path: String, to fingerprint: inout Fingerprint, _ count: inout Int) -> Bool {
    count += 1
    if count > LocalContent.limit { return false }
    let folder = path.isEmpty || path.hasSuffix("/") ? path : path + "/"
    do throws(SpecFiles.Failure) {
      let entries = try files.list(folder)
      for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
        fingerprint.add("\(entry.kind == .file ? "f" : "d")\(entry.name)\u{0}")
        // A link may lead back to a folder around it.
        if entry.kind == .linkedFolder { continue }
        if !add(folder + entry.name, to: &fingerprint, &count) { return false }
      }
      return true
    } catch {
      return addFile(path, to: &fingerprint)
    }
  }

  private func addFile(_ path: String, to fingerprint: inout Fingerprint) -> Bool {
    do throws(SpecFiles.Failure) {
      fingerprint.add(bytes: try files.read(path).bytes)
      return true
    } catch {
      return false
    }
  }
}
