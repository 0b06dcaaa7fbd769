import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// Functions where CloudFormation does not evaluate them.
  static let misplacedFunction = Rule(
    of: .misplacedFunction,
    source: "CloudFormation's template schema, as cfn-lint has it",
    example: """
      ⟪→
      parameters:
        Store: {Type: String, Default: ""}
      ⟫
      conditions:
        HasStore: !Not [!Equals [⟦!GetAtt apis.store.ApiId → !Ref Store⟧, ""]]
      apis:
        store:
          condition: HasStore
          routes:
            $default: https://books.example.com
      """,
    check: { model, report in
      // A macro may make something of it.
      if model.spec.hasOwnMacro { return }
      var walk = FunctionWalk(tree: model.names.tree)
      for section in model.names.spec.sections {
        guard let raw = section.value else { continue }
        switch section.name {
        case "Parameters", "Mappings":
          walk.look(into: raw.node) { node, name in
            // `AWS::Include` is processed before anything is read.
            if name == "Fn::Transform" { return }
            report.report(
              at: model.names.tree.mark(node), "`\(name)` is not evaluated in `\(section.name.lowercased())`",
              help: "write the value itself")
          }
        default: break
        }
      }
      for resource in model.names.spec.resources where model.names.tree.kind(resource.value.node) == .mapping {
        for entry in model.names.tree.entries(resource.value.node) {
          let key = model.names.tree.string(entry.key)
          guard FunctionWalk.fixedAttributes.contains(key), let name = walk.function(entry.value) else { continue }
          // A function of conditions is reported wherever a value is due.
          if key == "Condition", IntrinsicFunction.named(name)?.parts.contains(.values) == false { continue }
          if name == "Fn::Transform" || key.hasSuffix("Policy") && model.spec.values.hasLanguageExtensions { continue }
          report.report(
            at: model.names.tree.mark(entry.value), "`\(name)` is not evaluated in `\(key)`",
            help: key == "DependsOn"
              ? "write the name without a function"
              : "write the value itself; use `Condition`, or `!If` in `Properties`, to let a parameter decide")
        }
      }
    })
}

/// Finds CloudFormation's functions under a node.
private struct FunctionWalk {
  let tree: Tree
  private var seen: Set<Node> = []

  init(tree: Tree) { self.tree = tree }

  /// Attributes of a resource whose values are fixed.
  static let fixedAttributes: Set<String> = ["Type", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy"]

  /// The name of the function that a node is.
  func function(_ node: Node) -> String? {
    if case .short(let tag) = tree.tag(node) { return tag.functionName }
    guard let key = tree.onlyEntry(node).map({ tree.string($0.key) }) else { return nil }
    return key == "Ref" || key.hasPrefix("Fn::") ? key : nil
  }

  /// Calls `body` with every function under a node, the outer ones first.
  mutating func look(into node: Node, _ body: (Node, String) -> Void) {
    guard seen.insert(tree.target(node)).inserted else { return }
    if let name = function(node) { body(node, name) }
    if tree.kind(node) == .sequence { for item in Array(tree.items(node)) { look(into: item, body) } }
    if tree.kind(node) == .mapping { for entry in Array(tree.entries(node)) { look(into: entry.value, body) } }
  }
}
