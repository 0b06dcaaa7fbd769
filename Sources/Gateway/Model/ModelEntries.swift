import YAMLTree

extension Model {
  /// The key of a parameter or an output in the spec, by the path in the template, such as `Parameters.Stage`; nil if it is
  /// generated.
  public func mark(ofEntry path: String) -> Mark? {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    if parts[0] == "Outputs" { return names.spec.outputs.first { $0.name == parts[1] }?.mark }
    guard let section = names.spec.section(String(parts[0])) else { return nil }
    let entry = names.tree.entries(section.node).first { names.tree.string($0.key) == parts[1] }
    return entry.map { names.tree.mark($0.key) }
  }
}
