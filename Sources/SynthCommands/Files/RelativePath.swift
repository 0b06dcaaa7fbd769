import Glibc

/// The relative path from a template to the files that its spec refers to.
enum RelativePath {
  /// The relative path from the output folder to the folder of a spec; empty if they are equal.
  ///
  /// `aws cloudformation package` joins a local path to the folder of the template and removes `..` textually. So
  /// symbolic links in the path of the output folder are not resolved: if `out` is a link to `/mnt/out`, `..` must be
  /// relative to `out`. The path of the spec's folder may be resolved or not; the shorter result is used.
  static func toSpecFolder(from outputFolder: String, spec: String) -> String {
    let start = absolute(outputFolder)
    let folder = folder(of: spec)
    let asWritten = path(from: start, to: absolute(folder))
    guard let resolved = resolve(folder) else { return asWritten.joined(separator: "/") }
    let asResolved = path(from: start, to: components(resolved))
    return (asResolved.count < asWritten.count ? asResolved : asWritten).joined(separator: "/")
  }

  /// The components of the relative path between two absolute paths.
  static func path(from start: [Substring], to end: [Substring]) -> [Substring] {
    let common = zip(start, end).prefix { $0 == $1 }.count
    return Array(repeating: "..", count: start.count - common) + end.dropFirst(common)
  }

  /// The components of an absolute path without `.` and `..`.
  static func components(_ path: String) -> [Substring] {
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return components
  }

  private static func absolute(_ path: String) -> [Substring] {
    components(path.hasPrefix("/") ? path : (resolve(".") ?? "") + "/" + path)
  }

  /// The absolute path of a file in a folder, which may not exist yet.
  static func absolutePath(of path: String, in folder: String) -> String {
    "/" + absolute("\(folder)/\(path)").joined(separator: "/")
  }

  /// The folder of a file.
  static func folder(of path: String) -> String {
    guard path != InputFile.standardInput, let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path relative to the working directory; a path outside of it is unchanged.
  static func fromHere(_ path: String) -> String {
    let here = components(resolve(".") ?? "/")
    let there = absolute(path)
    guard there.count > here.count, there.starts(with: here) else { return path }
    return there.dropFirst(here.count).joined(separator: "/")
  }

  /// A path with symbolic links resolved; nil if it does not exist.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
