import SpecReading
import YAMLTree

/// Collects what is named where no reference is looked up: `dependsOn`, and CloudFormation's `DependsOn` and
/// `Condition`.
struct NameCollector {
  let names: SpecNames
  var used: Set<String>
  private var seen: Set<Node> = []

  init(names: SpecNames, used: Set<String>) {
    self.names = names
    self.used = used
  }

  private var tree: Tree { names.tree }

  mutating func collect(_ spec: Spec) {
    for element in names.elements { for name in element.options.dependsOn?.literals() ?? [] { add(name) } }
    for raw in spec.resources + spec.outputs + spec.overrides { collect(raw.value.node) }
    for section in spec.sections { if let raw = section.value { collect(raw.node) } }
  }

  private mutating func collect(_ node: Node) {
    guard seen.insert(tree.target(node)).inserted else { return }
    for item in tree.kind(node) == .sequence ? Array(tree.items(node)) : [] { collect(item) }
    for entry in tree.kind(node) == .mapping ? Array(tree.entries(node)) : [] {
      if tree.equals(entry.key, "Condition") || tree.equals(entry.key, "DependsOn") {
        add(tree.string(entry.value))
        for item in tree.kind(entry.value) == .sequence ? Array(tree.items(entry.value)) : [] { add(tree.string(item)) }
      }
      collect(entry.value)
    }
  }

  private mutating func add(_ name: String) {
    used.insert(name)
    used.insert(names.element(of: name))
  }
}
