import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// Reports values without content in what is passed on: CloudFormation rejects a template with `null`.
  mutating func failAtEmptyValues(in node: Node) {
    if values.value(node).hasNull { failAtNulls(in: node) }
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
  private mutating func failAtNulls(in node: Node) {
    let tree = names.tree
    if tree.isNull(node) {
      fail(.emptyValue, at: tree.mark(node), "missing value: CloudFormation does not allow `null` in a template")
    }
    for item in tree.items(node) { failAtNulls(in: item) }
    for entry in tree.entries(node) { failAtNulls(in: entry.value) }
  }
}

extension Value {
  /// Whether it is or contains `null`.
  fileprivate var hasNull: Bool {
    switch self {
    case .null: true
    case .list(let items): items.contains(where: \.hasNull)
    case .object(let object): object.members.contains(where: \.value.hasNull)
    default: false
    }
  }
}
