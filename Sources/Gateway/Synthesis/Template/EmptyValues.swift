import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// Reports values without content in what is passed on: CloudFormation rejects a template with `null`.
  mutating func failAtEmptyValues(in node: Node, besides keys: [String] = []) {
    if values.value(node).hasNull { failAtNulls(in: node, besides: keys) }
  }

  /// The same in what is merged, where `null` deletes a key: only the items of lists stay.
  mutating func failAtEmptyItems(in node: Node) {
    if values.value(node).hasNull { failAtNullItems(in: node) }
  }

  private mutating func failAtNullItems(in node: Node) {
    for item in names.tree.items(node) { failAtNulls(in: item) }
    for entry in names.tree.entries(node) { failAtNullItems(in: entry.value) }
  }

  /// Other values without content are errors that are reported elsewhere.
  private mutating func failAtNulls(in node: Node, besides keys: [String] = []) {
    let tree = names.tree
    if tree.isNull(node) {
      fail(.emptyValue, at: tree.mark(node), "missing value: CloudFormation does not allow `null` in a template")
    }
    for item in tree.items(node) { failAtNulls(in: item, besides: keys) }
    for entry in tree.entries(node) {
      if tree.isNull(entry.value), keys.contains(tree.string(entry.key)) { continue }
      failAtNulls(in: entry.value, besides: keys)
    }
  }
}

extension Value {
  /// It without the members of these names that are `null`.
  func withoutNulls(of keys: [String]) -> Value {
    switch self {
    case .list(let items): .list(items.map { $0.withoutNulls(of: keys) })
    case .object(let object):
      .object(
        Object(
          object.members.compactMap { member in
            if member.value == .null, keys.contains(member.key) { return nil }
            return Object.Member(
              key: member.key, value: member.value.withoutNulls(of: keys), origin: member.origin)
          }))
    default: self
    }
  }

  /// Whether it is or contains `null`.
  var hasNull: Bool { contains { if case .null = $0 { true } else { false } } }
}
