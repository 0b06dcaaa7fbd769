import YAMLTree

/// The definitions of variables in the files of a spec.
struct VariableDefinitions {
  /// A definition in a file.
  struct Definition {
    let key: Mark
    let value: Node
    /// Nil for a definition in `variables`.
    let environment: String?
  }

  private let tree: Tree
  /// The environments of all files, in order of definition.
  private(set) var environments: [String] = []
  private var environmentNames: Set<String> = []
  /// The names in order of definition.
  private(set) var names: [String] = []
  /// The variables that are used in values of other variables.
  private(set) var mentioned: Set<String> = []
  /// False if a section is not a mapping. That is reported when it is read, and its variables are not reported as
  /// undefined.
  private(set) var isWhole = true
  private var definitions: [String: [Definition]] = [:]
  /// The mappings with definitions: variables in them are replaced where the defined variable is used.
  private var sections: [Node] = []

  init(tree: Tree) { self.tree = tree }

  /// Records the definitions of a file.
  mutating func note(_ root: Node) {
    for entry in tree.entries(root) {
      if tree.equals(entry.key, "variables") {
        note(entry.value, environment: nil)
      } else if tree.equals(entry.key, "environments") {
        note(environments: entry.value)
      }
    }
  }

  private mutating func note(environments node: Node) {
    guard tree.kind(node) == .mapping else { return isWhole = false }
    sections.append(tree.target(node))
    for environment in tree.entries(node) {
      let name = tree.string(environment.key)
      if environmentNames.insert(name).inserted { environments.append(name) }
      if !isNothing(environment.value) { note(environment.value, environment: name) }
    }
  }

  private mutating func note(_ node: Node, environment: String?) {
    guard tree.kind(node) == .mapping else { return isWhole = false }
    sections.append(tree.target(node))
    for entry in tree.entries(node) {
      let name = tree.string(entry.key)
      if definitions[name] == nil { names.append(name) }
      definitions[name, default: []].append(
        Definition(key: tree.mark(entry.key), value: entry.value, environment: environment))
      if tree.kind(entry.value) == .scalar {
        mentioned.formUnion(VariableText(tree.string(entry.value)).names)
      }
    }
  }

  /// Whether the value is missing.
  func isNothing(_ node: Node) -> Bool {
    tree.kind(node) == .scalar && tree.isPlain(node) && ["", "~", "null"].contains(tree.string(node))
  }

  /// All definitions of a variable, in order.
  subscript(_ name: String) -> [Definition] { definitions[name] ?? [] }

  /// The effective definition: in the selected environment, otherwise in `variables`.
  func definition(of name: String, in environment: String?) -> Definition? {
    let all = self[name]
    if let environment, let own = all.first(where: { $0.environment == environment }) { return own }
    return all.first { $0.environment == nil }
  }

  /// Whether a node is part of a definition.
  func contain(_ node: Node) -> Bool { sections.contains { tree.contains($0, node) } }
}
