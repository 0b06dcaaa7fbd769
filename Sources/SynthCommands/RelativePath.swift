import Glibc

/// The way from a template to the files that its spec names.
enum RelativePath {
  /// The relative path from the output folder to the folder that a spec is in; empty where they are the same.
  ///
  /// `aws cloudformation package` joins a local path to the folder of the template that it is given and takes `..`
  /// away by text alone. So symbolic links on the way to the output folder are not resolved: with `out` a link to
  /// `/mnt/out`, `..` has to mean what the user sees. The spec's folder may be named either way; the shorter one wins.
  static func toSpecFolder(from outputFolder: String, spec: String) -> String {
    let start = absolute(outputFolder)
    let folder = folder(of: spec)
    let asWritten = path(from: start, to: absolute(folder))
    guard let resolved = resolve(folder) else { return asWritten.joined(separator: "/") }
    let asResolved = path(from: start, to: components(resolved))
    return (asResolved.count < asWritten.count ? asResolved : asWritten).joined(separator: "/")
  }

  /// The steps from one absolute path to another.
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

  private static func folder(of spec: String) -> String {
    guard spec != InputFile.standardInput, let slash = spec.lastIndex(of: "/") else { return "." }
    return slash == spec.startIndex ? "/" : String(spec[..<slash])
  }

  /// A path as it is said from the folder that the program runs in; one outside of it stays as it is.
  static func fromHere(_ path: String) -> String {
    let here = components(resolve(".") ?? "/")
    let there = absolute(path)
    guard there.count > here.count, there.starts(with: here) else { return path }
    return there.dropFirst(here.count).joined(separator: "/")
  }

  /// A path without symbolic links, if it leads somewhere.
  private static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
