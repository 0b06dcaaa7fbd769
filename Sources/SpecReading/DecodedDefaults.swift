import Diagnostics
import YAMLTree

extension Decoder {
  /// Reads defaults for all objects of a type inside this one.
  public mutating func defaults(_ key: StaticString, for group: DefaultsGroup, _ documentation: StaticString) {
    if let entry = find(key) { push(entry.value, for: group) }
  }

  /// Defaults for several types, each under its own key.
  public mutating func defaults(
    _ key: StaticString, for groups: KeyValuePairs<StaticString, DefaultsGroup>, _ documentation: StaticString
  ) {
    guard let entry = find(key) else { return }
    guard reader.tree.kind(entry.value) == .mapping else {
      return reader.mismatch(entry.value, expected: "a mapping")
    }
    for field in reader.tree.entries(entry.value) {
      if let group = groups.first(where: { reader.tree.equals(field.key, $0.key) }) {
        push(field.value, for: group.value)
      } else if !isOwn(field.key) {
        reader.reportUnknown(field.key, value: field.value, known: groups.map { String(describing: $0.key) })
      }
    }
  }

  /// Reads an object that only has defaults.
  public mutating func inherited<T: SpecObject>(_ type: T.Type) -> T {
    var decoder = Decoder(
      .first, key: mark, fallbacks: reader.defaults(for: T.defaultsOwner), shorthand: "", reader: reader)
    return T(fields: &decoder)
  }

  private mutating func push(_ node: Node, for group: DefaultsGroup) {
    guard reader.tree.kind(node) == .mapping else {
      return reader.mismatch(node, expected: "a mapping of fields")
    }
    let known = group.fields()
    for field in reader.tree.entries(node) where known[reader.tree.string(field.key)] == nil && !isOwn(field.key) {
      reader.reportUnknown(field.key, value: field.value, known: known.keys.sorted())
    }
    // Each object selects its own form.
    for field in reader.tree.entries(node) {
      let key = reader.tree.string(field.key)
      guard known[key]?.form == "`\(key)`" else { continue }
      reader.report(
        .conflict, at: reader.tree.mark(field.key), "`\(key)` cannot be a default and is ignored here",
        help: "move it to the elements that need it")
    }
    reader.pushDefaults(node, for: group.owner)
    pushed.append(group.owner)
  }
}
