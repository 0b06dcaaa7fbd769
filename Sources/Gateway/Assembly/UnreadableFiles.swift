import SpecReading
import TextSearch

extension SpecFiles {
  /// What to write instead of a path that cannot be read; nil if nothing is known.
  func help(forUnreadable path: String) -> String? {
    if path.mentions("://") { return "copy the file into a folder: only files are read" }
    if path.contains(",") { return Suggestion.asList(path.split { ", ".contains($0) }) }
    guard boundary?.contains(path) ?? true else { return nil }
    if identity(path) != nil, let entries = try? list(path) {
      return entries.contains { $0.name.hasSuffix(".yaml") }
        ? "write `\(path)/*.yaml` for the files in it" : "write the path of a file in it"
    }
    let base = [".yaml", ".yml"].first { path.hasSuffix($0) }.map { path.dropLast($0.count) } ?? path[...]
    return [".yaml", ".yml"].map { base + $0 }.first { identity(String($0)) != nil }.map { found in
      "there is `\(found.split(separator: "/").last ?? found)`"
    }
  }
}
