/// File patterns: `*` and `?` within a name, `**` for any number of folders.
struct Glob {
  /// The maximum number of files and folders that are searched.
  private static let visitLimit = 100_000

  let files: SpecFiles
  private(set) var matches: [String] = []
  /// Why a folder in the pattern cannot be listed.
  private(set) var failure: String?
  private var visits = 0

  init(files: SpecFiles) { self.files = files }

  /// Whether a path contains wildcards.
  static func isPattern(_ path: String) -> Bool {
    path.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }

  /// The files that match a pattern, sorted by the bytes of their paths.
  mutating func find(_ pattern: String) -> [String] {
    let start = pattern.hasPrefix("/") ? "/" : ""
    descend(start, pattern.split(separator: "/").map(String.init)[...])
    return Set(matches).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func descend(_ folder: String, _ parts: ArraySlice<String>) {
    guard let part = parts.first else { return }
    let rest = parts.dropFirst()
    if part == "**" {
      if rest.isEmpty { return descend(folder, ["**", "*"]) }
      descend(folder, rest)
      for entry in list(folder) where entry.kind == .folder && !entry.name.hasPrefix(".") {
        descend(folder + entry.name + "/", parts)
      }
    } else if !Glob.isPattern(part), !rest.isEmpty {
      descend(folder + part + "/", rest)
    } else {
      for entry in list(folder) where Glob.matches(entry.name, part) {
        if rest.isEmpty {
          if entry.kind == .file { matches.append(folder + entry.name) }
        } else if entry.kind != .file {
          descend(folder + entry.name + "/", rest)
        }
      }
    }
  }

  private mutating func list(_ folder: String) -> [SpecFiles.Entry] {
    if visits > Glob.visitLimit { return [] }
    do throws(SpecFiles.Failure) {
      let entries = try files.list(folder)
      visits += entries.count + 1
      if visits > Glob.visitLimit { failure = "more than \(Glob.visitLimit) files would have to be searched" }
      return entries
    } catch {
      failure = failure ?? "cannot read \(folder.isEmpty ? "." : folder): \(error.reason)"
      return []
    }
  }

  /// Whether a name matches a component of a pattern. `*` and `?` do not match names that start with a dot.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let (name, pattern) = (Array(name.unicodeScalars), Array(pattern.unicodeScalars))
    if name.first == ".", pattern.first != "." { return false }
    var (n, p) = (0, 0)
    /// The last `*`, and the end of its match.
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        n += 1
        p += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        n = last.name + 1
        p = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
