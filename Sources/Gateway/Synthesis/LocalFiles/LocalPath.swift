/// Local paths, which `aws cloudformation package` reads relative to the template, not to the spec.
enum LocalPath {
  /// A path of the spec, for the template. `prefix` leads from the template's folder to that of the
  /// file where the path is written.
  static func relative(_ path: String, prefix: String) -> String {
    if path.hasPrefix("/") || prefix.isEmpty { return path }
    return prefix + "/" + (path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
  }
}
